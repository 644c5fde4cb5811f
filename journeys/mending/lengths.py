"""Times as people write them, in whole numbers of the unit that is there, and the one at which it just holds."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from fractions import Fraction
from math import ceil
from typing import NamedTuple

from journeys.language.model.duration import DAY, HOUR, MINUTE, WEEK, Duration, WorkingTime


class Unit(NamedTuple):
    """A unit of time: its word for one and for several, and its length in seconds."""

    one: str
    many: str
    seconds: int

    def said(self, number: int) -> str:
        """So many of it: `1 day`, `2 days`."""
        return f"{number} {self.one if number == 1 else self.many}"


_ELAPSED = (
    Unit("week", "weeks", WEEK), Unit("day", "days", DAY), Unit("h", "h", HOUR), Unit("min", "min", MINUTE),
    Unit("s", "s", 1),
)  # fmt: skip
_LAST_WORDS = re.compile(r"(?:working |business )?[a-z]+$", re.IGNORECASE)


def ladder(time: Duration, hours: WorkingTime) -> tuple[Unit, ...]:
    """The units of a time's kind, from the one in which it is written on down."""
    units = _working(hours) if time.working else _ELAPSED
    found = _LAST_WORDS.search(time.text)
    word = found[0].lower().replace("business", "working").rstrip("s") if found else ""
    written = next((place for place, unit in enumerate(units) if word and word[:9] == unit.one.rstrip("s")[:9]), None)
    if written is None:
        length = time.seconds(hours)
        written = next((place for place, unit in enumerate(units) if not length % unit.seconds), len(units) - 1)
    return units[written:]


def _working(hours: WorkingTime) -> tuple[Unit, ...]:
    return (
        Unit("working week", "working weeks", hours.week * hours.day),
        Unit("working day", "working days", hours.day),
        Unit("working hour", "working hours", HOUR),
    )


def least(low: int, high: int, holds: Callable[[int], bool]) -> int | None:
    """The least number from `low` to `high` at which something holds that goes on holding; None if it never does."""
    if low > high or not holds(high):
        return None
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if holds(middle) else (middle + 1, high)
    return low


def greatest(low: int, high: int, holds: Callable[[int], bool]) -> int | None:
    """The greatest number from `low` to `high` at which something holds that held below; None if it never does."""
    if low > high or not holds(low):
        return None
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if holds(middle) else (low, middle - 1)
    return low


def longer(time: Duration, by: Fraction, hours: WorkingTime, holds: Callable[[str], bool]) -> str | None:
    """The least time above one, in whole numbers of its unit and by no more than about `by` seconds, at which it holds.

    None where it does not even then.
    """
    unit = ladder(time, hours)[0]
    now = time.seconds(hours)
    low, high = int(now // unit.seconds) + 1, max(ceil((now + by) / unit.seconds), int(now // unit.seconds) + 1)
    found = least(low, high, lambda number: holds(unit.said(number)))
    return None if found is None else unit.said(found)


def shorter(time: Duration, hours: WorkingTime, holds: Callable[[str], bool]) -> str | None:
    """The greatest time below one at which it holds: in whole numbers of its unit, else of a smaller one.

    None where it does not even take next to nothing.
    """
    units = ladder(time, hours)
    if not holds(units[-1].said(1)):
        return None
    for unit, high in _below(time.seconds(hours), units):
        found = greatest(1, high, lambda number, unit=unit: holds(unit.said(number)))  # type: ignore[misc]
        if found is not None:
            return unit.said(found)
    return None


def _below(length: Fraction, units: tuple[Unit, ...]) -> Iterator[tuple[Unit, int]]:
    for unit in units:
        yield unit, ceil(length / unit.seconds) - 1
