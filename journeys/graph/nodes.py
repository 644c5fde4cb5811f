"""The typed nodes of the graph. Each knows its id, its name and the key path it came from."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from journeys.language.finding import Edit, Finding, Place, Related
from journeys.language.model.duration import Duration
from journeys.language.model.lanes import FRONTSTAGE, Lane, LaneKind


class Kind(StrEnum):
    """What a node is."""

    STEP = "step"
    ACTION = "action"
    EVIDENCE = "evidence"
    INFO = "info"
    OWNER = "owner"
    CUSTOMER = "customer"
    PROMISE = "promise"


class Link(StrEnum):
    """What an edge says; it is also the edge's key in the multigraph."""

    NEXT = "next"
    SUPPORTED_BY = "supported_by"
    USES = "uses"
    TRIGGERS = "triggers"
    OWNS = "owns"
    REPORTS_TO = "reports_to"
    MADE_AT = "made_at"
    KEPT_AT = "kept_at"
    BY = "by"
    TO = "to"
    RELIES_ON = "relies_on"


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """What every node has. `id` is unique in the workspace, `name` is what people read, `own` what users add to it."""

    id: str
    name: str
    place: Place
    journey: str = ""
    own: tuple[tuple[str, str], ...] = ()

    def finding(
        self,
        message: str,
        *,
        at: Place | None = None,
        related: tuple[Related, ...] = (),
        help: str = "",  # noqa: A002 - the field's name in a finding
        fix: tuple[Edit, ...] = (),
    ) -> Finding:
        """A finding at this node (or at `at`, a place inside it)."""
        return Finding(message, at or self.place, related, help, fix, journey=self.journey)

    def entry(self, *keys: str | int) -> Place:
        """The place of a key of the mapping that a step's or action's name stands in."""
        return Place(self.place.file, self.place.path[:-1] + keys)

    def mention(self, message: str) -> Related:
        """This node as a related place of somebody else's finding."""
        return Related(self.place, message)


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnerNode(Node):
    """Somebody who can promise: a person, role, team or partner. `key` is the id in the file."""

    key: str
    kind: str = ""
    holder: str = ""
    reports_to: str = ""
    contact: str = ""
    vacant: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomerNode(Node):
    """A customer, as declared. `key` is the id in the file."""

    key: str
    description: str = ""
    goals: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    pains: tuple[str, ...] = ()
    quote: str = ""
    portrait: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StepNode(Node):
    """A column of the blueprint. `key` is the id or slug, `index` its place in the file from 0.

    `nested` is the id of the journey that it stands for, `dropped_out` an end that nobody wished for.
    """

    key: str
    index: int
    phase: str = ""
    phase_index: int = 0
    phase_key: str = ""
    phase_note: str = ""
    owner: str = ""
    feeling: float | None = None
    emotion: str = ""
    thought: tuple[str, ...] = ()
    pains: tuple[str, ...] = ()
    opportunities: tuple[str, ...] = ()
    expects: tuple[str, ...] = ()
    wait: Duration | None = None
    moment_of_truth: bool = False
    proactive: bool = False
    status: str = ""
    data: tuple[str, ...] = ()
    note: str = ""
    link: str = ""
    event: str = ""
    start: bool = False
    end: bool = False
    dropped_out: bool = False
    nested: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CellNode(Node):
    """What stands in a cell, an action or a piece of evidence; `name` is the text of `do`, `order` its place from 0."""

    step: str
    lane: Lane
    order: int
    channel: str = ""
    system: tuple[str, ...] = ()
    takes: Duration | None = None
    fail_point: str = ""
    recovery: str = ""
    data: tuple[str, ...] = ()
    status: str = ""
    note: str = ""
    link: str = ""

    @property
    def company(self) -> bool:
        """Whether this is a company's action, which needs an owner."""
        return self.lane.kind is LaneKind.COMPANY


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionNode(CellNode):
    """One thing that somebody does.

    `owner` is the id of the owner node (`""` when nobody is named, whether or not declared);
    `owner_text` is what the file says; `owner_place` is where it says so (perhaps at the step).
    """

    key: str
    owner: str = ""
    owner_text: str = ""
    owner_place: Place | None = None
    owners_named: int = 0

    @property
    def owned(self) -> str:
        """Who owns it, declared or not; empty where nobody is named."""
        return self.owner or ("" if self.owner_text in ("", "none") else f"?{self.owner_text}")

    @property
    def touchpoint(self) -> bool:
        """Whether this is a company action in the frontstage."""
        return self.lane.id == FRONTSTAGE.id


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceNode(CellNode):
    """A thing the customer sees or holds at a step."""


