"""A trend and a plane with something of everything."""

from __future__ import annotations

from blueprints.plots import Feature, Plane, Point, Trend

TREND = Trend(
    "Loyal",
    "%",
    tuple(Point(f"2026-{n:02d}", 50 + n, 40 + n, 60 + n, 20 * n) for n in (1, 2, 3, 5, 8)),
    (("At least", 70.0),),
)
PLANE = Plane(
    "What movers wish",
    (Feature("A", 0.2, -0.8, "must-be", 120, (0.6, -0.3)), Feature("B", 0.8, -0.2, "attractive", 12)),
)
