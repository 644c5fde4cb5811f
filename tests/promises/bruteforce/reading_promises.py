"""Promises in full and in their short form (`language.md`: Promises), and what each relies on."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from .choices import CHOICES
from .model import Place, Promise, World
from .paths import Ground
from .quantities import said_span, share
from .reading import Reader, Workspace, as_list, meets_customer, read


def read_world(workspace: Workspace) -> World:
    """A whole workspace, its promises with their conditions R and all that these lead to (R*)."""
    reader = read(workspace)
    world = reader.world
    for journey, written in workspace["journeys"].items():
        for name, promise in written.get("promises", {}).items():
            found = _full(reader, journey, name, promise)
            world.promises[found.key] = found
    shorts = _shorts(reader)
    for promise in list(world.promises.values()):
        _conditions(reader, promise, shorts)
    completing = _Shorts(world, shorts)
    for action, short in shorts.items():
        short.places = completing.places(action, frozenset())
        short.unless = completing.released(action, frozenset())
    for promise in world.promises.values():
        promise.rests = frozenset(_reached(world, promise))
    return world


def _full(reader: Reader, journey: str, name: str, written: dict[str, Any]) -> Promise:
    world = reader.world
    promise = Promise(
        f"{journey}/{name}",
        journey,
        None if written.get("by") in (None, "none") else written["by"],
        frozenset(as_list(written.get("to"))),
        within=said_span(written.get("within"), world.calendar),
        rate=share(written.get("at_least")),
        unless=frozenset(_steps(reader, journey, as_list(written.get("unless")))),
        relies_on=tuple(as_list(written.get("relies_on"))),
    )
    kept = written.get("kept")
    if kept == "wherever":
        promise.standing = True
        promise.kept = tuple(action for action in world.actions if _stands_at(world, promise, action))
        return promise
    promise.any = isinstance(kept, dict)
    references = as_list(kept["any"] if isinstance(kept, dict) else kept)
    found = [(reference, reader.action(journey, reference)) for reference in references]
    good = [action for _, action in found if action is not None and world.actions[action].company]
    promise.kept = tuple(dict.fromkeys(good))
    promise.astray = tuple(ref for ref, action in found if action is None or not world.actions[action].company)
    promise.places = tuple(dict.fromkeys(_places(reader, journey, written.get("made"))))
    return promise


def _places(reader: Reader, journey: str, made: Any) -> Iterable[Place]:
    for entry in as_list(made):
        at, when = (entry["at"], entry.get("when")) if isinstance(entry, dict) else (entry, None)
        for step in _steps(reader, journey, as_list(at)):
            yield step, when


def _steps(reader: Reader, journey: str, references: list[str]) -> Iterable[str]:
    return [step for reference in references if (step := reader.step(journey, reference)) is not None]


def _stands_at(world: World, promise: Promise, action: str) -> bool:
    """Whether the promiser supports the promisee with this action."""
    found = world.actions[action]
    if not found.company or found.owner is None or found.owner != promise.by:
        return False
    if meets_customer(world, action) and promise.to & set(world.journeys[found.journey].customers):
        return True
    return any(action in below and world.actions[above].owner in promise.to for above, below in world.supports.items())


def _shorts(reader: Reader) -> dict[str, Promise]:
    """Promises in short form by action: by its owner, to the owner of each action it supports directly."""
    world = reader.world
    shorts: dict[str, Promise] = {}
    for action in world.actions.values():
        if action.short is None:
            continue
        above = [world.actions[name].owner for name, below in world.supports.items() if action.id in below]
        to = {owner for owner in above if owner is not None}
        if meets_customer(world, action.id):
            to |= set(world.journeys[action.journey].customers)
        key = f"{action.journey}/{action.short.get('id', action.id)}"
        promise = shorts[action.id] = Promise(key, action.journey, action.owner, frozenset(to), kept=(action.id,))
        promise.within = said_span(action.short.get("within"), world.calendar)
        promise.rate = share(action.short.get("at_least"))
        promise.short = action.id
        world.promises[key] = promise
    return shorts


def _conditions(reader: Reader, promise: Promise, shorts: dict[str, Promise]) -> None:
    """R: `relies_on`, and promises written at the actions beneath K."""
    world = reader.world
    keys = [ref if "/" in ref else f"{promise.journey}/{ref}" for ref in promise.relies_on]
    promise.unknown = tuple(ref for ref, key in zip(promise.relies_on, keys, strict=True) if key not in world.promises)
    written = [key for key in keys if key in world.promises]
    written += [shorts[action].key for action in strictly_beneath(world, promise) if action in shorts]
    if promise.short is not None:
        written = [key for key in written if key != promise.key]
    promise.conditions = tuple(dict.fromkeys(written))


def strictly_beneath(world: World, promise: Promise) -> list[str]:
    """The actions beneath K (one of K too, if it is beneath another)."""
    below = [action for kept in promise.kept for action in world.supports[kept]]
    return world.beneath(below)


class _Shorts:
    """Where short forms are made ("where what it supports is made"), and what releases them."""

    def __init__(self, world: World, shorts: dict[str, Promise]) -> None:
        self.world, self.ground = world, Ground(world)
        self.above = {
            action: [p for p in world.promises.values() if short.key in p.conditions and _is_above(world, p, action)]
            for action, short in shorts.items()
        }

    def places(self, action: str, seen: frozenset[str]) -> tuple[Place, ...]:
        """Where each promise above is made, or the own step where that cannot be reached or is another journey."""
        found = self.world.actions[action]
        places: list[Place] = []
        for promise in self.above[action]:
            for step, when in self._made(promise, action, seen | {action}):
                place = (step, when if CHOICES.short_form_keeps_when else None)
                near = self.world.steps[step].journey == found.journey
                places.append(place if near and self.ground.reaches(place, found.step) else (found.step, None))
        return tuple(dict.fromkeys(places)) or ((found.step, None),)

    def _made(self, promise: Promise, action: str, seen: frozenset[str]) -> tuple[Place, ...]:
        """The places of a promise above an action; a standing one is made wherever it is kept."""
        world = self.world
        if promise.standing:
            above = [k for k in promise.kept if action in world.beneath(world.supports[k])]
            return tuple((world.actions[k].step, None) for k in above)
        if promise.short is None:
            return promise.places
        return () if promise.short in seen else self.places(promise.short, seen)

    def released(self, action: str, seen: frozenset[str]) -> frozenset[str]:
        """ "What releases all of these"."""
        sets = [
            promise.unless if promise.short is None else self.released(promise.short, seen | {action})
            for promise in self.above[action]
            if promise.short not in seen
        ]
        return frozenset.intersection(*sets) if sets else frozenset()


def _is_above(world: World, promise: Promise, action: str) -> bool:
    """Whether a promise is kept at an action above this one."""
    if promise.short == action:
        return False
    if CHOICES.short_form_looks_all_the_way_up:
        return action in strictly_beneath(world, promise)
    return any(action in world.supports[kept] for kept in promise.kept)


def _reached(world: World, promise: Promise) -> list[str]:
    """R*: all that R leads to (the promise itself only in a circle)."""
    seen = list(promise.conditions)
    for key in seen:
        seen += [condition for condition in world.promises[key].conditions if condition not in seen]
    return seen
