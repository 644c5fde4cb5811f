"""What stands in words at the right of a trend: its goals and its last figure, each at its height."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from blueprints.layout import measures as m
from blueprints.layout.shapes import Text
from blueprints.layout.text import clean, measure
from blueprints.plots.answers import Point
from blueprints.plots.chart import Scale
from blueprints.plots.figures import Figures
from blueprints.plots.months import answered, said
from blueprints.plots.words import cut, spread, words
from journeys.language.quantities import counted

ROOM = 150.0
_GOAL_LINES = 3
_AIR = 4.0


class _Told(NamedTuple):
    """Lines at the height of a figure, and quiet ones beneath them."""

    name: str
    value: float
    lines: tuple[str, ...]
    size: float
    ink: str
    bold: bool = False
    quiet: tuple[str, ...] = ()

    def texts(self, x: float, y: float) -> tuple[Text, ...]:
        """All of it from a height on."""
        first = words(self.name, self.lines, x, y, self.size, self.ink, bold=self.bold, kind="told")
        if not self.quiet:
            return (first,)
        return first, words(f"{self.name} quiet", self.quiet, x, first.box.bottom, m.TINY_SIZE, "quiet", kind="told")

    @property
    def high(self) -> float:
        """How high it is."""
        return sum(text.box.height for text in self.texts(0, 0))


def margin(figures: Figures, last: Point | None, scale: Scale, x: float, bottom: float) -> Iterator[Text]:
    """The words, from x on, none below the bottom where there is room for all."""
    told = [*_goals(figures), *([_last(last, figures)] if last else [])]
    wanted = [scale.at(0, one.value).y for one in told]
    tops = spread(wanted, [one.high for one in told], scale.box.y - 12, bottom, _AIR)
    for one, top in zip(told, tops, strict=True):
        yield from one.texts(x, top)


def last_answered(points: tuple[Point, ...]) -> Point | None:
    """The last month with a figure."""
    return next((one for one in reversed(points) if answered(one)), None)


def _goals(figures: Figures) -> Iterator[_Told]:
    for number, (label, value) in enumerate(figures.trend.bounds):
        lines = _with_figure(clean(label), figures.figure(value), m.SMALL_SIZE, bold=False)
        yield _Told(f"goal {number} words", value, lines, m.SMALL_SIZE, "good")


def _last(point: Point, figures: Figures) -> _Told:
    month = said(point.label)
    lines = _with_figure(f"{month}:" if month else "", figures.figure(point.value), m.CARD_SIZE, bold=True)
    quiet = cut(f"{figures.interval(point)}, {counted(point.answers, 'answer')}", ROOM, m.TINY_SIZE, 2)
    return _Told("last", point.value, lines, m.CARD_SIZE, "text", True, quiet)


def _with_figure(label: str, value: str, size: float, *, bold: bool) -> tuple[str, ...]:
    """A label and a figure that is not torn from its unit."""
    lines = cut(label, ROOM, size, _GOAL_LINES, bold=bold)
    if lines and measure(f"{lines[-1]} {value}", size, bold) <= ROOM:
        return (*lines[:-1], f"{lines[-1]} {value}")
    return (*lines, *cut(value, ROOM, size, 2, bold=bold))
