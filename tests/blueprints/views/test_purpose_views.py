"""Governance, values, and what was heard at steps, as drawings show them."""

from __future__ import annotations

import re

import pytest
from lived import CAKE, SHARED, cake
from rules_of_geometry import problems
from svg_geometry import read

from blueprints.drawing import Drawing
from blueprints.views.narrow import Narrowing, narrowed
from blueprints.views.registry import telling, view_of
from blueprints.views.view import Card, CardStyle, ConnectorKind, View
from journeys import api
from journeys.features.drawing import marks, states
from journeys.graph.journey import JourneyGraph
from journeys.graph.workspace import workspace_around


def drawn(name: str, journey: JourneyGraph | None = None) -> View:
    """A view, drawn cleanly."""
    journey = journey or cake()
    view = view_of(journey, name, promises=states(journey, ()))
    assert problems(read(Drawing(view).svg())) == []
    return view


def card(view: View, text: str) -> Card:
    return next(one for one in view.cards if one.text == text)


def said(view: View, text: str) -> list[str]:
    return [detail.text for detail in card(view, text).details]


def test_the_council_stands_beneath_the_line_above_it() -> None:
    view = drawn("governance")
    assert "Decides on experience" in said(view, "Head of experience")
    assert "On the council" in said(view, "Shop")
    assert "On the council" not in said(view, "Head of everything")
    assert "Bakery" not in {one.text for one in view.cards}
    reports = {(one.source, one.target) for one in view.connectors if one.kind is ConnectorKind.REPORTS}
    assert reports == {("owner:joy", "owner:head"), ("owner:shop", "owner:head")}
    facts = {fact.name: fact.text for fact in view.facts}
    assert facts == {"Decides": "Head of experience", "Council": "2 members", "Meets every": "1 month",
                     "Last met": "2026-02-10"}  # fmt: skip


def test_goals_say_where_they_stand_as_what_it_is() -> None:
    view = drawn("governance")
    goals = [one for one in view.cards if one.style is CardStyle.GOAL]
    assert [(one.text, one.column) for one in goals] == [
        ("1. Nobody asks for the cake", 0),
        ("2. All cakes are warm", 1),
    ]
    assert said(view, "1. Nobody asks for the cake") == [
        "Calls that ask for the cake",
        "at most 10% by 2026-12-31",
        "12% on 2026-03-01, not there yet",
        "after “A slip with the hour”",
    ]
    assert said(view, "2. All cakes are warm") == ["No measure"]


def test_a_decision_leads_to_the_promises_it_is_about() -> None:
    view = drawn("governance")
    (about,) = [one for one in view.connectors if one.kind is ConnectorKind.ABOUT]
    assert (card(view, "We ring when it is ready").id, "promise:cake/ready") == (about.source, about.target)
    assert card(view, "Ready in ten minutes").style is CardStyle.CAUSE


def test_it_is_said_that_nobody_decides() -> None:
    view = drawn("governance", cake(shared=SHARED.replace("  authority: joy\n", "")))
    assert card(view, "Nobody").style is CardStyle.VACANT
    assert "Nobody" in view.description
    unknown = drawn("governance", cake(shared=SHARED.replace("authority: joy", "authority: somebody")))
    assert card(unknown, "somebody (unknown)").style is CardStyle.VACANT


def test_many_goals_go_on_beneath_one_another() -> None:
    goals = "".join(f"    - {{goal: Goal {number}}}\n" for number in range(20))
    view = drawn(
        "governance", cake(shared=re.sub(r"    - \{goal:.*\n", "", SHARED).replace("  goals:\n", "  goals:\n" + goals))
    )
    assert len(view.columns) == 6
    assert len([one for one in view.cards if one.style is CardStyle.GOAL]) == 20


