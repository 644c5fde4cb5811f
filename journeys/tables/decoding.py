"""In which encoding a text file is: looked for in the whole file, in pieces, so that nothing is guessed from a part."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from journeys.errors import UsageError

_PIECE = 1 << 20
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 4096
_MOST_ZEROS = 0.4
"""In UTF-16 of a Western table about half of all bytes are 0, on one side of each pair; elsewhere nearly none is."""
_CONTROL = re.compile(rb"[\x00-\x06\x0e-\x1a\x1c-\x1f]")
_MOST_CONTROL = 8
"""So many kinds of control characters stand in no text, and all 27 at the beginning of most other files."""
_UNDEFINED = re.compile(rb"[\x81\x8d\x8f\x90\x9d]")
"""What Windows-1252 has no sign for (https://www.unicode.org/Public/MAPPINGS/VENDORS/MICSFT/WINDOWS/CP1252.TXT)."""
_ESCAPED, _SIGN = re.compile("[\udc80-\udcff]"), re.compile("[^\x00-\x7f\udc80-\udcff]")
"""A byte that is no UTF-8, as Python's `surrogateescape` keeps it, and a sign of UTF-8 that is not ASCII."""
_ASK = "save it as CSV in UTF-8"


class Encoding(NamedTuple):
    """A name that Python knows, and what to tell of it; empty where it is UTF-8."""

    name: str
    note: str = ""


def encoding_of(path: Path) -> Encoding:
    """UTF-8 or UTF-16 with or without a byte order mark, else Windows-1252, if the whole file can be read so.

    Raises UsageError for a file that is neither, or one and then the other, or no text; and OSError.
    """
    with path.open("rb") as file:
        sample = file.read(_SAMPLE)
    name = next((name for mark, name in _MARKS if sample.startswith(mark)), "") or _unmarked(sample)
    if name in ("utf-8", "utf-8-sig"):
        if len(set(_CONTROL.findall(sample))) > _MOST_CONTROL:
            raise UsageError(f"{path} is not a text file: name one that holds a table, as CSV or a workbook")
        return _eight_bits(path, name)
    return _sixteen_bits(path, name)


def _unmarked(sample: bytes) -> str:
    zeros = [sample[side::2].count(0) / max(1, len(sample) // 2) for side in (0, 1)]
    if zeros[1] > _MOST_ZEROS > zeros[0]:
        return "utf-16-le"
    return "utf-16-be" if zeros[0] > _MOST_ZEROS > zeros[1] else "utf-8"


def _sixteen_bits(path: Path, name: str) -> Encoding:
    before = 1
    decoder = codecs.getincrementaldecoder(name)()
    for piece in _pieces(path):
        try:
            before += decoder.decode(piece, final=not piece).count("\n")
        except UnicodeDecodeError:
            shown = _shown(name)
            raise UsageError(
                f"{path}: from about line {before} on it is not in {shown}, as it begins: {_ASK}"
            ) from None
    return Encoding(name, f"read as {_shown(name)}")


def _shown(name: str) -> str:
    return name[:6].upper()


def _eight_bits(path: Path, name: str) -> Encoding:
    wrong, other, before = 0, False, 1
    decoder = codecs.getincrementaldecoder(name)("surrogateescape")
    for piece in _pieces(path):
        text = decoder.decode(piece, final=not piece)
        if not text.isascii():
            found = _ESCAPED.search(text)
            wrong = wrong or (before + text.count("\n", 0, found.start()) if found else 0)
            other = other or _SIGN.search(text) is not None
        before += text.count("\n")
    if not wrong:
        return Encoding(name)
    if other or name != "utf-8":
        raise UsageError(f"{path}: line {wrong} is not in UTF-8, and others are: {_ASK}")
    if line := _undefined(path):
        raise UsageError(f"{path}: line {line} is neither in UTF-8 nor in Windows-1252: {_ASK}")
    return Encoding("cp1252", f"line {wrong} is not in UTF-8: the file is read as Windows-1252")


def _undefined(path: Path) -> int:
    """The first line with a byte that Windows-1252 has no sign for; 0 where none has."""
    before = 1
    for piece in _pieces(path):
        if found := _UNDEFINED.search(piece):
            return before + piece.count(b"\n", 0, found.start())
        before += piece.count(b"\n")
    return 0


def _pieces(path: Path) -> Iterator[bytes]:
    """The bytes of a file, and an empty piece at its end."""
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            yield piece
    yield b""
