"""Which steps of a journey a promise is on its way through, from where it is made to where it is kept."""

from __future__ import annotations

from collections.abc import Iterator

from journeys.graph.algorithms import between
from journeys.graph.journey import JourneyGraph
from journeys.graph.nodes import ActionNode, Making, PromiseNode


def kept_along(journey: JourneyGraph, promise: PromiseNode) -> frozenset[str]:
    """The steps (ids) on the ways from where a promise is made to where it is first kept, past none that releases it.

    Of one that stands always, those where it is kept. Where it is made in another journey, the ways begin at this
    one's starts; where it is kept in another, they lead to the exits.
    """
    kept = [node.step for id_ in promise.kept if isinstance(node := journey.nodes.get(id_), ActionNode)]
    if promise.standing:
        return frozenset(kept)
    goals = kept or [flow.source for flow in journey.flows if flow.to_journey]
    makings = [one for one in promise.makings if one.step in journey.nodes]
    makings = makings or [Making(step.id, "") for step in journey.starts]
    found: set[str] = set()
    for group in [frozenset(goals)] if promise.any_place or not kept else [frozenset((goal,)) for goal in goals]:
        walls = group.union(promise.unless)
        here = {one.step for one in makings} & group
        starts = {start for one in makings if one.step not in walls for start in _starts(journey, one)}
        found |= here | between(journey.step_graph, starts, group, walls - group)
    found |= {one.step for one in makings if not found.isdisjoint(_starts(journey, one))}
    return frozenset(found)


def _starts(journey: JourneyGraph, making: Making) -> Iterator[str]:
    """Where the ways begin of those to whom a promise is made at a place: behind its condition, if a way has it."""
    chosen = [flow.target for flow in journey.flows_from(making.step) if flow.target and flow.when == making.when]
    yield from chosen if making.when and chosen else (making.step,)
