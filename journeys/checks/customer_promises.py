"""Which promises a customer is told in so many words."""

from __future__ import annotations

from collections.abc import Iterator

from journeys.graph.journey import JourneyGraph
from journeys.graph.nodes import PromiseNode


def written_to_customer(journey: JourneyGraph) -> Iterator[PromiseNode]:
    """The promises to a customer under `promises:`; the short form on an action is not one said to the customer."""
    return (promise for promise in journey.promise_nodes if promise.to_customer and not promise.implied)
