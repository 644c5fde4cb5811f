"""Times of one journey: its calendar, its columns, and how long it takes as a whole."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from journeys.graph.journey import JourneyGraph
from journeys.promises.paths import Paths
from journeys.promises.time.calendar import Calendar
from journeys.promises.time.clock import Clock, latest
from journeys.promises.time.walk import BEGIN, Question, Walk
from journeys.promises.time.ways import ways
from journeys.promises.time.weekly import Weekly
from journeys.promises.time.work import Work


class Times:
    """What the walks of all promises of a journey share. `others` are those of all journeys, by id."""

    def __init__(self, journey: JourneyGraph, others: Mapping[str, Times]) -> None:
        self.journey = journey
        self.work = Work(journey)
        self.calendar = Calendar(journey.working_time)
        self._others = others
        self._longest: dict[bool, tuple[Weekly, Clock]] = {}
        self._open = False

    @cached_property
    def paths(self) -> Paths:
        """The ways of the journey."""
        return Paths(self.journey)

    def clock(self, *, mixed: bool = False) -> Clock:
        """A clock for one walk."""
        return Clock(self.journey.working_time, self.calendar, mixed=mixed)

    def nested(self, journey: str, clock: Clock) -> Weekly:
        """How long a step takes that stands for a journey; nothing for one that comes back to itself."""
        other = self._others.get(journey)
        if other is None:
            return BEGIN
        found, inside = other.longest(mixed=clock.mixed)
        clock.kinds |= inside.kinds
        clock.boundless |= inside.boundless
        return found

    def longest(self, *, mixed: bool) -> tuple[Weekly, Clock]:
        """The longest way from the starts of the journey to its ends, and the clock by which it was walked."""
        if self._open:
            return BEGIN, self.clock(mixed=mixed)
        if mixed not in self._longest:
            self._open = True
            clock = self.clock(mixed=mixed)
            total = BEGIN
            for start in self.paths.starts:
                for end in range(len(self.journey.steps)):
                    if self.paths.ends(end):
                        total = latest((self._walked(start, end, clock),), total)
            self._longest[mixed] = total, clock
            self._open = False
        return self._longest[mixed]

    def _walked(self, start: int, end: int, clock: Clock) -> Weekly:
        found = ways(self.paths, start, (end,), ())
        if found is None:
            return BEGIN
        if found.unbounded:
            clock.boundless.add(self.journey.name)
        return Walk(found, self.paths, self.work, clock, Question(nested=self.nested)).end()
