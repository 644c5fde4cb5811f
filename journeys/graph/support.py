"""Which action is supported by which, as a graph."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING

from journeys.graph.algorithms import circles, digraph
from journeys.graph.nodes import ActionNode, Support

if TYPE_CHECKING:
    import networkx as nx


def support_graph(actions: Iterable[ActionNode], supports: Iterable[Support]) -> nx.DiGraph[str]:
    """The actions by id in the order of the file, with an edge from each down to what supports it.

    What supports one of them from another journey comes after them.
    """
    edges = ((link.above, link.below) for link in supports)
    return digraph((action.id for action in actions), edges)


def support_circles(actions: Iterable[ActionNode], supports: Collection[Support]) -> tuple[tuple[str, ...], ...]:
    """The circles of actions (ids) that support one another, in the order of the actions."""
    # What is not said with `uses` goes down a column, and downwards there is no circle.
    if not any(link.explicit for link in supports):
        return ()
    return tuple(map(tuple, circles(support_graph(actions, supports))))
