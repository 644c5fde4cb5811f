"""A cell of many cards: they stand side by side, and the drawing is as clean and as full as with few."""

from __future__ import annotations

import pytest
from rules_of_geometry import problems
from svg_geometry import read

import blueprints
from blueprints.drawing import Drawing
from blueprints.views.view import View
from journeys import api

JOURNEY = """
journey: Ten at once
owners: {shop: Shop, depot: Depot}
customers: {guest: Guest}
phases:
  - phase: First
    steps:
      - {step: Look, customer: Look, feeling: 1, frontstage: {do: Show, owner: shop}}
      - step: Ask
        customer: Ask
        feeling: -1
        frontstage: {do: Answer, owner: shop}
        backstage: [ACTIONS]
        support: [{do: Store, owner: shop}, {do: Count, owner: shop}]
  - phase: Last
    steps:
      - {step: Pay, customer: Pay, feeling: 2, frontstage: {do: Take, owner: shop}, next: [{to: Ask, when: no}]}
promises:
  back: {promise: Paid back soon, by: shop, to: guest, made: Ask, kept: Pay.frontstage}
"""


def view(actions: int) -> View:
    listed = ", ".join(f"{{do: Do {number}, owner: depot}}" for number in range(actions))
    return blueprints.draw(api.loads(JOURNEY.replace("ACTIONS", listed))).view


@pytest.mark.parametrize("actions", [1, 5, 6, 11, 23])
def test_a_long_cell_is_drawn_cleanly_and_no_higher_than_five(actions: int) -> None:
    drawing, few = Drawing(view(actions)), Drawing(view(5))
    picture = read(drawing.svg())
    assert problems(picture) == []
    assert len(picture.of("card")) == len(drawing.view.cards)
    gutters = 8 * actions  # Each way down takes a track.
    assert drawing.scene.height <= few.scene.height + gutters


def test_what_stands_in_a_step_is_of_that_step_wherever_it_is_drawn() -> None:
    drawing = Drawing(view(11))
    groups = [dict(group.data) for group in drawing.scene.groups if group.role == "card"]
    columns = {data["node"]: int(data["column"]) for data in groups}
    assert columns == {card.id: card.column for card in drawing.view.cards}
    (bar,) = (group for group in drawing.scene.groups if group.role == "promise")
    boxes = {group.label: next(shape.box for shape in group.shapes if hasattr(shape, "box"))
             for group in drawing.scene.groups if group.role in ("card", "phase")}  # fmt: skip
    assert bar.shapes[0].box.right == boxes["step: Pay"].right  # type: ignore[union-attr]
    assert boxes["First"].right < boxes["Last"].x
    assert boxes["First"].right > boxes["Backstage: Do 10"].right
    line = next(group for group in drawing.scene.groups if group.label == "Ask → Pay")
    assert len(line.shapes[0].pieces[0]) == 4, "straight over what stands beneath"  # type: ignore[union-attr]
