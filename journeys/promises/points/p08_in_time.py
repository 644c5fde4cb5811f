"""8. In time: the latest moment at which it is kept, over all ways, is not after its deadline."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import partial
from typing import NamedTuple

from journeys.graph.facts import Lateness, Loop, NestedLoop, Timing, Usual
from journeys.graph.nodes import ActionNode, PromiseNode
from journeys.graph.verdict import Assumption, Cause, Fault, Found, Point, Root, Silence
from journeys.language.model.duration import Duration
from journeys.promises.judged import Asked, Judged
from journeys.promises.time.clock import ELAPSED, WORKING, Clock
from journeys.promises.time.finish import Finish
from journeys.promises.time.path import critical_path
from journeys.promises.time.silence import Silence as Silent
from journeys.promises.time.silence import columns
from journeys.promises.time.walk import BEGIN, Question, Walk
from journeys.promises.time.ways import Ways
from journeys.promises.time.weekly import Number, Weekly

_MOST_STEPS = 4


class Late(NamedTuple):
    """An end of the ways and how much time it leaves: `slack` in seconds (below zero: late), from the worst `start`."""

    finish: Finish
    slack: Number
    start: int = 0


def in_time(judged: Judged) -> Found | None:
    """Ask the point of a promise, with the time it takes (`Timing`) where it says one.

    None where no way leads to where it is kept.
    """
    if judged.node.within is None:
        return Found()
    asked = list(_asked(judged))
    if not asked:
        return None
    found, clock, limit = _walked(judged, asked, judged.node.within)
    worst = min(found, key=lambda late: late.slack)
    timing = _timing(found, worst, clock)
    if worst.slack < 0:
        causes = [_too_late(judged, worst, clock, limit, timing)]
    else:
        causes = [*_without_bound(judged, found, clock), *_no_time_elsewhere(judged, asked)]
    return Found(tuple(causes), tuple(_assumed(judged, found)), timing)


def _timing(found: Sequence[Late], worst: Late, clock: Clock) -> Timing:
    way = partial(critical_path, worst.finish, worst.start)
    total = worst.finish.last.at(worst.start) - worst.start
    if not clock.mixed:
        total = max(late.finish.last.late for late in found)
    return Timing(
        Fraction(total), Fraction(worst.slack), clock.kinds == {WORKING}, way, calendar=clock.mixed, start=worst.start
    )


class Way(NamedTuple):
    """The ways to a step where a promise is kept, the actions that keep it there, and the conditions that matter there.

    `elsewhere` are those that run beside the ways, `untimed` those of them that say no time.
    """

    asked: Asked
    ways: Ways
    kept: Sequence[ActionNode]
    beside: Sequence[str]
    elsewhere: Sequence[PromiseNode]
    untimed: Sequence[PromiseNode]


def _asked(judged: Judged) -> Iterator[Way]:
    for asked in judged.asked:
        for goal in sorted(asked.goals):
            found = judged.ways(asked, goal)
            if found is None:
                continue
            step = asked.paths.steps[goal].id
            kept = [action for action in asked.kept if action.step == step]
            if not judged.conditions:
                yield Way(asked, found, kept, (), (), ())
                continue
            beside = [id_ for one in judged.conditions if one.id != judged.node.id for id_ in one.kept
                      if judged.journey.action(id_).step == step]  # fmt: skip
            elsewhere = [one for one in judged.conditions if _runs_beside(judged, one, asked, found)]
            yield Way(
                asked,
                found,
                kept,
                beside,
                [one for one in elsewhere if one.within is not None],
                [one for one in elsewhere if one.within is None],
            )


def _runs_beside(judged: Judged, condition: PromiseNode, asked: Asked, found: Ways) -> bool:
    """Whether a condition is kept neither on the ways, nor on every way before the promise is made."""
    steps = {judged.journey.action(id_).step for id_ in condition.kept}
    if condition.id == judged.node.id or not steps:
        return False
    paths = asked.paths
    if any(paths.steps[number].id in steps for number in found.steps):
        return False
    return judged.before(asked, steps)[1]


def _walked(judged: Judged, asked: Sequence[Way], within: Duration) -> tuple[list[Late], Clock, Weekly]:
    """All ends in the same kind of time, with its clock and the deadline on it: along the calendar where working and
    elapsed time meet."""
    for mixed in (False, True):
        clock = judged.times.clock(mixed=mixed)
        limit = clock.after(BEGIN, within)
        ends = [finish for way in asked for finish in _finishes(judged, way, clock)]
        found = [
            Late(end, *limit.least_over(end.last)) if mixed else Late(end, limit.late - end.last.late) for end in ends
        ]
        if len(clock.kinds) < len((WORKING, ELAPSED)):
            break
    return found, clock, limit


def _finishes(judged: Judged, way: Way, clock: Clock) -> Iterator[Finish]:
    passed = columns(way.asked.paths, way.ways) if judged.times.work.across else frozenset()
    question = Question(
        way.asked.making.step,
        judged.conditions_at,
        partial(judged.deadlines.any_in, judged.number),
        judged.nested(way.asked.making.step, passed),
    )
    walk = Walk(way.ways, way.asked.paths, judged.times.work, clock, question, passed)
    for action in way.kept:
        yield Finish(walk, action, way.beside, way.elsewhere)


def _assumed(judged: Judged, found: Sequence[Late]) -> Iterator[Assumption]:
    """Each place on the ways that says no time, once."""
    silence = Silent(judged.times.work, judged.speaks, judged.times.inside)
    for id_ in dict.fromkeys(node.id for late in found for node in silence.of(late.finish)):
        yield Assumption(Silence.TIME, judged.node.id, id_)


def _too_late(judged: Judged, late: Late, clock: Clock, limit: Weekly, timing: Timing) -> Cause:
    promise = judged.node.id
    usual = _usual(late, judged.times.calendar.opening, limit) if clock.mixed else None
    facts = Lateness(timing, bool(late.finish.walk.ways.unbounded), usual)
    return Cause(Point.IN_TIME, Root(Fault.TOO_LATE, (promise,)), promise, promise, facts)


def _usual(late: Late, start: int, limit: Weekly) -> Usual:
    last = late.finish.last.at(start)
    return Usual(start, Fraction(last - start), Fraction(limit.at(start) - last))


def _without_bound(judged: Judged, found: Sequence[Late], clock: Clock) -> Iterator[Cause]:
    promise = judged.node.id
    root = Root(Fault.BOUNDLESS, (promise,))
    walks = [late.finish.walk for late in found if late.finish.walk.ways.unbounded]
    loop = walks[0].ways.unbounded if walks else ()
    if loop:
        steps = tuple(walks[0].paths.steps[number].id for number in loop[:_MOST_STEPS])
        yield Cause(Point.IN_TIME, root, promise, steps[0], Loop(steps), unproven=True)
    elif clock.boundless:
        names = tuple(sorted(clock.boundless)[:_MOST_STEPS])
        yield Cause(Point.IN_TIME, root, promise, promise, NestedLoop(names), unproven=True)


def _no_time_elsewhere(judged: Judged, asked: Sequence[Way]) -> Iterator[Cause]:
    promise = judged.node.id
    for condition in dict.fromkeys(one.id for way in asked for one in way.untimed):
        root = Root(Fault.BOUNDLESS, (promise, condition))
        yield Cause(Point.IN_TIME, root, promise, condition, unproven=True)
