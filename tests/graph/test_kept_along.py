"""Which steps a promise is on its way through: no branch that does not lead to where it is kept."""

from __future__ import annotations

import pytest

from graph.promising import steps
from journeys.api import loads, loads_workspace
from journeys.graph.kept_along import kept_along

JOURNEY = """
journey: J
customer: guest
customers: {guest: {}}
owners: {cook: {}}
steps:
  - {step: A, next: [{to: B, when: one}, {to: C, when: other}]}
  - {step: B, frontstage: {do: Serve, id: at-b, owner: cook}, next: E}
  - {step: C, next: D}
  - {step: D, frontstage: {do: Serve, id: at-d, owner: cook}, next: [{to: C, at_most: 1}, E]}
  - {step: E, frontstage: {do: Serve, id: at-e, owner: cook}, end: true}
promises: {p: {promise: P, by: cook, to: guest, SAID}}
"""


@pytest.mark.parametrize(
    ("said", "along"),
    [
        ("made: A, kept: at-b", "AB"),
        ("made: A, kept: at-d", "ACD"),
        ("made: A, kept: at-e", "ABCDE"),
        ("made: A, kept: at-e, unless: [C]", "ABE"),
        ("made: A, kept: at-e, unless: [D]", "ABE"),
        ("made: {at: A, when: other}, kept: at-e", "ACDE"),
        ("made: A, kept: [at-b, at-d]", "ABCD"),
        ("made: A, kept: {any: [at-b, at-e]}", "ABCDE"),
        ("made: {at: A, when: one}, kept: {any: [at-b, at-e]}", "AB"),
        ("made: [B, D], kept: at-e", "BCDE"),
        ("made: D, kept: at-d", "D"),
        ("made: D, kept: at-b", ""),
        ("kept: wherever", "BDE"),
    ],
)
def test_the_steps_on_the_way(said: str, along: str) -> None:
    journey = loads(JOURNEY.replace("SAID", said))
    found = kept_along(journey, journey.promises["p"].node)
    assert sorted(steps(tuple(found))) == list(along.lower())


def test_over_two_journeys_it_is_on_its_way_to_the_exit_and_on_from_the_start() -> None:
    first = """
journey: First
steps:
  - {step: A, next: [{to: B, when: one}, {to: C, when: other}]}
  - {step: B, end: true}
  - {step: C, next: {to: second/}}
promises: {p: {promise: P, by: cook, to: guest, made: A, kept: second/e}}
"""
    second = """
journey: Second
steps:
  - {step: D, next: [{to: E, when: one}, {to: F, when: other}]}
  - {step: F, end: true}
  - {step: E, frontstage: {do: Serve, id: e, owner: cook}, end: true}
"""
    files = {"first.journey.yaml": first, "second.journey.yaml": second}
    journeys = loads_workspace(files, "owners: {cook: {}}\ncustomers: {guest: {}}\n").journeys
    promise = journeys["first"].promises["p"].node
    assert sorted(steps(tuple(kept_along(journeys["first"], promise)))) == ["a", "c"]
    assert sorted(steps(tuple(kept_along(journeys["second"], promise)))) == ["d", "e"]
