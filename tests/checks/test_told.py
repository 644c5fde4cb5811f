"""A root cause belongs to one rule and is said in the same words by whoever tells of it."""

from __future__ import annotations

import pytest
from asking import HEAD, found

from journeys.api import loads, loads_workspace, told
from journeys.features.drawing import states
from journeys.features.ledger.proof import proof
from journeys.features.ledger.proof_formats import as_json
from journeys.graph.verdict import Point

STEPS = """
steps:
  - {step: Order, frontstage: {do: Take the order, owner: waiter, takes: 1 min}}
  - step: Eat
    frontstage: {do: Bring the dish, owner: waiter, takes: 1 min}
    backstage: {do: Cook the dish, owner: kitchen, takes: 1 min}
    end: true
promises:
"""
DISH = "  {}: {{promise: {}, by: waiter, to: guest, made: Order, kept: Eat.frontstage, {}}}\n"


def test_a_cause_has_the_code_of_the_finding_that_reports_it() -> None:
    journey = loads(HEAD + STEPS + DISH.format("warm", "Warm", "within: 1 h"))
    (cause,) = journey.promises["warm"].verdict.causes
    (reported,) = found("O201", STEPS + DISH.format("warm", "Warm", "within: 1 h"))
    finding = told(cause, journey)
    assert (finding.code, finding.name) == ("O201", "handoff-not-covered")
    assert finding.place.path == reported.finding.place.path
    assert finding.message == "“Warm” needs “Cook the dish”, and “Kitchen” promised “Waiters” nothing"
    assert '"code": "O201",\n          "name": "handoff-not-covered",' in as_json(proof(journey.promises["warm"]))


def test_an_assumption_has_the_code_of_its_rule() -> None:
    journey = loads(HEAD + STEPS.replace(", takes: 1 min", "") + DISH.format("warm", "Warm", "within: 1 h"))
    finding = told(journey.promises["warm"].verdict.assumptions[0], journey)
    assert finding.code == "P002"
    assert finding.message == "“Take the order” says no time, and it is assumed that it takes none"


@pytest.mark.parametrize(
    ("said", "measures"),
    [
        (("within: 7 days", "within: 7 working days"), "7 days and 7 working days"),
        (("within: 7 days, at_least: 90%", "within: 7 days, at_least: 95%"), "90% and 95% of the time"),
        (("within: 7 days, at_least: 90%", "within: 7 days"), "90% of the time and always"),
    ],
)
def test_a_contradiction_names_both_measures(said: tuple[str, str], measures: str) -> None:
    (item,) = found("P405", STEPS + DISH.format("a", "A", said[0]) + DISH.format("b", "B", said[1]))
    assert item.finding.message == f"“A”, “B” promise the same thing in different words: {measures}"


def test_a_card_of_a_promise_elsewhere_is_told_of_its_state_and_causes() -> None:
    people = "customers: {guest: Guest}\nowners: {waiter: Waiters}\n"
    text = (
        "journey: {0}\nid: {0}\n"
        "steps: [{{step: Order, frontstage: {{do: Take the order, owner: waiter}}, end: true}}]\n"
        "promises: {{p: {{promise: {0}, by: waiter, to: guest, made: Order, kept: Order, relies_on: {1}}}}}\n"
    )
    judged = loads_workspace(
        {"a.journey.yaml": text.format("a", "b/p"), "b.journey.yaml": text.format("b", "x")}, people
    )
    own, other = states(judged.journeys["a"], ())
    assert (own.promise_id, own.state, own.causes) == ("promise:a/p", "broken", ())
    assert (other.promise_id, other.state) == ("promise:b/p", "broken")
    assert [cause.message for cause in other.causes] == ["“b” relies on “x”, which nobody promises"]


def test_a_proof_tells_the_handoffs_between_owners_whom_nobody_declared() -> None:
    text = STEPS.replace("owner: kitchen, takes: 1 min", "owner: cellar, promised: {within: 5 min}")
    text = text.replace("Bring the dish, owner: waiter", "Bring the dish, owner: bar")
    journey = loads(HEAD + text + DISH.format("warm", "Warm", "within: 1 h").replace("by: waiter", "by: bar"))
    backed = next(claim for claim in proof(journey.promises["warm"]).claims if claim.point is Point.BACKED)
    assert backed.says == "1 handoff, with a promise"
    assert backed.rests_on == (
        "“Bring the dish” (“bar”) needs “Cook the dish” (“cellar”), which is promised: “Cook the dish”",
    )
