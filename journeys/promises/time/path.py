"""How the latest moment came about: the stops on the way to it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from journeys.graph.facts import Moment
from journeys.language.quantities import nth
from journeys.promises.time.finish import Finish
from journeys.promises.time.walk import BEGIN, Reason, Walk
from journeys.promises.time.weekly import Number, Weekly


class _Stop(NamedTuple):
    """A stop on the way to the goal: the end of a step, or a condition that is kept in it (`step` is None then).

    `again` is how often it is passed here: more than once where it stands for all rounds of a loop, never for a
    condition, which is kept in a step.
    """

    node: str
    name: str
    moment: Weekly
    step: int | None = None
    again: int = 1


def critical_path(finish: Finish, begin: Number = 0) -> tuple[Moment, ...]:
    """What is reached when at the latest, in order, if it is made at `begin` (seconds from a Monday at midnight).

    A step that is passed again says in its name which time it is; all rounds of a loop are one stop.
    """
    walk, goal = finish.walk, finish.walk.ways.goal
    if walk.arrival is None:  # To ask it walks every step on the ways.
        return ()
    last = finish.last.at(begin)
    waited = _waited_for(finish, begin, last)
    before = _came_from(walk, goal, begin) if waited is None else _made_at(walk, waited, goal, begin)
    way = [] if before is None else [*_rounds_among(walk, [*_back(walk, before, begin)][::-1])]
    if waited is not None:
        way.append(_condition(waited))
    way.append(_step(walk, goal, finish.last))
    # Along the calendar, rounds told where they are gone may end later than the same ones counted at the end.
    return tuple(
        Moment(stop.node, name, Fraction(min(stop.moment.at(begin), last) - begin)) for stop, name in _named(way)
    )


def _rounds_among(walk: Walk, way: Sequence[_Stop]) -> Iterator[_Stop]:
    """The stops with the rounds of each loop where it is left; of one that is left elsewhere, at the end."""
    left: dict[int, list[tuple[int, Weekly]]] = {}
    for source, times, moment in walk.rounds:
        left.setdefault(source, []).append((times, moment))
    past = BEGIN
    for stop in way:
        yield stop._replace(moment=stop.moment.then(past))
        for times, moment in left.pop(stop.step, ()) if stop.step is not None else ():
            past = past.then(moment)
            yield stop._replace(moment=stop.moment.then(past), again=times)
    for source, rounds in left.items():
        first = 1  # It stands beside this way.
        for times, moment in rounds:
            past = past.then(moment)
            yield _step(walk, source, way[-1].moment.then(past))._replace(again=first + times)
            first = 0


def _named(way: Iterable[_Stop]) -> Iterator[tuple[_Stop, str]]:
    """Each stop with its name, and with which time it is, from the second on."""
    passed: Counter[str] = Counter()
    for stop in way:
        passed[stop.node] += stop.again
        time = passed[stop.node]
        yield stop, stop.name if time < 2 else f"{stop.name}, the {nth(time)} time"


def _waited_for(finish: Finish, begin: Number, last: Number) -> Reason | None:
    """A condition without which it would have been kept earlier."""
    walk, goal = finish.walk, finish.walk.ways.goal
    reasons = [one for action in finish.actions for one in walk.promised(action, goal, finish.arrival)]
    reasons += finish.waited_for()
    arrival = finish.arrival.at(begin)
    late = [reason for reason in reasons if arrival < reason.moment.at(begin) <= last]
    return max(late, key=lambda reason: reason.moment.at(begin), default=None)


def _back(walk: Walk, step: int, begin: Number) -> Iterator[_Stop]:
    seen: set[int] = set()
    while step >= 0 and step not in seen:
        seen.add(step)
        left = walk.left[step].at(begin)
        yield _step(walk, step, walk.left[step])
        waited = [one for one in _promised(walk, step) if one.moment.at(begin) == left > walk.arrived[step].at(begin)]
        if waited:
            yield _condition(waited[0])
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
    best = max(walk.reasons(step), key=lambda reason: reason.moment.at(begin), default=None)
    return best.step if best else None


def _step(walk: Walk, step: int, moment: Weekly) -> _Stop:
    node = walk.paths.steps[step]
    return _Stop(node.id, node.name, moment, step)


def _condition(reason: Reason) -> _Stop:
    assert reason.condition is not None
    return _Stop(reason.condition.id, reason.condition.name, reason.moment, again=0)
