"""Kano's plane laid out: features as numbered marks, and beside it a list that names them by kind."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from math import hypot, isfinite

from blueprints.layout import measures as m
from blueprints.layout.shapes import Box, Group, Scene, Shape, Text
from blueprints.layout.text import LINE_HEIGHT, clean, measure
from blueprints.plots.answers import Feature, Plane
from blueprints.plots.beside import place_beside
from blueprints.plots.chart import Chart, Scale
from blueprints.plots.kinds import QUARTERS, form, rank
from blueprints.plots.listed import Listed, coefficient, spoken
from blueprints.plots.words import cut, words

SIDE = 380.0
"""Of the square, in points."""
_TITLE, _TITLE_LINES = 15.0, 3
_MARK = 8.0
_GAP = 8.0
_TICKS = (0.0, 0.5, 1.0)
_NEAR = 9.0
"""An arrow shorter than this, in points, would be all tip."""


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
    def _left(self) -> float:
        return m.MARGIN + measure("−0.5", m.SMALL_SIZE) + _GAP

    @cached_property
    def _list(self) -> Listed:
        box = self.chart.scale.box
        return Listed(self.features, self.plane.few, box.right + 30, box.y - 18, SIDE + 40)

    @cached_property
    def _width(self) -> float:
        left = self._left + SIDE + 30
        return left + Listed(self.features, self.plane.few, 0, 0, SIDE + 40).width + m.MARGIN

    @cached_property
    def _head(self) -> tuple[Text, Text]:
        room = self._width - 2 * m.MARGIN
        title = words("title", cut(self.plane.title, room, _TITLE, _TITLE_LINES, bold=True), m.MARGIN, m.MARGIN, _TITLE,
                      "title", bold=True, kind="title")  # fmt: skip
        reading = cut(self._reading(), room, m.SMALL_SIZE, 5)
        return title, words("reading", reading, m.MARGIN, title.box.bottom + 4, m.SMALL_SIZE, "quiet", kind="note")

    def _reading(self) -> str:
        if not self._placed:
            return "There are no answers yet."
        parts = ["Further right: it pleases more when it is there. Higher: it annoys more when it is missing."]
        if any(one.answers < self.plane.few for _, one in self._placed):
            parts.append(f"Hollow: fewer than {self.plane.few} answers, too few to judge.")
        if any(one.before for _, one in self._placed):
            parts.append("An arrow comes from where the earlier survey saw it.")
        return " ".join(parts)

    @cached_property
    def chart(self) -> Chart:
        """The square, and what is to be drawn in it."""
        box = Box(self._left, self._head[1].box.bottom + 40, SIDE, SIDE)
        return Chart(Scale(box, (0.0, 1.0), (0.0, 1.0)))

    @cached_property
    def scene(self) -> Scene:
        """The whole, in points."""
        box = self.chart.scale.box
        groups = [
            Group("head", "head", "", self._head),
            Group("scale", "scale", "", (*self._scale(), *self._quarters)),
            Group("moves", "moves", "", tuple(self._moves())),
            *self._features(),
            Group("numbers", "numbers", "", tuple(self._numbers())),
            Group("list", "list", "", tuple(self._list.shapes(self.chart))),
        ]
        bottom = max(box.bottom + 40, self._list.bottom) + m.MARGIN
        return Scene("plane", clean(self.plane.title), self._description(), self._width, bottom,
                     tuple(group for group in groups if group.shapes), kind="plane")  # fmt: skip

    def _scale(self) -> Iterator[Shape]:
        box, size = self.chart.scale.box, m.SMALL_SIZE
        for at in _TICKS:
            width = 0.8 if at == 0.5 else 0.6
            ink = "line" if at == 0.5 else "axis"
            yield self.chart.line(f"across {at}", [(0, at), (1, at)], ink, width)
            yield self.chart.line(f"up {at}", [(at, 0), (at, 1)], ink, width)
            place = self.chart.scale.at(at, at)
            yield words(
                f"better {at}", [coefficient(at)], place.x, box.bottom + 5, size, "quiet", align="c", kind="level"
            )
            yield words(
                f"worse {at}",
                [coefficient(-at)],
                box.x - _GAP,
                place.y - size * LINE_HEIGHT / 2,
                size,
                "quiet",
                align="r",
                kind="level",
            )
        yield words("y", ["↑ Worse without it"], m.MARGIN, box.y - 26, m.CARD_SIZE, "text", kind="axis")
        yield words("x", ["Better with it →"], box.right, box.bottom + 20, m.CARD_SIZE, "text", align="r", kind="axis")

    @cached_property
    def _quarters(self) -> tuple[Text, ...]:
        box, size = self.chart.scale.box, m.STEP_SIZE
        found = []
        for name, right, upper in QUARTERS:
            x = box.right - 6 if right else box.x + 6
            y = box.y + 5 if upper else box.bottom - 5 - size * LINE_HEIGHT
            found.append(
                words(name, [name], x, y, size, "quiet", align="r" if right else "l", bold=True, kind="quarter")
            )
        return tuple(found)

    def _moves(self) -> Iterator[Shape]:
        for number, one in self._placed:
            if one.before and all(map(isfinite, one.before)):
                before, now = (one.before[0], -one.before[1]), (one.better, -one.worse)
                first, last = self.chart.scale.at(*before), self.chart.scale.at(*now)
                if hypot(first.x - last.x, first.y - last.y) >= _NEAR:
                    yield self.chart.line(f"move {number}", [before, now], "support", 1.0, tip=True)

    def _features(self) -> Iterator[Group]:
        for number, one in self._placed:
            look = "point" if one.answers < self.plane.few else "end-full"
            mark = self.chart.sign(f"feature {number}", one.better, -one.worse, form(one.kind), _MARK, look)
            told = spoken(one)
            yield Group(f"feature-{number}", "feature", told, (mark,), tooltip=told)

    @cached_property
    def _labels(self) -> list[Box]:
        marks = [self.chart.sign_box(one.better, -one.worse, _MARK) for _, one in self._placed]
        sizes = [(measure(str(number), m.SMALL_SIZE, True), m.SMALL_SIZE * LINE_HEIGHT) for number, _ in self._placed]
        return place_beside(marks, sizes, [text.box for text in self._quarters], self.chart.scale.box.inset(-14, -10))

    def _numbers(self) -> Iterator[Shape]:
        for (number, _), box in zip(self._placed, self._labels, strict=True):
            yield Text(f"number {number}", box, (str(number),), m.SMALL_SIZE, "text", True, "l", "number")

    def _description(self) -> str:
        told = [f"{number}. {spoken(one)}" for number, one in enumerate(self.features, 1)] or ["No features"]
        return ". ".join(told) + "."


def has_place(one: Feature) -> bool:
    """Whether a feature has figures. Raises ValueError for figures that cannot be."""
    if not (isfinite(one.better) and isfinite(one.worse)):
        return False
    if not (0 <= one.better <= 1 and -1 <= one.worse <= 0):
        raise ValueError(f"better is from 0 to 1 and worse from -1 to 0, not {one.better} and {one.worse}")
    return True
