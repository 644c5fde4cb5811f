"""What there is to do in each step of a journey, and in which order: work follows support."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from journeys.graph.journey import JourneyGraph
from journeys.graph.nodes import ActionNode, StepNode
from journeys.promises.paths import Paths
from journeys.promises.time.weekly import Weekly


class _Beneath(NamedTuple):
    """What supports an action: in its own column, and what `uses` brings from columns that not every way passes."""

    here: tuple[str, ...]
    brought: tuple[ActionNode, ...]


class Column:
    """A step with its actions; of these, in the order of the file, `company` are the company's.

    `closed`: nothing outside of the column supports what is done in it. `outspoken`: each action of the company, and
    there is one, says its time, and nothing else is done for the step. `alone`: how long the step takes where nothing
    is promised in it, with the kinds of time of that; by whether it was walked along the calendar.
    """

    def __init__(self, step: StepNode, actions: tuple[ActionNode, ...], journey: JourneyGraph) -> None:
        self.step = step
        self.actions = actions
        self.journey = journey
        self.company: Sequence[ActionNode] = [action for action in actions if action.company]
        self._by_id = {action.id: action for action in actions}
        self._inside: dict[str, tuple[str, ...]] = {}
        self.closed = True
        for action in actions:
            below = dict.fromkeys([link.below for link in journey.supports_of(action.id)])
            self.closed = self.closed and below.keys() <= self._by_id.keys()
            below.pop(action.id, None)
            if below:
                self._inside[action.id] = tuple(below)
        said = all(action.takes is not None for action in self.company)
        self.outspoken = bool(self.company) and self.closed and not step.nested and said
        self.alone: dict[bool, tuple[Weekly, frozenset[str]]] = {}
        self._known: dict[tuple[str, frozenset[str]], _Beneath] = {}
        self._orders: dict[tuple[tuple[str, ...], frozenset[str]], Sequence[ActionNode]] = {}

    def beneath(self, action: str, passed: frozenset[str]) -> tuple[str, ...]:
        """The actions (ids) of the column that support an action (by id), perhaps by way of another column."""
        return self._inside.get(action, ()) if self.closed else self._of(action, passed).here

    def brought(self, action: str, passed: frozenset[str]) -> tuple[ActionNode, ...]:
        """What supports an action from columns that are not among those passed, with all that supports it there."""
        return () if self.closed else self._of(action, passed).brought

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
        return [self._by_id[id_] for id_ in done]


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
