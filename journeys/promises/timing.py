"""Point 8: how late a promise can be kept, along all ways from where it is made (calculus.md)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any, NamedTuple

from journeys.graph.algorithms import circles, components, numbered
from journeys.graph.nodes import ActionNode, PromiseNode, StepNode
from journeys.graph.verdict import Moment
from journeys.language.model.duration import Duration, WorkingTime
from journeys.promises.clocks import CalendarClock, Clock, Parts, PlainClock, long_kind
from journeys.promises.paths import Paths, Way

# Beyond this many steps gone through in loops the calendar is not walked.
_MOST_ROUNDS = 2_000


class Condition(NamedTuple):
    """A condition with a deadline, kept at a step on the way: steps where it is made (none if elsewhere)."""

    promise: str
    name: str
    within: Duration
    made: tuple[int, ...]
    standing: bool = False


@dataclass(frozen=True, slots=True)
class Late:
    """The latest moment for one making and one keeping. `slack` in seconds; `boundless` names a loop's steps.

    `unwalked`: the steps of loops too long for the calendar, which were gone through only once.
    """

    made: int
    kept: int
    latest: Fraction
    slack: Fraction
    working: bool = False
    calendar: bool = False
    worst_start: int = 0
    path: tuple[Moment, ...] = ()
    boundless: tuple[int, ...] = ()
    unwalked: tuple[int, ...] = ()


# The conditions kept at a step, and those kept in other journeys.
Conditions = Callable[[int], Sequence[Condition]]


@dataclass
class _Leg:
    """A step, or the steps of a loop, on the ways: `rounds` times through."""

    steps: tuple[int, ...]
    rounds: int = 1
    loop: bool = False
    boundless: bool = False
    waits: bool = True
    entries: list[tuple[int, Duration | None]] = field(default_factory=list)
    afters: dict[int, list[Duration]] = field(default_factory=dict)
    conditions_kept: list[Condition] = field(default_factory=list)


class Ways(NamedTuple):
    """All ways from one step to another, in legs, and the kinds of long durations met on them."""

    made: int
    kept: int
    legs: list[_Leg]
    kinds: frozenset[str]
    boundless: tuple[int, ...]


class _Reached(NamedTuple):
    """A moment, and how it came about: the leg before, or the condition waited for."""

    moment: Any
    before: int | None
    condition: Condition | None


class Timing:
    """The timing of one journey's promises; steps by the numbers of its `Paths`."""

    def __init__(
        self, working_time: WorkingTime, steps: Sequence[StepNode], actions: Mapping[str, Sequence[ActionNode]]
    ) -> None:
        self._working_time = working_time
        self._steps = steps
        self._parts = [tuple(_parts(step, actions.get(step.id, ()))) for step in steps]
        self._work = [tuple(_takes(actions.get(step.id, ()))) for step in steps]
        self._plain = PlainClock(working_time)
        # By text: the same few durations stand all over a journey.
        self._kinds: dict[str, str] = {}

    def ways(
        self,
        promise: PromiseNode,
        paths: Paths,
        made: int,
        kept: int,
        conditions: Conditions,
        elsewhere: Sequence[Condition],
        *,
        behind: bool = False,
    ) -> Ways | None:
        """The ways from a step where a promise is made to one where it is kept; None if none leads there.

        `elsewhere` are the conditions kept in other journeys, counted as if made where the promise is. `behind` says
        that it is kept out of the customer's sight: such work runs beside the wait of its step.
        """
        steps = paths.between(made, kept, [paths.number[step] for step in promise.unless])
        if not steps:
            return None
        legs = self._legs(paths, steps, made, kept, conditions)
        legs[-1].waits = not behind
        legs[-1].conditions_kept += [condition._replace(made=(made,)) for condition in elsewhere]
        kinds = {self._kind(duration) for duration in self._durations(legs)}
        boundless = tuple(step for leg in legs if leg.boundless for step in leg.steps)
        return Ways(made, kept, legs, frozenset(kinds), boundless)

    def on_the_spot(self, within: Duration, step: int, *, behind: bool) -> Late | None:
        """As `late`, for a promise made and kept at one step that relies on nothing; None where kinds of time mix."""
        parts = self._work[step] if behind else self._parts[step]
        kinds = {self._kind(within), *map(self._kind, parts)} - {""}
        if len(kinds) > 1:
            return None
        latest = Fraction(self._plain.after(0, parts))
        slack = within.seconds(self._working_time) - latest
        path = (Moment(self._steps[step].id, self._steps[step].name, latest),)
        return Late(step, step, latest, slack, kinds == {"working"}, path=path)

    def late(self, within: Duration, ways: Sequence[Ways]) -> list[Late]:
        """The latest moment for each pair of making and keeping, all counted in the same kind of time."""
        kinds = frozenset({self._kind(within)}).union(*(way.kinds for way in ways)) - {""}
        if len(kinds) > 1:
            return [self._on_calendar(within, way) for way in ways]
        return [self._plainly(within, way, working=kinds == {"working"}) for way in ways]

    def _kind(self, duration: Duration) -> str:
        kind = self._kinds.get(duration.text)
        if kind is None:
            kind = self._kinds[duration.text] = long_kind(duration, self._working_time)
        return kind

    def _plainly(self, within: Duration, way: Ways, *, working: bool) -> Late:
        reached = self._run(self._plain, way.legs, way.made)
        latest = Fraction(reached[-1].moment)
        slack = within.seconds(self._working_time) - latest
        path = self._path(way.legs, reached, 0)
        return Late(way.made, way.kept, latest, slack, working, path=path, boundless=way.boundless)

    def _on_calendar(self, within: Duration, way: Ways) -> Late:
        legs, unwalked = way.legs, tuple[int, ...]()
        loops = [leg for leg in legs if leg.loop]
        if sum(leg.rounds * len(leg.steps) for leg in loops) > _MOST_ROUNDS:
            unwalked = tuple(step for leg in loops for step in leg.steps)
            for leg in loops:
                leg.rounds = 1
        clock = CalendarClock(self._working_time)
        ends = self._run(clock, legs, way.made)[-1].moment
        deadlines = clock.after(clock.start, [within])
        slacks = [deadline - end for deadline, end in zip(deadlines, ends, strict=True)]
        worst = min(range(len(slacks)), key=slacks.__getitem__)
        start = int(clock.start[worst])
        reached = self._run(CalendarClock(self._working_time, [start]), legs, way.made)
        return Late(
            way.made,
            way.kept,
            Fraction(ends[worst] - start),
            Fraction(slacks[worst]),
            calendar=True,
            worst_start=start,
            path=self._path(legs, [one._replace(moment=one.moment[0]) for one in reached], start),
            boundless=way.boundless,
            unwalked=unwalked,
        )

    def _legs(self, paths: Paths, ways: Sequence[int], made: int, kept: int, conditions: Conditions) -> list[_Leg]:
        """The ways as a line of legs, each after those that lead to it; the one with `kept` is last."""
        if len(ways) == 1:
            return [_Leg((kept,), conditions_kept=list(conditions(kept)))]
        on_way = set(ways)
        position = paths.position
        loops = paths.has_loop(ways, kept)
        groups = self._grouped(paths, ways, kept) if loops else [[s] for s in sorted(ways, key=position.__getitem__)]
        holder = {step: number for number, group in enumerate(groups) for step in group}
        legs = [self._leg(paths, group, kept, conditions, may_loop=loops) for group in groups]
        for source in ways:
            if source == kept:
                continue
            for way in paths.out(source):
                if way.target not in on_way:
                    continue
                leg = legs[holder[way.target]]
                if way.flow.after is not None:
                    leg.afters.setdefault(way.target, []).append(way.flow.after)
                if holder[source] != holder[way.target]:
                    leg.entries.append((holder[source], way.flow.after))
        return legs

    @staticmethod
    def _grouped(paths: Paths, ways: Sequence[int], kept: int) -> list[list[int]]:
        number = {step: position for position, step in enumerate(ways)}
        targets = [() if step == kept else paths.targets[step] for step in ways]
        successors = [[number[target] for target in onward if target in number] for onward in targets]
        return [sorted(ways[position] for position in group) for group in reversed(components(numbered(successors)))]

    def _leg(self, paths: Paths, group: list[int], kept: int, conditions: Conditions, *, may_loop: bool) -> _Leg:
        conditions_kept = [condition for step in group for condition in conditions(step)]
        edges: list[tuple[int, Way]] = []
        if may_loop and (len(group) > 1 or group[0] in paths.targets[group[0]]):
            inside = set(group)
            sources = (source for source in group if source != kept)
            edges = [(source, way) for source in sources for way in paths.out(source) if way.target in inside]
        if not edges:
            return _Leg(tuple(group), conditions_kept=conditions_kept)
        rounds = 1 + sum(way.flow.at_most or 0 for _, way in edges)
        number = {step: position for position, step in enumerate(group)}
        unbounded: list[list[int]] = [[] for _ in group]
        for source, way in edges:
            if way.flow.at_most is None:
                unbounded[number[source]].append(number[way.target])
        boundless = bool(circles(numbered(unbounded)))
        return _Leg(tuple(group), rounds, loop=True, boundless=boundless, conditions_kept=conditions_kept)

    def _durations(self, legs: Sequence[_Leg]) -> Iterator[Duration]:
        for leg in legs:
            for step in leg.steps:
                yield from self._lasting(leg, step)
            for afters in leg.afters.values():
                yield from afters
            yield from (condition.within for condition in leg.conditions_kept)

    def _lasting(self, leg: _Leg, step: int) -> Parts:
        return self._parts[step] if leg.waits else self._work[step]

    def _run(self, clock: Clock[Any], legs: Sequence[_Leg], made: int) -> list[_Reached]:
        """The latest moment of each leg, in order."""
        reached: list[_Reached] = []
        holder = {step: number for number, leg in enumerate(legs) for step in leg.steps}
        home = holder[made]
        for number, leg in enumerate(legs):
            reached.append(self._reach(clock, number, leg, legs, reached, holder, number == home))
        return reached

    def _reach(
        self, clock: Clock[Any], number: int, leg: _Leg, legs: Sequence[_Leg],
        reached: list[_Reached], holder: Mapping[int, int], home: bool,
    ) -> _Reached:  # fmt: skip
        arrival, best = clock.start, _Reached(clock.start, None, None)
        # The leg that is waited for longest before this one can begin.
        last: int | None = None
        if home:
            best = _Reached(self._through(clock, leg, clock.start, None), None, None)
        for before, after in leg.entries:
            moment = reached[before].moment
            if clock.later(arrival, moment) != arrival:
                arrival, last = clock.later(arrival, moment), before
            best = _later(clock, best, _Reached(self._through(clock, leg, moment, after), before, None))
        for condition in leg.conditions_kept:
            begun, since = (arrival, last) if condition.standing else (clock.start, None)
            for step in condition.made:
                place = holder.get(step)
                if place is None or place > number:
                    continue
                moment, leg_before = (reached[place].moment, place) if place < number else (arrival, last)
                if clock.later(begun, moment) != begun:
                    begun, since = clock.later(begun, moment), leg_before
            best = _later(clock, best, _Reached(clock.after(begun, [condition.within]), since, condition))
        return best

    def _through(self, clock: Clock[Any], leg: _Leg, moment: Any, after: Duration | None) -> Any:
        if not leg.loop:
            entered = (after,) if after is not None else ()
            return clock.after(moment, (*self._lasting(leg, leg.steps[0]), *entered))
        rounds = [(*self._parts[step], *leg.afters.get(step, ())) for step in leg.steps]
        return clock.rounds(moment, rounds, leg.rounds)

    def _path(self, legs: Sequence[_Leg], reached: Sequence[_Reached], start: int) -> tuple[Moment, ...]:
        moments: list[Moment] = []
        number: int | None = len(legs) - 1
        while number is not None:
            one = reached[number]
            step = self._steps[legs[number].steps[0]]
            node, name = (one.condition.promise, one.condition.name) if one.condition else (step.id, step.name)
            moments.append(Moment(node, name, Fraction(one.moment - start)))
            number = one.before
        return tuple(reversed(moments))


def _later(clock: Clock[Any], one: _Reached, other: _Reached) -> _Reached:
    """The later of two; where neither is later from every start, their joint moment."""
    moment = clock.later(one.moment, other.moment)
    return one if moment == one.moment else other._replace(moment=moment)


def _parts(step: StepNode, actions: Sequence[ActionNode]) -> Iterator[Duration]:
    if step.wait is not None:
        yield step.wait
    yield from _takes(actions)


def _takes(actions: Sequence[ActionNode]) -> Iterator[Duration]:
    for action in actions:
        if action.takes is not None:
            yield action.takes
