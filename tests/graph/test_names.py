"""What a word in a journey file means: steps, actions and people, and what is said where it means nothing."""

from __future__ import annotations

import pytest

from journeys.api import loads, loads_workspace
from journeys.graph.journey import JourneyGraph

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
        journey = loads(HEAD + "steps: [{step: A, next: Cook}, {step: B}, {step: C, support: Cook}]")
        assert [flow.target for flow in journey.flows_from("step:j/a")] == ["step:j/c"]


class TestSteps:
    TEXT = """
steps:
  - {step: Ask, id: asking, frontstage: {do: Hear, id: heard}, customer: Say}
  - {step: Twice, support: [Look, Look]}
  - {step: Look up, support: Look}
  - {step: Same, support: Say}
  - {step: Last, next: WORD}
"""

    @pytest.mark.parametrize(
        ("word", "step"),
        [
            ("asking", "asking"),
            ("Ask", "asking"),
            ("heard", "asking"),
            ("Hear", "asking"),
            ("asking.frontstage", "asking"),
            ("Ask.customer.1", "asking"),
            ("twice.support", "twice"),
            ("twice.support.2", "twice"),
            ("look-up", "look-up"),
            ("Same", "same"),
        ],
    )
    def test_a_step_is_named_by_id_name_or_what_is_done_there(self, word: str, step: str) -> None:
        journey = loads(HEAD + self.TEXT.replace("WORD", word))
        assert journey.findings == ()
        assert [flow.target for flow in journey.flows_from("step:j/last")] == [f"step:j/{step}"]

    def test_what_is_done_at_two_steps_names_both(self) -> None:
        (finding,) = loads(HEAD + self.TEXT.replace("WORD", "Look")).findings
        assert (finding.message, finding.name) == ("“Look” names 2 steps", "ambiguous-reference")
        assert finding.help == "give the step that is meant an `id` and refer to that"
        assert [related.place.path for related in finding.related] == [("steps", 1, "step"), ("steps", 2, "step")]

    def test_one_that_is_not_there_is_said_with_the_steps_there_are(self) -> None:
        (finding,) = loads(HEAD + self.TEXT.replace("WORD", "zzzzz")).findings
        assert finding.message == "there is no step “zzzzz”"
        assert finding.help == "known here: `asking`, `Ask`, `Twice`, `Look up`, `Same`, `Last`"
        assert finding.fix == ()


class TestAmbiguous:
    MANY = ", ".join(f"A{number}" for number in range(8))

    def test_actions_of_one_text_are_named_by_their_cells(self) -> None:
        text = "steps: [{step: A, support: [Do, Do]}, {step: B, support: {do: S, uses: Do}}]"
        (finding,) = loads(HEAD + text).findings
        assert finding.message == "“Do” names 2 actions"
        assert finding.help == "say which: `a.support.1`, `a.support.2`"
        assert finding.place.path == ("steps", 1, "support", 0, "uses", 0)
        assert [(place.path, message) for place, message in finding.related] == [
            (("steps", 0, "support", number, "do"), "this action is one") for number in (0, 1)
        ]

    def test_of_many_the_first_are_named(self) -> None:
        text = f"steps: [{{step: A, support: [{self.MANY}]}}, {{step: B, support: {{do: S, uses: a.support}}}}]"
        (finding,) = loads(HEAD + text).findings
        assert finding.message == "“a.support” names 8 actions"
        assert finding.help == "say which: " + ", ".join(f"`a.support.{number}`" for number in range(1, 7))
        assert len(finding.related) == 4

    @pytest.mark.parametrize("lane", ["frontstage", "backstage"])
    def test_of_many_at_a_step_the_first_are_named(self, lane: str) -> None:
        text = f"steps: [{{step: A, {lane}: [{self.MANY}]}}, {{step: B, support: {{do: S, uses: A}}}}]"
        (finding,) = loads(HEAD + text).findings
        assert finding.message == "“A” has 8 actions that could be meant"
        assert finding.help == "say which: " + ", ".join(f"`a.{lane}.{number}`" for number in range(1, 7))
        assert finding.place.path == ("steps", 1, "support", 0, "uses", 0)
        assert finding.name == "ambiguous-reference"

    def test_behind_one_touchpoint_no_other_action_is_meant_by_the_step(self) -> None:
        text = "steps: [{step: A, customer: C, frontstage: F, support: [S, T]}, {step: B, support: {do: U, uses: A}}]"
        journey = loads(HEAD + text)
        assert journey.findings == ()
        assert [journey.called(link.below) for link in journey.supports if link.explicit] == ["F"]

    def test_without_a_touchpoint_several_could_be_meant(self) -> None:
        text = "steps: [{step: A, customer: C, backstage: S, support: T}, {step: B, support: {do: U, uses: A}}]"
        (finding,) = loads(HEAD + text).findings
        assert finding.help == "say which: `a.backstage`, `a.support`"

    def test_a_step_without_the_company_says_where_it_is_referred_to(self) -> None:
        (finding,) = loads(HEAD + "steps: [{step: A, customer: C}, {step: B, support: {do: U, uses: A}}]").findings
        assert finding.place.path == ("steps", 1, "support", 0, "uses", 0)


