"""What a workspace is once it is read: small plain records, every name resolved."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction

from .quantities import Calendar, Span


@dataclass(slots=True)
class Action:
    """One action of a cell; `owner` is the nearest that is said, `takes` None where nothing says it."""

    id: str
    step: str
    journey: str
    lane: str
    company: bool
    owner: str | None
    takes: Span | None
    system: str | None
    short: dict[str, object] | None = None


@dataclass(frozen=True, slots=True)
class Way:
    """A way from a step: to a step, or (`leaves`) out of the journey to another; `group` numbers an `all`."""

    source: str
    target: str
    when: str | None = None
    after: Span | None = None
    at_most: int | None = None
    group: int | None = None
    leaves: bool = False


@dataclass(slots=True)
class Step:
    """A column: its cells by lane, in order of the lanes."""

    id: str
    name: str
    journey: str
    number: int
    wait: Span | None
    end: bool
    nested: str | None
    cells: dict[str, list[str]] = field(default_factory=dict)
    ways: list[Way] = field(default_factory=list)

    @property
    def is_end(self) -> bool:
        """A step with `end`, or a dead end (an exit to another journey is a way here)."""
        return self.end or not self.ways


@dataclass(slots=True)
class Journey:
    """A journey: its steps in order, where it starts, whom it is for, its company lanes from above to below."""

    id: str
    customers: tuple[str, ...]
    lanes: list[str]
    steps: list[str] = field(default_factory=list)
    starts: list[str] = field(default_factory=list)


Place = tuple[str, str | None]
"""Where a promise is made: a step, and the condition of `made.when`."""


@dataclass(slots=True)
class Promise:
    """A promise, written in full or as `promised` on an action (then `short` names the action)."""

    key: str
    journey: str
    by: str | None
    to: frozenset[str]
    places: tuple[Place, ...] = ()
    kept: tuple[str, ...] = ()
    any: bool = False
    astray: tuple[str, ...] = ()
    standing: bool = False
    within: Span | None = None
    rate: Fraction | None = None
    unless: frozenset[str] = frozenset()
    relies_on: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    short: str | None = None
    conditions: tuple[str, ...] = ()
    rests: frozenset[str] = frozenset()


@dataclass(slots=True)
class World:
    """A workspace that is read."""

    calendar: Calendar
    owners: dict[str, bool]
    customers: frozenset[str]
    journeys: dict[str, Journey] = field(default_factory=dict)
    steps: dict[str, Step] = field(default_factory=dict)
    actions: dict[str, Action] = field(default_factory=dict)
    supports: dict[str, tuple[str, ...]] = field(default_factory=dict)
    promises: dict[str, Promise] = field(default_factory=dict)

    def column(self, step: str) -> list[str]:
        """All actions of a step, from above to below."""
        return [action for cell in self.steps[step].cells.values() for action in cell]

    def beneath(self, tops: tuple[str, ...] | list[str]) -> list[str]:
        """The actions at or beneath some, by support."""
        seen = list(dict.fromkeys(tops))
        for action in seen:
            seen += [below for below in self.supports[action] if below not in seen]
        return seen
