"""CSV: any encoding that spreadsheets write, any sign between the cells, streamed in bounded memory."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import IO

from journeys.errors import UsageError
from journeys.tables.decoding import encoding_of
from journeys.tables.headings import headed
from journeys.tables.parting import parted_by, sign_said
from journeys.tables.table import Problem, Read, Row, Table

_LONGEST_LINE = 4_000_000
_SAMPLE = 500
"""So many lines at most tell which sign parts the cells."""
_BROKEN = re.compile("expected after")
"""The parser's words for a sign behind a closing quotation mark: the row is lost, the next can be read."""


def open_delimited(path: Path) -> Table:
    """The table in a text file. Raises UsageError where there is none, and OSError."""
    encoding = encoding_of(path)
    try:
        with _opened(path, encoding.name) as file:
            sample = list(islice(_lines(file), _SAMPLE))
    except csv.Error as error:
        raise UsageError(f"{path} is no table: {error}") from None
    said = sign_said(sample[0]) if sample else ""
    notes = [encoding.note] if encoding.note else []
    sign = said or parted_by(sample)
    advice = f"put a text that holds {sign_shown(sign)} in quotation marks"
    return headed(str(path), _read(path, encoding.name, sign, skipped=1 if said else 0), advice, notes)


def sign_shown(sign: str) -> str:
    """A sign for a message."""
    return "a tab" if sign == "\t" else f"`{sign}`"


def _opened(path: Path, encoding: str) -> IO[str]:
    return path.open(encoding=encoding, newline="")


def _lines(file: IO[str]) -> Iterator[str]:
    while line := file.readline(_LONGEST_LINE):
        if len(line) == _LONGEST_LINE:
            raise csv.Error(f"a line is longer than {_LONGEST_LINE // 1_000_000} million signs")
        yield line


def _read(path: Path, encoding: str, sign: str, skipped: int) -> Read:
    def read() -> Iterator[Row | Problem]:
        try:
            with _opened(path, encoding) as file:
                yield from _rows(file, sign, skipped)
        except OSError as error:
            raise UsageError(f"{path} cannot be read: {error.strerror or error}") from None
        except UnicodeDecodeError:
            raise UsageError(f"{path} was changed while it was read: try again") from None

    return read


def _rows(file: IO[str], sign: str, skipped: int) -> Iterator[Row | Problem]:
    lines = _lines(file)
    for _ in range(skipped):
        next(lines, None)
    reader = csv.reader(lines, delimiter=sign, strict=True)
    line = skipped + 1
    while True:
        try:
            for cells in reader:
                yield Row(line, tuple([cell if cell.strip() else None for cell in cells]))
                line = reader.line_num + skipped + 1
            return
        except csv.Error as error:
            message = f"the row that begins here cannot be read ({error}): look for a quotation mark"
            if not _BROKEN.search(str(error)):
                yield Problem(line, f"{message}; nothing from here on is read")
                return
            yield Problem(line, message)
            line = reader.line_num + skipped + 1
