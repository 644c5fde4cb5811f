"""Each verdict is told apart in every drawing, without colours and by ear too; an assumed one says on what it leans."""

from __future__ import annotations

import re
from itertools import combinations

import pytest
from rules_of_geometry import problems
from svg_geometry import read

import blueprints
from blueprints import Mark
from blueprints.drawing import Drawing
from blueprints.layout.shapes import Rect, Text
from blueprints.themes.theme import theme
from blueprints.views.findings import PromiseState
from journeys.api import loads, loads_workspace
from journeys.features.drawing.findings import states
from journeys.graph.verdict import State
from journeys.language.model.drawn import THEMES

TEXT = """\
journey: Dinner for two
customer: guest
customers: {guest: Guest}
owners: {waiter: {name: Waiters}, kitchen: {name: Kitchen}}
steps:
  - {step: Order, customer: Choose, frontstage: {do: Take the order, owner: waiter}}
  - step: Eat
    customer: Eat
    frontstage: {do: Serve, owner: waiter, takes: 2 min}
    backstage: {do: Cook, owner: kitchen, promised: {within: 20 min}}
    end: true
promises:
  warm: {promise: Warm, by: waiter, to: guest, made: Order, kept: Eat, within: 30 min}
"""
WARM = "promise:dinner-for-two/warm"


def drawn(state: State, view: str = "blueprint", name: str = "light") -> Drawing:
    known = PromiseState(WARM, state.value, (), "", "", 2 if state is State.ASSUMED else 0)
    return blueprints.draw(loads(TEXT), promises=[known], view=view, theme=name)


def test_a_drawing_is_told_how_much_is_assumed_and_the_first_of_it() -> None:
    [warm, cook] = states(loads(TEXT), [])
    assert (warm.state, warm.assumed) == ("assumed", 2)
    assert warm.assumptions == (
        "“Take the order” says no time, and it is assumed that it takes none",
        "“Cook” says no time, and it is assumed that it takes none",
    )
    assert (cook.state, cook.assumed) == ("assumed", 2)


def test_the_bar_says_it_and_its_tooltip_says_what_is_assumed() -> None:
    journey = loads(TEXT)
    drawing = blueprints.draw(journey, promises=states(journey, []))
    svg = drawing.svg()
    bar = next(bar for bar in drawing.view.bars if bar.id == WARM)
    assert bar.facts[0] == "on 2 assumptions"
    assert "Assumed: “Take the order” says no time, and it is assumed that it takes none; “Cook”" in svg
    assert "Promise: Warm; assumed, on 2 assumptions" in svg
    assert "Promise that holds if what nobody wrote down is nothing" in svg


@pytest.mark.parametrize("format_", ["text", "markdown", "html"])
def test_formats_in_words_say_it(format_: str) -> None:
    journey = loads(TEXT)
    said = blueprints.draw(journey, promises=states(journey, [])).render(format_).decode()
    assert "assumed" in said
    assert "on 2 assumptions" in said


@pytest.mark.parametrize("kind", ["bar", "card"])
@pytest.mark.parametrize("name", THEMES)
def test_verdicts_look_different_without_their_colours(name: str, kind: str) -> None:
    looks = theme(name).looks
    lines = {state: (looks[f"{kind}-{state}"].dashed, looks[f"{kind}-{state}"].dotted) for state in State}
    assert len({lines[state] for state in (State.SOUND, State.ASSUMED, State.UNPROVEN)}) == 3


def test_every_verdict_has_a_sign_of_its_own() -> None:
    icons = {}
    for state in State:
        group = next(group for group in drawn(state).scene.groups if group.name == f"promise-{WARM}")
        icon = next(shape for shape in group.shapes if shape.name.endswith(" icon"))
        icons[state] = repr(icon)
    assert all(icons[one] != icons[other] for one, other in combinations(State, 2))


def test_the_view_of_promises_writes_its_own_assumptions_on_a_card() -> None:
    journey = loads(TEXT)
    drawing = blueprints.draw(journey, promises=states(journey, []), view="promises")
    card = next(card for card in drawing.view.cards if card.id == WARM)
    said = [detail.text for detail in card.details]
    assert said[:2] == ["Assumed", "on 2 assumptions"]
    assert said[-1] == "“Take the order” says no time, and it is assumed that it takes none"
    assert "2 hold if what nobody wrote down is nothing." in drawing.view.description


