"""Point 8 by brute force: when at the latest, along every walk of components, a promise can be kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from journeys.graph.journey import JourneyGraph
from journeys.graph.nodes import Flow, PromiseNode
from journeys.language.model.duration import Duration

from .calendars import CALENDAR, PLAIN_MOMENTS, WEEK_MOMENTS, Clock, Moment
from .walks import Walks

Component = frozenset[str]


@dataclass(frozen=True, eq=False)
class Ways:
    """The steps and flows between where a promise is made and one place where it is kept."""

    made: str
    kept: str
    steps: frozenset[str]
    flows: tuple[Flow, ...]

    def to(self, step: str) -> list[Flow]:
        """The ways by which a step is entered."""
        return self._to[step]

    @cached_property
    def _to(self) -> dict[str, list[Flow]]:
        return {step: [flow for flow in self.flows if flow.target == step] for step in self.steps}

    def lead(self, start: str, goal: str, seen: frozenset[str] = frozenset()) -> bool:
        """Whether one step leads to another by at least one flow."""
        after = {flow.target for flow in self.flows if flow.source == start} - seen
        return goal in after or any(self.lead(step, goal, seen | {step}) for step in after)

    def component(self, step: str) -> Component:
        """The step and all that lead to it and are led to by it."""
        return self._components[step]

    @cached_property
    def _components(self) -> dict[str, Component]:
        return {
            step: frozenset(x for x in self.steps if x == step or (self.lead(step, x) and self.lead(x, step)))
            for step in self.steps
        }

    def inside(self, component: Component) -> list[Flow]:
        """The flows within a component."""
        return [flow for flow in self.flows if flow.source in component and flow.target in component]

    def entering(self, component: Component) -> list[Flow]:
        """The flows into a component from outside."""
        return [flow for flow in self.flows if flow.source not in component and flow.target in component]

    def unbounded(self) -> bool:
        """Whether some loop can be gone through any number of times."""
        freely = Ways(self.made, self.kept, self.steps, tuple(flow for flow in self.flows if flow.at_most is None))
        return any(freely.lead(step, step) for step in self.steps)


def pairs(promise: PromiseNode, journey: JourneyGraph, walks: Walks) -> list[Ways]:
    """The ways for each place where a promise is made and each where it is kept, where one leads to the other."""
    found = (
        _ways(promise, made, journey.action(action).step, walks) for made in promise.made for action in promise.kept
    )
    return [ways for ways in found if ways is not None]


def _ways(promise: PromiseNode, made: str, kept: str, walks: Walks) -> Ways | None:
    released = frozenset(promise.unless)
    if made in released:
        return None
    if made == kept:
        return Ways(made, kept, frozenset((made,)), ())
    stops = released | {kept}
    between = {step for path in walks.paths(made, stops) for step in path if step == kept or step not in released}
    steps = frozenset(step for step in between if walks.reaches(step, frozenset((kept,)), stops))
    if kept not in steps:
        return None
    flows = [flow for step in steps if step != kept for flow in walks.flows(step) if flow.target in steps]
    return Ways(made, kept, steps, tuple(flows))


class Timetable:
    """The latest moments of one promise, over all its ways."""

    def __init__(
        self, promise: PromiseNode, journey: JourneyGraph, asked: list[Ways], beneath: list[PromiseNode]
    ) -> None:
        self._promise = promise
        self._journey = journey
        self._asked = asked
        self._beneath = [q for q in beneath if q.within is not None]
        self._places_of = {q.id: {a.step for a in journey.actions if a.id in q.kept} for q in self._beneath}
        self._parts_of = {step.id: [d for d in (step.wait, *self._takes(step.id)) if d] for step in journey.steps}
        # What was worked out for one moment of promising need not be worked out again.
        self._known: dict[tuple[Ways, Component, Moment], Moment] = {}

    @cached_property
    def slack(self) -> Fraction | None:
        """What is left of `within` in the worst case; None where no way leads from made to kept."""
        return min((self._slack(ways) for ways in self._asked), default=None)

    @cached_property
    def latest(self) -> Fraction | None:
        """How long it takes in the worst case; None on the calendar, and where no way leads from made to kept."""
        if self._clock.kind == CALENDAR or not self._asked:
            return None
        return Fraction(max(self._latest_kept(ways, 0, self._clock) for ways in self._asked))

    @cached_property
    def _clock(self) -> Clock:
        return Clock(self._journey.working_time, self._looked_at())

    @property
    def late(self) -> bool:
        """Whether there is a case in which it is kept too late."""
        return self.slack is not None and self.slack < 0

    @property
    def unbounded(self) -> bool:
        """Whether a loop on the ways has no bound."""
        return any(ways.unbounded() for ways in self._asked)

    def _slack(self, ways: Ways) -> Fraction:
        within = self._promise.within
        assert within is not None
        clock = self._clock
        moments = WEEK_MOMENTS if clock.kind == CALENDAR else PLAIN_MOMENTS
        return Fraction(min(clock.add(start, within) - self._latest_kept(ways, start, clock) for start in moments))

    def _looked_at(self) -> list[Duration]:
        assert self._promise.within is not None
        found = [self._promise.within]
        for ways in self._asked:
            for step in ways.steps:
                found += self._parts(ways, step)
            found += [flow.after for flow in ways.flows if flow.after]
            found += [q.within for q in self._beneath if q.within and self._counts(q, ways)]
        return found

    def _counts(self, q: PromiseNode, ways: Ways) -> bool:
        return self._elsewhere(q) or any(step in ways.steps for step in self._places_of[q.id])

    def _elsewhere(self, q: PromiseNode) -> bool:
        return q.journey != self._promise.journey and bool(q.kept)

    def _parts(self, ways: Ways, step: str) -> list[Duration]:
        """What lasts at a step; work out of the customer's sight does not wait for the wait beside it."""
        kept = [action for action in self._journey.actions if action.id in self._promise.kept and action.step == step]
        if step == ways.kept and not any(action.touchpoint for action in kept):
            return [duration for duration in self._takes(step) if duration]
        return self._parts_of[step]

    def _takes(self, step: str) -> list[Duration | None]:
        return [action.takes for action in self._journey.actions if action.step == step]

    def _latest_kept(self, ways: Ways, start: Moment, clock: Clock) -> Moment:
        latest = self._latest(ways, ways.component(ways.kept), start, clock)
        first = ways.component(ways.made)
        since = start if ways.kept in first else self._latest(ways, first, start, clock)
        elsewhere = [clock.add(since, q.within) for q in self._beneath if q.within and self._elsewhere(q)]
        return max([latest, *elsewhere])

    def _latest(self, ways: Ways, here: Component, start: Moment, clock: Clock) -> Moment:
        """L of a component: the latest of all walks that lead to its end, and of what is promised inside it."""
        key = (ways, here, start)
        if key not in self._known:
            self._known[key] = max((*self._walked(ways, here, start, clock), *self._promised(ways, here, start, clock)))
        return self._known[key]

    def _walked(self, ways: Ways, here: Component, start: Moment, clock: Clock) -> Iterator[Moment]:
        loop = ways.inside(here)
        if ways.made in here:
            yield self._loop(ways, here, start, clock) if loop else self._pass(ways, ways.made, [], start, clock)
            return
        for flow in ways.entering(here):
            before = self._latest(ways, ways.component(flow.source), start, clock)
            yield (
                self._loop(ways, here, before, clock) if loop else self._pass(ways, flow.target, [flow], before, clock)
            )

    def _pass(self, ways: Ways, step: str, by: list[Flow], moment: Moment, clock: Clock) -> Moment:
        """The moment at which a step is done that is entered by one of some flows."""
        lasting = self._parts(ways, step) + [flow.after for flow in by if flow.after]
        return max([moment, *(clock.add(moment, duration) for duration in lasting)])

    def _loop(self, ways: Ways, here: Component, moment: Moment, clock: Clock) -> Moment:
        rounds = 1 + sum(flow.at_most or 0 for flow in ways.inside(here))
        for _ in range(rounds):
            for step in self._journey.steps:
                if step.id in here:
                    moment = self._pass(ways, step.id, ways.to(step.id), moment, clock)
        return moment

    def _promised(self, ways: Ways, here: Component, start: Moment, clock: Clock) -> Iterator[Moment]:
        for q in self._beneath:
            if q.within and q.journey == self._promise.journey and self._places_of[q.id] & here:
                yield clock.add(self._made(q, ways, here, start, clock), q.within)

    def _made(self, q: PromiseNode, ways: Ways, here: Component, start: Moment, clock: Clock) -> Moment:
        """When at the latest a condition that is kept here has been made."""
        if q.standing:
            return self._arrival(ways, here, start, clock)
        moments = [start]
        for step in q.made:
            if step in here:
                moments.append(self._arrival(ways, here, start, clock))
            elif step in ways.steps and any(ways.lead(step, x) for x in here):
                moments.append(self._latest(ways, ways.component(step), start, clock))
        return max(moments)

    def _arrival(self, ways: Ways, here: Component, start: Moment, clock: Clock) -> Moment:
        before = [self._latest(ways, ways.component(flow.source), start, clock) for flow in ways.entering(here)]
        return max(before, default=start) if ways.made not in here else start
