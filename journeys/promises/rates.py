"""Point 9: how often a promise can be kept, given how often its conditions are (calculus.md)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from functools import cached_property
from math import prod
from typing import NamedTuple

from journeys.graph.algorithms import components, digraph
from journeys.graph.facts import Rate
from journeys.graph.journey import JourneyGraph
from journeys.graph.reliance import Reliance

_DIGITS = 10**30
# What a promise can reach that relies on nothing.
_CERTAIN = Rate(Fraction(1), Fraction(1), Fraction(1))
_MOST_NAMED = 100


class Pair(NamedTuple):
    """At what rate a promise counts for those that rely on it: surely, and if all fail independently."""

    sure: Fraction
    likely: Fraction


_ALWAYS = Pair(Fraction(1), Fraction(1))


def rounded(rate: Fraction) -> Fraction:
    """A rate as it is, or rounded down to thirty digits: along a deep chain exact products grow without bound."""
    return rate if rate.denominator <= _DIGITS else Fraction(int(rate * _DIGITS), _DIGITS)


def _together(rates: Sequence[Pair]) -> Pair:
    """What is reached by all of some: at the worst, where never two fail together, and if all fail independently."""
    sure = (
        max(Fraction(0), sum((rate.sure for rate in rates), Fraction(0)) - (len(rates) - 1)) if rates else Fraction(1)
    )
    return Pair(rounded(sure), rounded(prod((rate.likely for rate in rates), start=Fraction(1))))


class Rates:
    """The rates of all promises of a workspace; promises by the numbers of `reliance`."""

    def __init__(self, reliance: Reliance, journeys: Mapping[str, JourneyGraph]) -> None:
        self._reliance = reliance
        self._journeys = journeys

    @cached_property
    def _own(self) -> Sequence[Pair]:
        """A promise's rates: its `at_least`, else what its conditions reach; always where it needs none."""
        reliance = self._reliance
        found = [_ALWAYS] * len(reliance.ids)
        for component in reliance.components:
            for promise in component:
                stated = reliance.nodes[reliance.ids[promise]].at_least
                if stated is not None:
                    found[promise] = Pair(stated, stated)
                elif not reliance.in_circle(promise):
                    found[promise] = _together([found[condition] for condition in self.nearest(promise)])
        return found

    @cached_property
    def _circling(self) -> Sequence[bool]:
        reliance = self._reliance
        found = [False] * len(reliance.ids)
        for component in reliance.components:
            circle = reliance.in_circle(component[0])
            for promise in component:
                found[promise] = circle or any(found[one] for one in reliance.conditions[promise])
        return found

    def known(self, promise: int) -> bool:
        """Whether a promise has rates: none in or above a circle has."""
        return not self._circling[promise]

    def own(self, promise: int) -> Pair:
        """The rates at which a promise counts for those that rely on it."""
        return self._own[promise]

    def asked(self, promise: int) -> bool:
        """Whether a promise or one that relies on it says a rate."""
        return self._asked[promise]

    @cached_property
    def _asked(self) -> Sequence[bool]:
        reliance = self._reliance
        found = [reliance.nodes[id_].at_least is not None for id_ in reliance.ids]
        for component in reversed(reliance.components):
            said = any(found[promise] for promise in component)
            for promise in component:
                found[promise] = said if len(component) > 1 else found[promise]
                if found[promise]:
                    for condition in reliance.conditions[promise]:
                        found[condition] = True
        return found

    def rate(self, promise: int) -> Rate:
        """The rates that a promise's conditions can reach, and which of them say none."""
        if not self._reliance.conditions[promise]:
            return _CERTAIN
        nearest = self.nearest(promise)
        rates = [self._own[condition] for condition in nearest]
        if not rates:
            return _CERTAIN
        sure, likely = _together(rates)
        silent = tuple(self._reliance.ids[one] for one in nearest if self._silent(one))
        shared = self._shared(nearest) if len(nearest) > 1 else ()
        return Rate(sure, likely, min(rate.likely for rate in rates), shared, silent)

    def _silent(self, promise: int) -> bool:
        """Whether a promise says no rate and rests on nothing from which one would follow."""
        node = self._reliance.nodes[self._reliance.ids[promise]]
        return node.at_least is None and not self._reliance.conditions[promise] and not node.unmet

    def nearest(self, promise: int) -> list[int]:
        """The conditions that do not lie beneath another of them."""
        reliance = self._reliance
        conditions = reliance.conditions[promise]
        beneath_one, beneath_two = 0, 0
        for condition in conditions:
            beneath_two |= beneath_one & reliance.closure(condition)
            beneath_one |= reliance.closure(condition)
        # A condition in a circle lies beneath itself; that alone does not put it beneath another.
        return [
            condition
            for condition in conditions
            if not (beneath_two if reliance.in_circle(condition) else beneath_one) >> reliance.bit(condition) & 1
        ]

    def _shared(self, conditions: Sequence[int]) -> tuple[str, ...]:
        """What two of some promises share: ids of promises and actions, names of systems; of many the first."""
        seen, both = 0, 0
        for condition in conditions:
            things = self._beneath[condition]
            both |= seen & things
            seen |= things
        group = self._reliance.group(conditions[0])
        names = self._things[1][group]
        found: list[str] = []
        while both and len(found) < _MOST_NAMED:
            low = both & -both
            found.append(names[low.bit_length() - 1])
            both ^= low
        return tuple(sorted(found))

    @cached_property
    def _things(self) -> tuple[Mapping[tuple[int, str], int], Sequence[Sequence[str]]]:
        """Promises, actions and systems numbered within each group of promises, and their names."""
        reliance = self._reliance
        number: dict[tuple[int, str], int] = {}
        names: dict[int, list[str]] = {}

        def give(group: int, thing: str) -> None:
            if (group, thing) not in number:
                known = names.setdefault(group, [])
                number[group, thing] = len(known)
                known.append(thing)

        for promise, id_ in enumerate(reliance.ids):
            group = reliance.group(promise)
            give(group, id_)
            for thing in self._resources(id_):
                give(group, thing)
        return number, [names.get(group, []) for group in range(len(reliance.ids))]

    def _resources(self, id_: str) -> frozenset[str]:
        """The actions at and below those where a promise is kept, and their systems."""
        node = self._reliance.nodes[id_]
        return frozenset().union(*(self._support[action] for action in node.kept)) if node.kept else frozenset()

    @cached_property
    def _support(self) -> Mapping[str, frozenset[str]]:
        """For each action, itself and all that supports it, and the systems of all those."""
        actions = {action.id: action for journey in self._journeys.values() for action in journey.actions}
        links = (link for journey in self._journeys.values() for link in journey.supports)
        graph = digraph(actions, ((link.above, link.below) for link in links))
        found: dict[str, frozenset[str]] = {}
        for component in components(graph):
            things: set[str] = set()
            for id_ in component:
                things.update((id_, *(f"system:{system}" for system in actions[id_].system)))
                for below in graph[id_]:
                    things |= found.get(below, frozenset())
            found.update(dict.fromkeys(component, frozenset(things)))
        return found

    @cached_property
    def _beneath(self) -> Sequence[int]:
        """What lies at and beneath each promise, as bits: itself, its resources, and those of all it relies on."""
        reliance, number = self._reliance, self._things[0]
        found = [0] * len(reliance.ids)
        for component in reliance.components:
            total = 0
            for promise in component:
                id_ = reliance.ids[promise]
                group = reliance.group(promise)
                for thing in (id_, *self._resources(id_)):
                    total |= 1 << number[group, thing]
                for condition in reliance.conditions[promise]:
                    total |= found[condition]
            for promise in component:
                found[promise] = total
        return found
