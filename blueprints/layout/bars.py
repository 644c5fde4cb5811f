"""Promises as bars from where they are made to where they are kept, packed into rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from blueprints.layout import measures as m
from blueprints.layout.shapes import Box
from blueprints.layout.text import LINE_HEIGHT, clean, measure, right_to_left, wrap
from blueprints.views.view import Bar, LaneShape, State, View

ICON_ROOM = m.ICON + 6
BAR_PADDING = 5.0
MARK_PITCH = m.MARK + 2
BESIDE = 10.0
"""Between a promise's name and the facts beside it."""
_BETWEEN = " · "
TOLD_STATES = frozenset((State.ASSUMED, State.UNPROVEN, State.BROKEN))
"""The states that are said in words too; what is sound needs none."""


@dataclass(frozen=True, slots=True)
class BarBody:
    """A bar's place: its box in points (y from the lane's top), and the wrapped name and facts."""

    bar: Bar
    box: Box
    name: tuple[str, ...]
    facts: tuple[str, ...]
    beside: float = 0.0
    """How far right of the name the facts stand; 0 if they stand beneath it."""
    abreast: int = 0
    """So many marks stand side by side at the right; more go beneath them."""
    clear: bool = False
    """Whether the facts begin beneath the marks, and have the whole width."""


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
            gap = m.BAR_GAP + (2 * m.CHANGE_GAP if view.changes else 0.0)
            bodies[lane], heights[lane] = _pack([bar for bar in view.bars if bar.lane == lane], columns, gap)
    return Bars(bodies, heights)


def _pack(bars: Sequence[Bar], columns: Sequence[Box], gap: float) -> tuple[tuple[BarBody, ...], float]:
    """Each bar as high up as those before it leave room for."""
    free = [0.0] * len(columns)
    placed: list[BarBody] = []
    for bar in bars:
        body = _body(bar, columns)
        y = max(free[bar.first : bar.last + 1])
        free[bar.first : bar.last + 1] = [y + body.box.height + gap] * (bar.last + 1 - bar.first)
        placed.append(replace(body, box=body.box.shifted(0, y)))
    return tuple(placed), max(0.0, max(free) - gap)


def _body(bar: Bar, columns: Sequence[Box]) -> BarBody:
    left, right = columns[bar.first].x, columns[bar.last].x + m.CARD_WIDTH
    inner = right - left - 2 * m.BAR_INSET - ICON_ROOM
    # However many the marks, the words keep half of the bar.
    abreast = min(len(bar.marks), max(1, int(inner / 2 // MARK_PITCH)))
    room = inner - abreast * MARK_PITCH
    name = wrap(bar.name, room, m.CARD_SIZE, True)
    facts = fact_texts(bar)
    named = text_width(name, m.CARD_SIZE, True)
    beside = len(name) == 1 and named + BESIDE + measure(_BETWEEN.join(facts), m.SMALL_SIZE) <= room
    tall = len(name) * m.CARD_SIZE * LINE_HEIGHT
    marks = -(-len(bar.marks) // abreast) * MARK_PITCH if abreast else 0.0
    clear = not beside and tall + BAR_PADDING >= marks
    lines = _fact_lines(facts, inner if clear else room)
    height = tall + 2 * BAR_PADDING + m.BAR_SPAN
    if not beside:
        height += len(lines) * m.SMALL_SIZE * LINE_HEIGHT + 2
    height = max(height, marks + BAR_PADDING + m.BAR_SPAN)
    box = Box(left, 0, right - left, height)
    return BarBody(bar, box, name, lines, named + BESIDE if beside else 0.0, abreast, clear)


def fact_texts(bar: Bar) -> tuple[str, ...]:
    """What is said beneath a promise's name."""
    known = (" ".join((bar.state, *bar.codes)),) if bar.state in TOLD_STATES else ()
    return tuple(map(clean, (*known, *bar.facts)))


def _fact_lines(facts: Sequence[str], room: float) -> tuple[str, ...]:
    """Facts one after another with a dot between; a line ends between two where it can."""
    lines: list[list[str]] = []
    for fact in facts:
        if lines and measure(_BETWEEN.join((*lines[-1], fact)), m.SMALL_SIZE) <= room:
            lines[-1].append(fact)
        else:
            lines += [[line] for line in wrap(fact, room, m.SMALL_SIZE)]
    return tuple(map(_joined, lines))


def _joined(facts: Sequence[str]) -> str:
    """Facts on one line; where some are read from right to left, each is for itself (UAX #9, isolates)."""
    if len(facts) > 1 and any(not fact.isascii() and any(map(right_to_left, fact.split())) for fact in facts):
        facts = [f"\u2068{fact}\u2069" for fact in facts]
    return _BETWEEN.join(facts)


def text_width(lines: Sequence[str], size: float, bold: bool = False) -> float:
    """The width of the longest line."""
    return max((measure(line, size, bold) for line in lines), default=0.0)
