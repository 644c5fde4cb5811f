"""What a comparison of two workspaces finds: plain, frozen data, read by the formats."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum


class How(StrEnum):
    """What became of a thing."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


class Effect(StrEnum):
    """What a change of a term does to whoever was promised it."""

    STRONGER = "stronger"
    WEAKER = "weaker"
    OTHER = "other"


class FailOn(StrEnum):
    """What a change may not do. `weakened` counts dropped promises too; `broken` those that were made broken."""

    WEAKENED = "weakened"
    DROPPED = "dropped"
    BROKEN = "broken"
    ANY = "any"


@dataclass(frozen=True, slots=True)
class Detail:
    """One thing about a node that differs; empty text where it was not said."""

    field: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class NodeChange:
    """A workspace, journey, step, action, owner, customer or what is designed on purpose: added, removed or changed.

    `id` is the node's id in the new workspace (in the old one if it was removed), `old_id` the one it had in the old;
    `old_name` differs from `name` where it was renamed; `where` is the step (and lane) of an action.
    """

    kind: str
    how: How
    id: str
    name: str
    old_id: str = ""
    old_name: str = ""
    where: str = ""
    details: tuple[Detail, ...] = ()

    @property
    def renamed(self) -> bool:
        """Whether it goes by another name now."""
        return self.how is How.CHANGED and self.old_name != self.name


@dataclass(frozen=True, slots=True)
class Term:
    """A term of a promise that differs, and what that does to the promisee."""

    field: str
    old: str
    new: str
    effect: Effect = Effect.OTHER


@dataclass(frozen=True, slots=True)
class PromiseChange:
    """A promise that was made, dropped or changed. `by` and `to` are names; states are those of the calculus.

    `why` says why a promise that is broken now is broken; `assumed` what one that is assumed now, and was not before,
    takes for nothing (of much the first dozen).
    """

    how: How
    id: str
    key: str
    name: str
    by: str
    to: tuple[str, ...]
    old_id: str = ""
    old_name: str = ""
    terms: tuple[Term, ...] = ()
    old_state: str = ""
    new_state: str = ""
    why: str = ""
    assumed: tuple[str, ...] = ()

    @property
    def weakened(self) -> bool:
        """Whether it promises less now, or is proven less than it was."""
        return any(term.effect is Effect.WEAKER for term in self.terms)

    @property
    def strengthened(self) -> bool:
        """Whether it promises more now, or is proven more than it was."""
        return any(term.effect is Effect.STRONGER for term in self.terms)

    @property
    def broken(self) -> bool:
        """Whether it is broken, and was not before (or was not there)."""
        return self.new_state == "broken" and self.old_state != "broken"

    @property
    def made(self) -> bool:
        """Whether it is new."""
        return self.how is How.ADDED

    @property
    def dropped(self) -> bool:
        """Whether it is gone."""
        return self.how is How.REMOVED

    @property
    def renamed(self) -> bool:
        """Whether it is said in other words now."""
        return self.how is How.CHANGED and self.old_name != self.name


@dataclass(frozen=True, slots=True)
class JourneyDiff:
    """What changed in one journey. `itself` is what changed of the journey as a whole, if anything."""

    id: str
    name: str
    file: str
    how: How
    itself: NodeChange | None = None
    nodes: tuple[NodeChange, ...] = ()
    promises: tuple[PromiseChange, ...] = ()


@dataclass(frozen=True, slots=True)
class FindingChange:
    """A finding that appeared or went, with its place (line and column from 1) in the file it is in or was in."""

    code: str
    name: str
    severity: str
    message: str
    file: str
    line: int
    column: int
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Agreement:
    """An owner who has to agree to the change, and why, in words."""

    owner: str
    holder: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WorkspaceDiff:
    """All that differs between two states of a workspace.

    `people` are owners and customers, `shared` is what else the workspace declares for all its journeys, and what its
    own file says of designing on purpose.
    """

    journeys: tuple[JourneyDiff, ...] = ()
    people: tuple[NodeChange, ...] = ()
    shared: tuple[NodeChange, ...] = ()
    appeared: tuple[FindingChange, ...] = ()
    gone: tuple[FindingChange, ...] = ()
    agreements: tuple[Agreement, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether nothing that people would speak of differs."""
        return not (self.journeys or self.people or self.shared or self.appeared or self.gone)

    def promises(self) -> Iterator[PromiseChange]:
        """The promises of all journeys that were made, dropped or changed."""
        return (promise for journey in self.journeys for promise in journey.promises)

    def fails(self, on: Iterable[FailOn]) -> bool:
        """Whether the change does something that it may not do."""
        return any(self._does(one) for one in on)

    def _does(self, what: FailOn) -> bool:
        match what:
            case FailOn.ANY:
                return not self.empty
            case FailOn.WEAKENED:
                return any(promise.weakened or promise.dropped for promise in self.promises())
            case FailOn.DROPPED:
                return any(promise.dropped for promise in self.promises())
            case FailOn.BROKEN:
                return any(promise.broken for promise in self.promises())
