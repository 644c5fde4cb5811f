"""Words on plots: lines in their boxes, cut where they would be too many, moved apart where they would meet."""

from __future__ import annotations

from collections.abc import Sequence

from blueprints.layout.shapes import Box, Text
from blueprints.layout.text import LINE_HEIGHT, clean, measure, wrap

_LONGEST = 2000
"""So many characters of a text are looked at; no line of a plot has room for more."""


def cut(text: str, width: float, size: float, most: int, *, bold: bool = False) -> tuple[str, ...]:
    """A text in lines no wider than `width`, at most so many; the last ends in an ellipsis where it goes on."""
    lines = wrap(clean(text)[:_LONGEST], width, size, bold)
    if len(lines) <= most:
        return lines
    rest = " ".join(lines[most - 1 :])
    last = wrap(rest, width - measure("…", size, bold), size, bold)[0]
    return (*lines[: most - 1], last + "…")


def words(name: str, lines: Sequence[str], x: float, y: float, size: float, ink: str = "text", *, align: str = "l",
          bold: bool = False, kind: str = "words") -> Text:  # fmt: skip
    """Lines whose first begins at height y, at the left (`l`), right (`r`) or middle (`c`) of x."""
    width = max((measure(line, size, bold) for line in lines), default=0.0)
    left = x - {"l": 0.0, "c": width / 2, "r": width}[align]
    box = Box(left, y, width, len(lines) * size * LINE_HEIGHT)
    return Text(name, box, tuple(lines), size, ink, bold, align, kind)


def spread(wanted: Sequence[float], heights: Sequence[float], top: float, bottom: float, gap: float) -> list[float]:
    """The tops of boxes in a column, each as near to its wanted middle as it may be without meeting another.

    They keep the order of their wanted middles, and stay between top and bottom; further down where there is no room.
    """
    bottom = max(bottom, top + sum(heights) + gap * max(0, len(heights) - 1))
    order = sorted(range(len(wanted)), key=lambda index: wanted[index])
    places = [0.0] * len(wanted)
    at = top
    for index in order:
        places[index] = max(at, wanted[index] - heights[index] / 2)
        at = places[index] + heights[index] + gap
    at = bottom
    for index in reversed(order):
        places[index] = max(min(places[index], at - heights[index]), top)
        at = places[index] - gap
    return places
