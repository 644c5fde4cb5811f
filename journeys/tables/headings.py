"""The headings of a table: the first row that holds something."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from journeys.errors import UsageError
from journeys.tables.cells import shown
from journeys.tables.table import Cell, Problem, Read, Row, Table


def headed(name: str, read: Read, advice: str, notes: Sequence[str] = (), *, above: bool = False) -> Table:
    """The table of what is read. Raises UsageError where nothing is, or not even the headings can be read."""
    first = next((row for row in read() if isinstance(row, Problem) or any(shown(cell) for cell in row.cells)), None)
    if first is None:
        raise UsageError(f"{name} is empty: the first line has to name the columns")
    if isinstance(first, Problem):
        raise UsageError(f"{name}: line {first.line}: {first.message}")
    headings, twice = _named(first)
    return Table(name, headings, first.line, (*notes, *twice), read, first.line, advice)


def _named(row: Row) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The headings, each unlike any other, and notes of those that were not."""
    written = [_line(cell) for cell in row.cells]
    while written and not written[-1]:
        written.pop()
    seen: Counter[str] = Counter()
    taken = set(written)
    headings, notes = [], []
    for said in written:
        seen[said] += 1
        name = said
        if said and seen[said] > 1:
            name = _unlike(said, seen[said], taken)
            notes.append(f"“{said[:40]}” heads more than one column: number {seen[said]} is called “{name[:60]}” here")
        taken.add(name)
        headings.append(name)
    return tuple(headings), tuple(notes)


def _unlike(said: str, number: int, taken: set[str]) -> str:
    while f"{said} ({number})" in taken:
        number += 1
    return f"{said} ({number})"


def _line(cell: Cell) -> str:
    return " ".join(shown(cell).split())
