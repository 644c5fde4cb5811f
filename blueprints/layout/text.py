"""How wide text is, and how it is wrapped. Lengths are in points.

Widths are those of the font that is shipped (Inter) or of Helvetica and Arial, whichever is wider, read once
from the fonts with fontTools into `fonts/widths.json`: measuring costs nothing at run time, and text fits in
whichever of the named fonts a reader has.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from types import MappingProxyType

FONTS = Path(__file__).parents[1] / "fonts"
"""The folder of the fonts that are shipped, and of their widths."""

LINE_HEIGHT = 1.2
"""Height of a line in units of the font's size; Graphviz's own."""

_EMOJI_WIDTH = 1.26
_WIDE = 1.0
_UNKNOWN = 1.0
_SHORT = 0.4
"""A last line shorter than this share of the width looks lost."""
_RTL = ("R", "AL")
_BREAK_AFTER = "-/_.@,;:=&?+–—"
_BIDI_CONTROLS = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def clean(text: str) -> str:
    """The text on one line, without what cannot be shown: controls, bidi overrides, lone surrogates."""
    if text.isprintable():
        return " ".join(text.split())
    kept = (" " if character.isspace() else character for character in text if not _unprintable(character))
    return " ".join("".join(kept).split())


def _unprintable(character: str) -> bool:
    if character.isspace():
        return False
    category = unicodedata.category(character)
    noncharacter = ord(character) & 0xFFFE == 0xFFFE or 0xFDD0 <= ord(character) <= 0xFDEF
    return category in ("Cc", "Cs") or noncharacter or character in _BIDI_CONTROLS


@cache
def _widths(bold: bool) -> MappingProxyType[str, float]:
    table = json.loads((FONTS / "widths.json").read_text(encoding="utf-8"))
    widths: dict[str, float] = {}
    for key in ("others", "bold" if bold else "regular"):
        for first, *run in table[key]:
            widths.update((chr(first + index), width / 1000) for index, width in enumerate(run))
    return MappingProxyType(widths)


@cache
def _rare_width(character: str) -> float:
    """Width of a character that no measured font has, in em."""
    if unicodedata.category(character) in ("Mn", "Me", "Cf", "Cc"):
        return 0.0
    if ord(character) >= 0x1F000:
        return _EMOJI_WIDTH
    return _WIDE if unicodedata.east_asian_width(character) in ("W", "F") else _UNKNOWN


def _em(text: str, bold: bool) -> float:
    widths = _widths(bold)
    if text.isascii() and text.isprintable():
        return sum(map(widths.__getitem__, text))
    total = 0.0
    for character in text:
        width = widths.get(character)
        if width is None or (width and character > "\u02ff" and unicodedata.combining(character)):
            width = _rare_width(character)
        total += width
    return total


def measure(text: str, size: float, bold: bool = False) -> float:
    """The width of one line of text at a font size, never less than it is in the fonts named."""
    if "\u200d" in text:
        text = _joined_emoji_once(text)
    return _em(text, bold) * size


def _joined_emoji_once(text: str) -> str:
    """Emoji joined by U+200D are drawn as one picture: keep the first of each."""
    pieces = text.split("\u200d")
    kept = [pieces[0]]
    for piece in pieces[1:]:
        emoji = bool(piece) and ord(piece[0]) >= 0x2190
        kept.append(piece[1:] if emoji else piece)
    return "".join(kept)


def right_to_left(text: str) -> bool:
    """Whether the first strong character runs from right to left (UAX #9, rule P2)."""
    if text.isascii():
        return False
    for character in text:
        direction = unicodedata.bidirectional(character)
        if direction in _RTL:
            return True
        if direction == "L":
            return False
    return False


def wrap(text: str, width: float, size: float, bold: bool = False) -> tuple[str, ...]:
    """Break text into lines no wider than `width`: at spaces, between East Asian characters, else in words."""
    lines: list[str] = []
    line, used = "", 0.0
    space = measure(" ", size, bold)
    for piece, spaced in _pieces(clean(text)):
        extent = measure(piece, size, bold)
        gap = space if spaced and line else 0.0
        if line and used + gap + extent <= width:
            line, used = line + (" " if gap else "") + piece, used + gap + extent
            continue
        if line:
            lines.append(line)
        *full, piece = _broken(piece, width, size, bold) if extent > width else (piece,)
        lines.extend(full)
        line, used = piece, measure(piece, size, bold)
    return (*lines, line) if line else tuple(lines)


def wrap_evenly(text: str, width: float, size: float, bold: bool = False) -> tuple[str, ...]:
    """As `wrap`, in as many lines, but without a last line of a word or two where narrower lines avoid that."""
    lines = wrap(text, width, size, bold)
    if len(lines) < 2 or measure(lines[-1], size, bold) > _SHORT * width:
        return lines
    for share in (0.7, 0.8, 0.9):
        tried = wrap(text, width * share, size, bold)
        if len(tried) == len(lines) and measure(tried[-1], size, bold) > measure(lines[-1], size, bold):
            return tried
    return lines


def shortened(text: str, width: float, size: float) -> tuple[str, ...]:
    """A text on one line no wider than `width`, with an ellipsis where it goes on; nothing for an empty one."""
    lines = wrap(text, width, size)
    return lines if len(lines) < 2 else (wrap(text, width - measure("…", size), size)[0] + "…",)


def _pieces(text: str) -> Iterator[tuple[str, bool]]:
    """What may stand alone on a line, and whether a space comes before it."""
    for word in text.split(" "):
        if not word:
            continue
        if word.isascii() or not any(_breaks_around(character) for character in word):
            yield word, True
            continue
        spaced = True
        for piece in _east_asian_pieces(word):
            yield piece, spaced
            spaced = False


def _breaks_around(character: str) -> bool:
    return character > "\u2e7f" and unicodedata.east_asian_width(character) in ("W", "F")


def _east_asian_pieces(word: str) -> Iterator[str]:
    piece = ""
    for cluster in graphemes(word):
        closing = unicodedata.category(cluster[0]) in ("Pe", "Pf", "Po") or cluster[0] in "ーぁぃぅぇぉっゃゅょ"
        opening = bool(piece) and unicodedata.category(piece[-1]) in ("Ps", "Pi")
        joint = _breaks_around(cluster[0]) or (bool(piece) and _breaks_around(piece[-1]))
        if piece and joint and not closing and not opening:
            yield piece
            piece = ""
        piece += cluster
    if piece:
        yield piece


def graphemes(text: str) -> Iterable[str]:
    """The text in what people see as characters (UAX #29)."""
    if text.isascii():
        return text
    from wcwidth import iter_graphemes

    return iter_graphemes(text)


def _broken(word: str, width: float, size: float, bold: bool) -> list[str]:
    """A word too long for a line, in pieces that fit (at least one visible character each)."""
    pieces: list[str] = []
    piece, used = "", 0.0
    for cluster in graphemes(word):
        extent = measure(cluster, size, bold)
        if piece and used + extent > width:
            cut = max((piece.rfind(mark) for mark in _BREAK_AFTER), default=-1) + 1
            if cut > len(piece) // 2:
                pieces.append(piece[:cut])
                piece = piece[cut:]
            else:
                pieces.append(piece)
                piece = ""
            used = measure(piece, size, bold)
        piece, used = piece + cluster, used + extent
    return [*pieces, piece]


def shipped(text: str) -> bool:
    """Whether the shipped fonts have every character of a text."""
    if text.isascii():
        return True
    widths = _shipped_characters()
    return all(character in widths or character.isspace() for character in set(text))


@cache
def _shipped_characters() -> frozenset[str]:
    table = json.loads((FONTS / "widths.json").read_text(encoding="utf-8"))
    return frozenset(chr(first + index) for first, *run in table["regular"] for index in range(len(run)))
