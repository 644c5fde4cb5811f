"""Workbooks: XLSX and ODS by calamine. Formulas are the values that were last reckoned; macros are never run."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from journeys.errors import UsageError
from journeys.language.quantities import counted
from journeys.tables.headings import headed
from journeys.tables.merged import spread
from journeys.tables.ods_parts import is_ods, look_at_ods
from journeys.tables.sheets import ADVICE, chosen
from journeys.tables.table import Cell, Row, Table
from journeys.tables.unpacked import damaged, locked, unpacked
from journeys.tables.xlsx_parts import Oddity, is_xlsb, is_xlsx, oddities

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook


def open_packed(path: Path, sheet: str) -> Table:
    """The table in a sheet of a workbook: in the one that is named, else in the only one that holds something.

    Raises UsageError where there is none or several, or it cannot be read; and OSError.
    """
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError

    odd = _looked_at(path)
    try:
        with CalamineWorkbook.from_path(path) as book:
            sheets = {one.name: one for one in _shown_sheets(book)}
            name = chosen(path, sheet, book.sheet_names, list(sheets))
            found = sheets.get(name) or book.get_sheet_by_name(name)
    except PasswordError:
        raise locked(path) from None
    except CalamineError:
        raise damaged(path) from None
    except BaseException as error:
        if type(error).__name__ == "PanicException":  # A fault in the library, that stands beside Exception.
            raise damaged(path) from None
        raise
    title = f"{path}, sheet “{name}”" if len(sheets) > 1 or sheet else str(path)
    return _table(title, found, odd.get(name, Oddity()))


def _looked_at(path: Path) -> dict[str, Oddity]:
    with unpacked(path) as parts:
        if is_xlsb(parts):
            raise UsageError(f"{path} is a binary workbook (XLSB): save it as XLSX")
        if is_xlsx(parts):
            return dict(oddities(parts))
        if is_ods(parts):
            look_at_ods(parts)
            return {}
        raise UsageError(f"{path} is a packed file, and no workbook: name one that holds a table, as CSV or XLSX")


def _shown_sheets(book: CalamineWorkbook) -> Iterator[CalamineSheet]:
    """The sheets that a person sees and that hold something."""
    for about in book.sheets_metadata:
        if str(about.typ).endswith("WorkSheet") and str(about.visible).endswith(".Visible"):
            sheet = book.get_sheet_by_name(about.name)
            if sheet.height:
                yield sheet


def _table(name: str, sheet: CalamineSheet, odd: Oddity) -> Table:
    def read() -> Iterator[Row]:
        return (Row(line, tuple(map(_cell, cells))) for line, cells in enumerate(sheet.iter_rows(), 1))

    left = sheet.start[1] if sheet.start else 0
    blocks = [(top, start - left, bottom, end - left) for (top, start), (bottom, end) in sheet.merged_cell_ranges or ()]
    table = headed(name, read, ADVICE, _notes(odd), titled=True)
    return spread(table, blocks, sheet.total_height, sheet.width)


def _notes(odd: Oddity) -> Sequence[str]:
    notes = []
    if odd.errors:
        notes.append(
            f"{counted(odd.errors, 'cell')} with an error of a formula read as empty; the first is {odd.error}"
        )
    if odd.unreckoned:
        notes.append(
            f"{counted(odd.unreckoned, 'formula')} without a value read as empty, the first in {odd.unreckoned_first}: "
            "open the workbook in a spreadsheet and save it"
        )
    return notes


def _cell(value: str | float | bool | time | date | datetime | timedelta) -> Cell:
    if isinstance(value, str):
        return value if value.strip() else None
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e16:
        return int(value)
    if isinstance(value, time | timedelta):
        return str(value)
    return value
