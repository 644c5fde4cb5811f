"""A trend laid out: months along its foot, figures with their intervals, goals as lines, the last figure in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from math import nan

from blueprints.layout import measures as m
from blueprints.layout.shapes import Box, Group, Scene, Shape, Text
from blueprints.layout.text import LINE_HEIGHT, clean, measure
from blueprints.plots.answers import Point, Trend
from blueprints.plots.chart import Chart, Scale
from blueprints.plots.figures import ends, figure, spoken, ticks
from blueprints.plots.months import answered, said, whole
from blueprints.plots.places import Foot
from blueprints.plots.words import cut, spread, words

HEIGHT = 220.0
"""Of the scale, in points."""
_NARROW, _WIDE, _WIDEST = 330.0, 520.0, 900.0
_ROOMY = 72.0
"""No month needs more than this."""
_TITLE = 15.0
_TITLE_LINES = 3
_SIDE = 150.0
"""Room for the words at the right of the scale."""
_MARK, _CAP = 7.0, 5.0
_GAP = 8.0


@dataclass(frozen=True)
class TrendLayout:
    """Where all of a trend lies. `chart` collects what matplotlib shall draw while `scene` is made."""

    trend: Trend

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
        low, high = ends(self.trend)
        written = [figure(value, self.trend) for value in ticks(low, high)]
        return m.MARGIN + max(measure(one, m.SMALL_SIZE) for one in written) + _GAP

    @cached_property
    def _width(self) -> float:
        return self._left + self._foot.width + _GAP + _SIDE + m.MARGIN

    @cached_property
    def _head(self) -> tuple[Text, Text]:
        room = self._width - 2 * m.MARGIN
        title = words("title", cut(self.trend.title, room, _TITLE, _TITLE_LINES, bold=True), m.MARGIN, m.MARGIN, _TITLE,
                      "title", bold=True, kind="title")  # fmt: skip
        reading = cut(self._reading(), room, m.SMALL_SIZE, 4)
        return title, words("reading", reading, m.MARGIN, title.box.bottom + 4, m.SMALL_SIZE, "quiet", kind="note")

    def _reading(self) -> str:
        """How it is read, in words: no legend is needed."""
        if not any(map(answered, self.places)):
            return "There are no answers yet."
        parts = [f"Each mark is a month, with its {clean(self.trend.interval)}; beneath it, how many answered."]
        if any(answered(one) and one.answers < self.trend.few for one in self.places):
            parts.append(f"Hollow: fewer than {self.trend.few} answers, too few to judge.")
        if any(not answered(one) for one in self.places):
            parts.append("No mark: no answers in that month.")
        return " ".join(parts)

    @cached_property
    def chart(self) -> Chart:
        """The scale, and what is to be drawn on it."""
        top = self._head[1].box.bottom + 22
        box = Box(self._left, top, self._foot.width, HEIGHT)
        return Chart(Scale(box, (0.0, self._months_wide), ends(self.trend)))

    @cached_property
    def scene(self) -> Scene:
        """The whole, in points."""
        box = self.chart.scale.box
        groups = [
            Group("head", "head", "", self._head),
            Group("scale", "scale", "", tuple(self._scale())),
            Group("goals", "goals", "", tuple(self._goals())),
            Group("line", "line", "", tuple(self._line())),
            *self._months(),
            Group("foot", "foot", "", tuple(self._foot.shapes(box))),
            Group("beside", "beside", "", tuple(self._beside())),
        ]
        bottom = box.bottom + self._foot.height + m.MARGIN
        return Scene("trend", clean(self.trend.title), self._description(), self._width, bottom,
                     tuple(group for group in groups if group.shapes), kind="trend")  # fmt: skip

    @property
    def _months_wide(self) -> float:
        return float(max(1, len(self.places)))

    def _scale(self) -> Iterator[Shape]:
        box, size = self.chart.scale.box, m.SMALL_SIZE
        for value in ticks(*ends(self.trend)):
            yield self.chart.line(f"level {value:g}", [(0, value), (self._months_wide, value)], "axis", 0.6)
            y = self.chart.scale.at(0, value).y - size * LINE_HEIGHT / 2
            said_value = [figure(value, self.trend)]
            yield words(f"at {value:g}", said_value, box.x - _GAP, y, size, "quiet", align="r", kind="level")
        if not any(map(answered, self.places)):
            x, y = box.centre
            yield words("none", ["No answers yet"], x, y - _TITLE, _TITLE, "quiet", align="c", kind="none")

    def _goals(self) -> Iterator[Shape]:
        for number, (_, value) in enumerate(self.trend.bounds):
            yield self.chart.line(f"goal {number}", [(0, value), (self._months_wide, value)], "good", 1.2, "dashed")

    def _line(self) -> Iterator[Shape]:
        """From month to month; over one without answers it does not go."""
        values = [(x + 0.5, one.value if answered(one) else nan) for x, one in enumerate(self.places)]
        if any(answered(one) and answered(two) for one, two in pairwise(self.places)):
            yield self.chart.line("way", values, "curve", 1.6)

    def _months(self) -> Iterator[Group]:
        for number, one in enumerate(self.places):
            if not answered(one):
                continue
            told = spoken(one, self.trend)
            yield Group(f"month-{number + 1}", "month", told, tuple(self._mark(number, one)), tooltip=told)

    def _mark(self, number: int, one: Point) -> Iterator[Shape]:
        x = number + 0.5
        cap = min(_CAP, self._foot.pitch * 0.3) / self._foot.pitch
        low, high = min(one.low, one.value), max(one.high, one.value)
        yield self.chart.line(f"interval {number}", [(x, low), (x, high)], "line", 1.2)
        for name, end in (("low", low), ("high", high)):
            yield self.chart.line(f"{name} {number}", [(x - cap, end), (x + cap, end)], "line", 1.2)
        look = "point" if one.answers < self.trend.few else "end-full"
        yield self.chart.sign(f"mark {number}", x, one.value, "o", min(_MARK, self._foot.pitch * 0.6), look)

    def _beside(self) -> Iterator[Shape]:
        """The goals in words, and the last figure, each beside its height."""
        box = self.chart.scale.box
        x = box.right + _GAP
        found = [
            (
                value,
                words(
                    f"goal {number} words",
                    cut(f"{label}: {figure(value, self.trend)}", _SIDE, m.SMALL_SIZE, 3),
                    x,
                    0,
                    m.SMALL_SIZE,
                    "good",
                    kind="goal",
                ),
            )
            for number, (label, value) in enumerate(self.trend.bounds)
        ]
        last = next((one for one in reversed(self.places) if answered(one)), None)
        if last is not None:
            told = cut(f"{said(last.label)}: {figure(last.value, self.trend)}", _SIDE, m.CARD_SIZE, 2, bold=True)
            found.append((last.value, words("last", told, x, 0, m.CARD_SIZE, "text", bold=True, kind="last")))
        wanted = [self.chart.scale.at(0, value).y for value, _ in found]
        tops = spread(wanted, [text.box.height for _, text in found], box.y - 12, box.bottom + self._foot.height, 4)
        for (_, text), top in zip(found, tops, strict=True):
            yield replace(text, box=replace_y(text.box, top))

    def _description(self) -> str:
        told = [spoken(one, self.trend) for one in self.places]
        goals = [f"{clean(label)}: {figure(value, self.trend)}" for label, value in self.trend.bounds]
        if not told:
            told = ["No answers yet"]
        return ". ".join([*(f"Goal: {goal}" for goal in goals), *told]) + "."


def replace_y(box: Box, y: float) -> Box:
    """The box at another height."""
    return Box(box.x, y, box.width, box.height)
