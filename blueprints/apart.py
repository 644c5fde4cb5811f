"""A line of several scripts in parts, each at its place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from blueprints.scripts import Part, parts
from blueprints.shapes import Text
from blueprints.text import measure, right_to_left

ANCHORS = {"l": "start", "r": "end", "c": "middle"}
"""What SVG calls the side of a text that stands at its x."""

_SHARE = {"start": 0.0, "middle": 0.5, "end": 1.0}
_RIGHT_TO_LEFT, _END = "\u2067", "\u2069"


class Placed(NamedTuple):
    """A part of a line, where it stands, and in which family of fonts (`""` for the drawing's)."""

    text: str
    x: float
    anchor: str
    family: str


class Foreign(NamedTuple):
    """A part that is left out of a drawing for a program that sets it better itself.

    `x` and `y` are those of its foot in points from the page's top left; `share` of its width lies left of `x`.
    """

    text: str
    x: float
    y: float
    share: float
    size: float
    bold: bool
    ink: str
    family: str
    faded: bool


def share_of(anchor: str) -> float:
    """How much of a text's width lies left of its x."""
    return _SHARE[anchor]


def apart(line: str, shape: Text, x: float, region: str) -> Iterator[Placed]:
    """The parts of a line that stands at `x`, as its shape is aligned; without what would have to turn it round."""
    turned = right_to_left(line)
    found = parts(line, region)
    if len(found) == 1:
        yield _placed(found[0], x, ANCHORS[shape.align], turned)
        return
    width = measure(line, shape.size, shape.bold)
    left = x - _SHARE[ANCHORS[shape.align]] * width
    for part in found:
        room = measure(part.text, shape.size, shape.bold)
        lead = measure(part.text[: len(part.text) - len(part.text.lstrip())], shape.size, shape.bold)
        tail = measure(part.text[len(part.text.rstrip()) :], shape.size, shape.bold)
        first, last = (tail, lead) if turned else (lead, tail)
        start = (left + width - room if turned else left) + first
        # What is shaped can be narrower than its letters one by one: it stands in the middle of its room.
        share = 0.5 if part.family else 1.0 if turned else 0.0
        anchor = next(name for name, value in _SHARE.items() if value == share)
        yield _placed(part, start + share * (room - first - last), anchor, turned)
        left += -room if turned else room


def _placed(part: Part, x: float, anchor: str, turned: bool) -> Placed:
    text = part.text.strip()
    return Placed(f"{_RIGHT_TO_LEFT}{text}{_END}" if turned else text, x, anchor, part.family)