@dataclass(frozen=True, slots=True, kw_only=True)
class InfoNode(Node):
    """A text in a lane that holds no actions: a metric, a policy, a quote."""

    step: str
    lane: Lane
    order: int
    status: str = ""
    note: str = ""
    link: str = ""


class Making(NamedTuple):
    """A step (by id) where a promise is made, and for whom: those for whom a condition holds, or all (`""`)."""

    step: str
    when: str = ""


class Unmet(NamedTuple):
    """A written condition that means no promise, or several: its word, its place, help, and how many it names."""

    word: str
    place: Place
    help: str
    named: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseNode(Node):
    """A promise. `by` and `to` are node ids (empty when undeclared), `*_text` what the file says;
    `to_undeclared` are the owners that it supports and nobody declared.

    `makings` and `unless` name steps, `kept` company actions, perhaps of another journey: each of them, or with
    `any_place` one of them; `unfit` are the words in `kept` that name none, with place and help. `relies_on` are the
    written promises that exist (in other journeys too), said at the places `relies_on_at`; `beneath` are those of
    `promised:` at the actions below `kept`. `standing`: `kept: wherever`. `implied`: written as `promised:` on
    an action. `unless_said` are the releasing steps that it names itself; others follow from the promises above it.
    `unmet` are the written conditions that no promise answers, or none alone.
    """

    key: str
    by: str = ""
    by_text: str = ""
    to: tuple[str, ...] = ()
    to_text: tuple[str, ...] = ()
    to_undeclared: tuple[str, ...] = ()
    to_customer: bool = False
    makings: tuple[Making, ...] = ()
    kept: tuple[str, ...] = ()
    any_place: bool = False
    unfit: tuple[tuple[str, Place, str], ...] = ()
    standing: bool = False
    implied: bool = False
    unless: tuple[str, ...] = ()
    unless_said: tuple[str, ...] = ()
    within: Duration | None = None
    valid: Duration | None = None
    at_least: Fraction | None = None
    kano: str = ""
    measure: str = ""
    if_broken: str = ""
    relies_on: tuple[str, ...] = ()
    relies_on_at: tuple[Place, ...] = ()
    beneath: tuple[str, ...] = ()
    unmet: tuple[Unmet, ...] = ()
    note: str = ""
    link: str = ""

    @property
    def promiser(self) -> str:
        """Who promises it, declared or not; empty where nobody is named."""
        return self.by or ("" if self.by_text in ("", "none") else f"?{self.by_text}")

    @property
    def promisees(self) -> tuple[str, ...]:
        """Whom it is promised to, declared or not."""
        return (*self.to, *(f"?{word}" for word in self.to_undeclared))

    @property
    def firm(self) -> bool:
        """Whether it covers each place where it is kept: one that is kept at any of several does not."""
        return not self.any_place or len(self.kept) == 1

    @property
    def made(self) -> tuple[str, ...]:
        """The ids of the steps where it is made."""
        return tuple(dict.fromkeys(making.step for making in self.makings))

    @property
    def conditions(self) -> tuple[str, ...]:
        """The ids of all promises it relies on directly (R of the calculus): the written ones, then those beneath."""
        return tuple(dict.fromkeys((*self.relies_on, *self.beneath)))

    def relying_at(self, condition: str) -> Place:
        """Where it says that it relies on a promise (by id); its own place where the language says so."""
        return dict(zip(self.relies_on, self.relies_on_at, strict=True)).get(condition, self.place)


@dataclass(frozen=True, slots=True)
class Flow:
    """A way from one step to another (`target`), or to another journey (`to_journey`, then `target` is empty).

    `together`: one of several that are all taken (`next: {all: …}`).
    """

    source: str
    target: str
    place: Place
    to_journey: str = ""
    when: str = ""
    after: Duration | None = None
    at_most: int | None = None
    together: bool = False
    written: bool = False
    anywhere: bool = False


@dataclass(frozen=True, slots=True)
class Support:
    """`above` is supported by `below` (ids of actions, the second perhaps of another journey).

    `explicit`: `uses` says it.
    """

    above: str
    below: str
    place: Place
    explicit: bool = False


@dataclass(frozen=True, slots=True)
class Trigger:
    """`source` sets off `target` (action ids)."""

    source: str
    target: str
    place: Place


AnyNode = StepNode | ActionNode | EvidenceNode | InfoNode | OwnerNode | CustomerNode | PromiseNode
