"""What a promise leans on that nobody wrote down: its own assumptions, and those of all that it relies on."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from journeys.graph.verdict import Assumption, Verdict
from journeys.graph.workspace import Workspace


class Leaning(NamedTuple):
    """An assumption, and the way to it: promise ids from a promise to the one that leans on it itself."""

    way: tuple[str, ...]
    assumption: Assumption


def leanings(workspace: Workspace, promise: str) -> Iterator[Leaning]:
    """The assumptions at and beneath a promise, nearest first; a place that several promises lean on, once."""
    verdicts = workspace.verdicts
    before: dict[str, str] = {promise: ""}
    told: set[tuple[str, str]] = set()
    queue = deque([promise])
    while queue:
        current = queue.popleft()
        for assumption in verdicts[current].assumptions:
            if _mark(assumption) not in told:
                told.add(_mark(assumption))
                yield Leaning(_way(before, current), assumption)
        for below in _below(verdicts[current]):
            if below not in before:
                before[below] = current
                queue.append(below)


def how_many(workspace: Workspace, promise: str) -> int:
    """The number of places at and beneath a promise where an assumption is made."""
    return _counts(workspace)[workspace.reliance.number[promise]]


# Rules ask it of one promise after the other; sets of places are bits, so that long chains share them.
@lru_cache(maxsize=2)
def _counts(workspace: Workspace) -> Sequence[int]:
    reliance, verdicts = workspace.reliance, workspace.verdicts
    numbers: dict[tuple[str, str], int] = {}
    found = [0] * len(reliance.ids)
    for component in reliance.components:
        total = 0
        for promise in component:
            verdict = verdicts[reliance.ids[promise]]
            for assumption in verdict.assumptions:
                total |= 1 << numbers.setdefault(_mark(assumption), len(numbers))
            for below in _below(verdict):
                total |= found[reliance.number[below]]
        for promise in component:
            found[promise] = total
    return [bits.bit_count() for bits in found]


def _mark(assumption: Assumption) -> tuple[str, str]:
    return assumption.silence.value, assumption.at


def _below(verdict: Verdict) -> tuple[str, ...]:
    return *verdict.assumed_conditions, *verdict.unproven_conditions


def _way(before: dict[str, str], promise: str) -> tuple[str, ...]:
    steps = []
    while promise:
        steps.append(promise)
        promise = before[promise]
    return tuple(reversed(steps))
