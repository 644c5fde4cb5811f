"""The head of a plot: its title, and how it is read."""

from __future__ import annotations

from blueprints.layout import measures as m
from blueprints.layout.shapes import Group, Rect, Text
from blueprints.plots.words import cut, words

TITLE = 15.0
BELOW = 22.0
"""Between the head and what is beneath it."""
_TITLE_LINES, _READING_LINES = 3, 5


def head(title: str, reading: str, width: float) -> Group:
    """The head of a plot of a width."""
    room = width - 2 * m.MARGIN
    lines = cut(title, room, TITLE, _TITLE_LINES, bold=True)
    first = words("title", lines, m.MARGIN, m.MARGIN, TITLE, "title", bold=True, kind="title")
    below = first.box.bottom + (4 if lines else 0)
    how = cut(reading, room, m.SMALL_SIZE, _READING_LINES)
    return Group(
        "head", "head", "", (first, words("reading", how, m.MARGIN, below, m.SMALL_SIZE, "quiet", kind="note"))
    )


def bottom_of(group: Group) -> float:
    """The foot of the lowest words or mark of a group."""
    return max((shape.box.bottom for shape in group.shapes if isinstance(shape, Rect | Text)), default=0.0)
