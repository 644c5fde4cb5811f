"""From journeys to drawn files: findings and verdicts handed to the drawing as plain data.

Beside the command line and the documentation plugins this alone knows both packages.
"""

from __future__ import annotations

from journeys.features.drawing.order import Drawn, Order
from journeys.features.drawing.plan import Plan, drawable, plan
from journeys.features.drawing.told import marks, states

__all__ = ["Drawn", "Order", "Plan", "drawable", "marks", "plan", "states"]
