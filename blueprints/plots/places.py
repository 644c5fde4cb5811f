"""The foot of a trend: its months, their years, and how many answered in each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from blueprints.layout import measures as m
from blueprints.layout.shapes import Box, Rect, Shape
from blueprints.layout.text import LINE_HEIGHT, measure
from blueprints.plots.answers import Point
from blueprints.plots.months import is_month, month_name
from blueprints.plots.words import cut, words

_SIZE = m.TINY_SIZE
_ROW = _SIZE * LINE_HEIGHT
_AIR = 4.0
"""Between neighbours in a row."""
_BARS = 24.0
"""How high the most answers are, where there is no room for numbers."""


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
    def _labels(self) -> tuple[tuple[tuple[str, ...], int, str], ...]:
        """Lines, the place they stand at, and how they are aligned there."""
        if all(is_month(one.label) or one.label == "…" for one in self.points):
            return tuple(self._months())
        step = max(1, -(-24 // max(1, int(self.pitch))))
        room = self.pitch * step - _AIR
        return tuple(
            (cut(one.label, room, _SIZE, 2), place, "c") for place, one in enumerate(self.points) if place % step == 0
        )

    def _months(self) -> Iterator[tuple[tuple[str, ...], int, str]]:
        names = [month_name(one.label) if is_month(one.label) else "…" for one in self.points]
        widest = max((measure(name, _SIZE) for name in names), default=0.0) + _AIR
        for place, name in enumerate(names):
            if widest <= self.pitch:
                yield (name,), place, "c"
            elif self.pitch >= _SIZE:
                yield (name[:1],), place, "c"

    @cached_property
    def height(self) -> float:
        """From the scale down to the last row."""
        lines = max((len(lines) for lines, _, _ in self._labels), default=0)
        years = any(is_month(one.label) for one in self.points)
        rows = 6 + (lines + years) * _ROW
        if not self.points:
            return rows
        return rows + 8 + _ROW + (_ROW if self._written else _BARS + 4)

    def shapes(self, box: Box) -> Iterator[Shape]:
        """All of it, beneath the box of a scale."""
        if not self.points:
            return
        y = box.bottom + 6
        for lines, place, align in self._labels:
            yield words(f"label {place}", lines, self._x(box, place), y, _SIZE, "text", align=align, kind="label")
        y += max((len(lines) for lines, _, _ in self._labels), default=0) * _ROW
        if any(is_month(one.label) for one in self.points):
            yield from self._years(box, y)
            y += _ROW
        yield from self._answers(box, y + 8)

    def _x(self, box: Box, place: int) -> float:
        return box.x + (place + 0.5) * self.pitch

    def _years(self, box: Box, y: float) -> Iterator[Shape]:
        free = 0.0
        numbered = enumerate(self.points)
        for year, group in groupby(numbered, key=lambda pair: pair[1].label[:4] if is_month(pair[1].label) else ""):
            first, _ = next(iter(group))
            x = box.x + first * self.pitch + max(0.0, self.pitch / 2 - measure(year, _SIZE, True) / 2)
            if year and x >= free and x + measure(year, _SIZE, True) <= box.right + _AIR:
                yield words(f"year {first}", [year], x, y, _SIZE, "text", bold=True, kind="year")
                free = x + measure(year, _SIZE, True) + _AIR

    def _answers(self, box: Box, y: float) -> Iterator[Shape]:
        total = sum(max(0, one.answers) for one in self.points)
        if self._written:
            yield words("answers", [f"Answers ({total:,} in all)"], box.x, y + _ROW, _SIZE, "quiet", kind="answers")
            for place, number in enumerate(self._numbers):
                few = self.points[place].answers < self.few
                ink = "quiet" if few else "text"
                yield words(f"answers {place}", [number], self._x(box, place), y, _SIZE, ink, align="c", kind="count")
            return
        most = max(one.answers for one in self.points)
        for place, one in enumerate(self.points):
            if one.answers > 0:
                tall = max(0.6, one.answers / most * _BARS)
                width = max(0.5, self.pitch * 0.6)
                bar = Box(self._x(box, place) - width / 2, y + _BARS - tall, width, tall)
                yield Rect(f"answers {place}", bar, "end-full", "count")
        said_most = f"Answers: {total:,} in all, at most {most:,} in one month"
        yield words("answers", [said_most], box.x, y + _BARS + 4, _SIZE, "quiet", kind="answers")
