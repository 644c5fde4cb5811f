"""What one cell says: as text, or as a number."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from fractions import Fraction

from journeys.tables.table import Cell

_NUMBER = re.compile(r"[+-]?\d{1,30}(?:[.,]\d{1,30})?", re.ASCII)


def shown(cell: Cell) -> str:
    """A cell as the text that a person sees, without blanks around: `4` for 4.0, `TRUE` and `FALSE` as spreadsheets say
    them, dates in ISO 8601.

    Empty for none. Lines within a cell end in a line feed.
    """
    if cell is None:
        return ""
    if isinstance(cell, str):
        return cell.replace("\r\n", "\n").replace("\r", "\n").strip() if "\r" in cell else cell.strip()
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else cell.isoformat(" ", "auto")
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 1e16:
        return str(int(cell))
    return str(cell)


def number(cell: Cell) -> Fraction | None:
    """A number as it is written, `4`, `4.5` or `4,5`, exact; None for anything else (`4 of 5`, `1.234,5`, TRUE)."""
    if isinstance(cell, bool):
        return None
    if isinstance(cell, int):
        return Fraction(cell)
    if isinstance(cell, float):
        return Fraction(repr(cell)) if cell - cell == 0 else None
    if isinstance(cell, str):
        said = cell.strip()
        return Fraction(said.replace(",", ".")) if _NUMBER.fullmatch(said) else None
    return None
