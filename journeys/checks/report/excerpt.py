"""One source line with what a span marks in it, cut around the span and measured in terminal cells."""

from __future__ import annotations

from typing import NamedTuple

from journeys.checks.report.report import clamped
from journeys.checks.report.visible import visible, widths
from journeys.language.source import Source, Span

WIDTH = 120
"""The most cells of a source line that are shown."""

_BEFORE = 60
"""Of those, the most before the span when the line has to be cut."""

_REACH = WIDTH
"""Code points looked at on each side of the span's start: a line of megabytes costs no more than a short one."""

_TAB = 4
_NARROW = "\u0300"
"""Printable characters below this one all take one cell."""


class Excerpt(NamedTuple):
    """A line's number from 1, its text as shown, and the marks under it: cells to skip, cells to mark."""

    line: int
    text: str
    indent: int
    length: int


class _Piece(NamedTuple):
    """The part of a line near the span: where it is cut, and the span's start and end in it."""

    text: str
    start: int
    end: int
    cut_before: bool
    cut_after: bool


def excerpt(source: Source, span: Span) -> Excerpt | None:
    """The first line of a span with at least one cell marked; None for an empty file, which shows nothing."""
    if not source.text:
        return None
    start, end = clamped(source, span)
    line, column = source.position(start)
    piece = _piece(source.text, start, end, start - column + 1)
    if _plain(piece):
        return Excerpt(line, piece.text, piece.start, max(1, piece.end - piece.start))
    return _measured(line, piece)


def _piece(text: str, start: int, end: int, line_start: int) -> _Piece:
    first = max(line_start, start - _REACH)
    last = text.find("\n", start, start + _REACH)
    cut_after = last < 0 and start + _REACH < len(text)
    if last < 0:
        last = min(len(text), start + _REACH)
    shown = text[first:last] if cut_after else text[first:last].rstrip("\r")
    if end > last:  # A span over several lines is marked to the end of its first one's text.
        end = first + len(shown.rstrip())
    return _Piece(shown, start - first, min(end - first, len(shown)), first > line_start, cut_after)


def _plain(piece: _Piece) -> bool:
    return not (piece.cut_before or piece.cut_after) and len(piece.text) <= WIDTH and _narrow(piece.text)


def _narrow(text: str) -> bool:
    """Whether every character is shown as it is, in one cell: a quick test that most lines pass."""
    return text.isprintable() and (text.isascii() or max(text) < _NARROW)


def _measured(line: int, piece: _Piece) -> Excerpt:
    signs, cells = _shown(piece.text)
    first, last = _window(cells, piece.start)
    opening = "…" if first or piece.cut_before else ""
    closing = "…" if last < len(cells) or piece.cut_after else ""
    indent = len(opening) + sum(cells[first : piece.start])
    length = sum(cells[piece.start : min(piece.end, last)])
    return Excerpt(line, opening + "".join(signs[first:last]) + closing, indent, max(1, length))


def _shown(text: str) -> tuple[list[str], list[int]]:
    """Each character as it is shown, and its cells."""
    if _narrow(text):
        return list(text), [1] * len(text)
    signs, cells = list(text), widths(text)
    if not text.isprintable():
        column = 0
        for index, character in enumerate(text):
            if character == "\t":
                signs[index] = " " * (_TAB - column % _TAB)
                cells[index] = len(signs[index])
            elif not character.isprintable() and (sign := visible(character)) != character:
                signs[index], cells[index] = sign, len(sign)
            column += cells[index]
    return signs, cells


def _window(cells: list[int], start: int) -> tuple[int, int]:
    """The characters to show, as many as fit into the width, some of them before `start`."""
    if sum(cells) <= WIDTH:
        return 0, len(cells)
    first, used = start, 0
    while first and used + cells[first - 1] <= _BEFORE:
        first -= 1
        used += cells[first]
    last = start
    while last < len(cells) and used + cells[last] <= WIDTH:
        used += cells[last]
        last += 1
    return first, last
