"""From broken promises to what breaks them, and back: who suffers from a root cause."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

from journeys.graph.reliance import Reliance
from journeys.graph.verdict import Breakage, Cause, Root, State, Verdict

# A cause that breaks more promises than this names the first of them: longer lists are read by nobody.
_MOST_NAMED = 200


class Roots:
    """Root causes of a workspace. A promise's roots are held as bits, so that long chains share them."""

    def __init__(self, reliance: Reliance, verdicts: Mapping[str, Verdict]) -> None:
        self._reliance = reliance
        self._verdicts: Sequence[Verdict] = [verdicts[id_] for id_ in reliance.ids]

    @cached_property
    def causes(self) -> Sequence[Cause]:
        """Every root cause once, in the order of the promises."""
        found: dict[Root, Cause] = {}
        for verdict in self._verdicts:
            for cause in verdict.causes:
                found.setdefault(cause.root, cause)
        return list(found.values())

    @cached_property
    def _number(self) -> Mapping[Root, int]:
        return {cause.root: number for number, cause in enumerate(self.causes)}

    @cached_property
    def _bits(self) -> Sequence[int]:
        """The roots at and beneath each promise."""
        found = [0] * len(self._verdicts)
        for component in self._reliance.components:
            total = 0
            for promise in component:
                for cause in self._verdicts[promise].causes:
                    if not cause.unproven:
                        total |= 1 << self._number[cause.root]
                for below in self._broken(promise):
                    total |= found[below]
            for promise in component:
                found[promise] = total
        return found

    def _broken(self, promise: int) -> list[int]:
        return [self._reliance.number[id_] for id_ in self._verdicts[promise].broken_conditions]

    @cached_property
    def _nearest(self) -> Sequence[tuple[int, int]]:
        """For each broken promise the distance to its nearest root, and the condition on the way (-1: its own)."""
        found: list[tuple[int, int]] = [(1 << 60, -1)] * len(self._verdicts)
        for component in self._reliance.components:
            for promise in component:
                if any(not cause.unproven for cause in self._verdicts[promise].causes):
                    found[promise] = (0, -1)
            for promise in component:
                if found[promise][0]:
                    ways = [(found[below][0] + 1, below) for below in self._broken(promise)]
                    found[promise] = min(ways, default=found[promise])
        return found

    def breakage(self, promise: str, most: int = 12, most_others: int = 6) -> Breakage | None:
        """Why a promise is broken; None if it is not. Of a longer way the first `most` and the last are told."""
        number = self._reliance.number[promise]
        if self._verdicts[number].state is not State.BROKEN:
            return None
        way = [number]
        while self._nearest[way[-1]][1] >= 0 and len(way) < most:
            way.append(self._nearest[way[-1]][1])
        last = self._end[way[-1]]
        if last != way[-1]:
            way.append(last)
        cause = next(cause for cause in self._verdicts[last].causes if not cause.unproven)
        others = self._others(number, cause, most_others)
        more = self.count(promise) - 1 - len(others)
        return Breakage(tuple(self._reliance.ids[one] for one in way), cause, others, more)

    @cached_property
    def _end(self) -> Sequence[int]:
        """The promise at which each promise's nearest root is."""
        found = list(range(len(self._verdicts)))
        for component in self._reliance.components:
            for promise in sorted(component, key=lambda one: self._nearest[one][0]):
                below = self._nearest[promise][1]
                if below >= 0:
                    found[promise] = found[below]
        return found

    def _others(self, promise: int, cause: Cause, most: int) -> tuple[Cause, ...]:
        bits = self._bits[promise] & ~(1 << self._number[cause.root])
        found: list[Cause] = []
        while bits and len(found) < most:
            low = bits & -bits
            found.append(self.causes[low.bit_length() - 1])
            bits ^= low
        return tuple(found)

    def count(self, promise: str) -> int:
        """How many root causes there are at and beneath a promise."""
        return self._bits[self._reliance.number[promise]].bit_count()

    @cached_property
    def broken_by(self) -> Mapping[Root, Sequence[str]]:
        """The promises to customers that each root cause breaks."""
        found: dict[Root, list[str]] = {}
        for number, id_ in enumerate(self._reliance.ids):
            if not self._reliance.nodes[id_].to_customer:
                continue
            bits, named = self._bits[number], 0
            while bits and named < _MOST_NAMED:
                low = bits & -bits
                found.setdefault(self.causes[low.bit_length() - 1].root, []).append(id_)
                bits ^= low
                named += 1
        return found
