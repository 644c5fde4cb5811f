"""What rules on the flow share: where ways are not known, and how steps are named."""

from __future__ import annotations

from collections.abc import Iterable

from journeys.graph.journey import JourneyGraph
from journeys.graph.nodes import StepNode

MOST_NAMED = 4
ONE_AFTER_THE_OTHER = "let the loop begin behind the step where the ways meet, or write one way after the other"
"""What to do where ways that are all taken lie within a loop."""


def lost(journey: JourneyGraph) -> set[str]:
    """The steps whose `next` or `end` cannot be read, or names what is not there: where they lead is not known."""
    wrong = [finding.place.path for finding in journey.findings]
    if any("anywhere" in (path[:1] + path[2:3]) for path in wrong):
        return {step.id for step in journey.steps}
    steps = {path[: path.index(key)] for path in wrong for key in ("next", "end") if key in path}
    return {step.id for step in journey.steps if step.place.path[:-1] in steps} if steps else set()


def named(steps: Iterable[StepNode]) -> str:
    """Some steps in words: “A”, “B” and 3 more."""
    found = [f"“{step.name}”" for step in steps]
    if len(found) > MOST_NAMED:
        return f"{', '.join(found[: MOST_NAMED - 1])} and {len(found) - MOST_NAMED + 1} more"
    return " and ".join([", ".join(found[:-1]), found[-1]]) if len(found) > 1 else "".join(found)
