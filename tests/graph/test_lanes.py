"""Lanes and phases: who owns and how long it takes where the action does not say; texts that nobody does."""

from __future__ import annotations

import pytest

from journeys.api import loads, loads_workspace
from journeys.graph.journey import JourneyGraph

HEAD = "journey: J\nowners: {cook: {}, waiter: {name: The waiters}, farm: {}, chef: {}}\n"


def steps(text: str, lanes: str = "", phase: str = "") -> JourneyGraph:
    said = f"lanes: {lanes}\n" if lanes else ""
    return loads(f"{HEAD}{said}phases: [{{phase: P, {phase}steps: [{text}]}}]")


def owners(journey: JourneyGraph) -> list[str]:
    return [action.owner.rpartition("/")[2] for action in journey.actions if action.company]


@pytest.mark.parametrize(
    ("action", "step", "phase", "lane", "owner"),
    [
        ("owner: cook", "owner: farm", "owner: chef, ", "owner: waiter", "cook"),
        ("id: a", "owner: farm", "owner: chef, ", "owner: waiter", "farm"),
        ("id: a", "id: s", "owner: chef, ", "owner: waiter", "chef"),
        ("id: a", "id: s", "id: p, ", "owner: waiter", "waiter"),
        ("id: a", "id: s", "id: p, ", "owner: The waiters", "waiter"),
        ("id: a", "id: s", "id: p, ", "name: L", ""),
        ("owner: none", "owner: farm", "owner: chef, ", "owner: waiter", ""),
        ("id: a", "owner: none", "owner: chef, ", "owner: waiter", ""),
        ("id: a", "id: s", "owner: none, ", "owner: waiter", ""),
        ("id: a", "id: s", "id: p, ", "owner: none", ""),
    ],
)
def test_the_nearest_owner_that_is_said_counts(action: str, step: str, phase: str, lane: str, owner: str) -> None:
    text = f"{{step: A, {step}, customer: C, frontstage: {{do: F, {action}}}}}"
    journey = steps(text, f"{{frontstage: {{{lane}}}}}", phase)
    assert owners(journey) == [owner]
    assert journey.findings == ()
    assert journey.actions[0].owner == ""


def test_an_owner_who_is_not_declared_is_found_once_where_it_is_said() -> None:
    journey = steps(
        "{step: A, frontstage: F}, {step: B, frontstage: G}", "{frontstage: {owner: waitr}}", "owner: coo, "
    )
    found = [(finding.place.path, finding.message) for finding in journey.findings]
    assert found == [
        (("lanes", "frontstage", "owner"), "there is no owner “waitr”"),
        (("phases", 0, "owner"), "there is no owner “coo”"),
    ]
    assert owners(journey) == ["", ""]
    assert journey.actions[0].owner_text == "coo"


def test_a_lane_of_the_workspace_is_owned_and_a_journey_may_say_otherwise() -> None:
    shared = "owners: {cook: {}, farm: {}}\nlanes: {field: {name: Field, owner: farm, takes: 2 h}}\n"
    text = "journey: %s\n%ssteps: [{step: A, field: F, end: true}]\n"
    texts = {"a.journey.yaml": text % ("A", ""), "b.journey.yaml": text % ("B", "lanes: {field: {owner: cook}}\n")}
    one, other = loads_workspace(texts, shared).journeys.values()
    assert (one.findings, other.findings) == ((), ())
    assert (one.actions[0].owner, other.actions[0].owner) == ("owner:farm", "owner:cook")
    assert str(other.actions[0].takes) == "2 h"


@pytest.mark.parametrize(
    ("lane", "action", "takes"),
    [("none", "id: a", "none"), ("2 h", "id: a", "2 h"), ("2 h", "takes: none", "none"), ("none", "takes: 1 h", "1 h")],
)
def test_the_time_of_a_lane_stands_for_actions_that_say_none(lane: str, action: str, takes: str) -> None:
    journey = steps(f"{{step: A, frontstage: {{do: F, {action}}}}}", f"{{frontstage: {{takes: {lane}}}}}")
    assert str(journey.actions[0].takes) == takes


