"""From journeys to drawn files: findings and verdicts handed to the drawing as plain data.

Beside the command line and the documentation plugins this alone knows both packages.
"""

from __future__ import annotations

from journeys.features.drawing.batch import Batch, drawable, plan
from journeys.features.drawing.findings import marks, states
from journeys.features.drawing.order import DrawnFile, Order

__all__ = ["Batch", "DrawnFile", "Order", "drawable", "marks", "plan", "states"]
