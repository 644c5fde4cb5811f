"""What a point of a proof leans on that nobody wrote down, and by which stops a promise comes to be kept."""

from __future__ import annotations

import json
from typing import Any

import pytest

from journeys.api import loads
from journeys.features.ledger import Proof, ledger, proof
from journeys.features.ledger.proof_formats import as_json, text
from journeys.graph.verdict import Point
from journeys.graph.workspace import workspace_around

HEAD = """\
journey: Dinner
customer: guest
customers: {guest: {name: Guest}}
owners: {waiter: {name: Waiters}, kitchen: {name: Kitchen}}
steps:
"""
SILENT = f"""{HEAD}
  - {{step: Order, customer: Choose, frontstage: {{do: Take the order, owner: waiter}}}}
  - {{step: Wait, customer: Wait, frontstage: {{do: Pour water, owner: waiter}}}}
  - {{step: Chat, customer: Chat, frontstage: {{do: Bring bread, owner: waiter}}}}
  - step: Eat
    customer: Eat
    frontstage: {{do: Serve, owner: waiter}}
    backstage: {{do: Cook, owner: kitchen, promised: {{within: 20 min}}}}
    end: true
promises:
  warm: {{promise: Warm, by: waiter, to: guest, made: Eat, kept: Eat}}
  soon: {{promise: Soon, by: waiter, to: guest, made: Order, kept: Eat, within: WITHIN}}
"""
LOOP = f"""{HEAD}
  - {{step: Order, customer: Choose, frontstage: {{do: Take the order, owner: waiter, takes: none}}}}
  - {{step: Taste, wait: 1 h, customer: Taste, frontstage: {{do: Ask, owner: waiter}}, next: [Eat, {{to: Taste MOST}}]}}
  - {{step: Eat, customer: Eat, frontstage: {{do: Serve, owner: waiter, takes: none}}, end: true}}
promises:
  soon: {{promise: Soon, by: waiter, to: guest, made: Order, kept: Eat, within: 1 day}}
  happy: {{promise: Happy, by: waiter, to: guest, made: Order, kept: Eat, relies_on: soon}}
"""


def proven(key: str, within: str = "1 h") -> Proof:
    return proof(loads(SILENT.replace("WITHIN", within)).promises[key])


def flat(said: str) -> str:
    return " ".join(said.split())


@pytest.mark.parametrize("within", ["1 h", "1 min"], ids=["assumed", "broken"])
def test_the_first_places_that_say_no_time_are_named_and_the_others_counted(within: str) -> None:
    found = proven("soon", within)
    (said,) = found.doubts[Point.IN_TIME]
    assert said == (
        "no time is said for “Take the order” (text.journey.yaml:7), “Pour water” (text.journey.yaml:8), “Bring bread” "
        "(text.journey.yaml:9) and 1 more"
    )
    assert (said in flat(text(found))) == (within == "1 h")


def test_a_promise_without_a_deadline_says_what_its_condition_leaves_unsaid_and_where() -> None:
    found = proven("warm")
    ((point, (doubt,)),) = found.doubts.items()
    assert point is Point.CONDITIONS
    assert doubt.startswith("what it relies on says no time for “Take the order” (text.journey.yaml:7), “Pour water”")
    said = flat(text(found))
    assert "is assumed: it can be kept if what nobody wrote down of the promises it relies on is nothing." in said
    assert f"? {doubt} " in said


def test_a_step_is_told_once_with_the_promise_that_is_kept_there() -> None:
    assert "- after 20 min: “Cook” is kept, at “Eat”" in flat(text(proven("soon")))


def test_which_round_of_a_loop_it_is_is_told() -> None:
    found = proof(loads(LOOP.replace("MOST", ", at_most: 2")).promises["soon"])
    said = flat(text(found))
    assert "- at once: “Order” - after 1 h: “Taste” - after 3 h: “Taste, the third time” - after 3 h: “Eat”" in said
    told: dict[str, Any] = json.loads(as_json(found))
    assert told["path"][2:] == [
        {"id": "step:dinner/taste", "name": "Taste, the third time", "seconds": 10800},
        {"id": "step:dinner/eat", "name": "Eat", "seconds": 10800},
    ]


def test_json_has_the_doubts_of_each_claim() -> None:
    found = proven("soon")
    told = json.loads(as_json(found))["claims"]
    assert {one["point"]: tuple(one["doubts"]) for one in told if one["doubts"]} == {
        point.value: said for point, said in found.doubts.items()
    }


def test_what_has_no_bound_has_no_slack_and_says_what_leaves_it_open() -> None:
    journey = loads(LOOP.replace("MOST", ""))
    soon, happy = ledger(workspace_around(journey))
    assert (soon.state.value, soon.slack, soon.slack_text) == ("unproven", None, "no bound")
    assert soon.because.startswith("nobody can say how late “Soon” may be: the loop through “Taste”")
    assert (happy.slack, happy.slack_text, happy.because) == (None, "", "it relies on “Soon”, which is unproven")
