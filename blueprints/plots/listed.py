"""The list beside a plane: its features by kind, each with its number, its name and its figures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from math import isfinite

from blueprints.layout import measures as m
from blueprints.layout.shapes import Shape
from blueprints.layout.text import LINE_HEIGHT, clean
from blueprints.plots.answers import Feature
from blueprints.plots.chart import Chart
from blueprints.plots.kinds import form, kind_name
from blueprints.plots.words import cut, words
from journeys.language.quantities import counted

_COLUMN, _BETWEEN = 230.0, 24.0
_NUMBER = 20.0
_NAME, _FIGURES = 9.0, 8.0
_AIR, _KIND_AIR = 4.0, 8.0
_SIGN = 8.0


def coefficient(value: float) -> str:
    """A coefficient with two digits: `0.62`, `−0.21`; one that is round with fewer."""
    written = f"{abs(round(value, 2)):.2f}"
    return ("−" if round(value, 2) < 0 else "") + written


def spoken(one: Feature) -> str:
    """All that is known of a feature, in words."""
    return f"{clean(one.name)}: {clean(one.kind) or 'no kind'}, {told(one)}"


def told(one: Feature) -> str:
    """Its figures in words."""
    if not (isfinite(one.better) and isfinite(one.worse)):
        return f"no figures, {counted(one.answers, 'answer')}"
    before = ""
    if one.before and all(map(isfinite, one.before)):
        before = f" (earlier {coefficient(one.before[0])} and {coefficient(one.before[1])})"
    return f"better {coefficient(one.better)}, worse {coefficient(one.worse)}{before}, {counted(one.answers, 'answer')}"


@dataclass(frozen=True)
class _Row:
    """A line of the list, `high` points high: the head of a kind, or a feature with its number."""

    kind: str
    lines: tuple[str, ...]
    figures: tuple[str, ...]
    number: int
    high: float


@dataclass(frozen=True)
class Listed:
    """A list whose top left is at x and y, in columns about so `tall`."""

    features: Sequence[Feature]
    few: int
    x: float
    y: float
    tall: float

    @cached_property
    def _rows(self) -> tuple[_Row, ...]:
        found = []
        numbered = enumerate(self.features, 1)
        for kind, group in groupby(numbered, key=lambda pair: pair[1].kind):
            found.append(
                _Row(
                    kind,
                    cut(kind_name(kind), _COLUMN - _NUMBER, m.CARD_SIZE, 1, bold=True),
                    (),
                    0,
                    m.CARD_SIZE * LINE_HEIGHT + _AIR,
                )
            )
            for number, one in group:
                lines = cut(one.name, _COLUMN - _NUMBER, _NAME, 2)
                figures = cut(told(one), _COLUMN - _NUMBER, _FIGURES, 2)
                high = (len(lines) * _NAME + len(figures) * _FIGURES) * LINE_HEIGHT + _AIR
                found.append(_Row(kind, lines, figures, number, high))
        return tuple(found)

    @cached_property
    def _columns(self) -> tuple[tuple[_Row, ...], ...]:
        """As many columns as keep each about as tall as wanted; a kind's head stays with its first feature."""
        columns: list[list[_Row]] = [[]]
        used = 0.0
        for place, row in enumerate(self._rows):
            following = self._rows[place + 1].high if not row.number and place + 1 < len(self._rows) else 0.0
            air = _KIND_AIR if not row.number and columns[-1] else 0.0
            if columns[-1] and used + air + row.high + following > self.tall:
                columns.append([])
                used = air = 0.0
            columns[-1].append(row)
            used += air + row.high
        return tuple(tuple(column) for column in columns)

    @property
    def width(self) -> float:
        """Of all columns."""
        return len(self._columns) * (_COLUMN + _BETWEEN) - _BETWEEN

    @property
    def bottom(self) -> float:
        """The foot of the longest column."""
        return self.y + max(
            sum(row.high + (0 if row.number else _KIND_AIR) for row in column) for column in self._columns
        )

    def shapes(self, chart: Chart) -> Iterator[Shape]:
        """All of it; the chart draws the marks of the kinds."""
        for place, column in enumerate(self._columns):
            x, y = self.x + place * (_COLUMN + _BETWEEN), self.y
            for row in column:
                y += 0 if row.number or row is column[0] else _KIND_AIR
                yield from self._row(row, x, y, chart)
                y += row.high

    def _row(self, row: _Row, x: float, y: float, chart: Chart) -> Iterator[Shape]:
        if not row.number:
            at = chart.scale.back(x + _SIGN / 2, y + m.CARD_SIZE * LINE_HEIGHT / 2)
            yield chart.sign(f"kind {row.kind}", *at, form(row.kind), _SIGN, "end-full")
            yield words(f"kind {row.kind} words", row.lines, x + _NUMBER, y, m.CARD_SIZE, bold=True, kind="kind")
            return
        yield words(
            f"listed {row.number}", [str(row.number)], x + _NUMBER - 6, y, _NAME, align="r", bold=True, kind="listed"
        )
        yield words(f"name {row.number}", row.lines, x + _NUMBER, y, _NAME, kind="name")
        below = y + len(row.lines) * _NAME * LINE_HEIGHT
        yield words(f"figures {row.number}", row.figures, x + _NUMBER, below, _FIGURES, "quiet", kind="figures")
