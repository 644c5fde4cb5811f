"""View → boxes and routes: every card in its cell, gutters as wide as what runs in them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from blueprints.layout import measures as m
from blueprints.layout.bars import Bars, pack_bars
from blueprints.layout.cards import Body, card_body
from blueprints.layout.courses import Axis, Course, Gutter, Spot, plot_courses, spots
from blueprints.layout.labels import Label, Upright, place_labels, track_heights
from blueprints.layout.ports import End, Ports, Span, assign_ports, least_height, side_counts
from blueprints.layout.routes import Frame, Tracks, lay_tracks, route_points
from blueprints.layout.shapes import Box, Point
from blueprints.layout.text import LINE_HEIGHT, wrap
from blueprints.layout.tracks import Key
from blueprints.views.view import CardStyle, Lane, LaneShape, View

LANE_NAME_TOP = 6.0
"""Between the top of a lane's content and its name."""


@dataclass(frozen=True, slots=True)
class Route:
    """A connector's corners, and its label with its place."""

    connector: str
    points: tuple[Point, ...]
    label: tuple[Box, tuple[str, ...]] | None = None


@dataclass(frozen=True, slots=True)
class Grid:
    """The geometry of a view in points: columns (left, width), lanes (bands with their padding), cards, routes."""

    columns: tuple[Box, ...]
    bands: tuple[Box, ...]
    lines: tuple[tuple[float, str], ...]
    cards: Mapping[str, Box]
    bodies: Mapping[str, Body]
    routes: tuple[Route, ...]
    bars: Bars
    top: float
    bottom: float
    right: float


def lay_out(view: View, top: float, least: float = 0.0) -> Grid:
    """Place everything in the lanes of a view; they begin at y = `top` and are at least so wide."""
    places = spots(view)
    courses = plot_courses(view, places)
    bodies = {card.id: card_body(card) for card in view.cards}
    heights = _heights(view, courses, bodies)
    spans, row_heights = _stack(view, places, heights)
    ports = assign_ports(courses, spans)
    tracks = lay_tracks(courses, ports)
    columns, track_xs = _columns(view, tracks)
    straight = list(_straight(courses, ports, columns))
    labels = place_labels(courses, tracks, lambda key: _x_of(key, columns, track_xs), straight)
    bars = pack_bars(view, columns)
    for row, lane in enumerate(view.lanes):
        if lane.shape is LaneShape.CURVE:
            row_heights[row] = m.CURVE_HEIGHT
        elif lane.shape is LaneShape.BARS:
            row_heights[row] = bars.heights[row]
        named = len(lane_name_lines(lane)) * m.CARD_SIZE * LINE_HEIGHT
        row_heights[row] = max(row_heights[row], LANE_NAME_TOP + named if named else 0.0)
    bands, lines, track_ys, bottom = _rows(view, tracks, labels, row_heights, top, max(columns[-1].x - m.MARGIN, least))
    row_tops = [band.y + m.LANE_PADDING for band in bands]
    boxes = {
        name: Box(columns[spot.column].x, row_tops[spot.row] + spans[name].top, m.CARD_WIDTH, spans[name].height)
        for name, spot in places.items()
    }
    frame = Frame(track_xs | track_ys, row_tops)
    routes = tuple(_route(number, course, ports, tracks, frame, boxes, labels) for number, course in enumerate(courses))
    right = bands[0].right if bands else m.MARGIN + m.LANE_NAME_WIDTH
    return Grid(columns, bands, lines, boxes, bodies, routes, bars, top, bottom, right)


def lane_name_lines(lane: Lane) -> tuple[str, ...]:
    """A lane's name, wrapped to stand at its left."""
    return wrap(lane.name, m.LANE_NAME_WIDTH - 14, m.CARD_SIZE, True)


def _heights(view: View, courses: Sequence[Course], bodies: Mapping[str, Body]) -> dict[str, float]:
    """The height of each card: for its text and its ports; all steps alike."""
    wanted = side_counts(courses)
    heights = {name: max(body.height, least_height(wanted[name])) for name, body in bodies.items()}
    steps = [card.id for card in view.cards if card.style is CardStyle.STEP]
    tallest = max((heights[name] for name in steps), default=0.0)
    return heights | dict.fromkeys(steps, tallest)


