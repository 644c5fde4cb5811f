"""Model to typed nodes: steps with what stands in their cells, in the order of the file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from journeys.graph.cells import add_cell
from journeys.graph.draft import Draft
from journeys.graph.nodes import StepNode
from journeys.graph.sheet import Said
from journeys.language.finding import KeyPath
from journeys.language.model.key import own, plain
from journeys.language.model.names import slug
from journeys.language.model.step import DROPPED_OUT, Phase, Step

if TYPE_CHECKING:
    from journeys.graph.purpose_nodes import ExpectationNode


def add_steps(draft: Draft) -> None:
    """All steps with their actions and evidence."""
    model = draft.model
    groups: list[tuple[Phase | None, KeyPath, Iterable[Step]]] = [
        (phase, ("phases", number), phase.steps) for number, phase in enumerate(model.phases)
    ]
    if model.steps:
        groups.append((None, (), model.steps))
    for phase_index, (phase, path, steps) in enumerate(groups):
        draft.phases.append((phase, path))
        said = draft.said(phase.owner if phase else None, *path, "owner")
        for number, step in enumerate(steps):
            _add_step(draft, step, (*path, "steps", number), phase, phase_index, said)


def _add_step(draft: Draft, step: Step, path: KeyPath, phase: Phase | None, phase_index: int, above: Said) -> None:
    said = draft.said(step.owner, *path, "owner")
    key = step.id or slug(step.step) or f"step-{len(draft.steps) + 1}"
    node = StepNode(
        id=draft.unique(f"step:{draft.id}/{key}"),
        name=step.step,
        place=draft.place(*path, "step"),
        journey=draft.id,
        key=key,
        index=len(draft.steps),
        phase=phase.phase if phase else "",
        phase_index=phase_index,
        phase_key=(phase.id if phase else "") or "",
        phase_note=_note(phase),
        owner=said.owner,
        dropped_out=step.end == DROPPED_OUT,
        nested=draft.nested(step.journey, draft.place(*path, "journey")) if step.journey else "",
        **(plain(step) | {"end": bool(step.end), "expects": tuple(one.expects for one in step.expects)}),
    )
    if step.expects:
        node = replace(node, expectations=tuple(_expectations(draft, step, node, path)))
    draft.steps.append(node)
    draft.variants(step.for_, *path)
    draft.models[node.id] = step
    # The slug names a step only where no id was given: an id replaces it.
    draft.references.add_step(node, key)
    for lane in draft.shared.lanes:
        add_cell(draft, step, node, lane, path, said if said.text else above)


def _expectations(draft: Draft, step: Step, node: StepNode, path: KeyPath) -> Iterator[ExpectationNode]:
    from journeys.graph.purpose_nodes import ExpectationNode

    for number, model in enumerate(step.expects):
        key = model.id or slug(model.expects) or f"{node.key}-{number + 1}"
        expectation = ExpectationNode(
            id=draft.unique(f"expectation:{draft.id}/{key}"),
            name=model.expects,
            place=draft.place(*path, "expects", number, "expects"),
            journey=draft.id,
            key=key,
            step=node.id,
            **plain(model),
        )
        draft.variants(model.for_, *path, "expects", number)
        draft.expectations.add(expectation, key, expectation.name)
        yield expectation


def _note(phase: Phase | None) -> str:
    """A phase's note and the user's own keys, as one text."""
    if phase is None:
        return ""
    return " · ".join((*((phase.note,) if phase.note else ()), *(f"{key}: {text}" for key, text in own(phase))))
