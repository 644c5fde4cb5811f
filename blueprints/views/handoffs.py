"""Work that goes from one owner to another, and the promise that covers it, if there is one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from journeys.graph.journey import JourneyGraph
from journeys.graph.nodes import ActionNode, PromiseNode


@dataclass(frozen=True, slots=True)
class Handoff:
    """`above` hands over to `below`, whose owner is another one. `promise` is by the one below to the one above."""

    above: ActionNode
    below: ActionNode
    promise: PromiseNode | None
    triggered: bool = False

    @property
    def covered(self) -> bool:
        """Whether somebody has promised to take over."""
        return self.promise is not None


def handoffs(journey: JourneyGraph) -> Iterator[Handoff]:
    """Each handoff once: support that is certain, then triggers. An action that nobody owns hands over too."""
    links = [(link.above, link.below, False) for link in journey.supports if link.certain]
    links += [(link.source, link.target, True) for link in journey.triggers]
    for above, below, triggered in dict.fromkeys(links):
        first, second = journey.nodes.get(above), journey.nodes.get(below)
        if isinstance(first, ActionNode) and isinstance(second, ActionNode) and _between_owners(first, second):
            yield Handoff(first, second, _covering(journey, first, second), triggered)


def _between_owners(first: ActionNode, second: ActionNode) -> bool:
    return first.company and second.company and first.owner != second.owner


def _covering(journey: JourneyGraph, first: ActionNode, second: ActionNode) -> PromiseNode | None:
    """A promise by the owner below to the owner above, kept at the action below (or standing)."""
    if not first.owner or not second.owner:
        return None
    kept = journey.kept_at(second.id)
    return next((one for one in kept if one.by == second.owner and first.owner in one.to), None)
