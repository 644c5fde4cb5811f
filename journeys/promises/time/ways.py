"""The ways from one step to another in an order that can be walked: loops are cut where they are bounded."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from operator import attrgetter
from typing import NamedTuple

from journeys.graph.algorithms import components, digraph
from journeys.language.model.duration import Duration
from journeys.promises.paths import Paths
from journeys.promises.time.weekly import Weekly

START, GOAL = -1, -2
"""Before all starts of a journey, and behind all its ends, where it is walked as a whole."""


_SOURCE, _TARGET = attrgetter("source"), attrgetter("target")


class Edge(NamedTuple):
    """A way between two steps, with the time that it takes. `together`: it is taken at once with others."""

    source: int
    target: int
    after: Duration | None = None
    at_most: int | None = None
    together: bool = False


@dataclass(frozen=True)
class Ways:
    """All ways from `start` to the first coming to `goal`; those that bring nobody to it are left out.

    `walked`: the moment of coming to the goal, with the kinds of time met, where no promise has a part in it, by
    whether it was walked along the calendar.
    """

    start: int
    goal: int
    edges: Sequence[Edge]
    walked: dict[bool, tuple[Weekly, frozenset[str]]] = field(default_factory=dict, compare=False)

    @cached_property
    def steps(self) -> Sequence[int]:
        """The steps on the ways."""
        found = {self.start, self.goal, *(edge.source for edge in self.edges), *(edge.target for edge in self.edges)}
        return sorted(found)

    @cached_property
    def places(self) -> frozenset[int]:
        """The same, to look one up."""
        return frozenset(self.steps)

    @cached_property
    def out(self) -> Mapping[int, Sequence[Edge]]:
        """The ways by where they begin."""
        return _by(self.edges, _SOURCE)

    @cached_property
    def _order(self) -> Sequence[int]:
        """The steps, each after all that lead to it, up to the first loop."""
        return _in_order([self.start], self.out)

    @cached_property
    def looped(self) -> bool:
        """Whether there is a loop on the ways."""
        return len(self._order) < len(self.steps)

    @cached_property
    def closing(self) -> Sequence[Edge]:
        """The bounded ways that close a loop, by the steps that they leave."""
        if not self.looped:
            return ()
        bounded = (edge for edge in self.edges if edge.at_most is not None)
        found = (
            edge for edge in bounded if edge.source == edge.target or edge.source in _reached(edge.target, self.out)
        )
        return sorted(found, key=lambda edge: edge.source)

    @cached_property
    def unbounded(self) -> tuple[int, ...]:
        """The steps of loops that may be gone through any number of times."""
        free = [edge for edge in self.edges if edge.at_most is None] if self.looped else []
        if not _has_loop(self.steps, free):
            return ()
        found = _components(self.steps, free)
        part = {step: number for number, members in enumerate(found) for step in members}
        return tuple(sorted({edge.source for edge in free if part[edge.source] == part[edge.target]}))

    @cached_property
    def at_once(self) -> tuple[int, ...]:
        """The steps of loops at which ways part that are all taken: what goes round there is in several places."""
        parting = [edge for edge in self.edges if edge.together] if self.looped else []
        if not parting:
            return ()
        part = {step: number for number, one in enumerate(_components(self.steps, self.edges)) for step in one}
        return tuple(sorted({edge.source for edge in parting if part[edge.source] == part[edge.target]}))

    @cached_property
    def onward(self) -> Sequence[Edge]:
        """The ways without those that close a loop; one without which the goal cannot be come to stays."""
        if not self.closing:
            return self.edges
        left = self._without(self.closing)
        if self._leads(left):
            return left
        left = self._without([edge for edge in self.closing if self._leads(self._without([edge]))])
        return left if self._leads(left) else self.edges

    def _without(self, cut: Sequence[Edge]) -> list[Edge]:
        return [edge for edge in self.edges if not any(edge is one for one in cut)]

    def _leads(self, edges: Iterable[Edge]) -> bool:
        return self.goal in _reached(self.start, _by(edges, _SOURCE))

    @cached_property
    def into(self) -> Mapping[int, Sequence[Edge]]:
        """The ways onward by where they lead."""
        return _by(self.onward, _TARGET)

    @cached_property
    def groups(self) -> Sequence[tuple[int, ...]]:
        """The steps in an order in which ways lead onward; those of a loop that is not cut together."""
        if not self.looped:
            return [(step,) for step in self._order]
        out = _by(self.onward, _SOURCE)
        reached = {self.start, *_reached(self.start, out)}
        edges = [edge for edge in self.onward if edge.source in reached]
        order = _in_order([self.start], out if len(edges) == len(self.onward) else _by(edges, _SOURCE))
        if len(order) == len(reached):
            return [(step,) for step in order]
        steps = [step for step in self.steps if step in reached]
        return [tuple(group) for group in reversed(_components(steps, edges))]

    def circling(self, group: Sequence[int]) -> bool:
        """Whether one can go round in a group."""
        return self.looped and (len(group) > 1 or any(edge.source == group[0] for edge in self.into.get(group[0], ())))

    @cached_property
    def leading(self) -> Mapping[int, set[int]]:
        """For each step those that lead to it onward, itself not among them unless one can go round."""
        return {step: _walk([edge.source for edge in self.into.get(step, ())], self._before) for step in self.steps}

    def _before(self, step: int) -> Iterable[int]:
        return [edge.source for edge in self.into.get(step, ())]

    @cached_property
    def always(self) -> frozenset[int]:
        """The steps that every way passes before it comes to the goal."""
        if self.start == self.goal:
            return frozenset()
        found = {self.start}
        for step in self.steps:
            left = [edge for edge in self.edges if step not in (edge.source, edge.target)]
            if step != self.goal and self.goal not in _reached(self.start, _by(left, _SOURCE)):
                found.add(step)
        return frozenset(found)

    def round(self, edge: Edge) -> Ways | None:
        """The ways from where a closing way leads to where it leaves."""
        closing = {id(one) for one in self.closing}
        for edges in (
            [one for one in self.edges if id(one) not in closing],
            [one for one in self.edges if one is not edge],
        ):
            found = between(edge.target, edge.source, edges)
            if found is not None:
                return found
        return None


def between(start: int, goal: int, edges: Iterable[Edge]) -> Ways | None:
    """All ways from one step to the first coming to another; None where none leads there."""
    onward = [edge for edge in edges if edge.source != goal]
    reached = {start, *_reached(start, _by(onward, _SOURCE))}
    if goal not in reached:
        return None
    back = _by(onward, _TARGET)
    useful = _walk([goal], lambda step: [edge.source for edge in back.get(step, ())])
    return Ways(start, goal, [edge for edge in onward if edge.source in reached and edge.target in useful])


class KnownWays:
    """The ways of some paths, each looked for once."""

    def __init__(self) -> None:
        self._known: dict[tuple[int, int, int, frozenset[int]], Ways | None] = {}

    def find(self, paths: Paths, start: int, goal: int, walls: frozenset[int]) -> Ways | None:
        """As `ways`."""
        known = (id(paths), start, goal, walls)
        if known not in self._known:
            self._known[known] = ways(paths, start, goal, walls)
        return self._known[known]


def ways(paths: Paths, start: int, goal: int, walls: Collection[int]) -> Ways | None:
    """The ways from a step to the first coming to another that pass no wall; None where none leads there."""
    steps = paths.between(start, goal, walls)
    if not steps:
        return None
    inside = set(steps)
    return Ways(start, goal, [edge for edge in _edges(paths, steps) if edge.source != goal and edge.target in inside])


def ways_before(paths: Paths, step: int, places: Collection[int]) -> tuple[bool, bool]:
    """Of the ways from a start to the first coming to a step: whether one passes some places, and whether one does not.

    Where no way leads to it, one that passes nothing is thought of.
    """
    some = none = led = False
    for start in paths.starts_of(step):
        met = paths.region(start, {step})
        leads = start == step or any(source in met for source in paths.sources[step])
        led = led or leads
        passed = [place for place in places if place in met and paths.reaches(place, step)]
        some = some or bool(passed)
        none = none or (start not in places and (start == step or not paths.cut([start], step, set(places) - {step})))
    return some, none or not led


def whole(paths: Paths) -> Ways | None:
    """All ways of a journey from its starts to its ends; None where it never ends."""
    steps = range(len(paths.home.steps))
    edges = [Edge(START, start) for start in paths.starts]
    edges += _edges(paths, steps)
    edges += [Edge(step, GOAL, flow.after) for step in steps for flow in paths.exits(step)]
    edges += [Edge(step, GOAL) for step in steps if paths.stops(step)]
    return between(START, GOAL, edges)


def _edges(paths: Paths, steps: Iterable[int]) -> list[Edge]:
    return [
        Edge(step, way.target, way.flow.after, way.flow.at_most, way.flow.together)
        for step in steps
        for way in paths.out(step)
    ]


def _in_order(starts: Iterable[int], out: Mapping[int, Sequence[Edge]]) -> list[int]:
    """The steps, each after all that lead to it, but for those of loops and what comes after them."""
    waiting: dict[int, int] = {}
    for ways in out.values():
        for edge in ways:
            waiting[edge.target] = waiting.get(edge.target, 0) + 1
    order = [step for step in starts if step not in waiting]
    for step in order:
        for edge in out.get(step, ()):
            waiting[edge.target] -= 1
            if not waiting[edge.target]:
                order.append(edge.target)
    return order


def _has_loop(steps: Sequence[int], edges: Iterable[Edge]) -> bool:
    return len(_in_order(steps, _by(edges, _SOURCE))) < len(steps)


def _components(steps: Sequence[int], edges: Iterable[Edge]) -> list[list[int]]:
    return components(digraph(steps, ((edge.source, edge.target) for edge in edges)))


def _reached(start: int, out: Mapping[int, Sequence[Edge]]) -> set[int]:
    """The steps that are come to by at least one way."""
    return _walk([edge.target for edge in out.get(start, ())], lambda step: [edge.target for edge in out.get(step, ())])


def _walk(starts: Iterable[int], onward: Callable[[int], Iterable[int]]) -> set[int]:
    found = set(starts)
    queue = list(found)
    for step in queue:
        for target in onward(step):
            if target not in found:
                found.add(target)
                queue.append(target)
    return found


def _by(edges: Iterable[Edge], key: Callable[[Edge], int]) -> dict[int, list[Edge]]:
    found: dict[int, list[Edge]] = {}
    for edge in edges:
        found.setdefault(key(edge), []).append(edge)
    return found
