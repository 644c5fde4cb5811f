"""A moment for each moment of a week at which something begins: monotone, with steps, the same every week.

Moments are seconds. Along the ways of a journey such functions are shifted, composed and compared; each is a few
straight segments, so that a long way costs little more than sums would.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from journeys.language.model.duration import WEEK

Number = int | Fraction
QUARTER = 15 * 60
"""A promise may be made at each quarter of an hour."""


class Segment(NamedTuple):
    """The values up to `until` (it included) from where the segment before ends: `value` there, rising by 1 or 0."""

    until: Number
    value: Number
    slope: int


_WHOLE_WEEK = (Segment(WEEK, WEEK, 1),)


class Weekly:
    """A function from moments to moments. `late` is added to all values, so that a shift costs nothing."""

    __slots__ = ("_ends", "_segments", "late")

    def __init__(self, segments: Iterable[Segment], late: Number = 0) -> None:
        self._segments: Sequence[Segment] = tuple(segments)
        self._ends: list[Number] = [segment.until for segment in self._segments]
        self.late = late

    @classmethod
    def begin(cls) -> Weekly:
        """Each moment itself."""
        return cls(_WHOLE_WEEK)

    @property
    def plain(self) -> bool:
        """Whether it only adds the same to every moment."""
        return self._segments is _WHOLE_WEEK

    def shifted(self, seconds: Number) -> Weekly:
        """The same, later by some seconds."""
        if not seconds:
            return self
        found = object.__new__(Weekly)
        found._segments, found._ends, found.late = self._segments, self._ends, self.late + seconds
        return found

    def at(self, moment: Number) -> Number:
        """The value for a moment."""
        week, rest = divmod(moment, WEEK)
        if not rest:
            week, rest = week - 1, WEEK
        segment = self._segments[bisect_left(self._ends, rest)]
        return segment.value - segment.slope * (segment.until - rest) + week * WEEK + self.late

    def then(self, other: Weekly) -> Weekly:
        """What `other` makes of the values."""
        if other.plain:
            return self.shifted(other.late)
        if self.plain and not self.late:
            return other
        found: list[Segment] = []
        before: Number = 0
        for until, value, slope in self._segments:
            if slope:
                found += other._between(before, until, value + self.late)
            else:
                found.append(Segment(until, other.at(value + self.late), 0))
            before = until
        return Weekly(_joined(found))

    def _between(self, before: Number, until: Number, value: Number) -> Iterator[Segment]:
        """The segments over (before, until], where the argument rises to `value`."""
        low = value - (until - before)
        week, rest = divmod(low, WEEK)
        place = bisect_left(self._ends, rest)
        if place < len(self._ends) and self._ends[place] == rest:
            place += 1
        while True:
            if place == len(self._ends):
                week, place = week + 1, 0
            segment = self._segments[place]
            end = segment.until + week * WEEK
            over = max(0, end - value)
            yield Segment(
                min(end, value) - low + before,
                segment.value + week * WEEK + self.late - segment.slope * over,
                segment.slope,
            )
            if end >= value:
                return
            place += 1

    def latest(self, other: Weekly) -> Weekly:
        """The later of both, at each moment."""
        if self._segments is other._segments:
            return self if self.late >= other.late else other
        found: list[Segment] = []
        for before, until, (one, rise), (two, climb) in _together(self, other):
            ahead = one - two
            ahead_before = ahead - (rise - climb) * (until - before)
            if ahead >= 0 and ahead_before >= 0:
                found.append(Segment(until, one, rise))
            elif ahead <= 0 and ahead_before <= 0:
                found.append(Segment(until, two, climb))
            else:
                # They rise by 1 and by 0, so what is between them is how far off they meet.
                meet = until - ahead * (rise - climb)
                first, last = ((one, rise), (two, climb)) if ahead_before > 0 else ((two, climb), (one, rise))
                found.append(Segment(meet, first[0] - first[1] * (until - meet), first[1]))
                found.append(Segment(until, *last))
        return Weekly(_joined(found))

    def least_over(self, other: Weekly) -> tuple[Number, int]:
        """The least by which this is later than `other` at a quarter of an hour of the week, and the last such."""
        best: tuple[Number, int] | None = None
        for before, until, _, _ in _together(self, other):
            first = (int(before // QUARTER) + 1) * QUARTER
            last = int(until // QUARTER) * QUARTER
            # The last of a week is the first of the next one: of those alike, the one before it is later in its week.
            for moment in {first, last, max(first, last - QUARTER)} if first <= last else ():
                found = (self.at(moment) - other.at(moment), -(moment % WEEK))
                best = found if best is None or found < best else best
        assert best is not None
        return best[0], -best[1]

    def times(self, count: int) -> Weekly:
        """This after itself, so many times in all (none: each moment itself)."""
        found, power = Weekly.begin(), self
        while count:
            if count & 1:
                found = found.then(power)
            count >>= 1
            if count:
                power = power.then(power)
        return found


def _together(one: Weekly, other: Weekly) -> Iterator[tuple[Number, Number, tuple[Number, int], tuple[Number, int]]]:
    """The stretches of a week on which both are straight, with the value and the rise of each at its end."""
    ones, others = one._segments, other._segments
    i = j = 0
    before: Number = 0
    while i < len(ones) and j < len(others):
        a, b = ones[i], others[j]
        until = min(a.until, b.until)
        yield (
            before,
            until,
            (a.value - a.slope * (a.until - until) + one.late, a.slope),
            (b.value - b.slope * (b.until - until) + other.late, b.slope),
        )
        i += a.until == until
        j += b.until == until
        before = until


def _joined(segments: Sequence[Segment]) -> Iterator[Segment]:
    """Neighbours on one line as one."""
    before: Segment | None = None
    for segment in segments:
        if before is not None:
            step = segment.value - segment.slope * (segment.until - before.until)
            if segment.slope != before.slope or step != before.value:
                yield before
        before = segment
    if before is not None:
        yield before
