"""When work is done: the moment at which so much of it is over, as a function of the moment at which it begins."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise

from journeys.language.model.duration import WEEK, WorkingTime
from journeys.promises.time.weekly import Number, Segment, Weekly


class Calendar:
    """A week's hours of work. Moments are seconds from a Monday at midnight."""

    def __init__(self, working_time: WorkingTime) -> None:
        self._openings = working_time.openings
        self._worked: dict[Number, Weekly] = {}

    @property
    def opening(self) -> int:
        """The first moment of a week at which people work."""
        return self._openings[0][0]

    @cached_property
    def _sums(self) -> Sequence[int]:
        """How much of a week's work is done at the end of each opening."""
        total, found = 0, list[int]()
        for begin, end in self._openings:
            total += end - begin
            found.append(total)
        return found

    def _done(self, moment: Number) -> Number:
        """How much has been worked in a week until one of its moments."""
        return sum((min(max(moment - begin, 0), end - begin) for begin, end in self._openings), 0)

    def _moment(self, work: Number) -> Number:
        """The first moment at which so much, more than nothing, has been worked since the first Monday."""
        total = self._sums[-1]
        weeks, rest = divmod(work, total)
        if rest == 0:
            weeks, rest = weeks - 1, total
        place = bisect_left(self._sums, rest)
        return weeks * WEEK + self._openings[place][1] - (self._sums[place] - rest)

    def worked(self, seconds: Number) -> Weekly:
        """For each moment of a week, when `seconds` of work that begin then are done. Nothing takes no time."""
        if seconds not in self._worked:
            self._worked[seconds] = self._after(seconds) if seconds > 0 else Weekly.begin()
        return self._worked[seconds]

    def _after(self, seconds: Number) -> Weekly:
        total = self._sums[-1]
        cuts: set[Number] = {0, WEEK, *(moment for opening in self._openings for moment in opening)}
        # Where the work just fits before closing time: a moment later it goes over to the next opening.
        for full in self._sums:
            before = (full - seconds) % total
            if before:
                cuts.add(self._moment(before))
        found: list[Segment] = []
        for begin, end in pairwise(sorted(cuts)):
            open_ = any(one <= begin and end <= other for one, other in self._openings)
            found.append(Segment(end, self._moment(self._done(end) + seconds), int(open_)))
        return Weekly(found)
