"""In time (point 8): L against `within` for each place of promising and keeping; silence; working time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from fractions import Fraction

from .choices import CHOICES
from .model import Place, Promise, World
from .paths import Ground, step_of
from .quantities import QUARTER, WEEK, Number, Span, Sum, Walk
from .walking import Plan
from .ways import Region, through, ways_to
from .work import Job, Later, Subject, done


@dataclass(slots=True)
class Timing:
    """What point 8 says of a promise, and the places of which it was asked."""

    late: bool = False
    reasons: set[str] = field(default_factory=set)
    silent: set[str] = field(default_factory=set)
    latest: Number | None = None
    slack: Fraction | None = None
    calendar: bool = False


def pairs(world: World, promise: Promise) -> Iterator[tuple[Place, tuple[str, ...]]]:
    """Each place of promising with what is asked of it: each k alone, or all of K where any will do.

    A standing promise is made wherever it is kept. "Made in a step of U, nothing is asked."
    """
    places: list[tuple[Place, tuple[str, ...]]]
    if promise.standing:
        places = [((world.actions[k].step, None), (k,)) for k in promise.kept]
    else:
        kept = [promise.kept] if promise.any else [(k,) for k in promise.kept]
        places = [(place, some) for place in promise.places for some in kept]
    yield from ((place, some) for place, some in places if place[0] not in promise.unless)


def regions(world: World, promise: Promise, place: Place, kept: tuple[str, ...]) -> Iterator[tuple[Region, list[str]]]:
    """The ways to each step first come to, with the actions that are kept in it."""
    steps = list(dict.fromkeys(world.actions[k].step for k in kept))
    ground = Ground(world, world.steps[place[0]].journey, steps)
    for step in steps:
        region = ways_to(ground, place, step, steps, promise.unless)
        if region is not None:
            yield region, [k for k in kept if world.actions[k].step == step]


class Finish:
    """One k at the end of its ways: only k and what supports it counts, and a touchpoint's `wait`."""

    def __init__(self, subject: Subject, place: Place, region: Region, k: str) -> None:
        """Sort the conditions: beside k, on the way, elsewhere."""
        self.subject, self.region, self.k = subject, region, k
        world = subject.world
        self.step = world.steps[world.actions[k].step]
        self.plan = Plan(subject, region, place[0], region.passed, stops=True).with_rounds()
        self.reasons = set(self.plan.reasons)
        made = {
            q.key: tuple(s for s in dict.fromkeys(s for s, _ in q.places) if s != place[0] and s in region.nodes)
            for q in (world.promises[key] for key in subject.promise.rests)
        }
        beside = [
            action
            for key in subject.promise.conditions
            for action in world.promises[key].kept
            if key != subject.promise.key and world.actions[action].step == self.step.id
        ]
        self.tops = list(dict.fromkeys([k, *beside]))
        self.jobs = subject.jobs(self.tops, region.passed, made)
        self.elsewhere = [span for span in self._elsewhere(place) if span.seconds]
        mine = next(job for job in self.jobs if job.action == k)
        if CHOICES.condition_elsewhere_comes_first:
            mine.first = self.elsewhere

    def _elsewhere(self, place: Place) -> Iterator[Span]:
        """`within` of the conditions kept neither in k's step nor on a way, nor before m on every way."""
        world = self.subject.world
        on_way = {step_of(node) for node in self.region.nodes}
        for key in self.subject.promise.conditions:
            condition = world.promises[key]
            steps = {world.actions[action].step for action in condition.kept}
            if key == self.subject.promise.key or not steps or steps & on_way:
                continue
            if not ways_that_led(world, place[0], steps)[1]:
                continue
            if condition.within is None:
                self.reasons.add(f"condition:{key}")
            else:
                yield condition.within

    def last(self, start: Number, later: Later) -> Number:
        """L(k's step), promised at `start`."""
        target = self.region.target
        at = self.plan.arrivals(start, later)
        known = {node: self.plan.rounded(at[node], later) for node in self._asked(at)}
        arrival = known[target]
        moments = dict.fromkeys(self.region.nodes, arrival) | known
        times = done(self.jobs, arrival, start, moments, later)
        tops = [time for time, job in zip(times, self.jobs, strict=True) if job.action in self.tops]
        last = max(tops)
        if self.step.wait is not None and self.subject.world.actions[self.k].lane == "frontstage":
            last = max(last, later(arrival, self.step.wait))
        if not CHOICES.condition_elsewhere_comes_first:
            last = max([last, *(later(start, span) for span in self.elsewhere)])
        return last

    def _asked(self, at: dict[str, Number]) -> set[str]:
        made = {step for job in self.jobs for term in job.terms for step in term.made}
        return {node for node in at if node in made} | {self.region.target}

    def silent(self) -> set[str]:
        """Places that say no time: on the ways, and of k and what supports it."""
        subject, region = self.subject, self.region
        found = set(_silent_on(subject, region, ()))
        touchpoint = subject.world.actions[self.k].lane == "frontstage"
        if self.step.wait is not None and touchpoint:
            return found
        asked = self.jobs if CHOICES.beside_is_asked else subject.jobs([self.k], region.passed, {})
        for job in asked:
            found |= _silent_job(subject, job, region)
        return found


