"""The places along a trend: one a month, and one for each month of which nothing is said."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import isfinite

from blueprints.layout.text import clean
from blueprints.plots.answers import Point

_MONTH = re.compile(r"(\d{4})-(0[1-9]|1[0-2])")
_NAMES = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
GAP = "…"
"""The label of a place that stands for many months."""
_MOST = 600
"""So many months without answers in a row are shown one by one; more, as one gap."""


def is_month(label: str) -> bool:
    """Whether a label is a month as `2026-03`."""
    return _MONTH.fullmatch(label) is not None


def monthly(points: Sequence[Point]) -> bool:
    """Whether the places are months one after another, and there are any."""
    return bool(points) and all(one.label == GAP or is_month(one.label) for one in points)


def month_name(label: str) -> str:
    """The short name of a month, without its year."""
    return _NAMES[int(label[5:]) - 1] if is_month(label) else GAP


def said(label: str) -> str:
    """A label in words: `Mar 2026`."""
    return f"{month_name(label)} {label[:4]}" if is_month(label) else clean(label)


def answered(point: Point) -> bool:
    """Whether there is a figure."""
    return point.answers > 0 and all(map(isfinite, (point.value, point.low, point.high)))


def whole(points: Sequence[Point]) -> tuple[Point, ...]:
    """All places: months in their order with the missing ones among them, or other labels as they come."""
    if not all(is_month(point.label) for point in points):
        return tuple(points)
    ordered = sorted(points, key=lambda point: point.label)
    found = [*ordered[:1]]
    for before, after in pairwise(ordered):
        found += [Point(label, 0.0, 0.0, 0.0, 0) for label in _between(before.label, after.label)]
        found.append(after)
    return tuple(found)


def _between(first: str, last: str) -> Iterator[str]:
    numbers = range(_number(first) + 1, _number(last))
    if len(numbers) > _MOST:
        yield GAP
        return
    for number in numbers:
        yield f"{number // 12:04d}-{number % 12 + 1:02d}"


def _number(label: str) -> int:
    return int(label[:4]) * 12 + int(label[5:]) - 1
