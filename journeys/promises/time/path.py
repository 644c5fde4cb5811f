"""How the latest moment came about: the stops on the way to it."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from journeys.graph.verdict import Moment
from journeys.promises.time.walk import Reason, Walk
from journeys.promises.time.weekly import Number


def critical_path(walk: Walk, begin: Number = 0) -> tuple[Moment, ...]:
    """What is reached when at the latest, in order, if it is made at `begin` (seconds from a Monday at midnight)."""

    def at(reason: Reason) -> Number:
        return reason.moment.at(begin)

    goal = max(walk.ways.goals & walk.left.keys(), key=lambda step: (walk.left[step].at(begin), -step))
    beside = max(walk.aside(), key=at, default=None)
    if beside is not None and at(beside) > walk.left[goal].at(begin):
        return tuple(_condition(beside, begin))
    return tuple(reversed(list(_back(walk, goal, begin))))


def _back(walk: Walk, step: int, begin: Number) -> Iterator[Moment]:
    seen: set[int] = set()
    while step not in seen:
        seen.add(step)
        node = walk.paths.steps[step]
        left = walk.left[step].at(begin)
        yield Moment(node.id, node.name, Fraction(left - begin))
        waited = [reason for reason in _promised(walk, step) if reason.moment.at(begin) == left]
        if waited:
            yield from _condition(waited[0], begin)
        before = _made_at(walk, waited[0]) if waited else _came_from(walk, step, begin)
        if before is None:
            return
        step = before


def _promised(walk: Walk, step: int) -> Iterator[Reason]:
    column = walk.work.column(walk.paths.steps[step].id)
    for action in column.actions:
        yield from walk.promised(action, step, walk.arrived[step])


def _made_at(walk: Walk, reason: Reason) -> int | None:
    assert reason.condition is not None
    numbers = [walk.paths.number[step] for step in reason.condition.made if step in walk.paths.number]
    on_the_way = [number for number in numbers if number in walk.arrived and number != reason.step]
    return max(on_the_way, default=None)


def _came_from(walk: Walk, step: int, begin: Number) -> int | None:
    best = max(walk.why.get(step, ()), key=lambda reason: reason.moment.at(begin), default=None)
    return best.step if best else None


def _condition(reason: Reason, begin: Number) -> Iterator[Moment]:
    assert reason.condition is not None
    yield Moment(reason.condition.id, reason.condition.name, Fraction(reason.moment.at(begin) - begin))
