"""Flows, exits, supports, triggers and references: what leads to what."""

from __future__ import annotations

import pytest

from journeys.api import loads
from journeys.graph.journey import JourneyGraph

HEAD = "journey: J\nowners: {cook: {}, waiter: {}}\n"


def ways(journey: JourneyGraph) -> set[tuple[str, str]]:
    """Source and target of each flow, as the steps' ids in the file; other journeys with their slash."""
    return {
        (flow.source.rpartition("/")[2], flow.target.rpartition("/")[2] or f"{flow.to_journey}/")
        for flow in journey.flows
    }


def supports(journey: JourneyGraph) -> set[tuple[str, str]]:
    """The names above and below of each support."""
    return {(journey.called(link.above), journey.called(link.below)) for link in journey.supports}


class TestFlows:
    @pytest.mark.parametrize(
        ("steps", "expected"),
        [
            ("{step: A}, {step: B}, {step: C}", {("a", "b"), ("b", "c")}),
            ("{step: A, end: true}, {step: B}", set()),
            ("{step: A, next: C}, {step: B}, {step: C}", {("a", "c"), ("b", "c")}),
            ("{step: A, end: true, next: B}, {step: B}", {("a", "b")}),
            ("{step: A, next: [B, A]}, {step: B}", {("a", "b"), ("a", "a")}),
            ("{step: A, next: other/}, {step: B}", {("a", "other/")}),
        ],
    )
    def test_steps_follow_as_written_unless_next_says_otherwise(
        self, steps: str, expected: set[tuple[str, str]]
    ) -> None:
        assert ways(loads(f"{HEAD}steps: [{steps}]")) == expected

    @pytest.mark.parametrize("where", ["journey", "phase"])
    def test_anywhere_leaves_from_each_step_but_ends_and_its_own_target(self, where: str) -> None:
        steps = "[{step: A}, {step: B, end: true}, {step: C, next: Gone}, {step: Gone, end: true}]"
        text = f"anywhere: Gone\nphases: [{{phase: P, steps: {steps}}}]"
        if where == "phase":
            text = f"phases: [{{phase: P, anywhere: Gone, steps: {steps}}}]"
        journey = loads(HEAD + text)
        assert ways(journey) == {("a", "b"), ("a", "gone"), ("c", "gone")}
        assert [flow.source for flow in journey.flows if flow.anywhere] == ["step:j/a"]

    def test_anywhere_of_a_phase_is_of_its_steps_alone(self) -> None:
        text = "phases: [{phase: P, anywhere: C, steps: {step: A}}, {phase: Q, steps: [{step: B}, {step: C}]}]"
        found = [flow for flow in loads(HEAD + text).flows if flow.anywhere]
        assert [(flow.source, flow.place.path) for flow in found] == [("step:j/a", ("phases", 0, "anywhere", 0, "to"))]

    def test_anywhere_may_lead_to_another_journey_from_each_step(self) -> None:
        text = "anywhere: [{to: other/, when: angry}]\nsteps: [{step: A}, {step: B}]"
        assert ways(loads(HEAD + text)) == {("a", "b"), ("a", "other/"), ("b", "other/")}

    def test_a_way_says_what_is_written(self) -> None:
        text = "steps: [{step: A, next: {to: B, when: late, after: 2 days, at_most: 3}}, {step: B}, {step: C}]"
        written, silent = loads(HEAD + text).flows
        assert (written.when, str(written.after), written.at_most) == ("late", "2 days", 3)
        assert (written.written, written.anywhere) == (True, False)
        assert written.place.path == ("steps", 0, "next", 0, "to")
        assert (silent.when, silent.after, silent.at_most, silent.written) == ("", None, None, False)

    def test_an_exit_names_a_journey_and_is_told_once(self) -> None:
        journey = loads(HEAD + "steps: [{step: A, next: [B, gone/]}, {step: B, next: gone/}]")
        assert [finding.message for finding in journey.findings] == ["there is no journey “gone/”"]
        assert journey.findings[0].place.path == ("steps", 0, "next", 1, "to")

    def test_flows_and_starts_are_asked_of_a_step(self) -> None:
        journey = loads(HEAD + "steps: [{step: A, next: [C, o/]}, {step: B, start: true}, {step: C}]")
        assert len(journey.flows_from("step:j/a")) == 2
        assert [flow.source for flow in journey.flows_to("step:j/c")] == ["step:j/a", "step:j/b"]
        assert journey.flows_to("step:j/a") == ()
        assert [step.key for step in journey.starts] == ["a", "b"]


