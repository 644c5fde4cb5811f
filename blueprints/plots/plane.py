"""Kano's plane laid out: features as numbered marks, and beside it a list that names them by kind."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from math import hypot

from blueprints.layout import measures as m
from blueprints.layout.shapes import Box, Group, Point, Scene, Shape, Text
from blueprints.layout.text import LINE_HEIGHT, clean, measure
from blueprints.plots.answers import Feature, Plane
from blueprints.plots.beside import along, leader, place_beside
from blueprints.plots.chart import Chart, Scale
from blueprints.plots.coefficients import had_place, has_place, spoken
from blueprints.plots.head import BELOW, TITLE, bottom_of, head
from blueprints.plots.kinds import QUARTERS, form, rank
from blueprints.plots.listed import Listed
from blueprints.plots.words import words

SIDE = 380.0
"""Of the square, in points."""
_MARK = 8.0
_GAP = 8.0
_LIST = 30.0
"""Between the square and the list."""
_ABOVE = 34.0
"""For what the axis upwards says, and the names of the upper quarters."""
_TICKS = ((0.0, "0"), (0.5, "0.5"), (1.0, "1"))
_NEAR = 10.0
"""A shorter arrow, in points, would be all tip."""
_AROUND = 12.0
"""So far out of the square a number may stand."""
_MOST = 300
"""So many numbers find room in the square; of more features only the marks are in it."""


@dataclass(frozen=True)
class PlaneLayout:
    """Where all of a plane lies. `chart` collects what matplotlib shall draw while `scene` is made."""

    plane: Plane

    @cached_property
    def features(self) -> tuple[Feature, ...]:
        """In the order of their kinds: numbered from 1 in this order."""
        return tuple(sorted(self.plane.features, key=lambda one: rank(one.kind)))

    @cached_property
    def _placed(self) -> list[tuple[int, Feature]]:
        return [(number, one) for number, one in enumerate(self.features, 1) if has_place(one)]

    @cached_property
    def _list(self) -> Listed:
        return Listed(self.features, SIDE + _ABOVE)

    @cached_property
    def _width(self) -> float:
        beside = _LIST + self._list.width if self.features else _AROUND
        return self._left + SIDE + beside + m.MARGIN

    @property
    def _left(self) -> float:
        return m.MARGIN + measure("−0.5", m.SMALL_SIZE) + _GAP + _AROUND

    @cached_property
    def _head(self) -> Group:
        return head(self.plane.title, self._reading(), self._width)

    def _reading(self) -> str:
        if not self._placed:
            return "There are no answers."
        parts = ["Further right: it pleases more when it is there. Higher: it annoys more when it is missing."]
        if any(one.answers < self.plane.few for _, one in self._placed):
            parts.append(f"Hollow: fewer than {self.plane.few} answers, too few to judge.")
        if any(map(had_place, self.features)):
            parts.append("An arrow comes from where an earlier survey saw it.")
        if len(self._placed) > _MOST:
            parts.append(f"More than {_MOST} features: their marks have no numbers.")
        parts.append("In the list: better / worse.")
        return " ".join(parts)

    @cached_property
    def chart(self) -> Chart:
        """The square, and what is to be drawn in it."""
        box = Box(self._left, bottom_of(self._head) + BELOW + _ABOVE, SIDE, SIDE)
        return Chart(Scale(box, (0.0, 1.0), (0.0, 1.0)))

    @cached_property
    def scene(self) -> Scene:
        """The whole, in points."""
        box = self.chart.scale.box
        listed = self._list.shapes(box.right + _LIST, box.y - _ABOVE, self.chart) if self.features else ()
        groups = [
            self._head,
            Group("scale", "scale", "", (*self._scale(), *self._quarters())),
            Group("moves", "moves", "", tuple(self._arrows())),
            Group("leaders", "leaders", "", tuple(self._leaders())),
            *self._features(),
            Group("numbers", "numbers", "", tuple(self._numbers())),
            Group("list", "list", "", tuple(listed)),
        ]
        shown = tuple(group for group in groups if group.shapes)
        bottom = max(map(bottom_of, shown)) + m.MARGIN
        return Scene("plane", clean(self.plane.title), self._description(), self._width, bottom, shown, kind="plane")

    def _scale(self) -> Iterator[Shape]:
        box, size = self.chart.scale.box, m.SMALL_SIZE
        for at, said in _TICKS:
            ink, width = ("line", 0.8) if at == 0.5 else ("axis", 0.6)
            yield self.chart.line(f"across {at}", [(0, at), (1, at)], ink, width)
            yield self.chart.line(f"up {at}", [(at, 0), (at, 1)], ink, width)
            place = self.chart.scale.at(at, at)
            worse, y = [f"−{said}" if at else said], place.y - size * LINE_HEIGHT / 2
            yield words(f"better {at}", [said], place.x, box.bottom + _AROUND, size, "quiet", align="c", kind="level")
            yield words(f"worse {at}", worse, box.x - _AROUND, y, size, "quiet", align="r", kind="level")
        yield words("upwards", ["↑ Worse without it"], m.MARGIN, box.y - _ABOVE, m.CARD_SIZE, kind="axis")
        below = box.bottom + _AROUND + m.CARD_SIZE * LINE_HEIGHT + 4
        yield words("onwards", ["Better with it →"], box.right, below, m.CARD_SIZE, align="r", kind="axis")

        if not self._placed:
            x, y = box.centre
            told = "No figures" if self.features else "No answers yet"
            yield words("none", [told], x, y - 1.5 * TITLE, TITLE, "quiet", align="c", kind="none")

    def _quarters(self) -> Iterator[Shape]:
        """Their names, outside: no mark can lie on them."""
        box, size = self.chart.scale.box, m.CARD_SIZE
        for name, right, upper in QUARTERS:
            x = box.x + box.width * (0.75 if right else 0.25)
            y = box.y - _AROUND - size + 2 if upper else box.bottom + _AROUND - 1
            yield words(name, [name], x, y, size, "quiet", align="c", bold=True, kind="quarter")

    @cached_property
    def _moves(self) -> list[tuple[int, Point, Point]]:
        """Where each came from that has moved so far that it can be seen, and where it is."""
        found = []
        for number, one in self._placed:
            if one.before and had_place(one):
                first = self.chart.scale.at(one.before[0], -one.before[1])
                last = self.chart.scale.at(one.better, -one.worse)
                if hypot(first.x - last.x, first.y - last.y) >= _NEAR:
                    found.append((number, first, last))
        return found

    def _arrows(self) -> Iterator[Shape]:
        for number, *ends in self._moves:
            places = [self.chart.scale.back(*end) for end in ends]
            yield self.chart.line(f"move {number}", places, "support", 1.0, tip=True)

    def _features(self) -> Iterator[Group]:
        for (number, one), box in zip(self._placed, self._marks, strict=True):
            look = "point" if one.answers < self.plane.few else "end-full"
            mark = self.chart.sign(f"feature {number}", one.better, -one.worse, form(one.kind), box.width, look)
            told = spoken(one)
            yield Group(f"feature-{number}", "feature", told, (mark,), tooltip=told)

    @cached_property
    def _marks(self) -> list[Box]:
        return [self.chart.sign_box(one.better, -one.worse, _MARK) for _, one in self._placed]

    @cached_property
    def _labels(self) -> list[Box]:
        """Where the numbers stand: clear of marks and arrows and, where that can be, of the lines of the plane."""
        if len(self._placed) > _MOST:
            return []
        box = self.chart.scale.box
        sizes = [(measure(str(number), m.SMALL_SIZE, True), m.SMALL_SIZE * LINE_HEIGHT) for number, _ in self._placed]
        taken = [one for _, first, last in self._moves for one in along(first, last)]
        taken += [Box(box.centre.x, box.y, 0.1, box.height), Box(box.x, box.centre.y, box.width, 0.1)]
        return place_beside(self._marks, sizes, taken, box.inset(-_AROUND, -_AROUND))

    def _leaders(self) -> Iterator[Shape]:
        for (number, _), mark, label in zip(self._placed, self._marks, self._labels, strict=False):
            ends = leader(mark, label)
            if ends:
                yield self.chart.line(f"leader {number}", [self.chart.scale.back(*end) for end in ends], "line", 0.6)

    def _numbers(self) -> Iterator[Text]:
        for (number, _), box in zip(self._placed, self._labels, strict=False):
            yield Text(f"number {number}", box, (str(number),), m.SMALL_SIZE, "text", True, "l", "number")

    def _description(self) -> str:
        told = [f"{number}. {spoken(one)}" for number, one in enumerate(self.features, 1)] or ["No features"]
        return ". ".join(told) + "."
