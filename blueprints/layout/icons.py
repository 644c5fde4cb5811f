"""Icons of our own, drawn as lines in a square of 16 by 16."""

from __future__ import annotations

from itertools import pairwise
from math import cos, pi, sin
from types import MappingProxyType

from blueprints.layout.shapes import Point

Piece = tuple[tuple[float, float], ...]

SIDE = 16
_ROUND = 0.5523
"""Length of a control arm that makes a cubic Bézier follow a quarter of a circle of radius 1."""


def _line(*points: tuple[float, float]) -> Piece:
    """A polyline as Bézier curves."""
    piece = [points[0]]
    for start, end in pairwise(points):
        piece += [start, end, end]
    return tuple(piece)


def _ellipse(x: float, y: float, across: float, down: float | None = None) -> Piece:
    """A whole ellipse around x, y."""
    a, b = across, across if down is None else down
    k, m = a * _ROUND, b * _ROUND
    return (
        (x + a, y), (x + a, y + m), (x + k, y + b), (x, y + b), (x - k, y + b), (x - a, y + m),
        (x - a, y), (x - a, y - m), (x - k, y - b), (x, y - b), (x + k, y - b), (x + a, y - m), (x + a, y),
    )  # fmt: skip


def _arc(x: float, y: float, radius: float, start: float, end: float) -> Piece:
    """An arc of at most a quarter turn per curve; angles in turns, clockwise from the right."""
    steps = max(1, round(abs(end - start) * 4 + 0.49))
    step = (end - start) * 2 * pi / steps
    arm = 4 / 3 * (sin(step / 4) / cos(step / 4)) * radius
    piece: list[tuple[float, float]] = []
    for index in range(steps):
        a, b = start * 2 * pi + index * step, start * 2 * pi + (index + 1) * step
        p, q = (x + radius * cos(a), y + radius * sin(a)), (x + radius * cos(b), y + radius * sin(b))
        piece += [] if piece else [p]
        piece += [(p[0] - arm * sin(a), p[1] + arm * cos(a)), (q[0] + arm * sin(b), q[1] - arm * cos(b)), q]
    return tuple(piece)


def _box(x: float, y: float, width: float, height: float) -> Piece:
    return _line((x, y), (x + width, y), (x + width, y + height), (x, y + height), (x, y))


def _star() -> Piece:
    turns = [(index / 10 - 0.25, 7.0 if index % 2 == 0 else 3.0) for index in range(11)]
    return _line(*((8 + radius * cos(turn * 2 * pi), 8.5 + radius * sin(turn * 2 * pi)) for turn, radius in turns))


