"""The feeling curve: a smooth line through one point a column, from −2 to 2."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from blueprints.layout import measures as m
from blueprints.layout.shapes import Box, Group, Point, Rect, Shape, Stroke, Text
from blueprints.layout.text import LINE_HEIGHT, shortened
from blueprints.views.view import Feeling, View

_DOT = 8.0
_CLEAR = 5.0
"""Between the curve and the point or the word of a feeling that it passes by."""
_LEVELS = ((2, "delighted"), (0, "neutral"), (-2, "upset"))


def curve_group(view: View, columns: Sequence[Box], band: Box) -> Group:
    """The axis, the curve and its points with their words."""
    inner = band.inset(0, m.LANE_PADDING + 8)
    points = [(feeling, _point(feeling, columns, inner)) for feeling in view.feelings]
    places = {feeling.column: (feeling, point) for feeling, point in points}
    shapes: list[Shape] = [*_axis(columns, inner, band)]
    pieces = tuple(_smooth(_passing(ways, places)) for ways in _pieces(view.feelings))
    if pieces:
        shapes.append(Stroke("feeling curve", pieces, "curve", 1.8, kind="curve"))
    for index, (feeling, point) in enumerate(points):
        box = Box(point.x - _DOT / 2, point.y - _DOT / 2, _DOT, _DOT)
        shapes.append(Rect(f"feeling {index}", box, "point", "point"))
        if feeling.word:
            shapes.append(_word(index, feeling, point))
    label = "Feeling: " + ", ".join(
        f"{view.columns[feeling.column]} {feeling.value:+g} {feeling.word}".strip() for feeling in view.feelings
    )
    faded = bool(view.feelings) and all(feeling.faded for feeling in view.feelings)
    return Group("feeling", "curve", label, tuple(shapes), faded=faded)


def _pieces(feelings: Sequence[Feeling]) -> Iterator[list[int]]:
    """The columns of each part of the curve, which goes on as far as ways are left; each way is in one part."""
    felt = {feeling.column for feeling in feelings}
    left = {feeling.column: [column for column in feeling.onwards if column in felt] for feeling in feelings}
    for start in sorted(felt):
        while left[start]:
            piece = [start]
            while left[piece[-1]]:
                piece.append(left[piece[-1]].pop(0))
            yield piece


def _passing(columns: Sequence[int], places: Mapping[int, tuple[Feeling, Point]]) -> list[Point]:
    """The points of a part of the curve, and places where it passes by feelings that are not on its way."""
    found = [places[columns[0]][1]]
    for start, end in pairwise(columns):
        (_, before), (_, after) = places[start], places[end]
        for column in sorted(places):
            if start < column < end:
                feeling, beside = places[column]
                share = (beside.x - before.x) / (after.x - before.x)
                found.append(Point(beside.x, _clear(before.y + (after.y - before.y) * share, feeling, beside.y)))
        found.append(after)
    return found


def _clear(y: float, feeling: Feeling, point: float) -> float:
    """A height near y at which a curve meets neither the point of a feeling nor its word."""
    word = _DOT / 2 + 4 + m.SMALL_SIZE * LINE_HEIGHT + _CLEAR
    above, below = (_DOT / 2 + _CLEAR, word) if feeling.value > 0 else (word, _DOT / 2 + _CLEAR)
    if not point - above < y < point + below:
        return y
    return point - above if feeling.value > 0 else point + below


def _axis(columns: Sequence[Box], inner: Box, band: Box) -> list[Shape]:
    left, right = columns[0].x, band.right - 10
    shapes: list[Shape] = []
    for value, word in _LEVELS:
        y = _y(value, inner)
        ends = (Point(left, y), Point(left, y), Point(right, y), Point(right, y))
        shapes.append(Stroke(f"level {value}", (ends,), "axis", 0.6, "" if value == 0 else "dotted", kind="axis"))
        size = m.TINY_SIZE
        width = m.LANE_NAME_WIDTH - 14
        box = Box(left - 8 - width, y - size * LINE_HEIGHT / 2, width, size * LINE_HEIGHT)
        shapes.append(Text(f"level {value} name", box, (word,), size, "quiet", False, "r", "axis"))
    return shapes


def _y(value: float, inner: Box) -> float:
    return inner.y + inner.height * (2 - value) / 4


def _point(feeling: Feeling, columns: Sequence[Box], inner: Box) -> Point:
    return Point(columns[feeling.column].x + m.CARD_WIDTH / 2, _y(feeling.value, inner))


def _word(index: int, feeling: Feeling, point: Point) -> Text:
    """The word for a feeling, above the curve where it is low, beneath where it is high."""
    lines = shortened(feeling.word, m.CARD_WIDTH - 16, m.SMALL_SIZE)
    height = m.SMALL_SIZE * LINE_HEIGHT
    y = point.y + _DOT / 2 + 4 if feeling.value > 0 else point.y - _DOT / 2 - 4 - height
    return Text(f"feeling {index} word", Box(point.x - m.CARD_WIDTH / 2, y, m.CARD_WIDTH, height), lines,
                m.SMALL_SIZE, "quiet", False, "c", "feeling")  # fmt: skip


def _smooth(points: Sequence[Point]) -> tuple[Point, ...]:
    """A curve that is level at each point, so that it never overshoots the values."""
    curve = [points[0]]
    for start, end in pairwise(points):
        middle = (end.x - start.x) / 2
        curve += [Point(start.x + middle, start.y), Point(end.x - middle, end.y), end]
    return tuple(curve)
