"""Where ways lead: reaching, and the ends at which a promise is missed. Plain searches, no cleverness."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass

from .model import Place, Way, World
from .quantities import Span


@dataclass(frozen=True, slots=True)
class Edge:
    """A way between two nodes. A node is a step, or `*step`: that step when it is left by the way of `made.when`."""

    source: str
    target: str
    after: Span | None
    at_most: int | None
    group: int | None


def step_of(node: str) -> str:
    """The step of a node."""
    return node.removeprefix("*")


class Ground:
    """The ways of a workspace, for promises made in one journey and kept at some steps.

    An exit to another journey is an end, unless the promise is kept in another journey and the exit leads there:
    then the way goes on at each of that journey's starts.
    """

    def __init__(self, world: World, home: str | None = None, targets: Iterable[str] = ()) -> None:
        """Find the journeys through which a way leads to a target that lies elsewhere."""
        self.world = world
        away = {world.steps[target].journey for target in targets} - {home}
        self.open: set[str] = set(away)
        grown = bool(away)
        while grown:
            before = len(self.open)
            self.open |= {
                journey.id
                for journey in world.journeys.values()
                if any(w.leaves and w.target in self.open for step in journey.steps for w in world.steps[step].ways)
            }
            grown = len(self.open) > before
        self._out: dict[str, list[Edge]] = {}

    def origin(self, place: Place) -> str:
        """The node at which a promise made there begins."""
        step, when = place
        return f"*{step}" if when is not None and self._matching(step, when) else step

    def _matching(self, step: str, when: str) -> list[Way]:
        return [way for way in self.world.steps[step].ways if way.when == when]

    def ways(self, node: str, when: str | None) -> list[Way]:
        """The ways that leave a node; `when` is the condition of the place of promising."""
        return self._matching(node[1:], when or "") if node[0] == "*" else self.world.steps[node].ways

    def out(self, node: str, when: str | None) -> list[Edge]:
        """The ways that lead on, into other journeys too where these are open."""
        key = f"{node} {when}" if node[0] == "*" else node
        if key not in self._out:
            edges: list[Edge] = []
            for way in self.ways(node, when):
                targets = [way.target]
                if way.leaves:
                    journey = self.world.journeys.get(way.target)
                    targets = journey.starts if journey and way.target in self.open else []
                edges += [Edge(node, target, way.after, way.at_most, way.group) for target in targets]
            self._out[key] = edges
        return self._out[key]

    def ends(self, node: str, when: str | None) -> bool:
        """Whether the journey may end here: `end`, a dead end, or an exit."""
        leaves = any(way.leaves and way.target not in self.open for way in self.ways(node, when))
        return leaves or (node[0] != "*" and self.world.steps[node].is_end)

    def reached(self, place: Place, stops: Collection[str] = ()) -> list[str]:
        """The nodes that are reached from where a promise is made; ways end at stops."""
        nodes = [self.origin(place)]
        for node in nodes:
            if node not in stops:
                nodes += dict.fromkeys(e.target for e in self.out(node, place[1]) if e.target not in nodes)
        return nodes

    def reaches(self, place: Place, step: str) -> bool:
        """Whether a step is the place, or can be reached from it."""
        return step == place[0] or step in self.reached(place)

    def missed(self, place: Place, stops: Collection[str]) -> tuple[str, ...]:
        """Every end, and every loop without a way out, that is come to without passing a stop (point 3)."""
        when = place[1]
        nodes = [node for node in self.reached(place, stops) if node not in stops]
        ends = {node for node in nodes if self.ends(node, when)}
        free = _grow(
            ends, nodes, lambda node, free: any(e.target in free or e.target in stops for e in self.out(node, when))
        )
        trapped = set(nodes) - free
        bad = _grow(ends | trapped, nodes, lambda node, bad: self._goes(node, when, bad) != [])
        seen = [nodes[0]] if nodes and nodes[0] in bad else []
        for node in seen:
            seen += [target for target in dict.fromkeys(self._goes(node, when, bad)) if target not in seen]
        found = {step_of(node) for node in seen if node in ends}
        order = list(self.world.steps)
        return (*sorted(found, key=order.index), *self._loops(place, [node for node in seen if node in trapped]))

    def _goes(self, node: str, when: str | None, bad: Collection[str]) -> list[str]:
        """Where a way goes wrong from here: of ways that are all taken, only if each goes wrong."""
        edges = self.out(node, when)
        fine = {edge.group for edge in edges if edge.group is not None and edge.target not in bad}
        return [edge.target for edge in edges if edge.target in bad and edge.group not in fine - {None}]

    def _loops(self, place: Place, trapped: list[str]) -> list[str]:
        edges = [edge for node in trapped for edge in self.out(node, place[1]) if edge.target in trapped]
        bottom = [c for c in circles(trapped, edges) if all(e.target in c for e in edges if e.source in c)]
        return sorted(loop_name(self.world, circle) for circle in bottom)


def loop_name(world: World, circle: Iterable[str]) -> str:
    """How a loop is named among ends and reasons: `loop:s1+s2`, its steps in order."""
    order = list(world.steps)
    return "loop:" + "+".join(sorted({step_of(node) for node in circle}, key=order.index))


def _grow(start: set[str], nodes: list[str], joins: Callable[[str, set[str]], bool]) -> set[str]:
    """The least set that holds the start and every node that joins it."""
    found = set(start)
    more = True
    while more:
        new = {node for node in nodes if node not in found and joins(node, found)}
        found |= new
        more = bool(new)
    return found


def closure(start: str, edges: Iterable[Edge]) -> set[str]:
    """The nodes that can be reached by at least one edge."""
    out: dict[str, list[str]] = {}
    for edge in edges:
        out.setdefault(edge.source, []).append(edge.target)
    found = list(dict.fromkeys(out.get(start, [])))
    seen = set(found)
    for node in found:
        for target in out.get(node, []):
            if target not in seen:
                seen.add(target)
                found.append(target)
    return seen


def circles(nodes: Iterable[str], edges: list[Edge]) -> list[frozenset[str]]:
    """The strongly connected parts that hold a circle, by brute force."""
    reach = {node: closure(node, edges) for node in nodes}
    return list(
        {frozenset(o for o in reach[node] if node in reach.get(o, ())): 0 for node in reach if node in reach[node]}
    )
