"""The questions about graphs, held to their definitions by brute force."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from journeys.graph.algorithms import (
    between,
    carried,
    circles,
    components,
    digraph,
    leading_to,
    numbered,
    pieces,
    reached,
    unavoidable,
)


@st.composite
def graphs(draw: st.DrawFn) -> list[list[int]]:
    count = draw(st.integers(1, 9))
    node = st.integers(0, count - 1)
    return draw(st.lists(st.lists(node, max_size=3), min_size=count, max_size=count))


def after(successors: list[list[int]], node: int) -> set[int]:
    """All nodes that one leads to in one step or more, by asking again until nothing new comes."""
    found: set[int] = set(successors[node])
    while new := {target for one in found for target in successors[one]} - found:
        found |= new
    return found


def circle_of(successors: list[list[int]], node: int) -> list[int]:
    return sorted(
        {node}
        | {one for one in range(len(successors)) if one in after(successors, node) and node in after(successors, one)}
    )


@given(graphs())
def test_what_is_reached_and_what_leads_there(successors: list[list[int]]) -> None:
    graph = numbered(successors)
    for node in graph:
        assert reached(graph, [node]) == {node} | after(successors, node)
        assert leading_to(graph, [node]) == {node} | {one for one in graph if node in after(successors, one)}
    assert reached(graph, []) == set()


@given(graphs())
def test_components_come_before_what_leads_to_them(successors: list[list[int]]) -> None:
    found = components(numbered(successors))
    assert sorted(found) == sorted(
        {tuple(circle_of(successors, node)): circle_of(successors, node) for node in range(len(successors))}.values()
    )
    place = {node: number for number, component in enumerate(found) for node in component}
    assert all(place[target] <= place[source] for source, targets in enumerate(successors) for target in targets)


@given(graphs())
def test_circles_are_the_components_in_which_one_can_go_round(successors: list[list[int]]) -> None:
    round_about = [node for node in range(len(successors)) if node in after(successors, node)]
    assert circles(numbered(successors)) == sorted(
        {tuple(circle_of(successors, node)): circle_of(successors, node) for node in round_about}.values()
    )


@given(graphs())
def test_pieces_hang_together_whichever_way_the_edges_go(successors: list[list[int]]) -> None:
    both = [[*targets] for targets in successors]
    for source, targets in enumerate(successors):
        for target in targets:
            both[target].append(source)
    expected = sorted({tuple(sorted({node} | after(both, node))) for node in range(len(both))})
    assert pieces(numbered(successors)) == [list(piece) for piece in expected]


@given(graphs(), st.data())
def test_seeds_are_carried_to_all_that_they_lead_to(successors: list[list[int]], data: st.DataObject) -> None:
    seeds = {node: data.draw(st.sampled_from([0, 1 << node])) for node in range(len(successors))}
    found = carried(numbered(successors), seeds)
    for node, bits in found.items():
        expected = seeds[node]
        for before in range(len(successors)):
            if node in after(successors, before):
                expected |= seeds[before]
        assert bits == expected


@given(graphs(), st.data())
def test_the_unavoidable_are_those_without_which_no_start_reaches_an_end(
    successors: list[list[int]], data: st.DataObject
) -> None:
    some = st.lists(st.integers(0, len(successors) - 1), min_size=1, max_size=3)
    starts, ends = data.draw(some), data.draw(some)
    graph = numbered(successors)
    found = unavoidable(graph, starts, ends)
    if not reached(graph, starts) & set(ends):
        assert found == []
        return
    for gone in range(len(successors)):
        without = graph.subgraph(set(graph) - {gone})
        left = reached(without, [start for start in starts if start != gone]) & (set(ends) - {gone})
        assert (gone in found) == (not left)
    place = {node: number for number, node in enumerate(found)}
    for one in found:
        before = graph.subgraph(set(graph) - {one})
        kept = reached(before, [start for start in starts if start != one])
        assert all(other in kept for other in found if place[other] < place[one])


def test_a_long_chain_needs_no_recursion() -> None:
    count = 20_000
    chain = numbered([[node + 1] if node + 1 < count else [] for node in range(count)])
    assert len(reached(chain, [0])) == count
    assert circles(chain) == []
    assert carried(chain, {0: 1}) == dict.fromkeys(range(count), 1)
    assert unavoidable(chain, [0], [count - 1]) == list(range(count))
    assert [component[0] for component in components(chain)] == list(reversed(range(count)))
    chain.add_edge(count - 1, 0)
    assert circles(chain) == [list(range(count))]


def test_what_is_found_comes_in_the_order_in_which_it_was_put_in() -> None:
    graph = digraph("dcbazy", [("z", "y"), ("y", "z"), ("a", "c"), ("c", "d"), ("d", "a"), ("b", "b")])
    assert components(graph) == [["d", "c", "a"], ["b"], ["z", "y"]]
    assert circles(graph) == [["d", "c", "a"], ["b"], ["z", "y"]]
    assert pieces(graph) == [["d", "c", "a"], ["b"], ["z", "y"]]


def test_seeds_that_are_not_named_are_none() -> None:
    assert carried(digraph("abc", [("a", "b"), ("b", "c")]), {"b": 2}) == {"a": 0, "b": 2, "c": 2}


@given(graphs(), st.sets(st.integers(0, 8)), st.sets(st.integers(0, 8)), st.sets(st.integers(0, 8)))
def test_what_lies_between_is_on_a_way_that_passes_no_goal_and_no_wall(
    successors: list[list[int]], starts: set[int], goals: set[int], walls: set[int]
) -> None:
    graph = numbered(successors)
    open_ = [[target for target in targets if target not in walls] for targets in successors]
    cut = [[] if node in goals else targets for node, targets in enumerate(open_)]
    inside = starts & set(graph) - walls
    ahead = {node: {node} | after(cut, node) for node in graph}
    met = {node for start in inside for node in ahead[start]}
    wanted = {node for node in met if ahead[node] & goals}
    assert between(graph, starts & set(graph), goals, walls) == wanted
