"""Connectors → routes: tracks for every segment, and, once the gutters have their sizes, points."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from blueprints.layout.courses import Axis, Course, Gutter, Side
from blueprints.layout.ports import End, Ports
from blueprints.layout.shapes import Box, Point
from blueprints.layout.tracks import Key, Segment, assign_tracks


class Place(NamedTuple):
    """A segment of a course: the course's number and the gutter's place among its gutters."""

    course: int
    part: int


@dataclass(frozen=True, slots=True)
class Tracks:
    """The track of each segment, each gutter's number of tracks, and the segments themselves."""

    track: Mapping[Place, int]
    counts: Mapping[Gutter, int]
    segments: Mapping[Place, Segment]
    members: Mapping[Gutter, Sequence[Place]]


def lay_tracks(courses: Sequence[Course], ports: Ports) -> Tracks:
    """Give each segment its track: first those between rows, then those between columns, which read the first."""
    members: defaultdict[Gutter, list[Place]] = defaultdict(list)
    for number, course in enumerate(courses):
        for part, gutter in enumerate(course.gutters):
            members[gutter].append(Place(number, part))
    track: dict[Place, int] = {}
    segments: dict[Place, Segment] = {}
    counts: dict[Gutter, int] = {}
    for gutter in sorted(members):
        places = members[gutter]
        made = [_segment(courses[place.course], place, ports, track) for place in places]
        tracks = assign_tracks(made)
        segments.update(zip(places, made, strict=True))
        track.update(zip(places, tracks, strict=True))
        counts[gutter] = max(tracks) + 1
    return Tracks(track, counts, segments, members)


def _segment(course: Course, place: Place, ports: Ports, track: Mapping[Place, int]) -> Segment:
    before, before_side = _end(course, place, ports, track, False)
    after, after_side = _end(course, place, ports, track, True)
    if before <= after:
        return Segment(before, after, before_side, after_side, course.connector)
    return Segment(after, before, after_side, before_side, course.connector)


def _end(course: Course, place: Place, ports: Ports, track: Mapping[Place, int], onwards: bool) -> tuple[Key, int]:
    """Where a segment ends along its gutter, and to which side the route goes on there."""
    own = course.gutters[place.part]
    part = place.part + (1 if onwards else -1)
    if 0 <= part < len(course.gutters):
        gutter = course.gutters[part]
        key = (2.0 * gutter.number, float(track.get(Place(place.course, part), 0)))
        return key, _turn(course, part, own, onwards)
    spot, side = (course.target, course.entry) if onwards else (course.source, course.exit)
    cell = spot.column if own.axis is Axis.H else spot.row
    key = (2.0 * cell + 1, ports.offsets[End(place.course, onwards)])
    return key, -1 if side in (Side.BOTTOM, Side.RIGHT) else 1


def _turn(course: Course, part: int, own: Gutter, onwards: bool) -> int:
    """To which side of gutter `own` the next segment leads: −1 up or left, +1 down or right."""
    further = part + (1 if onwards else -1)
    if 0 <= further < len(course.gutters):
        return 1 if course.gutters[further].number > own.number else -1
    spot = course.target if onwards else course.source
    cell = spot.row if own.axis is Axis.H else spot.column
    return 1 if cell >= own.number else -1


@dataclass(frozen=True, slots=True)
class Frame:
    """Where gutters' tracks lie: x of a column gutter's tracks and y of a row gutter's, and the rows' tops."""

    tracks: Mapping[tuple[Gutter, int], float]
    row_tops: Sequence[float]


def route_points(
    number: int, course: Course, ports: Ports, tracks: Tracks, frame: Frame, boxes: Mapping[str, Box]
) -> tuple[Point, ...]:
    """The corners of a route, from its source's side to its target's."""
    start = _port(course.source.card, course.source.row, course.exit, ports.offsets[End(number, False)], frame, boxes)
    end = _port(course.target.card, course.target.row, course.entry, ports.offsets[End(number, True)], frame, boxes)
    points = [start]
    for part, gutter in enumerate(course.gutters):
        at = frame.tracks[gutter, tracks.track[Place(number, part)]]
        points.append(Point(points[-1].x, at) if gutter.axis is Axis.H else Point(at, points[-1].y))
    if course.gutters:
        last = course.gutters[-1]
        points.append(Point(end.x, points[-1].y) if last.axis is Axis.H else Point(points[-1].x, end.y))
    points.append(end)
    return tuple(points)


def _port(card: str, row: int, side: Side, offset: float, frame: Frame, boxes: Mapping[str, Box]) -> Point:
    box = boxes[card]
    match side:
        case Side.TOP:
            return Point(box.centre.x + offset, box.y)
        case Side.BOTTOM:
            return Point(box.centre.x + offset, box.bottom)
        case Side.LEFT:
            return Point(box.x, frame.row_tops[row] + offset)
        case Side.RIGHT:
            return Point(box.right, frame.row_tops[row] + offset)


def rounded(points: Sequence[Point], radius: float) -> tuple[Point, ...]:
    """A polyline with right angles as Bézier curves with rounded corners."""
    curve = [points[0]]
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        r = min(radius, _distance(before, corner) / 2, _distance(corner, after) / 2)
        start, end = _towards(corner, before, r), _towards(corner, after, r)
        curve += [curve[-1], start, start, _towards(corner, before, r * 0.45), _towards(corner, after, r * 0.45), end]
    return (*curve, curve[-1], points[-1], points[-1])


def _distance(a: Point, b: Point) -> float:
    return abs(a.x - b.x) + abs(a.y - b.y)


def _towards(start: Point, end: Point, length: float) -> Point:
    whole = _distance(start, end)
    share = length / whole if whole else 0.0
    return Point(start.x + (end.x - start.x) * share, start.y + (end.y - start.y) * share)
