"""The typed nodes of the graph. Each knows its id, its name and the key path it came from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from journeys.graph.node import Node
from journeys.language.finding import Place
from journeys.language.model.duration import Duration
from journeys.language.model.lanes import FRONTSTAGE, Lane, LaneKind

if TYPE_CHECKING:
    from journeys.graph.purpose_nodes import (
        ChangeNode,
        DecisionNode,
        ExpectationNode,
        GoalNode,
        MeasureNode,
        PracticeNode,
        SurveyNode,
        ValueNode,
        VoiceNode,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnerNode(Node):
    """Somebody who can promise: a person, role, team or partner. `key` is the id in the file.

    `judged_by` are the ids of measures.
    """

    key: str
    kind: str = ""
    holder: str = ""
    reports_to: str = ""
    contact: str = ""
    vacant: bool = False
    function: str = ""
    judged_by: tuple[str, ...] = ()


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

    `nested` is the id of the journey that it stands for, `dropped_out` an end that nobody wished for. `expects` are the
    words of its `expectations`.
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
    expectations: tuple[ExpectationNode, ...] = ()
    wait: Duration | None = None
    moment_of_truth: bool = False
    proactive: bool = False
    status: str = ""
    data: tuple[str, ...] = ()
    source: str = ""
    as_of: date | None = None
    basis: str = ""
    review_every: Duration | None = None
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
    asks: bool = False
    fail_point: str = ""
    recovery: str = ""
    data: tuple[str, ...] = ()
    status: str = ""
    source: str = ""
    as_of: date | None = None
    basis: str = ""
    review_every: Duration | None = None
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
    source: str = ""
    as_of: date | None = None
    basis: str = ""
    review_every: Duration | None = None
    note: str = ""
    link: str = ""


class Making(NamedTuple):
    """A step (by id) where a promise is made, and for whom: those for whom a condition holds, or all (`""`)."""

    step: str
    when: str = ""


@dataclass(frozen=True, slots=True)
class Agreement:
    """Who said yes to a promise (`by` a node id, empty when undeclared; `name` as people call it), and on which day."""

    by: str
    name: str
    on: date | None = None

    def __str__(self) -> str:
        return f"{self.name} on {self.on}" if self.on else self.name


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
    `unmet` are the written conditions that no promise answers, or none alone. `answers` are expectations, `serves`
    are values; `measured_by` is the declared measure that `measure` names, empty where `measure` is words.
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
    aim: Duration | None = None
    agreed: Agreement | None = None
    answers: tuple[str, ...] = ()
    serves: tuple[str, ...] = ()
    kano: str = ""
    measure: str = ""
    measured_by: str = ""
    if_broken: str = ""
    relies_on: tuple[str, ...] = ()
    relies_on_at: tuple[Place, ...] = ()
    beneath: tuple[str, ...] = ()
    unmet: tuple[Unmet, ...] = ()
    source: str = ""
    as_of: date | None = None
    basis: str = ""
    review_every: Duration | None = None
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


PurposeNode: TypeAlias = (
    "ValueNode | MeasureNode | GoalNode | DecisionNode | PracticeNode | VoiceNode | ChangeNode | SurveyNode"
)
AnyNode: TypeAlias = (
    "StepNode | ActionNode | EvidenceNode | InfoNode | OwnerNode | CustomerNode | PromiseNode | ExpectationNode"
    " | PurposeNode"
)
