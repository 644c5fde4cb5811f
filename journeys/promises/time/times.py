"""Times of one journey: its calendar, and how long it takes as a whole."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property, partial

from journeys.graph.journey import JourneyGraph
from journeys.graph.nodes import PromiseNode
from journeys.promises.paths import Paths
from journeys.promises.time.calendar import Calendar
from journeys.promises.time.clock import Clock, Lengths
from journeys.promises.time.silence import columns
from journeys.promises.time.walk import BEGIN, Question, Walk
from journeys.promises.time.ways import Ways, whole
from journeys.promises.time.weekly import Weekly
from journeys.promises.time.work import Work

_DEEPEST = 50
"""Of what is nested deeper, what is promised inside counts by its own word alone."""


class Times:
    """What the walks of all promises of a journey share. `others` are those of all journeys, by id."""

    def __init__(self, journey: JourneyGraph, paths: Paths, work: Work, others: Mapping[str, Times]) -> None:
        self.journey = journey
        self.paths = paths
        self.work = work
        self.calendar = Calendar(journey.working_time)
        self._others = others
        self._lengths: Lengths = {}
        self._longest: dict[bool, tuple[Weekly, Clock]] = {}
        self._open = False

    @cached_property
    def whole(self) -> Ways | None:
        """All ways from its starts to its ends; None where it never ends."""
        return whole(self.paths)

    def inside(self, journey: str) -> tuple[Paths, Ways] | None:
        """The ways of a journey that a step stands for; None where it is not there or never ends."""
        other = self._others.get(journey)
        return (other.paths, other.whole) if other is not None and other.whole is not None else None

    def clock(self, *, mixed: bool = False) -> Clock:
        """A clock for one promise."""
        return Clock(self.journey.working_time, self.calendar, self._lengths, mixed=mixed)

    def nested(self, journey: str, clock: Clock) -> Weekly:
        """How long a step takes that stands for a journey; nothing for one that comes back to itself."""
        other = self._others.get(journey)
        if other is None:
            return BEGIN
        found, inside = other.longest(mixed=clock.mixed)
        clock.kinds |= inside.kinds
        clock.boundless |= inside.boundless
        clock.at_once |= inside.at_once
        return found

    def nested_for(
        self,
        conditions: Callable[[str], Sequence[PromiseNode]],
        promised_in: Callable[[str], bool],
        made: str,
        passed: frozenset[str],
        within: tuple[str, ...],
        journey: str,
        clock: Clock,
        *,
        alone: bool,
    ) -> Weekly:
        """As `nested`, for one promise: with its conditions, if it does not stand `alone`, and what its ways pass.

        `made` is the step (id) where it is made, `within` are the journeys that this one lies in.
        """
        if alone and self._closed(journey):
            return self.nested(journey, clock)
        found = self.inside(journey)
        if found is None or journey in within:
            return BEGIN
        if len(within) == _DEEPEST:
            return self.nested(journey, clock)
        paths, ways = found
        _note(clock, paths, ways)
        inside = passed | columns(paths, ways)
        deeper = partial(self.nested_for, conditions, promised_in, made, inside, (*within, journey), alone=alone)
        walk = Walk(ways, paths, self.work, clock, Question(made, conditions, promised_in, deeper), inside)
        return walk.rounded(walk.arrival)

    def _closed(self, journey: str) -> bool:
        """Whether a journey and all that is nested in it use nothing of other journeys."""
        seen, queue = {journey}, [journey]
        for id_ in queue:
            other = self._others.get(id_)
            if other is None:
                continue
            if other.reaching_out:
                return False
            for step in other.journey.steps:
                if step.nested and step.nested not in seen:
                    seen.add(step.nested)
                    queue.append(step.nested)
        return True

    @cached_property
    def reaching_out(self) -> bool:
        """Whether some action of the journey is supported by one of another."""
        return any(self.journey.action(link.below).journey != self.journey.id for link in self.journey.supports)

    def longest(self, *, mixed: bool) -> tuple[Weekly, Clock]:
        """The longest way from the starts of the journey to its ends, and the clock by which it was walked."""
        if self._open or self.whole is None:
            return BEGIN, self.clock(mixed=mixed)
        if mixed not in self._longest:
            self._open = True
            clock = self.clock(mixed=mixed)
            _note(clock, self.paths, self.whole)
            passed = columns(self.paths, self.whole)
            walk = Walk(self.whole, self.paths, self.work, clock, Question(nested=self.nested), passed)
            self._longest[mixed] = walk.rounded(walk.arrival), clock
            self._open = False
        return self._longest[mixed]


def _note(clock: Clock, paths: Paths, ways: Ways) -> None:
    """Tell a clock why nobody can say how long a nested journey takes, if nobody can."""
    if ways.unbounded:
        clock.boundless.add(paths.home.name)
    clock.at_once |= {paths.steps[step].id for step in ways.at_once}
