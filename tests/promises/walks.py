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
        self._ends = {step.id for step in journey.steps if step.end}
        self._flows = {step: self._taken([f for f in journey.flows if f.source == step], when) for step in self.steps}

    @staticmethod
    def _taken(flows: list[Flow], when: str) -> list[Flow]:
        chosen = [flow for flow in flows if when and flow.when == when]
        return chosen or flows

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
        """Whether a walk may end at a step: it says so, leaves for another journey, or leads nowhere."""
        flows = self._flows[step]
        return step in self._ends or not flows or any(flow.to_journey for flow in flows)

    def can_miss(self, start: str, goals: frozenset[str]) -> bool:
        """Whether some walk from `start` ends, or can never end, without a step of the goals."""
        if start in goals:
            return False
        met = {path[-1] for path in self.paths(start, goals)} - goals
        return any(self.ends(step) or not self.reaches(step, goals) for step in met)