def _stack(view: View, places: Mapping[str, Spot], heights: Mapping[str, float]) -> tuple[dict[str, Span], list[float]]:
    rows = [0.0] * len(view.lanes)
    used: defaultdict[tuple[int, int], float] = defaultdict(float)
    spans: dict[str, Span] = {}
    for name, spot in places.items():
        cell = (spot.row, spot.column)
        top = used[cell] + (m.CARD_GAP if used[cell] else 0.0)
        spans[name] = Span(top, heights[name])
        used[cell] = top + heights[name]
        rows[spot.row] = max(rows[spot.row], used[cell])
    return spans, rows


def _columns(view: View, tracks: Tracks) -> tuple[tuple[Box, ...], dict[tuple[Gutter, int], float]]:
    """The columns (as boxes without height) and the x of each track between them."""
    x = m.MARGIN + m.LANE_NAME_WIDTH
    columns: list[Box] = []
    track_xs: dict[tuple[Gutter, int], float] = {}
    for index in range(len(view.columns) + 1):
        gutter = Gutter(Axis.V, index)
        count = tracks.counts.get(gutter, 0)
        width = m.COLUMN_GUTTER + max(0, count - 1) * m.TRACK
        for track in range(count):
            track_xs[gutter, track] = x + m.COLUMN_GUTTER / 2 + track * m.TRACK
        x += width
        if index < len(view.columns):
            columns.append(Box(x, 0, m.CARD_WIDTH, 0))
            x += m.CARD_WIDTH
    return (*columns, Box(x, 0, 0, 0)), track_xs


def _straight(courses: Sequence[Course], ports: Ports, columns: Sequence[Box]) -> Iterator[Upright]:
    """The lines straight down or up from card to card."""
    for number, course in enumerate(courses):
        if not course.gutters and course.source.column == course.target.column:
            rows = sorted((course.source.row, course.target.row))
            x = columns[course.source.column].x + m.CARD_WIDTH / 2 + ports.offsets[End(number, False)]
            yield Upright(x, 2.0 * rows[0] + 1, 2.0 * rows[1] + 1)


def _x_of(key: Key, columns: Sequence[Box], track_xs: Mapping[tuple[Gutter, int], float]) -> float:
    cell, place = key
    index = int(cell) // 2
    if int(cell) % 2:
        return columns[index].x + m.CARD_WIDTH / 2 + place
    return track_xs.get((Gutter(Axis.V, index), int(place)), columns[index].x - m.COLUMN_GUTTER / 2)


def _rows(
    view: View,
    tracks: Tracks,
    labels: Mapping[int, Label],
    row_heights: Sequence[float],
    top: float,
    width: float,
) -> tuple[tuple[Box, ...], tuple[tuple[float, str], ...], dict[tuple[Gutter, int], float], float]:
    """The lanes' bands, the named lines between them, and the y of each track."""
    y = top
    bands: list[Box] = []
    lines: list[tuple[float, str]] = []
    track_ys: dict[tuple[Gutter, int], float] = {}
    for row in range(len(view.lanes) + 1):
        if row and view.lanes[row - 1].line_below:
            lines.append((y + m.LINE_ROOM / 2 + 3, view.lanes[row - 1].line_below))
            y += m.LINE_ROOM
        gutter = Gutter(Axis.H, row)
        rooms = track_heights(gutter, tracks, labels)
        for track, room in enumerate(rooms):
            y += room
            track_ys[gutter, track] = y
        y += m.ROW_GUTTER if rooms or row else 0.0
        if row < len(view.lanes):
            height = row_heights[row] + 2 * m.LANE_PADDING
            bands.append(Box(m.MARGIN, y, width, height))
            y += height
    return tuple(bands), tuple(lines), track_ys, y


def _route(
    number: int,
    course: Course,
    ports: Ports,
    tracks: Tracks,
    frame: Frame,
    boxes: Mapping[str, Box],
    labels: Mapping[int, Label],
) -> Route:
    points = route_points(number, course, ports, tracks, frame, boxes)
    label = labels.get(number)
    if label is None:
        return Route(course.connector, points)
    box = Box(label.x, points[label.part + 1].y - label.height - 1.5, label.width, label.height)
    return Route(course.connector, points, (box, label.lines))
