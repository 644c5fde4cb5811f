"""Where on its side of a card each route begins or ends, so that no two routes share a port or a line.

Along a card's upper or lower side a port is an offset from the card's middle; along its left or right side it is
an offset from the top of the card's row.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from blueprints.layout import measures as m
from blueprints.layout.courses import Axis, Course, Side, Spot

_STRAIGHT_OFFSETS = (0.0, m.TRACK, -m.TRACK)
_FIRST_OFFSET = 2 * m.TRACK
"""From the middle to the first port that is not a straight line's."""


class End(NamedTuple):
    """One end of a course: its number among the courses, and whether it is the target's."""

    course: int
    target: bool


class Span(NamedTuple):
    """A card's extent in its row: its top, from the row's top, and its height."""

    top: float
    height: float


@dataclass(frozen=True, slots=True)
class Ports:
    """Offsets of all ends."""

    offsets: Mapping[End, float]


@dataclass(slots=True)
class _Demand:
    """What wants a port in one place, in order."""

    items: list[tuple[tuple[float, ...], End]] = field(default_factory=list)

    def add(self, rank: tuple[float, ...], end: End) -> None:
        self.items.append((rank, end))

    def ends(self) -> list[End]:
        return [end for _, end in sorted(self.items)]


def side_counts(courses: Sequence[Course]) -> Counter[str]:
    """How many ports each card needs on the fuller of its left and right sides."""
    counts: Counter[tuple[str, Side]] = Counter()
    for course in courses:
        for spot, side in ((course.source, course.exit), (course.target, course.entry)):
            if side in (Side.LEFT, Side.RIGHT):
                counts[spot.card, side] += 1
    fullest: Counter[str] = Counter()
    for (card, _), count in counts.items():
        fullest[card] = max(fullest[card], count)
    return fullest


def least_height(ports: int) -> float:
    """The height a card needs for so many ports on one side."""
    return (ports + 3.2) * m.PORT if ports else 0.0


def assign_ports(courses: Sequence[Course], spans: Mapping[str, Span]) -> Ports:
    """A port for each end of each course. `spans` are the cards' extents in their rows."""
    offsets: dict[End, float] = {}
    across: defaultdict[tuple[int, int], list[tuple[End, Course]]] = defaultdict(list)
    beside: defaultdict[tuple[str, Side], list[tuple[End, Course]]] = defaultdict(list)
    held: dict[tuple[int, int], float] = {}
    for number, course in enumerate(courses):
        if not course.gutters:
            offsets |= _straight(number, course, spans, held)
            continue
        for target in (False, True):
            end = End(number, target)
            spot, side = (course.target, course.entry) if target else (course.source, course.exit)
            if side in (Side.TOP, Side.BOTTOM):
                across[spot.row if side is Side.TOP else spot.row + 1, spot.column].append((end, course))
            else:
                beside[spot.card, side].append((end, course))
    for wanting in across.values():
        offsets |= _across(wanting)
    for (card, side), wanting in beside.items():
        offsets |= _beside(wanting, side, spans[card], held)
    return Ports(offsets)


def _straight(
    number: int, course: Course, spans: Mapping[str, Span], held: dict[tuple[int, int], float]
) -> dict[End, float]:
    if course.exit in (Side.TOP, Side.BOTTOM):
        offset = _STRAIGHT_OFFSETS[course.shift]
    else:
        height = min(spans[course.source.card].height, spans[course.target.card].height)
        offset = round(height / 2 / m.PORT) * m.PORT
        held[course.source.row, max(course.source.column, course.target.column)] = offset
    return {End(number, False): offset, End(number, True): offset}


def _heading(end: End, course: Course) -> float:
    """Where the segment from this end leads: a coordinate along its gutter, as in `blueprints.layout.routes`."""
    own, other = (course.target, course.source) if end.target else (course.source, course.target)
    gutters = course.gutters[::-1] if end.target else course.gutters
    if len(gutters) > 1:
        return 2.0 * gutters[1].number
    if gutters[0].axis is Axis.H:
        return 2.0 * other.column + 1 + (0.0 if own.column != other.column else (-0.5 if end.target else 0.5))
    return 2.0 * other.row + 1 + other.place / (other.height + 1)


def _across(wanting: Sequence[tuple[End, Course]]) -> dict[End, float]:
    """Ports above or beneath one cell of a gutter: those heading left on the left, those heading right on the right."""
    left, right = _Demand(), _Demand()
    for end, course in wanting:
        spot = course.target if end.target else course.source
        heading = _heading(end, course)
        returning = len(course.gutters) == 1 and course.exit is course.entry
        away = heading - (2.0 * spot.column + 1)
        # Of two that turn back, the one that goes further runs outside, so it starts nearer the middle.
        distance = -abs(away) if returning else abs(away)
        (left if away < 0 else right).add((distance, end.course, end.target), end)
    most = max(len(left.items), len(right.items))
    pitch = min(m.TRACK, (m.CARD_WIDTH / 2 - _FIRST_OFFSET - m.TRACK) / max(1, most - 1))
    offsets = {end: -_FIRST_OFFSET - place * pitch for place, end in enumerate(left.ends())}
    return offsets | {end: _FIRST_OFFSET + place * pitch for place, end in enumerate(right.ends())}


def _beside(
    wanting: Sequence[tuple[End, Course]], side: Side, span: Span, held: Mapping[tuple[int, int], float]
) -> dict[End, float]:
    """Ports on a card's left or right side: right ones on whole steps, left ones halfway, so that none are level."""
    demand = _Demand()
    for end, course in wanting:
        demand.add((_heading(end, course), end.course, end.target), end)
    spot: Spot = wanting[0][1].target if wanting[0][0].target else wanting[0][1].source
    level = held.get((spot.row, spot.column + (side is Side.RIGHT)))
    slots = _slots(span, 0.0 if side is Side.RIGHT else m.PORT / 2, level)
    ends = demand.ends()
    skip = max(0, (len(slots) - len(ends)) // 2)
    return dict(zip(ends, slots[skip : skip + len(ends)], strict=True))


def _slots(span: Span, shift: float, level: float | None) -> list[float]:
    first = int((span.top + m.CARD_INSET) // m.PORT) + 1
    last = int((span.top + span.height - m.CARD_INSET - shift) // m.PORT)
    places = [place * m.PORT + shift for place in range(first, last + 1)]
    return [place for place in places if place != level]
