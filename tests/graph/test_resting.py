"""What rests on what: how far down a promise answers, and what an action bears."""

from __future__ import annotations

import pytest

from journeys.api import loads
from journeys.graph.journey import JourneyGraph
from journeys.graph.resting import borne, borne_within, links_below

TEXT = """
journey: J
customers: {guest: {}}
owners: {cook: {}}
steps:
  - step: A
    customer: Eat
    frontstage: {do: Serve, owner: cook, uses: [Cook, Warm]}
    backstage: [{do: Cook, owner: cook, uses: [Buy, Warm]}, {do: Warm, owner: cook, uses: [none, Cook]}]
    support: [{do: Buy, owner: cook, uses: Pay}, {do: Pay, owner: cook}, {do: Idle, owner: cook}]
promises:
  warm: {promise: Warm, by: cook, to: guest, made: A, kept: Serve, relies_on: [cooked, elsewhere]}
  cooked: {promise: Cooked, by: cook, to: cook, made: A, kept: [Cook, Idle], relies_on: bought}
  bought: {promise: Bought, by: cook, to: cook, made: A, kept: Buy}
"""


@pytest.fixture
def journey() -> JourneyGraph:
    return loads(TEXT)


def by_name(journey: JourneyGraph, bits: dict[str, int]) -> dict[str, int]:
    return {journey.called(id_): number for id_, number in bits.items()}


@pytest.mark.parametrize(
    ("promise", "answered", "links"),
    [
        ("warm", [], ["Serve>Cook", "Serve>Warm", "Cook>Buy", "Cook>Warm", "Warm>Cook", "Buy>Pay"]),
        ("warm", ["Cook"], ["Serve>Cook", "Serve>Warm", "Warm>Cook"]),
        ("warm", ["Buy"], ["Serve>Cook", "Serve>Warm", "Cook>Buy", "Cook>Warm", "Warm>Cook"]),
        ("bought", [], ["Buy>Pay"]),
        ("bought", ["Buy"], ["Buy>Pay"]),
    ],
)
def test_a_promise_answers_as_far_down_as_its_conditions_begin(
    journey: JourneyGraph, promise: str, answered: list[str], links: list[str]
) -> None:
    ids = {action.id for action in journey.actions if action.name in answered}
    found = links_below({journey.id: journey}, journey.promises[promise].node, ids)
    assert [f"{above.name}>{below.name}" for above, below in found] == links


def test_an_action_bears_the_promises_kept_at_it_and_at_all_that_it_supports(journey: JourneyGraph) -> None:
    bits = {"promise:j/warm": 1, "promise:j/cooked": 2, "promise:j/bought": 4}
    assert by_name(journey, borne(journey, bits)) == {
        "Eat": 0,
        "Serve": 1,
        "Cook": 3,
        "Warm": 3,
        "Buy": 7,
        "Pay": 7,
        "Idle": 2,
    }


def test_two_promises_at_one_action_are_both_borne() -> None:
    text = TEXT.replace("kept: Buy}", "kept: [Buy, Serve]}")
    journey = loads(text)
    bits = {"promise:j/warm": 1, "promise:j/cooked": 2, "promise:j/bought": 3}
    assert by_name(journey, borne(journey, bits))["Serve"] == 3


def test_a_promise_without_bits_weighs_nothing(journey: JourneyGraph) -> None:
    assert by_name(journey, borne(journey, {"promise:j/bought": 4})) == {
        "Eat": 0,
        "Serve": 0,
        "Cook": 0,
        "Warm": 0,
        "Buy": 4,
        "Pay": 4,
        "Idle": 0,
    }


def test_what_a_promise_weighs_is_handed_down_to_what_it_relies_on(journey: JourneyGraph) -> None:
    assert by_name(journey, borne_within(journey, {"promise:j/warm": 1, "promise:j/cooked": 2})) == {
        "Eat": 0,
        "Serve": 1,
        "Cook": 3,
        "Warm": 3,
        "Buy": 3,
        "Pay": 3,
        "Idle": 3,
    }


def test_it_is_not_handed_up(journey: JourneyGraph) -> None:
    found = by_name(journey, borne_within(journey, {"promise:j/bought": 8}))
    assert {name for name, bits in found.items() if bits} == {"Buy", "Pay"}
