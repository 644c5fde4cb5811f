"""Moments and durations: plain seconds, or a week's calendar where elapsed and working days are mixed."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from journeys.language.model.duration import Duration, WorkingTime

HOUR = 3600
DAY = 24 * HOUR
QUARTER = 15 * 60
CALENDAR = "calendar"
PLAIN = "plain"
# Whole seconds are reckoned as int, which is faster.
Moment = Fraction | int
PLAIN_MOMENTS: tuple[Moment, ...] = (0,)
# Monday 0:00 is 0; a promise may be made in each quarter of an hour of a week.
WEEK_MOMENTS: tuple[Moment, ...] = tuple(range(0, 7 * DAY, QUARTER))


class Clock:
    """Adds durations to moments, in the way that the durations which were looked at ask for."""

    def __init__(self, hours: WorkingTime, looked_at: Iterable[Duration]) -> None:
        self._hours = hours
        kinds = {duration.working for duration in looked_at if self._long(duration)}
        self.kind = CALENDAR if len(kinds) == 2 else PLAIN
        self._opens = min(9 * HOUR, DAY - hours.day)
        self._seconds: dict[str, Moment] = {}
        self._worked: dict[tuple[Moment, Moment], Moment] = {}

    def _long(self, duration: Duration) -> bool:
        return duration.seconds(self._hours) >= (self._hours.day if duration.working else DAY)

    def add(self, moment: Moment, duration: Duration) -> Moment:
        """The moment at which something is over that begins at a moment."""
        seconds = self._length(duration)
        if self.kind == PLAIN or not duration.working:
            return moment + seconds
        if (moment, seconds) not in self._worked:
            self._worked[moment, seconds] = self._work(moment, seconds)
        return self._worked[moment, seconds]

    def _length(self, duration: Duration) -> Moment:
        if duration.text not in self._seconds:
            exact = duration.seconds(self._hours)
            self._seconds[duration.text] = exact.numerator if exact.denominator == 1 else exact
        return self._seconds[duration.text]

    def _work(self, moment: Moment, seconds: Moment) -> Moment:
        """Work day by day until as much time has been worked."""
        day = moment // DAY
        while seconds > 0:
            if day % 7 < self._hours.week:
                begin = max(moment, day * DAY + self._opens)
                close = day * DAY + self._opens + self._hours.day
                if begin + seconds <= close:
                    return begin + seconds
                seconds -= max(0, close - begin)
            day += 1
        return moment
