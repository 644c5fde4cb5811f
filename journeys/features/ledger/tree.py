"""A promise and all that it relies on, or all that breaks it, as a flat list of branches: chains may be any length."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from journeys.checks.told import told
from journeys.features.ledger.entry import Entry, entry_of, said, where
from journeys.graph.leaning import Leaning
from journeys.graph.node import short
from journeys.graph.verdict import Cause, Root
from journeys.graph.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Stop:
    """A place that belongs to a cause, as `file:line`, and what it has to do with it."""

    at: str
    says: str


@dataclass(frozen=True, slots=True)
class ToldCause:
    """A root cause: the point of the calculus that fails, how, where, and what to write. `unproven`: not wrong,
    but nobody can say how late. `code` and `name` are of the rule that reports it; `root` is the same for one root
    cause seen from several promises."""

    root: Root
    point: str
    code: str
    name: str
    says: str
    at: str
    stops: tuple[Stop, ...]
    help: str
    unproven: bool


@dataclass(frozen=True, slots=True)
class ToldAssumption:
    """What nobody wrote down and is taken for nothing: what (`silence`), in words, where, and what to write.

    `way` are the ids of the promises from the one that is explained to the one that needs it.
    """

    silence: str
    says: str
    at: str
    help: str
    way: tuple[str, ...]


def told_assumptions(workspace: Workspace, promise: str) -> tuple[ToldAssumption, ...]:
    """All that a promise takes for nothing: its own, then by way of what it relies on, each place once."""
    return tuple(_told_assumption(workspace, one) for one in workspace.leanings.of(promise, whole=True))


def _told_assumption(workspace: Workspace, one: Leaning) -> ToldAssumption:
    finding = told(one.assumption, workspace)
    at = where(workspace, finding.place)
    way = tuple(map(short, one.way))
    return ToldAssumption(one.assumption.silence.value, said(workspace, one), at, finding.help, way)


@dataclass(frozen=True, slots=True)
class Branch:
    """A promise at a depth of the tree, before the branches below it. `again`: what is below was shown above."""

    depth: int
    promise: Entry
    again: bool
    causes: tuple[ToldCause, ...]


def conditions(workspace: Workspace, promise: str) -> tuple[Branch, ...]:
    """A promise and what it relies on, to any depth, each subtree once."""
    nodes = workspace.promises

    def below(id_: str) -> Sequence[str]:
        return tuple(one for one in nodes[id_].conditions if one in nodes)

    return tuple(_walk(workspace, promise, below))


def counterexample(workspace: Workspace, promise: str) -> tuple[Branch, ...]:
    """A promise that does not hold and those beneath that break it (or leave it unproven), down to each root cause."""
    verdicts = workspace.verdicts

    def below(id_: str) -> Sequence[str]:
        verdict = verdicts[id_]
        return tuple(dict.fromkeys((*verdict.broken_conditions, *verdict.unproven_conditions)))

    return tuple(_walk(workspace, promise, below))


def _walk(workspace: Workspace, promise: str, below: Callable[[str], Sequence[str]]) -> Iterator[Branch]:
    seen: set[str] = set()
    stack = [(0, promise)]
    while stack:
        depth, id_ = stack.pop()
        under = below(id_)
        again = id_ in seen and bool(under or workspace.verdicts[id_].causes)
        causes = () if again else tuple(told_cause(workspace, cause) for cause in workspace.verdicts[id_].causes)
        yield Branch(depth, entry_of(workspace, workspace.promises[id_]), again, causes)
        if id_ not in seen:
            seen.add(id_)
            stack += [(depth + 1, one) for one in reversed(under)]


def told_cause(workspace: Workspace, cause: Cause) -> ToldCause:
    """A cause with its places as `file:line`."""
    finding = told(cause, workspace)
    return ToldCause(
        root=cause.root,
        point=cause.point.value,
        code=finding.code,
        name=finding.name,
        says=finding.message,
        at=where(workspace, finding.place),
        stops=tuple(Stop(where(workspace, link.place), link.message) for link in finding.related),
        help=finding.help,
        unproven=cause.unproven,
    )
