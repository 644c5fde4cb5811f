"""What a drawing shows: lanes, columns, cards, connectors. No geometry, no colours.

A view is read from a journey by the functions in `blueprints.views`; everything after it (layout, DOT, SVG, and
the formats in words) reads nothing else. Texts are as people wrote them: whoever writes them out escapes them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum


class LaneShape(StrEnum):
    """What a lane holds."""

    CARDS = "cards"
    CURVE = "curve"
    BARS = "bars"


class CardStyle(StrEnum):
    """What a card stands for; it decides how it looks."""

    STEP = "step"
    EVIDENCE = "evidence"
    CUSTOMER = "customer"
    COMPANY = "company"
    THOUGHT = "thought"
    PAIN = "pain"
    OPPORTUNITY = "opportunity"
    INFO = "info"
    SOUND = "sound"
    ASSUMED = "assumed"
    UNPROVEN = "unproven"
    BROKEN = "broken"
    UNJUDGED = "unjudged"
    VACANT = "vacant"
    CAUSE = "cause"
    VALUE = "value"
    PRACTICE = "practice"
    GOAL = "goal"
    DECISION = "decision"


class ConnectorKind(StrEnum):
    """What a line between two cards says."""

    FLOW = "flow"
    TOGETHER = "together"
    SUPPORT = "support"
    CELLS = "cells"
    TRIGGER = "trigger"
    GAP = "gap"
    RELIES = "relies"
    REPORTS = "reports"
    HANDOFF = "handoff"
    BROKEN_BY = "broken-by"
    SERVED = "served"
    PRACTISED = "practised"
    KEPT = "kept"
    ABOUT = "about"


WAYS = frozenset((ConnectorKind.FLOW, ConnectorKind.TOGETHER))
"""What leads the customer from step to step."""


class Tone(StrEnum):
    """How a detail on a card is meant."""

    QUIET = "quiet"
    STRONG = "strong"
    BAD = "bad"
    GOOD = "good"


class State(StrEnum):
    """What is known of a promise."""

    UNJUDGED = "unjudged"
    SOUND = "sound"
    ASSUMED = "assumed"
    UNPROVEN = "unproven"
    BROKEN = "broken"


class Change(StrEnum):
    """What became of something since an older version; it is drawn as an outline of its own."""

    NONE = ""
    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Fact:
    """A line of the title block: what it is and what it says."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Phase:
    """A band over neighbouring columns, `first` to `last` (both included, from 0)."""

    name: str
    first: int
    last: int
    id: str = ""
    tooltip: str = ""


@dataclass(frozen=True, slots=True)
class Lane:
    """A row. `line_below` names the line drawn beneath it (line of visibility, …)."""

    id: str
    name: str
    shape: LaneShape = LaneShape.CARDS
    line_below: str = ""
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Tag:
    """An owner. `colour` is an index into the theme's palette; `missing` is said of an owner who is not there."""

    text: str
    colour: int = 0
    missing: bool = False


