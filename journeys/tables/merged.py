"""Merged cells: each of them holds what the block shows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from journeys.language.quantities import counted
from journeys.tables.bounds import MOST_CELLS
from journeys.tables.table import Cell, Row

Block = tuple[int, int, int, int]
"""The first row and column of a block and the last, from 0; columns as rows hold them."""


class Merged:
    """The merged blocks of a sheet that is so many rows high and columns wide."""

    def __init__(self, blocks: Sequence[Block], height: int, width: int) -> None:
        inside = [
            (top, max(0, left), min(bottom, height - 1), min(right, width - 1))
            for top, left, bottom, right in blocks
            if top < height and left < width and right >= 0
        ]
        covered = sum((bottom - top + 1) * (right - left + 1) for top, left, bottom, right in inside)
        self._blocks = sorted(inside) if covered <= MOST_CELLS else []
        self.notes: tuple[str, ...] = ()
        """What to tell of them."""
        if self._blocks:
            self.notes = (
                f"{counted(len(inside), 'block')} of merged cells, of which each cell holds what the block says",
            )

    def filled(self, rows: Iterable[Row]) -> Iterator[Row]:
        """The rows, with what a block says in each of its cells."""
        waiting = self._blocks[::-1]
        open_: list[tuple[Block, Cell]] = []
        for row in rows:
            at = row.line - 1
            while waiting and waiting[-1][0] == at:
                block = waiting.pop()
                open_.append((block, row.cells[block[1]]))
            if open_:
                cells = list(row.cells)
                for (_, left, _, right), cell in open_:
                    cells[left : right + 1] = [cell] * (right + 1 - left)
                row = Row(row.line, tuple(cells))
                open_ = [one for one in open_ if one[0][2] > at]
            yield row
