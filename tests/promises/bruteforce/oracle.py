"""The verdicts of a workspace's promises, by brute force."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from . import points
from .model import Promise, World
from .points import Fault
from .quantities import Number
from .rates import often_enough
from .reading import Workspace
from .reading_promises import read_world
from .timing import in_time

Assumption = tuple[str, str]
"""Its kind (time, condition, independence, rate), and where."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What is said of one promise: its state, and its own faults, reasons and assumptions.

    `latest` and `slack` are seconds of the one kind of time there is; on the calendar, seconds of the clock from the
    worst moment of promising. `roots` are the faults of it and of all that it rests on, each with its promise's key.
    """

    state: str
    faults: frozenset[Fault]
    unproven: frozenset[str]
    assumptions: frozenset[Assumption]
    latest: Number | None
    slack: Fraction | None
    calendar: bool
    sure: Fraction | None
    likely: Fraction | None
    roots: frozenset[tuple[str, Fault]]


@dataclass(frozen=True, slots=True)
class _Own:
    faults: frozenset[Fault]
    unproven: frozenset[str]
    assumptions: frozenset[Assumption]
    latest: Number | None
    slack: Fraction | None
    calendar: bool
    sure: Fraction | None
    likely: Fraction | None


def answers(workspace: Workspace) -> dict[str, Answer]:
    """The verdict on every promise, by `journey/promise`."""
    world = read_world(workspace)
    own = {key: _judge(world, promise) for key, promise in world.promises.items()}
    return {key: _answer(world.promises[key], own) for key in world.promises}


def _judge(world: World, promise: Promise) -> _Own:
    faults = [*points.somebody(world, promise), *points.somewhere(promise)]
    unproven: set[str] = set()
    assumed: set[Assumption] = set()
    latest, slack, calendar = None, None, False
    if not faults or faults[-1][0] != 2:
        faults += points.every_path(world, promise)
        faults += points.own_behaviour(world, promise)
        faults += points.backed(world, promise)
        timing = in_time(world, promise)
        faults += [(8, ())] if timing.late else []
        unproven |= timing.reasons
        assumed |= {("time", where) for where in timing.silent}
        latest, slack, calendar = timing.latest, timing.slack, timing.calendar
    for key, fails in points.conditions(world, promise):
        if fails:
            faults.append((6, key))
        else:
            assumed.add(("condition", key))
    faults += points.circle(promise)
    rates = often_enough(world, promise)
    faults += [(9, ())] if rates.broken else []
    unproven |= {"rate"} if rates.unproven else set()
    assumed |= {("independence", "")} if rates.independence else set()
    assumed |= {("rate", key) for key in rates.always}
    faults += points.one_word(world, promise)
    found = (frozenset(faults), frozenset(unproven), frozenset(assumed))
    return _Own(*found, latest, slack, calendar, rates.sure, rates.likely)


def _answer(promise: Promise, own: dict[str, _Own]) -> Answer:
    """A promise that rests on a broken one is broken, on an unproven one unproven, on an assumed one assumed."""
    mine = own[promise.key]
    keys = {promise.key, *promise.rests}
    roots = frozenset((key, fault) for key in keys for fault in own[key].faults)
    if roots:
        state = "broken"
    elif any(own[key].unproven for key in keys):
        state = "unproven"
    else:
        state = "assumed" if any(own[key].assumptions for key in keys) else "sound"
    return Answer(
        state,
        mine.faults,
        mine.unproven,
        mine.assumptions,
        mine.latest,
        mine.slack,
        mine.calendar,
        mine.sure,
        mine.likely,
        roots,
    )
