"""The points of the calculus that ask no time and no rate: 1 to 7 and 10."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from fractions import Fraction
from typing import Any

from .choices import CHOICES
from .model import Place, Promise, World
from .paths import Ground, closure
from .reading_promises import strictly_beneath
from .timing import pairs, regions, ways_that_led
from .work import firm

Fault = tuple[int, Any]
"""The number of a point, and where it fails."""


def somebody(world: World, promise: Promise) -> Iterator[Fault]:
    """1: `by` is a declared owner whose post is filled; `to` is a declared customer or owner."""
    known = world.customers | set(world.owners)
    if promise.by is None or not world.owners.get(promise.by) or not promise.to or promise.to - known:
        yield 1, ()


def somewhere(promise: Promise) -> Iterator[Fault]:
    """2: K is not empty, and all that `kept` names is a company action."""
    if not promise.kept or promise.astray:
        yield 2, ()


def every_path(world: World, promise: Promise) -> Iterator[Fault]:
    """3: k's step is m or can be reached from m, and no path misses it that `unless` does not release."""
    for place, kept in pairs(world, promise):
        steps = [world.actions[k].step for k in kept]
        if place[0] in steps:
            continue
        ground = Ground(world, world.steps[place[0]].journey, steps)
        missed = ground.missed(place, {*steps, *promise.unless})
        if missed or not set(steps) & set(ground.reached(place)):
            yield 3, ("any" if promise.any else kept[0], place[0], missed)


def own_behaviour(world: World, promise: Promise) -> Iterator[Fault]:
    """4: `by` owns each k, or a condition in R is by k's owner, to `by`, and kept at k."""
    for k in promise.kept:
        owner = world.actions[k].owner
        helped = any(
            owner == q.by and promise.by in q.to and k in q.kept and firm(q)
            for q in (world.promises[key] for key in promise.conditions)
        )
        if owner is None or (owner != promise.by and not helped):
            yield 4, k


def backed(world: World, promise: Promise) -> Iterator[Fault]:
    """5: for every a ⇐ b at or below K whose owners differ there is a promise in R* by b's owner, to a's, kept at b."""
    rests = [world.promises[key] for key in promise.rests]
    for above in world.beneath(promise.kept):
        owner = world.actions[above].owner
        for below in world.supports[above]:
            behind = world.actions[below].owner
            if behind is None:
                yield 5, (below,)
            elif owner is not None and owner != behind:
                good = (q for q in rests if q.by == behind and owner in q.to and below in q.kept and firm(q))
                if next(good, None) is None:
                    yield 5, (above, below)


def conditions(world: World, promise: Promise) -> Iterator[tuple[str, bool]]:
    """6: each condition that fails (True), or that is assumed (False), by its key."""
    for unknown in promise.unknown:
        yield unknown, True
    exempt = set(strictly_beneath(world, promise))
    for key in promise.conditions:
        q = world.promises[key]
        if q.short not in exempt and q.by != promise.by and promise.by not in q.to and not _same(q.to, promise.to):
            yield key, True
        if q.kept:
            verdict = _kept_in_time(world, promise, q)
            if verdict is not None:
                yield key, verdict


def _same(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one & other) if CHOICES.some_shared_promisee_is_the_same else one == other


def _kept_in_time(world: World, promise: Promise, q: Promise) -> bool | None:
    """True where a condition is kept too late, False where it is assumed not to be needed, None where in time."""
    steps = {world.actions[action].step for action in q.kept}
    found = [_on_ways(world, promise, q, place, kept, steps) for place, kept in pairs(world, promise)]
    return True if True in found else False if False in found else None


def _on_ways(
    world: World, promise: Promise, q: Promise, place: Place, kept: tuple[str, ...], steps: Collection[str]
) -> bool | None:
    """As above, for one place of promising: on every way, on some, on none."""
    some = none = asked = False
    for region, _ in regions(world, promise, place, kept):
        asked = True
        near = {world.steps[node.removeprefix("*")].journey for node in region.nodes} | {world.steps[place[0]].journey}
        if not near & {world.steps[step].journey for step in steps}:
            if not q.standing:
                return False
            some = True
            continue
        if region.target in steps:
            some = True
            continue
        before = {node for node in region.nodes if node.removeprefix("*") in steps}
        led, led_free = ways_that_led(world, place[0], set(steps) - {place[0]})
        some = some or bool(before) or led
        none = none or (led_free and _comes_free(region.origin, region.target, before, region.edges))
    return None if not asked or not none else not some


def _comes_free(origin: str, target: str, places: Collection[str], edges: list[Any]) -> bool:
    if origin in places:
        return False
    left = [edge for edge in edges if edge.source not in places and edge.target not in places]
    return origin == target or target in closure(origin, left)


def circle(promise: Promise) -> Iterator[Fault]:
    """7: no circle in what promises rely on."""
    if promise.key in promise.rests:
        yield 7, ()


def one_word(world: World, promise: Promise) -> Iterator[Fault]:
    """10: no other promise to the same promisee, made and kept in the same places, says another word."""
    if any(_contradicts(promise, other) for other in world.promises.values() if other is not promise):
        yield 10, ()


def _contradicts(one: Promise, other: Promise) -> bool:
    same_places = (
        _same(one.to, other.to)
        and bool(one.kept)
        and set(one.kept) == set(other.kept)
        and one.any == other.any
        and one.standing == other.standing
        and set(one.places) == set(other.places)
    )
    if not same_places:
        return False
    same_rate = (one.rate or Fraction(1)) == (other.rate or Fraction(1))
    if one.within is None or other.within is None:
        both_unsaid = one.within is other.within
        return both_unsaid and not same_rate and CHOICES.no_within_twice_is_the_same
    return (one.within == other.within) != same_rate
