"""Which owners behind one promise are set goals that work against each other: cross purposes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import product
from typing import NamedTuple

from journeys.graph.purpose_nodes import GoalNode, PracticeNode
from journeys.graph.workspace import Workspace


class Conflict(NamedTuple):
    """Two owners (ids) at cross purposes, and the promises (ids) behind which both stand.

    Either two `goals` pull a `measure` (id) to opposite sides, or one is said to be against the other (no measure), or
    the one goal there is goes by a measure that a `practice` of the other owner sets aside.
    """

    owners: tuple[str, str]
    goals: tuple[GoalNode, ...]
    promises: tuple[str, ...]
    measure: str = ""
    practice: PracticeNode | None = None


def conflicts(workspace: Workspace) -> Iterator[Conflict]:
    """All of them: those of two goals in the order of these, then those with a practice.

    Where two owners have several goals that pull a measure, the heaviest of each are told.
    """
    for first, second, measure in _opposed(workspace):
        promises = _behind(first.owner, second.owner, workspace)
        if promises:
            yield Conflict((first.owner, second.owner), (first, second), promises, measure)
    for goal, practice in _set_aside(workspace):
        promises = _behind(goal.owner, practice.owner, workspace)
        if promises:
            yield Conflict((goal.owner, practice.owner), (goal,), promises, goal.measure, practice)


def _behind(one: str, other: str, workspace: Workspace) -> tuple[str, ...]:
    """The promises behind which two different owners stand, those to customers before others."""
    if not one or not other or one == other:
        return ()
    found = workspace.behind.promises(one, other)
    return tuple(sorted(found, key=lambda id_: not workspace.promises[id_].to_customer))


def _opposed(workspace: Workspace) -> Iterator[tuple[GoalNode, GoalNode, str]]:
    """Pairs of goals that work against each other, the heavier first, with the measure on which they do."""
    place = {id_: number for number, id_ in enumerate(workspace.goals)}
    found: dict[tuple[str, str], str] = {}
    for measure, (up, down) in _pulled(workspace).items():
        for one, other in product(up.values(), down.values()):
            found[_pair(place, one, other)] = measure
    for goal in workspace.goals.values():
        for other in goal.against:
            found.setdefault(_pair(place, goal.id, other), "")
    for first, second in sorted(found, key=lambda pair: (place[pair[0]], place[pair[1]])):
        yield workspace.goals[first], workspace.goals[second], found[first, second]


def _pair(place: Mapping[str, int], one: str, other: str) -> tuple[str, str]:
    return (one, other) if place[one] < place[other] else (other, one)


def _pulled(workspace: Workspace) -> Mapping[str, tuple[dict[str, str], dict[str, str]]]:
    """By measure, the goals that pull it up and those that pull it down, of each owner the heaviest.

    One that sets both bounds pulls nowhere; one that sets none wants what the measure says is better.
    """
    found: dict[str, tuple[dict[str, str], dict[str, str]]] = {}
    for goal in workspace.goals.values():
        measure = workspace.measures.get(goal.measure)
        if measure is None or not goal.owner or (goal.at_least and goal.at_most):
            continue
        up, down = found.setdefault(measure.id, ({}, {}))
        if goal.at_least or (not goal.at_most and measure.better == "higher"):
            up.setdefault(goal.owner, goal.id)
        elif goal.at_most or measure.better == "lower":
            down.setdefault(goal.owner, goal.id)
    return found


def _set_aside(workspace: Workspace) -> Iterator[tuple[GoalNode, PracticeNode]]:
    """Each goal on a measure that a practice sets aside, where the practice does not bind the goal's own owner.

    One that does is undone by the goal, whether or not they stand behind one promise.
    """
    for practice in workspace.practices.values():
        goals = [goal for goal in workspace.goals.values() if goal.measure in practice.replaces]
        held = workspace.holding(practice) if goals else None
        yield from ((goal, practice) for goal in goals if held and not held.binds(goal.owner))
