"""Where nobody wrote how long something takes: the proof of a time takes it for nothing, and says so."""

from __future__ import annotations

from collections.abc import Iterator

from journeys.graph.nodes import ActionNode, StepNode
from journeys.promises.time.walk import Walk


def silent(walk: Walk, kept: frozenset[str]) -> Iterator[ActionNode | StepNode]:
    """The actions (and steps without any) of the ways that say no time, each once for this walk."""
    for number in walk.ways.steps:
        if number in walk.ways.goals:
            yield from _where_kept(walk, number, kept)
        else:
            yield from _on_the_way(walk, number)


def _says_no_time(walk: Walk, action: ActionNode) -> bool:
    return action.takes is None and not walk.question.conditions(action.id)


def _on_the_way(walk: Walk, number: int) -> Iterator[ActionNode | StepNode]:
    column = walk.work.column(walk.paths.steps[number].id)
    if column.step.wait is not None or any(way.flow.after for way in walk.paths.out(number)):
        return
    if not column.company and not column.step.nested:
        yield column.step
    yield from (action for action in column.company if _says_no_time(walk, action))


def _where_kept(walk: Walk, number: int, kept: frozenset[str]) -> Iterator[ActionNode]:
    """What is kept there, what supports it, and what `uses` brings from a column that is not on the way."""
    column = walk.work.column(walk.paths.steps[number].id)
    seen: set[str] = set()
    for action in column.actions:
        if action.id not in kept or (action.touchpoint and column.step.wait is not None):
            continue
        seen.update(column.supporting(action.id))
    for action in column.actions:
        if action.id not in seen:
            continue
        if action.company and _says_no_time(walk, action):
            yield action
        for other in column.outside.get(action.id, ()):
            if not walk.passed(other) and _says_no_time(walk, other):
                yield other
