"""What there is to do in each step of a journey, and in which order: work follows support."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from journeys.graph.journey import JourneyGraph
from journeys.graph.nodes import ActionNode, StepNode, Support
from journeys.promises.paths import Paths
from journeys.promises.time.weekly import Weekly


class _Beneath(NamedTuple):
    """What supports an action: in its own column, and what `uses` brings from columns that not every way passes."""

    here: tuple[str, ...]
    brought: tuple[ActionNode, ...]


@dataclass
class Column:
    """A step with its actions.

    `alone`: how long the step takes where nothing is promised in it, with the kinds of time of that; by whether it was
    walked along the calendar.
    """

    step: StepNode
    actions: tuple[ActionNode, ...]
    journey: JourneyGraph
    alone: dict[bool, tuple[Weekly, frozenset[str]]] = field(default_factory=dict)
    _known: dict[tuple[str, frozenset[str]], _Beneath] = field(default_factory=dict)
    _orders: dict[tuple[tuple[str, ...], frozenset[str]], Sequence[ActionNode]] = field(default_factory=dict)

    @cached_property
    def company(self) -> Sequence[ActionNode]:
        """The company's actions."""
        return [action for action in self.actions if action.company]

    @cached_property
    def _links(self) -> Sequence[tuple[ActionNode, tuple[Support, ...]]]:
        """The actions that something supports, with the links down."""
        links = ((action, self.journey.supports_of(action.id)) for action in self.actions)
        return [(action, found) for action, found in links if found]

    @cached_property
    def closed(self) -> bool:
        """Whether nothing outside of the column supports what is done in it."""
        own = {action.id for action in self.actions}
        return all(link.below in own for _, links in self._links for link in links)

    @cached_property
    def outspoken(self) -> bool:
        """Whether each action of the company, and there is one, says its time; nothing else is done for the step."""
        if self.step.nested or not self.closed or not self.company:
            return False
        return all(action.takes is not None for action in self.company)

    def beneath(self, action: str, passed: frozenset[str]) -> tuple[str, ...]:
        """The actions (ids) of the column that support an action (by id), perhaps by way of another column."""
        return self._inside.get(action, ()) if self.closed else self._of(action, passed).here

    def brought(self, action: str, passed: frozenset[str]) -> tuple[ActionNode, ...]:
        """What supports an action from columns that are not among those passed, with all that supports it there."""
        return () if self.closed else self._of(action, passed).brought

    @cached_property
    def _inside(self) -> Mapping[str, tuple[str, ...]]:
        """What supports each action of a closed column."""
        below = {action.id: dict.fromkeys(one.below for one in links) for action, links in self._links}
        return {id_: tuple(one for one in ids if one != id_) for id_, ids in below.items()}

    def _of(self, action: str, passed: frozenset[str]) -> _Beneath:
        if (action, passed) not in self._known:
            self._known[action, passed] = self._looked_up(action, passed)
        return self._known[action, passed]

    def _looked_up(self, action: str, passed: Collection[str]) -> _Beneath:
        here: dict[str, None] = {}
        back: dict[str, None] = {}
        found: dict[str, ActionNode] = {}
        queue: list[str] = []
        for link in self.journey.supports_of(action):
            if self.journey.action(link.below).step == self.step.id:
                here[link.below] = None
            else:
                queue.append(link.below)
        for id_ in queue:
            other = self.journey.action(id_)
            if other.step == self.step.id:
                back[id_] = None
            elif other.step not in passed and id_ not in found:
                found[id_] = other
                queue += [link.below for link in self.journey.workspace.supports_of(id_) if link.below not in queue]
        own = tuple(id_ for id_ in dict.fromkeys((*here, *back)) if id_ != action)
        return _Beneath(own, tuple(found.values()))

    def order(self, passed: frozenset[str]) -> Sequence[ActionNode]:
        """The actions, each after what supports it; of those that support one another in a circle, as met."""
        return self.with_supports(tuple(action.id for action in self.actions), passed)

    def with_supports(self, tops: tuple[str, ...], passed: frozenset[str]) -> Sequence[ActionNode]:
        """Some actions (ids) and all that supports them in the column, each after what supports it."""
        known = (tops, frozenset() if self.closed else passed)
        if known not in self._orders:
            self._orders[known] = self._ordered(*known)
        return self._orders[known]

    def _ordered(self, tops: tuple[str, ...], passed: frozenset[str]) -> Sequence[ActionNode]:
        by_id: Mapping[str, ActionNode] = {action.id: action for action in self.actions}
        done: dict[str, None] = {}
        open_: set[str] = set()
        for top in tops:
            stack = [(top, False)]
            while stack:
                id_, closing = stack.pop()
                if closing:
                    done[id_] = None
                elif id_ not in open_:
                    open_.add(id_)
                    stack.append((id_, True))
                    stack += [(below, False) for below in reversed(self.beneath(id_, passed))]
        return [by_id[id_] for id_ in done]


class Work:
    """The columns of some journeys."""

    def __init__(self, journeys: Mapping[str, JourneyGraph]) -> None:
        self._journeys = journeys
        self._columns: dict[str, Column] = {}
        self._by_number: dict[Paths, Sequence[Column]] = {}

    @cached_property
    def across(self) -> bool:
        """Whether somewhere an action is supported by one of another column."""
        steps = {action.id: action.step for journey in self._journeys.values() for action in journey.actions}
        links = (link for journey in self._journeys.values() for link in journey.supports)
        return any(steps.get(link.above) != steps.get(link.below) for link in links)

    def columns(self, paths: Paths) -> Sequence[Column]:
        """What there is to do in the steps of some ways, by their numbers."""
        found = self._by_number.get(paths)
        if found is None:
            found = self._by_number[paths] = [self._column(step) for step in paths.steps]
        return found

    def _column(self, step: StepNode) -> Column:
        found = self._columns.get(step.id)
        if found is None:
            journey = self._journeys[step.journey]
            found = self._columns[step.id] = Column(step, journey.actions_of(step.id), journey)
        return found
