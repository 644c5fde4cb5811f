"""Routes: their segments say where they turn, and their corners follow them."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from small_views import Cell, plans_of, small_views, view_of_cells

from blueprints.layout.courses import Axis, Course, Gutter, Side
from blueprints.layout.grid import lay_out
from blueprints.layout.ports import Ports, Span, assign_ports
from blueprints.layout.routes import Frame, Place, Tracks, lay_tracks, rounded, route_points
from blueprints.layout.shapes import Box, Point
from blueprints.views.view import View

CARD, HIGH, PITCH = 152.0, 200.0, 500.0
"""A card's size, roomy enough for all ports, and the distance from one column or row to the next."""


class Laid:
    """A view on a grid with much room: its ways with their corners."""

    def __init__(self, view: View) -> None:
        self.courses = plans_of(view)
        self.boxes = {card.id: Box(card.column * PITCH, card.lane * PITCH, CARD, HIGH) for card in view.cards}
        self.ports: Ports = assign_ports(self.courses, {card.id: Span(0, HIGH) for card in view.cards})
        self.tracks: Tracks = lay_tracks(self.courses, self.ports)
        rows = [lane * PITCH for lane in range(len(view.lanes))]
        self.frame = Frame({key: self._at(*key) for key in self._keys()}, rows)

    def _keys(self) -> list[tuple[Gutter, int]]:
        return [(gutter, track) for gutter, count in self.tracks.counts.items() for track in range(count)]

    def _at(self, gutter: Gutter, track: int) -> float:
        beyond = CARD if gutter.axis is Axis.V else HIGH
        return (gutter.number - 1) * PITCH + beyond + 30 + track * 2.0

    def points(self, number: int) -> tuple[Point, ...]:
        """The corners of a way."""
        return route_points(number, self.courses[number], self.ports, self.tracks, self.frame, self.boxes)


def one_card_a_cell(view: View) -> View:
    """The view without what stands beneath another card of a cell: boxes of a fixed height need no stacks."""
    first = {(card.lane, card.column): card for card in reversed(view.cards)}
    cards = tuple(card for card in view.cards if first[card.lane, card.column] is card)
    return View("v", "V", "blueprint", columns=view.columns, lanes=view.lanes, cards=cards, connectors=view.connectors)


def along(gutter: Gutter, point: Point) -> tuple[float, float]:
    """A point's place along a gutter, and across it."""
    return (point.x, point.y) if gutter.axis is Axis.H else (point.y, point.x)


@given(small_views())
def test_a_stretch_says_where_its_route_turns(view: View) -> None:
    laid = Laid(one_card_a_cell(view))
    for number, course in enumerate(laid.courses):
        points = laid.points(number)
        for part, gutter in enumerate(course.gutters):
            _check(laid.tracks, Place(number, part), gutter, points[part : part + 4])


def _check(tracks: Tracks, place: Place, gutter: Gutter, points: tuple[Point, ...]) -> None:
    """Of the corner before a segment, its two ends, and the corner after it."""
    segment = tracks.segments[place]
    before, start, end, after = (along(gutter, point) for point in points)
    turns = [(start[0], 1 if before[1] > start[1] else -1), (end[0], 1 if after[1] > end[1] else -1)]
    if start[0] == end[0]:
        return
    said = [side for _, side in sorted(turns)]
    assert [segment.low_side, segment.high_side] == said
    assert segment.low < segment.high


@given(small_views())
def test_a_route_runs_in_its_gutters_from_side_to_side(view: View) -> None:
    laid = Laid(one_card_a_cell(view))
    for number, course in enumerate(laid.courses):
        points = laid.points(number)
        assert len(points) == 2 + (len(course.gutters) + 1 if course.gutters else 0)
        assert all(one.x == other.x or one.y == other.y for one, other in pairwise(points))
        assert _on_side(points[0], laid.boxes[course.source.card], course.exit)
        assert _on_side(points[-1], laid.boxes[course.target.card], course.entry)
        for part, gutter in enumerate(course.gutters):
            level = laid.frame.tracks[gutter, laid.tracks.track[Place(number, part)]]
            assert along(gutter, points[part + 1])[1] == along(gutter, points[part + 2])[1] == level


