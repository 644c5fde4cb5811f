"""The one door: a file that a person names, read as what it is, whatever its name ends in."""

from __future__ import annotations

from pathlib import Path

from journeys.errors import UsageError
from journeys.tables.table import Table

_PACKED, _OLD, _COLUMNAR = b"PK", b"\xd0\xcf\x11\xe0", b"PAR1"
_NONE = (
    (b"%PDF", "a PDF"),
    (b"<!doctype html", "a web page"),
    (b"<html", "a web page"),
    (b"{\\rtf", "a text of a word processor"),
    (b"sqlite format 3", "a database"),
    (b"\x1f\x8b", "packed by gzip"),
    (b"version https://git-lfs", "a note of Git LFS in place of the file (`git lfs pull` fetches it)"),
)


def open_table(path: Path, *, sheet: str = "") -> Table:
    """The table in a file: CSV, in any encoding and with any sign between cells that spreadsheets write; a sheet of a
    workbook (XLSX, ODS, XLS); or Parquet, with the extra `evidence`.

    What a file is, is told from how it begins. `sheet` names the sheet, where several hold something. Nothing but that
    file is read, and no more of it is held than a few rows (of a workbook, one sheet). Raises UsageError, in one line,
    where it cannot be read, and ToolError where what reads it is not installed.
    """
    try:
        return _opened(path, sheet)
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {error.strerror or error}") from None


def _opened(path: Path, sheet: str) -> Table:
    if path.exists() and not path.is_file():
        raise UsageError(f"{path} is not a file: name one that holds a table, as CSV or a workbook")
    with path.open("rb") as file:
        begins = file.read(64)
    if begins.startswith(_PACKED):
        from journeys.tables.workbook import open_packed

        return open_packed(path, sheet)
    if begins.startswith(_OLD):
        from journeys.tables.old_workbook import open_old

        return open_old(path, sheet)
    if sheet:
        raise UsageError(f"{path} is no workbook, and has no sheets: leave `--sheet` out")
    if begins.startswith(_COLUMNAR):
        from journeys.tables.columnar import open_columnar

        return open_columnar(path)
    from journeys.tables.delimited import open_delimited

    plain = begins.removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    for sign, name in _NONE:
        if plain.startswith(sign.lower()):
            raise UsageError(f"{path} is {name}, and no table: save the table as CSV or XLSX")
    return open_delimited(path)