class TestSlugs:
    """An id left out is the slug of the name."""

    TEXT = """
steps:
  - {step: Eat, frontstage: Serve the dish!, backstage: [Cook it, {do: Wash up, id: washing}], evidence: The Plate}
  - {step: Pay, frontstage: Bring the Bill, backstage: Cook it}
  - {step: Bring the bill, customer: Walk}
  - {step: Last, customer: Walk, support: {do: Use, KEY: WORD}}
"""

    def journey(self, word: str, key: str = "uses") -> JourneyGraph:
        return loads(HEAD + self.TEXT.replace("KEY", key).replace("WORD", word))

    @pytest.mark.parametrize("key", ["uses", "triggers"])
    def test_an_action_without_an_id_is_named_by_the_slug_of_its_name(self, key: str) -> None:
        journey = self.journey("serve-the-dish", key)
        assert journey.findings == ()
        below = [link.below for link in journey.supports if link.explicit] + [one.target for one in journey.triggers]
        assert [journey.called(id_) for id_ in below] == ["Serve the dish!"]

    @pytest.mark.parametrize("word", ["serve-the-dish", "washing"])
    def test_so_are_the_places_of_a_promise(self, word: str) -> None:
        promise = f"promises: {{p: {{promise: P, by: cook, to: waiter, made: {word}, kept: {word}, unless: {word}}}}}"
        node = loads(HEAD + self.TEXT.replace("KEY: WORD", "note: none") + promise).promises["p"].node
        assert [making.step for making in node.makings] == ["step:j/eat"]
        assert node.unless == ("step:j/eat",)
        assert len(node.kept) == 1
        assert node.unfit == ()

    def test_so_is_one_of_another_journey(self) -> None:
        other = "journey: Other\nsteps: [{step: A, support: {do: Use, uses: j/serve-the-dish}}]"
        texts = {"j.journey.yaml": HEAD + self.TEXT.replace("KEY: WORD", "note: none"), "o.journey.yaml": other}
        workspace = loads_workspace(texts)
        assert [link.below for link in workspace.journeys["other"].supports] == ["action:j/eat.frontstage.1"]

    def test_a_step_comes_before_an_action(self) -> None:
        (finding,) = self.journey("bring-the-bill").findings
        assert finding.message == "“bring-the-bill” is a step in which the company does nothing"

    def test_two_of_one_slug_must_be_told_apart(self) -> None:
        (finding,) = self.journey("cook-it").findings
        assert (finding.name, finding.message) == ("ambiguous-reference", "“cook-it” names 2 actions")
        assert finding.help == "say which: `eat.backstage.1`, `pay.backstage`"

    def test_an_id_takes_the_place_of_the_slug(self) -> None:
        (finding,) = self.journey("wash-up").findings
        assert finding.message == "there is no step or action “wash-up”"
        assert finding.help == "did you mean `Wash up`?"

    def test_evidence_is_known_by_its_slug_to_be_no_action(self) -> None:
        (finding,) = self.journey("the-plate").findings
        assert finding.message == "“the-plate” is evidence: it is seen or held, and does nothing"

    @pytest.mark.parametrize("text", ["frontstage: {do: Go, uses: serve-the-dich}", "next: serve-the-dich"])
    def test_a_slip_is_mended_to_the_actions_name(self, text: str) -> None:
        (finding,) = loads(HEAD + self.TEXT.replace("support: {do: Use, KEY: WORD}", text)).findings
        assert finding.help == "did you mean `Serve the dish!`?"
        assert [edit.text for edit in finding.fix] == ["Serve the dish!"]


class TestCells:
    @pytest.mark.parametrize(
        "word",
        ["a.supper", "a.support.x", "a.support.٢", "a.support.00003", "a.support.12345", "b.support", ".support", "a."],
    )
    def test_what_is_no_cell_names_nothing(self, word: str) -> None:
        text = f"steps: [{{step: A, support: [S, T]}}, {{step: C, backstage: {{do: U, uses: '{word}'}}}}]"
        (finding,) = loads(HEAD + text).findings
        assert finding.message == f"there is no step or action “{word}”"

    def test_a_lane_of_the_journeys_own_has_cells(self) -> None:
        text = "lanes: {robot: {}}\nsteps: [{step: A, robot: [S, T]}, {step: C, backstage: {do: U, uses: a.robot.2}}]"
        journey = loads(HEAD + text)
        assert [journey.called(link.below) for link in journey.supports if link.explicit] == ["T"]

    def test_a_word_that_was_never_written_names_nothing_and_is_not_missed(self) -> None:
        journey = loads(HEAD + "steps: [{step: A, next: …, support: {do: S, uses: …, triggers: …}}, {step: …}]")
        assert [one.message for one in journey.findings if "there is no" in one.message] == []
        assert (journey.supports, journey.triggers) == ((), ())


@pytest.mark.parametrize(("length", "shown"), [(60, "x" * 60), (61, "x" * 59 + "…")])
def test_a_long_word_is_shown_in_part(length: int, shown: str) -> None:
    (finding,) = loads(f"journey: J\nsteps: [{{step: A, next: {'x' * length}}}]").findings
    assert finding.message == f"there is no step “{shown}”"


def test_a_word_that_may_be_another_is_asked_about_and_not_mended() -> None:
    (finding,) = loads("journey: J\nsteps: [{step: Arrive, next: Alive}]").findings
    assert finding.help == "did you mean `arrive`?"
    assert finding.fix == ()