def test_a_built_in_lane_gets_a_name_and_stays_what_it_is() -> None:
    journey = steps(
        "{step: A, evidence: Teller, frontstage: F}", "{evidence: {name: Nachweis}, frontstage: {name: Vorn}}"
    )
    assert [lane.name for lane in journey.lanes] == ["Nachweis", "Customer", "Vorn", "Backstage", "Support"]
    assert [piece.name for piece in journey.evidence] == ["Teller"]
    assert journey.touchpoints("step:j/a")[0].touchpoint
    assert journey.findings == ()


@pytest.mark.parametrize(
    ("lanes", "path", "message"),
    [
        ("{support: {after: evidence}}", ("support", "after"),
         "the lane “support” is built in: its kind and its place are what they are"),
        ("{wait: {name: Waiting}}", ("wait",), "“wait” is a word of the language, and cannot name a lane"),
        ("{kpi: {kind: info, owner: cook}}", ("kpi", "owner"),
         "“owner” has no effect here: nobody of the company acts in a lane of the kind `info`"),
        ("{evidence: {takes: 2 h}}", ("evidence", "takes"),
         "“takes” has no effect here: nobody of the company acts in a lane of the kind `evidence`"),
        ("{kpi: {after: nowhere}}", ("kpi", "after"), "there is no lane “nowhere”"),
    ],
)  # fmt: skip
def test_what_a_lane_cannot_be_is_found(lanes: str, path: tuple[str, ...], message: str) -> None:
    journey = steps("{step: A, wait: 2 h, frontstage: F}", lanes)
    assert [(finding.place.path, finding.message) for finding in journey.findings] == [(("lanes", *path), message)]
    assert str(journey.steps[0].wait) == "2 h"


def test_texts_of_an_info_lane_are_no_actions_and_no_evidence() -> None:
    lanes = "{kpi: {name: Figures, kind: info, after: frontstage}}"
    text = "{step: A, frontstage: F, kpi: [Calls, {do: Waits, link: https://a, note: N}], backstage: B}"
    journey = steps(text, lanes)
    assert journey.findings == ()
    assert [(info.id, info.name, info.link, info.note) for info in journey.infos] == [
        ("info:j/a.kpi.1", "Calls", "", ""),
        ("info:j/a.kpi.2", "Waits", "https://a", "N"),
    ]
    assert journey.infos_of("step:j/a", "kpi") == journey.infos
    assert [action.name for action in journey.actions] == ["F", "B"]
    assert [(journey.called(link.above), journey.called(link.below)) for link in journey.supports] == [("F", "B")]
    assert journey.graph.nodes["info:j/a.kpi.1"]["kind"] == "info"


@pytest.mark.parametrize("key", ["owner: cook", "takes: 2 h", "uses: F", "triggers: F", "promised: {}"])
def test_what_has_no_effect_on_a_text_or_on_evidence_is_found(key: str) -> None:
    journey = steps(
        f"{{step: A, frontstage: F, evidence: {{do: E, {key}}}, kpi: {{do: K, {key}}}}}", "{kpi: {kind: info}}"
    )
    word = key.partition(":")[0]
    assert {(finding.place.path, finding.message) for finding in journey.findings} == {
        (("phases", 0, "steps", 0, lane, 0, word), f"“{word}” has no effect here: {why}")
        for lane, why in (("evidence", "a piece of evidence is seen or held, not done"), ("kpi", "nobody acts here"))
    }


@pytest.mark.parametrize("key", ["channel: web", "system: S", "data: age", "fail_point: X", "recovery: Y"])
def test_evidence_says_more_than_a_text_does(key: str) -> None:
    journey = steps(f"{{step: A, evidence: {{do: E, {key}}}, kpi: {{do: K, {key}}}}}", "{kpi: {kind: info}}")
    word = key.partition(":")[0]
    (finding,) = journey.findings
    assert finding.place.path == ("phases", 0, "steps", 0, "kpi", 0, word)
    assert finding.message == f"“{word}” has no effect here: nobody acts here"
