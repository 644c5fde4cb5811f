"""Findings and steps as pages show them."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from journeys.file_names import safe_name
from journeys.graph.journey import JourneyGraph
from journeys.graph.nodes import (
    ActionNode,
    AnyNode,
    CustomerNode,
    EvidenceNode,
    Flow,
    InfoNode,
    OwnerNode,
    PromiseNode,
    StepNode,
)
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
from journeys.language.finding import Finding, Located
from journeys.language.model import purpose
from journeys.language.model.action import Action
from journeys.language.model.base import Model, fields_of
from journeys.language.model.expectation import Expectation
from journeys.language.model.journey import Journey
from journeys.language.model.key import told as told_keys
from journeys.language.model.lanes import Lane
from journeys.language.model.promise import Promise
from journeys.language.model.shared import Customer, Owner
from journeys.language.model.step import Step
from journeys.language.model.survey import Columns, Survey
from journeys.language.source import Source, Span

_BEFORE, _WIDEST = 60, 140
"""Characters of a source line that are shown before what is marked, and in all."""


@dataclass(frozen=True, slots=True)
class Mention:
    """Another place that belongs to a finding."""

    at: str
    says: str


@dataclass(frozen=True, slots=True)
class ShownFinding:
    """A finding, the line it is about (`before`, `marked`, `after`), and the other places it speaks of."""

    finding: Finding
    at: str
    line: int
    before: str
    marked: str
    after: str
    related: tuple[Mention, ...]


def shown_findings(located: Sequence[Located]) -> tuple[ShownFinding, ...]:
    """Findings for a page, in their order."""
    return tuple(_shown(one) for one in located)


def _shown(one: Located) -> ShownFinding:
    start, column = one.source.position(one.span.start)
    text = one.source.line(start)
    first = max(0, column - 1 - _BEFORE)
    begin = column - 1
    end = max(begin, min(begin + one.span.end - one.span.start, len(text.rstrip()), first + _WIDEST))
    last = max(end, min(len(text), first + _WIDEST))
    return ShownFinding(
        one.finding,
        _at(one.source, one.span),
        start,
        ("…" if first else "") + (text[first:begin] if first else text[:begin].lstrip()),
        text[begin:end],
        text[end:last] + ("…" if last < len(text) else ""),
        tuple(Mention(_at(link.source, link.span), link.message) for link in one.related),
    )


def _at(source: Source, span: Span) -> str:
    return f"{source.name}:{source.position(span.start).line}"


@dataclass(frozen=True, slots=True)
class Cell:
    """What is done (or seen) in one lane of a step."""

    lane: Lane
    actions: tuple[ActionNode, ...]
    texts: tuple[EvidenceNode | InfoNode, ...]


@dataclass(frozen=True, slots=True)
class ShownStep:
    """A step with its lanes from top to bottom, and the ways out where they need saying."""

    step: StepNode
    anchor: str
    cells: tuple[Cell, ...]
    ways: tuple[Flow, ...]


@dataclass(frozen=True, slots=True)
class ShownPhase:
    """A phase and its steps; the name is empty where a journey has no phases."""

    name: str
    steps: tuple[ShownStep, ...]


def shown_phases(journey: JourneyGraph) -> tuple[ShownPhase, ...]:
    """A journey step by step, in words: the same as its drawing shows."""
    groups: dict[int, list[ShownStep]] = {}
    names: dict[int, str] = {}
    for step in journey.steps:
        names[step.phase_index] = step.phase
        groups.setdefault(step.phase_index, []).append(_step(journey, step))
    return tuple(ShownPhase(names[index], tuple(steps)) for index, steps in groups.items())


_MODELS: Mapping[type, type[Model]] = {
    JourneyGraph: Journey,
    StepNode: Step,
    ActionNode: Action,
    EvidenceNode: Action,
    InfoNode: Action,
    PromiseNode: Promise,
    OwnerNode: Owner,
    CustomerNode: Customer,
    ExpectationNode: Expectation,
    ValueNode: purpose.Value,
    GoalNode: purpose.Goal,
    DecisionNode: purpose.Decision,
    MeasureNode: purpose.Measure,
    PracticeNode: purpose.Practice,
    VoiceNode: purpose.Voice,
    ChangeNode: purpose.Change,
    SurveyNode: Survey,
}


def words(node: AnyNode | JourneyGraph, besides: Collection[str] = ()) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """What the keys of a node say that are told in words, each under its word; without those named `besides`."""
    return tuple((key.told, texts) for key, texts in told_keys(_MODELS[type(node)], node, besides))


def columns(survey: SurveyNode) -> tuple[tuple[str, str], ...]:
    """What is read from which column of a survey's files: each with the heading."""
    said = ((name, getattr(survey, name)) for name in fields_of(Columns))
    return (*((name, heading) for name, heading in said if heading), *survey.questions)


def anchor(step: StepNode) -> str:
    """The fragment of a step on its journey's page."""
    return f"step-{step.index + 1}-{safe_name(step.key)}"


def _texts(journey: JourneyGraph, step: StepNode, lane: Lane) -> tuple[EvidenceNode | InfoNode, ...]:
    """What is seen or read in a lane of a step, and not done."""
    seen = (piece for piece in journey.evidence_of(step.id) if piece.lane.id == lane.id)
    return (*seen, *journey.infos_of(step.id, lane.id))


def _step(journey: JourneyGraph, step: StepNode) -> ShownStep:
    cells = (Cell(lane, journey.cell(step.id, lane.id), _texts(journey, step, lane)) for lane in journey.lanes)
    flows = journey.flows_from(step.id)
    plain = len(flows) == 1 and not flows[0].when and not flows[0].after and not flows[0].to_journey
    goes_on = plain and journey.nodes[flows[0].target] in journey.steps[step.index + 1 : step.index + 2]
    return ShownStep(
        step,
        anchor(step),
        tuple(cell for cell in cells if cell.actions or cell.texts),
        () if goes_on else flows,
    )
