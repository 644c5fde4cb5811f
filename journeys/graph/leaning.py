"""What a promise leans on that nobody wrote down: its own assumptions, and those of all that it relies on."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from journeys.graph.reliance import Reliance
from journeys.graph.verdict import Assumption, Verdict


class Leaning(NamedTuple):
    """An assumption, and the way to it: promise ids from a promise to the one that leans on it itself."""

    way: tuple[str, ...]
    assumption: Assumption


class Leanings:
    """All assumptions of a workspace, asked for by promise (node ids)."""

    def __init__(self, reliance: Reliance, verdicts: Mapping[str, Verdict]) -> None:
        self._reliance = reliance
        self._verdicts = verdicts

    def of(self, promise: str, *, whole: bool = False) -> Iterator[Leaning]:
        """The assumptions at and beneath a promise, nearest first; a place that several promises lean on, once.

        Unless a `whole` way is asked for, promises that assume nothing themselves and rest on a single one that is no
        better are left out of it: of a long chain each promise is asked, and each would be walked to its end.
        """
        verdicts = self._verdicts
        past: Mapping[str, str] = {} if whole else self._past
        before: dict[str, str] = {promise: ""}
        told: set[tuple[str, str]] = set()
        queue = deque([promise])
        while queue:
            current = queue.popleft()
            for assumption in verdicts[current].assumptions:
                if _mark(assumption) not in told:
                    told.add(_mark(assumption))
                    yield Leaning(_way(before, current), assumption)
            for below in (past.get(one, one) for one in _below(verdicts[current])):
                if below not in before:
                    before[below] = current
                    queue.append(below)

    def count(self, promise: str) -> int:
        """The number of places at and beneath a promise where an assumption is made."""
        return self._counts[self._reliance.number[promise]]

    @cached_property
    def _counts(self) -> Sequence[int]:
        """Sets of places are bits, so that long chains share them."""
        numbers: dict[tuple[str, str], int] = {}
        found = [0] * len(self._reliance.ids)
        for component in self._reliance.components:
            total = 0
            for promise in component:
                verdict = self._verdicts[self._reliance.ids[promise]]
                for assumption in verdict.assumptions:
                    total |= 1 << numbers.setdefault(_mark(assumption), len(numbers))
                for below in _below(verdict):
                    total |= found[self._reliance.number[below]]
            for promise in component:
                found[promise] = total
        return [bits.bit_count() for bits in found]

    @cached_property
    def _past(self) -> Mapping[str, str]:
        """For each promise that only passes on what another assumes, the first beneath it that does not."""
        found: dict[str, str] = {}
        for component in self._reliance.components:
            for id_ in (self._reliance.ids[promise] for promise in component):
                below = _below(self._verdicts[id_])
                if len(component) == 1 and len(below) == 1 and not self._verdicts[id_].assumptions:
                    found[id_] = found.get(below[0], below[0])
        return found


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
