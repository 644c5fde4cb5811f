"""The flow of a journey by the numbers of its steps, for the rules that ask where the customer can get."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from journeys.graph.algorithms import reached, turned
from journeys.graph.journey import JourneyGraph
from journeys.graph.nodes import Flow, StepNode

MOST_NAMED = 4


def onward(journey: JourneyGraph, keep: Callable[[Flow], bool] = lambda flow: True) -> list[list[int]]:
    """The steps that follow each step, by the flows to `keep`."""
    number = {step.id: step.index for step in journey.steps}
    found: list[list[int]] = [[] for _ in journey.steps]
    for flow in journey.flows:
        if flow.target and keep(flow):
            found[number[flow.source]].append(number[flow.target])
    return found


def starts(journey: JourneyGraph) -> list[int]:
    """The steps at which a journey can begin."""
    return [step.index for step in journey.starts]


def leaves(journey: JourneyGraph, step: StepNode) -> bool:
    """Whether a journey can come to its end at a step: it says so, exits to another journey, or goes nowhere."""
    flows = journey.flows_from(step.id)
    return step.end or not flows or any(flow.to_journey for flow in flows)


def trapped(journey: JourneyGraph, successors: Sequence[Sequence[int]]) -> set[int]:
    """The steps from which no end is reached, not even a dead one."""
    ends = [step.index for step in journey.steps if leaves(journey, step)]
    if len(ends) == len(journey.steps):
        return set()
    return set(range(len(journey.steps))) - reached(turned(successors), ends)


def lost(journey: JourneyGraph) -> set[int]:
    """The steps whose `next` or `end` cannot be read, or names what is not there: where they lead is not known."""
    wrong = [problem.place.path for problem in journey.problems]
    if any("anywhere" in (path[:1] + path[2:3]) for path in wrong):
        return set(range(len(journey.steps)))
    steps = {path[: path.index(key)] for path in wrong for key in ("next", "end") if key in path}
    return {step.index for step in journey.steps if step.place.path[:-1] in steps} if steps else set()


def named(steps: Iterable[StepNode]) -> str:
    """Some steps in words: “A”, “B” and 3 more."""
    found = [f"“{step.name}”" for step in steps]
    if len(found) > MOST_NAMED:
        return f"{', '.join(found[: MOST_NAMED - 1])} and {len(found) - MOST_NAMED + 1} more"
    return " and ".join([", ".join(found[:-1]), found[-1]]) if len(found) > 1 else "".join(found)
