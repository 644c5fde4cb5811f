"""What rests on what: the actions that a promise answers for, and the promises that an action bears."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from journeys.graph.algorithms import carried, digraph
from journeys.graph.journey import JourneyGraph
from journeys.graph.nodes import ActionNode, PromiseNode


def links_below(
    journeys: Mapping[str, JourneyGraph], promise: PromiseNode, answered: Collection[str]
) -> Iterator[tuple[ActionNode, ActionNode]]:
    """Each link from an action down to its support, from where a promise is kept as far as it answers for.

    `answered` are the actions where its conditions are kept: what lies below those is for the conditions to answer.
    `journeys` are all by id: support may come from another.
    """
    home = journeys[promise.journey]
    seen, queue = set(promise.kept), [home.action(id_) for id_ in promise.kept]
    for above in queue:
        for link in journeys[above.journey].supports_of(above.id):
            below = home.action(link.below)
            yield above, below
            if below.id not in seen:
                seen.add(below.id)
                if below.id not in answered:
                    queue.append(below)


def borne(journey: JourneyGraph, bits: Mapping[str, int]) -> dict[str, int]:
    """By action id, the `bits` (by promise id) of all promises kept at the action or at what it supports."""
    seeds = dict.fromkeys(journey.support_graph, 0)
    for action in journey.actions:
        for promise in journey.kept_at(action.id):
            seeds[action.id] |= bits.get(promise.id, 0)
    return carried(journey.support_graph, seeds)


def borne_within(journey: JourneyGraph, bits: Mapping[str, int]) -> dict[str, int]:
    """As `borne`, for the bits of promises that are handed down to what these rely on within the journey."""
    ids = {promise.id for promise in journey.promise_nodes}
    edges = ((node.id, id_) for node in journey.promise_nodes for id_ in node.conditions if id_ in ids)
    return borne(journey, carried(digraph((node.id for node in journey.promise_nodes), edges), bits))
