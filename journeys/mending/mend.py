"""A set of edits that makes a promise sound, with its cost; and all that a search found."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from journeys.graph.verdict import State
from journeys.mending.remedy import Remedy


@dataclass(frozen=True, slots=True)
class Effects:
    """What becomes of the promises to customers of a whole workspace, by id.

    `mended` were broken, or without a bound, and hold; `broken` were not broken and are; `worse` have another, worse
    verdict.
    """

    mended: tuple[str, ...] = ()
    broken: tuple[str, ...] = ()
    worse: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Mend:
    """Some edits after which a promise is sound (or, where no edit leads there, assumed: `state`).

    `texts` are the files as they would be, by name. `agree` are the owners (ids) who have to agree, `weakened` the
    promises (ids) that say less afterwards. `smallest`: every smaller set of the edits that were thought of was tried.
    """

    remedies: tuple[Remedy, ...]
    texts: Mapping[str, str] = field(repr=False)
    state: State = State.SOUND
    effects: Effects = Effects()
    smallest: bool = True

    @property
    def agree(self) -> tuple[str, ...]:
        """The owners who have to agree, each once."""
        return tuple(dict.fromkeys(one for remedy in self.remedies for one in remedy.agree))

    @property
    def weakened(self) -> tuple[str, ...]:
        """The promises that say less afterwards, each once."""
        return tuple(dict.fromkeys(one for remedy in self.remedies for one in remedy.weakened))

    @property
    def writable(self) -> bool:
        """Whether a tool can write all of it."""
        return all(remedy.writable for remedy in self.remedies)

    @property
    def cost(self) -> tuple[int, int, int, int, int]:
        """What puts one before another: fewer edits, then fewer promises to customers broken or made worse, fewer
        promises weakened, fewer owners to ask, and what can be written before what cannot."""
        hurt = len(self.effects.broken) + len(self.effects.worse)
        return len(self.remedies), hurt, len(self.weakened), len(self.agree), not self.writable


@dataclass(frozen=True, slots=True)
class Mends:
    """The ways to mend a promise (id), the one that costs least first; none where it is sound, or nothing helps.

    `judged` is how often promises were judged, `stopped` whether the search ended because that was enough.
    """

    promise: str
    state: State
    ways: tuple[Mend, ...] = ()
    judged: int = 0
    stopped: bool = False
