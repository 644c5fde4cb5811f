"""Durations added to moments: plainly where all are of one kind of time, along the calendar where both are met."""

from __future__ import annotations

from collections.abc import Iterable

from journeys.language.model.duration import Duration, WorkingTime
from journeys.promises.time.calendar import Calendar
from journeys.promises.time.weekly import Number, Weekly

WORKING, ELAPSED = "working", "elapsed"


class Clock:
    """`mixed`: working time runs by the calendar. Else seconds of work are added like any others.

    `kinds` are the kinds of time of all durations that it was asked about; what takes no time is of none. `boundless`
    are the names of nested journeys that have a loop without a bound.
    """

    def __init__(self, working_time: WorkingTime, calendar: Calendar, *, mixed: bool = False) -> None:
        self._working_time = working_time
        self._calendar = calendar
        self.mixed = mixed
        self.kinds: set[str] = set()
        self.boundless: set[str] = set()
        self._seconds: dict[str, Number] = {}

    def fresh(self) -> Clock:
        """Another that was not asked yet."""
        return Clock(self._working_time, self._calendar, mixed=self.mixed)

    def seconds(self, duration: Duration) -> Number:
        """A duration in seconds of its own kind."""
        found = self._seconds.get(duration.text)
        if found is None:
            exact = duration.seconds(self._working_time)
            found = self._seconds[duration.text] = exact.numerator if exact.denominator == 1 else exact
            if found:
                self.kinds.add(WORKING if duration.working else ELAPSED)
        return found

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
