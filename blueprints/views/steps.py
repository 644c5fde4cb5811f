"""Steps as cards: the head of a column, and what the customer thinks and suffers in it."""

from __future__ import annotations

from collections.abc import Iterator

from blueprints.views.flows import Flows
from blueprints.views.marks import Numbered
from blueprints.views.view import Card, CardStyle, Detail, Tone
from journeys.graph.nodes import StepNode
from journeys.language.model.key import said
from journeys.language.model.step import Step

_ICONS = {CardStyle.THOUGHT: "thought", CardStyle.PAIN: "pain", CardStyle.OPPORTUNITY: "bulb"}


def step_card(step: StepNode, flows: Flows, marks: Numbered, *, start: bool = False, other: str = "") -> Card:
    """The head of a step's column. `start` marks the first step as a start, too: where it is not the only one.

    `other` is the name of the journey that the step stands for, if any.
    """
    return Card(
        id=step.id,
        text=step.name,
        lane=0,
        column=step.index,
        style=CardStyle.STEP,
        details=(*_details(step, start, other), *flows.details(step.id)),
        marks=marks.at(step.id),
        link=step.link,
        tooltip=said(Step, step),
        data=(("status", step.status),),
    )


def _details(step: StepNode, start: bool, other: str) -> Iterator[Detail]:
    if other:
        yield Detail("blank", f"Stands for “{other}”")
    if start and (step.start or step.index == 0):
        yield Detail("start", "Start")
    if step.moment_of_truth:
        yield Detail("star", "Moment of truth", Tone.STRONG)
    if step.wait:
        yield Detail("clock", f"Wait: {step.wait}", Tone.STRONG)
    if step.proactive:
        yield Detail("proactive", "We reach out first")
    if step.emotion and step.feeling is None:
        yield Detail("blank", step.emotion)
    if step.status:
        yield Detail("blank", f"Status: {step.status}")
    if step.end:
        yield Detail("end", "End")


def step_notes(step: StepNode, style: CardStyle) -> Iterator[Card]:
    """The step's thought, pains or opportunities."""
    texts = {
        CardStyle.THOUGHT: (step.thought,) if step.thought else (),
        CardStyle.PAIN: step.pains,
        CardStyle.OPPORTUNITY: step.opportunities,
    }[style]
    for place, text in enumerate(texts):
        yield Card(
            id=f"{style}:{step.id}/{place}",
            text=text,
            lane=0,
            column=step.index,
            style=style,
            badges=(_ICONS[style],),
        )
