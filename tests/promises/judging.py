"""The verdicts of a workspace, to be held against those of another."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from journeys.graph.verdict import Point, State

from .agreement import failing
from .strategies import Draft

_RANK = {State.SOUND: 0, State.UNPROVEN: 1, State.BROKEN: 2}


class Judged(NamedTuple):
    """What is compared of a verdict."""

    state: State
    failing: frozenset[Point]
    slack: Fraction | None
    best: Fraction | None
    roots: int


def judged(draft: Draft) -> dict[str, Judged]:
    """What is said of each promise."""
    workspace = draft.load()
    return {
        id_: Judged(
            verdict.state,
            failing(verdict),
            verdict.slack,
            verdict.best_rate,
            len({chain.cause.key for chain in workspace.chains(id_)}),
        )
        for id_, verdict in workspace.verdicts.items()
    }


def changes(before: dict[str, Judged], after: dict[str, Judged]) -> list[str]:
    """A line for each promise of which something else is said now."""
    return [f"{id_}: {before.get(id_)} → {new}" for id_, new in after.items() if before.get(id_) != new]


def worse(before: dict[str, Judged], after: dict[str, Judged]) -> list[str]:
    """A line for each promise whose state has become worse."""
    return [
        f"{old.state} → {after[id_]} {id_}" for id_, old in before.items() if _RANK[after[id_].state] > _RANK[old.state]
    ]


def better(before: dict[str, Judged], after: dict[str, Judged]) -> list[str]:
    """A line for each promise whose state has become better."""
    return [
        f"{old.state} → {after[id_]} {id_}" for id_, old in before.items() if _RANK[after[id_].state] < _RANK[old.state]
    ]
