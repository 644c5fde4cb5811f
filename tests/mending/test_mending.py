"""The least mend: applied it is sound, no smaller set is, and what it costs is said."""

from __future__ import annotations

import re

import pytest
from effort import tries
from hypothesis import given, settings
from hypothesis import strategies as st
from promises.bruteforce.generate import random_workspace
from promises.comparing import load
from repository import EXAMPLES

from journeys.api import load_workspace, loads_workspace
from journeys.graph.verdict import Fault, Silence, State
from journeys.graph.workspace import Workspace
from journeys.mending import mends
from journeys.mending.causes import OF_FAULTS, OF_SILENCES

from .mended import after, smaller, wrong

HEAD = """
journey: Dinner
id: dinner
customer: guest
customers: {guest: {name: Guest}}
owners:
  waiter: {name: Waiter}
  kitchen: {name: Kitchen}
  cellar: {name: Cellar, vacant: true}
"""
STEPS = """
steps:
  - step: Order
    frontstage: {do: Take the order, owner: waiter, takes: 2 min}
  - step: Eat
    frontstage: {do: Serve the dish, owner: waiter, takes: 2 min}
    backstage: {do: Cook the dish, owner: kitchen, takes: 20 min%s}
    end: true
promises:
  dish:
    promise: Your dish in time
    by: waiter
    to: guest
    made: Order
    kept: Eat
    within: 30 min  # what we say
"""


def dinner(steps: str) -> Workspace:
    return loads_workspace({"dinner.journey.yaml": HEAD + steps})


def said(workspace: Workspace, promise: str = "promise:dinner/dish") -> list[list[str]]:
    """The edits of each way that is shown, all of them checked."""
    found = mends(workspace, promise)
    assert not list(wrong(workspace, found))
    assert not list(smaller(workspace, found))
    return [[remedy.text for remedy in way.remedies] for way in found.ways]


def test_every_fault_and_every_silence_has_its_remedies() -> None:
    assert set(OF_FAULTS) == set(Fault)
    assert set(OF_SILENCES) == set(Silence)


def test_a_sound_promise_has_nothing_to_mend() -> None:
    found = mends(dinner(STEPS % ", promised: {within: 25 min}"), "promise:dinner/dish")
    assert (found.state, found.ways, found.judged) == (State.SOUND, (), 0)


def test_an_agreement_has_the_longest_time_and_the_lowest_rate_that_will_do() -> None:
    text = (STEPS % "").replace("    within", "    at_least: 90%\n    within")
    assert said(dinner(text)) == [
        ["agree with Kitchen that they promise Waiter “Cook the dish” within 28 min, 90% of the time"],
        ["let Waiter do “Cook the dish” in place of Kitchen"],
    ]


def test_one_more_minute_would_be_too_long() -> None:
    assert mends(dinner(STEPS % ", promised: {within: 28 min}"), "promise:dinner/dish").state is State.SOUND
    assert mends(dinner(STEPS % ", promised: {within: 29 min}"), "promise:dinner/dish").state is State.BROKEN


def test_a_late_promise_is_mended_by_time_on_its_way_before_it_is_weakened() -> None:
    late = STEPS.replace("20 min", "45 min") % ", promised: {within: 47 min}"
    found = mends(dinner(late), "promise:dinner/dish")
    assert not list(wrong(dinner(late), found))
    texts = [[remedy.text for remedy in way.remedies] for way in found.ways]
    assert texts[-1] == ["promise “Your dish in time” within 49 min, not 30 min"]
    assert found.ways[-1].weakened == ("promise:dinner/dish",)
    assert all(not way.weakened for way in found.ways[:-1])


def test_a_customer_promise_that_a_mend_breaks_is_named() -> None:
    other = """
  free: {promise: Nobody waits at the table, by: waiter, to: guest, made: Order, kept: Order, within: 2 min}
"""
    text = (STEPS % ", promised: {within: 25 min}").replace("within: 30", "within: 26") + other
    text = text.replace("made: Order\n", "made: Order\n    relies_on: [free]\n")
    workspace = dinner(text)
    for way in mends(workspace, "promise:dinner/dish").ways:
        assert way.cost[1] == len(way.effects.broken) + len(way.effects.worse)


def test_who_holds_a_post_is_left_to_people() -> None:
    vacant = (STEPS % ", promised: {within: 25 min}").replace("owner: kitchen", "owner: cellar")
    found = mends(dinner(vacant), "promise:dinner/dish")
    (way,) = [one for one in found.ways if any("fill the post" in remedy.text for remedy in one.remedies)]
    assert not way.writable


def test_a_way_back_gets_the_most_rounds_that_leave_it_in_time() -> None:
    loop = (STEPS % ", promised: {within: 10 min}").replace("takes: 20 min", "takes: 8 min").replace(
        "    end: true\n", "    next: [Leave, Order]\n  - step: Leave\n    end: true\n"
    ).replace("kept: Eat", "kept: Leave.frontstage").replace(
        "- step: Leave\n", "- step: Leave\n    frontstage: {do: Say goodbye, owner: waiter, takes: none}\n"
    )  # fmt: skip
    assert ["let the way from “Eat” back to “Order” be taken once at most"] in said(dinner(loop))


def test_what_nobody_wrote_is_written_and_counts() -> None:
    silent = (STEPS % ", promised: {within: 25 min}").replace("waiter, takes: 2 min", "waiter")
    assert said(dinner(silent)) == [
        ["write that “Take the order” takes no time", "write that “Serve the dish” takes no time"]
    ]


def test_comments_stay_and_nothing_else_changes() -> None:
    workspace = dinner(STEPS % "")
    way = mends(workspace, "promise:dinner/dish").ways[0]
    before = workspace.files.documents["dinner.journey.yaml"].source.text
    text = way.texts["dinner.journey.yaml"]
    assert "within: 30 min  # what we say" in text
    assert text.replace(", promised: {within: 28 min}", "") == before


@pytest.mark.parametrize("name", ["broadband", "marketplace", "outpatient"])
@pytest.mark.parametrize(
    "gone", [r"\n *promised: .*", r", promised: \{[^}]*\}", r"\n *owner: .*", r"\n *relies_on: .*"]
)
def test_examples_that_lost_something_are_mended(name: str, gone: str) -> None:
    workspace = load_workspace(EXAMPLES / name)
    file = next(one for one in workspace.files.documents if one.endswith(f"{name}.journey.yaml"))
    text = workspace.files.documents[file].source.text
    place = list(re.finditer(gone, text))
    for match in place[:: max(1, len(place) // 2)][:2]:
        hurt = after(workspace, {file: text[: match.start()] + text[match.end() :]})
        for id_, node in hurt.promises.items():
            was = workspace.verdicts.get(id_)
            if node.to_customer and was is not None and was.state.holds and not hurt.verdicts[id_].state.holds:
                found = mends(hurt, id_, most=80, seek=State.ASSUMED)
                assert found.ways, (id_, match[0])
                assert not list(wrong(hurt, found))


@settings(max_examples=tries(6), deadline=None)
@given(st.integers(0, 1 << 20))
def test_in_random_workspaces_each_way_holds_and_none_is_smaller(seed: int) -> None:
    workspace = load(random_workspace(seed))
    broken = [id_ for id_, verdict in workspace.verdicts.items() if verdict.state is not State.SOUND]
    for id_ in broken[:2]:
        found = mends(workspace, id_, most=120)
        assert not list(wrong(workspace, found))
        if found.ways and len(found.ways[0].remedies) <= 2:
            assert not list(smaller(workspace, found))
