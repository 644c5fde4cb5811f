"""The proof of a promise: why each point holds and what it relies on; or what breaks it, down to the roots."""

from __future__ import annotations

from dataclasses import dataclass

from journeys.features.ledger.claims import Claim, claims
from journeys.features.ledger.entry import Entry, entry_of, leans
from journeys.features.ledger.tree import Branch, ToldAssumption, conditions, counterexample, told_assumptions
from journeys.graph.journey import JourneyPromise
from journeys.graph.workspace import workspace_around


@dataclass(frozen=True, slots=True)
class Proof:
    """What can be said for and against a promise.

    `claims` are the points of the calculus that hold, `conditions` the promise and all it relies on, `counterexample`
    the promise and those beneath that break it, with the root causes (empty for one that holds). Both trees are flat
    and in the order of reading: a branch stands before those below it, which are one `depth` further in.
    `assumptions` are what is taken for nothing, its own first (empty for a broken one: its root causes come first).
    """

    promise: Entry
    claims: tuple[Claim, ...]
    conditions: tuple[Branch, ...]
    counterexample: tuple[Branch, ...]
    assumptions: tuple[ToldAssumption, ...] = ()


def proof(promise: JourneyPromise) -> Proof:
    """The proof of a promise, `journey.promises["online-in-ten-days"]`, or the counterexample if it does not hold."""
    workspace, id_ = workspace_around(promise.journey), promise.node.id
    state = promise.verdict.state
    return Proof(
        entry_of(workspace, promise.node),
        claims(workspace, promise.node),
        conditions(workspace, id_),
        () if state.holds else counterexample(workspace, id_),
        told_assumptions(workspace, id_) if leans(state) else (),
    )
