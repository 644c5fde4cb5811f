"""What is designed on purpose, asked of a journey and of a workspace."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from journeys.graph.node import journey_of

if TYPE_CHECKING:
    from journeys.graph.elsewhere import Elsewhere
    from journeys.graph.hearing import Hearing
    from journeys.graph.nodes import ActionNode, AnyNode, PromiseNode, StepNode
    from journeys.graph.purpose import Governance, Purpose
    from journeys.graph.purpose_nodes import (
        ChangeNode,
        DecisionNode,
        EntryNode,
        ExpectationNode,
        GoalNode,
        MeasureNode,
        PracticeNode,
        SurveyNode,
        ValueNode,
        VoiceNode,
    )
    from journeys.graph.purpose_questions import Answers

E = TypeVar("E", bound="EntryNode")


class DesignedHere:
    """What holds for one journey: what the workspace says, then what it says itself."""

    if TYPE_CHECKING:

        @property
        def purpose(self) -> Purpose:
            """What the journey itself says."""

        @property
        def workspace(self) -> Elsewhere:
            """What the journeys around it say."""

        @property
        def id(self) -> str:
            """Its id."""

        @property
        def steps(self) -> tuple[StepNode, ...]:
            """Its steps."""

        @property
        def actions(self) -> tuple[ActionNode, ...]:
            """What is done in it."""

    @cached_property
    def _designed(self) -> Purpose:
        return self.purpose.on(self.workspace.purpose)

    @property
    def values(self) -> Mapping[str, ValueNode]:
        """The values of the workspace and of this journey, by their ids in the file."""
        return self._designed.values

    @property
    def measures(self) -> Mapping[str, MeasureNode]:
        """The measures of the workspace and of this journey, by their ids in the file."""
        return self._designed.measures

    @property
    def practices(self) -> Mapping[str, PracticeNode]:
        """The practices of the workspace and of this journey, by their ids in the file."""
        return self._designed.practices

    @property
    def voices(self) -> Mapping[str, VoiceNode]:
        """The voices in the workspace's file and in this journey's, by their ids in the file."""
        return self._designed.voices

    @property
    def changes(self) -> Mapping[str, ChangeNode]:
        """The changes in the workspace's file and in this journey's, by their ids in the file."""
        return self._designed.changes

    @property
    def surveys(self) -> Mapping[str, SurveyNode]:
        """The surveys in the workspace's file and in this journey's, by their ids in the file."""
        return self._designed.surveys

    @property
    def governance(self) -> Governance:
        """Who decides on experience for this journey, what they aim at and decided: the workspace's and its own."""
        return self._designed.governance

    @property
    def goals(self) -> tuple[GoalNode, ...]:
        """The goals of the workspace, then those of this journey, the first of each weighing most."""
        return self.governance.goals

    @property
    def decisions(self) -> tuple[DecisionNode, ...]:
        """The decisions of the workspace, then those of this journey."""
        return self.governance.decisions

    @cached_property
    def expectations(self) -> Mapping[str, ExpectationNode]:
        """What the customer expects at each step, by node id."""
        return {one.id: one for step in self.steps for one in step.expectations}


class DesignedEverywhere:
    """What all files of a workspace say, those of the workspace's own file first."""

    if TYPE_CHECKING:

        @property
        def purpose(self) -> Purpose:
            """What the workspace's own file says."""

        @property
        def journeys(self) -> Mapping[str, DesignedHere]:
            """Every journey by its id."""

        @property
        def selected(self) -> Sequence[DesignedHere]:
            """The journeys that were asked for."""

        @property
        def promises(self) -> Mapping[str, PromiseNode]:
            """Every promise by node id."""

        def find(self, id_: str) -> AnyNode | None:
            """The node of an id."""

    @property
    def governance(self) -> Governance:
        """Who decides on experience, by the workspace's own file."""
        return self.purpose.governance

    @cached_property
    def values(self) -> Mapping[str, ValueNode]:
        """Every value, of the workspace and of its journeys, by node id."""
        return _by_id(one.values.values() for one in self._purposes)

    @cached_property
    def measures(self) -> Mapping[str, MeasureNode]:
        """Every measure, of the workspace and of its journeys, by node id."""
        return _by_id(one.measures.values() for one in self._purposes)

    @cached_property
    def goals(self) -> Mapping[str, GoalNode]:
        """Every goal, of the workspace and of its journeys, by node id; of each file the first weighs most."""
        return _by_id(one.governance.goals for one in self._purposes)

    @cached_property
    def decisions(self) -> Mapping[str, DecisionNode]:
        """Every decision, of the workspace and of its journeys, by node id."""
        return _by_id(one.governance.decisions for one in self._purposes)

    @cached_property
    def practices(self) -> Mapping[str, PracticeNode]:
        """Every practice, of the workspace and of its journeys, by node id."""
        return _by_id(one.practices.values() for one in self._purposes)

    @cached_property
    def voices(self) -> Mapping[str, VoiceNode]:
        """Every voice, in the workspace's file and in the journeys', by node id."""
        return _by_id(one.voices.values() for one in self._purposes)

    @cached_property
    def changes(self) -> Mapping[str, ChangeNode]:
        """Every change, in the workspace's file and in the journeys', by node id."""
        return _by_id(one.changes.values() for one in self._purposes)

    @cached_property
    def surveys(self) -> Mapping[str, SurveyNode]:
        """Every survey, in the workspace's file and in the journeys', by node id."""
        return _by_id(one.surveys.values() for one in self._purposes)

    @cached_property
    def expectations(self) -> Mapping[str, ExpectationNode]:
        """What customers expect at the steps of all journeys, by node id."""
        return {id_: one for journey in self.journeys.values() for id_, one in journey.expectations.items()}

    @cached_property
    def hearing(self) -> Hearing:
        """Which voices are open, which change answers what, what was heard where."""
        from journeys.graph.hearing import Hearing

        actions = (action for journey in self.journeys.values() for action in journey.actions)
        return Hearing(self.voices, self.changes, actions, self.find)

    @cached_property
    def answers(self) -> Answers:
        """What became of what was heard, expected and changed, and where goals stand."""
        from journeys.graph.purpose_questions import Answers

        return Answers(self)

    def concerns(self, entry: EntryNode) -> bool:
        """Whether an entry is of the journeys that were asked for.

        It stands in one of them, is about something in one, or stands in the workspace's file and is about none.
        """
        about = {journey_of(id_) for id_ in getattr(entry, "at", ())}
        homes = about | ({entry.journey} if entry.journey else set())
        return not homes or not homes.isdisjoint(self._selected_ids)

    @cached_property
    def _selected_ids(self) -> frozenset[str]:
        return frozenset(journey.id for journey in self.selected)

    @property
    def _purposes(self) -> Sequence[Purpose]:
        """What each file says, the workspace's first."""
        return (self.purpose, *(journey.purpose for journey in self.journeys.values()))


def _by_id(groups: Iterable[Iterable[E]]) -> dict[str, E]:
    return {node.id: node for group in groups for node in group}
