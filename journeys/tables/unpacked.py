"""What a packed workbook holds, looked at before anything unpacks it whole.

A few kilobytes can unpack to gigabytes, and a sheet whose one cell is far away takes hundreds: the library that reads
workbooks asks for that memory, and the program ends. So each part is read once in pieces, by expat, and counted.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn, Protocol
from xml.parsers import expat
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from journeys.errors import UsageError

_MOST_BYTES = 500_000_000
_PIECE = 1 << 18
_LOCKED = 0x1


class Part(Protocol):
    """Looks at the elements of one part of a workbook."""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins. Its name, and those of its attributes, are with their prefixes."""

    def text(self, data: str) -> None:
        """A piece of text."""


class Unpacked:
    """The parts of a workbook, by name. Raises UsageError for what is damaged, locked, or too large."""

    def __init__(self, path: Path, file: ZipFile) -> None:
        self._path, self._file = path, file
        self._left = _MOST_BYTES
        self.names = frozenset(file.namelist())

    def look(self, name: str, part: Part) -> None:
        """Reads one part of XML to its end."""
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler = part.start
        parser.CharacterDataHandler = part.text
        parser.StartDoctypeDeclHandler = self._damaged
        try:
            for piece in self._pieces(name):
                parser.Parse(piece, not piece)
        except expat.ExpatError:
            self._damaged()

    def holds(self, name: str, sign: bytes) -> bool:
        """Whether a part holds some bytes."""
        end = b""
        for piece in self._pieces(name):
            if sign in end + piece:
                return True
            end = piece[-len(sign) :]
        return False

    def too_large(self) -> UsageError:
        """What to say of a workbook that would take too much memory."""
        return UsageError(f"{self._path} is too large a workbook once it is unpacked: save the sheet as CSV")

    def damaged(self) -> UsageError:
        """What to say of one that cannot be read."""
        return damaged(self._path)

    def locked(self) -> UsageError:
        """What to say of one with a password."""
        return locked(self._path)

    def _pieces(self, name: str) -> Iterator[bytes]:
        for info in self._file.infolist():
            if info.filename == name:
                yield from self._pieces_of(info)
        yield b""

    def _pieces_of(self, info: ZipInfo) -> Iterator[bytes]:
        if info.flag_bits & _LOCKED:
            raise self.locked()
        if info.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
            self._damaged()  # Others unpack by the piece, and no workbook is packed so.
        info.file_size = _MOST_BYTES + 1  # What it says there need not be true.
        try:
            with self._file.open(info) as part:
                while piece := part.read(_PIECE):
                    self._left -= len(piece)
                    if self._left < 0:
                        raise self.too_large()
                    yield piece
        except (BadZipFile, zlib.error, EOFError, NotImplementedError):
            self._damaged()

    def _damaged(self, *_: object) -> NoReturn:
        raise self.damaged()


@contextmanager
def unpacked(path: Path) -> Iterator[Unpacked]:
    """The parts of a packed workbook. Raises UsageError where it is none."""
    try:
        file = ZipFile(path)
    except (BadZipFile, NotImplementedError, ValueError):
        raise damaged(path) from None
    with file:
        parts = Unpacked(path, file)
        if sum(info.file_size for info in file.infolist()) > _MOST_BYTES:
            raise parts.too_large()
        yield parts


def damaged(path: Path) -> UsageError:
    """What to say of a workbook that cannot be read."""
    return UsageError(f"{path} is damaged, or no workbook: open it in a spreadsheet, and save it as XLSX or CSV")


def locked(path: Path) -> UsageError:
    """What to say of a workbook with a password."""
    return UsageError(f"{path} is locked with a password: save it without one, or as CSV")