def test_values_lead_down_to_where_they_are_kept() -> None:
    view = drawn("values")
    names = {one.id: one.text for one in view.cards}
    assert {(one.kind, names[one.source], names[one.target]) for one in view.connectors} == {
        (ConnectorKind.SERVED, "Calm", "Ring before they do"),
        (ConnectorKind.PRACTISED, "Ring before they do", "Hand over the cake"),
        (ConnectorKind.KEPT, "Ready in ten minutes", "Hand over the cake"),
    }
    assert [lane.id for lane in view.lanes] == ["values", "practices", "kept-promises", "touchpoints"]


def test_what_is_broken_beneath_a_value_is_said_of_it() -> None:
    view = drawn("values")
    assert said(view, "Calm") == ["Nobody has to ask", "1 broken promise beneath"]
    assert said(view, "Boldness") == ["Nothing serves it"]
    assert said(view, "Sing in the shop") == ["Serves no value"]
    assert "1 promise beneath them is broken" in view.description
    assert "broken promise" not in str(view_of(cake(), "values"))


def test_views_that_have_nothing_to_tell_are_left_out_where_all_are_asked_for() -> None:
    assert {"governance", "values"} <= set(telling(cake()))
    assert not {"governance", "values"} & set(telling(api.loads("journey: J\nsteps: [{step: S, customer: A}]\n")))


def test_steps_and_actions_say_how_many_voices_were_heard_there() -> None:
    view = drawn("blueprint")
    (mark,) = [one for one in card(view, "Collect").details if one.icon.startswith("voice")]
    assert (mark.icon, mark.text) == ("voice-open", "3 voices, 1 open")
    (mark,) = [one for one in card(view, "Hand over the cake").details if one.icon.startswith("voice")]
    assert (mark.icon, mark.text) == ("voice", "1 voice")
    assert not [one for one in card(view, "Order").details if one.icon.startswith("voice")]
    text = Drawing(view).render("text").decode()
    assert "3 voices, 1 open" in text
    assert "Voices heard, some open" in Drawing(view).svg()


def test_the_words_stand_where_a_pointer_rests() -> None:
    view = drawn("blueprint")
    told = card(view, "Collect").tooltip.split(" · ")
    assert told == [
        "Heard: “It was cold” (Host; open)",
        "Heard: “It comes late” (Shop; 2026-01-15; answered by “Call when it is late”)",
        "Heard: “Where is my cake?” (Host; 2026-02-01; answered by “Send a text”)",
        "Expects: It is warm (must-be, as of 2025-03-01)",
        "Expects: It has my name on it",
        "Change: A list at the door (begun on 2026-01-20)",
        "Change: Send a text (done on 2026-02-02)",
        "Change: Call when it is late (measured: 30% → 22%)",
    ]


@pytest.mark.parametrize("view", ["blueprint", "journey"])
def test_many_voices_are_counted_and_the_first_told(view: str) -> None:
    voices = "".join(f"  v{number}: {{voice: Voice {number}, at: Collect}}\n" for number in range(500))
    seen = drawn(view, cake(CAKE.replace("voices:\n", "voices:\n" + voices)))
    assert "503 voices, 501 open" in said(seen, "Collect")
    assert card(seen, "Collect").tooltip.count("Heard: ") == 6
    assert "and 497 more" in card(seen, "Collect").tooltip


def test_what_belongs_to_an_owner_stands_out() -> None:
    journey = cake()
    (view,) = narrowed(view_of(journey, "governance"), journey, Narrowing(owner="joy"))
    lit = {one.text for one in view.cards if not one.faded}
    assert lit == {"Head of experience", "1. Nobody asks for the cake", "We ring when it is ready"}


def test_a_finding_in_the_file_of_the_workspace_is_marked_where_its_entry_is_drawn() -> None:
    journey = cake(shared=SHARED.replace("serves: [calm]", "serves: [clam]"))
    found = marks(journey, api.check(workspace_around(journey)))
    (note,) = (one for one in view_of(journey, "values", findings=found).notes if "clam" in one.message)
    ring = card(view_of(journey, "values", findings=found), "Ring before they do")
    assert ring.marks == (note.number,)
    assert not any("clam" in one.message for one in view_of(journey, "blueprint", findings=found).notes)
