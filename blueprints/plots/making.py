"""Plots from figures."""

from __future__ import annotations

from blueprints.plots.answers import Plane, Trend
from blueprints.plots.chart import drawn
from blueprints.plots.plane import PlaneLayout
from blueprints.plots.plot import Plot
from blueprints.plots.trend import TrendLayout
from blueprints.themes.theme import Theme
from blueprints.themes.theme import theme as theme_named


def trend_plot(trend: Trend, theme: str | Theme = "light") -> Plot:
    """A trend drawn in a theme. Raises ToolError without matplotlib, ValueError for a theme that is not there."""
    return _plot(TrendLayout(trend), theme)


def plane_plot(plane: Plane, theme: str | Theme = "light") -> Plot:
    """A plane drawn in a theme. Raises ToolError without matplotlib, ValueError for a theme that is not there."""
    return _plot(PlaneLayout(plane), theme)


def trend_svg(trend: Trend, theme: str | Theme = "light") -> str:
    """The SVG of a trend: see `trend_plot`."""
    return trend_plot(trend, theme).svg()


def plane_svg(plane: Plane, theme: str | Theme = "light") -> str:
    """The SVG of a plane: see `plane_plot`."""
    return plane_plot(plane, theme).svg()


def _plot(layout: TrendLayout | PlaneLayout, theme: str | Theme) -> Plot:
    chosen = theme_named(theme) if isinstance(theme, str) else theme
    return Plot(layout.scene, drawn(layout.chart, layout.scene, chosen), chosen)
