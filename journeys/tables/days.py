"""Days in the cells of a column: what is written one way is read, what can be read two ways is asked about."""

from __future__ import annotations

import re
from datetime import date, datetime, time

from journeys.tables.cells import shown
from journeys.tables.table import Cell

DAY_FIRST, MONTH_FIRST = "day first", "month first"
_YEAR_FIRST = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})", re.ASCII)
_YEAR_LAST = re.compile(r"(\d{1,2})([-/.])\s?(\d{1,2})\2\s?(\d{4}|(?<=[/.])\d\d)", re.ASCII)
_NAMED = re.compile(r"(?:(\d{1,2})\.? ([a-z]{3,9})|([a-z]{3,9})\.? (\d{1,2})),? (\d{4})", re.ASCII | re.IGNORECASE)
_TIME = re.compile(
    r"(\d{1,2}):(\d\d)(?::(\d\d)(?:[.,]\d{1,9})?)?\s*([ap]\.?m\.?)?\s*(?:Z|UTC|GMT|[A-Z]{3,4})?\s?(?:[+-]\d{1,2}(?::?\d\d)?)?",
    re.ASCII | re.IGNORECASE,
)
_MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_CENTURIES, _TURN = (2000, 1900), 69
"""Of a year with two digits, as POSIX reads it (`strptime`, %y): 69 to 99 are the last century's."""


class Days:
    """The days of one column. It sees its cells first, and then reads them.

    `order` is `day first` or `month first`, where somebody said so. Otherwise the column decides: a 13 or more in one
    place tells where the day stands. Dots are always read day first, as no country writes them otherwise (CLDR).
    """

    def __init__(self, order: str = "") -> None:
        self._said = order
        self._proof: dict[str, str] = {}
        self._open = ""

    def see(self, cell: Cell) -> None:
        """Takes a cell as evidence."""
        if isinstance(cell, str) and (parts := _two_numbers(cell)):
            first, second = parts
            if first > 12 >= second:
                self._proof.setdefault(DAY_FIRST, shown(cell))
            elif second > 12 >= first:
                self._proof.setdefault(MONTH_FIRST, shown(cell))
            elif first != second:
                self._open = self._open or shown(cell)

    @property
    def order(self) -> str:
        """`day first` or `month first`, as said or as the column shows; empty where neither is known."""
        return self._said or (next(iter(self._proof)) if len(self._proof) == 1 else "")

    @property
    def ambiguous(self) -> str:
        """Which cell can be read as two days, with both, in words; empty where none can."""
        if self._said or not self._open or len(self._proof) == 1:
            return ""
        day, month = (_day(self._open, order) for order in (DAY_FIRST, MONTH_FIRST))
        both = f"“{self._open}” is {day} if the day comes first, and {month} if the month does"
        if not self._proof:
            return both
        first, last = self._proof[DAY_FIRST], self._proof[MONTH_FIRST]
        return f"{both}; “{first}” can only be read day first, and “{last}” month first"

    def read(self, cell: Cell) -> date | datetime | None:
        """The day that a cell says, with its time if it says one; None for an empty cell and for what is no day.

        The time is as it was written there: of a time zone nothing is kept. None, too, for what is ambiguous.
        """
        if isinstance(cell, date):
            return cell.replace(tzinfo=None) if isinstance(cell, datetime) else cell
        return _read(cell, self.order) if isinstance(cell, str) else None


def _two_numbers(cell: str) -> tuple[int, int] | None:
    """The two numbers before the year, where either may be the day."""
    found = _YEAR_LAST.match(cell.strip())
    return (int(found[1]), int(found[3])) if found and found[2] != "." else None


def _day(cell: str, order: str) -> str:
    read = _read(cell, order)
    return read.strftime("%Y-%m-%d") if read else "no day"


def _read(cell: str, order: str) -> date | datetime | None:
    said = " ".join(cell.split())
    for pattern, parts in ((_YEAR_FIRST, _year_first), (_YEAR_LAST, _year_last), (_NAMED, _named)):
        if found := pattern.match(said):
            try:
                return _with_time(parts(found, order), said[found.end() :])
            except ValueError:
                return None
    return None


def _year_first(found: re.Match[str], order: str) -> date:
    return date(int(found[1]), int(found[3]), int(found[4]))


def _year_last(found: re.Match[str], order: str) -> date:
    first, second, year = int(found[1]), int(found[3]), int(found[4])
    if len(found[4]) == 2:
        year += _CENTURIES[year >= _TURN]
    if found[2] == "." or order == DAY_FIRST or first == second:
        return date(year, second, first)
    if order == MONTH_FIRST:
        return date(year, first, second)
    return date(year, second, first) if first > 12 else date(year, first, second if second > 12 else 0)


def _named(found: re.Match[str], order: str) -> date:
    word = (found[2] or found[3]).casefold()
    (month,) = [number for number, name in enumerate(_MONTHS, 1) if name.startswith(word)]
    return date(int(found[5]), month, int(found[1] or found[4]))


def _with_time(day: date, rest: str) -> date | datetime:
    """The day with the time that is written behind it. Raises ValueError for anything else there."""
    rest = rest.removeprefix("T").strip(" ,")
    if not rest:
        return day
    found = _TIME.fullmatch(rest)
    if not found:
        raise ValueError(rest)
    hour = int(found[1])
    if found[4]:
        if not 1 <= hour <= 12:
            raise ValueError(rest)
        hour = hour % 12 + (12 if found[4][0] in "pP" else 0)
    return datetime.combine(day, time(hour, int(found[2]), int(found[3] or 0)))
