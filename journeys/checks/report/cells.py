"""Text laid out in terminal cells: wrapped, padded, in columns. All text comes in raw and leaves safe to print."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from journeys.checks.report.visible import visible, widths

_GAP = "  "
_NARROWEST, _WIDEST_FIXED = 18, 20


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of a row, and lines that stand beneath it over the whole width."""

    cells: tuple[str, ...]
    notes: tuple[str, ...] = ()


def width_of(text: str) -> int:
    """The cells a text takes once it is made visible."""
    return sum(widths(visible(text)))


def wrapped(text: str, width: int) -> list[str]:
    """A text in lines of at most `width` cells, broken at blanks, within a word only where it is too long."""
    lines, line, used = [], "", 0
    for word in visible(" ".join(text.split())).split(" "):
        for piece in _pieces(word, max(2, width)):
            size = sum(widths(piece))
            if line and used + 1 + size > width:
                lines.append(line)
                line, used = piece, size
            else:
                line, used = (f"{line} {piece}", used + 1 + size) if line else (piece, size)
    return [*lines, line]


def _pieces(word: str, width: int) -> Iterator[str]:
    """A word cut where it is wider than a line."""
    sizes = widths(word)
    start = used = 0
    for index, size in enumerate(sizes):
        if used + size > width:
            yield word[start:index]
            start, used = index, 0
        used += size
    yield word[start:]


def hanging(text: str, width: int, first: str, rest: str) -> list[str]:
    """A text wrapped with `first` before its first line and `rest` before the others (both safe already)."""
    room = max(_NARROWEST, width - max(len(first), len(rest)))
    return [(rest if number else first) + line for number, line in enumerate(wrapped(text, room))]


def padded(text: str, width: int) -> str:
    """A safe text filled up to `width` cells."""
    return text + " " * (width - sum(widths(text)))


def table(headers: Sequence[str], rows: Sequence[Row], width: int, indent: str = "  ") -> list[str]:
    """Columns of which the first takes what the others leave; cells are wrapped, so that all of it fits."""
    sizes = _sizes(headers, rows, width - len(indent))
    lines = [indent + _line(headers, sizes)]
    for row in rows:
        columns = [wrapped(cell, size) for cell, size in zip(row.cells, sizes, strict=True)]
        for number in range(max(map(len, columns))):
            cells = [column[number] if number < len(column) else "" for column in columns]
            lines.append(indent + _line(cells, sizes))
        for note in row.notes:
            lines += hanging(note, width, indent + "  ", indent + "    ")
    return lines


def _sizes(headers: Sequence[str], rows: Sequence[Row], width: int) -> list[int]:
    natural = [
        max(width_of(header), *(width_of(row.cells[number]) for row in rows), 1)
        for number, header in enumerate(headers)
    ]
    fixed = [min(size, _WIDEST_FIXED) for size in natural[1:]]
    room = width - len(_GAP) * len(fixed)
    while room - sum(fixed) < _NARROWEST and max(fixed) > 6:
        fixed[fixed.index(max(fixed))] -= 1
    return [max(_NARROWEST, min(natural[0], room - sum(fixed))), *fixed]


def _line(cells: Sequence[str], sizes: Sequence[int]) -> str:
    return _GAP.join(padded(cell, size) for cell, size in zip(cells, sizes, strict=True)).rstrip()
