"""What is written on a straight way from a step to the next, in the room between their cards."""

from __future__ import annotations

from blueprints.layout import measures as m
from blueprints.layout.text import measure, wrap, wrap_evenly

_WIDTH = 76.0
_LINES = 3
"""So many stand above the arrow without leaving the lane of the steps."""


def fits_between(text: str) -> bool:
    """Whether a text has room between two steps, with no word of it broken."""
    whole = all(measure(word, m.SMALL_SIZE) <= _WIDTH for word in text.split())
    return whole and len(wrap(text, _WIDTH, m.SMALL_SIZE)) <= _LINES


def lines_between(text: str) -> tuple[tuple[str, ...], float]:
    """The lines of such a text, and the width of the longest."""
    lines = wrap_evenly(text, _WIDTH, m.SMALL_SIZE)
    return lines, max((measure(line, m.SMALL_SIZE) for line in lines), default=0.0)
