"""The headings of a table: the first row that holds something, and what else belongs to it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from journeys.errors import UsageError
from journeys.language.quantities import counted
from journeys.tables.cells import shown
from journeys.tables.exports import heads_of
from journeys.tables.table import Cell, Problem, Read, Row, Table

_LOOKED_AT, _NAMED = 20, 60


def headed(name: str, read: Read, advice: str, notes: Sequence[str] = (), *, titled: bool = False) -> Table:
    """The table of what is read. Where it may be `titled`, rows with one filled cell above all wider ones are a title.

    Raises UsageError where nothing is read, or not even the headings can be.
    """
    first = list(islice(_filled(read()), _LOOKED_AT))
    if not first:
        raise UsageError(f"{name} is empty: the first line has to name the columns")
    if isinstance(first[0], Problem):
        raise UsageError(f"{name}: line {first[0].line}: {first[0].message}")
    rows = [row for row in first if isinstance(row, Row)]
    title = _title(rows) if titled else 0
    rows = rows[title:]
    heads = heads_of([[_line(cell) for cell in row.cells] for row in rows[:4]])
    headings, twice = _unlike(heads.headings)
    above = [f"what stands above line {rows[0].line} is taken for a title"] if title else []
    told = (*notes, *above, *([heads.note] if heads.note else []), *twice)
    return Table(name, headings, rows[0].line, told, read, rows[heads.below].line, advice)


def _filled(rows: Iterable[Row | Problem]) -> Iterator[Row | Problem]:
    return (row for row in rows if isinstance(row, Problem) or any(cell is not None for cell in row.cells))


def _title(rows: Sequence[Row]) -> int:
    """How many rows stand above the first that fills more than one cell; 0 where none does."""
    wide = (place for place, row in enumerate(rows) if sum(cell is not None for cell in row.cells) > 1)
    return next(wide, 0)


def _line(cell: Cell) -> str:
    return " ".join(shown(cell).split())


def _unlike(written: Iterable[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The headings, each unlike any other, and a note of those that were not."""
    names = list(written)
    while names and not names[-1]:
        names.pop()
    seen: Counter[str] = Counter()
    taken, renamed = set(names), []
    for place, said in enumerate(names):
        seen[said] += 1
        if said and seen[said] > 1:
            names[place] = _new(said, seen[said], taken)
            taken.add(names[place])
            renamed.append(names[place])
    if not renamed:
        return tuple(names), ()
    note = f"{counted(len(renamed), 'column')} headed like one before: the first is called “{renamed[0][:_NAMED]}” here"
    return tuple(names), (note,)


def _new(said: str, number: int, taken: set[str]) -> str:
    while f"{said} ({number})" in taken:
        number += 1
    return f"{said} ({number})"
