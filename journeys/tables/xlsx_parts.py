"""What stands in the parts of an XLSX workbook, before its cells are read (ECMA-376, part 1, chapter 18)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from posixpath import normpath

from journeys.tables.bounds import MOST_CELLS, MOST_SIGNS, Bounds
from journeys.tables.unpacked import Unpacked

_BOOK, _BINARY_BOOK = "xl/workbook.xml", "xl/workbook.bin"
_DIGITS = "0123456789"


@dataclass(frozen=True, slots=True)
class Oddity:
    """Cells of a sheet that hold no value that can be read: how many, and which is the first."""

    errors: int = 0
    error: str = ""
    unreckoned: int = 0
    unreckoned_first: str = ""


def oddities(parts: Unpacked) -> Mapping[str, Oddity]:
    """Cells with an error, and formulas that nobody reckoned, by the sheet's name.

    Raises UsageError where a sheet would take too much memory.
    """
    texts: list[int] = []
    seen: dict[str, _Part] = {}
    for name in sorted(parts.names):
        if name.lower().endswith((".xml", ".rels")):
            seen[name] = _Part(texts)
            parts.look(name, seen[name])
        elif parts.holds(name, b"sheetData"):
            raise parts.damaged()
    for part in seen.values():
        part.end()
        if part.bounds.cells > MOST_CELLS or part.signs() > MOST_SIGNS:
            raise parts.too_large()
    book = seen.get(_BOOK)
    files = seen["xl/_rels/workbook.xml.rels"].files if "xl/_rels/workbook.xml.rels" in seen else {}
    targets = {sheet: normpath(f"xl/{files.get(id_, '')}") for sheet, id_ in book.sheets.items()} if book else {}
    return {sheet: seen[target].odd() for sheet, target in targets.items() if target in seen}


def is_xlsx(parts: Unpacked) -> bool:
    """Whether a packed file is a workbook of this kind."""
    return any(name.lower() == _BOOK for name in parts.names)


def is_xlsb(parts: Unpacked) -> bool:
    """Whether it is a binary workbook, which is read nowhere here."""
    return any(name.lower() == _BINARY_BOOK for name in parts.names)


class _Part:
    """One part: a sheet, the texts that sheets share, the workbook, or how these belong together."""

    def __init__(self, texts: list[int]) -> None:
        self.bounds = Bounds()
        self.sheets: dict[str, str] = {}
        self.files: dict[str, str] = {}
        self._texts = texts
        self._own = 0
        self._shared: Counter[str] = Counter()
        self._at: str | None = None
        self._kind: str | None = None
        self._inside = ""
        self._formula, self._value = False, ""
        self._row, self._column = 0, -1
        self._errors: list[str] = []
        self._unreckoned: list[str] = []

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self._inside = name = name.rpartition(":")[2] if ":" in name else name
        if name == "c":
            if self._kind or self._formula:
                self.end()
            self._at, self._kind = attributes.get("r"), attributes.get("t")
            self._column += 1
        elif name in ("v", "is", "f"):
            if self._at:
                letters = self._at.rstrip(_DIGITS)
                self._row, self._column = _whole(self._at[len(letters) :]), _column(letters)
            self.bounds.add(self._row, self._column)
            if name == "f":
                self._formula = True
        elif name == "row":
            self._row, self._column = _whole(attributes.get("r", "")) or self._row + 1, -1
        elif name == "si":
            self._texts.append(0)
        elif name == "sheet":
            id_ = next((value for key, value in attributes.items() if key.endswith(":id")), "")
            self.sheets[attributes.get("name", "")] = id_
        elif name == "Relationship":
            target = attributes.get("Target", "")
            self.files[attributes.get("Id", "")] = f"..{target}" if target.startswith("/") else target

    def text(self, data: str) -> None:
        if self._inside == "v":
            if self._kind or self._formula:  # Of a plain number nothing is asked.
                self._value += data
        elif self._inside == "t":
            self._own += len(data)
            if self._texts:
                self._texts[-1] += len(data)

    def end(self) -> None:
        """The cell that was begun last is at its end."""
        if self._kind == "s":
            self._shared[self._value] += 1
        elif self._kind == "e":
            self._errors.append(f"{self._at} ({self._value[:20]})")
        elif self._formula and not self._value and self._kind != "str":
            self._unreckoned.append(self._at or "")
        self._own += len(self._value)
        self._kind, self._formula, self._value = None, False, ""

    def signs(self) -> int:
        """How much text the cells hold, a text that several share counted for each."""
        sizes = self._texts
        return self._own + sum(
            sizes[int(index)] * times
            for index, times in self._shared.items()
            if index.isdecimal() and len(index) < 10 and int(index) < len(sizes)
        )

    def odd(self) -> Oddity:
        errors, unreckoned = self._errors, self._unreckoned
        return Oddity(len(errors), (errors or [""])[0], len(unreckoned), (unreckoned or [""])[0])


@lru_cache(maxsize=1 << 14)
def _whole(digits: str) -> int:
    return int(digits) if digits.isdecimal() and len(digits) < 12 else 0


@lru_cache(maxsize=1 << 14)
def _column(letters: str) -> int:
    column = 0
    for sign in letters.upper()[:8]:
        column = column * 26 + max(0, ord(sign) - ord("A") + 1)
    return column - 1
