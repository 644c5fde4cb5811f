"""Ports: each end of a route has its own place on its side of a card."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Mapping

import pytest
from hypothesis import given
from small_views import plans_of, small_views, view_of_cells

from blueprints.layout import measures as m
from blueprints.layout.courses import Course, Side
from blueprints.layout.ports import End, Span, assign_ports, least_height, side_counts
from blueprints.views.view import View

LEVEL = (Side.TOP, Side.BOTTOM)


def spans_of(view: View, courses: tuple[Course, ...], least: float = 40.0) -> dict[str, Span]:
    """Every card as high as its ports want it, under those above it in its cell."""
    counts = side_counts(courses)
    spans: dict[str, Span] = {}
    used: defaultdict[tuple[int, int], float] = defaultdict(float)
    for card in view.cards:
        height = max(least, least_height(counts[card.id]))
        spans[card.id] = Span(used[card.lane, card.column], height)
        used[card.lane, card.column] += height + m.CARD_GAP
    return spans


def ends_of(courses: tuple[Course, ...]) -> list[tuple[End, Course, str, Side]]:
    """Each end with its course, its card and the side of it."""
    return [
        (
            End(number, target),
            course,
            (course.target if target else course.source).card,
            course.entry if target else course.exit,
        )
        for number, course in enumerate(courses)
        for target in (False, True)
    ]


def offsets(view: View) -> Mapping[End, float]:
    """The ports of all connectors of a view."""
    courses = plans_of(view)
    return assign_ports(courses, spans_of(view, courses)).offsets


@given(small_views())
def test_no_two_ends_have_one_port(view: View) -> None:
    courses = plans_of(view)
    found = assign_ports(courses, spans_of(view, courses)).offsets
    ports = [(card, side, found[end]) for end, _, card, side in ends_of(courses)]
    assert len(set(ports)) == len(ports) == len(found)


@given(small_views())
def test_lines_of_one_gutters_cell_do_not_run_into_one_another(view: View) -> None:
    """What comes down from above a gutter and up from beneath it would lie on one line."""
    courses = plans_of(view)
    found = assign_ports(courses, spans_of(view, courses)).offsets
    taken: defaultdict[tuple[int, int], list[float]] = defaultdict(list)
    for end, course, _, side in ends_of(courses):
        if side in LEVEL and course.gutters:
            spot = course.target if end.target else course.source
            taken[spot.row + (side is Side.BOTTOM), spot.column].append(found[end])
    assert all(len(set(ones)) == len(ones) for ones in taken.values())


@given(small_views())
def test_ports_are_within_their_side(view: View) -> None:
    courses = plans_of(view)
    spans = spans_of(view, courses)
    found = assign_ports(courses, spans).offsets
    for end, _, card, side in ends_of(courses):
        if side in LEVEL:
            assert abs(found[end]) <= m.CARD_WIDTH / 2 - m.TRACK
        else:
            assert spans[card].top < found[end] < spans[card].top + spans[card].height


@given(small_views())
def test_right_ports_are_on_whole_steps_and_left_ones_halfway(view: View) -> None:
    courses = plans_of(view)
    found = assign_ports(courses, spans_of(view, courses)).offsets
    for end, course, _, side in ends_of(courses):
        if side not in LEVEL and course.gutters:
            assert found[end] / m.PORT % 1 == (0.5 if side is Side.LEFT else 0.0)


@given(small_views())
def test_a_straight_line_is_straight_and_alone(view: View) -> None:
    """Both its ends are level, and no other end in the gutter that it passes is level with them."""
    courses = plans_of(view)
    found = assign_ports(courses, spans_of(view, courses)).offsets
    for number, course in enumerate(courses):
        if course.gutters:
            continue
        level = found[End(number, False)]
        assert found[End(number, True)] == level
        if course.exit not in LEVEL:
            row, column = course.source.row, max(course.source.column, course.target.column)
            for end, other, _, side in ends_of(courses):
                spot = other.target if end.target else other.source
                facing = side not in LEVEL and spot.column + (side is Side.RIGHT) == column
                assert end.course == number or not facing or spot.row != row or found[end] != level


def test_straight_lines_between_two_cards_lie_a_track_apart() -> None:
    found = offsets(view_of_cells([(0, 0), (1, 0)], [(0, 1), (1, 0), (0, 1)]))
    assert [found[End(number, False)] for number in range(3)] == [0.0, m.TRACK, -m.TRACK]


def test_a_straight_line_between_neighbours_is_level_with_the_middle_of_the_lower() -> None:
    view = view_of_cells([(0, 0), (0, 1)], [(0, 1)])
    ports = assign_ports(plans_of(view), {"0": Span(0, 100), "1": Span(0, 50)})
    assert set(ports.offsets.values()) == {2 * m.PORT}


def test_what_leaves_beside_a_straight_line_leaves_beneath_it() -> None:
    found = offsets(view_of_cells([(1, 0), (1, 1), (1, 2)], [(0, 1), (0, 2)]))
    assert found[End(0, False)] == found[End(0, True)] == 2 * m.PORT
    assert found[End(1, False)] == 3 * m.PORT


def test_who_heads_left_starts_at_the_left() -> None:
    found = offsets(view_of_cells([(0, 1), (1, 0), (1, 2)], [(0, 1), (0, 2)]))
    assert [found[End(0, False)], found[End(1, False)]] == [-2 * m.TRACK, 2 * m.TRACK]
    assert [found[End(0, True)], found[End(1, True)]] == [2 * m.TRACK, -2 * m.TRACK]


def test_of_two_that_go_down_the_nearer_starts_nearer_to_the_middle() -> None:
    found = offsets(view_of_cells([(0, 0), (1, 1), (1, 2)], [(0, 2), (0, 1)]))
    assert found[End(1, False)] == 2 * m.TRACK
    assert found[End(0, False)] == 3 * m.TRACK


def test_of_two_that_turn_back_the_further_starts_nearer_to_the_middle() -> None:
    view = view_of_cells([(0, 0), (0, 1), (0, 2)], [(0, 1), (0, 2)], label="else " * 30, steps=3)
    found = offsets(view)
    assert found[End(0, False)] == 3 * m.TRACK
    assert found[End(1, False)] == 2 * m.TRACK
    assert found[End(0, True)] == found[End(1, True)] == -2 * m.TRACK


def test_a_way_back_to_the_same_step_leaves_right_and_comes_back_left() -> None:
    found = offsets(view_of_cells([(0, 0)], [(0, 0)], steps=1))
    assert found == {End(0, False): 2 * m.TRACK, End(0, True): -2 * m.TRACK}


def test_many_ports_stand_closer() -> None:
    """Twelve that head right still have their ports on the card."""
    cells = [(0, 0), *((1, column) for column in range(1, 13))]
    found = offsets(view_of_cells(cells, [(0, number) for number in range(1, 13)]))
    starts = [found[End(number, False)] for number in range(12)]
    assert starts == sorted(starts)
    assert starts[-1] == pytest.approx(m.CARD_WIDTH / 2 - m.TRACK)
    assert len({round(after - before, 6) for before, after in itertools.pairwise(starts)}) == 1


def test_ports_at_a_side_stand_in_its_middle_in_order_of_where_they_lead() -> None:
    """Two from the upper of a stack: the one whose gutter lies higher leaves higher."""
    view = view_of_cells([(1, 0), (1, 0), (1, 0), (0, 2), (2, 2)], [(1, 4), (1, 3)])
    ports = assign_ports(plans_of(view), {str(number): Span(0, 120) for number in range(5)})
    assert [ports.offsets[End(1, False)], ports.offsets[End(0, False)]] == [4 * m.PORT, 5 * m.PORT]


def test_a_card_counts_the_ports_of_its_fuller_side() -> None:
    view = view_of_cells([(0, 1), (0, 1), (0, 0), (0, 2), (1, 2)], [(0, 1), (2, 1), (0, 4), (0, 3)])
    assert [(course.exit, course.entry) for course in plans_of(view)] == [
        ("right", "right"), ("right", "left"), ("right", "top"), ("right", "left"),
    ]  # fmt: skip
    assert side_counts(plans_of(view)) == {"0": 3, "1": 1, "2": 1, "3": 1}


def test_no_ports_need_no_height() -> None:
    assert least_height(0) == 0
    assert [least_height(2) - least_height(1), least_height(1)] == pytest.approx([m.PORT, 4.2 * m.PORT])
