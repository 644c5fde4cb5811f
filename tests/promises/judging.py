"""The verdicts of a workspace, to be held against those of another."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from journeys.graph.nodes import PromiseNode
from journeys.graph.verdict import Point, State, Verdict
from journeys.graph.workspace import Workspace as Loaded

from .bruteforce.reading import Workspace
from .comparing import load


@dataclass
class Judged:
    """What is said of each promise of a workspace, by the key under which it is found in another."""

    loaded: Loaded

    @cached_property
    def verdicts(self) -> dict[str, Verdict]:
        return {id_.removeprefix("promise:"): verdict for id_, verdict in self.loaded.verdicts.items()}

    def verdict(self, key: str) -> Verdict:
        return self.verdicts[key]

    def node(self, key: str) -> PromiseNode:
        return self.loaded.promises[f"promise:{key}"]

    def beneath(self, key: str) -> list[Verdict]:
        """The verdicts on a promise and on all that it relies on."""
        ids = {f"promise:{key}", *self.loaded.relies_on(f"promise:{key}")}
        return [self.loaded.verdicts[id_] for id_ in ids]

    def maybe_together(self, key: str) -> bool:
        """Whether a promise is unproven where what its conditions share decides (point 9)."""
        causes = [cause for verdict in self.beneath(key) for cause in verdict.causes]
        return any(cause.unproven and cause.point is Point.OFTEN_ENOUGH for cause in causes)

    def told(self, key: str) -> Hashable:
        """All that must not change where nothing changes for a promise."""
        verdict = self.verdict(key)
        rate = verdict.rate
        points = sorted((cause.point, cause.root.fault, cause.unproven) for cause in verdict.causes)
        return (
            verdict.state,
            tuple(points),
            verdict.slack,
            verdict.timing and (verdict.timing.latest, verdict.timing.working, verdict.timing.calendar),
            rate and (rate.sure, rate.likely, len(rate.shared), len(rate.silent)),
            tuple(sorted(one.silence for one in verdict.assumptions)),
            len({chain.cause.root for chain in self.loaded.chains(f"promise:{key}")}),
        )

    @cached_property
    def places(self) -> dict[str, Hashable]:
        """To whom each promise is made, and where it is made and kept."""
        nodes = {key: self.node(key) for key in self.verdicts}
        return {
            key: (frozenset(node.promisees), frozenset(node.makings), frozenset(node.kept), len(node.unfit))
            for key, node in nodes.items()
        }


def judged(workspace: Workspace) -> Judged:
    """What is said of a workspace."""
    return Judged(load(workspace))


def changes(before: Judged, after: Judged) -> list[str]:
    """A line for each promise of which something else is said now."""
    pairs = [(key, before.told(key), after.told(key)) for key in before.verdicts]
    return [f"{key}: {old} → {new}" for key, old, new in pairs if old != new]


def better(before: Judged, after: Judged) -> list[str]:
    """A line for each promise whose verdict has become better, sharing apart."""
    return [
        f"{key}: {old.state} → {after.verdict(key).state}"
        for key, old in before.verdicts.items()
        if after.verdict(key).state.rank < old.state.rank
        and not (old.state is State.BROKEN and after.verdict(key).state is State.UNPROVEN and after.maybe_together(key))
    ]


def worse(before: Judged, after: Judged) -> list[str]:
    """A line for each promise whose verdict has become worse."""
    return [
        f"{key}: {old.state} → {after.verdict(key).state}"
        for key, old in before.verdicts.items()
        if after.verdict(key).state.rank > old.state.rank
    ]


def less(before: Fraction | None, after: Fraction | None) -> bool:
    """Whether slack was lost."""
    return before is not None and after is not None and after < before
