"""Steps, actions and evidence: their ids, their cells and whose they are."""

from __future__ import annotations

import pytest

from journeys.api import loads


@pytest.mark.parametrize(
    ("words", "lane"),
    [("evidence", "evidence"), ("customer", "customer"), ("frontstage", "frontstage"), ("support", "support")],
)
def test_a_cell_stands_in_its_lane(words: str, lane: str) -> None:
    journey = loads(f"steps: [{{step: Eat, {words}: [A, B]}}]")
    nodes = journey.evidence if lane == "evidence" else journey.actions
    assert [node.name for node in nodes] == ["A", "B"]
    assert [node.order for node in nodes] == [0, 1]


@pytest.mark.parametrize(
    ("lane", "company", "touchpoint"),
    [("customer", False, False), ("frontstage", True, True), ("backstage", True, False), ("support", True, False)],
)
def test_a_touchpoint_is_the_companys_and_in_front(lane: str, company: bool, touchpoint: bool) -> None:
    (action,) = loads(f"steps: [{{step: Eat, {lane}: A}}]").actions
    assert (action.company, action.touchpoint) == (company, touchpoint)


def test_steps_of_one_name_and_of_none_have_ids_of_their_own() -> None:
    journey = loads("journey: J\nsteps: [{step: Eat}, {step: Eat}, {step: Eat}, {step: '!'}]")
    assert [step.id for step in journey.steps] == ["step:j/eat", "step:j/eat~2", "step:j/eat~3", "step:j/step-4"]
    assert [step.key for step in journey.steps] == ["eat", "eat", "eat", "step-4"]


def test_ids_keep_the_letters_of_every_language() -> None:
    assert loads("journey: Über Öl\nsteps: [{step: Wählen Sie}]").steps[0].id == "step:über-öl/wählen-sie"


def test_an_action_and_evidence_of_a_second_step_of_a_name_are_told_apart() -> None:
    journey = loads("journey: J\nsteps: [{step: Eat, support: A, evidence: A}, {step: Eat, support: B, evidence: B}]")
    assert [action.id for action in journey.actions] == ["action:j/eat.support.1", "action:j/eat~2.support.1"]
    assert [piece.id for piece in journey.evidence] == ["evidence:j/eat.1", "evidence:j/eat~2.1"]


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("steps: [{step: A, for: [old, new]}]", ("steps", 0, "for", 1)),
        ("steps: [{step: A, support: {do: B, for: [old, new]}}]", ("steps", 0, "support", 0, "for", 1)),
        ("promises: {p: {promise: P, by: a, to: b, for: [old, new]}}", ("promises", "p", "for", 1)),
    ],
    ids=["a step", "an action", "a promise"],
)
def test_variants_are_not_told_apart_and_that_is_said(text: str, path: tuple[str | int, ...]) -> None:
    found = [problem for problem in loads(text).problems if problem.name == "variant-not-told-apart"]
    assert [problem.message for problem in found] == [
        f"“{word}” is judged together with all else" for word in ("old", "new")
    ]
    assert found[1].place.path == path
    assert found[1].help == "keep variants that differ much in files of their own"
