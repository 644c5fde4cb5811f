"""Bytes of a file to text. What cannot be read is a finding about the file, at its beginning."""

from __future__ import annotations

import os
import stat
import sys
from codecs import BOM_UTF8
from pathlib import Path
from typing import NamedTuple

from journeys.language.loading.text_finding import TextFinding
from journeys.language.source import Span

MAX_BYTES = 8_000_000
STDIN = Path("-")
"""What other programs, too, take for the standard input; it is shown as `stdin`."""
_BOMS = {b"\xff\xfe": "UTF-16", b"\xfe\xff": "UTF-16"}


class Read(NamedTuple):
    """A text (empty where it could not be had), what was wrong with it, and its file on the disk, if it has one."""

    text: str
    findings: tuple[TextFinding, ...] = ()
    path: Path | None = None
    marked: bool = False
    """Whether a byte order mark stands before the text."""

    def encoded(self, text: str) -> bytes:
        """Another text as bytes like those that were read, with their byte order mark."""
        return (BOM_UTF8 if self.marked else b"") + text.encode("utf-8")


def read(path: Path) -> Read:
    """The text of a file, or of the standard input for `-`; never raises for what it is or holds."""
    if path == STDIN:
        return _standard_input()
    return _read(path)._replace(path=path)


def _standard_input() -> Read:
    if sys.stdin is None:
        return _unreadable("there is no standard input", "name a file instead of `-`")
    try:
        return decode(sys.stdin.buffer.read(MAX_BYTES + 1))
    except OSError as error:
        return _unreadable(f"the standard input cannot be read: {error.strerror or error}", "name a file")


def _read(path: Path) -> Read:
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            return _folder(path)
        if not stat.S_ISREG(mode):
            return _unreadable("this is not a regular file", "name a file that ends in .journey.yaml")
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        return _unreadable(f"the file cannot be read: {error.strerror or error}", "check its name and permissions")
    return decode(data)


def _folder(path: Path) -> Read:
    """A folder comes here where it could not be searched, or stands where a file belongs."""
    try:
        os.scandir(path).close()
    except OSError as error:
        message = f"the folder cannot be searched: {error.strerror or error}; what is in it was not read"
        return _unreadable(message, "check its permissions, or name only what can be read")
    return _unreadable("this is a folder, and a file is expected here", "give it another name")


def decode(data: bytes) -> Read:
    """Text from bytes: UTF-8 with or without a byte order mark."""
    if len(data) > MAX_BYTES:
        limit = MAX_BYTES // 1_000_000
        message = f"the file is larger than {limit} MB"
        return _unreadable(message, "a journey is text of some kilobytes; split it", "too-big")
    encoding = _BOMS.get(data[:2])
    if encoding:
        return _unreadable(f"the file is in {encoding}", "save it as UTF-8")
    if b"\0" in data:
        return _unreadable("this is not a text file", "name a file that holds a journey as text")
    try:
        return Read(data.decode("utf-8-sig"), marked=data.startswith(BOM_UTF8))
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return _unreadable(f"line {line} is not in UTF-8 (byte {error.start})", "save the file as UTF-8")


def _unreadable(message: str, help_: str, name: str = "unreadable-file") -> Read:
    return Read("", (TextFinding(name, message, Span(0, 0), help_),))
