"""One promise under judgement: what the points of the calculus ask of it and of its surroundings."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial
from typing import NamedTuple

from journeys.graph.journey import JourneyGraph
from journeys.graph.nodes import ActionNode, Making, PromiseNode
from journeys.graph.reliance import Reliance
from journeys.promises.deadlines import Deadlines
from journeys.promises.grounds import Grounds
from journeys.promises.paths import Paths
from journeys.promises.time.clock import Clock
from journeys.promises.time.times import Times
from journeys.promises.time.ways import KnownWays, Ways, ways_before
from journeys.promises.time.weekly import Weekly


class Asked(NamedTuple):
    """A place where a promise is made, the actions of which one has to be come to from there, and the ways.

    By number: the ways begin at `start`, it is made in the step `made`, and kept in the steps `goals`.
    """

    making: Making
    kept: Sequence[ActionNode]
    paths: Paths
    start: int
    made: int
    goals: frozenset[int]


def _asked(making: Making, kept: Sequence[ActionNode], paths: Paths) -> Asked:
    number = paths.number
    goals = frozenset([number[action.step] for action in kept])
    return Asked(making, kept, paths, paths.begin(making), number[making.step], goals)


@dataclass
class Judged:
    """A promise and what surrounds it.

    `number` is its own in `reliance`, `kept` are the company actions where it is kept, `conditions` is R: what it
    relies on directly.
    """

    node: PromiseNode
    journey: JourneyGraph
    journeys: Mapping[str, JourneyGraph]
    grounds: Grounds
    times: Times
    reliance: Reliance
    deadlines: Deadlines
    known_ways: KnownWays
    _conditions_at: dict[str, Sequence[PromiseNode]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        reliance = self.reliance
        self.number = reliance.number[self.node.id]
        self.kept: Sequence[ActionNode] = [self.journey.action(id_) for id_ in self.node.kept]
        self.conditions: Sequence[PromiseNode] = [
            reliance.nodes[reliance.ids[number]] for number in reliance.conditions[self.number]
        ]

    @cached_property
    def asked(self) -> Sequence[Asked]:
        """Each place where it is made with what has to be come to from there: each place where it is kept, or any.

        A standing promise is made wherever it is kept. Where it is made in a step that releases it, nothing is asked.
        """
        if self.node.standing:
            return [
                _asked(Making(action.step), (action,), self._paths_to([action], action.journey)) for action in self.kept
            ]
        groups = [tuple(self.kept)] if self.node.any_place else [(action,) for action in self.kept]
        return [
            _asked(making, group, self._paths_to(group, self.journey.node(making.step).journey))
            for making in self.node.makings
            if making.step not in self.node.unless
            for group in groups
        ]

    def _paths_to(self, kept: Sequence[ActionNode], home: str) -> Paths:
        """The ways of the journey where it is made, and of those through which ways lead to where it is kept."""
        return self.grounds.paths(home, frozenset(action.journey for action in kept) - {home})

    def released(self, paths: Paths) -> frozenset[int]:
        """The numbers of the steps that release it."""
        return frozenset(paths.number[step] for step in self.node.unless if step in paths.number)

    def before(self, asked: Asked, steps: Collection[str]) -> tuple[bool, bool]:
        """Of the ways through its own journey to where it is made: whether one passes some steps (ids) before, and
        whether one does not."""
        paths = self.grounds.paths(asked.paths.steps[asked.made].journey)
        places = {paths.number[step] for step in steps if step in paths.number and step != asked.making.step}
        return ways_before(paths, paths.number[asked.making.step], places)

    def ways(self, asked: Asked, goal: int) -> Ways | None:
        """The ways to the first coming to one of the steps where it is kept, past none of the others nor a release."""
        if goal == asked.made:
            return self.known_ways.find(asked.paths, goal, goal, frozenset())
        stops = (self.released(asked.paths) | asked.goals) - {goal}
        return None if asked.made in stops else self.known_ways.find(asked.paths, asked.start, goal, stops)

    def conditions_at(self, action: str) -> Sequence[PromiseNode]:
        """The conditions (all of R*) with a time that are kept at an action (by id)."""
        if not self.conditions:
            return ()
        if action not in self._conditions_at:
            self._conditions_at[action] = self.deadlines.at(self.number, action)
        return self._conditions_at[action]

    def speaks(self, action: ActionNode) -> bool:
        """Whether somebody wrote how long an action takes, or promised when it is done."""
        return action.takes is not None or any(condition.firm for condition in self.conditions_at(action.id))

    def nested(self, made: str, passed: frozenset[str]) -> Callable[[str, Clock], Weekly]:
        """How long a step takes that stands for a journey, what is promised inside of it counted.

        `made` is the step (id) where the promise is made, `passed` the columns that every way passes.
        """
        alone = not self.reliance.closure(self.number)
        promised_in = partial(self.deadlines.any_in, self.number)
        return partial(self.times.nested_for, self.conditions_at, promised_in, made, passed, (), alone=alone)
