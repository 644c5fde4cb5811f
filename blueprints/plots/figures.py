"""Figures as they are written on plots: no more digits than the scale can show."""

from __future__ import annotations

from blueprints.layout.text import clean
from blueprints.plots.alone import matplotlib_alone
from blueprints.plots.answers import Point, Trend
from blueprints.plots.months import answered, said
from journeys.language.quantities import counted

_FINE = 20
"""Scales shorter than this have one digit after the point."""
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
    return (lowest, highest) if lowest < highest else (lowest - 1, highest + 1)


def figure(value: float, trend: Trend, *, unit: bool = True) -> str:
    """A figure with its unit: `61 %`, `−12`, `4.2`."""
    low, high = ends(trend)
    number = round(value, 0 if high - low >= _FINE else 1) + 0.0
    written = f"{abs(number):,.0f}" if high - low >= _FINE else f"{abs(number):,.1f}"
    said_unit = f" {clean(trend.unit)}" if unit and trend.unit.strip() else ""
    return (_MINUS if number < 0 else "") + written + said_unit


def spoken(point: Point, trend: Trend) -> str:
    """All that is known of a month: `Mar 2026: 61 % (52 to 69), 120 answers`."""
    if not answered(point):
        return f"{said(point.label)}: no answers"
    between = f"{figure(point.low, trend, unit=False)} to {figure(point.high, trend, unit=False)}"
    few = ", few" if point.answers < trend.few else ""
    return f"{said(point.label)}: {figure(point.value, trend)} ({between}), {counted(point.answers, 'answer')}{few}"


def ticks(low: float, high: float) -> tuple[float, ...]:
    """Round figures on a scale, about five."""
    with matplotlib_alone():
        from matplotlib.ticker import MaxNLocator

        found = MaxNLocator(nbins=5, steps=[1, 2, 2.5, 5, 10]).tick_values(low, high)
    return tuple(float(value) + 0.0 for value in found if low - 1e-9 <= value <= high + 1e-9)
