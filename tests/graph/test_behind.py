"""Who stands behind a promise, where a practice holds, whom an owner reports to: each question answered once."""

from __future__ import annotations

import pytest

from journeys.api import loads_workspace
from journeys.graph.superiors import superiors
from journeys.graph.workspace import Workspace

SHARED = """
owners:
  top: {}
  head: {reports_to: top}
  desk: {reports_to: head}
  yard: {reports_to: top}
  crane: {kind: partner}
  left: {reports_to: right}
  right: {reports_to: left}
customers: {kim: {}}
practices:
  all: {practice: All, owner: crane}
  there: {practice: There, at: one/Ask, owner: crane}
  act: {practice: Act, at: one/lift}
  gone: {practice: Gone, at: nowhere}
"""
ONE = """
journey: One
customer: kim
practices: {own: {practice: Own}}
steps:
  - step: Ask
    customer: Ask
    frontstage: {do: Answer, owner: desk}
  - step: Get
    customer: Take it
    frontstage: {do: Hand it over, owner: desk}
    backstage: {do: Fetch it, owner: yard}
    support: {do: Lift it, id: lift, owner: crane}
promises:
  asked: {promise: Answered, by: desk, to: kim, made: Ask, kept: Ask}
  got: {promise: Handed over, by: head, to: kim, made: Ask, kept: Get}
  far: {promise: All is well, by: top, to: kim, made: Ask, kept: Ask, relies_on: got}
"""
TWO = "journey: Two\ncustomer: kim\nsteps: [{step: Wave, frontstage: {do: Wave, owner: yard}}]\n"


@pytest.fixture(scope="module")
def yards() -> Workspace:
    return loads_workspace({"one.journey.yaml": ONE, "two.journey.yaml": TWO}, SHARED)


@pytest.mark.parametrize(
    ("promise", "owners"),
    [
        ("asked", {"desk"}),
        ("got", {"head", "desk", "yard", "crane"}),
        ("far", {"top", "desk", "head", "yard", "crane"}),
    ],
)
def test_behind_a_promise_are_all_who_promise_and_work_for_it(yards: Workspace, promise: str, owners: set[str]) -> None:
    assert set(yards.behind.owners(f"promise:one/{promise}")) == {f"owner:{one}" for one in owners}


@pytest.mark.parametrize(
    ("owners", "promises"),
    [(("desk", "crane"), ["got", "far"]), (("top", "yard"), ["far"]), (("desk", "left"), []), (("nobody",), [])],
)
def test_the_promises_behind_which_several_stand(
    yards: Workspace, owners: tuple[str, ...], promises: list[str]
) -> None:
    found = yards.behind.promises(*(f"owner:{one}" for one in owners))
    assert found == tuple(f"promise:one/{one}" for one in promises)


def test_promises_in_a_circle_have_the_same_behind_them() -> None:
    text = ONE.replace("kept: Ask}\n  got", "kept: Ask, relies_on: far}\n  got").replace(
        "relies_on: got", "relies_on: asked"
    )
    circle = loads_workspace({"one.journey.yaml": text}, SHARED)
    assert set(circle.behind.owners("promise:one/asked")) == {"owner:desk", "owner:top"}


def test_superiors_are_told_from_the_nearest_up_and_each_once(yards: Workspace) -> None:
    owners = yards.shared.owners
    assert [one.key for one in superiors(owners, owners["desk"])] == ["head", "top"]
    assert [one.key for one in superiors(owners, owners["left"])] == ["right"]
    assert superiors(owners, owners["top"]) == ()


@pytest.mark.parametrize(
    ("practice", "bound", "promises", "journeys"),
    [
        ("practice:all", "top head desk yard crane left right", "asked got far", "one two"),
        ("practice:there", "top head desk crane", "asked got far", "one"),
        ("practice:act", "crane", "", "one"),
        ("practice:gone", "", "", ""),
        ("practice:one/own", "top head desk yard crane", "asked got far", "one"),
    ],
)
def test_where_a_practice_holds(yards: Workspace, practice: str, bound: str, promises: str, journeys: str) -> None:
    held = yards.holding(yards.practices[practice])
    assert [one.key for one in yards.shared.owners.values() if held.binds(one.id)] == bound.split()
    assert [one.key for one in yards.promises.values() if held.touches(one)] == promises.split()
    assert [one for one in yards.journeys if held.within(one)] == journeys.split()
