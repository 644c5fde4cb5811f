"""The drawing says what the file says, and no more: ways of feeling, lanes, links of lists, and its own description."""

from __future__ import annotations

import pytest
from rules_of_geometry import problems
from svg_geometry import read

from blueprints import Mark
from blueprints.drawing import Drawing
from blueprints.layout.shapes import Rect, Stroke, Text
from blueprints.pictures import pictures
from blueprints.views.narrow import Narrowing
from blueprints.views.registry import view_of
from blueprints.views.view import CardStyle, ConnectorKind, View
from journeys import api

FORK = """
journey: Ask
steps:
  - {step: Ask, customer: Ask, feeling: 1, next: [{to: Good, when: yes}, {to: Bad, when: no}]}
  - {step: Good, customer: Smile, feeling: 1, next: Done}
  - {step: Bad, customer: Frown, feeling: FELT, emotion: a word, end: true}
  - {step: Quiet, customer: Wait}
  - {step: Done, customer: Go, feeling: 1, end: true}
"""


@pytest.mark.parametrize("felt", [-2, -1, 0, 0.5, 1, 2])
def test_the_curve_goes_both_ways_and_joins_no_alternatives(felt: float) -> None:
    drawing = Drawing(view_of(api.loads(FORK.replace("FELT", str(felt)))))
    assert {one.column: one.onwards for one in drawing.view.feelings} == {0: (1, 2), 1: (4,), 2: (), 4: ()}
    (curve,) = (group for group in drawing.scene.groups if group.role == "curve")
    (line,) = (shape for shape in curve.shapes if isinstance(shape, Stroke) and shape.kind == "curve")
    points = [shape.box.centre for shape in curve.shapes if isinstance(shape, Rect)]
    ends = [(points.index(piece[0]), points.index(piece[-1])) for piece in line.pieces]
    assert ends == [(0, 3), (0, 2)], "one part through Good to Done, one to Bad"
    aside = next(shape.box for shape in curve.shapes if isinstance(shape, Text) and shape.lines == ("a word",))
    passing = [point.y for point in line.pieces[0] if abs(point.x - points[2].x) < 1]
    assert passing
    assert all(abs(y - points[2].y) > 8 for y in passing), "it passes Bad by"
    assert all(not aside.y < y < aside.bottom for y in passing)


def test_a_way_back_is_no_feeling() -> None:
    text = """
journey: Again
steps:
  - {step: One, customer: A, feeling: 1}
  - {step: Two, customer: A, feeling: -1, next: [{to: One, when: no}, {to: Three, when: yes}]}
  - {step: Three, customer: A, feeling: 2, end: true}
"""
    view = view_of(api.loads(text))
    assert [one.onwards for one in view.feelings] == [(1,), (2,), ()]
    (phase,) = {
        one.onwards for one in pictures(api.loads(text), narrowing=Narrowing(columns=1))[0].drawing.view.feelings
    }
    assert phase == ()


LANES = """
journey: Buy
lanes:
  carer: {name: The carer, kind: customer, after: customer}
  signs: {name: Signs in the shop, kind: evidence, before: support}
owners: {shop: Shop}
steps:
  - step: Ask
    customer: Ask
    carer: Help
    frontstage: {do: Answer, owner: shop}
    signs: A price
    support: {do: Print, owner: shop}
"""


def lanes(view: View) -> list[tuple[str, str]]:
    return [(lane.name, lane.line_below) for lane in view.lanes if lane.name]


def test_a_lane_that_is_declared_keeps_its_name_and_its_place() -> None:
    journey = api.loads(LANES)
    assert lanes(view_of(journey)) == [
        ("Customer", ""),
        ("The carer", "Line of interaction"),
        ("Frontstage", "Line of visibility · Line of internal interaction"),
        ("Signs in the shop", ""),
        ("Support", ""),
    ]
    assert lanes(view_of(journey, "journey")) == [("Customer", ""), ("The carer", "")]


HANDED = """
journey: Build
owners: {shop: Shop, depot: Depot}
steps:
  - step: Ask
    customer: Ask
    frontstage: [FIRST, {do: B, owner: shop}, {do: C, owner: shop}]
    backstage: [{do: D, owner: depot}, {do: E, owner: depot}, {do: F, owner: depot}, {do: G, owner: depot}]
"""


@pytest.mark.parametrize(("first", "arrows"), [("{do: A, owner: shop}", 1), ("{do: A, owner: shop, uses: D}", 9)])
def test_one_arrow_leads_from_cell_to_cell(first: str, arrows: int) -> None:
    """Where each of three hands over to each of four there is one, not twelve; where one does not, there are all."""
    journey = api.loads(HANDED.replace("FIRST", first))
    view = view_of(journey, "owners")
    gaps = [one for one in view.connectors if one.kind is ConnectorKind.GAP]
    assert len(gaps) == arrows
    assert sum(len(above) * len(below) for above, below in (one.ends for one in gaps)) == (12 if arrows == 1 else 9)
    assert "12 handoffs, 12" in view.description or arrows == 9
    assert problems(read(Drawing(view).svg())) == []


