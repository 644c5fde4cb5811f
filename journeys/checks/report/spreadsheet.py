"""Cells for spreadsheets: what a program would take for a formula, or a runner of CI for a command, is text."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence
from typing import Any

# What a spreadsheet takes for the beginning of a formula (OWASP, CSV injection), full-width forms included.
_FORMULA = re.compile('^(?=[=+\\-@\t\r\n＝＋－＠]|::)|(?<=[;,\t\r\n])("*)(?=[=+\\-@＝＋－＠])')
"""It may begin a cell, or what becomes one where another sign parts the cells than ours; `::` a command of GitHub's."""


def as_csv(headings: Sequence[str], rows: Iterable[Iterable[Any]]) -> str:
    """A heading and rows as CSV: `; ` parts what is in a list, and what looks like a formula gets a `'` before it."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(headings)
    writer.writerows([_cell(value) for value in row] for row in rows)
    return out.getvalue()


def guarded(said: str) -> bool:
    """Whether a cell begins with a `'` that was put before what looks like a formula."""
    return said.startswith("'") and _FORMULA.match(said[1:]) is not None


def _cell(value: Any) -> str | int | float:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if value is None:
        return ""
    if isinstance(value, int | float):
        return value
    said = value if isinstance(value, str) else "; ".join(value)
    said = said.encode("utf-8", "backslashreplace").decode().replace("\0", "␀")
    return _FORMULA.sub(r"\1'", said)