def _on_side(point: Point, box: Box, side: Side) -> bool:
    match side:
        case Side.TOP:
            return point.y == box.y and box.x < point.x < box.right
        case Side.BOTTOM:
            return point.y == box.bottom and box.x < point.x < box.right
        case Side.LEFT:
            return point.x == box.x
        case Side.RIGHT:
            return point.x == box.right


@given(small_views())
def test_each_gutter_has_as_many_tracks_as_are_used(view: View) -> None:
    laid = Laid(view)
    for gutter, places in laid.tracks.members.items():
        assert {laid.tracks.track[place] for place in places} == set(range(laid.tracks.counts[gutter]))
        assert all(laid.courses[place.course].gutters[place.part] == gutter for place in places)
    assert sum(map(len, laid.tracks.members.values())) == sum(len(course.gutters) for course in laid.courses)


@pytest.mark.parametrize(
    ("source", "target", "turns"),
    [
        # Down, along, down: it comes from above and goes on beneath; and the other three ways.
        ((0, 0), (1, 2), (-1, 1)), ((1, 2), (0, 0), (-1, 1)), ((0, 2), (1, 0), (1, -1)), ((1, 0), (0, 2), (1, -1)),
    ],
)  # fmt: skip
def test_a_route_through_one_gutter_turns_twice(source: Cell, target: Cell, turns: tuple[int, int]) -> None:
    courses = plans_of(view_of_cells([source, target], [(0, 1)]))
    ports = assign_ports(courses, {"0": Span(0, HIGH), "1": Span(0, HIGH)})
    (segment,) = lay_tracks(courses, ports).segments.values()
    assert (segment.low_side, segment.high_side) == turns
    assert (segment.low[0], segment.high[0]) == (1, 5)
    assert segment.name == courses[0].connector


def test_parts_in_gutters_between_columns_know_the_tracks_between_rows() -> None:
    """Two ways round a card: their segments beside it end on the tracks that they have above and beneath it."""
    courses: tuple[Course, ...] = plans_of(view_of_cells([(0, 0), (1, 0), (2, 0)], [(0, 2), (0, 2)]))
    ports = assign_ports(courses, {name: Span(0, HIGH) for name in "012"})
    tracks = lay_tracks(courses, ports)
    for number in (0, 1):
        beside = tracks.segments[Place(number, 1)]
        assert beside.low == (2.0, float(tracks.track[Place(number, 0)]))
        assert beside.high == (4.0, float(tracks.track[Place(number, 2)]))
        assert (beside.low_side, beside.high_side) == (1, 1)


def test_corners_are_round_as_far_as_there_is_room() -> None:
    curve = rounded([Point(0, 0), Point(100, 0), Point(100, 4)], 5)
    assert len(curve) % 3 == 1
    assert curve[0] == Point(0, 0)
    assert curve[-1] == Point(100, 4)
    assert curve[3] == Point(98, 0)
    assert curve[6] == Point(100, 2)
    assert curve[4] == pytest.approx(Point(99.1, 0))
    assert curve[5] == pytest.approx(Point(100, 0.9))
    wide = rounded([Point(0, 0), Point(100, 0), Point(100, 90)], 5)
    assert (wide[3], wide[6]) == (Point(95, 0), Point(100, 5))
    short_at_first = rounded([Point(0, 0), Point(4, 0), Point(4, 90)], 5)
    assert (short_at_first[3], short_at_first[6]) == (Point(2, 0), Point(4, 2))


def test_a_straight_line_and_a_corner_without_length_stay_as_they_are() -> None:
    assert rounded([Point(0, 0), Point(9, 0)], 5) == (Point(0, 0), Point(0, 0), Point(9, 0), Point(9, 0))
    assert set(rounded([Point(3, 3)] * 3, 5)) == {Point(3, 3)}


@given(small_views())
def test_on_the_grid_a_route_ends_at_its_cards(view: View) -> None:
    grid = lay_out(view, 0)
    courses = {course.connector: course for course in plans_of(view)}
    assert [route.connector for route in grid.routes] == list(courses)
    for route in grid.routes:
        course = courses[route.connector]
        assert _on_side(route.points[0], grid.cards[course.source.card], course.exit)
        assert _on_side(route.points[-1], grid.cards[course.target.card], course.entry)
        assert (route.label is not None) == bool(course.label)
