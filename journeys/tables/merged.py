"""Merged cells: each of them holds what the block shows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from journeys.language.quantities import counted
from journeys.tables.bounds import MOST_CELLS
from journeys.tables.table import Cell, Problem, Row, Table

Block = tuple[int, int, int, int]
"""The first row and column of a block and the last, from 0; columns as rows hold them."""


def spread(table: Table, blocks: Iterable[Block], height: int, width: int) -> Table:
    """A table of a sheet, so many rows high and columns wide, of whose merged blocks below the headings each cell holds
    what the block shows."""
    inside = [
        (top, left, min(bottom, height - 1), min(right, width - 1))
        for top, left, bottom, right in blocks
        if table.begins <= top < height and 0 <= left < width
    ]
    covered = sum((bottom - top + 1) * (right - left + 1) for top, left, bottom, right in inside)
    if not inside or covered > MOST_CELLS:
        return table
    note = f"{counted(len(inside), 'block')} of merged cells, of which each cell is read as what the block shows"
    inside.sort()
    return replace(table, notes=(*table.notes, note), read=lambda: _spread(table.read(), inside))


def _spread(rows: Iterable[Row | Problem], blocks: Sequence[Block]) -> Iterator[Row | Problem]:
    waiting = list(reversed(blocks))
    open_: list[tuple[Block, Cell]] = []
    for row in rows:
        at = row.line - 1
        if isinstance(row, Row):
            while waiting and waiting[-1][0] <= at:
                block = waiting.pop()
                open_.append((block, row.cells[block[1]]))
            if open_:
                cells = list(row.cells)
                for (_, left, _, right), cell in open_:
                    cells[left : right + 1] = [cell] * (right + 1 - left)
                row = Row(row.line, tuple(cells))
                open_ = [one for one in open_ if one[0][2] > at]
        yield row
