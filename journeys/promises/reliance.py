"""Which promise relies on which, to any depth: components, and closures as sets of bits.

A closure as one integer makes "is q among all that p relies on" a single operation, so that a chain of
ten thousand promises stays a matter of seconds and needs no recursion.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from journeys.graph.components import components
from journeys.graph.nodes import PromiseNode


class Reliance:
    """The graph of R over all promises of a workspace. Promises are numbered in the order given."""

    def __init__(self, nodes: Mapping[str, PromiseNode]) -> None:
        self.ids: tuple[str, ...] = tuple(nodes)
        self.number: Mapping[str, int] = {id_: number for number, id_ in enumerate(self.ids)}
        self.nodes = nodes
        self.conditions: Sequence[tuple[int, ...]] = tuple(
            tuple(self.number[id_] for id_ in (*node.relies_on, *node.beneath) if id_ in self.number)
            for node in nodes.values()
        )

    @cached_property
    def components(self) -> Sequence[Sequence[int]]:
        """Strongly connected components, conditions before those that rely on them."""
        return components(self.conditions)

    @cached_property
    def component_of(self) -> Sequence[int]:
        """The number of each promise's component."""
        found = [0] * len(self.ids)
        for number, component in enumerate(self.components):
            for promise in component:
                found[promise] = number
        return found

    def in_circle(self, promise: int) -> bool:
        """Whether a promise waits for itself."""
        return len(self.components[self.component_of[promise]]) > 1 or promise in self.conditions[promise]

    @cached_property
    def _circles(self) -> Mapping[int, tuple[int, ...]]:
        return {number: tuple(sorted(members)) for number, members in enumerate(self.components) if len(members) > 1}

    def circle(self, promise: int) -> tuple[int, ...]:
        """Those who wait for one another with a promise (itself among them), in the order of the files."""
        return self._circles.get(self.component_of[promise], (promise,))

    @cached_property
    def _family(self) -> tuple[Sequence[int], Sequence[Sequence[int]]]:
        """Promises that have nothing to do with each other need no common numbers: families, and members of each."""
        parent = list(range(len(self.ids)))

        def root(node: int) -> int:
            while parent[node] != node:
                parent[node] = parent[parent[node]]
                node = parent[node]
            return node

        for promise, conditions in enumerate(self.conditions):
            for condition in conditions:
                parent[root(condition)] = root(promise)
        members: dict[int, list[int]] = {}
        for promise in range(len(self.ids)):
            members.setdefault(root(promise), []).append(promise)
        families = list(members.values())
        family_of = [0] * len(self.ids)
        for number, family in enumerate(families):
            for promise in family:
                family_of[promise] = number
        return family_of, families

    @cached_property
    def _bit(self) -> Sequence[int]:
        found = [0] * len(self.ids)
        for family in self._family[1]:
            for position, promise in enumerate(family):
                found[promise] = position
        return found

    @cached_property
    def _closures(self) -> Sequence[int]:
        bit, below = self._bit, [0] * len(self.ids)
        for component in self.components:
            circle = len(component) > 1 or component[0] in self.conditions[component[0]]
            total = sum(1 << bit[promise] for promise in component) if circle else 0
            for promise in component:
                for condition in self.conditions[promise]:
                    total |= below[condition] | 1 << bit[condition]
            for promise in component:
                below[promise] = total
        return below

    def closure(self, promise: int) -> int:
        """R*: the bits of all that a promise relies on. Bits are those of `mask`."""
        return self._closures[promise]

    def mask(self, promises: Sequence[int], family: int) -> int:
        """The bits of some promises, those of other families left out."""
        total = 0
        for promise in promises:
            if self._family[0][promise] == family:
                total |= 1 << self._bit[promise]
        return total

    def bit(self, promise: int) -> int:
        """The bit of one promise, as a number to shift by."""
        return self._bit[promise]

    def family(self, promise: int) -> int:
        """The family a promise belongs to: closures of one family speak of the same bits."""
        return self._family[0][promise]

    def relies(self, promise: int, other: int) -> bool:
        """Whether `other` is in R* of `promise`."""
        return self.family(promise) == self.family(other) and bool(self._closures[promise] >> self._bit[other] & 1)

    def members(self, family: int, bits: int) -> Iterator[int]:
        """The promises of some bits of a family."""
        members = self._family[1][family]
        while bits:
            low = bits & -bits
            yield members[low.bit_length() - 1]
            bits ^= low

    def all_below(self, promise: int) -> frozenset[int]:
        """R* as numbers."""
        return frozenset(self.members(self.family(promise), self._closures[promise]))

    @cached_property
    def relied_on_by(self) -> Sequence[tuple[int, ...]]:
        """The promises that rely on each directly."""
        found: list[list[int]] = [[] for _ in self.ids]
        for promise, conditions in enumerate(self.conditions):
            for condition in conditions:
                found[condition].append(promise)
        return [tuple(dict.fromkeys(promises)) for promises in found]

    def all_above(self, promise: int) -> frozenset[int]:
        """All that rely on a promise, to any depth."""
        seen: set[int] = set()
        queue = [promise]
        while queue:
            for above in self.relied_on_by[queue.pop()]:
                if above not in seen:
                    seen.add(above)
                    queue.append(above)
        return frozenset(seen)
