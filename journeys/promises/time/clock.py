"""Durations added to moments: plainly where all are of one kind of time, along the calendar where both are met."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from journeys.language.model.duration import Duration, WorkingTime
from journeys.promises.time.calendar import Calendar
from journeys.promises.time.weekly import Number, Weekly

WORKING, ELAPSED = "working", "elapsed"

Lengths = dict[str, tuple[Number, str]]
"""By how a duration is written: its seconds, and the kind of time that they are of; none where there are none."""


class Clock:
    """`mixed`: working time runs by the calendar. Else seconds of work are added like any others.

    `kinds` are the kinds of time of all durations that it was asked about; what takes no time is of none. `boundless`
    are the names of nested journeys that have a loop without a bound, `at_once` the steps (ids) of nested journeys at
    which ways part within a loop that are all taken.
    """

    def __init__(self, working_time: WorkingTime, calendar: Calendar, known: Lengths, *, mixed: bool = False) -> None:
        """`known` are the lengths looked up so far with the same working time: many clocks share them."""
        self._working_time = working_time
        self._calendar = calendar
        self._known = known
        self.mixed = mixed
        self.kinds: set[str] = set()
        self.boundless: set[str] = set()
        self.at_once: set[str] = set()

    def noting(self, task: Callable[[], Weekly]) -> tuple[Weekly, frozenset[str]]:
        """What a task finds, with the kinds of time that were met in it alone."""
        before, self.kinds = self.kinds, set()
        found = task()
        kinds = frozenset(self.kinds)
        self.kinds |= before
        return found, kinds

    def seconds(self, duration: Duration) -> Number:
        """A duration in seconds of its own kind."""
        found = self._known.get(duration.text)
        if found is None:
            exact = duration.seconds(self._working_time)
            kind = (WORKING if duration.working else ELAPSED) if exact else ""
            found = self._known[duration.text] = (exact.numerator if exact.denominator == 1 else exact), kind
        if found[1]:
            self.kinds.add(found[1])
        return found[0]

    def after(self, moment: Weekly, duration: Duration | None) -> Weekly:
        """When something is over that lasts so long and begins at a moment."""
        if duration is None:
            return moment
        seconds = self.seconds(duration)
        if self.mixed and duration.working:
            return moment.then(self._calendar.worked(seconds))
        return moment.shifted(seconds)


def latest(moments: Iterable[Weekly], default: Weekly) -> Weekly:
    """The latest of some moments, `default` among them."""
    for moment in moments:
        default = default.latest(moment)
    return default
