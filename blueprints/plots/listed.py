"""The list beside a plane: its features by kind, each with its number, its name and its figures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from blueprints.layout import measures as m
from blueprints.layout.shapes import Shape
from blueprints.layout.text import LINE_HEIGHT
from blueprints.plots.answers import Feature
from blueprints.plots.chart import Chart
from blueprints.plots.coefficients import written
from blueprints.plots.kinds import form, kind_name
from blueprints.plots.words import cut, words

_COLUMN, _BETWEEN = 220.0, 24.0
_NUMBER = 22.0
_ROOM = _COLUMN - _NUMBER
_NAME, _FIGURES = 9.0, 8.0
_AIR, _KIND_AIR = 4.0, 8.0
_SIGN = 8.0


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of the list: the name of a kind, or a feature with its number. `air` is above it."""

    kind: str
    lines: tuple[str, ...]
    figures: tuple[str, ...] = ()
    number: int = 0
    air: float = 0.0

    @property
    def size(self) -> float:
        """Of its letters."""
        return _NAME if self.number else m.CARD_SIZE

    @property
    def high(self) -> float:
        """Its height with the air above and beneath it."""
        return self.air + (len(self.lines) * self.size + len(self.figures) * _FIGURES) * LINE_HEIGHT + _AIR


def _head(kind: str, air: float = 0.0) -> _Row:
    return _Row(kind, cut(kind_name(kind), _ROOM, m.CARD_SIZE, 1, bold=True), air=air)


@dataclass(frozen=True)
class Listed:
    """Features by kind, in one column or, where it would be taller than `tall`, in two."""

    features: Sequence[Feature]
    tall: float

    @cached_property
    def _kinds(self) -> tuple[tuple[_Row, ...], ...]:
        numbered = enumerate(self.features, 1)
        return tuple(
            tuple(
                _Row(kind, cut(one.name, _ROOM, _NAME, 2), cut(written(one), _ROOM, _FIGURES, 2), number)
                for number, one in group
            )
            for kind, group in groupby(numbered, key=lambda pair: pair[1].kind)
        )

    @cached_property
    def _columns(self) -> tuple[tuple[_Row, ...], ...]:
        """A kind that goes on in the next column is named there again."""
        single = [row for rows in self._kinds for row in (_head(rows[0].kind, _KIND_AIR), *rows)]
        half = max(self.tall, sum(row.high for row in single) / 2)
        columns: list[list[_Row]] = [[]]
        for rows in self._kinds:
            begun = False
            for row in rows:
                used = sum(one.high for one in columns[-1])
                needed = row.high if begun else row.high + _head(row.kind, _KIND_AIR).high
                if columns[-1] and used + needed > half and len(columns) == 1:
                    columns.append([])
                    begun = False
                if not begun:
                    columns[-1].append(_head(row.kind, _KIND_AIR if columns[-1] else 0.0))
                    begun = True
                columns[-1].append(row)
        return tuple(map(tuple, columns))

    @property
    def width(self) -> float:
        """Of all columns; nothing without features."""
        return len(self._columns) * (_COLUMN + _BETWEEN) - _BETWEEN if self.features else 0.0

    def shapes(self, x: float, y: float, chart: Chart) -> Iterator[Shape]:
        """All of it from a top left on; the chart draws the marks of the kinds."""
        for place, column in enumerate(self._columns):
            left, top = x + place * (_COLUMN + _BETWEEN), y
            for row in column:
                yield from _row(row, place, left, top + row.air, chart)
                top += row.high


def _row(row: _Row, column: int, x: float, y: float, chart: Chart) -> Iterator[Shape]:
    text = x + _NUMBER
    if not row.number:
        at = chart.scale.back(x + _SIGN / 2, y + row.size * LINE_HEIGHT / 2)
        yield chart.sign(f"kind {row.kind} {column}", *at, form(row.kind), _SIGN, "end-full")
        yield words(f"kind {row.kind} {column} words", row.lines, text, y, row.size, bold=True, kind="kind")
        return
    number = [str(row.number)]
    yield words(f"listed {row.number}", number, text - 6, y, row.size, align="r", bold=True, kind="listed")
    yield words(f"name {row.number}", row.lines, text, y, row.size, kind="name")
    below = y + len(row.lines) * row.size * LINE_HEIGHT
    yield words(f"figures {row.number}", row.figures, text, below, _FIGURES, "quiet", kind="figures")