def test_the_dotted_line_is_in_the_picture() -> None:
    sound, assumed = drawn(State.SOUND).svg(), drawn(State.ASSUMED).svg()
    dots = re.compile(r"stroke-dasharray:?=?\"?1")
    assert len(dots.findall(assumed)) > len(dots.findall(sound))


BRANCHED = """\
journey: Mend
customer: tenant
customers: {tenant: {name: Tenant}}
owners: {care: {name: Care}, parts: {name: Parts}, crew: {name: Crew}}
steps:
  - step: Report
    frontstage: {do: Listen, owner: care}
    next: [{to: Advise, when: by telephone}, {to: Wait, when: a part is missing}]
  - {step: Advise, frontstage: {do: Guide, owner: care}, end: true}
  - {step: Wait, frontstage: {do: Tell, owner: care}, backstage: {do: Order the part, id: order, OWNED}}
  - {step: Visit, frontstage: {do: Mend, owner: crew}, end: true}
promises:
  mended: {promise: Mended, by: crew, to: tenant, made: Report, kept: Visit, unless: [Advise], relies_on: [there]}
  there: {promise: There, by: parts, to: crew, made: Report, kept: order, unless: [Advise, Visit]}
  early: {promise: Early, by: crew, to: tenant, made: Report, kept: Visit, within: 1 min}
"""


def test_a_broken_promise_breaks_at_the_column_of_its_root_cause() -> None:
    journey = loads(BRANCHED.replace("OWNED", "takes: 1 h"))
    bars = {bar.name: bar for bar in blueprints.draw(journey, promises=states(journey, [])).view.bars}
    assert {name: bar.state for name, bar in bars.items()} == dict.fromkeys(bars, "broken")
    assert (bars["Mended"].broken_at, bars["There"].broken_at) == (2, 2)
    assert (bars["Mended"].skipped, bars["There"].skipped) == ((1,), (1,))


def test_a_cause_that_lies_on_no_column_of_it_is_at_none() -> None:
    text = BRANCHED.replace("OWNED", "owner: parts, takes: 1 h").replace("Early, by: crew", "Early, by: nobody")
    journey = loads(text)
    bars = {bar.name: bar for bar in blueprints.draw(journey, promises=states(journey, [])).view.bars}
    assert (bars["Early"].state, bars["Early"].broken_at) == ("broken", None)


@pytest.mark.parametrize("message", ["nobody owns this", "nobody owns this " * 10 + "action", "אין לזה בעלים"])
def test_the_legend_says_a_finding_in_words_and_its_code_behind_them(message: str) -> None:
    step = loads(TEXT).steps[0].id
    drawing = blueprints.draw(loads(TEXT), findings=[Mark(step, "O101", message)])
    legend = next(group for group in drawing.scene.groups if group.name == "legend-findings")
    _, _, said, code = (shape for shape in legend.shapes if isinstance(shape, Text))
    assert "".join(said.lines).replace(" ", "") == message.replace(" ", "")
    assert code.lines == ("O101",)
    assert code.size < said.size
    assert (said.ink, code.ink) == ("text", "quiet")
    assert code.box.y > said.box.y - 0.1
    assert problems(read(drawing.svg())) == []


@pytest.mark.parametrize(("kept", "after"), [("kept: Eat", False), ("kept: []", False), ("kept: tea/serve", True)])
def test_only_where_a_promise_is_kept_there_is_a_full_dot(kept: str, after: bool) -> None:
    tea = "journey: Tea\nid: tea\nsteps: [{step: Sip, frontstage: {do: Serve, id: serve}, end: true}]\n"
    text = TEXT.replace("kept: Eat", kept)
    journey = loads_workspace({"dinner.journey.yaml": text, "tea.journey.yaml": tea}).journeys["dinner-for-two"]
    drawing = blueprints.draw(journey)
    bar = next(bar for bar in drawing.view.bars if bar.id == WARM)
    group = next(group for group in drawing.scene.groups if group.name == f"promise-{WARM}")
    full = [one for one in group.shapes if isinstance(one, Rect) and one.look == "end-full"]
    assert bar.after is after
    assert len(full) == len(bar.kept) == (1 if kept == "kept: Eat" else 0)
