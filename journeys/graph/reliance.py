"""Which promise relies on which, to any depth: components, and closures as sets of bits.

A closure as one integer makes "is q among all that p relies on" a single operation, so that a chain of
ten thousand promises stays a matter of seconds and needs no recursion.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from journeys.graph.algorithms import components, numbered, pieces, reached
from journeys.graph.nodes import PromiseNode

if TYPE_CHECKING:
    import networkx as nx


class Reliance:
    """The graph of R over all promises of a workspace. Promises are numbered in the order given."""

    def __init__(self, nodes: Mapping[str, PromiseNode]) -> None:
        self.ids: tuple[str, ...] = tuple(nodes)
        self.number: Mapping[str, int] = {id_: number for number, id_ in enumerate(self.ids)}
        self.nodes = nodes
        self.conditions: Sequence[tuple[int, ...]] = tuple(
            tuple(self.number[id_] for id_ in node.conditions if id_ in self.number) for node in nodes.values()
        )

    @cached_property
    def graph(self) -> nx.DiGraph[int]:
        """The promises by number, with an edge from each to what it relies on."""
        return numbered(self.conditions)

    @cached_property
    def components(self) -> Sequence[Sequence[int]]:
        """Strongly connected components, conditions before those that rely on them."""
        return components(self.graph)

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
    def _groups(self) -> tuple[Sequence[int], Sequence[Sequence[int]]]:
        """Promises that have nothing to do with each other need no common bits: groups, and the members of each."""
        groups = pieces(self.graph)
        group_of = [0] * len(self.ids)
        for number, members in enumerate(groups):
            for promise in members:
                group_of[promise] = number
        return group_of, groups

    @cached_property
    def _bit(self) -> Sequence[int]:
        found = [0] * len(self.ids)
        for group in self._groups[1]:
            for position, promise in enumerate(group):
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
        """R*: the bits (see `bit`) of all that a promise relies on."""
        return self._closures[promise]

    def bit(self, promise: int) -> int:
        """The bit of one promise, as a number to shift by."""
        return self._bit[promise]

    def group(self, promise: int) -> int:
        """The group a promise belongs to: closures of one group speak of the same bits."""
        return self._groups[0][promise]

    def relies(self, promise: int, other: int) -> bool:
        """Whether `other` is in R* of `promise`."""
        return self.group(promise) == self.group(other) and bool(self._closures[promise] >> self._bit[other] & 1)

    def members(self, group: int, bits: int) -> Iterator[int]:
        """The promises of some bits of a group."""
        members = self._groups[1][group]
        while bits:
            low = bits & -bits
            yield members[low.bit_length() - 1]
            bits ^= low

    def all_below(self, promise: int) -> frozenset[int]:
        """R* as numbers."""
        return frozenset(self.members(self.group(promise), self._closures[promise]))

    def relies_on(self, promise: str) -> frozenset[str]:
        """The ids of all that a promise (by id) relies on, to any depth."""
        return frozenset(self.ids[number] for number in self.all_below(self.number[promise]))

    def relied_on_by(self, promise: str) -> frozenset[str]:
        """The ids of all that rely on a promise (by id), to any depth; itself where it waits for itself."""
        number = self.number[promise]
        found = reached(self.graph.reverse(copy=False), [number])
        return frozenset(self.ids[one] for one in found if one != number or self.in_circle(number))
