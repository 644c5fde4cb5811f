"""Two ways to count time: plainly, where all long durations are of one kind, and along the calendar."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import Generic, Protocol, TypeVar

from journeys.language.model.duration import DAY, HOUR, WEEK, Duration, WorkingTime

QUARTER = 15 * 60
Parts = Sequence[Duration]
T = TypeVar("T")


class Clock(Protocol, Generic[T]):
    """Moments of some kind, and what durations do to them."""

    start: T

    def after(self, moment: T, parts: Parts) -> T:
        """The moment when the longest of some durations, all begun at `moment`, is over."""

    def later(self, one: T, other: T) -> T:
        """The later of two moments."""

    def rounds(self, moment: T, steps: Sequence[Parts], count: int) -> T:
        """The moment when steps, one after the other, have been gone through `count` times."""


def whole(seconds: Fraction) -> Fraction | int:
    """Whole seconds as an int: most are, and adding ints is many times faster."""
    return seconds.numerator if seconds.denominator == 1 else seconds


class PlainClock:
    """Seconds since the promise; a working day counts the seconds that are worked in it."""

    def __init__(self, working_time: WorkingTime) -> None:
        self.start: Fraction | int = 0
        self._working_time = working_time
        # By text: the same few durations stand all over a journey.
        self._known: dict[str, Fraction | int] = {}

    def _longest(self, parts: Parts) -> Fraction | int:
        longest: Fraction | int = 0
        for part in parts:
            seconds = self._known.get(part.text)
            if seconds is None:
                seconds = self._known[part.text] = whole(part.seconds(self._working_time))
            if seconds > longest:
                longest = seconds
        return longest

    def after(self, moment: Fraction | int, parts: Parts) -> Fraction | int:
        return moment + self._longest(parts) if parts else moment

    def later(self, one: Fraction | int, other: Fraction | int) -> Fraction | int:
        return one if one >= other else other

    def rounds(self, moment: Fraction | int, steps: Sequence[Parts], count: int) -> Fraction | int:
        return moment + count * sum(self._longest(parts) for parts in steps)


class CalendarClock:
    """Moments in seconds from a Monday at midnight, one for each moment at which the promise may be made."""

    def __init__(self, working_time: WorkingTime, starts: Iterable[int] = range(0, WEEK, QUARTER)) -> None:
        self.start: tuple[Fraction | int, ...] = tuple(starts)
        self._working_time = working_time

    def after(self, moment: tuple[Fraction | int, ...], parts: Parts) -> tuple[Fraction | int, ...]:
        result: tuple[Fraction | int, ...] | None = None
        for part in parts:
            seconds = whole(part.seconds(self._working_time))
            if part.working:
                ended = tuple(worked(each, seconds, self._working_time) for each in moment)
            else:
                ended = tuple(each + seconds for each in moment)
            result = ended if result is None else self.later(result, ended)
        return moment if result is None else result

    def later(self, one: tuple[Fraction | int, ...], other: tuple[Fraction | int, ...]) -> tuple[Fraction | int, ...]:
        return tuple(map(max, one, other))

    def rounds(
        self, moment: tuple[Fraction | int, ...], steps: Sequence[Parts], count: int
    ) -> tuple[Fraction | int, ...]:
        for _ in range(count):
            for parts in steps:
                moment = self.after(moment, parts)
        return moment


def worked(moment: Fraction | int, seconds: Fraction | int, working_time: WorkingTime) -> Fraction | int:
    """The moment when `seconds` of work begun at `moment` are done, in working hours.

    Work is done on the first days of the week, from nine o'clock (earlier where a day's work would pass
    midnight) for the hours of a working day.
    """
    if seconds <= 0:
        return moment
    length, days = working_time.day, working_time.week
    opening = min(9 * HOUR, DAY - length)
    week, within_week = divmod(moment, WEEK)
    day, time = divmod(within_week, DAY)
    done: Fraction | int = min(day, days) * length
    if day < days:
        done += min(max(time - opening, 0), length)
    weeks, rest = divmod(done + seconds, length * days)
    if rest == 0:
        weeks, rest = weeks - 1, length * days
    full, part = divmod(rest, length)
    if part == 0:
        full, part = full - 1, length
    return (week + weeks) * WEEK + full * DAY + opening + part


def long_kind(duration: Duration, working_time: WorkingTime) -> str:
    """`working` or `elapsed` for a duration of a day or more, `""` for a shorter one."""
    if duration.working:
        return "working" if duration.seconds(working_time) >= working_time.day else ""
    return "elapsed" if duration.elapsed >= DAY else ""
