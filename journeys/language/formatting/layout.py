"""A file as its layout sees it: entries with the comments that belong to them, and nothing of columns and quotes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto

_SUPPRESSION = re.compile(r"#\s*journeys:\s*ignore\b")


class Shape(Enum):
    """What a value is."""

    TEXT = auto()
    LIST = auto()
    MAP = auto()


@dataclass(frozen=True, slots=True)
class Note:
    """A comment. `column` (from 0) is where it stood; `blank` says that an empty line stood above it."""

    text: str
    column: int = 0
    blank: bool = False

    @property
    def suppresses(self) -> bool:
        """Whether it puts findings aside: such a comment speaks of a line, which must keep what begins on it."""
        return bool(_SUPPRESSION.match(self.text))


@dataclass(frozen=True, slots=True)
class Value:
    """A text (`text`, and as it was `written`), or a collection of `entries` with the comments at its end."""

    shape: Shape
    text: str | None = None
    written: str = ""
    flow: bool = False
    entries: tuple[Entry, ...] = ()
    tail: tuple[Note, ...] = ()

    @property
    def commented(self) -> bool:
        """Whether comments stand inside it."""
        return bool(self.tail) or any(
            entry.leading or entry.trailing or entry.value.commented for entry in self.entries
        )


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of a mapping, or an item of a list (then `key` is None).

    `leading` comments stand above it, `trailing` on its line; `bare` is said of a key without a colon
    (`{do: Take name, seat}`).
    """

    value: Value
    key: str | None = None
    key_written: str = ""
    leading: tuple[Note, ...] = ()
    trailing: Note | None = None
    blank: bool = False
    bare: bool = False

    @property
    def suppresses(self) -> bool:
        """Whether a comment of its own puts findings of its line aside."""
        return any(note.suppresses for note in (*self.leading, *((self.trailing,) if self.trailing else ())))
