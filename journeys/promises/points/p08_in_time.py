"""8. In time: the latest moment at which it is kept, over all ways, is not after its deadline."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import partial

from journeys.graph.nodes import ActionNode, PromiseNode
from journeys.graph.verdict import Moment, Point, Silence
from journeys.graph.verdict import Timing as Result
from journeys.language.finding import Related
from journeys.language.model.duration import Duration, WorkingTime, say_seconds
from journeys.language.quantities import week_moment
from journeys.promises.judged import Asked, Judged
from journeys.promises.time.clock import ELAPSED, WORKING, Clock
from journeys.promises.time.finish import Finish
from journeys.promises.time.path import critical_path
from journeys.promises.time.silence import Silence as Silent
from journeys.promises.time.silence import columns
from journeys.promises.time.walk import BEGIN, Question, Walk
from journeys.promises.time.ways import Ways
from journeys.promises.time.weekly import Number

_MOST_STOPS = 12


@dataclass(frozen=True)
class Late:
    """An end of the ways and how much time it leaves: `slack` in seconds (below zero: late), from the worst `start`."""

    finish: Finish
    slack: Number
    start: int = 0


def in_time(judged: Judged) -> Result | None:
    """Ask the point of a promise; the time it takes, or None where it says none or no way leads to where it is kept."""
    node = judged.node
    if node.within is None:
        return None
    asked = list(_asked(judged))
    if not asked:
        return None
    found, clock = _walked(judged, asked, node.within)
    worst = min(found, key=lambda late: late.slack)
    if worst.slack < 0:
        _too_late(judged, worst, clock)
    else:
        _without_bound(judged, found, clock)
        _no_time_elsewhere(judged, asked)
    _assumed(judged, found)
    way = partial(critical_path, worst.finish, worst.start)
    total = worst.finish.last.at(worst.start) - worst.start
    if not clock.mixed:
        total = max(late.finish.last.late for late in found)
    return Result(
        Fraction(total), Fraction(worst.slack), clock.kinds == {WORKING}, way, calendar=clock.mixed, start=worst.start
    )


@dataclass(frozen=True)
class Way:
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
            beside = [id_ for one in judged.conditions if one.id != judged.node.id for id_ in one.kept
                      if judged.journey.action(id_).step == step]  # fmt: skip
            elsewhere = [one for one in judged.conditions if _runs_beside(judged, one, asked, found)]
            yield Way(
                asked,
                found,
                [action for action in asked.kept if action.step == step],
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


def _walked(judged: Judged, asked: Sequence[Way], within: Duration) -> tuple[list[Late], Clock]:
    """All ends in the same kind of time: along the calendar where working and elapsed time meet."""
    for mixed in (False, True):
        clock = judged.times.clock(mixed=mixed)
        limit = clock.after(BEGIN, within)
        ends = [finish for way in asked for finish in _finishes(judged, way, clock)]
        found = [
            Late(end, *limit.least_over(end.last)) if mixed else Late(end, limit.late - end.last.late) for end in ends
        ]
        if len(clock.kinds) < len((WORKING, ELAPSED)):
            break
    return found, clock


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


def _assumed(judged: Judged, found: Sequence[Late]) -> None:
    """Note each place on the ways that says no time."""
    silence = Silent(judged.times.work, judged.speaks, judged.times.inside)
    told: set[str] = set()
    for late in found:
        for node in silence.of(late.finish):
            if node.id in told:
                continue
            told.add(node.id)
            judged.assume(
                Silence.TIME,
                node.id,
                f"“{node.name}” says no time, and it is assumed that it takes none",
                node.place,
                "write `takes: …`, or `takes: none` if it takes no time",
            )


def _too_late(judged: Judged, late: Late, clock: Clock) -> None:
    node, working_time = judged.node, judged.journey.working_time
    measure = working_time if clock.kinds == {WORKING} else None
    least = "at least " if late.finish.walk.ways.unbounded else ""
    message = f"“{node.name}” is promised within {node.within}"
    help_ = "promise more time, shorten what is on the way, or make the promise later: its time runs from `made`"
    if clock.mixed:
        message += f"; made {week_moment(late.start)}, it can be {least}{say_seconds(Fraction(-late.slack))} late"
        usual = judged.times.calendar.opening
        takes = say_seconds(Fraction(late.finish.last.at(usual) - usual))
        message += f" (made {week_moment(usual)}, it takes {least}{takes})"
        if node.within is not None and not node.within.working:
            help_ += "; if the clock stops while nobody works, say `within` in working hours or days"
    else:
        takes = say_seconds(Fraction(late.finish.last.late), working_time=measure)
        message += f" and can take {least}{takes}: {say_seconds(Fraction(-late.slack), working_time=measure)} too long"
    path = critical_path(late.finish, late.start)
    judged.fail(
        Point.IN_TIME,
        "promise-too-late",
        f"late:{node.id}",
        message,
        node.place.at("within"),
        node.id,
        tuple(_stop(judged, moment, measure) for moment in path[:_MOST_STOPS]),
        help_,
    )


def _stop(judged: Judged, moment: Moment, measure: WorkingTime | None) -> Related:
    reached = say_seconds(moment.seconds, working_time=measure)
    node = judged.journey.node(moment.node)
    what = "is kept" if isinstance(node, PromiseNode) else "is done"
    return node.mention(f"“{moment.name}” {what} after {reached} at the latest")


def _without_bound(judged: Judged, found: Sequence[Late], clock: Clock) -> None:
    node = judged.node
    walks = [late.finish.walk for late in found if late.finish.walk.ways.unbounded]
    loop = walks[0].ways.unbounded if walks else ()
    if loop:
        nodes = [walks[0].paths.steps[number] for number in loop[:4]]
        names = ", ".join(f"“{step.name}”" for step in nodes)
        judged.fail(
            Point.IN_TIME,
            "promise-without-bound",
            f"bound:{node.id}",
            f"nobody can say how late “{node.name}” may be: the loop through {names} may be taken any number of times",
            node.place.at("within"),
            nodes[0].id,
            tuple(step.mention("this step is in the loop") for step in nodes),
            "say `at_most` on the `next` that leads back",
            unproven=True,
        )
    elif clock.boundless:
        names = ", ".join(f"“{name}”" for name in sorted(clock.boundless)[:4])
        judged.fail(
            Point.IN_TIME,
            "promise-without-bound",
            f"bound:{node.id}",
            f"nobody can say how late “{node.name}” may be: {names}, which a step on the way stands for, has a loop "
            "that may be taken any number of times",
            node.place.at("within"),
            node.id,
            help_="say `at_most` on the `next` that leads back there",
            unproven=True,
        )


def _no_time_elsewhere(judged: Judged, asked: Sequence[Way]) -> None:
    node = judged.node
    for condition in dict.fromkeys(one.id for way in asked for one in way.untimed):
        other = judged.reliance.nodes[condition]
        judged.fail(
            Point.IN_TIME,
            "promise-without-bound",
            f"bound:{node.id}:{condition}",
            f"nobody can say how late “{node.name}” may be: “{other.name}” is kept elsewhere, and nobody says when",
            node.place.at("within"),
            condition,
            (other.mention("it says no `within`"),),
            f"agree with {judged.journey.called(other.by)} on a `within` for it",
            unproven=True,
        )
