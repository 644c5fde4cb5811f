"""Walks through a journey, enumerated step by step."""

from __future__ import annotations

from collections.abc import Iterator

from journeys.graph.journey import JourneyGraph
from journeys.graph.nodes import Flow

NONE: frozenset[str] = frozenset()


class Walks:
    """The walks of those for whom a condition (`when`) holds; of everybody, where it is empty."""

    def __init__(self, journey: JourneyGraph, when: str = "") -> None:
        self.steps = tuple(step.id for step in journey.steps)
        self._flows: dict[str, list[Flow]] = {}
        self._ends: set[str] = set()
        for step in journey.steps:
            flows = [flow for flow in journey.flows if flow.source == step.id]
            chosen = [flow for flow in flows if when and flow.when == when]
            self._flows[step.id] = chosen or flows
            if any(flow.to_journey for flow in self._flows[step.id]) or (not chosen and (step.end or not flows)):
                self._ends.add(step.id)

    def flows(self, step: str) -> list[Flow]:
        """The ways out of a step that lead to a step of this journey."""
        return [flow for flow in self._flows[step] if flow.target]

    def paths(self, start: str, stops: frozenset[str] = NONE, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
        """Every path from a step that passes no step twice, and does not go on from a step of `stops`."""
        path = (*path, start)
        yield path
        if start in stops and len(path) > 1:
            return
        for target in {flow.target for flow in self.flows(start)}:
            if target not in path:
                yield from self.paths(target, stops, path)

    def reaches(self, start: str, goals: frozenset[str], stops: frozenset[str] = NONE) -> bool:
        """Whether a path leads from a step to one of the goals (or the step is one itself)."""
        return any(path[-1] in goals for path in self.paths(start, stops))

    def ends(self, step: str) -> bool:
        """Whether a walk may end at a step: it says so, leaves for another journey, or leads nowhere.

        Those for whom the condition of a way holds go that way, and do not end where they might.
        """
        return step in self._ends

    def can_miss(self, start: str, goals: frozenset[str]) -> bool:
        """Whether some walk from `start` ends, or can never end, without a step of the goals."""
        if start in goals:
            return False
        met = {path[-1] for path in self.paths(start, goals)} - goals
        return any(self.ends(step) or not self.reaches(step, goals) for step in met)
