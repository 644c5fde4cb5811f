"""`journeys explain` and `journeys.features.ledger.proof`."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from repository import EXAMPLES

from journeys.api import load_workspace, loads
from journeys.checks.registry import catalogue
from journeys.checks.report.cells import width_of
from journeys.features.ledger import proof
from journeys.graph.verdict import Point, State
from journeys.graph.workspace import Workspace

Journeys = Callable[..., Any]


@pytest.fixture(scope="module")
def examples() -> Workspace:
    return load_workspace(EXAMPLES)


def flat(text: str) -> str:
    return " ".join(text.replace("│", " ").split())


@pytest.mark.parametrize("word", ["O101", "o101", "touchpoint-without-owner"])
def test_a_rule_by_code_or_name(journeys: Journeys, word: str) -> None:
    said = journeys("explain", word)
    assert said.code == 0
    assert said.out.startswith("O101 touchpoint-without-owner\n\nA touchpoint has no owner.\n")
    for part in ("Weight:   wrong: an error", "Profile:", "Source:", "What trips it", "What is fine", "^^^"):
        assert part in said.out


def test_every_rule_can_be_explained(journeys: Journeys) -> None:
    for rule in catalogue():
        assert journeys("explain", rule.code, "--rule").out.startswith(
            f"{rule.code} {rule.name}\n\n{rule.summary[:40]}"
        )


def test_a_rule_as_json_is_as_in_the_catalogue(journeys: Journeys) -> None:
    listed = json.loads(journeys("rules", "--format", "json").out)
    told = json.loads(journeys("explain", "O101", "--format", "json").out)
    assert told in listed


def test_a_code_needs_no_journeys(journeys: Journeys, tmp_path: Path) -> None:
    assert journeys("explain", "O101", "--in", tmp_path / "nowhere").code == 0
    assert journeys("explain", "touchpoint-without-owner", "--in", tmp_path / "nowhere").code == 0
    assert journeys("explain", "told-once", "--in", tmp_path / "nowhere").code == 2


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["touchpoint-without-ownr"], "did you mean `touchpoint-without-owner`?"),
        (["told-onc"], "no promise or rule is called “told-onc”: did you mean `told-once`?"),
        (["told-onc", "--promise"], "no promise is called"),
        (["told-once", "--rule"], "no rule is called “told-once”"),
        (["told-once", "--rule", "--promise"], "not both"),
    ],
)
def test_what_means_nothing_is_wrong_use(journeys: Journeys, words: list[str], told: str) -> None:
    said = journeys("explain", *words)
    assert (said.code, said.out) == (2, "")
    assert told in said.err


def test_a_promise_called_like_a_rule_is_the_promise(journeys: Journeys, tmp_path: Path) -> None:
    path = tmp_path / "dinner.journey.yaml"
    path.write_text(
        "journey: Dinner\ncustomer: guest\ncustomers: {guest: {}}\nowners: {waiter: {}}\n"
        "steps: [{step: Eat, customer: Eat, frontstage: {do: Bring it, owner: waiter}, end: true}]\n"
        "promises: {no-job: {promise: Warm, by: waiter, to: guest, made: Eat, kept: Eat}}\n"
    )
    said = journeys("explain", "no-job", "--in", path)
    assert said.out.startswith("“Warm” is sound")
    assert "`journeys explain no-job --rule` is the rule" in said.err
    assert "no-job" in journeys("explain", "no-job", "--in", path, "--rule").out.splitlines()[0]


def test_the_proof_of_a_promise_that_holds(journeys: Journeys) -> None:
    said = journeys("explain", "marketplace/money-in-fourteen-days")
    told = flat(said.out)
    assert "“Money back within fourteen days of handing in the parcel” is " in told
    assert re.match(r"“[^”]+” is (sound|assumed): it can be kept", told)
    assert "Payments and refunds promises Buyer, within 14 days, 95% of the time." in told
    assert "it takes 12 days at the longest, with 2 days to spare" in told
    assert "is kept, at “Have the item checked”" in told
    assert told.count("“Have the item checked”") == 1
    assert "reaches 96% however they fail, and 96.04% if they fail independently" in told
    assert "├─ “Three days to the returns centre”: PakkePunkt" in told
    assert "✗" not in told
    assert all(width_of(line) <= 90 for line in said.out.splitlines())


def test_the_counterexample_goes_down_to_each_root_cause(journeys: Journeys, examples: Workspace) -> None:
    said = journeys("explain", "decision-in-eight-weeks")
    told = flat(said.out)
    assert "is broken: as it stands it cannot be kept" in told
    assert "└─ it relies on “Assessed within five weeks”" in told
    assert "“Medical secretaries of cardiology” promises, and nobody fills that post" in told
    places = re.findall(r"(\w+)/\1\.journey\.yaml:(\d+)", said.out)
    assert {"benefits", "outpatient"} <= {name for name, _ in places}
    found = proof(examples.journeys["benefits"].promises["decision-in-eight-weeks"])
    keys = {cause.root for branch in found.counterexample for cause in branch.causes if not cause.unproven}
    chains = examples.chains("promise:benefits/decision-in-eight-weeks")
    assert keys == {chain.cause.root for chain in chains}


def test_claims_are_the_points_that_do_not_fail(examples: Workspace) -> None:
    for journey in examples.journeys.values():
        for promise in journey.promises.values():
            found = proof(promise)
            claimed = {claim.point for claim in found.claims}
            assert not claimed & {cause.point for cause in promise.verdict.causes}
            assert bool(found.counterexample) == (not promise.verdict.state.holds)
            assert bool(found.assumptions) or promise.verdict.state in (State.SOUND, State.BROKEN, State.UNPROVEN)
            if promise.verdict.state.holds:
                assert {Point.PROMISED, Point.KEPT, Point.OWN_BEHAVIOUR, Point.BACKED, Point.CONDITIONS} <= claimed
                told = {branch.promise.id for branch in found.conditions}
                assert told == {id_.partition(":")[2] for id_ in (promise.node.id, *promise.relies_on)}


def test_each_handoff_is_told_with_the_promise_that_backs_it(examples: Workspace) -> None:
    found = proof(examples.journeys["broadband"].promises["online-in-ten-days"])
    backed = next(claim for claim in found.claims if claim.point is Point.BACKED)
    assert backed.rests_on == (
        (
            "“Install the socket and test the line” (Field operations) needs “Switch the line on” (Network "
            "operations), which is promised: “Switch the line on”"
        ),
    )


def test_json_has_the_whole_tree(journeys: Journeys) -> None:
    told = json.loads(journeys("explain", "settled-in-forty-days", "--format", "json").out)
    assert [(one["depth"], one["promise"].partition("/")[2]) for one in told["conditions"]] == [
        (0, "settled-in-forty-days"),
        (1, "money-in-fourteen-days"),
        (2, "parcel-arrives"),
        (2, "parcel-cleared"),
    ]
    assert told["promise"]["state"] in ("sound", "assumed")
    assert told["counterexample"] == []


def _diamonds(depth: int) -> str:
    lines = []
    for level in range(depth):
        both = f"[l{level + 1}, r{level + 1}]"
        for side in "lr":
            lines.append(f"  {side}{level}: {{promise: P, by: a, to: x, made: S, kept: S, relies_on: {both}}}")
    lines += [f"  {side}{depth}: {{promise: P, by: a, to: x, made: S, kept: S, note: last}}" for side in "lr"]
    head = "journey: D\ncustomer: x\ncustomers: {x: {}}\nowners: {a: {}}\nsteps:\n"
    step = "  - {step: S, customer: C, frontstage: {do: F, owner: a}, end: true}\n"
    return head + step + "promises:\n" + "\n".join(lines) + "\n"


def test_a_shared_subtree_is_told_once() -> None:
    from journeys.features.ledger.proof_formats import as_json, text

    depth = 400
    found = proof(loads(_diamonds(depth)).promises["l0"])
    assert len(found.conditions) == 1 + 4 * depth - 2
    assert len({branch.promise.id for branch in found.conditions if not branch.again}) == 2 * depth + 1
    assert "more (--format json has them all)" in text(found, 100)
    small = flat(text(proof(loads(_diamonds(3)).promises["l0"]), 100))
    assert small.count("(its conditions are shown above)") == 2
    assert all(width_of(line) <= 100 for line in text(found, 100).splitlines())
    assert max(branch["depth"] for branch in json.loads(as_json(found))["conditions"]) == depth


def test_a_circle_is_told_and_left() -> None:
    from journeys.features.ledger.proof_formats import text

    journey = loads(_diamonds(2).replace("note: last", "relies_on: [l0]"))
    told = flat(text(proof(journey.promises["l0"])))
    assert "wait for one another" in told
    assert "the same root cause as above" in told


def test_hostile_names_stay_text(journeys: Journeys, hostile: Path) -> None:
    for key in ("warm-dish", "+cooked"):
        said = journeys("explain", key, "--in", hostile)
        assert said.code == 0
        assert not re.search("[\x00-\x09\x0b-\x1f\u202e]", said.out)
        assert json.loads(journeys("explain", key, "--in", hostile, "--format", "json").out)["promise"]["key"] == key
    said = journeys(
        "whatif", hostile, "--without", "owner:kitchen", "--without", "system:=cmd|' /C calc'!A0", "--ranked"
    )
    assert said.code == 0
    assert not re.search("[\x00-\x09\x0b-\x1f\u202e]", said.out)
