"""The proof of a promise: why each point holds and what it relies on; or what breaks it, down to the roots."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from journeys.features.ledger.claims import Claim, claims
from journeys.features.ledger.doubts import doubts
from journeys.features.ledger.entry import Entry, entry_of, leans
from journeys.features.ledger.stops import PathStop, path_stops
from journeys.features.ledger.tree import Branch, ToldAssumption, conditions, counterexample, told_assumptions
from journeys.graph.journey import JourneyPromise
from journeys.graph.verdict import Point
from journeys.graph.workspace import workspace_around


@dataclass(frozen=True, slots=True)
class Proof:
    """What can be said for and against a promise.

    `claims` are the points of the calculus that hold, `conditions` the promise and all it relies on, `counterexample`
    the promise and those beneath that break it, with the root causes (empty for one that holds). Both trees are flat
    and in the order of reading: a branch stands before those below it, which are one `depth` further in.
    `assumptions` are what is taken for nothing, its own first (empty for a broken one: its root causes come first);
    `doubts` are the same by the points that lean on them, with the first few places. `path` is how the latest moment
    comes about at which it is kept.
    """

    promise: Entry
    claims: tuple[Claim, ...]
    conditions: tuple[Branch, ...]
    counterexample: tuple[Branch, ...]
    assumptions: tuple[ToldAssumption, ...] = ()
    doubts: Mapping[Point, tuple[str, ...]] = field(default_factory=dict)
    path: tuple[PathStop, ...] = ()


def proof(promise: JourneyPromise) -> Proof:
    """The proof of a promise, `journey.promises["online-in-ten-days"]`, or the counterexample if it does not hold."""
    workspace, id_ = workspace_around(promise.journey), promise.node.id
    state = promise.verdict.state
    stops = path_stops(workspace, promise.node)
    return Proof(
        entry_of(workspace, promise.node),
        claims(workspace, promise.node),
        conditions(workspace, id_),
        () if state.holds else counterexample(workspace, id_),
        told_assumptions(workspace, id_) if leans(state) else (),
        doubts(workspace, promise.node),
        stops,
    )
