"""What is gathered while the graph of a journey is built, and whom and what its words mean."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from journeys.graph.directory import Directory
from journeys.graph.names import Names, References, Target, unknown
from journeys.graph.nodes import (
    ActionNode,
    CustomerNode,
    EvidenceNode,
    Flow,
    InfoNode,
    PromiseNode,
    StepNode,
    Support,
    Trigger,
)
from journeys.graph.sheet import Sheet
from journeys.language.finding import Edit, Finding, KeyPath, Place
from journeys.language.model.action import Action
from journeys.language.model.journey import Journey
from journeys.language.model.step import Phase, Step
from journeys.language.words import is_slip, nearest

if TYPE_CHECKING:
    from journeys.graph.purpose_nodes import ExpectationNode


@dataclass(kw_only=True)
class Draft(Sheet):
    """What is gathered while the graph of one journey is built; nobody sees it afterwards.

    `others` are the drafts of all journeys by id, once their steps and actions are known; `circling` the journeys
    that a step of this one cannot stand for, since they come back to it.
    """

    model: Journey
    references: References
    directory: Directory
    others: Mapping[str, Draft] = field(default_factory=dict)
    circling: frozenset[str] = frozenset()
    customers: list[CustomerNode] = field(default_factory=list)
    steps: list[StepNode] = field(default_factory=list)
    actions: list[ActionNode] = field(default_factory=list)
    evidence: list[EvidenceNode] = field(default_factory=list)
    expectations: Names[ExpectationNode] = field(default_factory=Names)
    infos: list[InfoNode] = field(default_factory=list)
    promises: list[PromiseNode] = field(default_factory=list)
    flows: list[Flow] = field(default_factory=list)
    supports: list[Support] = field(default_factory=list)
    triggers: list[Trigger] = field(default_factory=list)
    models: dict[str, Step | Action] = field(default_factory=dict)
    phases: list[tuple[Phase | None, KeyPath]] = field(default_factory=list)

    def step(self, word: str, place: Place) -> Target:
        """The step that a reference means, in this journey or, as `journey-id/…`, in another."""
        journey, slash, rest = word.partition("/")
        other = (
            self.others.get(self.directory.journey(journey)) if slash and not self.references.steps.get(word) else None
        )
        if other is None:
            return self.references.step(word, place)
        return _abroad(other, journey, other.references.step(rest, place))

    def action(self, word: str, place: Place) -> Target:
        """The action that a reference means, in this journey or, as `journey-id/…`, in another."""
        journey, slash, rest = word.partition("/")
        if not slash or self.references.means_action(word):
            return self.references.action(word, place)
        other = self.others.get(self.directory.journey(journey))
        if other is not None:
            return _abroad(other, journey, other.references.action(rest, place))
        near = nearest(word, self.references.words())
        if near and is_slip(word, near):
            return self.references.action(word, place)
        known = [f"{id_}/{rest}" for id_ in self.directory.files if id_ != self.id]
        return Target((), unknown(word, place, "journey", known, said=journey))

    def nested(self, word: str, place: Place) -> str:
        """The id of the journey that a step stands for; one that is not there, or comes back here, is a finding."""
        id_ = self.directory.journey(word)
        if not id_:
            self.findings.append(
                unknown(word, place, "journey", [one for one in self.directory.files if one != self.id])
            )
        elif id_ in self.circling:
            self.findings.append(_within_itself(self, id_, place))
            return ""
        return id_


def _abroad(other: Draft, journey: str, target: Target) -> Target:
    """What a word means in another journey; what is wrong with it is said in the words of this one."""
    found = target.finding
    if found is None:
        return target
    # What is meant may stand in the part of the other text that was not read.
    if not other.whole:
        return Target()
    fix = tuple(Edit(edit.place, edit.action, f"{journey}/{edit.text}") for edit in found.fix)
    return Target((), replace(found, message=f"{found.message} in the journey “{journey}”", fix=fix))


def _within_itself(draft: Draft, nested: str, place: Place) -> Finding:
    name = draft.directory.files[nested].model.journey
    itself = nested == draft.id
    return Finding(
        "this step stands for the journey that it is a step of"
        if itself
        else f"this step stands for “{name}”, which comes back to this journey",
        place,
        help="take `journey` away at one of the steps, or let `next` lead to that journey: `next: other-journey/`",
        name="journey-within-itself",
    )
