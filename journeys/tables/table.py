"""A table as it is read: headings, and rows that stream by. What it is about, nobody knows here."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import NamedTuple, TypeAlias

from journeys.language.quantities import counted

Cell: TypeAlias = str | int | float | bool | date | datetime | None
"""What a cell holds; None for nothing, or nothing but blanks. Text files hold texts only."""


class Row(NamedTuple):
    """The cells of a row, as many as there are headings. `line`, from 1, is where it begins, as an editor or a
    spreadsheet counts."""

    line: int
    cells: tuple[Cell, ...]


class Problem(NamedTuple):
    """What is wrong with one row: its line, from 1, and what to do, in words."""

    line: int
    message: str


Read: TypeAlias = Callable[[], Iterator[Row | Problem]]
"""Reads a file from its beginning: the rows as they are, of any width, and what is wrong with some."""


@dataclass(frozen=True, slots=True)
class Table:
    """The table in a file. `rows` streams it anew each time it is called.

    `name` is the file's for messages (with the sheet where it has several), `line` the line of the headings, `notes`
    what was decided while reading that a person may want to know. A heading is as it is written, without blanks around;
    empty where a column has none; of two alike the second is `Name (2)`, which a note tells.
    """

    name: str
    headings: tuple[str, ...]
    line: int
    notes: tuple[str, ...]
    read: Read = field(repr=False)
    begins: int = field(repr=False)
    """The line of the last row that belongs to the headings."""
    advice: str = field(repr=False)
    """What to do about a row that is wider than the headings."""

    def rows(self) -> Iterator[Row | Problem]:
        """The rows below the headings that hold something, and what is wrong with others, in their order.

        After a problem whose words say so nothing more is read. Raises UsageError where the file is there no more.
        """
        width = len(self.headings)
        for row in self.read():
            if isinstance(row, Problem):
                yield row
            elif row.line > self.begins:
                cells = row.cells
                if len(cells) != width:
                    if any(cell is not None for cell in cells[width:]):
                        yield Problem(row.line, self._too_wide(len(cells)))
                        continue
                    row = Row(row.line, (*cells[:width], *(None,) * (width - len(cells))))
                if row.cells.count(None) != width:
                    yield row

    def _too_wide(self, cells: int) -> str:
        return f"{counted(cells, 'cell')}, and the heading has {len(self.headings)}: {self.advice}"