@dataclass(frozen=True, slots=True)
class Detail:
    """A small line under a card's text, with an icon of `layout.icons`: `""` for none, `blank` for its room."""

    icon: str
    text: str
    tone: Tone = Tone.QUIET


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A box in the cell of `lane` and `column` (indexes). Cards of a cell stack in the order of the view.

    `marks` are numbers of `Legend` notes; `faded` puts a card into the background; `data` goes into the SVG
    as `data-*` attributes.
    """

    id: str
    text: str
    lane: int
    column: int
    style: CardStyle
    owner: Tag | None = None
    channel: str = ""
    details: tuple[Detail, ...] = ()
    badges: tuple[str, ...] = ()
    marks: tuple[int, ...] = ()
    link: str = ""
    tooltip: str = ""
    faded: bool = False
    change: Change = Change.NONE
    data: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Connector:
    """A line from one card to another (ids). `label` is written on it.

    One that stands for all cards of two cells, each supported by each, names them: `sources` and `targets`.
    """

    id: str
    source: str
    target: str
    kind: ConnectorKind
    label: str = ""
    faded: bool = False
    change: Change = Change.NONE
    sources: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()

    @property
    def ends(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """All cards (ids) that it leads from, and all that it leads to."""
        return self.sources or (self.source,), self.targets or (self.target,)


@dataclass(frozen=True, slots=True)
class Feeling:
    """A point of the feeling curve: `value` from −2 to 2, in halves, at a column, and the word for it.

    `onwards` are the columns of the feelings that come next on the customer's ways, all further to the right.
    """

    column: int
    value: float
    word: str = ""
    onwards: tuple[int, ...] = ()
    faded: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A promise in a lane of bars, from the column it is made in to the one where it is kept (indexes).

    `made` and `kept` are the columns to mark, `skipped` those between that no way from made to kept passes, and
    `broken_at` the one where a broken promise breaks, if that is one of its own. `elsewhere` is said of one made
    outside the drawing, `before` and `after` of one that goes on to the left and to the right of what is drawn.
    """

    id: str
    name: str
    lane: int
    first: int
    last: int
    made: tuple[int, ...] = ()
    kept: tuple[int, ...] = ()
    skipped: tuple[int, ...] = ()
    broken_at: int | None = None
    elsewhere: bool = False
    before: bool = False
    after: bool = False
    state: State = State.UNJUDGED
    facts: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    owner: Tag | None = None
    marks: tuple[int, ...] = ()
    link: str = ""
    tooltip: str = ""
    faded: bool = False
    change: Change = Change.NONE

    def at(self, places: Mapping[int, int]) -> Bar:
        """The bar where each of its columns has a new place; what then lies between and is none of them is skipped."""
        passed = {places[column] for column in range(self.first, self.last + 1) if column not in self.skipped}
        ends = (places[self.first], places[self.last])
        first, last = min(ends), max(ends)
        return replace(
            self,
            first=first,
            last=last,
            made=tuple(dict.fromkeys(places[column] for column in self.made)),
            kept=tuple(dict.fromkeys(places[column] for column in self.kept)),
            skipped=tuple(column for column in range(first, last + 1) if column not in passed),
            broken_at=None if self.broken_at is None else places[self.broken_at],
        )


@dataclass(frozen=True, slots=True)
class Found:
    """A finding: at which node of the graph (an id; empty for the whole), and what it says."""

    node: str
    message: str


@dataclass(frozen=True, slots=True)
class Note:
    """An entry of the legend: its number on the drawing, code, message and severity (`error`, `warning`).

    It stands for the findings at its `places`, which are one where there are none; the first of them says the message.
    `apart` is said of one that is told on another page.
    One whose number is 0 has no mark on the drawing: the tag of an owner who is not there shows it.
    """

    number: int
    code: str
    message: str
    severity: str
    faded: bool = False
    places: tuple[Found, ...] = ()
    apart: bool = False

    @property
    def messages(self) -> tuple[str, ...]:
        """What is said at its places, each once."""
        return tuple(dict.fromkeys(one.message for one in self.places)) or (self.message,)

    @property
    def told(self) -> str:
        """The message, and how often it is meant or how many more there are."""
        if len(self.places) < 2:
            return self.message
        more = len(self.places) - 1
        return (
            f"{self.message} ({len(self.places)} times)"
            if len(self.messages) == 1
            else f"{self.message}; and {more} more"
        )


@dataclass(frozen=True, slots=True)
class View:
    """Everything that a drawing shows. Lanes from top to bottom, columns from left to right."""

    id: str
    title: str
    kind: str
    facts: tuple[Fact, ...] = ()
    link: str = ""
    tooltip: str = ""
    subtitle: str = ""
    description: str = ""
    columns: tuple[str, ...] = ()
    phases: tuple[Phase, ...] = ()
    lanes: tuple[Lane, ...] = ()
    cards: tuple[Card, ...] = ()
    connectors: tuple[Connector, ...] = ()
    feelings: tuple[Feeling, ...] = ()
    bars: tuple[Bar, ...] = ()
    notes: tuple[Note, ...] = ()
    owners: tuple[Tag, ...] = ()

    @property
    def nodes(self) -> frozenset[str]:
        """The ids of all cards and bars."""
        return frozenset((*(card.id for card in self.cards), *(bar.id for bar in self.bars)))

    @property
    def changes(self) -> frozenset[Change]:
        """What became of things in it since an older version."""
        found = {card.change for card in self.cards} | {bar.change for bar in self.bars}
        return frozenset((found | {one.change for one in self.connectors}) - {Change.NONE})
