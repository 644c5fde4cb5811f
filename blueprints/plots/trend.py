"""A trend laid out: months along its foot, figures with their intervals, goals as lines, the last figure in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from math import nan

from blueprints.layout import measures as m
from blueprints.layout.shapes import Box, Group, Scene, Shape
from blueprints.layout.text import LINE_HEIGHT, clean, measure
from blueprints.plots.answers import Point, Trend
from blueprints.plots.chart import Chart, Scale
from blueprints.plots.figures import Figures
from blueprints.plots.head import BELOW, TITLE, bottom_of, head
from blueprints.plots.kinds import Form
from blueprints.plots.margin import ROOM, last_answered, margin
from blueprints.plots.months import answered, monthly, whole
from blueprints.plots.places import Foot, answers_room
from blueprints.plots.words import cut, words

HEIGHT = 220.0
"""Of the scale, in points."""
_NARROW, _WIDE, _WIDEST = 330.0, 520.0, 900.0
_ROOMY = 72.0
"""No month needs more than this."""
_MARK, _CAP = 7.0, 5.0
_GAP = 8.0
_LIFTED = (nan, nan)
"""Where a line is broken off."""


@dataclass(frozen=True)
class TrendLayout:
    """Where all of a trend lies. `chart` collects what matplotlib shall draw while `scene` is made."""

    trend: Trend

    @cached_property
    def _figures(self) -> Figures:
        return Figures(self.trend)

    @cached_property
    def places(self) -> tuple[Point, ...]:
        """One a month."""
        return whole(self.trend.points)

    @cached_property
    def _foot(self) -> Foot:
        return Foot(
            self.places, self.trend.few, min(_WIDEST, max(_NARROW, min(_WIDE, len(self.places) * _ROOMY))), _WIDEST
        )

    @cached_property
    def _left(self) -> float:
        written = map(self._figures.level, self._figures.ticks)
        return m.MARGIN + max(answers_room(), *(measure(one, m.SMALL_SIZE) for one in written)) + _GAP

    @cached_property
    def _width(self) -> float:
        return self._left + self._foot.width + _GAP + ROOM + m.MARGIN

    @cached_property
    def _head(self) -> Group:
        return head(self.trend.title, self._reading(), self._width)

    def _reading(self) -> str:
        """How it is read, in words: no legend is needed."""
        total = sum(one.answers for one in self.places if answered(one))
        if not total:
            return "There are no answers."
        each = "Each mark is a month, with" if monthly(self.places) else "Each mark has"
        parts = [f"{each} its {clean(self.trend.interval)}. {total:,} answers in all."]
        if any(answered(one) and one.answers < self.trend.few for one in self.places):
            parts.append(f"Hollow: fewer than {self.trend.few} answers, too few to judge.")
        if not all(map(answered, self.places)):
            parts.append("No mark: no answers.")
        return " ".join(parts)

    @cached_property
    def chart(self) -> Chart:
        """The scale, and what is to be drawn on it."""
        top = bottom_of(self._head) + BELOW
        box = Box(self._left, top, self._foot.width, HEIGHT)
        return Chart(Scale(box, (0.0, self._months_wide), self._figures.ends))

    @cached_property
    def scene(self) -> Scene:
        """The whole, in points."""
        box = self.chart.scale.box
        groups = [
            self._head,
            Group("scale", "scale", "", tuple(self._scale())),
            Group("goals", "goals", "", tuple(self._goals())),
            Group("line", "line", "", tuple(self._line())),
            *self._months(),
            Group("foot", "foot", "", tuple(self._foot.shapes(self.chart))),
            Group("margin", "margin", "", tuple(self._margin())),
        ]
        shown = tuple(group for group in groups if group.shapes)
        bottom = max(box.bottom + self._foot.height, *map(bottom_of, shown)) + m.MARGIN
        return Scene("trend", clean(self.trend.title), self._description(), self._width, bottom, shown, kind="trend")

    def _margin(self) -> Iterator[Shape]:
        """The goals in words, and the last figure where the marks are months."""
        box = self.chart.scale.box
        last = last_answered(self.places) if monthly(self.places) else None
        yield from margin(self._figures, last, self.chart.scale, box.right + _GAP, box.bottom)

    @property
    def _months_wide(self) -> float:
        return float(max(1, len(self.places)))

    def _scale(self) -> Iterator[Shape]:
        box, size = self.chart.scale.box, m.SMALL_SIZE
        for number, value in enumerate(self._figures.ticks):
            yield self.chart.line(f"level {number}", [(0, value), (self._months_wide, value)], "axis", 0.6)
            y = self.chart.scale.at(0, value).y - size * LINE_HEIGHT / 2
            said_value = [self._figures.level(value)]
            yield words(f"at {number}", said_value, box.x - _GAP, y, size, "quiet", align="r", kind="level")
        if not any(map(answered, self.places)):
            x, y = box.centre
            told = "No answers in these months" if self.places else "No answers yet"
            yield words("none", cut(told, box.width, TITLE, 2), x, y - TITLE, TITLE, "quiet", align="c", kind="none")

    def _goals(self) -> Iterator[Shape]:
        for number, (_, value) in enumerate(self.trend.bounds):
            yield self.chart.line(f"goal {number}", [(0, value), (self._months_wide, value)], "good", 1.2, "dashed")

    def _line(self) -> Iterator[Shape]:
        """From month to month; over one without answers it does not go, nor between what are no months."""
        if not monthly(self.places):
            return
        values = [(x + 0.5, one.value if answered(one) else nan) for x, one in enumerate(self.places)]
        if any(answered(one) and answered(two) for one, two in pairwise(self.places)):
            yield self.chart.line("way", values, "curve", 1.6)

    def _months(self) -> Iterator[Group]:
        for number, one in enumerate(self.places):
            if not answered(one):
                continue
            told = self._figures.spoken(one)
            yield Group(f"month-{number + 1}", "month", told, tuple(self._mark(number, one)), tooltip=told)

    def _mark(self, number: int, one: Point) -> Iterator[Shape]:
        x = number + 0.5
        cap = min(_CAP, self._foot.pitch * 0.3) / self._foot.pitch
        low, high = min(one.low, one.value), max(one.high, one.value)
        ends = [((x - cap, end), (x + cap, end)) for end in (low, high)]
        bar = [*ends[0], _LIFTED, (x, low), (x, high), _LIFTED, *ends[1]]
        yield self.chart.line(f"interval {number}", bar, "line", 1.2)
        look = "point" if one.answers < self.trend.few else "end-full"
        yield self.chart.sign(f"mark {number}", x, one.value, Form("o"), min(_MARK, self._foot.pitch * 0.6), look)

    def _description(self) -> str:
        told = [self._figures.spoken(one) for one in self.places] or ["No answers yet"]
        lines = [f"Goal: {clean(label)} {self._figures.figure(value)}" for label, value in self.trend.bounds]
        return ". ".join([*lines, *told]) + "."
