"""A file's text, and the way from an offset in it to a line and a column."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple


class Span(NamedTuple):
    """A stretch of text: `start` and `end` are offsets in code points, `end` exclusive."""

    start: int
    end: int


class Position(NamedTuple):
    """A place as people count it: line and column from 1, the column in code points."""

    line: int
    column: int


@dataclass(frozen=True)
class Source:
    """The text of one file under the name it is shown by (a POSIX path, relative where it can be)."""

    name: str
    text: str = field(repr=False)

    @cached_property
    def _line_starts(self) -> list[int]:
        starts = [0]
        position = self.text.find("\n")
        while position >= 0:
            starts.append(position + 1)
            position = self.text.find("\n", position + 1)
        return starts

    @property
    def line_count(self) -> int:
        """Number of lines, at least 1."""
        return len(self._line_starts)

    def position(self, offset: int) -> Position:
        """The line and column of an offset (clamped to the text)."""
        offset = max(0, min(offset, len(self.text)))
        line = bisect_right(self._line_starts, offset)
        return Position(line, offset - self._line_starts[line - 1] + 1)

    def utf16_position(self, offset: int) -> tuple[int, int]:
        """Line and character from 0, the character in UTF-16 units, as the Language Server Protocol counts."""
        line, column = self.position(offset)
        start = self._line_starts[line - 1]
        before = self.text[start : start + column - 1]
        return line - 1, len(before.encode("utf-16-le", "surrogatepass")) // 2

    def offset(self, line: int, column: int) -> int:
        """The offset of a line and column, both from 1. Raises IndexError for a line that is not there."""
        return self._line_starts[line - 1] + column - 1

    def line(self, number: int) -> str:
        """The text of a line (from 1) without its line break."""
        start = self._line_starts[number - 1]
        end = self._line_starts[number] - 1 if number < self.line_count else len(self.text)
        return self.text[start:end].rstrip("\r")
