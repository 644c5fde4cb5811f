"""The ways from one step to others in an order that can be walked: loops are cut where they are bounded."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from journeys.graph.algorithms import components, digraph
from journeys.language.model.duration import Duration
from journeys.promises.paths import Paths


class Edge(NamedTuple):
    """A way between two steps, with the time that it takes."""

    source: int
    target: int
    after: Duration | None
    at_most: int | None


@dataclass(frozen=True)
class Ways:
    """All ways from `start` to the first of `goals`.

    `groups` are the steps in an order in which ways lead onward; several steps in one group are a loop that is not
    cut, gone through once. `rounds` are the ways that lead back, by the component of the steps they join; `unbounded`
    are the steps of loops without a bound.
    """

    start: int
    goals: frozenset[int]
    steps: tuple[int, ...]
    groups: tuple[tuple[int, ...], ...]
    into: Mapping[int, Sequence[Edge]]
    rounds: Mapping[int, Sequence[Edge]]
    component: Mapping[int, int]
    unbounded: tuple[int, ...]

    def passed(self, step: int) -> bool:
        """Whether every way passes a step."""
        if step == self.start or self.goals == {step}:
            return True
        seen = set(self.goals) - {step}
        queue = list(seen)
        for place in queue:
            for edge in self.into.get(place, ()):
                if edge.source != step and edge.source not in seen:
                    seen.add(edge.source)
                    queue.append(edge.source)
        return self.start not in seen


def ways(paths: Paths, start: int, goals: Collection[int], walls: Collection[int]) -> Ways | None:
    """The ways from a step to the first of some others that pass no wall; None where none leads there."""
    steps = paths.between(start, goals, walls)
    if not steps:
        return None
    inside, ends = set(steps), frozenset(goals)
    edges = [
        Edge(source, way.target, way.flow.after, way.flow.at_most)
        for source in steps
        if source not in ends
        for way in paths.out(source)
        if way.target in inside
    ]
    places = {paths.component[step] for step in steps}
    if len(places) == len(steps) and all(edge.source != edge.target for edge in edges):
        groups = tuple((step,) for step in sorted(steps, key=paths.component.__getitem__, reverse=True))
        return Ways(start, ends, tuple(steps), groups, _into(edges), {}, {}, ())
    return _with_loops(start, ends, steps, edges)


def _with_loops(start: int, goals: frozenset[int], steps: Sequence[int], edges: Sequence[Edge]) -> Ways:
    component = _component_of(steps, edges)
    circling = [edge for edge in edges if component[edge.source] == component[edge.target]]
    bounded = [edge for edge in circling if edge.at_most is not None]
    needed = {edge for edge in bounded if not _led_to(start, goals, [one for one in edges if one is not edge])}
    cut = [edge for edge in bounded if edge not in needed]
    onward = [edge for edge in edges if edge not in cut]
    groups = tuple(map(tuple, reversed(_components(steps, onward))))
    free = _component_of(steps, [edge for edge in edges if edge.at_most is None])
    unbounded = {
        edge.source for edge in edges if edge.at_most is None and free[edge.source] == free[edge.target]
    }  # fmt: skip
    rounds: dict[int, list[Edge]] = {}
    for edge in bounded:
        rounds.setdefault(component[edge.source], []).append(edge)
    return Ways(
        start, goals, tuple(steps), groups, _into(onward), rounds, component,
        tuple(step for step in sorted(steps) if step in unbounded),
    )  # fmt: skip


def _components(steps: Sequence[int], edges: Sequence[Edge]) -> list[list[int]]:
    return components(digraph(steps, ((edge.source, edge.target) for edge in edges)))


def _component_of(steps: Sequence[int], edges: Sequence[Edge]) -> dict[int, int]:
    return {step: number for number, members in enumerate(_components(steps, edges)) for step in members}


def _led_to(start: int, goals: Collection[int], edges: Sequence[Edge]) -> bool:
    """Whether some goal is come to along some ways."""
    after: dict[int, list[int]] = {}
    for edge in edges:
        after.setdefault(edge.source, []).append(edge.target)
    seen, queue = {start}, [start]
    for step in queue:
        if step in goals:
            return True
        for target in after.get(step, ()):
            if target not in seen:
                seen.add(target)
                queue.append(target)
    return False


def _into(edges: Sequence[Edge]) -> Mapping[int, Sequence[Edge]]:
    found: dict[int, list[Edge]] = {}
    for edge in edges:
        found.setdefault(edge.target, []).append(edge)
    return found
