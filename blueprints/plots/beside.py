"""Labels beside their marks, so that none meets another: the nearest free place, tried in one order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import product
from math import cos, hypot, inf, pi, sin

from blueprints.layout.shapes import Box, Point

_RINGS = (0.0, 5.0, 10.0, 16.0, 23.0, 31.0, 40.0, 50.0, 62.0, 76.0)
_WAYS = 16
_OFF = 2.0
"""Between a mark and the label beside it."""
_AIR = 0.5
_CELL = 12.0
_APART = 4.0
"""A label further from its mark than this is joined to it by a line."""


def place_beside(
    marks: Sequence[Box], sizes: Sequence[tuple[float, float]], taken: Sequence[Box], within: Box
) -> list[Box]:
    """A box for the label of each mark, within a box and clear of the marks, of what is taken, and of each other.

    Where there is no free place the one that meets least is taken.
    """
    room = _Room()
    for box in (*marks, *taken):
        room.take(box)
    placed: list[Box] = []
    for mark, size in zip(marks, sizes, strict=True):
        best, least = Box(mark.right + _OFF, mark.y, *size), inf
        for box in _tried(mark, size):
            met = room.met(box, least) if _inside(box, within) else inf
            if met < least:
                best, least = box, met
            if not least:
                break
        placed.append(best)
        room.take(best)
    return placed


def leader(mark: Box, label: Box) -> tuple[Point, Point] | None:
    """The ends of a line from a mark to its label, where they are apart."""
    at = mark.centre
    near = Point(min(max(at.x, label.x), label.right), min(max(at.y, label.y), label.bottom))
    far = hypot(near.x - at.x, near.y - at.y)
    if far <= mark.width / 2 + _OFF + _APART:
        return None
    share = mark.width / 2 / far
    return Point(at.x + (near.x - at.x) * share, at.y + (near.y - at.y) * share), near


def along(first: Point, last: Point, breadth: float = 3.0) -> list[Box]:
    """Boxes over a line, for labels to be clear of."""
    count = max(1, int(hypot(last.x - first.x, last.y - first.y) / breadth))
    shares = [place / count for place in range(count + 1)]
    places = [(first.x + (last.x - first.x) * share, first.y + (last.y - first.y) * share) for share in shares]
    return [Box(x - breadth / 2, y - breadth / 2, breadth, breadth) for x, y in places]


def _tried(mark: Box, size: tuple[float, float]) -> Iterator[Box]:
    """Right of a mark, then around it, then further off."""
    (width, height), at = size, mark.centre
    for ring in _RINGS:
        for way in range(_WAYS):
            turn = (way + 1) // 2 * (1 if way % 2 else -1) * 2 * pi / _WAYS
            away = mark.width / 2 + _OFF + ring
            x = at.x + cos(turn) * (away + width / 2)
            y = at.y + sin(turn) * (away + height / 2)
            yield Box(round(x - width / 2, 2), round(y - height / 2, 2), width, height)


def _inside(box: Box, within: Box) -> bool:
    return box.x >= within.x and box.y >= within.y and box.right <= within.right and box.bottom <= within.bottom


def _shared(box: Box, other: Box) -> float:
    """The area that two boxes share, with a little air."""
    across = min(box.right, other.right + _AIR) - max(box.x, other.x - _AIR)
    down = min(box.bottom, other.bottom + _AIR) - max(box.y, other.y - _AIR)
    return across * down if across > 0 and down > 0 else 0.0


class _Room:
    """What is taken of a page, by the cells of a grid: so that a label is compared only with what is near."""

    def __init__(self) -> None:
        self._cells: defaultdict[tuple[int, int], list[Box]] = defaultdict(list)

    def take(self, box: Box) -> None:
        """Take a box."""
        for cell in _cells(box):
            self._cells[cell].append(box)

    def met(self, box: Box, most: float) -> float:
        """How much of what is taken a box meets: the area, once a cell; no more is reckoned than `most`."""
        total = 0.0
        for cell in _cells(box):
            for other in self._cells.get(cell, ()):
                total += _shared(box, other)
                if total >= most:
                    return total
        return total


def _cells(box: Box) -> Iterator[tuple[int, int]]:
    across = range(int((box.x - _AIR) // _CELL), int((box.right + _AIR) // _CELL) + 1)
    down = range(int((box.y - _AIR) // _CELL), int((box.bottom + _AIR) // _CELL) + 1)
    return product(across, down)
