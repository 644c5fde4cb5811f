"""One thing that can be done for a promise: in words, who has to agree, what becomes weaker, and what is written."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from journeys.language.finding import Edit, KeyPath


class RemedyKind(StrEnum):
    """What is done."""

    TIME = "time"
    RATE = "rate"
    PROMISE = "promise"
    OWNER = "owner"
    RELEASE = "release"
    ROUNDS = "rounds"
    RELIANCE = "reliance"
    PLACE = "place"
    SAID = "said"
    """What nobody wrote, and is taken for nothing, is written."""


@dataclass(frozen=True, slots=True)
class Remedy:
    """One edit. `text` says what is done, as an imperative; `hint` what should be known before one does it.

    `agree` are the owners (ids) who take something on by it, or get less; `weakened` the promises (ids) that say less
    afterwards. `edits` are changes of the files. Where not `writable` they are what would have to be true, and people
    have to say it: who fills a post is nothing that a tool writes.
    """

    kind: RemedyKind
    text: str
    edits: tuple[Edit, ...]
    agree: tuple[str, ...] = ()
    weakened: tuple[str, ...] = ()
    hint: str = ""
    writable: bool = True

    @property
    def places(self) -> frozenset[tuple[str, KeyPath, str]]:
        """The values that it sets: of two remedies that set the same one, the later counts."""
        return frozenset((edit.place.file, edit.place.path, "" if _sets(edit) else repr(edit)) for edit in self.edits)


def _sets(edit: Edit) -> bool:
    return edit.action in ("put", "replace")
