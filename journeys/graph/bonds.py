"""What holds promises together, over all journeys: support both ways, what is kept where, and what follows from it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from journeys.graph.algorithms import carried
from journeys.graph.build import Draft
from journeys.graph.flow import step_graph
from journeys.graph.nodes import ActionNode, Making, PromiseNode


@dataclass
class Bonds:
    """Support both ways and the promises kept at each action, by node ids; `derived` do not say where they are made.

    `implied` are the promises of `promised:`, by their action.
    """

    actions: dict[str, ActionNode] = field(default_factory=dict)
    above: dict[str, list[str]] = field(default_factory=dict)
    below: dict[str, list[str]] = field(default_factory=dict)
    promises: dict[str, PromiseNode] = field(default_factory=dict)
    kept: dict[str, list[str]] = field(default_factory=dict)
    implied: dict[str, str] = field(default_factory=dict)
    derived: set[str] = field(default_factory=set)

    def add_supports(self, drafts: Iterable[Draft]) -> None:
        """The actions of all journeys, and which is supported by which."""
        for draft in drafts:
            self.actions.update((action.id, action) for action in draft.actions)
            for support in draft.supports:
                self.above.setdefault(support.below, []).append(support.above)
                self.below.setdefault(support.above, []).append(support.below)

    def add_promise(self, node: PromiseNode, *, derived: bool) -> None:
        """A promise, with where it is kept."""
        self.promises[node.id] = node
        for action in node.kept:
            self.kept.setdefault(action, []).append(node.id)
        if node.implied:
            self.implied[node.kept[0]] = node.id
        if derived:
            self.derived.add(node.id)

    def beneath(self, node: PromiseNode) -> Iterable[str]:
        """The promises of `promised:` at the nearest actions below those where a promise is kept."""
        seen, queue, found = set[str](), list(node.kept), dict[str, None]()
        while queue:
            for below in self.below.get(queue.pop(), ()):
                if below in seen:
                    continue
                seen.add(below)
                promise = self.implied.get(below)
                if promise is None:
                    queue.append(below)
                elif promise != node.id:
                    found[promise] = None
        return found


class _Above(NamedTuple):
    """The nearest promises above one that say where they are made; and whether it supports another journey, too."""

    promises: list[PromiseNode]
    abroad: bool


class DerivedPlaces:
    """Where the promises of a journey are made that do not say so: where what they support is made."""

    def __init__(self, draft: Draft, promises: Iterable[PromiseNode], bonds: Bonds) -> None:
        self._draft = draft
        self._journey = draft.id
        self._order = {step.id: step.index for step in draft.steps}
        self._bonds = bonds
        made = dict.fromkeys(making.step for node in promises for making in node.makings)
        self._bits = {step: 1 << place for place, step in enumerate(made)}

    def of(self, promise: str) -> tuple[tuple[Making, ...], tuple[str, ...]]:
        """Where a promise is made, and the steps that release it.

        It is made in its own step where that cannot be reached from where what it supports is made, and where that
        lies in another journey. What is promised only for the sake of others is released where all of those are.
        """
        node = self._bonds.promises[promise]
        if promise not in self._bonds.derived:
            return node.makings, node.unless
        above = self._above(node)
        own = {self._bonds.actions[action].step for action in node.kept} & set(self._order)
        made: set[Making] = set()
        for making in (making for source in above.promises for making in source.makings):
            made.update(making if self._leads(making.step, step) else Making(step) for step in own)
        if above.abroad or not made:
            made.update(map(Making, own))
        released = set(node.unless)
        if above.promises and not above.abroad:
            released |= set.intersection(*(set(source.unless) for source in above.promises))
        return tuple(sorted(made, key=self._place)), tuple(sorted(released, key=self._order.__getitem__))

    def _place(self, making: Making) -> tuple[int, str]:
        return self._order[making.step], making.when

    @cached_property
    def _before(self) -> dict[str, int]:
        """By step, as bits, the places where promises are made that lead to it: one walk, however many there are."""
        return carried(step_graph(self._draft.steps, self._draft.flows), self._bits)

    def _leads(self, source: str, target: str) -> bool:
        """Whether a step where a promise is made is another, or comes before it on some way."""
        return bool(self._before[target] & self._bits[source])

    def _above(self, node: PromiseNode) -> _Above:
        found: dict[str, PromiseNode] = {}
        abroad = False
        seen, queue = set(node.kept), list(node.kept)
        while queue:
            for above in self._bonds.above.get(queue.pop(), ()):
                if self._bonds.actions[above].journey != self._journey:
                    abroad = True
                    continue
                said = [self._bonds.promises[id_] for id_ in self._bonds.kept.get(above, ())]
                said = [one for one in said if one.id not in self._bonds.derived and one.makings]
                abroad = abroad or any(one.journey != self._journey for one in said)
                found.update((one.id, one) for one in said if one.journey == self._journey)
                if not said and above not in seen:
                    seen.add(above)
                    queue.append(above)
        return _Above(list(found.values()), abroad)
