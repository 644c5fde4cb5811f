"""Connectors → routes: tracks for every stretch, and, once the gutters have their sizes, points."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from blueprints.layout.plan import Axis, Gutter, Plan, Side
from blueprints.layout.ports import End, Ports
from blueprints.layout.shapes import Box, Point
from blueprints.layout.tracks import Key, Stretch, assign_tracks


class Place(NamedTuple):
    """A stretch of a plan: the plan's number and the gutter's place among its gutters."""

    plan: int
    part: int


@dataclass(frozen=True, slots=True)
class Tracks:
    """The track of each stretch, each gutter's number of tracks, and the stretches themselves."""

    track: Mapping[Place, int]
    counts: Mapping[Gutter, int]
    stretches: Mapping[Place, Stretch]
    members: Mapping[Gutter, Sequence[Place]]


def lay_tracks(plans: Sequence[Plan], ports: Ports) -> Tracks:
    """Give each stretch its track: first those between rows, then those between columns, which read the first."""
    members: defaultdict[Gutter, list[Place]] = defaultdict(list)
    for number, plan in enumerate(plans):
        for part, gutter in enumerate(plan.gutters):
            members[gutter].append(Place(number, part))
    track: dict[Place, int] = {}
    stretches: dict[Place, Stretch] = {}
    counts: dict[Gutter, int] = {}
    for gutter in sorted(members):
        places = members[gutter]
        made = [_stretch(plans[place.plan], place, ports, track) for place in places]
        tracks = assign_tracks(made)
        stretches.update(zip(places, made, strict=True))
        track.update(zip(places, tracks, strict=True))
        counts[gutter] = max(tracks) + 1
    return Tracks(track, counts, stretches, members)


def _stretch(plan: Plan, place: Place, ports: Ports, track: Mapping[Place, int]) -> Stretch:
    before, before_side = _end(plan, place, ports, track, False)
    after, after_side = _end(plan, place, ports, track, True)
    if before <= after:
        return Stretch(before, after, before_side, after_side, plan.connector)
    return Stretch(after, before, after_side, before_side, plan.connector)


def _end(plan: Plan, place: Place, ports: Ports, track: Mapping[Place, int], onwards: bool) -> tuple[Key, int]:
    """Where a stretch ends along its gutter, and to which side the route goes on there."""
    own = plan.gutters[place.part]
    part = place.part + (1 if onwards else -1)
    if 0 <= part < len(plan.gutters):
        gutter = plan.gutters[part]
        key = (2.0 * gutter.number, float(track.get(Place(place.plan, part), 0)))
        return key, _turn(plan, part, own, onwards)
    spot, side = (plan.target, plan.entry) if onwards else (plan.source, plan.exit)
    cell = spot.column if own.axis is Axis.H else spot.row
    key = (2.0 * cell + 1, ports.offsets[End(place.plan, onwards)])
    return key, -1 if side in (Side.BOTTOM, Side.RIGHT) else 1


def _turn(plan: Plan, part: int, own: Gutter, onwards: bool) -> int:
    """To which side of gutter `own` the next stretch leads: −1 up or left, +1 down or right."""
    further = part + (1 if onwards else -1)
    if 0 <= further < len(plan.gutters):
        return 1 if plan.gutters[further].number > own.number else -1
    spot = plan.target if onwards else plan.source
    cell = spot.row if own.axis is Axis.H else spot.column
    return 1 if cell >= own.number else -1


@dataclass(frozen=True, slots=True)
class Frame:
    """Where gutters' tracks lie: x of a column gutter's tracks and y of a row gutter's, and the rows' tops."""

    tracks: Mapping[tuple[Gutter, int], float]
    row_tops: Sequence[float]


def route_points(
    number: int, plan: Plan, ports: Ports, tracks: Tracks, frame: Frame, boxes: Mapping[str, Box]
) -> tuple[Point, ...]:
    """The corners of a route, from its source's side to its target's."""
    start = _port(plan.source.card, plan.source.row, plan.exit, ports.offsets[End(number, False)], frame, boxes)
    end = _port(plan.target.card, plan.target.row, plan.entry, ports.offsets[End(number, True)], frame, boxes)
    points = [start]
    for part, gutter in enumerate(plan.gutters):
        at = frame.tracks[gutter, tracks.track[Place(number, part)]]
        points.append(Point(points[-1].x, at) if gutter.axis is Axis.H else Point(at, points[-1].y))
    if plan.gutters:
        last = plan.gutters[-1]
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
