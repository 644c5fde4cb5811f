"""The foot of a trend: its months, their years, and how many answered in each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from blueprints.layout import measures as m
from blueprints.layout.shapes import Box, Shape
from blueprints.layout.text import LINE_HEIGHT, measure
from blueprints.plots.answers import Point
from blueprints.plots.chart import Chart
from blueprints.plots.months import month_name, monthly
from blueprints.plots.words import cut, words

_SIZE = m.TINY_SIZE
_ROW = _SIZE * LINE_HEIGHT
_AIR = 4.0
"""Between neighbours in a row."""
_ABOVE, _ABOVE_ANSWERS, _BESIDE = 6.0, 8.0, 8.0
_ANSWERS = "Answers"
_STICKS = 24.0
"""How high the most answers are, where there is no room for numbers."""
_READABLE = 24.0
"""Labels that are no months are left out where they would be narrower than this."""


def answers_room() -> float:
    """The room that the word before the numbers takes."""
    return measure(_ANSWERS, _SIZE)


@dataclass(frozen=True)
class Foot:
    """The rows beneath a scale: at least `least` wide, at most `most`."""

    points: Sequence[Point]
    few: int
    least: float
    most: float

    @cached_property
    def _numbers(self) -> tuple[str, ...]:
        return tuple(f"{max(0, one.answers):,}" for one in self.points)

    @cached_property
    def _needed(self) -> float:
        return max((measure(one, _SIZE) for one in self._numbers), default=0.0) + _AIR

    @cached_property
    def width(self) -> float:
        """The width of the scale, so that the numbers have room where that may be."""
        return min(self.most, max(self.least, self._needed * len(self.points)))

    @property
    def pitch(self) -> float:
        """From one month to the next."""
        return self.width / max(1, len(self.points))

    @property
    def _written(self) -> bool:
        return self._needed <= self.pitch

    @cached_property
    def _labels(self) -> tuple[tuple[int, tuple[str, ...]], ...]:
        """The places that have a label, and its lines."""
        if monthly(self.points):
            return tuple(enumerate(self._months()))
        step = max(1, -int(-_READABLE // self.pitch))
        room = self.pitch * step - _AIR
        return tuple(
            (place, cut(self.points[place].label, room, _SIZE, 3)) for place in range(0, len(self.points), step)
        )

    def _months(self) -> Iterator[tuple[str, ...]]:
        """The months' names, their first letters, or nothing: as there is room."""
        names = [month_name(one.label) for one in self.points]
        letters = None if max(measure(name, _SIZE) for name in names) + _AIR <= self.pitch else 1
        if letters is None or self.pitch >= _SIZE:
            yield from ((name[:letters],) for name in names)

    @cached_property
    def _lines(self) -> int:
        return max((len(lines) for _, lines in self._labels), default=0)

    @cached_property
    def height(self) -> float:
        """From the scale down to the last row."""
        if not self.points:
            return _ABOVE
        rows = (self._lines + monthly(self.points)) * _ROW
        return _ABOVE + rows + _ABOVE_ANSWERS + (_ROW if self._written else _STICKS + 2)

    def shapes(self, chart: Chart) -> Iterator[Shape]:
        """All of it, beneath the scale of a chart, which draws what is no words."""
        if not self.points:
            return
        box = chart.scale.box
        y = box.bottom + _ABOVE
        for place, lines in self._labels:
            yield words(f"label {place}", lines, self._x(box, place), y, _SIZE, align="c", kind="label")
        y += self._lines * _ROW
        if monthly(self.points):
            yield from self._years(box, y)
            y += _ROW
        y += _ABOVE_ANSWERS
        yield words("answers", [_ANSWERS], box.x - _BESIDE, y, _SIZE, "quiet", align="r", kind="answers")
        yield from self._counts(box, y) if self._written else self._sticks(chart, y)

    def _x(self, box: Box, place: int) -> float:
        return box.x + (place + 0.5) * self.pitch

    def _years(self, box: Box, y: float) -> Iterator[Shape]:
        """Each year under its first month, but where another is too near."""
        free = box.x - self.pitch
        for year, group in groupby(range(len(self.points)), key=lambda place: self.points[place].label[:4]):
            if not year[:1].isdigit():
                continue
            place, width = next(group), measure(year, _SIZE, True)
            x = self._x(box, place)
            if x - width / 2 >= free:
                yield words(f"year {place}", [year], x, y, _SIZE, align="c", bold=True, kind="year")
                free = x + width / 2 + _AIR

    def _counts(self, box: Box, y: float) -> Iterator[Shape]:
        for place, number in enumerate(self._numbers):
            ink = "quiet" if self.points[place].answers < self.few else "text"
            yield words(f"answers {place}", [number], self._x(box, place), y, _SIZE, ink, align="c", kind="count")

    def _sticks(self, chart: Chart, y: float) -> Iterator[Shape]:
        """As high as many answered; the highest in words."""
        box = chart.scale.box
        most = max(1, *(one.answers for one in self.points))
        told = f"at most {most:,} a month" if monthly(self.points) else f"at most {most:,}"
        yield words("most", [told], box.right + _BESIDE, y, _SIZE, "quiet", kind="answers")
        for place, one in enumerate(self.points):
            if one.answers > 0:
                x, top = self._x(box, place), y + _STICKS * (1 - one.answers / most)
                ends = [chart.scale.back(x, y + _STICKS), chart.scale.back(x, top)]
                yield chart.line(f"answers {place}", ends, "line", min(4.0, self.pitch * 0.5))
