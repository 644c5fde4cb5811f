"""Labels on routes between rows: where along its segment a label stands clear of all other lines."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from blueprints.layout import measures as m
from blueprints.layout.courses import Axis, Course, Gutter
from blueprints.layout.routes import Place, Tracks
from blueprints.layout.text import LINE_HEIGHT, measure, wrap_evenly
from blueprints.layout.tracks import Key


@dataclass(frozen=True, slots=True)
class Label:
    """A wrapped label: its left side and size. It stands just above the track of one `part` of its course."""

    x: float
    width: float
    height: float
    lines: tuple[str, ...]
    part: int = 0


class Upright(NamedTuple):
    """An upright line at x, between two coordinates along it: 2r is the gutter above row r, 2r + 1 the row itself."""

    x: float
    first: float
    last: float


def place_labels(
    courses: Sequence[Course], tracks: Tracks, x_of: Callable[[Key], float], passing: Iterable[Upright] = ()
) -> dict[int, Label]:
    """A place for each labelled course's text, by the course's number. `x_of` turns a coordinate into points.

    `passing` are upright lines that run in no gutter.
    """
    found: dict[int, Label] = {}
    upright = [*passing, *_upright(tracks, x_of)]
    for gutter, places in tracks.members.items():
        if gutter.axis is Axis.H and any(courses[place.course].label for place in places):
            through = [(one.x, -1, 1) for one in upright if one.first < 2 * gutter.number < one.last]
            crossing = sorted([*_crossing_lines(places, tracks, x_of), *through])
            for place in places:
                label = courses[place.course].label
                first = next(part for part, one in enumerate(courses[place.course].gutters) if one.axis is Axis.H)
                if label and place.part == first:
                    found[place.course] = _label(label, place, tracks, crossing, x_of)
    return found


def _upright(tracks: Tracks, x_of: Callable[[Key], float]) -> Iterator[Upright]:
    """The lines between columns: they pass through the gutters between the rows that they lead along."""
    for gutter, places in tracks.members.items():
        if gutter.axis is Axis.V:
            for place in places:
                one = tracks.segments[place]
                yield Upright(x_of((2.0 * gutter.number, float(tracks.track[place]))), one.low[0], one.high[0])


def _crossing_lines(
    places: Sequence[Place], tracks: Tracks, x_of: Callable[[Key], float]
) -> list[tuple[float, int, int]]:
    """Each place where a route leaves the gutter: x, its track, and the side it leaves to."""
    lines: list[tuple[float, int, int]] = []
    for place in places:
        one, track = tracks.segments[place], tracks.track[place]
        lines.append((x_of(one.low), track, one.low_side))
        lines.append((x_of(one.high), track, one.high_side))
    return lines


def _label(
    text: str,
    place: Place,
    tracks: Tracks,
    crossing: Sequence[tuple[float, int, int]],
    x_of: Callable[[Key], float],
) -> Label:
    one, track = tracks.segments[place], tracks.track[place]
    low, high = x_of(one.low), x_of(one.high)
    cuts = [x for x, other, side in crossing if low < x < high and (other < track if side > 0 else other >= track)]
    edges = [low, *cuts, high]
    gaps = [(right - left, -left) for left, right in pairwise(edges)]
    width, start = max(gaps)
    room = width - 2 * m.LABEL_GAP - m.CORNER
    lines = wrap_evenly(text, max(room, m.SMALL_SIZE * 2), m.SMALL_SIZE)
    used = max((measure(line, m.SMALL_SIZE) for line in lines), default=0.0)
    return Label(-start + (width - used) / 2, used, len(lines) * m.SMALL_SIZE * LINE_HEIGHT, lines, place.part)


def track_heights(gutter: Gutter, tracks: Tracks, labels: Mapping[int, Label]) -> list[float]:
    """The room above each track of a row's gutter: for its labels, else the plain distance."""
    heights = [m.TRACK] * tracks.counts.get(gutter, 0)
    for place in tracks.members.get(gutter, ()):
        label = labels.get(place.course)
        if label and place.part == label.part:
            track = tracks.track[place]
            heights[track] = max(heights[track], label.height + m.LABEL_GAP)
    return heights
