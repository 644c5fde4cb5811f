"""What is reached, what cannot be avoided, what is carried along: asked of networkx, for all who may not import it.

Graphs are `networkx.DiGraph`s. What is found comes in the order in which the nodes were put in, so that the same
input gives the same output.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Any, TypeVar

import networkx as nx

N = TypeVar("N", bound=Hashable)


def digraph(nodes: Iterable[N], edges: Iterable[tuple[N, N]]) -> nx.DiGraph[N]:
    """The graph of some nodes and edges."""
    graph: nx.DiGraph[N] = nx.DiGraph()
    graph.add_nodes_from(nodes)
    graph.add_edges_from(edges)
    return graph


def numbered(successors: Sequence[Iterable[int]]) -> nx.DiGraph[int]:
    """The graph of nodes 0 … n-1, given the nodes that follow each."""
    edges = ((source, target) for source, targets in enumerate(successors) for target in targets)
    return digraph(range(len(successors)), edges)


def reached(graph: nx.DiGraph[N], starts: Iterable[N]) -> set[N]:
    """The nodes that some of `starts` lead to, themselves included."""
    return _met(starts, graph.successors)


def leading_to(graph: nx.DiGraph[N], ends: Iterable[N]) -> set[N]:
    """The nodes that lead to some of `ends`, themselves included."""
    return _met(ends, graph.predecessors)


def between(graph: nx.DiGraph[N], starts: Iterable[N], goals: AbstractSet[N], walls: AbstractSet[N]) -> set[N]:
    """The nodes on the ways from some of `starts` to the first coming to one of `goals` that pass no wall; ends too."""
    met = _met(set(starts) - walls, lambda node: () if node in goals else set(graph.successors(node)) - walls)
    return _met(goals & met, lambda node: (met & set(graph.predecessors(node))) - goals)


def _met(starts: Iterable[N], onward: Callable[[N], Iterable[N]]) -> set[N]:
    # Asked for each promise: networkx' own search yields layer by layer through a view, at three times the cost.
    found = set(starts)
    queue = list(found)
    for node in queue:
        fresh = [target for target in onward(node) if target not in found]
        found.update(fresh)
        queue += fresh
    return found


def components(graph: nx.DiGraph[N]) -> list[list[N]]:
    """The strongly connected components, those led to before those that lead there."""
    place = _places(graph)
    return [sorted(found, key=place.__getitem__) for found in nx.strongly_connected_components(graph)]


def circles(graph: nx.DiGraph[N]) -> list[list[N]]:
    """The components in which one can go round, in the order of their first nodes."""
    place = _places(graph)
    found = [one for one in components(graph) if len(one) > 1 or graph.has_edge(one[0], one[0])]
    return sorted(found, key=lambda one: place[one[0]])


def pieces(graph: nx.DiGraph[N]) -> list[list[N]]:
    """The weakly connected components: nodes that hang together whichever way the edges go, by their first nodes."""
    place = _places(graph)
    found = (sorted(piece, key=place.__getitem__) for piece in nx.weakly_connected_components(graph))
    return sorted(found, key=lambda one: place[one[0]])


def carried(graph: nx.DiGraph[N], seeds: Mapping[N, int]) -> dict[N, int]:
    """For each node the bits of the `seeds` of all nodes that lead to it, itself included."""
    bits = {node: seeds.get(node, 0) for node in graph}
    for component in reversed(components(graph)):
        together = 0
        for node in component:
            together |= bits[node]
        for node in component:
            bits[node] = together
            for target in graph[node]:
                bits[target] |= together
    return bits


def unavoidable(graph: nx.DiGraph[N], starts: Iterable[N], ends: Iterable[N]) -> list[N]:
    """The nodes that lie on every path from a start to an end, in the order of such a path; none if there is no path.

    They are the dominators of a sink behind all ends, seen from a source before all starts.
    """
    source, sink = object(), object()
    framed: nx.DiGraph[Any] = nx.DiGraph(graph)
    framed.add_nodes_from((source, sink))
    framed.add_edges_from((source, start) for start in starts)
    framed.add_edges_from((end, sink) for end in ends)
    above = nx.immediate_dominators(framed, source)
    found: list[N] = []
    node = above.get(sink, source)
    while node is not source:
        found.append(node)
        node = above[node]
    return found[::-1]


def _places(graph: nx.DiGraph[N]) -> dict[N, int]:
    return {node: place for place, node in enumerate(graph)}
