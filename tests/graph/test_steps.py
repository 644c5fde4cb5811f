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
        ("steps: [{step: A, evidence: {do: B, for: [old, new]}}]", ("steps", 0, "evidence", 0, "for", 1)),
        ("steps: [{step: A, next: {to: A, for: [old, new]}}]", ("steps", 0, "next", 0, "for", 1)),
        ("steps: [{step: A, next: {all: [A, B], for: [old, new]}}, {step: B}]", ("steps", 0, "next", 0, "for", 1)),
        ("anywhere: {to: A, for: [old, new]}\nsteps: [{step: A}]", ("anywhere", 0, "for", 1)),
        (
            "steps: [{step: A, support: {do: B, promised: {for: [old, new]}}}]",
            ("steps", 0, "support", 0, "promised", "for", 1),
        ),
    ],
    ids=["a step", "an action", "a promise", "evidence", "a way", "ways at once", "an exit", "a promised action"],
)
def test_variants_are_not_told_apart_and_that_is_said(text: str, path: tuple[str | int, ...]) -> None:
    found = [finding for finding in loads(text).findings if finding.name == "variant-not-told-apart"]
    assert [finding.message for finding in found] == [
        f"“{word}” is judged together with all else" for word in ("old", "new")
    ]
    assert found[1].place.path == path
    assert found[1].help == "keep variants that differ much in files of their own"


PEOPLE = "journey: J\nowners: {cook: {name: The cook}, chef: {}, help: {}}\ncustomers: {guest: {}}\n"


class TestOwners:
    @pytest.mark.parametrize(
        ("cells", "owner", "text", "named"),
        [
            ("support: S", "", "", 0),
            ("support: {do: S, owner: chef}", "owner:j/chef", "chef", 1),
            ("support: {do: S, owner: [chef, help]}", "owner:j/chef", "chef", 2),
            ("support: {do: S, owner: The cook}", "owner:j/cook", "The cook", 1),
            ("support: {do: S, owner: none}", "", "none", 1),
            ("owner: cook, support: S", "owner:j/cook", "cook", 0),
            ("owner: cook, support: {do: S, owner: chef}", "owner:j/chef", "chef", 1),
            ("owner: cook, support: {do: S, owner: none}", "", "none", 1),
            ("owner: none, support: S", "", "none", 0),
            ("owner: cook, customer: S", "", "", 0),
            ("owner: cook, frontstage: S", "owner:j/cook", "cook", 0),
        ],
    )
    def test_an_action_has_its_own_owner_or_that_of_its_step_or_none(
        self, cells: str, owner: str, text: str, named: int
    ) -> None:
        journey = loads(f"{PEOPLE}steps: [{{step: A, {cells}}}]")
        (action,) = journey.actions
        assert (action.owner, action.owner_text, action.owners_named) == (owner, text, named)
        assert journey.findings == ()

    @pytest.mark.parametrize(
        ("cells", "path"),
        [
            ("support: {do: S, owner: none}", ("support", 0, "owner", 0)),
            ("support: {do: S, owner: chef}", ("support", 0, "owner", 0)),
            ("owner: cook, support: S", ("owner",)),
        ],
    )
    def test_it_is_known_where_an_owner_is_said(self, cells: str, path: tuple[str | int, ...]) -> None:
        (action,) = loads(f"{PEOPLE}steps: [{{step: A, {cells}}}]").actions
        assert action.owner_place is not None
        assert action.owner_place.path == ("steps", 0, *path)

    def test_where_none_is_said_there_is_no_place(self) -> None:
        (action,) = loads(f"{PEOPLE}steps: [{{step: A, customer: S, owner: cook}}]").actions
        assert action.owner_place is None

    @pytest.mark.parametrize(
        ("cells", "path"),
        [
            ("support: {do: S, owner: cheff}", ("support", 0, "owner", 0)),
            ("support: {do: S, owner: [cook, help, cheff]}", ("support", 0, "owner", 2)),
            ("owner: cheff", ("owner",)),
        ],
    )
    def test_one_who_is_not_there_is_said_where_he_is_named(self, cells: str, path: tuple[str | int, ...]) -> None:
        (finding,) = loads(f"{PEOPLE}steps: [{{step: A, {cells}}}]").findings
        assert (finding.message, finding.help) == ("there is no owner “cheff”", "did you mean `chef`?")
        assert finding.place.path == ("steps", 0, *path)
        assert [(edit.place, edit.text) for edit in finding.fix] == [(finding.place, "chef")]

    @pytest.mark.parametrize(("said", "owner"), [("owner: The cook", "owner:j/cook"), ("owner: none", ""), ("", "")])
    def test_a_step_has_the_owner_it_names(self, said: str, owner: str) -> None:
        journey = loads(f"{PEOPLE}steps: [{{step: A, {said}}}]")
        assert (journey.steps[0].owner, journey.findings) == (owner, ())

    def test_what_was_never_written_is_nobody_and_not_missed(self) -> None:
        journey = loads(f"{PEOPLE}owner: …\nsteps: [{{step: A, owner: …, support: {{do: S, owner: …}}}}]")
        assert (journey.owner, journey.steps[0].owner, journey.actions[0].owner) == ("", "", "")
        assert [one.message for one in journey.findings if "there is no" in one.message] == []

    def test_an_id_goes_before_a_name(self) -> None:
        text = "journey: J\nowners: {one: {name: two}, two: {}}\nowner: two\nsteps: [{step: A}]"
        assert loads(text).owner == "owner:j/two"


