"""What stands in an ODS workbook, before its cells are read (OpenDocument 1.3, part 3, chapter 9)."""

from __future__ import annotations

from collections.abc import Mapping

from journeys.tables.bounds import MOST_CELLS, MOST_SIGNS, Bounds
from journeys.tables.unpacked import Unpacked

_CONTENT, _MANIFEST = "content.xml", "META-INF/manifest.xml"
_CELLS = ("table-cell", "covered-table-cell")


def is_ods(parts: Unpacked) -> bool:
    """Whether a packed file is a workbook of this kind."""
    return _CONTENT in parts.names and not any(name.startswith(("xl/", "word/", "ppt/")) for name in parts.names)


def look_at_ods(parts: Unpacked) -> None:
    """Raises UsageError where a sheet would take too much memory, or is locked."""
    if _MANIFEST in parts.names and parts.holds(_MANIFEST, b"encryption-data"):
        raise parts.locked()
    content = _Content()
    parts.look(_CONTENT, content)
    content.end()
    cells = max(bounds.cells for bounds in content.sheets)
    if max(content.signs - MOST_SIGNS, cells - MOST_CELLS, content.tallest - MOST_CELLS) > 0:
        raise parts.too_large()


class _Content:
    """The sheets, whose cells and rows may say how often they are repeated."""

    def __init__(self) -> None:
        self.sheets: list[Bounds] = [Bounds()]
        self.signs = 0
        self.tallest = 0
        """The most rows of a sheet, empty ones as well."""
        self._row, self._rows = 0, 0
        self._column, self._columns = 0, 0
        self._first, self._last = 0, 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        name = name.rpartition(":")[2]
        said = {key.rpartition(":")[2]: value for key, value in attributes.items()}
        if name in _CELLS:
            self._column += self._columns
            self._columns = _times(said, "number-columns-repeated")
            if said.keys() & {"value-type", "formula", "value"}:
                self._fill(sum(map(len, said.values())))
        elif name == "s":
            self._fill(_times(said, "c"))
        elif name == "table-row":
            self.end()
            self._rows = _times(said, "number-rows-repeated")
        elif name == "table":
            self.end()
            self._row = self._rows = 0
            self.sheets.append(Bounds())

    def text(self, data: str) -> None:
        if self._columns:
            self._fill(len(data))

    def end(self) -> None:
        """The row that was begun last is at its end."""
        self._row += self._rows
        self.tallest = max(self.tallest, self._row)
        self._rows = self._column = self._columns = 0

    def _fill(self, signs: int) -> None:
        self.sheets[-1].add(0, 0, self._row + self._rows, self._column + self._columns)
        self.signs += signs * self._rows * self._columns


def _times(said: Mapping[str, str], key: str) -> int:
    digits = said.get(key, "1")
    return int(digits) if digits.isdecimal() and len(digits) < 12 else 1
