"""Where customers wait and hurt: the steps at which a company could act first, waits in silence, and low points."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from journeys.graph.answering import promised_steps
from journeys.graph.journey import JourneyGraph
from journeys.graph.nodes import StepNode


def hard_steps(journey: JourneyGraph) -> Sequence[StepNode]:
    """The steps where the customer waits, hurts or feels bad."""
    return [step for step in journey.steps if step.wait or step.pains or (step.feeling or 0) < 0]


def silent_waits(journey: JourneyGraph, longer_than: int | Fraction) -> Iterator[StepNode]:
    """The steps with a wait of more than some seconds, and no promise, no evidence and no touchpoint in it."""
    covered = promised_steps(journey)
    for step in journey.steps:
        if step.wait is None or step.wait.seconds(journey.working_time) <= longer_than:
            continue
        if step.id not in covered and not journey.evidence_of(step.id) and not journey.touchpoints(step.id):
            yield step


def low_points(journey: JourneyGraph) -> Sequence[StepNode]:
    """The steps at which the customer feels worst, and bad."""
    felt = [step.feeling for step in journey.steps if step.feeling is not None]
    return [step for step in journey.steps if felt and step.feeling == min(felt) < 0]
