"""A measure by month, as a drawing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from journeys.errors import UsageError
from journeys.language.model.settings import Brand
from journeys.surveys.goals import GoalVerdict
from journeys.surveys.intervals import CONFIDENCE, FEW
from journeys.surveys.measurement import Measurement
from journeys.surveys.tally import ends

if TYPE_CHECKING:
    from blueprints.plots.plot import Plot


def trend(one: Measurement, theme: str, brand: Brand | None = None) -> str:
    """The SVG of a measure by month, with its intervals and its goals, in any of the drawings' themes.

    Raises UsageError where no month is known, or for another theme; ToolError without the library that plots.
    """
    return trend_plot(one, theme, brand).svg()


def trend_plot(one: Measurement, theme: str, brand: Brand | None = None) -> Plot:
    """The drawing of `trend`, to be written in several formats; it raises the same."""
    from blueprints.pictures import branded
    from blueprints.plots import Point, Trend
    from blueprints.plots import trend_plot as plotted

    chosen = branded(theme, brand)
    if not one.months:
        raise UsageError(f"no answer to “{one.measure.name}” has a day: a trend is drawn by month")
    points = []
    for group in one.months:
        if group.figure.value is not None:
            value = float(group.figure.value)
            low, high = group.figure.interval or (value, value)
            points.append(Point(group.name, value, low, high, group.figure.answers))
    least, most = ends(one.index) or (None, None)
    sure = f"{CONFIDENCE:.0%} interval"
    unit = "%" if one.index.a_share else ""
    bounds = tuple(bound for verdict in one.goals for bound in _bounds(verdict))
    return plotted(Trend(one.measure.name, unit, tuple(points), bounds, FEW, least, most, sure), chosen)


def _bounds(verdict: GoalVerdict) -> Iterator[tuple[str, float]]:
    """The lines of a goal, where its figures can be compared with those of the measure."""
    goal = verdict.goal
    for word, bound in (("at least", goal.at_least), ("at most", goal.at_most)):
        if bound and verdict.comparable:
            yield f"{goal.name}: {word}", float(bound.value)
