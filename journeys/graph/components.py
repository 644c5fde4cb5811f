"""Strongly connected components, for flows, supports and reliance alike."""

from __future__ import annotations

from collections.abc import Sequence


def components(successors: Sequence[Sequence[int]]) -> list[list[int]]:
    """The strongly connected components of nodes 0 … n-1, each sorted, those led to before those that lead there.

    Tarjan's algorithm in Nuutila's form, from networkx, whose order is reverse topological.
    """
    import networkx as nx

    graph: nx.DiGraph[int] = nx.DiGraph()
    graph.add_nodes_from(range(len(successors)))
    graph.add_edges_from((source, target) for source, targets in enumerate(successors) for target in targets)
    return [sorted(component) for component in nx.strongly_connected_components(graph)]
