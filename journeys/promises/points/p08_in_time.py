"""8. In time: the latest moment at which it is kept, over all ways, is not after its deadline."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from journeys.graph.nodes import Making, PromiseNode
from journeys.graph.verdict import Moment, Point, Silence
from journeys.graph.verdict import Timing as Result
from journeys.language.finding import Related
from journeys.language.model.duration import DAY, HOUR, Duration, say_seconds
from journeys.promises.judged import Judged
from journeys.promises.time.clock import WORKING, Clock
from journeys.promises.time.path import critical_path
from journeys.promises.time.silence import silent
from journeys.promises.time.walk import BEGIN, Question, Walk
from journeys.promises.time.ways import Ways, ways
from journeys.promises.time.weekly import Number, Weekly

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MOST_STOPS = 12


@dataclass(frozen=True)
class Late:
    """One walk and how much time it leaves: `slack` in seconds (below zero: late), from the worst `start`."""

    walk: Walk
    latest: Weekly
    slack: Number
    start: int = 0


def in_time(judged: Judged) -> Result | None:
    """Ask the point of a promise; the time it takes, or None where it says none or no way leads to where it is kept."""
    node = judged.node
    if node.within is None or node.standing:
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
    for late in found:
        _assumed(judged, late.walk)
    path = critical_path(worst.walk, worst.start)
    total = max(late.latest.at(late.start) - late.start for late in found)
    return Result(Fraction(total), Fraction(worst.slack), clock.kinds == {WORKING}, path, calendar=clock.mixed)


def _asked(judged: Judged) -> Iterator[tuple[Ways, Question]]:
    for making in judged.asked:
        for goals in judged.targets:
            found = ways(judged.paths, _start(judged, making, goals), goals, judged.released)
            if found is None:
                continue
            here = frozenset(action.id for goal in goals for action in judged.goals[goal])
            yield found, Question(here, _conditions(judged), _aside(judged, found), judged.times.nested)


def _start(judged: Judged, making: Making, goals: frozenset[int]) -> int:
    """Where its ways begin; the step itself where it is kept where it is made."""
    step = judged.paths.number[making.step]
    return step if step in goals else judged.paths.begin(making)


def _conditions(judged: Judged) -> Callable[[str], Sequence[PromiseNode]]:
    known: dict[str, Sequence[PromiseNode]] = {}

    def at(action: str) -> Sequence[PromiseNode]:
        if action not in known:
            known[action] = judged.deadlines.at(judged.number, action)
        return known[action]

    return at


def _aside(judged: Judged, found: Ways) -> tuple[PromiseNode, ...]:
    """The latest conditions that are kept beside the ways, and were not over before."""
    reliance, number = judged.reliance, judged.number
    steps = (judged.paths.steps[step].id for step in found.steps)
    bits = judged.deadlines.aside(number, steps)
    if not bits:
        return ()
    while True:
        longest = judged.deadlines.longest(number, bits)
        over = [one for one in longest if _over(judged, reliance.nodes[reliance.ids[one]], found)]
        if not over:
            break
        for one in over:
            bits &= ~(1 << reliance.bit(one))
    for one in reliance.members(reliance.group(number), judged.deadlines.untimed(number, bits)):
        node = reliance.nodes[reliance.ids[one]]
        if not _over(judged, node, found):
            _no_time_elsewhere(judged, node)
            break
    return tuple(reliance.nodes[reliance.ids[one]] for one in longest)


def _over(judged: Judged, condition: PromiseNode, found: Ways) -> bool:
    """Whether a condition was kept on every way before the promise is made."""
    paths = judged.paths
    places = {
        paths.number[step] for step in (judged.action(id_).step for id_ in condition.kept) if step in paths.number
    }
    return bool(places) and paths.cut(paths.starts, paths.step(found.start), places)


def _walked(judged: Judged, asked: Sequence[tuple[Ways, Question]], within: Duration) -> tuple[list[Late], Clock]:
    """All walks in the same kind of time: along the calendar where working and elapsed time meet."""
    times = judged.times
    for mixed in (False, True):
        clock = times.clock(mixed=mixed)
        limit = clock.after(BEGIN, within)
        walks = [Walk(ways_, judged.paths, times.work, clock, question) for ways_, question in asked]
        ends = [walk.end() for walk in walks]
        if mixed:
            return [Late(walk, end, *limit.least_over(end)) for walk, end in zip(walks, ends, strict=True)], clock
        if len(clock.kinds) < 2:
            return [Late(walk, end, limit.late - end.late) for walk, end in zip(walks, ends, strict=True)], clock
    raise AssertionError


def _assumed(judged: Judged, walk: Walk) -> None:
    for node in silent(walk, walk.question.kept or frozenset()):
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
    least = "at least " if late.walk.ways.unbounded else ""
    message = f"“{node.name}” is promised within {node.within}"
    help_ = "promise more time, shorten what is on the way, or make the promise later: its time runs from `made`"
    if clock.mixed:
        message += f"; made {_moment(late.start)}, it can be {least}{say_seconds(Fraction(-late.slack))} late"
        usual = judged.times.calendar.opening
        takes = say_seconds(Fraction(late.latest.at(usual) - usual))
        message += f" (made {_moment(usual)}, it takes {least}{takes})"
        if node.within is not None and not node.within.working:
            help_ += "; if the clock stops while nobody works, say `within` in working hours or days"
    else:
        takes = say_seconds(Fraction(late.latest.late), working_time=measure)
        message += f" and can take {least}{takes}: {say_seconds(Fraction(-late.slack), working_time=measure)} too long"
    path = critical_path(late.walk, late.start)
    judged.fail(
        Point.IN_TIME,
        "promise-too-late",
        f"late:{node.id}",
        message,
        node.place.at("within"),
        node.id,
        tuple(_stop(judged, moment, clock, measure) for moment in path[:_MOST_STOPS]),
        help_,
    )


def _stop(judged: Judged, moment: Moment, clock: Clock, measure: object) -> Related:
    working_time = judged.journey.working_time if measure else None
    reached = say_seconds(moment.seconds, working_time=working_time)
    node = judged.journey.node(moment.node)
    what = "is kept" if isinstance(node, PromiseNode) else "is done"
    return node.mention(f"“{moment.name}” {what} after {reached} at the latest")


def _without_bound(judged: Judged, found: Sequence[Late], clock: Clock) -> None:
    node, steps = judged.node, judged.paths.steps
    loop = next((late.walk.ways.unbounded for late in found if late.walk.ways.unbounded), ())
    if loop:
        nodes = [steps[number] for number in loop[:4]]
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


def _no_time_elsewhere(judged: Judged, condition: PromiseNode) -> None:
    node = judged.node
    if any(cause.rule == "promise-without-bound" for cause in judged.causes):
        return
    judged.fail(
        Point.IN_TIME,
        "promise-without-bound",
        f"bound:{node.id}",
        f"nobody can say how late “{node.name}” may be: “{condition.name}” is kept elsewhere, and nobody says when",
        node.place.at("within"),
        condition.id,
        (condition.mention("it says no `within`"),),
        f"agree with {judged.journey.called(condition.by)} on a `within` for it",
        unproven=True,
    )


def _moment(seconds: int) -> str:
    day, time = divmod(seconds, DAY)
    hours, rest = divmod(time, HOUR)
    return f"on a {_DAYS[day % 7]} at {hours}:{rest // 60:02}"