ICONS: MappingProxyType[str, tuple[Piece, ...]] = MappingProxyType(
    {
        "web": (_ellipse(8, 8, 6.5), _ellipse(8, 8, 2.8, 6.5), _line((1.5, 8), (14.5, 8))),
        "app": (_box(4.5, 1.5, 7, 13), _line((7, 12.3), (9, 12.3))),
        "phone": (
            ((3, 2), (5, 1), (6, 2), (6.5, 5), (6.6, 6), (5, 6), (5, 7), (6, 9.5), (7, 10.3), (9, 11),
             (10, 11), (10, 9.4), (11, 9.5), (14, 10), (15, 11), (14, 13), (10, 17), (-1, 6), (3, 2)),
        ),
        "email": (_box(1.5, 3.5, 13, 9.5), _line((1.5, 4), (8, 9), (14.5, 4))),
        "post": (_box(2.5, 5, 11, 8.5), _line((2.5, 5), (5, 2.5), (11, 2.5), (13.5, 5)), _line((6, 8), (10, 8))),
        "chat": (
            _line((2, 3), (14, 3), (14, 11), (8, 11), (4.5, 14), (4.5, 11), (2, 11), (2, 3)),
            _line((5, 6), (11, 6)), _line((5, 8.3), (9, 8.3)),
        ),
        "shop": (
            _line((2.5, 7), (2.5, 14), (13.5, 14), (13.5, 7)),
            _line((1.5, 7), (3, 2.5), (13, 2.5), (14.5, 7), (1.5, 7)),
            _line((6.5, 14), (6.5, 10), (9.5, 10), (9.5, 14)),
        ),
        "home": (_line((1.5, 8), (8, 2), (14.5, 8)), _line((3.5, 6.5), (3.5, 14), (12.5, 14), (12.5, 6.5))),
        "person": (_ellipse(8, 5, 2.8), _arc(8, 14.5, 5.5, 0.5, 1.0)),
        "building": (
            _box(3.5, 2, 9, 12.5), _line((6, 5), (7, 5)), _line((9, 5), (10, 5)), _line((6, 8), (7, 8)),
            _line((9, 8), (10, 8)), _line((7, 14.5), (7, 11.5), (9, 11.5), (9, 14.5)),
        ),
        "system": (
            _ellipse(8, 4, 5.5, 2), _line((2.5, 4), (2.5, 12)), _line((13.5, 4), (13.5, 12)),
            ((2.5, 8), (2.5, 10.7), (13.5, 10.7), (13.5, 8)), ((2.5, 12), (2.5, 14.7), (13.5, 14.7), (13.5, 12)),
        ),
        "other": (_ellipse(8, 8, 5.5), _line((5.5, 8), (10.5, 8))),
        "clock": (_ellipse(8, 8, 6.2), _line((8, 4.2), (8, 8), (10.8, 9.6))),
        "deadline": (
            _line((3.5, 1.5), (12.5, 1.5)), _line((3.5, 14.5), (12.5, 14.5)),
            _line((4.5, 1.5), (4.5, 4), (11.5, 12), (11.5, 14.5)),
            _line((11.5, 1.5), (11.5, 4), (4.5, 12), (4.5, 14.5)),
        ),
        "rate": (_line((3.5, 13), (12.5, 3)), _ellipse(4.5, 4.5, 2), _ellipse(11.5, 11.5, 2)),
        "star": (_star(),),
        "fail": (_line((8, 2), (14.8, 14), (1.2, 14), (8, 2)), _line((8, 6.5), (8, 10)), _line((8, 11.8), (8, 12.2))),
        "recovery": (_arc(8, 8, 5.6, -0.2, 0.62), _line((9.2, 0.6), (12.2, 3.4), (8.6, 5))),
        "again": (
            _arc(8, 8, 5.2, -0.02, 0.4), _line((0.9, 10.2), (3.6, 11.3), (4.6, 8.4)),
            _arc(8, 8, 5.2, 0.48, 0.9), _line((15.1, 5.8), (12.4, 4.7), (11.4, 7.6)),
        ),
        "bulb": (
            _arc(8, 6.5, 4.7, 0.38, 1.12), _line((5, 10.2), (6, 12), (10, 12), (11, 10.2)), _line((6.5, 14), (9.5, 14)),
        ),
        "pain": (
            _ellipse(8, 8, 6.2), ((5, 11.3), (6.2, 9.2), (9.8, 9.2), (11, 11.3)),
            _line((5.8, 5.6), (5.8, 6.6)), _line((10.2, 5.6), (10.2, 6.6)),
        ),
        "thought": (_ellipse(8, 6, 6, 4.2), _ellipse(5.2, 12, 1.3), _ellipse(3, 14.3, 0.7)),
        "data": (
            _line((3.5, 1.5), (9.5, 1.5), (12.5, 4.5), (12.5, 14.5), (3.5, 14.5), (3.5, 1.5)),
            _line((6, 8), (10, 8)), _line((6, 10.7), (10, 10.7)),
        ),
        "start": (_line((4.5, 2.5), (13, 8), (4.5, 13.5), (4.5, 2.5)),),
        "end": (_line((4, 14.5), (4, 2), (12.5, 2), (10.5, 5), (12.5, 8), (4, 8)),),
        "dropped-out": (_ellipse(8, 8, 6.2), _line((5.5, 5.5), (10.5, 10.5)), _line((10.5, 5.5), (5.5, 10.5))),
        "nested": (_box(2, 2, 8.5, 8.5), _line((13.5, 5.5), (13.5, 13.5), (5.5, 13.5))),
        "at-once": (_line((2, 8), (6, 8), (9, 4), (14, 4)), _line((6, 8), (9, 12), (14, 12))),
        "leave": (_line((7, 3), (2.5, 3), (2.5, 13.5), (13, 13.5), (13, 9)), _line((9.5, 2), (14, 2), (14, 6.5)),
                  _line((14, 2), (7.5, 8.5))),
        "anywhere": (_line((2, 8), (12.5, 8)), _line((9, 4.5), (12.5, 8), (9, 11.5)), _line((14.5, 3), (14.5, 13))),
        "proactive": (_line((9, 1.5), (3.5, 9), (8, 9), (7, 14.5), (12.5, 7), (8, 7), (9, 1.5)),),
        "check": (_line((3, 8.5), (6.5, 12), (13, 4.5)),),
        "assumed": (
            ((3.6, 1.5), (0.4, 5), (0.4, 11), (3.6, 14.5)), _line((5, 8.6), (7.2, 11), (11, 5.2)),
            ((12.4, 1.5), (15.6, 5), (15.6, 11), (12.4, 14.5)),
        ),
        "cross": (_line((3.5, 3.5), (12.5, 12.5)), _line((12.5, 3.5), (3.5, 12.5))),
        "unknown": (_arc(8, 5.7, 3.2, 0.5, 1.17), _line((9.5, 8.4), (8, 9.6), (8, 10.6)), _line((8, 12.8), (8, 13.2))),
        "promise": (_line((2, 8), (14, 8)), _line((10, 4), (14, 8), (10, 12)), _ellipse(3, 8, 1.2)),
        "voice": (_line((2, 3), (14, 3), (14, 11), (8, 11), (4.5, 14), (4.5, 11), (2, 11), (2, 3)),),
        "voice-open": (
            _line((2, 3), (14, 3), (14, 11), (8, 11), (4.5, 14), (4.5, 11), (2, 11), (2, 3)),
            _line((8, 4.6), (8, 7.4)), _line((8, 9), (8, 9.4)),
        ),
        "answers": (
            _line((2, 14), (14, 14)), _line((4, 11.5), (4, 8)), _line((8, 11.5), (8, 5)), _line((12, 11.5), (12, 2)),
        ),
        "decides": (
            _line((2.5, 12.5), (1.8, 4.5), (5.5, 8), (8, 2.8), (10.5, 8), (14.2, 4.5), (13.5, 12.5), (2.5, 12.5)),
        ),
        "council": (
            _ellipse(5.3, 5.5, 2.2), _arc(5.3, 13.5, 4.2, 0.5, 1.0),
            _ellipse(11.4, 6.3, 1.8), _arc(12, 13.5, 3, 0.62, 1.0),
        ),
        "measure": (_arc(8, 11.5, 6.2, 0.5, 1.0), _line((1.8, 11.5), (14.2, 11.5)), _line((8, 11.5), (11, 7))),
        "target": (_ellipse(8, 8, 6.2), _ellipse(8, 8, 2.4)),
        "calendar": (
            _box(2.2, 3.2, 11.6, 10.8), _line((2.2, 6.6), (13.8, 6.6)), _line((5.4, 1.5), (5.4, 4.4)),
            _line((10.6, 1.5), (10.6, 4.4)),
        ),
        "plain": (_line((3, 8), (13, 8)),),
        "blank": (),
    }
)  # fmt: skip


def icon_strokes(icon: str, x: float, y: float, side: float) -> tuple[tuple[Point, ...], ...]:
    """The curves of an icon whose top left corner is at x, y."""
    scale = side / SIDE
    return tuple(tuple(Point(x + a * scale, y + b * scale) for a, b in piece) for piece in ICONS[icon])
