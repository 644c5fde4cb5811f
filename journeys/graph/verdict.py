"""What the promise calculus says of a promise: plain data, made in `journeys.promises`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction

from journeys.language.finding import Edit, Place, Related


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


@dataclass(frozen=True, slots=True)
class Cause:
    """One point failing at one place: `key` is the same for the same root cause seen from several promises.

    `rule` is the name of the rule that reports it; `at` the node at which it fails, `promise` the
    promise whose point it is. `unproven` marks what cannot be bounded rather than what is wrong. `fix` is what would
    mend it, where that can be written at once.
    """

    point: Point
    rule: str
    key: str
    message: str
    place: Place
    promise: str
    at: str
    related: tuple[Related, ...] = ()
    help: str = ""
    unproven: bool = False
    fix: tuple[Edit, ...] = ()


class Silence(StrEnum):
    """What nobody wrote down, and is taken for nothing."""

    TIME = "time"
    CONDITION = "condition"
    INDEPENDENCE = "independence"
    RATE = "rate"


@dataclass(frozen=True, slots=True)
class Assumption:
    """Something that a promise needs and nobody wrote down: `at` is the node (id) that says nothing.

    `message` says what is taken for nothing, `help` what to write to settle it.
    """

    silence: Silence
    promise: str
    at: str
    message: str
    place: Place
    help: str = ""


@dataclass(frozen=True, slots=True)
class Moment:
    """A stop on the critical path: what is reached (`node`), and when at the latest, in seconds from the promise."""

    node: str
    name: str
    seconds: Fraction


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


@dataclass(frozen=True, slots=True)
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

    @property
    def critical_path(self) -> tuple[Moment, ...]:
        """How the latest moment came about: the stops on the way to it."""
        return self.way()


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


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is known of one promise.

    `causes` are its own failing points, `assumptions` what it takes for nothing itself; what it rests on and is no
    better stands in `broken_conditions`, `unproven_conditions` and `assumed_conditions`.
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

    @property
    def slack(self) -> Fraction | None:
        """`within` less the latest moment, in seconds of the timing's kind; None if it cannot be said."""
        return self.timing.slack if self.timing else None

    @property
    def best_rate(self) -> Fraction | None:
        """The rate that the promise's conditions are likely to reach, from 0 to 1; None where it was not asked."""
        return self.rate.likely if self.rate else None
