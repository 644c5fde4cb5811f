"""Within a step work follows support: done(a), A(s) and L(s) of point 8, for one promise."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from typing import Protocol

from .choices import CHOICES
from .model import Promise, World
from .quantities import Number, Span


class Later(Protocol):
    """How time passes: added up, or on the calendar."""

    def __call__(self, moment: Number, span: Span, /) -> Number:
        """The moment at which a span that begins now is over."""


@dataclass(slots=True)
class Term:
    """A condition kept at an action: its `within` from where it is made (standing: from the arrival)."""

    within: Span
    made: tuple[str, ...]
    standing: bool


@dataclass(slots=True)
class Job:
    """One action of a column: what it waits for, by number in the list of jobs, and what it takes itself."""

    action: str
    supports: list[int]
    brought: list[Span]
    terms: list[Term]
    takes: Span | None
    first: list[Span] = field(default_factory=list)
    """What is kept elsewhere and waited for here, as if made at m."""


@dataclass(slots=True)
class Subject:
    """A promise with what stands beneath it, looked up once."""

    world: World
    promise: Promise
    kept_at: dict[str, list[Promise]] = field(init=False)

    def __post_init__(self) -> None:
        """Sort R* by the actions it is kept at."""
        self.kept_at = {}
        for key in sorted(self.promise.rests - {self.promise.key}):
            condition = self.world.promises[key]
            for action in condition.kept:
                self.kept_at.setdefault(action, []).append(condition)

    def speaks(self, action: str) -> bool:
        """Whether an action says `takes`, or keeps a condition with `within`."""
        kept = self.kept_at.get(action, ())
        return self.world.actions[action].takes is not None or any(q.within is not None and firm(q) for q in kept)

    def brought(self, action: str, passed: Collection[str]) -> tuple[list[str], list[str]]:
        """What `uses` brings from columns that not every way passes; and what of its own column that leads back to."""
        home = self.world.actions[action].step
        found: list[str] = []
        back: list[str] = []
        below = [b for b in self.world.supports[action] if self.world.actions[b].step != home]
        for other in below:
            step = self.world.actions[other].step
            if step == home:
                back.append(other)
            elif step not in passed and other not in found:
                found.append(other)
                if CHOICES.brought_with_what_is_beneath:
                    below += [b for b in self.world.supports[other] if b not in below]
        return found, back

    def inner(self, action: str, passed: Collection[str]) -> list[str]:
        """What supports an action in its own column."""
        home = self.world.actions[action].step
        own = [b for b in self.world.supports[action] if self.world.actions[b].step == home]
        return own + [b for b in self.brought(action, passed)[1] if b not in own and b != action]

    def jobs(self, tops: Iterable[str], passed: Collection[str], made: dict[str, tuple[str, ...]]) -> list[Job]:
        """The jobs of some actions of a column and all that supports them there, each after what it waits for.

        `made` names, for each condition, the steps on the way at which it is made (m is none of them).
        """
        jobs: list[Job] = []
        numbers: dict[str, int] = {}

        def add(action: str, open_: frozenset[str]) -> None:
            if action in numbers or action in open_:
                return
            inner = self.inner(action, passed)
            for below in inner:
                add(below, open_ | {action})
            numbers[action] = len(jobs)
            supports = [numbers[below] for below in inner if below in numbers and below != action]
            brought = [span for other in self.brought(action, passed)[0] for span in self._cost(other)]
            terms = [Term(q.within, made.get(q.key, ()), q.standing) for q in self.kept_at.get(action, ()) if q.within]
            jobs.append(Job(action, supports, brought, terms, self.world.actions[action].takes))

        for top in tops:
            add(top, frozenset())
        return jobs

    def _cost(self, action: str) -> list[Span]:
        """The `takes` of an action elsewhere, or the `within` of a condition kept there; both where both are said."""
        takes = self.world.actions[action].takes
        within = [q.within for q in self.kept_at.get(action, ()) if q.within]
        return within if takes is None else [*within, takes]


def firm(promise: Promise) -> bool:
    """Whether a promise covers each of its places: one kept at any of several does not."""
    return CHOICES.any_is_firm or not promise.any or len(promise.kept) == 1


def done(jobs: list[Job], at: Number, start: Number, made: dict[str, Number], later: Later) -> list[Number]:
    """When each job is done; `made` tells when the way comes to a step at which a condition is made."""
    times: list[Number] = []
    for job in jobs:
        ready = at
        for number in job.supports:
            ready = max(ready, times[number])
        for span in job.brought:
            ready = max(ready, later(at, span))
        for span in job.first:
            ready = max(ready, later(start, span))
        if job.takes is not None:
            ready = later(ready, job.takes)
        for term in job.terms:
            since = at if term.standing else max((made[step] for step in term.made), default=start)
            ready = max(ready, later(since, term.within))
        times.append(ready)
    return times
