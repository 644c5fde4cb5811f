"""Which promises to the customer hold at a step: made there, kept there, or on the way from one to the other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from journeys.graph.journey import JourneyGraph
from journeys.graph.nodes import PromiseNode


def written_to_customer(journey: JourneyGraph) -> Iterator[PromiseNode]:
    """The promises to a customer under `promises:`; the short form on an action is not one said to the customer."""
    return (promise for promise in journey.promise_nodes if promise.to_customer and not promise.implied)


def promised_steps(journey: JourneyGraph) -> frozenset[str]:
    """The steps (by id) at which some promise to a customer holds."""
    return frozenset(
        step for promise in journey.promise_nodes if promise.to_customer for step in _held(journey, promise)
    )


def _held(journey: JourneyGraph, promise: PromiseNode) -> Iterable[str]:
    made = set(promise.made)
    kept = {journey.action(action).step for action in promise.kept if action in journey.nodes}
    if not made or not kept or made == kept:
        return made | kept
    after = _reached(made, lambda step: (flow.target for flow in journey.flows_from(step)))
    before = _reached(kept, lambda step: (flow.source for flow in journey.flows_to(step)))
    return made | kept | (after & before)


def _reached(steps: Iterable[str], onward: Callable[[str], Iterable[str]]) -> set[str]:
    seen, queue = set(steps), list(steps)
    while queue:
        new = [step for step in onward(queue.pop()) if step and step not in seen]
        seen.update(new)
        queue += new
    return seen
