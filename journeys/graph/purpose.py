"""What a file says of designing on purpose, and what a journey and its workspace say together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from datetime import date

    from journeys.graph.nodes import PurposeNode
    from journeys.graph.purpose_nodes import (
        ChangeNode,
        DecisionNode,
        EntryNode,
        GoalNode,
        MeasureNode,
        PracticeNode,
        SurveyNode,
        ValueNode,
        VoiceNode,
    )
    from journeys.language.finding import Place
    from journeys.language.model.duration import Duration

E = TypeVar("E", bound="EntryNode")


@dataclass(frozen=True, slots=True)
class Governance:
    """Who decides on experience (`authority`, an owner), who meets for it (`council`, owners), how often, and when it
    did (`met`, by day); what they aim at, what they decided."""

    authority: str = ""
    authority_text: str = ""
    council: tuple[str, ...] = ()
    council_text: tuple[str, ...] = ()
    meets: Duration | None = None
    met: tuple[date, ...] = ()
    goals: tuple[GoalNode, ...] = ()
    decisions: tuple[DecisionNode, ...] = ()
    place: Place | None = None


NOBODY = Governance()


@dataclass(frozen=True)
class Purpose:
    """What a file says of values, governance, measures, practices and so on, by their ids in the file."""

    values: Mapping[str, ValueNode] = field(default_factory=dict)
    measures: Mapping[str, MeasureNode] = field(default_factory=dict)
    practices: Mapping[str, PracticeNode] = field(default_factory=dict)
    voices: Mapping[str, VoiceNode] = field(default_factory=dict)
    changes: Mapping[str, ChangeNode] = field(default_factory=dict)
    surveys: Mapping[str, SurveyNode] = field(default_factory=dict)
    governance: Governance = NOBODY

    @cached_property
    def nodes(self) -> tuple[PurposeNode, ...]:
        """All of it as nodes, in the order of the language."""
        return (
            *self.values.values(),
            *self.governance.goals,
            *self.governance.decisions,
            *self.measures.values(),
            *self.practices.values(),
            *self.voices.values(),
            *self.changes.values(),
            *self.surveys.values(),
        )

    def on(self, base: Purpose) -> Purpose:
        """This together with what the workspace says; this goes before it."""
        if not self.nodes and self.governance == NOBODY:
            return base
        return Purpose(
            _merged(base.values, self.values),
            _merged(base.measures, self.measures),
            _merged(base.practices, self.practices),
            _merged(base.voices, self.voices),
            _merged(base.changes, self.changes),
            _merged(base.surveys, self.surveys),
            _governed(base.governance, self.governance),
        )


NO_PURPOSE = Purpose()


def _merged(base: Mapping[str, E], own: Mapping[str, E]) -> Mapping[str, E]:
    return {**base, **own} if own else base


def _governed(base: Governance, own: Governance) -> Governance:
    authority = own if own.authority_text else base
    return Governance(
        authority.authority,
        authority.authority_text,
        tuple(dict.fromkeys((*base.council, *own.council))),
        tuple(dict.fromkeys((*base.council_text, *own.council_text))),
        own.meets or base.meets,
        tuple(sorted({*base.met, *own.met})),
        (*base.goals, *own.goals),
        (*base.decisions, *own.decisions),
        own.place or base.place,
    )
