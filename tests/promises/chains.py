"""What promises rest on, by brute force: conditions, chains of conditions, and the rates they come to."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from functools import cached_property
from itertools import combinations
from math import prod

from journeys.graph.nodes import ActionNode, PromiseNode
from journeys.graph.workspace import Workspace


class Chains:
    """The promises of a workspace, and every chain from one down to another."""

    def __init__(self, workspace: Workspace) -> None:
        self.journeys = workspace.journeys
        self.promises = {node.id: node for journey in self.journeys.values() for node in journey.promise_nodes}

    def conditions(self, promise: PromiseNode) -> list[PromiseNode]:
        """R: what it says it relies on, and the promises at the actions beneath."""
        return [self.promises[id_] for id_ in dict.fromkeys((*promise.relies_on, *promise.beneath))]

    def down(self, promise: PromiseNode, above: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
        """Every chain of conditions down from a promise that passes none twice."""
        for condition in self.conditions(promise):
            if condition.id not in above:
                yield (*above, condition.id)
                yield from self.down(condition, (*above, condition.id))

    @cached_property
    def _beneath(self) -> dict[str, frozenset[str]]:
        return {id_: frozenset(chain[-1] for chain in self.down(node)) for id_, node in self.promises.items()}

    def beneath(self, promise: PromiseNode) -> frozenset[str]:
        """R*: all that the chains lead to (the promise itself where they come back to it)."""
        return self._beneath[promise.id]

    def with_beneath(self, promise: PromiseNode) -> list[PromiseNode]:
        """The promise and R*."""
        return [self.promises[id_] for id_ in sorted(self.beneath(promise) | {promise.id})]

    def circle(self, promise: PromiseNode) -> frozenset[str]:
        """Those who wait for one another with this one; empty where nobody does."""
        return frozenset(id_ for id_ in self.beneath(promise) if promise.id in self.beneath(self.promises[id_]))

    def kept_actions(self, promise: PromiseNode) -> list[ActionNode]:
        """K."""
        return [action for action in self.journeys[promise.journey].actions if action.id in promise.kept]

    def at_or_below(self, promise: PromiseNode) -> frozenset[str]:
        """The actions it is kept at, and all that support them."""
        journey, found, todo = self.journeys[promise.journey], set[str](), list(promise.kept)
        while todo:
            action = todo.pop()
            if action not in found:
                found.add(action)
                todo += [link.below for link in journey.supports if link.certain and link.above == action]
        return frozenset(found)

    def rate(self, promise: PromiseNode) -> Fraction:
        """What others may count on: what it says, or else what its conditions come to."""
        if promise.at_least is not None:
            return promise.at_least
        if promise.id in self.beneath(promise):
            return Fraction(1)
        return prod((self.rate(q) for q in self.conditions(promise)), start=Fraction(1))

    def topmost(self, promise: PromiseNode) -> list[PromiseNode]:
        """R': the conditions that lie beneath no other of them."""
        conditions = self.conditions(promise)
        return [q for q in conditions if not any(q.id in self.beneath(r) for r in conditions if r.id != q.id)]

    def reachable_rates(self, promise: PromiseNode) -> tuple[Fraction, Fraction]:
        """The best rate the conditions reach together, and the least they may (Fréchet's lower bound)."""
        topmost = self.topmost(promise)
        rates = [self.rate(q) for q in topmost]
        if any(self._share(q, r) for q, r in combinations(topmost, 2)):
            return min(rates), max(Fraction(0), sum(rates, Fraction(0)) - (len(rates) - 1))
        return prod(rates, start=Fraction(1)), prod(rates, start=Fraction(1))

    def _share(self, q: PromiseNode, r: PromiseNode) -> bool:
        return any(
            below_q.id == below_r.id
            or self.at_or_below(below_q) & self.at_or_below(below_r)
            or self._systems(below_q) & self._systems(below_r)
            for below_q in self.with_beneath(q)
            for below_r in self.with_beneath(r)
        )

    def _systems(self, promise: PromiseNode) -> set[str]:
        inside = self.at_or_below(promise)
        return {
            name for action in self.journeys[promise.journey].actions if action.id in inside for name in action.system
        }
