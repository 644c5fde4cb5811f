"""Promises as bars from where they are made to where they are kept, packed into rows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from blueprints import measures as m
from blueprints.shapes import Box
from blueprints.text import LINE_HEIGHT, measure, wrap
from blueprints.view import Bar, LaneShape, State, View

ICON_ROOM = m.ICON + 6


@dataclass(frozen=True, slots=True)
class BarBody:
    """A bar's place: its box (y from the lane's top), the wrapped name and facts, and the columns' middles."""

    bar: Bar
    box: Box
    name: tuple[str, ...]
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Bars:
    """All bars, by lane, and the height that each lane needs."""

    bodies: Mapping[int, tuple[BarBody, ...]]
    heights: Mapping[int, float]


def pack_bars(view: View, columns: Sequence[Box]) -> Bars:
    """Place the bars of each lane in as few rows as they fit in, earliest first."""
    bodies: dict[int, tuple[BarBody, ...]] = {}
    heights: dict[int, float] = {}
    for lane, shape in enumerate(one.shape for one in view.lanes):
        if shape is LaneShape.BARS:
            bodies[lane], heights[lane] = _pack([bar for bar in view.bars if bar.lane == lane], columns)
    return Bars(bodies, heights)


def _pack(bars: Sequence[Bar], columns: Sequence[Box]) -> tuple[tuple[BarBody, ...], float]:
    rows: defaultdict[int, list[BarBody]] = defaultdict(list)
    ends: list[int] = []
    for bar in sorted(bars, key=lambda one: (one.first, one.last)):
        row = next((index for index, end in enumerate(ends) if end < bar.first), len(ends))
        if row == len(ends):
            ends.append(-1)
        ends[row] = bar.last
        rows[row].append(_body(bar, columns))
    placed: list[BarBody] = []
    y = 0.0
    for row in sorted(rows):
        tallest = max(body.box.height for body in rows[row])
        for body in rows[row]:
            placed.append(BarBody(body.bar, Box(body.box.x, y, body.box.width, tallest), body.name, body.facts))
        y += tallest + m.BAR_GAP
    return tuple(placed), max(0.0, y - m.BAR_GAP)


def _body(bar: Bar, columns: Sequence[Box]) -> BarBody:
    left, right = columns[bar.first].x, columns[bar.last].x + m.CARD_WIDTH
    marks = len(bar.marks) * (m.MARK + 2)
    room = right - left - 2 * m.BAR_INSET - ICON_ROOM - marks
    name = wrap(bar.name, room, m.CARD_SIZE, True)
    facts = wrap(fact_line(bar), right - left - 2 * m.BAR_INSET - ICON_ROOM, m.SMALL_SIZE)
    height = len(name) * m.CARD_SIZE * LINE_HEIGHT + len(facts) * m.SMALL_SIZE * LINE_HEIGHT + 2 + 2 * 6 + m.BAR_SPAN
    return BarBody(bar, Box(left, 0, right - left, height), name, facts)


def fact_line(bar: Bar) -> str:
    """What is said beneath a promise's name."""
    facts = bar.facts
    if bar.state is State.BROKEN:
        facts = (" ".join(("broken", *bar.codes)), *facts)
    elif bar.state is State.UNPROVEN:
        facts = (" ".join(("unproven", *bar.codes)), *facts)
    return " · ".join(facts)


def text_width(lines: Sequence[str], size: float, bold: bool = False) -> float:
    """The width of the longest line."""
    return max((measure(line, size, bold) for line in lines), default=0.0)
