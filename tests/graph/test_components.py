"""Components against networkx, on random graphs."""

from __future__ import annotations

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st

from journeys.graph.components import components

GRAPHS = st.integers(0, 12).flatmap(
    lambda size: st.lists(st.lists(st.integers(0, max(0, size - 1)), max_size=4), min_size=size, max_size=size)
)


@given(GRAPHS)
def test_components_are_those_of_networkx_and_come_before_what_leads_to_them(successors: list[list[int]]) -> None:
    graph = nx.DiGraph((source, target) for source, targets in enumerate(successors) for target in targets)
    graph.add_nodes_from(range(len(successors)))
    found = components(successors)
    assert sorted(found) == sorted(sorted(component) for component in nx.strongly_connected_components(graph))
    place = {node: number for number, component in enumerate(found) for node in component}
    assert all(place[target] <= place[source] for source, target in graph.edges)


def test_a_long_chain_needs_no_recursion() -> None:
    size = 50_000
    found = components([[number + 1] if number + 1 < size else [] for number in range(size)])
    assert [component[0] for component in found] == list(reversed(range(size)))
