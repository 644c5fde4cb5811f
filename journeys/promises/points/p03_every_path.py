"""3. On every path: from where it is made, each path comes to where it is kept, or releases it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from journeys.graph.facts import Beyond, Escape, Missed
from journeys.graph.verdict import Cause, Fault, Found, Point, Root
from journeys.promises import paths
from journeys.promises.judged import Asked, Judged


def on_every_path(judged: Judged) -> Found | None:
    """Ask the point of a promise; None of one that stands always, which is made wherever it is kept."""
    return None if judged.node.standing else Found(tuple(_causes(judged)))


def _causes(judged: Judged) -> Iterator[Cause]:
    for asked in judged.asked:
        if asked.made in asked.goals:
            continue
        if not any(asked.paths.reaches(asked.start, goal) for goal in asked.goals):
            yield _out_of_reach(judged, asked)
            continue
        escapes = asked.paths.escapes(asked.start, asked.goals | judged.released(asked.paths))
        if escapes:
            yield _missed(judged, asked, escapes)


def _goals(asked: Asked) -> tuple[str, ...]:
    return tuple(asked.paths.steps[goal].id for goal in sorted(asked.goals))


def _out_of_reach(judged: Judged, asked: Asked) -> Cause:
    promise, goals = judged.node.id, _goals(asked)
    root = Root(Fault.OUT_OF_REACH, (promise, asked.making.step, goals[0]))
    return Cause(Point.EVERY_PATH, root, promise, goals[0], Beyond(goals))


def _missed(judged: Judged, asked: Asked, escapes: Sequence[paths.Escape]) -> Cause:
    """One cause for all ends at which it is missed."""
    promise, steps, goals = judged.node.id, asked.paths.steps, _goals(asked)
    found = tuple(Escape(tuple(steps[one].id for one in escape.steps), escape.trapped) for escape in escapes)
    root = Root(Fault.MISSED, (promise, asked.making.step, asked.making.when, goals[0]))
    others = {action.step for action in judged.kept}.difference(goals)
    elsewhere = not others.isdisjoint(one for escape in found for one in escape.steps)
    return Cause(Point.EVERY_PATH, root, promise, found[0].steps[-1], Missed(goals, found, elsewhere))
