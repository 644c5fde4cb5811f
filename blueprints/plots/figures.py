"""Figures as they are written on plots: as texts and tables write them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from math import isfinite

from blueprints.layout.text import clean
from blueprints.plots.alone import matplotlib_alone
from blueprints.plots.answers import Point, Trend
from blueprints.plots.months import answered, said
from journeys.language.quantities import counted

_FINE = 20
"""Figures on scales shorter than this have two digits after the point, others one, if any."""
_MOST_DIGITS = 6
_WHOLE = 10
"""Scales of answers are no longer than this: each of their marks is named."""
_PERCENT = "%"
_MINUS = "−"
_LONGEST_UNIT = 12
"""Characters of a unit: longer ones are for a title."""


@dataclass(frozen=True)
class Figures:
    """The figures of a trend in words. Raises ValueError for a goal or an end of the scale that is no number."""

    trend: Trend

    @cached_property
    def ends(self) -> tuple[float, float]:
        """The ends of the scale: those that are said, all of percent, else what the figures and goals need."""
        low, high = self.trend.low, self.trend.high
        if self._unit == _PERCENT:
            low, high = 0.0 if low is None else low, 100.0 if high is None else high
        fixed = [value for _, value in self.trend.bounds] + [end for end in (low, high) if end is not None]
        if not all(map(isfinite, fixed)):
            raise ValueError("goals and the ends of a scale are numbers")
        values = [at for one in self.trend.points if answered(one) for at in (one.value, one.low, one.high)]
        lowest = min([*values, *fixed], default=0.0)
        highest = max([*values, *fixed], default=1.0)
        return (float(lowest), float(highest)) if lowest < highest else (lowest - 1.0, highest + 1.0)

    @cached_property
    def ticks(self) -> tuple[float, ...]:
        """Round figures on the scale, about five; on a short one between whole numbers, all of these."""
        low, high = self.ends
        if low.is_integer() and high.is_integer() and high - low <= _WHOLE:
            return tuple(float(value) for value in range(int(low), int(high) + 1))
        with matplotlib_alone():
            from matplotlib.ticker import MaxNLocator

            found = MaxNLocator(nbins=5, steps=[1, 2, 2.5, 5, 10]).tick_values(low, high)
        air = (high - low) * 1e-9
        return tuple(float(value) + 0.0 for value in found if low - air <= value <= high + air)

    @cached_property
    def _unit(self) -> str:
        unit = clean(self.trend.unit)[:_LONGEST_UNIT]
        return unit if unit in ("", _PERCENT) else f" {unit}"

    def figure(self, value: float) -> str:
        """A figure with its unit: `61.4%`, `−12`, `4.20`."""
        return self._number(value) + self._unit

    def level(self, value: float) -> str:
        """A round figure on the scale: `60%`, `−50`, `4`."""
        return f"{_MINUS if value < 0 else ''}{abs(value):,.6g}{self._unit}"

    def interval(self, point: Point) -> str:
        """The interval of a month: `52% to 69%`."""
        sign = _PERCENT if self._unit == _PERCENT else ""
        return f"{self._number(point.low)}{sign} to {self._number(point.high)}{sign}"

    def spoken(self, point: Point) -> str:
        """All that is known of a month: `Mar 2026: 61% (52% to 69%), 120 answers`."""
        if not answered(point):
            return f"{said(point.label)}: no answers"
        few = ", few" if point.answers < self.trend.few else ""
        known = f"{self.figure(point.value)} ({self.interval(point)})"
        return f"{said(point.label)}: {known}, {counted(point.answers, 'answer')}{few}"

    def _number(self, value: float) -> str:
        """A figure, with as many digits as tell it from the ends of the scale: 99.96 is not all."""
        low, high = self.ends
        digits = 1 if high - low >= _FINE else 2
        while digits < _MOST_DIGITS and value not in (low, high) and round(value, digits) in (low, high):
            digits += 1
        number = round(value, digits) + 0.0
        written = f"{abs(number):,.{digits}f}"
        return (_MINUS if number < 0 else "") + (written.removesuffix(".0") if digits == 1 else written)
