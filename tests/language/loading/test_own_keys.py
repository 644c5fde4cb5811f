"""Keys that begin with `x-` are the user's own: kept wherever keys stand, shown, never judged."""

from __future__ import annotations

from journeys.api import check, loads, loads_workspace
from journeys.language.formatting import format_text
from journeys.language.model.action import Action
from journeys.language.model.key import said
from journeys.language.model.step import Step

TEXT = """\
journey: Dinner
x-jira: ABC-1
customer: guest
owners:
  waiter: {name: Waiters, x-cost-centre: 12}
  x-cook: {name: Cook}
customers: {guest: {x-share: 40%}}
phases:
  - phase: Dine
    x-room: [Blue, Green]
    steps:
      - step: Eat
        x-sla: {gold: 1 h, silver: 2 h}
        evidence: {do: Plate, x-size: large}
        customer: Eat
        frontstage: {do: Serve, owner: waiter, x-code: S1, takes: 2 h, promised: {within: 1 h, x-ref: R}}
        next: {to: Leave, x-colour: red}
      - {step: Leave, customer: Leave, frontstage: {do: Open the door, owner: waiter}, end: true}
promises:
  warm: {promise: Warm, by: waiter, to: guest, made: Eat, kept: Eat, x-law: §4}
"""


def test_they_are_kept_wherever_keys_stand() -> None:
    journey = loads(TEXT)
    assert journey.findings == ()
    assert journey.own == (("jira", "ABC-1"),)
    assert journey.owners["waiter"].own == (("cost-centre", "12"),)
    assert journey.customers[0].own == (("share", "40%"),)
    step, serve = journey.steps[0], journey.actions[1]
    assert step.own == (("sla", "gold: 1 h; silver: 2 h"), ("colour (next Leave)", "red"))
    assert step.phase_note == "room: Blue, Green"
    assert serve.own == (("code", "S1"),)
    assert journey.evidence[0].own == (("size", "large"),)
    assert journey.promises["warm"].node.own == (("law", "§4"),)
    assert journey.promises["eat.frontstage"].node.own == (("ref", "R"),)
    assert said(Step, step) == "sla: gold: 1 h; silver: 2 h · colour (next Leave): red"
    assert said(Action, serve) == "code: S1"


def test_an_owner_may_be_called_so() -> None:
    assert list(loads(TEXT).owners) == ["waiter", "x-cook"]


def test_they_stay_where_they_are_when_a_file_is_laid_out() -> None:
    after = format_text(TEXT).after
    assert [line for line in after.splitlines() if line] == TEXT.splitlines()


def test_they_do_not_hide_what_is_wrong_beside_them() -> None:
    journey = loads(TEXT.replace("takes: 2 h", "takes: soon").replace("x-law", "xlaw"))
    assert [finding.message for finding in journey.findings] == [
        "“soon” is not a duration",
        "“xlaw” is not a word of the language here",
    ]
    assert journey.actions[1].own == (("code", "S1"),)


def test_a_workspace_may_hold_them_too() -> None:
    workspace = loads_workspace({"a.journey.yaml": "journey: A\nsteps: [{step: B, customer: C, end: true}]\n"},
                                "x-team: cx\nsettings: {x-why: because, profile: draft}\n")  # fmt: skip
    assert check(workspace) == []


def test_governance_is_told_with_its_file_and_what_it_holds_by_itself() -> None:
    more = "measures: {m: {measure: M, x-unit: each}}\ngovernance: {x-room: 12, goals: [{goal: Calm, x-why: us}]}\n"
    journey = loads(TEXT + more)
    assert journey.findings == ()
    assert journey.own == (("jira", "ABC-1"), ("room (governance)", "12"))
    assert journey.measures["m"].own == (("unit", "each"),)
    assert journey.goals[0].own == (("why", "us"),)


def test_what_is_no_thing_of_its_own_is_told_with_what_holds_it() -> None:
    more = """\
lanes: {support: {x-tool: Jira}}
channels: {table: {name: Table, x-map: T1}}
settings: {rules: {no-job: {severity: "off", x-why: we know}}}
"""
    made = TEXT.replace("made: Eat,", "made: {at: Eat, x-said: aloud},").replace(
        "takes: 2 h", "takes: {usually: 1 h, at_most: 2 h, x-seen: twice}"
    )
    journey = loads(made + more)
    assert journey.findings == ()
    assert set(journey.own) == {
        ("jira", "ABC-1"),
        ("tool (lanes support)", "Jira"),
        ("map (channels table)", "T1"),
        ("why (settings, rules no-job)", "we know"),
    }
    assert journey.promises["warm"].node.own == (("law", "§4"), ("said (made 1)", "aloud"))
    assert str(journey.actions[1].takes) == "usually 1 h, at most 2 h, seen: twice"
