"""What is designed on purpose, as the site tells it: who governs and why, what was heard, expected and changed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from journeys.file_names import safe_names
from journeys.graph.answering import answering
from journeys.graph.hearing import Heard
from journeys.graph.journey import JourneyGraph
from journeys.graph.nodes import ActionNode, AnyNode, OwnerNode, PromiseNode, StepNode
from journeys.graph.purpose import NOBODY, Governance
from journeys.graph.purpose_questions import Answers, Progress
from journeys.graph.serving import promises_for, promises_from
from journeys.graph.superiors import superiors
from journeys.graph.workspace import Workspace
from journeys.surfaces.site.shown import anchor

if TYPE_CHECKING:
    from journeys.graph.purpose_nodes import (
        ChangeNode,
        EntryNode,
        ExpectationNode,
        GoalNode,
        MeasureNode,
        PracticeNode,
        SurveyNode,
        ValueNode,
    )

E = TypeVar("E", bound="EntryNode")

GOVERNANCE, IMPROVEMENT, MEASURES = "governance", "improvement", "measures"
"""The ids of the pages."""


class At(NamedTuple):
    """Where something is told: the id of its page (empty for none), what it is called, and its fragment there."""

    page: str
    name: str
    fragment: str = ""


class Governed(NamedTuple):
    """What a file says of governance: the workspace's for all journeys (`journey` is None), or a journey's own."""

    journey: JourneyGraph | None
    governance: Governance


class Served(NamedTuple):
    """A value, what serves it, and the promises that are kept where that is practised."""

    value: ValueNode
    practices: tuple[PracticeNode, ...]
    promises: tuple[PromiseNode, ...]


@dataclass(frozen=True, eq=False)
class OnPurpose:
    """All of it, of the workspace's file and of the journeys that were asked for."""

    workspace: Workspace
    journeys: tuple[JourneyGraph, ...]

    @property
    def pages(self) -> tuple[str, ...]:
        """The ids of the pages that have something to tell."""
        telling = (
            (IMPROVEMENT, (self.changes, self.heard, self.expectations)),
            (MEASURES, (self.measures, self.surveys)),
            (GOVERNANCE, (self.governed, self.values, self.practices)),
        )
        return tuple(page for page, told in telling if any(told))

    def _here(self, entries: Mapping[str, E]) -> tuple[E, ...]:
        homes = {"", *(journey.id for journey in self.journeys)}
        return tuple(one for one in entries.values() if one.journey in homes)

    @cached_property
    def values(self) -> tuple[ValueNode, ...]:
        """The values."""
        return self._here(self.workspace.values)

    @cached_property
    def measures(self) -> tuple[MeasureNode, ...]:
        """The measures."""
        return self._here(self.workspace.measures)

    @cached_property
    def practices(self) -> tuple[PracticeNode, ...]:
        """The practices."""
        return self._here(self.workspace.practices)

    @cached_property
    def surveys(self) -> tuple[SurveyNode, ...]:
        """The surveys."""
        return self._here(self.workspace.surveys)

    @cached_property
    def changes(self) -> tuple[ChangeNode, ...]:
        """The changes."""
        return self._here(self.workspace.changes)

    @cached_property
    def answers(self) -> Answers:
        """What became of what was heard and changed."""
        return self.workspace.answers

    @cached_property
    def heard(self) -> tuple[Heard, ...]:
        """The voices, the open ones first."""
        known = {one.id for one in self._here(self.workspace.voices)}
        return tuple(one for one in self.workspace.hearing.heard if one.voice.id in known)

    def heard_in(self, journey: JourneyGraph) -> tuple[Heard, ...]:
        """The voices in a journey's file, and those about something in it."""
        return tuple(one for one in self.heard if self._of(journey, one.voice.journey, one.voice.at))

    def changed_in(self, journey: JourneyGraph) -> tuple[ChangeNode, ...]:
        """The changes in a journey's file, and those of something in it."""
        return tuple(one for one in self.changes if self._of(journey, one.journey, one.at))

    def _of(self, journey: JourneyGraph, home: str, places: Iterable[str]) -> bool:
        return home == journey.id or any(id_ in journey.nodes for id_ in places)

    @property
    def unanswered(self) -> int:
        """How many voices are open."""
        return sum(one.open for one in self.heard)

    @cached_property
    def expectations(self) -> tuple[ExpectationNode, ...]:
        """What customers expect, step by step."""
        return tuple(one for journey in self.journeys for one in journey.expectations.values())

    @cached_property
    def board(self) -> tuple[tuple[Progress, tuple[ChangeNode, ...]], ...]:
        """The changes by how far they have come."""
        far = {one.id: self.answers.progress(one) for one in self.changes}
        return tuple((state, tuple(one for one in self.changes if far[one.id] is state)) for state in Progress)

    @cached_property
    def governed(self) -> tuple[Governed, ...]:
        """What files say of governance, the workspace's first."""
        own = (Governed(journey, journey.purpose.governance) for journey in self.journeys)
        found = (Governed(None, self.workspace.governance), *own)
        return tuple(one for one in found if one.governance != NOBODY)

    @property
    def goals(self) -> tuple[GoalNode, ...]:
        """The goals of all of these."""
        return tuple(goal for one in self.governed for goal in one.governance.goals)

    @cached_property
    def served(self) -> tuple[Served, ...]:
        """Each value with what serves it."""
        return tuple(self._served(value) for value in self.values)

    def _served(self, value: ValueNode) -> Served:
        practices = tuple(one for one in self.practices if value.id in one.serves)
        said = [one for journey in self.journeys for one in promises_for(value, journey)]
        kept = [one for journey in self.journeys for practice in practices for one in promises_from(practice, journey)]
        return Served(value, practices, tuple({one.id: one for one in (*said, *kept)}.values()))

    def line_above(self, owner: str) -> tuple[str, ...]:
        """The ids of those above an owner (by id), the nearest first; a circle is cut open."""
        node = self.workspace.find(owner)
        if not isinstance(node, OwnerNode):
            return ()
        home = self.workspace.journeys.get(node.journey)
        return tuple(one.id for one in superiors(home.owners if home else self.workspace.shared.owners, node))

    def judged_by(self, measure: MeasureNode) -> tuple[OwnerNode, ...]:
        """The owners who are judged by a measure."""
        shared = self.workspace.shared.owners
        owners = {one.id: one for one in shared.values()}
        owners |= {one.id: one for journey in self.journeys for one in journey.owners.values()}
        return tuple(one for one in owners.values() if measure.id in one.judged_by)

    def promised(self, expectation: ExpectationNode) -> tuple[PromiseNode, ...]:
        """The promises that answer an expectation."""
        return answering(self.workspace.journeys[expectation.journey])[expectation.id]

    @cached_property
    def _told(self) -> Mapping[str, At]:
        governing: Iterable[EntryNode] = (
            *self.goals,
            *(decision for one in self.governed for decision in one.governance.decisions),
            *self.values,
            *self.practices,
        )
        counting: Iterable[EntryNode] = (*self.measures, *self.surveys)
        improving: Iterable[AnyNode] = (*self.changes, *(one.voice for one in self.heard), *self.expectations)
        told = [
            *((GOVERNANCE, one) for one in governing),
            *((MEASURES, one) for one in counting),
            *((IMPROVEMENT, one) for one in improving),
        ]
        names = safe_names(node.id.replace(":", "-").replace("/", ".") for _, node in told)
        return {node.id: At(page, node.name, name) for (page, node), name in zip(told, names, strict=True)}

    @property
    def told(self) -> Mapping[str, At]:
        """Everything that has a place of its own on one of these pages, by node id."""
        return self._told

    def at(self, id_: str) -> At:
        """Where the node of an id is told: on these pages, on that of its journey, or on one of its own."""
        node = self.workspace.find(id_)
        if id_ in self._told:
            return self._told[id_]
        if isinstance(node, ActionNode | StepNode):
            return self._in_journey(node)
        return At(id_, node.name if node else id_)

    def _in_journey(self, node: ActionNode | StepNode) -> At:
        journey = self.workspace.journeys[node.journey]
        step = node if isinstance(node, StepNode) else journey.step_of(node)
        name = node.name if node is step else f"{node.name} ({step.name})"
        return At(f"journey:{journey.id}", name, anchor(step) if journey.whole else "")
