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
    assert step.own == (("sla", "gold: 1 h; silver: 2 h"),)
    assert step.phase_note == "room: Blue, Green"
    assert serve.own == (("code", "S1"),)
    assert journey.evidence[0].own == (("size", "large"),)
    assert journey.promises["warm"].node.own == (("law", "§4"),)
    assert journey.promises["eat.frontstage"].node.own == (("ref", "R"),)
    assert said(Step, step) == "sla: gold: 1 h; silver: 2 h"
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
