"""Which promises to the customer hold at a step: made there, kept there, or on the way from one to the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from journeys.graph.algorithms import leading_to, reached
from journeys.graph.journey import JourneyGraph
from journeys.graph.nodes import PromiseNode


def written_to_customer(journey: JourneyGraph) -> Iterator[PromiseNode]:
    """The promises to a customer under `promises:`; the short form on an action is not one said to the customer."""
    return (promise for promise in journey.promise_nodes if promise.to_customer and not promise.implied)


# Several rules ask it of one journey after the other: the last few answers are enough.
@lru_cache(maxsize=4)
def promised_steps(journey: JourneyGraph) -> frozenset[str]:
    """The steps (by id) at which some promise to a customer holds."""
    promises = (promise for promise in journey.promise_nodes if promise.to_customer)
    stretches = {(frozenset(promise.made), _kept(journey, promise)) for promise in promises}
    return frozenset(step for made, kept in stretches for step in _held(journey, made, kept))


def _kept(journey: JourneyGraph, promise: PromiseNode) -> frozenset[str]:
    """The steps where a promise is kept, of whichever journey."""
    return frozenset(journey.action(action).step for action in promise.kept)


def _held(journey: JourneyGraph, made: frozenset[str], kept: frozenset[str]) -> Iterable[str]:
    """What is made in another journey holds from the first step on, what is kept in another holds to the last."""
    here = frozenset(journey.step_graph)
    there = (made | kept) & here
    if not there or not made or not kept or made == kept:
        return there
    after = here if made - here else reached(journey.step_graph, made)
    before = here if kept - here else leading_to(journey.step_graph, kept)
    return there | (after & before)
