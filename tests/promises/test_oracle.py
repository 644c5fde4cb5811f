"""The calculus agrees with a brute-force oracle on random small workspaces."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings

from journeys.graph.verdict import Point, State

from .agreement import differences
from .oracle import Oracle
from .strategies import Draft, random_workspace, workspaces
from .trying import EXAMPLES, RANDOM_WORKSPACES, holds

# Parts of one run, so that several processors can share it.
PARTS = 2


@pytest.mark.parametrize("part", range(PARTS))
def test_the_calculus_agrees_with_the_oracle(part: int) -> None:
    @settings(RANDOM_WORKSPACES, max_examples=max(1, EXAMPLES // PARTS))
    @given(workspaces(part, PARTS))
    def agree(draft: Draft) -> None:
        holds(draft, lambda workspace: differences(workspace.load()))

    agree()


def test_the_random_workspaces_show_every_point_and_every_state() -> None:
    states: Counter[State] = Counter()
    points: Counter[Point] = Counter()
    for seed in range(250):
        oracle = Oracle(random_workspace(seed).load())
        for id_ in oracle.promises:
            answer = oracle.answer(id_)
            states[answer.state] += 1
            points.update(answer.failing)
    total = states.total()
    assert states[State.SOUND] >= 0.2 * total
    assert states[State.UNPROVEN]
    assert {point: points[point] for point in Point if points[point] < 0.02 * total} == {}
