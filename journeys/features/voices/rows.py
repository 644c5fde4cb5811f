"""The voices in a table that somebody keeps: a row for each, columns by their headings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from journeys.checks.report.spreadsheet import guarded
from journeys.errors import UsageError
from journeys.language.loading.reader import MAX_BYTES
from journeys.tables import Cell, Problem, Table, Wanted, find_columns, open_table, shown

__all__ = ["Problem", "Row", "Rows", "read_rows"]

_COLUMNS = (
    Wanted("voice", "what was said", ("voices", "words", "quote", "comment", "feedback", "said")),
    Wanted("from", "who said it", ("who", "by", "said by", "speaker", "owner", "customer")),
    Wanted("at", "the step that it is about", ("step", "steps", "where", "touchpoint", "action", "place"), False),
    Wanted("heard", "the day on which it was heard", ("heard on", "date", "day", "on", "when")),
)


class Row(NamedTuple):
    """A voice as a row says it. `line`, from 1, is where the row begins; `at` are words for steps or actions."""

    line: int
    voice: str
    by: str
    at: tuple[str, ...]
    heard: str


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of a file, the headings of columns that are not read, what is wrong, and how the file was read."""

    rows: tuple[Row, ...] = ()
    unread: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    notes: tuple[str, ...] = ()


def read_rows(path: Path, sheet: str = "") -> Rows:
    """The voices in a file, or a sheet of it. Raises UsageError where it cannot be read as a table at all."""
    if path.is_file() and path.stat().st_size > MAX_BYTES:
        raise UsageError(f"{path} is larger than {MAX_BYTES // 1_000_000} MB: add it in parts")
    table = open_table(path, sheet=sheet)
    found = find_columns(_COLUMNS, table.headings)
    if found.missing:
        return Rows(problems=(Problem(table.line, found.missing),), notes=table.notes)
    problems: list[Problem] = []
    rows = tuple(_rows(table, found.places, problems))
    read = found.places.values()
    unread = tuple(name for place, name in enumerate(table.headings) if name and place not in read)
    return Rows(rows, unread, tuple(problems), table.notes)


def _rows(table: Table, places: Mapping[str, int], problems: list[Problem]) -> Iterator[Row]:
    """The rows; what is wrong with one is among the problems."""
    for row in table.rows():
        if isinstance(row, Problem):
            problems.append(row)
        else:
            said = {name: _said(row.cells[place]) for name, place in places.items()}
            yield from _row(row.line, said, problems)


def _said(cell: Cell) -> str:
    """What a cell says; without the `'` that keeps a spreadsheet from taking it for a formula."""
    said = shown(cell.date() if isinstance(cell, datetime) else cell)
    return said[1:] if guarded(said) else said


def _row(line: int, said: Mapping[str, str], problems: list[Problem]) -> Iterator[Row]:
    empty = [column for column in _COLUMNS if column.needed and not said[column.name]]
    for column in empty:
        problems.append(Problem(line, f"nothing says {column.says}: write it in the column “{column.name}”"))
    if not empty:
        at = tuple(word.strip() for word in said.get("at", "").split(";") if word.strip())
        yield Row(line, said["voice"], said["from"], tuple(dict.fromkeys(at)), said["heard"])