class TestCellsOfOwnLanes:
    TEXT = """
journey: J
lanes:
  proof: {kind: evidence}
  crowd: {kind: customer}
  robot: {name: Robots}
steps:
  - {step: A, proof: [Stamp, {do: Seal, link: https://a}], crowd: Cheer, robot: [Roll, Turn], evidence: Bill}
"""

    def test_actions_stand_in_the_lane_they_name(self) -> None:
        assert [(one.id, one.key, one.lane.id, one.order) for one in loads(self.TEXT).actions] == [
            ("action:j/a.crowd.1", "a.crowd", "crowd", 0),
            ("action:j/a.robot.1", "a.robot.1", "robot", 0),
            ("action:j/a.robot.2", "a.robot.2", "robot", 1),
        ]

    def test_evidence_of_another_lane_is_told_apart_by_it(self) -> None:
        assert [(one.id, one.name, one.place.path[2:], one.link) for one in loads(self.TEXT).evidence] == [
            ("evidence:j/a.1", "Bill", ("evidence", 0, "do"), ""),
            ("evidence:j/a.proof.1", "Stamp", ("proof", 0, "do"), ""),
            ("evidence:j/a.proof.2", "Seal", ("proof", 1, "do"), "https://a"),
        ]

    def test_who_is_who_there(self) -> None:
        crowd, robot, _ = loads(self.TEXT).actions
        assert (crowd.company, crowd.touchpoint) == (False, False)
        assert (robot.company, robot.touchpoint) == (True, False)

    def test_a_cell_is_asked_by_step_and_lane(self) -> None:
        journey = loads(self.TEXT)
        assert [one.name for one in journey.cell("step:j/a", "robot")] == ["Roll", "Turn"]
        assert journey.cell("step:j/a", "frontstage") == ()


class TestPhases:
    def test_a_step_knows_its_phase(self) -> None:
        text = "phases: [{phase: P, id: pp, note: Read, steps: [{step: A}]}, {phase: Q, steps: [{step: B}, {step: C}]}]"
        assert [
            (one.phase, one.phase_index, one.phase_key, one.phase_note, one.index)
            for one in loads(f"journey: J\n{text}").steps
        ] == [("P", 0, "pp", "Read", 0), ("Q", 1, "", "", 1), ("Q", 1, "", "", 2)]

    def test_a_step_in_no_phase_has_none(self) -> None:
        (step,) = loads("journey: J\nsteps: [{step: A}]").steps
        assert (step.phase, step.phase_index, step.phase_key, step.phase_note) == ("", 0, "", "")


def test_a_step_is_found_by_the_slug_of_its_name_unless_it_has_an_id() -> None:
    text = "journey: J\nsteps: [{step: Go out, id: leave}, {step: Come in, next: %s}]"
    assert loads(text % "leave").findings == ()
    assert loads(text % "Go out").findings == ()
    assert loads(text % "come-in").findings == ()
    assert [one.message for one in loads(text % "go-out").findings] == ["there is no step “go-out”"]
