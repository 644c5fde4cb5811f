"""An entry of `changes:` ready to be pasted."""

from __future__ import annotations

from collections.abc import Iterable

from journeys.checks.fixes import flowing
from journeys.graph.journey import JourneyGraph
from journeys.graph.nodes import StepNode
from journeys.language.model.names import slug
from journeys.mending.case import step_word

FILL_IN = "(fill in)"
"""Stands where only people can say what is to be written."""
_WORDS = 5
_WIDTH = 110


def change_entry(
    journey: JourneyGraph,
    change: str,
    at: Iterable[StepNode],
    *,
    key: str = "",
    kind: str = "",
    answers: Iterable[str] = (),
    expects: str = "",
    proactive: bool = False,
) -> tuple[str, ...]:
    """The lines of a change under `changes:`, its id (`key`) made of its first words where none is given."""
    steps = [step_word(journey, step) for step in at]
    says = {
        "change": change,
        "at": steps[0] if len(steps) == 1 else list(steps),
        "kind": kind,
        "owner": _owner(journey),
        "answers": list(answers),
        "expects": expects,
        "proactive": "true" if proactive else "",
    }
    said = {key: value for key, value in says.items() if value}
    key = _free(key or slug(" ".join(change.split()[:_WORDS])) or "next-change", journey)
    line = f"{key}: {flowing(said)}"
    if len(line) <= _WIDTH:
        return "changes:", f"  {line}"
    return "changes:", f"  {key}:", *(f"    {one}: {flowing(value)}" for one, value in said.items())


def _owner(journey: JourneyGraph) -> str:
    owner = journey.owner_of(journey)
    return owner.key if owner else ""


def _free(key: str, journey: JourneyGraph) -> str:
    number, found = 1, key
    while found in journey.changes:
        number += 1
        found = f"{key}-{number}"
    return found
