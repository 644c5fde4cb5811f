"""Labels beside their marks, so that none meets another: the nearest free place, tried in one order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import cos, pi, sin

from blueprints.layout.shapes import Box, Point

_RINGS = (0.0, 5.0, 11.0, 18.0, 26.0, 36.0, 48.0)
_WAYS = 16
_AIR = 1.0


def place_beside(
    marks: Sequence[Box], sizes: Sequence[tuple[float, float]], taken: Sequence[Box], within: Box
) -> list[Box]:
    """A box for the label of each mark, within a box and clear of the marks, of what is taken, and of each other.

    Where there is no free place the one that meets least is taken.
    """
    placed: list[Box] = []
    for mark, size in zip(marks, sizes, strict=True):
        obstacles = [*marks, *taken, *placed]
        best, least = None, 0.0
        for box in _tried(mark.centre, mark.width / 2, size):
            if not _inside(box, within):
                continue
            met = sum(_shared(box, other) for other in obstacles)
            if best is None or met < least:
                best, least = box, met
            if not met:
                break
        placed.append(best or Box(mark.right, mark.y, *size))
    return placed


def _tried(at: Point, radius: float, size: tuple[float, float]) -> Iterator[Box]:
    """Right of a mark, then around it, then further off."""
    width, height = size
    for ring in _RINGS:
        for way in range(_WAYS):
            turn = (way + 1) // 2 * (1 if way % 2 else -1) * 2 * pi / _WAYS
            x = at.x + cos(turn) * (radius + ring + _AIR + width / 2)
            y = at.y + sin(turn) * (radius + ring + _AIR + height / 2)
            yield Box(round(x - width / 2, 2), round(y - height / 2, 2), width, height)


def _inside(box: Box, within: Box) -> bool:
    return box.x >= within.x and box.y >= within.y and box.right <= within.right and box.bottom <= within.bottom


def _shared(box: Box, other: Box) -> float:
    """The area that two boxes share, with a little air."""
    across = min(box.right, other.right + _AIR) - max(box.x, other.x - _AIR)
    down = min(box.bottom, other.bottom + _AIR) - max(box.y, other.y - _AIR)
    return max(0.0, across) * max(0.0, down)
