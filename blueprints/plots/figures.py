"""Figures as they are written on plots: no more digits than the scale can show."""

from __future__ import annotations

from blueprints.layout.text import clean
from blueprints.plots.alone import matplotlib_alone
from blueprints.plots.answers import Point, Trend
from blueprints.plots.months import answered, said
from journeys.language.quantities import counted

_FINE = 20
"""Scales shorter than this have one digit after the point."""
_WHOLE = 10
"""Scales of answers are no longer than this: each of their marks is named."""
PERCENT = "%"
_MINUS = "−"


def ends(trend: Trend) -> tuple[float, float]:
    """The ends of a trend's scale: those that are said, all of percent, else what the figures and goals need."""
    values = [at for point in trend.points if answered(point) for at in (point.value, point.low, point.high)]
    values += [value for _, value in trend.bounds]
    low, high = trend.low, trend.high
    if trend.unit.strip() == PERCENT:
        low, high = 0.0 if low is None else low, 100.0 if high is None else high
    lowest = min([*values, *([] if low is None else [low])], default=0.0)
    highest = max([*values, *([] if high is None else [high])], default=1.0)
    return (float(lowest), float(highest)) if lowest < highest else (lowest - 1.0, highest + 1.0)


def figure(value: float, trend: Trend, *, unit: bool = True) -> str:
    """A figure with its unit: `61 %`, `−12`, `4.2`."""
    low, high = ends(trend)
    digits = 0 if high - low >= _FINE else 1
    number = round(value, digits) + 0.0
    said_unit = f" {clean(trend.unit)}" if unit and trend.unit.strip() else ""
    return f"{_MINUS if number < 0 else ''}{abs(number):,.{digits}f}{said_unit}"


def level(value: float, trend: Trend) -> str:
    """A round figure on the scale: `60 %`, `−50`, `4`."""
    said_unit = f" {clean(trend.unit)}" if trend.unit.strip() else ""
    return f"{_MINUS if value < 0 else ''}{abs(value):,.6g}{said_unit}"


def interval(point: Point, trend: Trend) -> str:
    """The interval of a month: `52 to 69`."""
    return f"{figure(point.low, trend, unit=False)} to {figure(point.high, trend, unit=False)}"


def spoken(point: Point, trend: Trend) -> str:
    """All that is known of a month: `Mar 2026: 61 % (52 to 69), 120 answers`."""
    if not answered(point):
        return f"{said(point.label)}: no answers"
    few = ", few" if point.answers < trend.few else ""
    known = f"{figure(point.value, trend)} ({interval(point, trend)})"
    return f"{said(point.label)}: {known}, {counted(point.answers, 'answer')}{few}"


def ticks(low: float, high: float) -> tuple[float, ...]:
    """Round figures on a scale, about five; on a short one between whole numbers, all of these."""
    if low.is_integer() and high.is_integer() and high - low <= _WHOLE:
        return tuple(float(value) for value in range(int(low), int(high) + 1))
    with matplotlib_alone():
        from matplotlib.ticker import MaxNLocator

        found = MaxNLocator(nbins=5, steps=[1, 2, 2.5, 5, 10]).tick_values(low, high)
    air = (high - low) * 1e-9
    return tuple(float(value) + 0.0 for value in found if low - air <= value <= high + air)
