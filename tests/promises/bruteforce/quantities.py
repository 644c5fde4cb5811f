"""Durations, shares and calendars as `language.md` writes them, in seconds and fractions."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from fractions import Fraction
from functools import lru_cache
from typing import Any

HOUR, DAY = 3600, 86400
WEEK = 7 * DAY
QUARTER = 900
Number = int | Fraction
_ELAPSED = {"s": 1, "min": 60, "h": HOUR, "day": DAY, "week": WEEK, "month": 30 * DAY}
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_AMOUNT = re.compile(r"(?:about )?(?:\d+(?:\.\d+)? to )?(\d+(?:\.\d+)?) ([a-z ]+)")


@dataclass(frozen=True, slots=True)
class Span:
    """A length of time of one kind: seconds of the clock, or seconds of work."""

    working: bool
    seconds: Number


@dataclass(frozen=True)
class Calendar:
    """When people work: the open stretches of a week, in seconds from Monday 0:00."""

    opens: tuple[tuple[int, int], ...]
    closed_after: tuple[int, ...] = field(init=False)
    starts: tuple[int, ...] = field(init=False)

    def __post_init__(self) -> None:
        """Count the seconds of work up to the end of each open stretch."""
        total, sums = 0, []
        for start, end in self.opens:
            total += end - start
            sums.append(total)
        object.__setattr__(self, "closed_after", tuple(sums))
        object.__setattr__(self, "starts", tuple(start for start, _ in self.opens))

    @property
    def day(self) -> int:
        """Seconds of work in a working day (all days are as long here)."""
        return self.opens[0][1] - self.opens[0][0]

    @property
    def week(self) -> int:
        """Seconds of work in a working week."""
        return self.closed_after[-1]

    def worked(self, moment: Number) -> Number:
        """Seconds of work from Monday 0:00 to a moment of the week."""
        number = bisect_right(self.starts, moment) - 1
        if number < 0:
            return 0
        start, end = self.opens[number]
        before = self.closed_after[number] - (end - start)
        return before + min(moment, end) - start

    def later(self, moment: Number, work: Number) -> Number:
        """The first moment at which so much is worked ("a deadline at closing time is that moment")."""
        if not work:
            return moment
        weeks, within_week = divmod(moment, WEEK)
        more, rest = divmod(self.worked(within_week) + work, self.week)
        if not rest:
            more, rest = more - 1, self.week
        number = bisect_left(self.closed_after, rest)
        end = self.opens[number][1]
        return (weeks + more) * WEEK + end - (self.closed_after[number] - rest)


class Sum:
    """A clock that adds up, and remembers which kinds of time it was given."""

    def __init__(self) -> None:
        """Nothing was added yet."""
        self.kinds: set[bool] = set()

    def later(self, moment: Number, span: Span) -> Number:
        """Some time later, in the one kind there is."""
        if span.seconds:
            self.kinds.add(span.working)
        return moment + span.seconds


class Walk:
    """A clock that walks the calendar; what it has walked once it remembers."""

    def __init__(self, calendar: Calendar) -> None:
        """Nothing was walked yet."""
        self.calendar = calendar
        self.known: dict[tuple[Number, Number], Number] = {}

    def later(self, moment: Number, span: Span) -> Number:
        """The moment at which a span that begins now is over."""
        if not span.working:
            return moment + span.seconds
        key = (moment, span.seconds)
        found = self.known.get(key)
        if found is None:
            found = self.known[key] = self.calendar.later(moment, span.seconds)
        return found


def whole(number: Fraction) -> Number:
    """An int where it is one: faster."""
    return number.numerator if number.denominator == 1 else number


@lru_cache(maxsize=10000)
def span(text: str, calendar: Calendar) -> Span:
    """A duration; of a range the worst counts."""
    match = _AMOUNT.fullmatch(text)
    if match is None:
        raise ValueError(text)
    amount, unit = Fraction(match[1]), match[2]
    if unit.startswith("working "):
        sizes = {"hour": HOUR, "day": calendar.day, "week": calendar.week}
        return Span(True, whole(amount * sizes[unit.removeprefix("working ").removesuffix("s")]))
    return Span(False, whole(amount * _ELAPSED[unit if unit in _ELAPSED else unit.removesuffix("s")]))


def said_span(value: Any, calendar: Calendar) -> Span | None:
    """What `takes`, `wait`, `within` or `after` says: None for nothing, no seconds for `none`, else the worst."""
    if value is None:
        return None
    if isinstance(value, dict):
        value = value.get("at_most", value.get("usually"))
    return Span(False, 0) if value == "none" else span(str(value), calendar)


def share(value: Any) -> Fraction | None:
    """`95%` as a fraction."""
    return None if value is None else Fraction(str(value).removesuffix("%")) / 100


def calendar_of(value: Any) -> Calendar:
    """`{day: 7.5 h, week: 5 days}` or `{hours: {mon-fri: "8:00-17:00"}}`; else Monday to Friday from 9:00, 8 h."""
    value = value or {}
    if "hours" in value:
        opens = [day for days, hours in value["hours"].items() for day in _open_days(days, hours)]
        return Calendar(tuple(sorted(opens)))
    default = Calendar(((0, DAY),))
    length = int(span(str(value.get("day", "8 h")), default).seconds)
    days = int(str(value.get("week", "5 days")).split()[0])
    return Calendar(tuple((day * DAY + 9 * HOUR, day * DAY + 9 * HOUR + length) for day in range(days)))


def _open_days(days: str, hours: str) -> list[tuple[int, int]]:
    first, _, last = days.partition("-")
    start, end = (int(hour) * HOUR + int(minute) * 60 for hour, minute in (t.split(":") for t in hours.split("-")))
    numbers = range(_DAYS.index(first), _DAYS.index(last or first) + 1)
    return [(day * DAY + start, day * DAY + end) for day in numbers]
