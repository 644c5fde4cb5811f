"""Which way each connector goes: out of which side, through which gutters, in at which side. No lengths yet.

Gutters: `H` gutter r runs above row r, `V` gutter c runs left of column c; the last of each lies after the last
row or column. A route goes through gutters of alternating kind, so that it never meets a card.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from blueprints.views.view import WAYS, CardStyle, View


class Side(StrEnum):
    """A side of a card."""

    TOP = "top"
    BOTTOM = "bottom"
    LEFT = "left"
    RIGHT = "right"


class Axis(StrEnum):
    """Which way a gutter runs."""

    H = "H"
    V = "V"


class Gutter(NamedTuple):
    """A gutter between rows or columns, the `number`th of its kind from the top or left."""

    axis: Axis
    number: int


class Spot(NamedTuple):
    """Where a card stands: its row, column, and place in the cell's stack."""

    card: str
    row: int
    column: int
    place: int
    height: int

    @property
    def first(self) -> bool:
        """Whether nothing stands above it in its cell."""
        return self.place == 0

    @property
    def last(self) -> bool:
        """Whether nothing stands beneath it in its cell."""
        return self.place == self.height - 1


@dataclass(frozen=True, slots=True)
class Course:
    """The course of one connector. Without gutters it is a straight line."""

    connector: str
    source: Spot
    target: Spot
    exit: Side
    entry: Side
    gutters: tuple[Gutter, ...] = ()
    label: str = ""
    shift: int = 0
    """Which of several straight lines between the same two cards this is."""


_STRAIGHTS = 3
"""So many straight lines fit between two cards."""


def spots(view: View) -> dict[str, Spot]:
    """The place of each card, by its id."""
    counts = Counter((card.lane, card.column) for card in view.cards)
    seen: Counter[tuple[int, int]] = Counter()
    found: dict[str, Spot] = {}
    for card in view.cards:
        cell = (card.lane, card.column)
        found[card.id] = Spot(card.id, *cell, seen[cell], counts[cell])
        seen[cell] += 1
    return found


def plot_courses(view: View, places: Mapping[str, Spot]) -> tuple[Course, ...]:
    """The course of each connector of a view (those whose ends are in it), in the view's order."""
    steps = {card.id for card in view.cards if card.style is CardStyle.STEP}
    plotter = _Plotter(places.values())
    found: list[Course] = []
    for connector in view.connectors:
        source, target = places.get(connector.source), places.get(connector.target)
        if source is None or target is None:
            continue
        flow = connector.kind in WAYS and source.card in steps and target.card in steps
        make = plotter.flow if flow else plotter.link
        found.append(make(connector.id, source, target, connector.label))
    return tuple(found)


class _Plotter:
    """Remembers which straight lines are taken."""

    def __init__(self, places: Iterable[Spot]) -> None:
        self._full = {(spot.row, spot.column) for spot in places}
        self._straight: Counter[object] = Counter()

    def flow(self, name: str, source: Spot, target: Spot, label: str) -> Course:
        """From step to step: straight to the next, forwards above the row, backwards beneath it."""
        between = range(source.column + 1, target.column)
        beside = target.column > source.column and not any((source.row, column) in self._full for column in between)
        if beside and not label and self._take((source.row, target.column), 1):
            return Course(name, source, target, Side.RIGHT, Side.LEFT)
        ahead = target.column > source.column
        side = Side.TOP if ahead else Side.BOTTOM
        gutter = Gutter(Axis.H, source.row if ahead else source.row + 1)
        return Course(name, source, target, side, side, (gutter,), label)

    def link(self, name: str, source: Spot, target: Spot, label: str) -> Course:
        """From action to action: straight where nothing is between, else through the gutters."""
        straight = self._straight_course(name, source, target)
        if straight:
            return straight
        exit_, entry = _sides(source, target)
        return Course(name, source, target, exit_, entry, _gutters(source, target, exit_, entry), label)

    def _take(self, key: object, most: int) -> bool:
        if self._straight[key] >= most:
            return False
        self._straight[key] += 1
        return True

    def _straight_course(self, name: str, source: Spot, target: Spot) -> Course | None:
        if source.column == target.column and source.row != target.row:
            return self._down(name, source, target)
        beside = source.row == target.row and abs(source.column - target.column) == 1
        if beside and source.first and target.first:
            ahead = target.column > source.column
            if self._take((source.row, max(source.column, target.column)), 1):
                sides = (Side.RIGHT, Side.LEFT) if ahead else (Side.LEFT, Side.RIGHT)
                return Course(name, source, target, *sides)
        return None

    def _down(self, name: str, source: Spot, target: Spot) -> Course | None:
        upper, lower = (source, target) if source.row < target.row else (target, source)
        between = range(upper.row + 1, lower.row)
        if not upper.last or not lower.first or any((row, upper.column) in self._full for row in between):
            return None
        key = (upper.card, lower.card)
        if not self._take(key, _STRAIGHTS):
            return None
        sides = (Side.BOTTOM, Side.TOP) if upper is source else (Side.TOP, Side.BOTTOM)
        return Course(name, source, target, *sides, shift=self._straight[key] - 1)


def _sides(source: Spot, target: Spot) -> tuple[Side, Side]:
    ahead = target.column > source.column
    out = Side.RIGHT if target.column >= source.column else Side.LEFT
    in_ = Side.LEFT if ahead else Side.RIGHT
    if source.row == target.row:
        return out, in_
    down = source.row < target.row
    exit_ = (Side.BOTTOM if down else Side.TOP) if (source.last if down else source.first) else out
    entry = (Side.TOP if down else Side.BOTTOM) if (target.first if down else target.last) else in_
    if source.column == target.column and entry is in_ and exit_ is not out:
        entry = Side.LEFT
    return exit_, entry


def _gutters(source: Spot, target: Spot, exit_: Side, entry: Side) -> tuple[Gutter, ...]:
    first, last = _gutter(source, exit_), _gutter(target, entry)
    if first == last:
        return (first,)
    if first.axis is not last.axis:
        return first, last
    if first.axis is Axis.V:
        down = source.row <= target.row
        row = target.row + 1 if source.row == target.row or not down else target.row
        return first, Gutter(Axis.H, row), last
    beside = target.column if source.column <= target.column else target.column + 1
    return first, Gutter(Axis.V, beside), last


def _gutter(spot: Spot, side: Side) -> Gutter:
    match side:
        case Side.TOP:
            return Gutter(Axis.H, spot.row)
        case Side.BOTTOM:
            return Gutter(Axis.H, spot.row + 1)
        case Side.LEFT:
            return Gutter(Axis.V, spot.column)
        case Side.RIGHT:
            return Gutter(Axis.V, spot.column + 1)
