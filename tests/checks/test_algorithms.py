"""The graph algorithms behind the rules, held to networkx and to their definitions."""

from __future__ import annotations

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st

from journeys.graph.algorithms import carried, circles, reached, turned, unavoidable


@st.composite
def graphs(draw: st.DrawFn) -> list[list[int]]:
    count = draw(st.integers(1, 9))
    node = st.integers(0, count - 1)
    return draw(st.lists(st.lists(node, max_size=3), min_size=count, max_size=count))


def oracle(successors: list[list[int]]) -> nx.DiGraph[int]:
    graph: nx.DiGraph[int] = nx.DiGraph()
    graph.add_nodes_from(range(len(successors)))
    graph.add_edges_from((source, target) for source, targets in enumerate(successors) for target in targets)
    return graph


@given(graphs())
def test_what_is_reached_and_what_leads_there_agree_with_networkx(successors: list[list[int]]) -> None:
    graph = oracle(successors)
    for node in graph:
        assert reached(successors, [node]) == {node} | nx.descendants(graph, node)
        assert reached(turned(successors), [node]) == {node} | nx.ancestors(graph, node)


@given(graphs())
def test_circles_are_the_components_in_which_one_can_go_round(successors: list[list[int]]) -> None:
    graph = oracle(successors)
    expected = [
        sorted(component)
        for component in nx.strongly_connected_components(graph)
        if len(component) > 1 or graph.has_edge(min(component), min(component))
    ]
    assert circles(successors) == sorted(expected)


@given(graphs(), st.data())
def test_seeds_are_carried_to_all_that_they_lead_to(successors: list[list[int]], data: st.DataObject) -> None:
    seeds = [data.draw(st.sampled_from([0, 1 << node])) for node in range(len(successors))]
    graph = oracle(successors)
    for node, bits in enumerate(carried(successors, seeds)):
        expected = 0
        for before in {node} | nx.ancestors(graph, node):
            expected |= seeds[before]
        assert bits == expected


@given(graphs(), st.data())
def test_the_unavoidable_are_those_without_which_no_start_reaches_an_end(
    successors: list[list[int]], data: st.DataObject
) -> None:
    some = st.lists(st.integers(0, len(successors) - 1), min_size=1, max_size=3)
    starts, ends = data.draw(some), data.draw(some)
    found = unavoidable(successors, starts, ends)
    if not reached(successors, starts) & set(ends):
        assert found == []
        return
    for gone in range(len(successors)):
        without = [
            [] if node == gone else [to for to in targets if to != gone] for node, targets in enumerate(successors)
        ]
        left = reached(without, [start for start in starts if start != gone]) & (set(ends) - {gone})
        assert (gone in found) == (not left)


def test_a_long_chain_needs_no_recursion() -> None:
    count = 20_000
    chain = [[node + 1] if node + 1 < count else [] for node in range(count)]
    assert len(reached(chain, [0])) == count
    assert circles(chain) == []
    assert carried(chain, [1] + [0] * (count - 1)) == [1] * count
    assert unavoidable(chain, [0], [count - 1]) == list(range(count))
    assert circles([*chain[:-1], [0]]) == [list(range(count))]
