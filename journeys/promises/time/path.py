"""How the latest moment came about: the stops on the way to it."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from journeys.graph.verdict import Moment
from journeys.promises.time.finish import Finish
from journeys.promises.time.walk import Reason, Walk
from journeys.promises.time.weekly import Number


def critical_path(finish: Finish, begin: Number = 0) -> tuple[Moment, ...]:
    """What is reached when at the latest, in order, if it is made at `begin` (seconds from a Monday at midnight)."""
    walk, goal = finish.walk, finish.walk.ways.goal
    if walk.arrival is None:  # To ask it walks every step on the ways.
        return ()
    last = finish.last.at(begin)
    stops = [_stop(walk, goal, last - begin)]
    waited = _waited_for(finish, begin, last)
    if waited is None:
        before = _came_from(walk, goal, begin)
    else:
        stops.append(_condition(waited, begin))
        before = _made_at(walk, waited, goal, begin)
    if before is not None:
        stops += _back(walk, before, begin)
    return tuple(reversed(stops))


def _waited_for(finish: Finish, begin: Number, last: Number) -> Reason | None:
    """A condition without which it would have been kept earlier."""
    walk, goal = finish.walk, finish.walk.ways.goal
    reasons = [one for action in finish.actions for one in walk.promised(action, goal, finish.arrival)]
    reasons += finish.waited_for()
    arrival = finish.arrival.at(begin)
    late = [reason for reason in reasons if arrival < reason.moment.at(begin) <= last]
    return max(late, key=lambda reason: reason.moment.at(begin), default=None)


def _back(walk: Walk, step: int, begin: Number) -> Iterator[Moment]:
    seen: set[int] = set()
    while step >= 0 and step not in seen:
        seen.add(step)
        left = walk.left[step].at(begin)
        yield _stop(walk, step, left - begin)
        waited = [one for one in _promised(walk, step) if one.moment.at(begin) == left > walk.arrived[step].at(begin)]
        if waited:
            yield _condition(waited[0], begin)
        before = _made_at(walk, waited[0], step, begin) if waited else _came_from(walk, step, begin)
        if before is None:
            return
        step = before


def _promised(walk: Walk, step: int) -> Iterator[Reason]:
    for action in walk.column(step).actions:
        yield from walk.promised(action, step, walk.arrived[step])


def _made_at(walk: Walk, reason: Reason, step: int, begin: Number) -> int | None:
    condition = reason.condition
    if condition is None or reason.step is None:
        return None
    made = list(walk.made_on_the_way(condition, step))
    if condition.standing or step in made:
        return _came_from(walk, step, begin)
    return max((number for number in made if number in walk.left), default=None)


def _came_from(walk: Walk, step: int, begin: Number) -> int | None:
    best = max(walk.why.get(step, ()), key=lambda reason: reason.moment.at(begin), default=None)
    return best.step if best else None


def _stop(walk: Walk, step: int, seconds: Number) -> Moment:
    node = walk.paths.steps[step]
    return Moment(node.id, node.name, Fraction(seconds))


def _condition(reason: Reason, begin: Number) -> Moment:
    assert reason.condition is not None
    return Moment(reason.condition.id, reason.condition.name, Fraction(reason.moment.at(begin) - begin))
