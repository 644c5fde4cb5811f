"""What there is to do in each step of a journey, and in which order: work follows support."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from journeys.graph.algorithms import components, digraph
from journeys.graph.journey import JourneyGraph
from journeys.graph.nodes import ActionNode, StepNode


@dataclass(frozen=True)
class Column:
    """A step with its actions; `beneath` are those of the column that support an action, `outside` those elsewhere."""

    step: StepNode
    actions: tuple[ActionNode, ...]
    beneath: Mapping[str, tuple[str, ...]]
    outside: Mapping[str, tuple[ActionNode, ...]]

    @cached_property
    def order(self) -> Sequence[Sequence[ActionNode]]:
        """The actions, each after what supports it; those that support one another in a circle together."""
        if not self.beneath:
            return [(action,) for action in self.actions]
        by_id = {action.id: action for action in self.actions}
        graph = digraph(by_id, ((above, below) for above, ids in self.beneath.items() for below in ids))
        return [tuple(by_id[id_] for id_ in group) for group in components(graph)]

    @cached_property
    def company(self) -> tuple[ActionNode, ...]:
        """The company's actions."""
        return tuple(action for action in self.actions if action.company)

    def supporting(self, action: str) -> list[str]:
        """An action (by id) and all that supports it in the column, to any depth."""
        found = {action: None}
        queue = [action]
        for above in queue:
            for below in self.beneath.get(above, ()):
                if below not in found:
                    found[below] = None
                    queue.append(below)
        return list(found)


class Work:
    """The columns of a journey, by the ids of its steps."""

    def __init__(self, journey: JourneyGraph) -> None:
        self._journey = journey
        self._columns: dict[str, Column] = {}

    def column(self, step: str) -> Column:
        """What there is to do in a step."""
        found = self._columns.get(step)
        if found is None:
            found = self._columns[step] = self._made(step)
        return found

    def _made(self, step: str) -> Column:
        journey = self._journey
        actions = journey.actions_of(step)
        here = {action.id for action in actions}
        beneath: dict[str, tuple[str, ...]] = {}
        outside: dict[str, tuple[ActionNode, ...]] = {}
        for action in actions:
            links = journey.supports_of(action.id)
            inside = tuple(dict.fromkeys(link.below for link in links if link.below in here))
            if inside:
                beneath[action.id] = inside
            others = dict.fromkeys(link.below for link in links if link.below not in here)
            if others:
                nodes = (journey.node(id_) for id_ in others)
                outside[action.id] = tuple(node for node in nodes if isinstance(node, ActionNode))
        found = journey.nodes[step]
        assert isinstance(found, StepNode)
        return Column(found, actions, beneath, outside)