TOLD = """
journey: Buy a bicycle
job: Ride today
owners: {shop: The shop, depot: Depot}
customers: {guest: Guest}
phases:
  - phase: Choose
    steps:
      - {step: Look, customer: Look, frontstage: {do: Show, owner: shop}}
      - {step: Try, customer: Ride, frontstage: {do: Lend, owner: shop}, backstage: {do: Fetch, owner: depot}}
  - phase: Buy
    steps:
      - {step: Pay, customer: Pay, frontstage: {do: Take the money, owner: shop}, end: true}
promises:
  ride: {promise: Ride today, by: shop, to: guest, made: Look, kept: Try.frontstage}
  paid: {promise: Paid back, by: shop, to: guest, made: Pay, kept: Pay.frontstage}
"""


STEPS = "in 3 steps through the phases Choose, Buy. The customer's job to be done: Ride today."
NARROWED = {
    f"{STEPS} It makes 2 promises: 2 unjudged.": Narrowing(),
    "in 1 step through the phase Buy. The customer's job to be done: Ride today. It makes 1 promise: 1 unjudged.":
        Narrowing(phases=["Buy"]),
    f"{STEPS} It makes 1 promise: 1 unjudged. “Ride today” and its chain stand out.": Narrowing(promise="ride"),
    f"{STEPS} What has to do with Depot stands out.": Narrowing(owner="depot"),
    f"{STEPS} Only these lanes: Customer.": Narrowing(lanes=["Customer"]),
    "summed up in Choose, Buy. The customer's job to be done: Ride today. It makes 2 promises: 2 unjudged.":
        Narrowing(level="summary"),
}  # fmt: skip


@pytest.mark.parametrize(("said", "narrowing"), NARROWED.items())
def test_a_description_is_of_what_is_drawn(said: str, narrowing: Narrowing) -> None:
    (picture,) = pictures(api.loads(TOLD), narrowing=narrowing)
    assert picture.drawing.view.description == f"Service blueprint of “Buy a bicycle” {said}"
    assert f'<desc id="drawing-description">{picture.drawing.view.description}</desc>' in picture.drawing.svg()


def test_each_page_says_what_is_on_it() -> None:
    first, second = pictures(api.loads(TOLD), narrowing=Narrowing(columns=2))
    assert first.drawing.view.description.endswith("It makes 1 promise: 1 unjudged. Page 1 of 2.")
    assert "through the phase Buy." in second.drawing.view.description


def test_a_promise_fades_the_curve_and_findings_elsewhere() -> None:
    text = TOLD.replace("customer: Look,", "customer: Look, feeling: 1,").replace(
        "customer: Pay,", "customer: Pay, feeling: 2,"
    )

    marks = [Mark("step:buy-a-bicycle/look", "X1", "of the first"), Mark("step:buy-a-bicycle/pay", "X2", "of the last")]
    (picture,) = pictures(api.loads(text), narrowing=Narrowing(promise="ride"), findings=marks)
    faded = {group.name for group in picture.drawing.scene.groups if group.faded}
    assert {"feeling", "legend-findings-faded"} <= faded
    assert [(note.message, note.faded) for note in picture.drawing.view.notes] == [
        ("of the first", False), ("of the last", True),
    ]  # fmt: skip
    words = picture.drawing.render("text").decode()
    assert "of the first" in words
    assert "of the last" not in words
    assert "Feeling" not in words
    assert any(card.style is CardStyle.STEP and not card.faded for card in picture.drawing.view.cards)


@pytest.mark.parametrize("made", ["", "made: Try, "])
def test_a_standing_promise_is_a_band_over_all_steps(made: str) -> None:
    text = TOLD.replace("made: Look, kept: Try.frontstage}", f"{made}kept: wherever}}")
    drawing = Drawing(view_of(api.loads(text)))
    bar = next(bar for bar in drawing.view.bars if bar.name == "Ride today")
    assert (bar.first, bar.last, bar.before, bar.after) == (0, 2, True, True)
    (group,) = (group for group in drawing.scene.groups if group.label.startswith("Promise: Ride today"))
    box = next(shape.box for shape in group.shapes if isinstance(shape, Rect))
    (line,) = (shape for shape in group.shapes if isinstance(shape, Stroke) and shape.kind == "span")
    assert (line.pieces[0][0].x, line.pieces[0][-1].x) == (box.x, box.right)
    assert not any(isinstance(shape, Rect) and shape.kind == "end" for shape in group.shapes)
    assert "standing" in bar.facts
