"""The one door: a file that a person names, read as what it is."""

from __future__ import annotations

from pathlib import Path

from journeys.errors import UsageError
from journeys.tables.table import Table


def open_table(path: Path, *, sheet: str = "") -> Table:
    """The table in a file: CSV, in any of the encodings and with any of the signs that spreadsheets write.

    Nothing but that file is read. Raises UsageError, in one line, where it cannot be.
    """
    from journeys.tables.delimited import open_delimited

    try:
        if not path.is_file():
            path.stat()
            raise UsageError(f"{path} is not a file: name one that holds a table, as CSV or a workbook")
        return open_delimited(path)
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {error.strerror or error}") from None
