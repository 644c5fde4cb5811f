"""What became of what was heard and changed, and where goals stand."""

from __future__ import annotations

import pytest
from lived import CAKE, cake, cakes

from journeys.graph.purpose_questions import Answers, Progress
from journeys.graph.serving import practised_in, promises_from


def test_a_change_is_as_far_as_its_days_and_results_say() -> None:
    space = cakes()
    answers = Answers(space)
    assert {one.key: answers.progress(one) for one in space.changes.values()} == {
        "bell": Progress.THOUGHT_OF,
        "list": Progress.BEGUN,
        "text": Progress.DONE,
        "call": Progress.MEASURED,
        "slip": Progress.LASTED,
    }


@pytest.mark.parametrize(
    ("results", "better", "state"),
    [
        ("40 2026-01-01, 30 2026-02-01, 41 2026-03-01", "lower", "measured"),  # It was better, and is not any more.
        ("40 2026-01-01, 50 2026-02-01, 51 2026-03-01", "lower", "measured"),  # It never became better.
        ("40 2026-01-01, 50 2026-02-01, 51 2026-03-01", "higher", "lasted"),
        ("30 2026-02-01, 29 2026-03-01", "lower", "lasted"),  # Nobody measured before.
        ("30 2026-02-01, 31 2026-03-01", "lower", "measured"),
        ("40 2026-01-01, 30 2026-02-01, 29 2026-03-01", "", "lasted"),  # What is better is not said: it stayed so.
        ("40 2026-01-01, 30 2026-02-01, 44 2026-03-01", "", "measured"),
        ("40 2026-01-01, 39 2026-01-02", "lower", "done"),
    ],
)
def test_what_is_measured_twice_has_lasted_if_it_still_holds(results: str, better: str, state: str) -> None:
    values = (one.split() for one in results.split(", "))
    said = ", ".join(f"{{on: {day}, value: {value}}}" for value, day in values)
    text = f"changes: {{x: {{change: X, measure: m, done: 2026-01-20, results: [{said}]}}}}\n"
    text += f"measures: {{m: {{measure: M{', better: ' + better if better else ''}}}}}\n"
    journey = cake("journey: Cake\nid: cake\nsteps: [{step: S, customer: A}]\n" + text)
    (change,) = journey.changes.values()
    assert Answers(journey.workspace).progress(change) == state


def test_open_voices_come_first_and_the_oldest_of_them() -> None:
    heard = cakes().hearing.heard
    assert [(one.voice.key, one.open, [change.key for change in one.changes]) for one in heard] == [
        ("cold", True, []),
        ("late", False, ["call"]),
        ("where", False, ["text"]),
    ]


def test_what_is_heard_of_an_action_is_heard_at_its_step() -> None:
    answers = Answers(cakes())
    assert [one.voice.key for one in answers.heard_at("step:cake/collect")] == ["cold", "late", "where"]
    assert [one.voice.key for one in answers.heard_at("action:cake/collect.frontstage.1")] == ["late"]
    assert [one.key for one in answers.changed_at("step:cake/collect")] == ["list", "text", "call"]


def test_a_goal_stands_where_the_last_result_of_its_measure_left_it() -> None:
    space = cakes()
    first, second = space.governance.goals
    standing = Answers(space).standing(first)
    assert standing is not None
    assert (str(standing.result), standing.change.key, standing.reached) == ("12% on 2026-03-01", "slip", False)
    assert Answers(space).standing(second) is None
    reached = cakes(CAKE.replace("value: 12%", "value: 9%"))
    standing = Answers(reached).standing(reached.governance.goals[0])
    assert standing is not None
    assert standing.reached is True


def test_the_changes_for_an_expectation_answer_or_make_it() -> None:
    assert [one.key for one in Answers(cakes()).changed_for("expectation:cake/warm")] == ["slip"]


def test_a_practice_at_a_step_is_practised_at_its_touchpoints_and_what_is_kept_there_comes_from_it() -> None:
    journey = cake()
    practice = journey.practices["ring"]
    assert [one.name for one in practised_in(practice, journey)] == ["Hand over the cake"]
    assert [one.key for one in promises_from(practice, journey)] == ["ready"]
