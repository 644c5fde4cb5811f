"""The ways of one journey, by step numbers: what can be reached, and what a path can miss."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from functools import cached_property
from typing import NamedTuple

from journeys.graph.algorithms import components, numbered
from journeys.graph.journey import JourneyGraph
from journeys.graph.nodes import Flow


class Way(NamedTuple):
    """An edge of the flow: where it leads, and what the file says of it."""

    target: int
    flow: Flow


class Escape(NamedTuple):
    """A path on which a promise is not kept: its steps, and whether it ends or runs into a loop for ever."""

    steps: tuple[int, ...]
    trapped: bool


class Paths:
    """Steps are numbered in the order of the file. `when` narrows branches to those the condition is for."""

    def __init__(self, journey: JourneyGraph) -> None:
        self.steps = journey.steps
        self.number = {step.id: number for number, step in enumerate(journey.steps)}
        self._out: list[list[Way]] = [[] for _ in journey.steps]
        leaves = [step.end for step in journey.steps]
        for flow in journey.flows:
            source = self.number[flow.source]
            if flow.target:
                self._out[source].append(Way(self.number[flow.target], flow))
            else:
                leaves[source] = True
        self._leaves = leaves
        self._leaving = {(flow.source, flow.when) for flow in journey.flows if not flow.target and flow.when}
        self._conditions = {flow.when for flow in journey.flows}
        self._narrowed: dict[str, Paths] = {}

    def under(self, when: str) -> Paths:
        """The ways open to those for whom a condition holds: where a branch names it, they take that branch."""
        if not when or when not in self._conditions:
            return self
        found = self._narrowed.get(when)
        if found is None:
            found = self._narrowed[when] = self._narrow(when)
        return found

    def _narrow(self, when: str) -> Paths:
        narrow = object.__new__(Paths)
        narrow.steps, narrow.number, narrow._narrowed = self.steps, self.number, {}
        narrow._conditions = self._conditions
        narrow._leaves, narrow._leaving = list(self._leaves), self._leaving
        narrow._out = []
        for number, ways in enumerate(self._out):
            chosen = [way for way in ways if way.flow.when == when]
            leaving = (self.steps[number].id, when) in self._leaving
            narrow._out.append(chosen if chosen or leaving else ways)
            if chosen and not leaving:
                narrow._leaves[number] = False
            elif leaving:
                narrow._leaves[number] = True
        return narrow

    def out(self, step: int) -> Sequence[Way]:
        """The ways out of a step to steps of this journey."""
        return self._out[step]

    def ends(self, step: int) -> bool:
        """Whether a path can come to its end at a step: said so, an exit to another journey, or a dead end."""
        return self._leaves[step] or not self._out[step]

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
    def position(self) -> Sequence[int]:
        """The place of each step in an order in which every way leads onward, those of one loop together."""
        positions = [0] * len(self.steps)
        for place, component in enumerate(self._components):
            for step in component:
                positions[step] = len(self.steps) - place
        return positions

    def has_loop(self, steps: Sequence[int], last: int) -> bool:
        """Whether some steps may hold a loop, ways out of `last` left out: two of one component, or one to itself."""
        places = {self.position[step] for step in steps}
        return len(places) < len(steps) or any(step in self.targets[step] for step in steps if step != last)

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

    def escape(self, start: int, goals: Collection[int]) -> Escape | None:
        """A shortest path from `start` that ends, or runs into a loop for ever, without meeting a goal; or None."""
        met = self.region(start, goals)
        for step in met:
            if self.ends(step):
                return Escape(trail(met, step), trapped=False)
        caught = self._caught(met, goals)
        return Escape(trail(met, caught), trapped=True) if caught is not None else None

    def _caught(self, met: dict[int, int], goals: Collection[int]) -> int | None:
        """The first step of a region from which no goal can be reached; nothing in the region ends."""
        saved = {step for step in met if any(target in goals for target in self.targets[step])}
        queue = list(saved)
        for step in queue:
            for source in self.sources[step]:
                if source in met and source not in saved:
                    saved.add(source)
                    queue.append(source)
        return next((step for step in met if step not in saved), None)

    def between(self, start: int, goal: int, walls: Iterable[int]) -> list[int]:
        """The steps on the ways from `start` to `goal` that pass no wall and do not go on through the goal."""
        if start == goal:
            return [goal]
        blocked = set(walls) - {goal}
        met = self.region(start, blocked | {goal})
        found = {goal}
        queue = [goal]
        for step in queue:
            for source in self.sources[step]:
                if source in met and source not in found:
                    found.add(source)
                    queue.append(source)
        return [step for step in (*met, goal) if step in found] if start in found else []


def trail(met: dict[int, int], step: int) -> tuple[int, ...]:
    """The steps from the start of a region to one of its steps."""
    steps = [step]
    while met[step] != step:
        step = met[step]
        steps.append(step)
    return tuple(reversed(steps))
