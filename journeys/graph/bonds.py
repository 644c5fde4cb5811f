"""What holds promises together, over all journeys: support both ways, what is kept where, and what follows from it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from journeys.graph.algorithms import carried
from journeys.graph.draft import Draft
from journeys.graph.flow import step_graph
from journeys.graph.nodes import ActionNode, Making
from journeys.language.finding import Place
from journeys.language.model.lanes import Lane


class Bond(NamedTuple):
    """What of a promise others rest on while not all are known: where it is made and kept, and what releases it."""

    id: str
    key: str
    name: str
    place: Place
    journey: str
    makings: tuple[Making, ...]
    kept: tuple[str, ...]
    unless: tuple[str, ...]
    standing: bool = False
    implied: bool = False


@dataclass
class Bonds:
    """Support both ways and the promises kept at each action, by node ids; `derived` do not say where they are made.

    `implied` are the promises of `promised:`, by their action. `first` are the actions that the customer meets: those
    of the first company lane of a step that is not empty.
    """

    actions: dict[str, ActionNode] = field(default_factory=dict)
    above: dict[str, list[str]] = field(default_factory=dict)
    below: dict[str, list[str]] = field(default_factory=dict)
    promises: dict[str, Bond] = field(default_factory=dict)
    kept: dict[str, list[str]] = field(default_factory=dict)
    implied: dict[str, str] = field(default_factory=dict)
    derived: set[str] = field(default_factory=set)
    first: set[str] = field(default_factory=set)
    _customers: dict[str, set[str]] = field(default_factory=dict)

    def add_supports(self, drafts: Iterable[Draft]) -> None:
        """The actions of all journeys, and which is supported by which."""
        for draft in drafts:
            self.actions.update((action.id, action) for action in draft.actions)
            self._customers[draft.id] = {person.id for person in draft.customers}
            self.first |= _first(draft)
            for support in draft.supports:
                self.above.setdefault(support.below, []).append(support.above)
                self.below.setdefault(support.above, []).append(support.below)

    def meets(self, action: ActionNode, customer: str) -> bool:
        """Whether a customer (by id) meets an action on a journey."""
        return action.id in self.first and customer in self._customers[action.journey]

    def add_promise(self, bond: Bond, *, derived: bool) -> None:
        """A promise, with where it is kept."""
        self.promises[bond.id] = bond
        for action in bond.kept:
            self.kept.setdefault(action, []).append(bond.id)
        if bond.implied:
            self.implied[bond.kept[0]] = bond.id
        if derived:
            self.derived.add(bond.id)

    def supported(self, actions: Iterable[str]) -> dict[str, None]:
        """The actions (ids) that some actions support, to any height."""
        found: dict[str, None] = {}
        queue = list(actions)
        for action in queue:
            for above in self.above.get(action, ()):
                if above not in found:
                    found[above] = None
                    queue.append(above)
        return found

    def beneath(self, bond: Bond) -> Iterable[str]:
        """The promises of `promised:` at all actions below those where a promise is kept."""
        seen, queue, found = set[str](), list(bond.kept), dict[str, None]()
        while queue:
            for below in self.below.get(queue.pop(), ()):
                if below in seen:
                    continue
                seen.add(below)
                queue.append(below)
                promise = self.implied.get(below)
                if promise is not None and promise != bond.id:
                    found[promise] = None
        return found


def _first(draft: Draft) -> set[str]:
    order = {lane: place for place, lane in enumerate(draft.shared.lanes)}
    lanes: dict[str, Lane] = {}
    for action in draft.actions:
        if action.company and (action.step not in lanes or order[action.lane] < order[lanes[action.step]]):
            lanes[action.step] = action.lane
    return {action.id for action in draft.actions if lanes.get(action.step) == action.lane}


class Derived(NamedTuple):
    """Where a promise is made, and the steps that release it."""

    makings: tuple[Making, ...]
    unless: tuple[str, ...]


class DerivedPlaces:
    """Where promises are made that do not say so: where all that they support is made, to any height."""

    def __init__(self, drafts: Iterable[Draft], bonds: Bonds) -> None:
        self._bonds = bonds
        self._ways = {draft.id: _Reach(draft) for draft in drafts}
        self._known: dict[str, Derived] = {}

    def of(self, promise: str) -> Derived:
        """Where a promise is made, and the steps that release it."""
        stack = [promise]
        open_: set[str] = set()
        while stack:
            id_ = stack[-1]
            above = self._above(id_) if id_ in self._bonds.derived else []
            waiting = [one for one in above if one not in self._known and one not in open_]
            open_.add(id_)
            if waiting:
                stack += waiting
            else:
                stack.pop()
                self._known.setdefault(id_, self._derived(self._bonds.promises[id_], above))
        found = self._known[promise]
        if not found.unless:
            return found
        here = self._ways[self._bonds.promises[promise].journey].order
        return found._replace(unless=tuple(step for step in found.unless if step in here))

    def _derived(self, bond: Bond, above: list[str]) -> Derived:
        if bond.id not in self._bonds.derived:
            return Derived(bond.makings, bond.unless)
        ways = self._ways[bond.journey]
        own = [step for action in bond.kept if (step := self._bonds.actions[action].step) in ways.order]
        made: dict[Making, None] = {}
        for making in (making for id_ in above for making in self._made(id_, bond)):
            made.update((making if ways.comes(making, step) else Making(step), None) for step in own)
        if not made:
            made = {Making(step): None for step in own}
        released = set(bond.unless)
        known = [set(self._known[id_].unless) for id_ in above if id_ in self._known]
        if known:
            released |= set.intersection(*known)
        in_order = sorted(released, key=lambda step: (ways.order.get(step, len(ways.order)), step))
        return Derived(tuple(sorted(made, key=ways.place)), tuple(in_order))

    def _made(self, above: str, bond: Bond) -> tuple[Making, ...]:
        """Where a promise above is made; a standing one wherever it is kept above this one."""
        bonds, other = self._bonds, self._bonds.promises[above]
        if not other.standing:
            return self._known[above].makings if above in self._known else ()
        supported = bonds.supported(bond.kept)
        return tuple(Making(bonds.actions[action].step) for action in other.kept if action in supported)

    def _above(self, promise: str) -> list[str]:
        """The promises that are kept at an action above one where a promise is kept."""
        found: dict[str, None] = {}
        for action in self._bonds.supported(self._bonds.promises[promise].kept):
            found.update(dict.fromkeys(self._bonds.kept.get(action, ())))
        found.pop(promise, None)
        return list(found)


class _Reach:
    """The ways of a journey: its steps in order, and who comes where."""

    def __init__(self, draft: Draft) -> None:
        self.order = {step.id: step.index for step in draft.steps}
        self._draft = draft
        self._taken: dict[Making, list[str]] = {}
        for flow in draft.flows:
            if flow.when:
                self._taken.setdefault(Making(flow.source, flow.when), []).append(flow.target)

    @cached_property
    def _reach(self) -> dict[str, int]:
        """For each step the bits of all that come before it on some way, and of itself."""
        return carried(
            step_graph(self._draft.steps, self._draft.flows), {step: 1 << at for step, at in self.order.items()}
        )

    def comes(self, making: Making, target: str) -> bool:
        """Whether those to whom a promise is made somewhere come to a step, or are there."""
        if making.step not in self.order:
            return False
        starts = self._taken.get(making) if making.when and making.step != target else None
        steps = [making.step] if starts is None else [step for step in starts if step]
        return any(self._reach[target] >> self.order[step] & 1 for step in steps)

    def place(self, making: Making) -> tuple[int, str]:
        """For the order of the file."""
        return self.order[making.step], making.when
