"""What is reached, what cannot be avoided, and what is carried along: graphs of nodes 0 … n-1, in linear time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from journeys.graph.components import components

Successors = Sequence[Sequence[int]]


def reached(successors: Successors, starts: Iterable[int]) -> set[int]:
    """The nodes that some of `starts` lead to, themselves included."""
    seen = set(starts)
    queue = list(seen)
    for node in queue:
        for target in successors[node]:
            if target not in seen:
                seen.add(target)
                queue.append(target)
    return seen


def turned(successors: Successors) -> list[list[int]]:
    """The same graph with each edge the other way round."""
    found: list[list[int]] = [[] for _ in successors]
    for source, targets in enumerate(successors):
        for target in targets:
            found[target].append(source)
    return found


def circles(successors: Successors) -> list[list[int]]:
    """The strongly connected components in which one can go round, each sorted, in the order of their first nodes."""
    found = [
        component
        for component in components(successors)
        if len(component) > 1 or component[0] in successors[component[0]]
    ]
    return sorted(found)


def carried(successors: Successors, seeds: Sequence[int]) -> list[int]:
    """For each node the bits of the `seeds` of all nodes that lead to it, itself included."""
    bits = list(seeds)
    for component in reversed(components(successors)):
        together = 0
        for node in component:
            together |= bits[node]
        for node in component:
            bits[node] = together
            for target in successors[node]:
                bits[target] |= together
    return bits


def unavoidable(successors: Successors, starts: Iterable[int], ends: Iterable[int]) -> list[int]:
    """The nodes that lie on every path from a start to an end, in the order of such a path; none if there is no path.

    They are the dominators of a sink behind all ends. As only that one node's are wanted, one path is
    walked: a node of it can be avoided when a detour from before it comes back behind it.
    """
    source, sink = len(successors), len(successors) + 1
    last = set(ends)
    graph = [[*targets, sink] if node in last else targets for node, targets in enumerate(successors)]
    graph += [list(starts), []]
    path = _shortest(graph, source, sink)
    place = {node: index for index, node in enumerate(path)}
    seen = set(path)
    furthest = 0
    found: list[int] = []
    for index, node in enumerate(path):
        if furthest <= index:
            found.append(node)
        queue = [node]
        for current in queue:
            for target in graph[current]:
                if target in place:
                    furthest = max(furthest, place[target])
                elif target not in seen:
                    seen.add(target)
                    queue.append(target)
    return [node for node in found if node < source]


def _shortest(successors: Successors, start: int, end: int) -> list[int]:
    came = {start: start}
    for node in (queue := [start]):
        for target in successors[node]:
            if target not in came:
                came[target] = node
                queue.append(target)
    if end not in came:
        return []
    path = [end]
    while path[-1] != start:
        path.append(came[path[-1]])
    return path[::-1]
