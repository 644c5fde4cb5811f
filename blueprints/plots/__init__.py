"""Plots of what customers answered: an index over months, and Kano's plane.

from blueprints.plots import Point, Trend, trend_svg

print(trend_svg(Trend("Loyal", "%", (Point("2026-03", 61, 52, 69, 120),))))

They need matplotlib: pip install 'journeys[plots]'.
"""

from __future__ import annotations

from blueprints.plots.answers import Feature, Plane, Point, Trend
from blueprints.plots.making import plane_plot, plane_svg, trend_plot, trend_svg

__all__ = ["Feature", "Plane", "Point", "Trend", "plane_plot", "plane_svg", "trend_plot", "trend_svg"]
