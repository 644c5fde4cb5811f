"""What the points of the calculus find, as plain data: numbers, and ids of nodes. The words are made in `checks`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property
from typing import NamedTuple

from journeys.language.model.duration import WorkingTime


class Entry(NamedTuple):
    """An entry of a promise's `unfit` or `unmet`, by its number from 0."""

    number: int


class Beyond(NamedTuple):
    """The steps (ids) where a promise is kept, to which no way leads."""

    goals: tuple[str, ...]


class Escape(NamedTuple):
    """A way (ids of steps) on which a promise is not kept. `trapped`: it goes round and round, and does not end."""

    steps: tuple[str, ...]
    trapped: bool


class Missed(NamedTuple):
    """The steps (ids) of which a way has to come to one, and the ways that do not: the shortest to each end.

    `elsewhere`: one of them comes to another step where the promise is kept.
    """

    goals: tuple[str, ...]
    escapes: tuple[Escape, ...]
    elsewhere: bool


class Beneath(NamedTuple):
    """The action (id) that something stands behind."""

    above: str


class Backing(NamedTuple):
    """An action that another owner does for one above, and the promise that covers it (ids).

    Where a promise is kept there is none above: the action stands for its promiser.
    """

    above: str
    below: str
    promise: str


class Backed(NamedTuple):
    """How many links lie beneath a promise, and those between two owners, each with its promise."""

    links: int
    handoffs: tuple[Backing, ...]


class Own(NamedTuple):
    """The actions that others do where a promise is kept, each with its owner's promise."""

    others: tuple[Backing, ...]


class Circle(NamedTuple):
    """Promises (ids) that wait for one another; of very many the first few."""

    promises: tuple[str, ...]


class Loop(NamedTuple):
    """Steps (ids) that may be passed any number of times; of very many the first few."""

    steps: tuple[str, ...]


class NestedLoop(NamedTuple):
    """The names of journeys on the way, which steps stand for, in which a loop may be passed any number of times."""

    names: tuple[str, ...]


class Contradiction(NamedTuple):
    """Promises (ids, in the order of the file) that share a `word`, `within` or `at_least`, and differ in the other.

    `first` is the first of them by the alphabet, by which the contradiction is known.
    """

    word: str
    promises: tuple[str, ...]
    first: str


class Abroad(NamedTuple):
    """The journey (id) in which a condition is kept, whose clock is its own."""

    journey: str


@dataclass(frozen=True, slots=True)
class Moment:
    """A stop on the critical path: what is reached (`node`), and when at the latest, in seconds from the promise."""

    node: str
    name: str
    seconds: Fraction


@dataclass(frozen=True)
class Timing:
    """Point 8: the latest moment a promise can be kept at, in seconds of elapsed or working time.

    `slack` is `within` less `latest` (negative when late). `calendar`: both kinds of time occur, so the
    worst moment of a week was taken (`start`, in seconds from a Monday at midnight), and the seconds are elapsed ones.
    `way` finds the critical path: few ask for it.
    """

    latest: Fraction
    slack: Fraction | None
    working: bool
    way: Callable[[], tuple[Moment, ...]] = field(default=tuple, repr=False, compare=False)
    calendar: bool = False
    start: int = 0

    def measure(self, working_time: WorkingTime) -> WorkingTime | None:
        """The working time by which its seconds are said, if they are of work; None for elapsed ones."""
        return working_time if self.working and not self.calendar else None

    @cached_property
    def critical_path(self) -> tuple[Moment, ...]:
        """How the latest moment came about: the stops on the way to it."""
        return self.way()


class Usual(NamedTuple):
    """A promise made when a week's work begins (`start`, in seconds from a Monday at midnight).

    `latest` is how long it takes then, `slack` what is left of its deadline (negative when late), in elapsed seconds.
    """

    start: int
    latest: Fraction
    slack: Fraction


@dataclass(frozen=True, slots=True)
class Lateness:
    """How late a promise can be. `least`: a loop on the way has no bound, so that it can be later still.

    `usual` is there where the moment matters at which it is made.
    """

    timing: Timing
    least: bool
    usual: Usual | None = None


@dataclass(frozen=True, slots=True)
class Rate:
    """Point 9: the rates that the conditions can reach, from 0 to 1.

    `sure`: whatever hangs together; `likely`: if they fail independently; `most`: the least of their rates, which none
    can pass. `shared`: the ids of promises and actions, and the systems, that two conditions share; of many the first
    hundred. `silent` are the conditions (ids) that say no rate and count as always.
    """

    sure: Fraction
    likely: Fraction
    most: Fraction
    shared: tuple[str, ...] = ()
    silent: tuple[str, ...] = ()


Facts = (
    Entry
    | Beyond
    | Missed
    | Beneath
    | Backing
    | Backed
    | Own
    | Circle
    | Loop
    | NestedLoop
    | Contradiction
    | Abroad
    | Timing
    | Lateness
    | Rate
)
