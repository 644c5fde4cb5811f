"""The part of a journey that lies on ways from one node to another, its loops and its order (point 8: Ways, Loops)."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from functools import cached_property

from .model import Place, World
from .paths import Edge, Ground, circles, closure, step_of

GOAL, START = "goal", "start"


@dataclass(frozen=True, slots=True)
class Stage:
    """One step of the order, or the steps of a circle that is counted once, with the longest `after` inside of each."""

    nodes: tuple[str, ...]
    circle: bool


@dataclass
class Region:
    """All ways from an origin to the first coming to a target."""

    origin: str
    target: str
    edges: list[Edge]
    order: list[str]
    passed: frozenset[str] = frozenset()
    """Nodes that every way passes before it comes to the target."""
    nodes: list[str] = field(init=False)

    def __post_init__(self) -> None:
        """The nodes, in the order of the steps."""
        found = {self.origin, self.target} | {e.source for e in self.edges} | {e.target for e in self.edges}
        self.nodes = sorted(found, key=self._number)

    def _number(self, node: str) -> tuple[int, str]:
        step = node.removeprefix("*")
        return (self.order.index(step) if step in self.order else -1, node)

    @cached_property
    def closers(self) -> list[Edge]:
        """The ways with `at_most` that close a circle."""
        bounded = [edge for edge in self.edges if edge.at_most is not None]
        return [e for e in bounded if e.source == e.target or e.source in closure(e.target, self.edges)]

    @cached_property
    def unbounded(self) -> list[frozenset[str]]:
        """Circles without a way with `at_most` on it."""
        return circles(self.nodes, [edge for edge in self.edges if edge.at_most is None])

    @cached_property
    def at_once(self) -> set[str]:
        """Steps where ways part that are all taken, of which one lies on a circle: no time can be said then."""
        parting = [edge for edge in self.edges if edge.group is not None]
        return {step_of(e.source) for e in parting if e.source in closure(e.target, self.edges) | {e.target}}

    @cached_property
    def plain(self) -> list[Edge]:
        """The ways without those that close a circle; "one without which k cannot be reached stays"."""
        stays = [c for c in self.closers if not self._comes([edge for edge in self.edges if edge is not c])]
        left = [edge for edge in self.edges if edge not in self.closers or edge in stays]
        return left if self._comes(left) else self.edges

    def _comes(self, edges: list[Edge]) -> bool:
        return self.origin == self.target or self.target in closure(self.origin, edges)

    @cached_property
    def stages(self) -> list[Stage]:
        """The nodes of the plain ways in an order in which each comes after all that lead to it."""
        reach = closure(self.origin, self.plain) | {self.origin}
        edges = [edge for edge in self.plain if edge.source in reach]
        rounds = circles(self.nodes, edges)
        groups = [tuple(sorted(c, key=self._number)) for c in rounds]
        groups += [(node,) for node in self.nodes if node in reach and not any(node in c for c in rounds)]
        stages: list[Stage] = []
        placed: set[str] = set()
        while groups:
            group = next(g for g in groups if all(e.source in placed or e.source in g for e in edges if e.target in g))
            groups.remove(group)
            placed |= set(group)
            stages.append(Stage(group, any(group[0] in circle for circle in rounds)))
        return stages

    def round(self, closer: Edge) -> Region | None:
        """The ways from where a closing way leads to where it leaves."""
        for edges in ([e for e in self.edges if e not in self.closers], [e for e in self.edges if e is not closer]):
            found = between(closer.target, closer.source, edges, self.order)
            if found is not None:
                return found
        return None


def between(origin: str, target: str, edges: Iterable[Edge], order: list[str]) -> Region | None:
    """All ways from one node to another, the other passed only at the end."""
    onward = [edge for edge in edges if edge.source != target]
    reach = closure(origin, onward) | {origin}
    if target not in reach:
        return None
    useful = [e for e in onward if e.source in reach and (e.target == target or target in closure(e.target, onward))]
    return Region(origin, target, useful, order)


def ways_to(
    ground: Ground, place: Place, target: str, others: Collection[str], unless: Collection[str]
) -> Region | None:
    """Ways from where a promise is made to the first coming to a step, without `unless` and without other stops."""
    order = list(ground.world.steps)
    if place[0] == target:
        return Region(target, target, [], order)
    stops = (set(unless) | set(others)) - {target}
    if place[0] in stops:
        return None
    nodes = ground.reached(place, stops | {target})
    edges = [
        edge for node in nodes if node not in stops for edge in ground.out(node, place[1]) if edge.target not in stops
    ]
    region = between(ground.origin(place), target, edges, order)
    if region is not None:
        region.passed = always(region)
    return region


def always(region: Region) -> frozenset[str]:
    """The nodes without which the target is not come to (the origin among them, the target not)."""
    found = {region.origin}
    for node in region.nodes:
        left = [edge for edge in region.edges if node not in (edge.source, edge.target)]
        if node != region.target and region.target not in closure(region.origin, left):
            found.add(node)
    return frozenset(node.removeprefix("*") for node in found if region.origin != region.target)


def through(world: World, journey: str) -> Region | None:
    """All ways of a journey from its starts to its ends."""
    ground = Ground(world)
    found = world.journeys[journey]
    edges = [Edge(START, start, None, None, None) for start in found.starts]
    for step in found.steps:
        edges += ground.out(step, None)
        edges += [Edge(step, GOAL, way.after, None, None) for way in world.steps[step].ways if way.leaves]
        edges += [Edge(step, GOAL, None, None, None)] if world.steps[step].is_end else []
    region = between(START, GOAL, edges, list(world.steps))
    if region is not None:
        region.passed = always(region)
    return region
