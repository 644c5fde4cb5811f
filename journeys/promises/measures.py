"""Points 8 and 9 as causes: too late, without bound, too rarely."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from functools import partial

from journeys.graph.nodes import PromiseNode
from journeys.graph.reliance import Reliance
from journeys.graph.verdict import Cause, Moment, Point, Rate
from journeys.graph.verdict import Timing as TimingResult
from journeys.language.finding import Related
from journeys.language.model.duration import DAY, HOUR, Duration, WorkingTime, say_seconds
from journeys.language.quantities import percent
from journeys.promises.points import Judged
from journeys.promises.timing import Condition, Late, Timing, Ways

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


class Deadlines:
    """The conditions with a deadline of a workspace, so arranged that few have to be looked at for one promise."""

    def __init__(self, reliance: Reliance, steps: Mapping[str, Mapping[str, int]], actions: Mapping[str, str]) -> None:
        self._reliance = reliance
        self._steps = steps
        self._actions = actions
        self._kept: dict[tuple[int, str, int], list[_Alike]] = {}
        self._elsewhere: dict[int, dict[str, list[_Alike]]] = {}
        self._arrange()

    def _arrange(self) -> None:
        grouped: dict[tuple[int, str, int, tuple[str, ...], bool, str], list[int]] = {}
        by_journey: dict[tuple[int, str, str], list[int]] = {}
        for number, id_ in enumerate(self._reliance.ids):
            node = self._reliance.nodes[id_]
            if node.within is None or not node.kept:
                continue
            group, unit = self._reliance.group(number), node.within.unit
            by_journey.setdefault((group, node.journey, unit), []).append(number)
            for step in {self._steps[node.journey][self._actions[action]] for action in node.kept}:
                grouped.setdefault((group, node.journey, step, node.made, node.standing, unit), []).append(number)
        for (group, journey, step, *_), members in grouped.items():
            self._kept.setdefault((group, journey, step), []).append(_Alike(self._reliance, group, members))
        for (group, journey, _), members in by_journey.items():
            alike = _Alike(self._reliance, group, members)
            self._elsewhere.setdefault(group, {}).setdefault(journey, []).append(alike)

    def at(self, promise: int, node: PromiseNode, step: int) -> list[Condition]:
        """The conditions of a promise kept at a step of its journey; of those alike, the one with the longest time."""
        closure = self._reliance.closure(promise)
        if not closure:
            return []
        groups = self._kept.get((self._reliance.group(promise), node.journey, step), ())
        found = (group.latest(closure) for group in groups)
        return [self._condition(number, node.journey) for number in found if number is not None]

    def elsewhere(self, promise: int, node: PromiseNode) -> list[Condition]:
        """The conditions of a promise kept in other journeys, the longest of each."""
        closure, found = self._reliance.closure(promise), []
        if closure:
            for journey, groups in self._elsewhere.get(self._reliance.group(promise), {}).items():
                if journey != node.journey:
                    found += [number for group in groups if (number := group.latest(closure)) is not None]
        return [self._condition(number, node.journey) for number in found]

    def _condition(self, number: int, journey: str) -> Condition:
        node = self._reliance.nodes[self._reliance.ids[number]]
        assert node.within is not None
        same = node.journey == journey
        steps = self._steps[node.journey]
        made = tuple(steps[step] for step in node.made) if same else ()
        return Condition(node.id, node.name, node.within, made, node.standing and same)


class _Alike:
    """Promises alike but for their deadlines, the longest first, with the bits of every beginning of that row."""

    def __init__(self, reliance: Reliance, group: int, members: Sequence[int]) -> None:
        def length(number: int) -> tuple[Fraction, int]:
            within = reliance.nodes[reliance.ids[number]].within
            assert within is not None
            return (-within.seconds(WorkingTime()), number)

        self.members = sorted(members, key=length) if len(members) > 1 else list(members)
        self.prefixes: list[int] = []
        total = 0
        for number in self.members:
            total |= 1 << reliance.bit(number)
            self.prefixes.append(total)

    def latest(self, closure: int) -> int | None:
        """The member with the longest deadline among the bits of a closure, or None."""
        if not closure & self.prefixes[-1]:
            return None
        low, high = 0, len(self.members) - 1
        while low < high:
            middle = (low + high) // 2
            low, high = (low, middle) if closure & self.prefixes[middle] else (middle + 1, high)
        return self.members[low]


def in_time(judged: Judged, timing: Timing, deadlines: Deadlines) -> tuple[TimingResult | None, list[Cause]]:
    """8. The latest moment over all places where it is made and kept, the slack, and what is wrong with it."""
    node = judged.node
    if node.within is None or node.standing:
        return None, []
    found = _at_once(judged, timing, node.within) or _along_the_ways(judged, timing, deadlines, node.within)
    if not found:
        return None, []
    worst = min(found, key=lambda late: late.slack)
    result = TimingResult(
        max(late.latest for late in found), worst.slack, worst.working, worst.path, calendar=worst.calendar
    )
    causes = [_boundless(judged, late) for late in found if late.boundless or late.unwalked][:1]
    return result, [_too_late(judged, worst, node.within)] if worst.slack < 0 else causes


def _at_once(judged: Judged, timing: Timing, within: Duration) -> list[Late]:
    """The short way for what most `promised:` are: made and kept at one step, relying on nothing."""
    node = judged.node
    if judged.conditions or len(judged.kept) > 1 or node.made != (judged.kept[0].step,) or node.unless:
        return []
    kept = judged.kept[0]
    late = timing.on_the_spot(within, judged.step(kept), behind=not kept.touchpoint)
    return [late] if late is not None else []


def _along_the_ways(judged: Judged, timing: Timing, deadlines: Deadlines, within: Duration) -> list[Late]:
    node, number = judged.node, judged.number
    elsewhere = deadlines.elsewhere(number, node)
    ways: list[Ways] = []
    seen = {judged.step(action) for action in judged.kept if action.touchpoint}
    for goal in dict.fromkeys(judged.step(action) for action in judged.kept):
        for made in node.made:
            start = judged.paths.number[made]
            if made in node.unless or not judged.paths.reaches(start, goal):
                continue
            at = partial(deadlines.at, number, node)
            way = timing.ways(node, judged.paths, start, goal, at, elsewhere, behind=goal not in seen)
            if way is not None:
                ways.append(way)
    return timing.late(within, ways) if ways else []


def _too_late(judged: Judged, late: Late, within: Duration) -> Cause:
    node, working_time = judged.node, judged.journey.working_time
    measure = working_time if late.working else None
    least = "at least " if late.boundless or late.unwalked else ""
    message = f"“{node.name}” is promised within {within}"
    if late.calendar:
        message += f"; made {_moment(late.worst_start)}, it can be {least}{say_seconds(-late.slack)} late"
    else:
        takes = say_seconds(late.latest, working_time=measure)
        message += f" and can take {least}{takes}: {say_seconds(-late.slack, working_time=measure)} too long"
    return judged.cause(
        Point.IN_TIME,
        "promise-too-late",
        f"late:{node.id}",
        message,
        node.place.at("within"),
        node.id,
        tuple(_stop(judged, moment, measure) for moment in late.path[:12]),
        "promise more time, shorten what is on the way, or make the promise later: its time runs from `made`",
    )


def _stop(judged: Judged, moment: Moment, measure: WorkingTime | None) -> Related:
    reached = say_seconds(moment.seconds, working_time=measure)
    node = judged.journey.node(moment.node)
    what = "is kept" if isinstance(node, PromiseNode) else "is done"
    return node.mention(f"“{moment.name}” {what} after {reached} at the latest")


def _boundless(judged: Judged, late: Late) -> Cause:
    node, steps = judged.node, judged.paths.steps
    loop = [steps[number] for number in (late.boundless or late.unwalked)[:4]]
    names = ", ".join(f"“{step.name}”" for step in loop)
    message = f"nobody can say how late “{node.name}” may be: the loop through {names} may be taken any number of times"
    help_ = "say `at_most` on the `next` that leads back"
    if not late.boundless:
        message = (
            f"nobody can say how late “{node.name}” may be: working and other days are mixed, "
            f"and the loop through {names} is taken too often to count them on a calendar"
        )
        help_ = "say all times of a day or more in working days, or none; or lower `at_most`"
    return judged.cause(
        Point.IN_TIME,
        "promise-without-bound",
        f"bound:{node.id}",
        message,
        node.place.at("within"),
        loop[0].id,
        tuple(step.mention("this step is in the loop") for step in loop),
        help_,
        unproven=True,
    )


def _moment(seconds: int) -> str:
    day, time = divmod(seconds, DAY)
    hours, rest = divmod(time, HOUR)
    return f"on a {_DAYS[day % 7]} at {hours:02}:{rest // 60:02}"


def often_enough(judged: Judged, rate: Rate) -> Iterator[Cause]:
    """9. `at_least` is not above what the conditions can reach."""
    node = judged.node
    if node.at_least is None or node.at_least <= rate.best:
        return
    shared = " (they share something, so the lowest counts)" if rate.shared else ""
    yield judged.cause(
        Point.OFTEN_ENOUGH,
        "promise-too-often",
        f"rate:{node.id}",
        f"“{node.name}” is promised {percent(node.at_least)} of the time, and its conditions reach {percent(rate.best)}"
        + shared,
        node.place.at("at_least"),
        node.id,
        tuple(
            other.mention(f"“{other.name}” is kept {percent(other.at_least)} of the time")
            for other in judged.conditions
            if other.at_least is not None
        )[:12],
        f"promise at most {percent(rate.best)}, or agree on better rates below",
    )
