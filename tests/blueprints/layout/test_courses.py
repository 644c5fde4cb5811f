"""Ways of connectors: the sides and gutters for each position of two cards to each other."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from small_views import Cell, plans_of, small_views, view_of_cells

from blueprints.layout.courses import Axis, Course, Gutter, Side, Spot, spots
from blueprints.views.view import View


def way(course: Course) -> str:
    """A course in short: the side out of, the gutters through, the side in at."""
    return " ".join((course.exit, *(f"{gutter.axis}{gutter.number}" for gutter in course.gutters), course.entry))


def gutter_at(spot: Spot, side: Side) -> Gutter:
    """The gutter that a side of a cell faces."""
    return {
        Side.TOP: Gutter(Axis.H, spot.row),
        Side.BOTTOM: Gutter(Axis.H, spot.row + 1),
        Side.LEFT: Gutter(Axis.V, spot.column),
        Side.RIGHT: Gutter(Axis.V, spot.column + 1),
    }[side]


def test_a_cards_spot_counts_those_above_it_in_its_cell() -> None:
    found = spots(view_of_cells([(0, 1), (1, 0), (0, 1), (0, 1)], []))
    assert found["0"] == Spot("0", 0, 1, 0, 3)
    assert found["3"] == Spot("3", 0, 1, 2, 3)
    assert [(found[name].first, found[name].last) for name in "0123"] == [
        (True, False), (True, True), (False, False), (False, True),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("source", "target", "said"),
    [
        ((0, 0), (1, 0), "bottom top"), ((1, 0), (0, 0), "top bottom"), ((0, 0), (3, 0), "bottom top"),
        ((1, 1), (1, 2), "right left"), ((1, 2), (1, 1), "left right"),
        ((1, 0), (1, 2), "right V1 H2 V2 left"), ((1, 2), (1, 0), "left V2 H2 V1 right"),
        ((0, 0), (1, 2), "bottom H1 top"), ((1, 2), (0, 0), "top H1 bottom"), ((0, 2), (1, 0), "bottom H1 top"),
        ((0, 0), (2, 2), "bottom H1 V2 H2 top"), ((0, 2), (2, 0), "bottom H1 V1 H2 top"),
        ((2, 0), (0, 2), "top H2 V2 H1 bottom"), ((2, 2), (0, 0), "top H2 V1 H1 bottom"),
    ],
)  # fmt: skip
def test_the_way_between_two_that_stand_alone(source: Cell, target: Cell, said: str) -> None:
    assert [way(course) for course in plans_of(view_of_cells([source, target], [(0, 1)]))] == [said]


@pytest.mark.parametrize(
    ("cells", "link", "said"),
    [
        # Out of the upper of two in a cell, whose lower one stands in the way.
        ([(0, 0), (0, 0), (1, 0)], (0, 2), "right V1 H1 top"),
        ([(0, 0), (0, 0), (1, 1)], (0, 2), "right V1 H1 top"),
        ([(0, 1), (0, 1), (1, 0)], (0, 2), "left V1 H1 top"),
        ([(0, 0), (0, 0), (1, 0)], (1, 2), "bottom top"),
        # In at the lower of two, beneath the upper one.
        ([(0, 0), (1, 0), (1, 0)], (0, 2), "bottom H1 V0 left"),
        ([(0, 0), (1, 0), (1, 0)], (2, 0), "right V1 H1 bottom"),
        ([(0, 0), (1, 1), (1, 1)], (0, 2), "bottom H1 V1 left"),
        ([(0, 1), (1, 0), (1, 0)], (0, 2), "bottom H1 V1 right"),
        # From one stack into another: beside both.
        ([(0, 0), (0, 0), (1, 0), (1, 0)], (0, 3), "right V1 right"),
        ([(0, 0), (0, 0), (1, 1), (1, 1)], (0, 3), "right V1 left"),
        ([(0, 0), (0, 0), (1, 2), (1, 2)], (0, 3), "right V1 H1 V2 left"),
        ([(0, 0), (0, 0), (1, 2), (1, 2)], (3, 0), "left V2 H1 V1 right"),
        # Within a cell, and beside one of which a card stands lower.
        ([(0, 0), (0, 0)], (0, 1), "right V1 right"),
        ([(0, 0), (0, 1), (0, 1)], (0, 2), "right V1 left"),
        ([(0, 0), (0, 0), (0, 1)], (1, 2), "right V1 left"),
        # Another card stands between.
        ([(0, 0), (1, 0), (2, 0)], (0, 2), "bottom H1 V0 H2 top"),
        ([(0, 0), (1, 0), (2, 0)], (2, 0), "top H2 V0 H1 bottom"),
    ],
)  # fmt: skip
def test_the_way_round_others(cells: list[Cell], link: tuple[int, int], said: str) -> None:
    assert [way(course) for course in plans_of(view_of_cells(cells, [link]))] == [said]


LONG = "the customer would rather have it mended at home than bring it along to the shop"


@pytest.mark.parametrize(
    ("link", "label", "said"),
    [
        ((0, 1), "", "right left"), ((0, 1), "else", "right left"), ((0, 1), LONG, "top H0 top"),
        ((0, 1), "Geschwindigkeitsüberschreitung", "top H0 top"), ((0, 2), "", "top H0 top"),
        ((1, 0), "", "bottom H1 bottom"), ((2, 0), "again", "bottom H1 bottom"), ((1, 1), "", "bottom H1 bottom"),
    ],
)  # fmt: skip
def test_the_customer_goes_on_above_the_steps_and_back_beneath(link: tuple[int, int], label: str, said: str) -> None:
    (course,) = plans_of(view_of_cells([(0, 0), (0, 1), (0, 2)], [link], label=label, steps=3))
    assert (way(course), course.label) == (said, label)


def test_one_straight_line_goes_from_step_to_step() -> None:
    twice = view_of_cells([(0, 0), (0, 1)], [(0, 1), (0, 1)], steps=2)
    assert [way(course) for course in plans_of(twice)] == ["right left", "top H0 top"]


def test_one_straight_line_goes_between_neighbours() -> None:
    both = view_of_cells([(0, 0), (0, 1), (0, 2)], [(0, 1), (1, 0), (1, 2)])
    assert [way(course) for course in plans_of(both)] == ["right left", "left V1 right", "right left"]


def test_three_straight_lines_go_down_side_by_side() -> None:
    found = plans_of(view_of_cells([(0, 0), (1, 0)], [(0, 1), (1, 0), (0, 1), (0, 1)]))
    assert [(way(course), course.shift) for course in found] == [
        ("bottom top", 0), ("top bottom", 1), ("bottom top", 2), ("bottom H1 top", 0),
    ]  # fmt: skip


def test_what_leads_out_of_the_view_has_no_way() -> None:
    view = view_of_cells([(0, 0), (1, 0), (1, 1)], [(0, 1), (0, 2)])
    assert [course.connector for course in plans_of(view)] == ["0", "1"]
    without = View("v", "V", "blueprint", columns=view.columns, lanes=view.lanes, cards=view.cards[:2],
                   connectors=view.connectors)  # fmt: skip
    assert [course.connector for course in plans_of(without)] == ["0"]


@given(small_views())
def test_a_way_joins_its_ends_through_gutters_that_meet(view: View) -> None:
    for course in plans_of(view):
        if course.gutters:
            assert course.gutters[0] == gutter_at(course.source, course.exit)
            assert course.gutters[-1] == gutter_at(course.target, course.entry)
            assert len(course.gutters) <= 3
            assert all(one.axis is not other.axis for one, other in pairwise(course.gutters))


@given(small_views())
def test_nothing_stands_in_the_way_of_a_straight_line_or_of_a_side(view: View) -> None:
    places = spots(view)
    taken = {(spot.row, spot.column) for spot in places.values()}
    for course in plans_of(view):
        ends = ((course.source, course.exit), (course.target, course.entry))
        assert all(spot.first for spot, side in ends if side is Side.TOP)
        assert all(spot.last for spot, side in ends if side is Side.BOTTOM)
        if not course.gutters:
            low, high = sorted((course.source.row, course.target.row))
            assert not any((row, course.source.column) in taken for row in range(low + 1, high))
            assert abs(course.source.column - course.target.column) == (low == high)
