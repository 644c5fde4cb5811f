"""Which practices and promises serve a value, and where they are practised and kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from journeys.graph.nodes import ActionNode, PromiseNode, StepNode

if TYPE_CHECKING:
    from journeys.graph.journey import JourneyGraph
    from journeys.graph.purpose_nodes import PracticeNode, ValueNode


def promises_for(value: ValueNode, journey: JourneyGraph) -> tuple[PromiseNode, ...]:
    """The promises of a journey that say that they serve a value."""
    return tuple(one for one in journey.promise_nodes if value.id in one.serves)


def practised_in(practice: PracticeNode, journey: JourneyGraph) -> tuple[ActionNode, ...]:
    """The actions of a journey where something is practised: of a step its touchpoints, or else all the company's."""
    return tuple(dict.fromkeys(_actions(practice.at, journey)))


def promises_from(practice: PracticeNode, journey: JourneyGraph) -> tuple[PromiseNode, ...]:
    """The promises to customers of a journey that are kept where something is practised."""
    places = {action.id for action in practised_in(practice, journey)}
    return tuple(one for one in journey.promise_nodes if one.to_customer and not places.isdisjoint(one.kept))


def _actions(places: Iterable[str], journey: JourneyGraph) -> Iterator[ActionNode]:
    for id_ in places:
        node = journey.nodes.get(id_)
        if isinstance(node, ActionNode):
            yield node
        elif isinstance(node, StepNode):
            company = (action for action in journey.actions_of(id_) if action.company)
            yield from journey.touchpoints(id_) or company
