"""Assumed promises in the ledger, in a proof, and in what-if."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from journeys.api import loads
from journeys.features.ledger import ledger, proof, ranked, whatif, without
from journeys.features.ledger.entry import reach
from journeys.graph.verdict import Point, State
from journeys.graph.workspace import Workspace, workspace_around

Journeys = Callable[..., Any]
TEXT = """\
journey: Dinner for two
customer: guest
customers: {guest: {name: Guest}}
owners: {waiter: {name: Waiters}, kitchen: {name: Kitchen}, till: {name: Till}}
steps:
  - {step: Order, customer: Choose, frontstage: {do: Take the order, owner: waiter}}
  - step: Wait
    customer: Wait
    frontstage: {do: Pour water, owner: waiter, takes: 1 min}
    next: [{to: Wait, when: it is not ready}, {to: Sit, when: it is ready}]
  - {step: Sit, customer: Sit down, frontstage: {do: Seat, owner: waiter}}
  - step: Eat
    customer: Eat
    frontstage: {do: Serve, owner: waiter, takes: 2 min}
    backstage:
      - {do: Cook, owner: kitchen, promised: {id: cooked, within: 20 min, at_least: 98%}}
      - {do: Print the bill, owner: till, takes: 1 min, promised: {id: printed, within: 20 min, at_least: 98%}}
    end: true
promises:
  heard: {promise: Heard, by: waiter, to: guest, made: Eat, kept: Eat, within: 1 h, at_least: 96.04%}
  soon: {promise: Soon, by: waiter, to: guest, made: Order, kept: Sit, within: 2 h}
  served: {promise: Water, by: waiter, to: guest, made: Wait, kept: Wait}
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "dinner.journey.yaml"
    path.write_text(TEXT, encoding="utf-8")
    return path


def workspace() -> Workspace:
    return workspace_around(loads(TEXT))


def test_an_entry_counts_what_is_taken_for_nothing_and_has_both_rates() -> None:
    found = {one.key: one for one in ledger(workspace())}
    assert {key: one.state.value for key, one in found.items()} == {
        "heard": "assumed", "soon": "unproven", "served": "sound", "cooked": "assumed", "printed": "sound",
    }  # fmt: skip
    heard = found["heard"]
    assert (heard.sure_rate, heard.likely_rate) == (Fraction(96, 100), Fraction(9604, 10000))
    assert reach(heard) == "96% for sure, 96.04% likely"
    assert reach(found["served"]) == ""
    assert (found["served"].assumed, found["served"].assumptions) == (0, ())


def test_a_proof_lists_its_own_assumptions_and_those_it_inherits_by_which_condition() -> None:
    found = proof(loads(TEXT).promises["heard"])
    assert [(one.silence, one.way) for one in found.assumptions] == [
        ("independence", ("dinner-for-two/heard",)),
        ("time", ("dinner-for-two/heard", "dinner-for-two/cooked")),
    ]
    assert found.assumptions[1].says == (
        "“Cook” says no time, and it is assumed that it takes none: the promise “Cook” (Kitchen) leans on it"
    )
    assert found.counterexample == ()
    assumed = {claim.point for claim in found.claims if claim.assumed}
    assert assumed == {Point.CONDITIONS, Point.OFTEN_ENOUGH}


def test_an_unproven_promise_says_what_leaves_it_open_and_what_is_assumed_besides() -> None:
    found = proof(loads(TEXT).promises["soon"])
    assert [branch.causes[0].name for branch in found.counterexample] == ["promise-without-bound"]
    assert [one.says for one in found.assumptions] == [
        "“Take the order” says no time, and it is assumed that it takes none",
        "“Seat” says no time, and it is assumed that it takes none",
    ]


def test_a_broken_promise_speaks_of_its_root_cause_alone() -> None:
    journey = loads(TEXT.replace("within: 1 h", "within: 1 min"))
    found = proof(journey.promises["heard"])
    assert found.promise.state is State.BROKEN
    assert (found.assumptions, found.promise.assumed) == ((), 0)


def test_explain_tells_it_in_plain_words(journeys: Journeys, file: Path) -> None:
    said = journeys("explain", "heard", "--in", file).out
    assert said.startswith("“Heard” is assumed: it can be kept if what nobody wrote down is nothing.\n")
    assert "\nWhat is assumed, in 2 places\n  - " in said
    assert "\nWhy it holds then\n" in said
    assert "\n (✓) conditions are promised: it relies on 2 promises, 1 of them assumed, the others sound\n" in said
    assert "  ✓  in time: promised within 1 h" in said
    flat = " ".join(said.split())
    assert "reaches 96% however they fail, and 96.04% if they fail independently" in flat


def test_explain_as_json_has_each_assumption(journeys: Journeys, file: Path) -> None:
    told = json.loads(journeys("explain", "heard", "--in", file, "--format", "json").out)
    assert told["version"] == 3
    assert told["promise"]["assumed"] == 2
    assert [one["silence"] for one in told["assumptions"]] == ["independence", "time"]
    assert told["assumptions"][1]["help"] == "write `takes: …`, or `takes: none` if it takes no time"


def test_the_ledger_counts_four_verdicts_and_keeps_those_asked_for(journeys: Journeys, file: Path) -> None:
    text = journeys("promises", file).out
    assert text.splitlines()[-1] == "5 promises: 2 sound, 2 assumed, 1 unproven"
    assert "on 2 assumptions, such as: it is assumed that the conditions of “Heard”" in " ".join(text.split())
    assert "SURE  LIKELY  VERDICT" in text
    told = json.loads(journeys("promises", file, "--state", "assumed", "--state", "unproven", "--format", "json").out)
    assert told["summary"] == {"promises": 3, "sound": 0, "assumed": 2, "unproven": 1, "broken": 0}
    rows = list(csv.DictReader(io.StringIO(journeys("promises", file, "--state", "assumed", "--format", "csv").out)))
    assert [row["assumed"] for row in rows] == ["2", "1"]
    assert rows[1]["assumptions"] == "“Cook” says no time, and it is assumed that it takes none"
    table = journeys("promises", file, "--format", "markdown").out
    assert "| 96% | 96.04% |" in table
    assert "assumed, on one assumption\\: “Cook” says no time" in table


def test_what_if_counts_sound_and_assumed_as_holding_and_tells_the_unproven_apart(
    journeys: Journeys, file: Path
) -> None:
    space = workspace()
    found = whatif(space, [without(space, "owner:waiter")])
    assert [one.promise.key for one in found.void] == ["heard", "served"]
    assert [one.promise.key for one in found.open] == ["soon"]
    assert (found.standing, found.broken, found.unproven) == (0, 0, 1)
    said = " ".join(journeys("whatif", file, "--without", "owner:waiter").out.split())
    assert "Of 2 promises to customers that hold today, 2 break:" in said
    assert "One that is unproven today, and so does not count as holding, would break too:" in said
    told = json.loads(journeys("whatif", file, "--without", "owner:waiter", "--format", "json").out)
    assert told["summary"] == {"held": 2, "void": 2, "unproven": 1, "broken": 0}
    assert [one["promise"] for one in told["open"]] == ["dinner-for-two/soon"]


def test_what_carries_promises_carries_those_that_hold() -> None:
    carriers = {one.word: one.promises for one in ranked(workspace())}
    assert carriers["owner:dinner-for-two/waiter"] == (
        "promise:dinner-for-two/heard", "promise:dinner-for-two/served",
    )  # fmt: skip
