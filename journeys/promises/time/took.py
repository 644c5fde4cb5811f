"""What takes the time in a step on the critical path: the actions one after the other, a wait, or a journey."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from journeys.graph.facts import Taken, Took
from journeys.graph.nodes import ActionNode
from journeys.promises.time.walk import Walk
from journeys.promises.time.weekly import Number, Weekly


def took(
    walk: Walk, step: int, arrival: Weekly, last: Number, begin: Number, actions: Sequence[ActionNode] | None = None
) -> tuple[Taken, ...]:
    """What makes a step that is come to at `arrival` last until `last`, if the promise is made at `begin`.

    Of its work `actions` count (all, if none are named). Empty where no time passes, and where a condition is waited
    for.
    """
    column = walk.column(step)
    if arrival.at(begin) == last:
        return ()
    if column.step.wait is not None and walk.clock.after(arrival, column.step.wait).at(begin) == last:
        return (Taken(Took.WAIT, duration=str(column.step.wait)),)
    counted = column.order(walk.passed) if actions is None else actions
    done = walk.done(column, counted, step, arrival, {})
    found = next((action for action in counted if done[action.id].at(begin) == last), None)
    if found is not None:
        return tuple(_one_after_the_other(walk, step, arrival, begin, done, found))[::-1]
    return (
        (Taken(Took.JOURNEY, column.journey.workspace.journey_name(column.step.nested)),) if column.step.nested else ()
    )


def _one_after_the_other(
    walk: Walk, step: int, arrival: Weekly, begin: Number, done: Mapping[str, Weekly], action: ActionNode
) -> Iterator[Taken]:
    """An action and those that it came after, the last first."""
    column = walk.column(step)
    by_id = {one.id: one for one in column.actions}
    seen: set[str] = set()
    while action.id not in seen:
        seen.add(action.id)
        moment = done[action.id].at(begin)
        if any(reason.moment.at(begin) == moment for reason in walk.promised(action, step, arrival)):
            return
        if action.takes is not None and walk.clock.seconds(action.takes):
            yield Taken(Took.ACTION, action.name, str(action.takes), action.id)
        below = [id_ for id_ in column.beneath(action.id, walk.passed) if id_ in done]
        before = max(below, key=lambda id_: done[id_].at(begin), default="")
        ready = done[before].at(begin) if before else arrival.at(begin)
        for other in column.brought(action.id, walk.passed):
            if other.takes is not None and walk.clock.after(arrival, other.takes).at(begin) > ready:
                yield Taken(Took.ACTION, other.name, str(other.takes), other.id)
                return
        if ready <= arrival.at(begin):
            return
        action = by_id[before]
