"""What has a time, with its names, and how long that is from a day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from journeys.graph.due import Due, DueKind, due
from journeys.graph.purpose_nodes import ChangeNode, GoalNode, VoiceNode
from journeys.graph.workspace import Workspace
from journeys.language.quantities import ago

_WEEK, _MONTH = 7, 30


class When(StrEnum):
    """How soon something is due."""

    OVERDUE = "overdue"
    WEEK = "week"
    MONTH = "month"
    LATER = "later"
    UNDATED = "undated"


@dataclass(frozen=True, slots=True)
class Listed:
    """Something with a time, on a day. `days` from it to the time are below zero where that has gone by.

    `what` is the thing in words, `owner` the name of who has to see to it, `says` what is known besides; `file` and
    `line` (from 1) are where it is written. `id` is the node's.
    """

    kind: DueKind
    what: str
    when: When
    day: date | None
    days: int | None
    since: date | None
    every: str
    owner: str
    says: str
    id: str
    journey: str
    file: str
    line: int


def listed(workspaces: Iterable[Workspace], today: date) -> tuple[Listed, ...]:
    """What has a time in some workspaces, in the order of its day; what counts from no day comes last."""
    found = [(one, workspace) for workspace in workspaces for one in due(workspace)]
    found.sort(key=lambda pair: pair[0].day or date.max)
    return tuple(_listed(one, workspace, today) for one, workspace in found)


def _listed(one: Due, workspace: Workspace, today: date) -> Listed:
    file, line = workspace.files.position(one.place)
    owner = workspace.find(one.owner)
    return Listed(
        kind=one.kind,
        what=_what(one, workspace),
        when=_when(one, today),
        day=one.day,
        days=(one.day - today).days if one.day else None,
        since=one.since,
        every=str(one.every or ""),
        owner=owner.name if owner else "",
        says=_says(one, workspace, today),
        id=one.id,
        journey=one.journey,
        file=file,
        line=line,
    )


def _what(one: Due, workspace: Workspace) -> str:
    if one.kind is DueKind.CHANGE:
        return f"The change after “{one.name}”"
    return one.name or _council(one, workspace)


def _council(one: Due, workspace: Workspace) -> str:
    return f"The council of “{workspace.journey_name(one.journey)}” meets" if one.journey else "The council meets"


def _when(one: Due, today: date) -> When:
    if one.day is None:
        return When.UNDATED
    days = (one.day - today).days
    if days < 0:
        return When.OVERDUE
    return When.WEEK if days <= _WEEK else When.MONTH if days <= _MONTH else When.LATER


def _says(one: Due, workspace: Workspace, today: date) -> str:
    """What counts, and from when, in words."""
    since = f"{one.since}, {ago(one.since, today)}" if one.since else ""
    node = workspace.find(one.id)
    if one.kind is DueKind.CHANGE:
        return f"the last change was on {since}; the next small one is due"
    match node:
        case VoiceNode():
            by = workspace.find(node.by)
            who = by.name if by else node.by_text
            heard = f"heard on {since}" if since else "no day is said on which it was heard"
            return f"{heard}, from {who}; no change answers it" if who else f"{heard}; no change answers it"
        case ChangeNode():
            last = max(node.results, key=lambda result: result.on, default=None)
            return f"done on {since}; " + (f"measured last: {last}" if last else "nothing was measured")
        case GoalNode():
            return _aim(node, workspace)
        case None:
            return f"met last on {since}" if since else "no day is said on which it met"
    return f"as of {since}" if since else "no day is said on which it was so"


def _aim(goal: GoalNode, workspace: Workspace) -> str:
    measure = workspace.find(goal.measure)
    return ": ".join(filter(None, (measure.name if measure else goal.measure_text, goal.bounds)))