def _silent_job(subject: Subject, job: Job, region: Region) -> set[str]:
    asked = [job.action, *subject.brought(job.action, region.passed)[0]]
    return {action for action in asked if not subject.speaks(action)}


def _silent_on(subject: Subject, region: Region, inside: tuple[str, ...]) -> Iterable[str]:
    """Steps of a way without `wait` that no `after` leaves, action by action; nested journeys' ways too."""
    world = subject.world
    spoken = {step_of(edge.source) for edge in region.edges if edge.after is not None}
    for node in region.nodes:
        step = world.steps.get(step_of(node))
        if step is None or node == region.target:
            continue
        nested = through(world, step.nested) if step.nested in world.journeys and step.nested not in inside else None
        if nested is not None:
            nested.passed = nested.passed | region.passed
            yield from _silent_on(subject, nested, (*inside, step.nested or ""))
        if step.wait is not None or step.id in spoken:
            continue
        company = [action for action in world.column(step.id) if world.actions[action].company]
        if not company and nested is None:
            yield step.id
        for action in company:
            if not subject.speaks(action):
                yield action
            if CHOICES.brought_on_the_way_is_asked:
                yield from (b for b in subject.brought(action, region.passed)[0] if not subject.speaks(b))


def ways_that_led(world: World, step: str, places: set[str]) -> tuple[bool, bool]:
    """Of the ways from a start to the first coming to a step: whether one passes some places, whether one does not."""
    ground = Ground(world)
    journey = world.journeys[world.steps[step].journey]
    some = none = False
    for start in journey.starts:
        free = ground.reached((start, None), {step, *places})
        none = none or (step in free and start not in places)
        on_way = [node for node in ground.reached((start, None), {step}) if node in places and node != step]
        some = some or any(step in ground.reached((node, None), {step}) for node in on_way)
    return some, none or not any(step in ground.reached((s, None), {step}) for s in journey.starts)


def in_time(world: World, promise: Promise) -> Timing:
    """Point 8, for all places at once: the worst counts."""
    timing = Timing()
    if promise.within is None:
        return timing
    subject = Subject(world, promise)
    finishes: list[Finish] = []
    for place, kept in pairs(world, promise):
        for region, here in regions(world, promise, place, kept):
            finishes += [Finish(subject, place, region, k) for k in here]
    clock = Sum()
    clock.later(0, promise.within)
    lengths = [finish.last(0, clock.later) for finish in finishes]
    at_once: set[str] = set()
    for finish in finishes:
        timing.reasons |= finish.reasons
        at_once |= finish.plan.at_once
        timing.silent |= finish.silent()
    timing.reasons |= {f"at once:{step}" for step in at_once}
    if not finishes or at_once:
        return timing
    if len(clock.kinds) <= 1:
        timing.latest = max(lengths)
        timing.slack = Fraction(promise.within.seconds - timing.latest)
    else:
        timing.calendar = True
        timing.slack, timing.latest = _worst(world, promise.within, [finish.last for finish in finishes])
    timing.late = timing.slack < 0
    return timing


def _worst(world: World, within: Span, lasts: list[Callable[[Number, Later], Number]]) -> tuple[Fraction, Number]:
    """From each quarter of an hour of a week: the least slack, and how long it takes from that moment."""
    clock = Walk(world.calendar)
    worst: tuple[Number, Number] | None = None
    for start in range(0, WEEK, QUARTER):
        last = max(last(start, clock.later) for last in lasts)
        slack = clock.later(start, within) - last
        if worst is None or slack < worst[0]:
            worst = (slack, last - start)
    assert worst is not None
    return Fraction(worst[0]), worst[1]
