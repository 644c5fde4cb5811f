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
from blueprints.layout.plan import Axis, Plan, Side, Spot

_STRAIGHT_OFFSETS = (0.0, m.TRACK, -m.TRACK)
_FIRST_OFFSET = 2 * m.TRACK
"""From the middle to the first port that is not a straight line's."""


class End(NamedTuple):
    """One end of a plan: its number among the plans, and whether it is the target's."""

    plan: int
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


def side_counts(plans: Sequence[Plan]) -> Counter[str]:
    """How many ports each card needs on the fuller of its left and right sides."""
    counts: Counter[tuple[str, Side]] = Counter()
    for plan in plans:
        for spot, side in ((plan.source, plan.exit), (plan.target, plan.entry)):
            if side in (Side.LEFT, Side.RIGHT):
                counts[spot.card, side] += 1
    fullest: Counter[str] = Counter()
    for (card, _), count in counts.items():
        fullest[card] = max(fullest[card], count)
    return fullest


def least_height(ports: int) -> float:
    """The height a card needs for so many ports on one side."""
    return (ports + 3.2) * m.PORT if ports else 0.0


def assign_ports(plans: Sequence[Plan], spans: Mapping[str, Span]) -> Ports:
    """A port for each end of each plan. `spans` are the cards' extents in their rows."""
    offsets: dict[End, float] = {}
    across: defaultdict[tuple[int, int], list[tuple[End, Plan]]] = defaultdict(list)
    beside: defaultdict[tuple[str, Side], list[tuple[End, Plan]]] = defaultdict(list)
    held: dict[tuple[int, int], float] = {}
    for number, plan in enumerate(plans):
        if not plan.gutters:
            offsets |= _straight(number, plan, spans, held)
            continue
        for target in (False, True):
            end = End(number, target)
            spot, side = (plan.target, plan.entry) if target else (plan.source, plan.exit)
            if side in (Side.TOP, Side.BOTTOM):
                across[spot.row if side is Side.TOP else spot.row + 1, spot.column].append((end, plan))
            else:
                beside[spot.card, side].append((end, plan))
    for wanting in across.values():
        offsets |= _across(wanting)
    for (card, side), wanting in beside.items():
        offsets |= _beside(wanting, side, spans[card], held)
    return Ports(offsets)


def _straight(
    number: int, plan: Plan, spans: Mapping[str, Span], held: dict[tuple[int, int], float]
) -> dict[End, float]:
    if plan.exit in (Side.TOP, Side.BOTTOM):
        offset = _STRAIGHT_OFFSETS[plan.shift]
    else:
        height = min(spans[plan.source.card].height, spans[plan.target.card].height)
        offset = round(height / 2 / m.PORT) * m.PORT
        held[plan.source.row, max(plan.source.column, plan.target.column)] = offset
    return {End(number, False): offset, End(number, True): offset}


def _heading(end: End, plan: Plan) -> float:
    """Where the stretch from this end leads: a coordinate along its gutter, as in `blueprints.layout.routes`."""
    own, other = (plan.target, plan.source) if end.target else (plan.source, plan.target)
    gutters = plan.gutters[::-1] if end.target else plan.gutters
    if len(gutters) > 1:
        return 2.0 * gutters[1].number
    if gutters[0].axis is Axis.H:
        return 2.0 * other.column + 1 + (0.0 if own.column != other.column else (-0.5 if end.target else 0.5))
    return 2.0 * other.row + 1 + other.place / (other.height + 1)


def _across(wanting: Sequence[tuple[End, Plan]]) -> dict[End, float]:
    """Ports above or beneath one cell of a gutter: those heading left on the left, those heading right on the right."""
    left, right = _Demand(), _Demand()
    for end, plan in wanting:
        spot = plan.target if end.target else plan.source
        heading = _heading(end, plan)
        returning = len(plan.gutters) == 1 and plan.exit is plan.entry
        away = heading - (2.0 * spot.column + 1)
        # Of two that turn back, the one that goes further runs outside, so it starts nearer the middle.
        distance = -abs(away) if returning else abs(away)
        (left if away < 0 else right).add((distance, end.plan, end.target), end)
    most = max(len(left.items), len(right.items))
    pitch = min(m.TRACK, (m.CARD_WIDTH / 2 - _FIRST_OFFSET - m.TRACK) / max(1, most - 1))
    offsets = {end: -_FIRST_OFFSET - place * pitch for place, end in enumerate(left.ends())}
    return offsets | {end: _FIRST_OFFSET + place * pitch for place, end in enumerate(right.ends())}


def _beside(
    wanting: Sequence[tuple[End, Plan]], side: Side, span: Span, held: Mapping[tuple[int, int], float]
) -> dict[End, float]:
    """Ports on a card's left or right side: right ones on whole steps, left ones halfway, so that none are level."""
    demand = _Demand()
    for end, plan in wanting:
        demand.add((_heading(end, plan), end.plan, end.target), end)
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
