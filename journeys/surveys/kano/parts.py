"""A table of a survey as it is read: its rows, and the days in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime

from journeys.surveys.kano.form import Form, Unclear
from journeys.surveys.kano.layout import layout_of
from journeys.tables import Days, Row, Table

_REMEMBERED = 4096
"""So many spellings of days are read only once."""


class Part:
    """A table with its layout. Raises Unclear where neither the form nor a heading tells where the answers stand."""

    def __init__(self, table: Table, form: Form) -> None:
        self.table = table
        self.layout = layout_of(table, form)
        self._days = Days(form.dates)
        self._on = form.on
        self._met: dict[str, date | datetime | None] = {}

    def see(self) -> None:
        """Looks through the column of days. Raises Unclear for one that can be read two ways."""
        place = self.layout.when
        if place is None:
            return
        for row in self.table.rows():
            if isinstance(row, Row):
                self._days.see(row.cells[place])
        if self._days.ambiguous:
            raise Unclear(
                f"{self.table.name}: some days can be read two ways: say whether the day comes first, or the month",
                ("--dates '… first'",),
                self._days.ambiguous,
            )

    def when(self, row: Row) -> date | datetime | None:
        """The day of a row's answers, with the time if one is said."""
        if self.layout.when is None:
            return self._on
        cell = row.cells[self.layout.when]
        if not isinstance(cell, str):
            return self._days.read(cell)
        if cell not in self._met:
            if len(self._met) >= _REMEMBERED:
                self._met.clear()
            self._met[cell] = self._days.read(cell)
        return self._met[cell]

    def days(self) -> Iterator[date]:
        """The days of all rows that have one."""
        for row in self.table.rows() if self.layout.when is not None else ():
            if isinstance(row, Row) and (when := self.when(row)):
                yield when.date() if isinstance(when, datetime) else when


def second_of_two(parts: Iterable[Part]) -> date | None:
    """The later day, where all answers are of just two days."""
    found: set[date] = set()
    for part in parts:
        for day in part.days():
            found.add(day)
            if len(found) > 2:
                return None
    return max(found) if len(found) == 2 else None
