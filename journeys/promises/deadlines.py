"""The conditions with a time, so arranged that few have to be looked at for one promise."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from journeys.graph.nodes import PromiseNode
from journeys.graph.reliance import Reliance
from journeys.language.model.duration import WorkingTime


class Deadlines:
    """All promises of a workspace that are kept somewhere, by where that is. Promises by the numbers of `reliance`."""

    def __init__(self, reliance: Reliance, steps: Mapping[str, str]) -> None:
        """`steps`: the step of each action, both by id."""
        self._reliance = reliance
        self._at: dict[tuple[int, str], list[_Alike]] = {}
        self._in: dict[tuple[int, str], int] = {}
        self._arrange(steps)

    def _arrange(self, steps: Mapping[str, str]) -> None:
        reliance = self._reliance
        here: dict[tuple[int, str, object], list[int]] = {}
        for number, id_ in enumerate(reliance.ids):
            node, group = reliance.nodes[id_], reliance.group(number)
            if node.within is None:
                continue
            for action in node.kept:
                place = (group, steps[action])
                self._in[place] = self._in.get(place, 0) | 1 << reliance.bit(number)
                alike = (node.makings, node.standing, node.firm, node.within.unit)
                here.setdefault((group, action, alike), []).append(number)
        for (group, action, _), members in here.items():
            self._at.setdefault((group, action), []).append(_Alike(reliance, members))

    def any_in(self, promise: int, step: str) -> bool:
        """Whether a condition (of all R*) with a time is kept in a step (by id)."""
        closure = self._reliance.closure(promise)
        return bool(closure and closure & self._in.get((self._reliance.group(promise), step), 0))

    def at(self, promise: int, action: str) -> list[PromiseNode]:
        """The conditions (all of R*) with a time that are kept at an action: of those alike, the latest."""
        closure = self._reliance.closure(promise) & ~(1 << self._reliance.bit(promise))
        if not closure:
            return []
        groups = self._at.get((self._reliance.group(promise), action), ())
        found = (group.latest(closure) for group in groups)
        return [self._node(number) for number in found if number is not None]

    def _node(self, number: int) -> PromiseNode:
        return self._reliance.nodes[self._reliance.ids[number]]


class _Alike:
    """Promises with times of one measure, the longest first, with the bits of every beginning of that row."""

    def __init__(self, reliance: Reliance, members: Sequence[int]) -> None:
        def length(number: int) -> tuple[Fraction, int]:
            within = reliance.nodes[reliance.ids[number]].within
            assert within is not None
            return (-within.seconds(WorkingTime()), number)

        self.members = sorted(members, key=length) if len(members) > 1 else list(members)
        self.prefixes: list[int] = []
        total = 0
        for number in self.members:
            total |= 1 << reliance.bit(number)
            self.prefixes.append(total)

    def latest(self, bits: int) -> int | None:
        """The member with the longest time among some bits, or None."""
        if not bits & self.prefixes[-1]:
            return None
        low, high = 0, len(self.members) - 1
        while low < high:
            middle = (low + high) // 2
            low, high = (low, middle) if bits & self.prefixes[middle] else (middle + 1, high)
        return self.members[low]
