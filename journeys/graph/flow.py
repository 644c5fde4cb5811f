"""The ways of a journey: which step follows which, where it can end, and from where it never does."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from journeys.graph.algorithms import digraph, leading_to
from journeys.graph.nodes import Flow, StepNode

if TYPE_CHECKING:
    import networkx as nx


def step_graph(steps: Iterable[StepNode], flows: Iterable[Flow]) -> nx.DiGraph[str]:
    """The steps by id in the order of the file, with an edge where some way leads from one to another."""
    return digraph((step.id for step in steps), ((flow.source, flow.target) for flow in flows if flow.target))


def narrowed(steps: Iterable[StepNode], flows: Iterable[Flow], keep: Callable[[Flow], bool]) -> nx.DiGraph[str]:
    """The graph of the steps by some of the ways only."""
    return step_graph(steps, filter(keep, flows))


def trapped(graph: nx.DiGraph[str], ends: Iterable[StepNode]) -> set[str]:
    """The steps from which no end is reached, not even a dead one."""
    saved = leading_to(graph, [step.id for step in ends])
    return set(graph) - saved
