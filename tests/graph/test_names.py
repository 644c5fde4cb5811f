"""What a word in a journey file means: steps, actions and people, and what is said where it means nothing."""

from __future__ import annotations

import pytest

from journeys.api import loads

HEAD = "journey: J\nowners: {cook: {}, waiter: {}}\n"

REFERRED = """
steps:
  - {step: Eat, id: eating, support: [One, Two], frontstage: {do: Serve, id: serve}}
  - {step: Pay, support: {do: Count}}
  - {step: Twice, frontstage: [Ask, Hear]}
  - {step: Twice, frontstage: Say}
  - {step: Walk, customer: Walk}
  - {step: A.b, support: Dotted}
  - {step: Last, support: {do: Use, %s: WORD}}
"""


class TestReferences:
    @pytest.mark.parametrize("key", ["uses", "triggers"])
    @pytest.mark.parametrize(
        ("word", "name"),
        [
            ("serve", "Serve"),
            ("eating", "Serve"),
            ("Eat", "Serve"),
            ("eating.support.1", "One"),
            ("Eat.support.2", "Two"),
            ("Count", "Count"),
            ("Pay", "Count"),
            ("pay.support", "Count"),
            ("pay.support.1", "Count"),
            ("A.b.support", "Dotted"),
        ],
    )
    def test_an_action_is_named_by_id_name_cell_or_step(self, key: str, word: str, name: str) -> None:
        journey = loads(HEAD + (REFERRED % key).replace("WORD", word))
        assert journey.problems == ()
        below = [link.below for link in journey.supports if link.explicit] + [one.target for one in journey.triggers]
        assert [journey.called(id_) for id_ in below] == [name]

    @pytest.mark.parametrize(
        ("word", "name", "message", "help_"),
        [
            (
                "eating.support",
                "ambiguous-reference",
                "“eating.support” names 2 actions",
                "say which: `eating.support.1`, `eating.support.2`",
            ),
            (
                "Twice",
                "ambiguous-reference",
                "“Twice” names 2 steps",
                "give the step that is meant an `id` and refer to that",
            ),
            (
                "Walk",
                "unknown-reference",
                "“Walk” is a step in which the company does nothing",
                "name a step with an action of the company",
            ),
            ("eating.support.3", "unknown-reference", "there is no step or action “eating.support.3”", None),
            ("eating.support.0", "unknown-reference", "there is no step or action “eating.support.0”", None),
            ("servee", "unknown-reference", "there is no step or action “servee”", "did you mean `serve`?"),
            ("x" * 70, "unknown-reference", f"there is no step or action “{'x' * 59}…”", None),
        ],
    )
    def test_what_cannot_be_resolved_is_said(self, word: str, name: str, message: str, help_: str | None) -> None:
        journey = loads(HEAD + (REFERRED % "uses").replace("WORD", word))
        (problem,) = journey.problems
        assert (problem.name, problem.message) == (name, message)
        assert problem.place.path == ("steps", 6, "support", 0, "uses", 0)
        if help_ is not None:
            assert problem.help == help_

    def test_an_ambiguous_word_shows_all_that_it_may_mean(self) -> None:
        (problem,) = loads(HEAD + (REFERRED % "uses").replace("WORD", "Twice")).problems
        assert [(place.path, message) for place, message in problem.related] == [
            (("steps", 2, "step"), "this step is one"),
            (("steps", 3, "step"), "this step is one"),
        ]

    def test_a_slip_can_be_mended(self) -> None:
        (problem,) = loads(HEAD + (REFERRED % "uses").replace("WORD", "servee")).problems
        assert [(edit.action, edit.text, edit.place) for edit in problem.fix] == [("replace", "serve", problem.place)]

    def test_a_step_with_several_touchpoints_must_say_which(self) -> None:
        text = "steps: [{step: A, frontstage: [F, G]}, {step: B, support: {do: S, uses: A}}]"
        (problem,) = loads(HEAD + text).problems
        assert problem.message == "“A” has 2 actions that could be meant"
        assert problem.help == "say which: `a.frontstage.1`, `a.frontstage.2`"
        assert problem.name == "ambiguous-reference"

    def test_a_reference_to_an_action_where_a_step_is_meant_means_its_step(self) -> None:
        journey = loads(HEAD + "steps: [{step: A, next: Cook}, {step: B}, {step: C, support: Cook}]")
        assert [flow.target for flow in journey.flows_from("step:j/a")] == ["step:j/c"]
