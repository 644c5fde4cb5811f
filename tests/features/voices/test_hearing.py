"""What was heard at a step, and who is at the front line: asked of the graph, for drawings and pages too."""

from __future__ import annotations

from hotline import JOURNEY, SHARED

from journeys.api import loads_workspace

WORKSPACE = loads_workspace({"broadband.journey.yaml": JOURNEY}, SHARED)


def test_a_voice_about_an_action_is_about_its_step_too() -> None:
    at = {
        id_: [one.voice.key for one in WORKSPACE.answers.heard_at(id_)]
        for id_ in WORKSPACE.journeys["get-broadband"].nodes
    }
    assert {id_: keys for id_, keys in at.items() if keys} == {
        "step:get-broadband/order": ["slow", "forms"],
        "step:get-broadband/receive-the-router": ["slow", "where-is-it"],
        "action:get-broadband/order.frontstage.1": ["forms"],
    }


def test_the_front_line_owns_touchpoints_and_changes_come_from_it_that_answer_it() -> None:
    hearing = WORKSPACE.hearing
    assert hearing.front_line == {"owner:shop", "owner:care"}
    assert [one.key for one in WORKSPACE.changes.values() if hearing.from_front_line(one)] == ["text"]
    customers = SHARED.replace("from: care", "from: mover")
    after = loads_workspace({"broadband.journey.yaml": JOURNEY}, customers)
    assert not any(map(after.hearing.from_front_line, after.changes.values()))


def test_a_journey_in_half_a_file_is_not_told_what_was_never_heard() -> None:
    broken = loads_workspace({"broadband.journey.yaml": JOURNEY}, SHARED + "lanes: [a")
    assert not broken.whole
    assert broken.whole_files == {"broadband.journey.yaml"}
    assert WORKSPACE.whole
