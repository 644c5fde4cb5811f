"""A line of several scripts in parts, each at its place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple
from unicodedata import bidirectional

from blueprints.layout.scripts import Part, parts
from blueprints.layout.shapes import Text
from blueprints.layout.text import measure, right_to_left

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
    left = x - _SHARE[ANCHORS[shape.align]] * sum(_width(part.text, shape) for part in found)
    for part in _seen(found, turned):
        text, room = part.text, _width(part.text, shape)
        ends = [_width(text[: len(text) - len(text.lstrip())], shape), _width(text[len(text.rstrip()) :], shape)]
        backwards = _backwards(part, turned)
        first, last = reversed(ends) if backwards else ends
        # What is shaped can be narrower than its letters one by one: it stands in the middle of its room.
        anchor = "middle" if part.family else "start"
        if text.strip():
            yield _placed(part, left + first + _SHARE[anchor] * (room - first - last), anchor, backwards)
        left += room


def _seen(found: Sequence[Part], turned: bool) -> Iterator[Part]:
    """Parts from left to right, as they are seen (UAX #9, rule L2, without levels that are deeper)."""
    groups = [(backwards, list(group)) for backwards, group in groupby(found, lambda part: _backwards(part, turned))]
    for backwards, group in reversed(groups) if turned else groups:
        yield from reversed(group) if backwards else group


def _backwards(part: Part, turned: bool) -> bool:
    """Whether a part is read from right to left; one without letters is read as its line is."""
    return right_to_left(part.text) or (turned and not any(bidirectional(letter) == "L" for letter in part.text))


def _width(text: str, shape: Text) -> float:
    return measure(text, shape.size, shape.bold)


def _placed(part: Part, x: float, anchor: str, turned: bool) -> Placed:
    text = part.text.strip()
    return Placed(f"{_RIGHT_TO_LEFT}{text}{_END}" if turned else text, x, anchor, part.family)
