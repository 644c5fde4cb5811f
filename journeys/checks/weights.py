"""What the promises to customers rest on, and who stands where nobody can go round."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from journeys.checks.customer_promises import written_to_customer
from journeys.graph.algorithms import unavoidable
from journeys.graph.flow import narrowed
from journeys.graph.journey import JourneyGraph
from journeys.graph.nodes import ActionNode
from journeys.graph.resting import borne_within


@dataclass(frozen=True, slots=True)
class Weight:
    """What rests on an owner, a system or an action: so many promises to customers, so many steps on every way.

    `bearing` are the subject's actions on which promises rest, `narrow` those at steps that every way goes through.
    """

    what: str
    name: str
    promises: int
    steps: int
    bearing: tuple[ActionNode, ...]
    narrow: tuple[ActionNode, ...]


@dataclass(frozen=True, slots=True)
class Weights:
    """The weights of a journey's owners, systems and actions, and the wholes that they are parts of."""

    promises: int
    steps: int
    subjects: tuple[Weight, ...]


def weights(journey: JourneyGraph) -> Weights:
    """What rests on whom: an action bears a promise kept there or at what it supports, and all that rely on it."""
    total = sum(1 for _ in written_to_customer(journey))
    borne = borne_within(journey, {one.id: 1 << bit for bit, one in enumerate(written_to_customer(journey))})
    # The exits of `anywhere` are ways of giving up: whoever gets through does not take them.
    through = narrowed(journey.steps, journey.flows, lambda flow: not flow.anywhere)
    starts, ends = [step.id for step in journey.starts], [step.id for step in journey.ends]
    narrow = set(unavoidable(through, starts, ends))
    groups: dict[tuple[str, str], list[ActionNode]] = {}
    for action in journey.actions:
        if action.company:
            for key in _subjects(journey, action):
                groups.setdefault(key, []).append(action)
    subjects = [_weight(*key, actions, borne, narrow) for key, actions in groups.items()]
    return Weights(total, len(narrow), tuple(subjects))


def _subjects(journey: JourneyGraph, action: ActionNode) -> Iterable[tuple[str, str]]:
    if action.owner:
        yield "owner", journey.called(action.owner)
    for system in action.system:
        yield "system", system
    yield "action", action.id


def _weight(what: str, name: str, actions: list[ActionNode], borne: dict[str, int], narrow: set[str]) -> Weight:
    bits = 0
    for action in actions:
        bits |= borne.get(action.id, 0)
    bearing = tuple(action for action in actions if borne.get(action.id))
    passed = tuple(action for action in actions if action.step in narrow)
    shown = actions[0].name if what == "action" else name
    return Weight(what, shown, bits.bit_count(), len({action.step for action in passed}), bearing, passed)
