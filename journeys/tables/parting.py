"""Which sign parts the cells of a text."""

from __future__ import annotations

import csv
import re
from collections.abc import Sequence
from math import inf

_SIGNS = ("\t", ";", "|", ",")
"""Spreadsheets write one or another, by the country; of two that fit as well, the one that texts and numbers hold
less comes first."""
_SAID = re.compile(r"\s*\"?sep=(.)\"?\s*", re.IGNORECASE | re.DOTALL)


def sign_said(line: str) -> str:
    """The sign that a first line tells a spreadsheet, as `sep=;` does; else empty."""
    said = _SAID.fullmatch(line.rstrip("\r\n"))
    return said[1] if said and said[1] in _SIGNS else ""


def parted_by(lines: Sequence[str]) -> str:
    """The sign that makes of most rows so many cells as the first has, and of these the most.

    Of a table with one column it is a sign that no row holds.
    """
    return max(_SIGNS, key=lambda sign: _fits(lines, sign))


def _fits(lines: Sequence[str], sign: str) -> tuple[float, int, float]:
    sizes = _sizes(lines, sign)
    if sizes is None:
        return inf, 0, 0
    if not sizes:
        return -1, 0, 0
    heading, rows = sizes[0], sizes[1:]
    agree = sum(1 for size in rows if size == heading) / len(rows) if rows else 1
    return agree * (heading - 1), heading, agree


def _sizes(lines: Sequence[str], sign: str) -> list[int] | None:
    """How many cells each row has that holds anything, as far as they can be read; None where no row does."""
    sizes: list[int] = []
    try:
        for row in csv.reader(lines, delimiter=sign, strict=True):
            if any(cell.strip() for cell in row):
                sizes.append(len(row))
    except csv.Error:
        return sizes
    return sizes or None
