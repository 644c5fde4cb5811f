"""What the promise calculus says of a promise: plain data, made in `journeys.promises`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple, Protocol

from journeys.graph.facts import Facts, Rate, Timing


class State(StrEnum):
    """What a verdict says, from good to bad.

    Sound: it follows from what is written. Assumed: if what nobody wrote down is nothing. Unproven: nothing is wrong,
    and time or rate has no bound. Broken: something written stands against it.
    """

    SOUND = "sound"
    ASSUMED = "assumed"
    UNPROVEN = "unproven"
    BROKEN = "broken"

    @property
    def holds(self) -> bool:
        """Whether nothing stands against it and nothing is left open: it is sound, or assumed."""
        return self in (State.SOUND, State.ASSUMED)

    @property
    def rank(self) -> int:
        """From 0 (sound) to 3 (broken): a promise is no better than what it rests on."""
        return _RANKS[self]


_RANKS = {state: rank for rank, state in enumerate(State)}


class Point(StrEnum):
    """The ten points of the calculus, each a way in which a promise can fail."""

    PROMISED = "somebody promises"
    KEPT = "somewhere kept"
    EVERY_PATH = "on every path"
    OWN_BEHAVIOUR = "own behaviour"
    BACKED = "backed all the way down"
    CONDITIONS = "conditions are promised"
    NO_CIRCLE = "nobody waits for himself"
    IN_TIME = "in time"
    OFTEN_ENOUGH = "often enough"
    ONE_WORD = "one word"


class Fault(StrEnum):
    """What is wrong where a point fails. The rules of `journeys.checks` say which of them tells of it."""

    BY_NOBODY = "by"
    VACANT = "vacant"
    TO_NOBODY = "to"
    UNFIT = "unfit"
    KEPT_NOWHERE = "kept"
    MADE_NOWHERE = "made"
    OUT_OF_REACH = "reach"
    MISSED = "path"
    UNOWNED = "owner"
    FOREIGN = "foreign"
    UNCOVERED = "link"
    NOT_RELIED_ON = "unrelied"
    UNPROMISED = "unmet"
    TO_ANOTHER = "promisee"
    AFTER = "after"
    CIRCLE = "circle"
    TOO_LATE = "late"
    BOUNDLESS = "bound"
    TOO_OFTEN = "rate"
    RATE_UNPROVEN = "unproven-rate"
    CONTRADICTION = "word"


class Root(NamedTuple):
    """A root cause: what fails (`fault`) and where, the same from whichever promise it is seen.

    `ids` are of the nodes between which it fails; a word of the file stands among them where no node answers to it.
    """

    fault: Fault
    ids: tuple[str, ...]

    def __str__(self) -> str:
        return ":".join((self.fault.value, *self.ids))


@dataclass(frozen=True, slots=True)
class Cause:
    """One point failing at one place. `journeys.checks.told` says it in words.

    `at` is the node (id) at which it fails, `promise` the promise whose point it is, `facts` what was found there.
    `unproven` marks what cannot be bounded rather than what is wrong.
    """

    point: Point
    root: Root
    promise: str
    at: str
    facts: Facts | None = None
    unproven: bool = False


class Silence(StrEnum):
    """What nobody wrote down, and is taken for nothing."""

    TIME = "time"
    CONDITION = "condition"
    INDEPENDENCE = "independence"
    RATE = "rate"

    @property
    def point(self) -> Point:
        """The point of the calculus that leans on it."""
        return _LEANING[self]


_LEANING = {
    Silence.TIME: Point.IN_TIME,
    Silence.CONDITION: Point.CONDITIONS,
    Silence.INDEPENDENCE: Point.OFTEN_ENOUGH,
    Silence.RATE: Point.OFTEN_ENOUGH,
}


@dataclass(frozen=True, slots=True)
class Assumption:
    """Something that a promise needs and nobody wrote down: `at` is the node (id) that says nothing.

    `facts` are what is known all the same.
    """

    silence: Silence
    promise: str
    at: str
    facts: Facts | None = None


@dataclass(frozen=True, slots=True)
class Chain:
    """The way from a promise to a root cause: promise ids from the promise to the one where the cause is."""

    promises: tuple[str, ...]
    cause: Cause


@dataclass(frozen=True, slots=True)
class Breakage:
    """Why a promise is broken: the way to the nearest root cause, and the other root causes beneath it.

    Of very many `others` the first are named, and `more` says how many there are besides.
    """

    way: tuple[str, ...]
    cause: Cause
    others: tuple[Cause, ...]
    more: int = 0


class Found(NamedTuple):
    """What a point of the calculus found of a promise: it holds if there are no `causes` at which it fails.

    `assumptions` are what it takes for nothing. `facts` are what it was judged by, where the promise does
    not say it itself.
    """

    causes: tuple[Cause, ...] = ()
    assumptions: tuple[Assumption, ...] = ()
    facts: Facts | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is known of one promise.

    `causes` are its own failing points, `held` those that hold, with the facts behind each; a point that was not asked
    is in neither. `assumptions` are what it takes for nothing itself; what it rests on and is no better stands in
    `broken_conditions`, `unproven_conditions` and `assumed_conditions`.
    """

    promise: str
    state: State
    causes: tuple[Cause, ...] = ()
    broken_conditions: tuple[str, ...] = ()
    unproven_conditions: tuple[str, ...] = ()
    assumed_conditions: tuple[str, ...] = ()
    assumptions: tuple[Assumption, ...] = ()
    timing: Timing | None = None
    rate: Rate | None = None
    held: Mapping[Point, Facts | None] = field(default_factory=dict)

    @property
    def slack(self) -> Fraction | None:
        """`within` less the latest moment, in seconds of the timing's kind; None if it cannot be said."""
        return self.timing.slack if self.timing else None

    @property
    def best_rate(self) -> Fraction | None:
        """The rate that the promise's conditions are likely to reach, from 0 to 1; None where it was not asked."""
        return self.rate.likely if self.rate else None


class Judgement(Protocol):
    """What the promise calculus gives for a workspace: a verdict for each promise, and the ways between them."""

    @property
    def verdicts(self) -> Mapping[str, Verdict]:
        """A verdict by promise id."""

    def chains(self, promise: str) -> tuple[Chain, ...]:
        """The way to each root cause."""

    def nearest_rates(self, promise: str) -> tuple[tuple[str, Fraction], ...]:
        """The conditions whose rates count."""

    def breakage(self, promise: str) -> Breakage | None:
        """Why it is broken."""

    @property
    def causes(self) -> Sequence[Cause]:
        """Every root cause once."""

    def broken_by(self, root: Root) -> Sequence[str]:
        """The promises to customers that a cause breaks."""
