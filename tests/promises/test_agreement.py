"""The calculus agrees with a brute-force oracle, which shares no code with it, on random small workspaces."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import pytest
from effort import tries

from journeys.graph.verdict import Point, Silence, State

from .bruteforce.generate import random_workspace
from .comparing import differences, load
from .trying import holds

WORKSPACES = tries(800)
# Parts of one run, so that several processors can share it.
PARTS = 2
ONCE_UNLIKE = (2761, 7605, 7624, 12854, 14680, 307271)
"""Seeds at which the two once differed, beyond those that are tried each time."""


@pytest.mark.parametrize("part", range(PARTS))
def test_the_calculus_agrees_with_the_oracle(part: int, record_property: Callable[[str, object], None]) -> None:
    for seed in range(part, WORKSPACES, PARTS):
        holds(random_workspace(seed), differences)
    count = len(range(part, WORKSPACES, PARTS))
    record_property("counted", f"calculus and oracle, part {part + 1} of {PARTS}: {count} workspaces alike")


@pytest.mark.parametrize("seed", ONCE_UNLIKE)
def test_they_agree_where_they_once_did_not(seed: int) -> None:
    holds(random_workspace(seed), differences)


def test_the_random_workspaces_show_every_state_every_point_and_every_silence() -> None:
    states: Counter[State] = Counter()
    points: Counter[Point] = Counter()
    silences: Counter[Silence] = Counter()
    for seed in range(200):
        for verdict in load(random_workspace(seed)).verdicts.values():
            states[verdict.state] += 1
            points.update({cause.point for cause in verdict.causes if not cause.unproven})
            silences.update({one.silence for one in verdict.assumptions})
    total = states.total()
    assert {state: states[state] for state in State if states[state] < 0.02 * total} == {}
    assert {point: points[point] for point in Point if points[point] < 0.005 * total} == {}
    assert set(silences) == set(Silence)
