"""How the latest moment comes about at which a promise is kept: the stops of its critical path."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import zip_longest

from journeys.graph.journey import JourneyGraph
from journeys.graph.nodes import PromiseNode
from journeys.graph.workspace import Workspace
from journeys.language.quantities import reached


@dataclass(frozen=True, slots=True)
class PathStop:
    """What is reached (`id` of a step, or of a promise that is kept), and when at the latest, in words and in seconds.

    The seconds run from where the promise is made, in the kind of time of the promise's `clock`. `name` says which
    time it is where a loop leads back.
    """

    id: str
    name: str
    seconds: Fraction
    after: str


def path_stops(workspace: Workspace, promise: PromiseNode) -> tuple[PathStop, ...]:
    """The stops from where a promise is made to where it is kept; none where no time was judged."""
    timing = workspace.verdicts[promise.id].timing
    if timing is None:
        return ()
    journey = workspace.journeys[promise.journey]
    measure = timing.measure(journey.working_time)
    return tuple(
        PathStop(
            moment.node,
            moment.name,
            moment.seconds,
            reached(moment.seconds, measure),
        )
        for moment in timing.critical_path
    )


def told_stops(workspace: Workspace, journey: JourneyGraph, stops: Sequence[PathStop]) -> Iterator[str]:
    """A line for each stop; a step that is left as soon as a promise is kept there is told with that promise."""
    past: PathStop | None = None
    for stop, onward in zip_longest(stops, stops[1:]):
        kept = workspace.promises.get(stop.id)
        if kept is None:
            if past is None or past.id != stop.id:
                yield f"{stop.after}: “{stop.name}”"
            continue
        steps = {journey.action(action).step for action in kept.kept}
        past = onward if onward and onward.id in steps and onward.seconds == stop.seconds else None
        yield f"{stop.after}: “{stop.name}” is kept" + (f", at “{past.name}”" if past else "")
