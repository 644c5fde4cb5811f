"""The steps as a graph, some of its ways, and the steps that are never left."""

from __future__ import annotations

import pytest

from journeys.api import loads
from journeys.graph.flow import narrowed, step_graph, trapped
from journeys.graph.journey import JourneyGraph

TEXT = """
journey: J
steps:
  - {step: A, next: [B, {to: C, when: late}, {to: C, when: later}, o/]}
  - {step: B, next: A}
  - {step: C, next: [D, C]}
  - {step: D, next: C}
  - {step: E, end: true}
"""


@pytest.fixture
def journey() -> JourneyGraph:
    return loads(TEXT)


def ways(edges: object) -> set[str]:
    return {"".join(id_.rpartition("/")[2] for id_ in edge) for edge in edges}  # type: ignore[attr-defined]


def test_all_steps_are_there_in_order_and_each_way_once(journey: JourneyGraph) -> None:
    graph = step_graph(journey.steps, journey.flows)
    assert list(graph) == [step.id for step in journey.steps]
    assert ways(graph.edges) == {"ab", "ac", "ba", "cd", "cc", "dc"}


def test_some_ways_only_leave_all_steps(journey: JourneyGraph) -> None:
    graph = narrowed(journey.steps, journey.flows, lambda flow: not flow.when)
    assert list(graph) == [step.id for step in journey.steps]
    assert ways(graph.edges) == {"ab", "ba", "cd", "cc", "dc"}


@pytest.mark.parametrize(("ends", "expected"), [("e", "abcd"), ("ae", "cd"), ("d", "e"), ("", "abcde"), ("abcde", "")])
def test_trapped_are_those_from_which_no_end_is_reached(journey: JourneyGraph, ends: str, expected: str) -> None:
    found = trapped(journey.step_graph, [step for step in journey.steps if step.key in ends])
    assert sorted(id_.rpartition("/")[2] for id_ in found) == list(expected)
