"""Sizes of everything on a drawing, in points."""

from __future__ import annotations

MARGIN = 28.0
LANE_NAME_WIDTH = 108.0
CARD_WIDTH = 152.0
CARD_INSET = 10.0
CARD_GAP = 10.0
"""Between cards stacked in a cell."""

LANE_PADDING = 12.0
"""Between a lane's edge and its cards."""

COLUMN_GUTTER = 26.0
"""The least width of the gutter between columns, when nothing runs in it."""

ROW_GUTTER = 8.0
"""The least height of the gutter between lanes."""

LINE_ROOM = 26.0
"""Room in a row's gutter for a named line (line of visibility, …)."""

TRACK = 8.0
"""Between two parallel routes."""

PORT = 12.0
"""Between two ports on the left or right side of a card."""

CORNER = 5.0
"""Radius of the bends of a route."""

ARROW = 6.0
"""Length of an arrow's tip."""

TITLE_SIZE = 22.0
PHASE_SIZE = 12.0
STEP_SIZE = 11.0
CARD_SIZE = 10.0
SMALL_SIZE = 8.5
TINY_SIZE = 8.0
ICON = 10.5
MARK = 15.0
"""Diameter of a finding's mark."""

LABEL_GAP = 6.0
"""Between a label and anything else."""

CURVE_HEIGHT = 104.0
BAR_GAP = 6.0
CHANGE_GAP = 2.4
BAR_INSET = 8.0
BAR_SPAN = 12.0
"""Room for the line from made to kept at the foot of a bar."""