class TestSupports:
    @pytest.mark.parametrize(
        ("cells", "expected"),
        [
            ("customer: C, frontstage: F, backstage: B, support: S", {("C", "F"), ("F", "B"), ("B", "S")}),
            ("customer: C, frontstage: F, support: S", {("C", "F"), ("F", "S")}),
            ("customer: C, backstage: B, support: S", {("B", "S")}),
            ("evidence: E, frontstage: F", set()),
            ("frontstage: {do: F, uses: none}, backstage: B", set()),
            ("frontstage: F, backstage: [B1, B2]", {("F", "B1"), ("F", "B2")}),
            ("customer: C, frontstage: [F, G]", {("C", "F"), ("C", "G")}),
            ("frontstage: {do: F, uses: B2}, backstage: [B1, B2]", {("F", "B2")}),
            (
                "frontstage: {do: F, uses: S}, backstage: [B1, B2], support: {do: S}",
                {("F", "B1"), ("F", "B2"), ("F", "S"), ("B1", "S"), ("B2", "S")},
            ),
            ("frontstage: {do: F, uses: [none, S]}, backstage: B, support: {do: S}", {("F", "S"), ("B", "S")}),
            ("frontstage: {do: F, uses: gone}, backstage: B", {("F", "B")}),
            ("frontstage: {do: F, uses: F}", set()),
        ],
    )
    def test_an_action_rests_on_the_next_company_lane_below(self, cells: str, expected: set[tuple[str, str]]) -> None:
        assert supports(loads(f"{HEAD}steps: [{{step: A, {cells}}}]")) == expected

    def test_uses_reaches_into_any_column(self) -> None:
        text = "steps: [{step: A, frontstage: {do: F, uses: b.support}}, {step: B, support: S}]"
        journey = loads(HEAD + text)
        (link,) = journey.supports
        assert link.explicit
        assert (link.above, link.below) == ("action:j/a.frontstage.1", "action:j/b.support.1")
        assert link.place.path == ("steps", 0, "frontstage", 0, "uses", 0)
        assert journey.supports_of(link.above) == journey.supported_by(link.below) == (link,)
        assert journey.supports_of(link.below) == journey.supported_by(link.above) == ()

    def test_an_action_does_not_support_itself(self) -> None:
        journey = loads(HEAD + "steps: [{step: A, frontstage: {do: F, uses: [F, b.support]}}, {step: B, support: S}]")
        (finding,) = journey.findings
        assert (finding.message, finding.name) == ("an action does not support itself", "key-without-effect")
        assert finding.place.path == ("steps", 0, "frontstage", 0, "uses", 0)
        assert supports(journey) == {("F", "S")}

    def test_triggers_reach_into_any_column(self) -> None:
        text = "steps: [{step: A, frontstage: {do: F, triggers: [b.support, nobody]}}, {step: B, support: S}]"
        journey = loads(HEAD + text)
        (trigger,) = journey.triggers
        assert (trigger.source, trigger.target) == ("action:j/a.frontstage.1", "action:j/b.support.1")
        assert trigger.place.path == ("steps", 0, "frontstage", 0, "triggers", 0)
        assert [finding.message for finding in journey.findings] == ["there is no step or action “nobody”"]


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
        assert journey.findings == ()
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
        (finding,) = journey.findings
        assert (finding.name, finding.message) == (name, message)
        assert finding.place.path == ("steps", 6, "support", 0, "uses", 0)
        if help_ is not None:
            assert finding.help == help_

    def test_an_ambiguous_word_shows_all_that_it_may_mean(self) -> None:
        (finding,) = loads(HEAD + (REFERRED % "uses").replace("WORD", "Twice")).findings
        assert [(place.path, message) for place, message in finding.related] == [
            (("steps", 2, "step"), "this step is one"),
            (("steps", 3, "step"), "this step is one"),
        ]

    def test_a_slip_can_be_mended(self) -> None:
        (finding,) = loads(HEAD + (REFERRED % "uses").replace("WORD", "servee")).findings
        assert [(edit.action, edit.text, edit.place) for edit in finding.fix] == [("replace", "serve", finding.place)]

    def test_a_step_with_several_touchpoints_must_say_which(self) -> None:
        text = "steps: [{step: A, frontstage: [F, G]}, {step: B, support: {do: S, uses: A}}]"
        (finding,) = loads(HEAD + text).findings
        assert finding.message == "“A” has 2 actions that could be meant"
        assert finding.help == "say which: `a.frontstage.1`, `a.frontstage.2`"
        assert finding.name == "ambiguous-reference"

    def test_a_reference_to_an_action_where_a_step_is_meant_means_its_step(self) -> None:
        assert ("a", "c") in ways(loads(HEAD + "steps: [{step: A, next: Cook}, {step: B}, {step: C, support: Cook}]"))
