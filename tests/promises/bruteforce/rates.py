"""Often enough (point 9): sure and likely rates, by plain recursion."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from itertools import combinations
from math import prod

from .model import Promise, World


@dataclass(slots=True)
class Rates:
    """What point 9 says of a promise."""

    sure: Fraction | None = None
    likely: Fraction | None = None
    broken: bool = False
    unproven: bool = False
    independence: bool = False
    always: set[str] = field(default_factory=set)
    """Conditions that say no rate and rest on nothing."""


def in_circle(world: World, promise: Promise) -> bool:
    """Whether a promise leads to a circle: then it has no rate."""
    return any(key in world.promises[key].rests for key in {promise.key, *promise.rests})


def often_enough(world: World, promise: Promise) -> Rates:
    """Point 9 for one promise."""
    if in_circle(world, promise):
        return Rates()
    counted = counted_conditions(world, promise)
    sure, likely = bounds(world, counted)
    rates = Rates(sure, likely) if promise.rate is None else Rates(promise.rate, promise.rate)
    above = [other for other in world.promises.values() if promise.key in other.rests]
    if any(other.rate is not None for other in (promise, *above)):
        rates.always = {q.key for q in counted if q.rate is None and not q.conditions and not q.unknown}
    if promise.rate is None or promise.rate <= sure:
        return rates
    if promise.rate <= likely:
        rates.independence = True
        return rates
    least = min(rate_of(world, q)[1] for q in counted)
    shared = any(share_something(world, one, other) for one, other in combinations(counted, 2))
    rates.unproven = shared and promise.rate <= least
    rates.broken = not rates.unproven
    return rates


def counted_conditions(world: World, promise: Promise) -> list[Promise]:
    """R, "those that lie beneath another of R left out"."""
    conditions = [world.promises[key] for key in promise.conditions]
    return [q for q in conditions if not any(q.key in other.rests for other in conditions)]


def bounds(world: World, counted: list[Promise]) -> tuple[Fraction, Fraction]:
    """The sure bound Σ − (n − 1), at least 0, and the product of the likely rates."""
    rates = [rate_of(world, q) for q in counted]
    if not rates:
        return Fraction(1), Fraction(1)
    sure = sum((rate[0] for rate in rates), Fraction(0)) - (len(rates) - 1)
    return max(Fraction(0), sure), Fraction(prod(rate[1] for rate in rates))


def rate_of(world: World, promise: Promise) -> tuple[Fraction, Fraction]:
    """The sure and the likely rate of a promise that leads to no circle."""
    if promise.rate is not None:
        return promise.rate, promise.rate
    return bounds(world, counted_conditions(world, promise))


def share_something(world: World, one: Promise, other: Promise) -> bool:
    """Whether two conditions share a promise, an action or a system beneath: also beneath what they rely on."""
    if one.rests & other.rests:
        return True
    below, beside = (
        {action for key in (promise.key, *promise.rests) for action in world.beneath(world.promises[key].kept)}
        for promise in (one, other)
    )
    systems, others = ({world.actions[a].system for a in actions} - {None} for actions in (below, beside))
    return bool(below & beside or systems & others)
