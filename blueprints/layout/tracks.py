"""Which track of its gutter each segment of a route gets, so that few routes cross and none share a segment."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

Key = tuple[float, float]
"""A coordinate along a gutter that is known before lengths are: (gutter or cell, place in it)."""

_EXACT = 160
"""Up to so many segments in a gutter, their order is improved until nothing gains."""
_SPARE = 3
"""So many tracks more than needed are spent on fewer crossings."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A part of a route along a gutter, from `low` to `high`.

    `low_side` and `high_side` say where the route goes on at either end: −1 to the gutter's upper or left side,
    +1 to its lower or right side.
    """

    low: Key
    high: Key
    low_side: int
    high_side: int
    name: str = ""

    def overlaps(self, other: Segment) -> bool:
        """Whether both pass a common place."""
        return self.low <= other.high and other.low <= self.high


def crossings(before: Segment, after: Segment) -> int:
    """How often two segments cross when `before` has the upper (or left) track."""
    down = [(before.low, before.low_side), (before.high, before.high_side)]
    up = [(after.low, after.low_side), (after.high, after.high_side)]
    return sum(side > 0 and after.low < key < after.high for key, side in down) + sum(
        side < 0 and before.low < key < before.high for key, side in up
    )


def assign_tracks(segments: Sequence[Segment]) -> list[int]:
    """The track of each segment, from 0 at the gutter's upper or left side. Overlapping ones differ."""
    order = sorted(range(len(segments)), key=lambda index: _rank(segments[index]))
    _improve(order, segments)
    tracks = _stack(order, segments)
    return tracks if max(tracks, default=0) < _density(segments) + _SPARE else _pack(order, segments)


def _rank(segment: Segment) -> tuple[float, ...]:
    """A first order: turned up or left first (short ones outermost), then those passing, then turned down."""
    length = segment.high[0] - segment.low[0]
    sides = segment.low_side + segment.high_side
    if sides < 0:
        return (0, length, *segment.low)
    if sides > 0:
        return (2, -length, *segment.low)
    falling = segment.low_side < 0
    return (1, -segment.low[0], -segment.low[1]) if falling else (1, segment.low[0], segment.low[1])


def _improve(order: list[int], segments: Sequence[Segment]) -> None:
    """Swap neighbours while that saves crossings."""
    passes = len(order) if len(order) <= _EXACT else 2
    for _ in range(passes):
        changed = False
        for place in range(len(order) - 1):
            first, second = segments[order[place]], segments[order[place + 1]]
            if first.overlaps(second) and crossings(first, second) > crossings(second, first):
                order[place], order[place + 1] = order[place + 1], order[place]
                changed = True
        if not changed:
            return


def _ranks(segments: Sequence[Segment]) -> dict[Key, int]:
    return {key: rank for rank, key in enumerate(sorted({key for one in segments for key in (one.low, one.high)}))}


def _density(segments: Sequence[Segment]) -> int:
    """The most segments at any one place."""
    events = sorted([(one.low, 0) for one in segments] + [(one.high, 1) for one in segments])
    most = now = 0
    for _, closing in events:
        now += -1 if closing else 1
        most = max(most, now)
    return most


def _stack(order: Sequence[int], segments: Sequence[Segment]) -> list[int]:
    """Keep the order everywhere: each lies on the next track after all that it overlaps."""
    ranks = _ranks(segments)
    tops = [-1] * len(ranks)
    tracks = [0] * len(segments)
    for index in order:
        low, high = ranks[segments[index].low], ranks[segments[index].high]
        track = max(tops[low : high + 1]) + 1
        tops[low : high + 1] = [track] * (high - low + 1)
        tracks[index] = track
    return tracks


def _pack(order: Sequence[int], segments: Sequence[Segment]) -> list[int]:
    """As few tracks as there can be: from left to right, the first that is free."""
    places = {index: place for place, index in enumerate(order)}
    ends: list[Key] = []
    tracks = [0] * len(segments)
    for index in sorted(order, key=lambda one: (segments[one].low, places[one])):
        free = next((track for track, end in enumerate(ends) if end < segments[index].low), len(ends))
        if free == len(ends):
            ends.append(segments[index].high)
        ends[free] = segments[index].high
        tracks[index] = free
    return tracks
