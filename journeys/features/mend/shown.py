"""What is shown of the mends of a promise: the ways, and a mark of the files that they were found in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256

from journeys.checks.told import told
from journeys.graph.workspace import Workspace
from journeys.mending import Mends, mends
from journeys.mending.mend import Mend


@dataclass(frozen=True)
class Shown:
    """The ways to mend a promise of a workspace. `mark` is short, and another one as soon as any of its files is.

    `asked` are the paths that somebody named.
    """

    workspace: Workspace
    found: Mends
    mark: str
    asked: tuple[str, ...] = ()

    @property
    def ways(self) -> tuple[Mend, ...]:
        """The ways, the first of which costs least."""
        return self.found.ways

    @property
    def because(self) -> str:
        """What breaks the promise, in words; empty where nothing does."""
        breakage = self.workspace.breakage(self.found.promise)
        return told(breakage.cause, self.workspace).message if breakage else ""


def shown(workspace: Workspace, promise: str, asked: Iterable[str] = ()) -> Shown:
    """The ways to mend a promise (by node id). Raises KeyError for one that is not there."""
    mark = _mark(one.source.text for one in workspace.files.documents.values())
    return Shown(workspace, mends(workspace, promise), mark, tuple(asked))


def _mark(texts: Iterable[str]) -> str:
    """The names of files do not count: seen from another folder they are others."""
    found = sha256()
    for text in sorted(texts):
        found.update(text.encode("utf-8", "surrogatepass") + b"\0")
    return found.hexdigest()[:6]
