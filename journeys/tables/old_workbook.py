"""Workbooks of Excel before 2007 (XLS) by xlrd, which takes no more memory than there are cells."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from journeys.errors import UsageError
from journeys.language.quantities import counted
from journeys.tables.headings import headed
from journeys.tables.merged import spread
from journeys.tables.sheets import ADVICE, chosen
from journeys.tables.table import Cell, Row, Table
from journeys.tables.unpacked import damaged, locked

if TYPE_CHECKING:
    from xlrd import Book
    from xlrd.sheet import Sheet

_MOST_BYTES = 100_000_000
_PACKED = "EncryptedPackage".encode("utf-16-le")
"""A workbook of today that is locked stands in a file of the old kind under this name (MS-OFFCRYPTO 2.3.4)."""


def open_old(path: Path, sheet: str) -> Table:
    """The table in a sheet of a workbook: in the one that is named, else in the only one that holds something.

    Raises UsageError where there is none or several, or it cannot be read; and OSError.
    """
    book = _book(path)
    sheets = [one for one in book.sheets() if one.visibility == 0 and one.nrows]
    name = chosen(path, sheet, book.sheet_names(), [one.name for one in sheets])
    title = f"{path}, sheet “{name}”" if len(sheets) > 1 or sheet else str(path)
    return _table(title, book, book.sheet_by_name(name))


def _book(path: Path) -> Book:
    from xlrd import open_workbook
    from xlrd.biffh import XLRDError

    data = path.read_bytes() if path.stat().st_size <= _MOST_BYTES else b""
    if not data:
        raise UsageError(f"{path} is too large a workbook: save the sheet as CSV")
    if _PACKED in data:
        raise locked(path)
    try:
        return open_workbook(file_contents=data, logfile=io.StringIO(), formatting_info=True, ragged_rows=True)
    except XLRDError as error:
        raise locked(path) if "encrypted" in str(error) else damaged(path) from None
    except Exception:  # It trusts what a file says of itself, and stumbles in many ways where that is not true.
        raise damaged(path) from None


def _table(name: str, book: Book, sheet: Sheet) -> Table:
    errors = sum(sheet.row_types(row).count(_ERROR) for row in range(sheet.nrows))
    notes = (f"{counted(errors, 'cell')} with an error of a formula read as empty",) if errors else ()
    blocks = [(top, left, bottom - 1, right - 1) for top, bottom, left, right in sheet.merged_cells]
    table = headed(name, lambda: _rows(book, sheet), ADVICE, notes, titled=True)
    return spread(table, blocks, sheet.nrows, sheet.ncols)


_TEXT, _NUMBER, _DATE, _BOOLEAN, _ERROR = 1, 2, 3, 4, 5
"""What kinds of cells xlrd tells apart (xlrd.biffh)."""


def _rows(book: Book, sheet: Sheet) -> Iterator[Row]:
    for row in range(sheet.nrows):
        kinds, values = sheet.row_types(row), sheet.row_values(row)
        cells = [_cell(kind, value, book.datemode) for kind, value in zip(kinds, values, strict=True)]
        yield Row(row + 1, (*cells, *(None,) * (sheet.ncols - len(cells))))


def _cell(kind: int, value: Any, datemode: Literal[0, 1]) -> Cell:
    if kind == _TEXT:
        return str(value) if value.strip() else None
    if kind == _NUMBER:
        return int(value) if value.is_integer() and abs(value) < 1e16 else float(value)
    if kind == _DATE:
        return _date(value, datemode)
    return bool(value) if kind == _BOOLEAN else None


def _date(value: float, datemode: Literal[0, 1]) -> Cell:
    from xlrd.xldate import XLDateError, xldate_as_datetime

    try:
        moment = xldate_as_datetime(value, datemode)
    except (XLDateError, OverflowError, ValueError):
        return value
    if 0 <= value < 1:
        return str(moment.time())
    return moment.date() if moment.time() == time() else moment
