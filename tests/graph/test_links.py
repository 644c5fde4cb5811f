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
    def test_anywhere_leaves_from_each_step_but_its_own_target_ends_too(self, where: str) -> None:
        steps = "[{step: A}, {step: B, end: true}, {step: C, next: Gone}, {step: Gone, end: true}]"
        text = f"anywhere: Gone\nphases: [{{phase: P, steps: {steps}}}]"
        if where == "phase":
            text = f"phases: [{{phase: P, anywhere: Gone, steps: {steps}}}]"
        journey = loads(HEAD + text)
        assert ways(journey) == {("a", "b"), ("a", "gone"), ("b", "gone"), ("c", "gone")}
        assert [flow.source for flow in journey.flows if flow.anywhere] == ["step:j/a", "step:j/b"]

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


class TestPlacesOfLinks:
    """Where a link is written, and what is said there when it leads nowhere."""

    @pytest.mark.parametrize(
        ("text", "path"),
        [
            ("steps: [{step: A, next: [B, Bee]}, {step: B}]", ("steps", 0, "next", 1, "to")),
            ("anywhere: [B, Bee]\nsteps: [{step: A}, {step: B}]", ("anywhere", 1, "to")),
            ("phases: [{phase: P}, {phase: Q, anywhere: Bee, steps: [{step: A}]}]", ("phases", 1, "anywhere", 0, "to")),
        ],
    )
    def test_a_way_to_a_step_that_is_not_there_is_said_and_left_out(
        self, text: str, path: tuple[str | int, ...]
    ) -> None:
        journey = loads(HEAD + text)
        (finding,) = journey.findings
        assert finding.message == "there is no step “Bee”"
        assert (finding.place.file, finding.place.path) == ("text.journey.yaml", path)
        assert all(flow.target for flow in journey.flows)

    @pytest.mark.parametrize("key", ["uses", "triggers"])
    def test_a_link_to_an_action_that_is_not_there_leaves_the_others(self, key: str) -> None:
        text = f"steps: [{{step: A, frontstage: {{do: F, {key}: [nobody, T]}}, support: [S, T]}}]"
        journey = loads(HEAD + text)
        (finding,) = journey.findings
        assert finding.message == "there is no step or action “nobody”"
        assert finding.place.path == ("steps", 0, "frontstage", 0, key, 0)
        links = [(one.place.path[-1], journey.called(one.below)) for one in journey.supports if one.explicit]
        links += [(one.place.path[-1], journey.called(one.target)) for one in journey.triggers]
        assert links == [(1, "T")]

    def test_a_way_that_follows_of_itself_is_written_at_its_step(self) -> None:
        (flow,) = loads(HEAD + "steps: [{step: A}, {step: B}]").flows
        assert (flow.source, flow.target, flow.written, flow.anywhere) == ("step:j/a", "step:j/b", False, False)
        assert flow.place.path == ("steps", 0, "step")

    def test_support_by_the_cell_below_is_written_at_the_action(self) -> None:
        (link,) = loads(HEAD + "steps: [{step: A, frontstage: F, support: S}]").supports
        assert (link.explicit, link.place.path) == (False, ("steps", 0, "frontstage", 0, "do"))

    def test_each_of_several_below_supports(self) -> None:
        journey = loads(HEAD + "steps: [{step: A, frontstage: F, support: [S, T]}]")
        assert [(journey.called(link.below), link.explicit) for link in journey.supports] == [
            ("S", False),
            ("T", False),
        ]


class TestAnywhere:
    def test_the_ways_of_anywhere_say_what_is_written_there(self) -> None:
        text = "anywhere: [{to: C, when: angry, after: 2 h, at_most: 4}]\nsteps: [{step: A}, {step: B}, {step: C}]"
        found = [flow for flow in loads(HEAD + text).flows if flow.anywhere]
        assert [(flow.source, flow.target, flow.when, str(flow.after), flow.at_most) for flow in found] == [
            ("step:j/a", "step:j/c", "angry", "2 h", 4)
        ]
        assert {flow.place.path for flow in found} == {("anywhere", 0, "to")}

    def test_a_way_that_leads_nowhere_leaves_those_after_it(self) -> None:
        journey = loads(HEAD + "anywhere: [Bee, C]\nsteps: [{step: A}, {step: B}, {step: C, end: true}]")
        assert [flow.source for flow in journey.flows if flow.anywhere] == ["step:j/a"]
        assert [finding.place.path for finding in journey.findings] == [("anywhere", 0, "to")]

    def test_a_phases_own_goes_before_the_journeys(self) -> None:
        text = "anywhere: [{to: C, when: late}]\nphases:\n"
        text += (
            "  - {phase: P, anywhere: [{to: C, when: early}], steps: [{step: A}, {step: B}, {step: C, end: true}]}\n"
        )
        text += "  - {phase: Q, steps: [{step: D}, {step: E, end: true}]}\n"
        found = [flow for flow in loads(HEAD + text).flows if flow.anywhere]
        assert [(flow.source, flow.when) for flow in found] == [
            ("step:j/a", "early"),
            ("step:j/d", "late"),
            ("step:j/e", "late"),
        ]

    def test_two_exits_to_other_journeys_are_two_ways(self) -> None:
        journey = loads(HEAD + "anywhere: [one/, two/]\nsteps: [{step: A}, {step: B, end: true}]")
        assert [(flow.source, flow.to_journey) for flow in journey.flows if flow.anywhere] == [
            ("step:j/a", "one"),
            ("step:j/b", "one"),
            ("step:j/a", "two"),
            ("step:j/b", "two"),
        ]
