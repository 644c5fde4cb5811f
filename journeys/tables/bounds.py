"""How much a sheet would take in memory."""

from __future__ import annotations

MOST_CELLS = 10_000_000
"""Of a sheet, from its first filled cell to the last, empty ones as well: about 32 bytes each."""
MOST_SIGNS = 500_000_000
"""Of text in the cells of a sheet; a text that is kept once may stand in many cells."""


class Bounds:
    """The smallest rectangle that holds every filled cell of a sheet."""

    __slots__ = ("_bottom", "_left", "_right", "_top")

    def __init__(self) -> None:
        self._top = self._left = 1 << 60
        self._bottom = self._right = -1

    def add(self, row: int, column: int, rows: int = 1, columns: int = 1) -> None:
        """A cell is filled, or a block of them."""
        if row < self._top:
            self._top = row
        if column < self._left:
            self._left = column
        if row + rows > self._bottom:
            self._bottom = row + rows
        if column + columns > self._right:
            self._right = column + columns

    @property
    def cells(self) -> int:
        """How many cells the rectangle has, filled or empty."""
        return max(0, self._bottom - self._top) * max(0, self._right - self._left)
