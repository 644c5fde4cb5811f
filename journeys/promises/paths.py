"""The ways of a journey, by step numbers: what can be reached, what a path can miss, what lies between.

Where a promise is kept in another journey, the exits that lead there go on at that journey's starts. A place where a
promise is made for some only (`made: {at: …, when: …}`) has a number of its own, after those of the steps: from there
the way of that condition is taken, once.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from functools import cached_property
from typing import NamedTuple

from journeys.graph.algorithms import components, numbered
from journeys.graph.journey import JourneyGraph
from journeys.graph.nodes import Flow, Making, StepNode


class Way(NamedTuple):
    """An edge of the flow: where it leads, and what the file says of it."""

    target: int
    flow: Flow


class Escape(NamedTuple):
    """A path on which a promise is not kept: its steps, and whether it ends or runs into a loop for ever."""

    steps: tuple[int, ...]
    trapped: bool


class Paths:
    """Steps are numbered in the order of the file."""

    def __init__(self, journey: JourneyGraph, entered: Sequence[JourneyGraph] = ()) -> None:
        """`entered` are the journeys into which ways lead on, in the order of their files."""
        self.home = journey
        others = [other.id for other in entered]
        self.journeys = tuple(entered) if journey.id in others else (journey, *entered)
        self._entered = {other.id: [step.id for step in other.starts] for other in entered}
        self.steps: list[StepNode] = [step for one in self.journeys for step in one.steps]
        self.number = {step.id: number for number, step in enumerate(self.steps)}
        self.starts = [self.number[step.id] for step in journey.starts]
        self._out: list[list[Way]] = []
        self._leaves: list[bool] = []
        self._together: list[set[int]] = []
        self._alone: list[set[int]] = []
        for one in self.journeys:
            for step in one.steps:
                self._add(step.end, one.flows_from(step.id))
        self._begun: dict[Making, int] = {}
        for making in dict.fromkeys(one for node in journey.promise_nodes for one in node.makings if one.when):
            chosen = [flow for flow in journey.flows_from(making.step) if flow.when == making.when]
            if chosen:
                self._begun[making] = len(self.steps)
                self.steps.append(self.steps[self.number[making.step]])
                self._add(False, chosen)

    def _add(self, end: bool, flows: Sequence[Flow]) -> None:
        self._out.append([Way(self.number[target], flow) for flow in flows for target in self._targets(flow)])
        self._leaves.append(end or not flows or any(not self._targets(flow) for flow in flows))
        self._together.append({self.number[one] for flow in flows if flow.together for one in self._targets(flow)})
        self._alone.append({self.number[one] for flow in flows if not flow.together for one in self._targets(flow)})

    def _targets(self, flow: Flow) -> Sequence[str]:
        return (flow.target,) if flow.target else self._entered.get(flow.to_journey, ())

    def begin(self, making: Making) -> int:
        """The number from which the ways begin of those to whom a promise is made at a place."""
        return self._begun.get(making, self.number[making.step])

    def step(self, number: int) -> int:
        """The number of the step that a number stands for."""
        return self.number[self.steps[number].id]

    def out(self, step: int) -> Sequence[Way]:
        """The ways out of a step to steps of this journey."""
        return self._out[step]

    def exits(self, step: int) -> Sequence[Flow]:
        """The ways out of a step that leave the journey."""
        return [flow for flow in self.home.flows_from(self.steps[step].id) if not flow.target]

    def stops(self, step: int) -> bool:
        """Whether a journey can end in a step itself: it says so, or leads nowhere."""
        return self.steps[step].end or not (self._out[step] or self.exits(step))

    def ends(self, step: int) -> bool:
        """Whether a path can come to its end at a step: said so, an exit to another journey, or a dead end."""
        return self._leaves[step]

    @cached_property
    def targets(self) -> Sequence[tuple[int, ...]]:
        """The steps that follow each step."""
        return [tuple(dict.fromkeys(way.target for way in ways)) for ways in self._out]

    @cached_property
    def sources(self) -> Sequence[tuple[int, ...]]:
        """The steps that lead to each step."""
        found: list[list[int]] = [[] for _ in self.steps]
        for source, targets in enumerate(self.targets):
            for target in targets:
                found[target].append(source)
        return [tuple(steps) for steps in found]

    @cached_property
    def _components(self) -> list[list[int]]:
        return components(numbered(self.targets))

    @cached_property
    def component(self) -> Sequence[int]:
        """The number of each step's component; ways lead to the same one or one of a lower number."""
        found = [0] * len(self.steps)
        for number, members in enumerate(self._components):
            for step in members:
                found[step] = number
        return found

    @cached_property
    def _reach(self) -> Sequence[int]:
        reach = [0] * len(self.steps)
        for component in self._components:
            bits = sum(1 << step for step in component)
            for step in component:
                for target in self.targets[step]:
                    bits |= reach[target]
            for step in component:
                reach[step] = bits
        return reach

    def reaches(self, source: int, target: int) -> bool:
        """Whether a step is another or comes before it on some path."""
        return bool(self._reach[source] >> target & 1)

    def starts_of(self, step: int) -> list[int]:
        """The starts of the journey of a step."""
        journey = next(one for one in self.journeys if one.id == self.steps[step].journey)
        return [self.number[start.id] for start in journey.starts]

    def region(self, start: int, walls: Collection[int]) -> dict[int, int]:
        """The steps met from `start` without entering a wall, each with the one it was met from (the start: itself)."""
        if start in walls:
            return {}
        met = {start: start}
        queue = [start]
        for step in queue:
            for target in self.targets[step]:
                if target not in met and target not in walls:
                    met[target] = step
                    queue.append(target)
        return met

    def cut(self, starts: Iterable[int], goal: int, walls: Collection[int]) -> bool:
        """Whether no path leads from any of `starts` to `goal` without passing a wall (the ends among them)."""
        if goal in walls:
            return True
        seen = {start for start in starts if start not in walls}
        queue = list(seen)
        for step in queue:
            if step == goal:
                return False
            for target in self.targets[step]:
                if target not in seen and target not in walls:
                    seen.add(target)
                    queue.append(target)
        return True

    def escapes(self, start: int, goals: Collection[int]) -> list[Escape]:
        """For each end that can be come to without meeting a goal, and each loop without a way out, a shortest path.

        Where several ways are all taken, it is enough that one of them comes to a goal.
        """
        met = self.region(start, goals)
        ahead = sum(1 << goal for goal in goals)
        if all(self._reach[step] & ahead and not self.ends(step) for step in met):
            return []
        astray = self._astray(met, goals)
        if start not in astray:
            return []
        found: list[Escape] = []
        path = {start: start}
        queue = [start]
        trapped = False
        for step in queue:
            if self.ends(step):
                found.append(Escape(trail(path, step), trapped=False))
            elif astray[step] and not trapped:
                trapped = True
                found.append(Escape(trail(path, step), trapped=True))
            for target in self.targets[step]:
                if target in astray and target not in path:
                    path[target] = step
                    queue.append(target)
        return found

    def _astray(self, met: dict[int, int], goals: Collection[int]) -> dict[int, bool]:
        """The steps of a region from which one may come to an end or go round for ever; True for the latter."""
        saved = {step for step in met if self.ends(step) or any(target in goals for target in self.targets[step])}
        queue = list(saved)
        for step in queue:
            for source in self.sources[step]:
                if source in met and source not in saved:
                    saved.add(source)
                    queue.append(source)
        found = {step: True for step in met if step not in saved}
        found.update({step: False for step in met if self.ends(step)})
        queue = list(found)
        for step in queue:
            for source in self.sources[step]:
                if source not in met or source in found:
                    continue
                if step not in self._alone[source] and not self._together[source] <= found.keys():
                    continue
                found[source] = False
                queue.append(source)
        return found

    def between(self, start: int, goal: int, walls: Collection[int]) -> list[int]:
        """The steps on the ways from `start` to the first coming to `goal` that pass no wall."""
        if start == goal:
            return [start]
        met = self.region(start, {*walls, goal})
        if not any(source in met for source in self.sources[goal]):
            return []
        found = {goal}
        queue = [goal]
        for step in queue:
            for source in self.sources[step]:
                if source in met and source not in found:
                    found.add(source)
                    queue.append(source)
        return [step for step in (*met, goal) if step in found]


def trail(met: dict[int, int], step: int) -> tuple[int, ...]:
    """The steps from the start of a region to one of its steps."""
    steps = [step]
    while met[step] != step:
        step = met[step]
        steps.append(step)
    return tuple(reversed(steps))
