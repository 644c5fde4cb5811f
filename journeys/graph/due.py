"""What has a time, and when that is: knowledge, voices, changes, goals, councils. Data, and no sentence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from journeys.graph.journey import JourneyGraph
from journeys.graph.workspace import Workspace
from journeys.language.finding import Finding, Part, Place
from journeys.language.model.days import day_after
from journeys.language.model.duration import Duration, WorkingTime
from journeys.language.model.settings import REVIEW_EVERY

if TYPE_CHECKING:
    from journeys.graph.purpose_nodes import ChangeNode


class DueKind(StrEnum):
    """What has a time."""

    REVIEW = "review"
    VOICE = "voice"
    RESULT = "result"
    GOAL = "goal"
    COUNCIL = "council"
    CHANGE = "change"


@dataclass(frozen=True, slots=True)
class Due:
    """Something with a time. `day` is the last on which it is not overdue; None where nothing says from when it counts.

    `since` is that from which it counts: when it was so, was heard, was done, when the council met last. `every` is how
    soon it is due then. `id` is the node's, empty for a council, which has no name either; `owner` (an id) has to see
    to it.
    """

    kind: DueKind
    id: str
    name: str
    place: Place
    journey: str = ""
    day: date | None = None
    since: date | None = None
    every: Duration | None = None
    owner: str = ""

    def overdue(self, today: date) -> bool:
        """Whether its day has gone by; what counts from no day is overdue on each."""
        return self.day is None or self.day < today

    def finding(self, message: str, help_: str) -> Finding:
        """A finding at its place."""
        return Finding(message, self.place, help=help_, journey=self.journey)


def due(workspace: Workspace) -> tuple[Due, ...]:
    """What has a time in the journeys that were asked for, and in the workspace's file, in the order of its day.

    Knowledge is reviewed `review_every` so often after `as_of`. The settings' `review_every` says when a voice that no
    change answers is due, and when something is to have been measured after a change is done: an improvement that is
    measured once has not lasted; and when the next change is to begin after the last: one small change after another.
    A goal is due `until` its day, a council as often as it `meets`.
    """
    found = (
        *_reviews(workspace),
        *_voices(workspace),
        *_results(workspace),
        *_next_change(workspace),
        *_goals(workspace),
        *_councils(workspace),
    )
    return tuple(sorted(found, key=lambda one: one.day or date.max))


def _reviews(workspace: Workspace) -> Iterator[Due]:
    for journey in workspace.selected:
        for node in journey.nodes.values():
            every: Duration | None = getattr(node, "review_every", None)
            if every is not None:
                yield _due(
                    DueKind.REVIEW, node, getattr(node, "as_of", None), every, journey.working_time,
                    owner=getattr(node, "by", "") or getattr(node, "owner", "") or journey.owner,
                )  # fmt: skip


def _voices(workspace: Workspace) -> Iterator[Due]:
    for one in workspace.hearing.heard:
        if one.open and workspace.concerns(one.voice):
            every, times = _rhythm(workspace, one.voice.journey)
            yield _due(DueKind.VOICE, one.voice, one.voice.heard, every, times)


def _results(workspace: Workspace) -> Iterator[Due]:
    for change in workspace.changes.values():
        if change.done and workspace.concerns(change):
            every, times = _rhythm(workspace, change.journey)
            found = _due(DueKind.RESULT, change, change.done, every, times, owner=change.owner)
            if not _lasted(change, found.day):
                yield found


def _next_change(workspace: Workspace) -> Iterator[Due]:
    """The change after the last one that began, of all that are asked about; it is told where that one stands."""
    begun = [(one.started or one.done, one) for one in workspace.changes.values() if workspace.concerns(one)]
    dated = [(day, one) for day, one in begun if day]
    if dated:
        day, last = max(dated, key=lambda pair: pair[0])
        every, times = _rhythm(workspace, last.journey)
        yield _due(DueKind.CHANGE, last, day, every, times, owner=workspace.governance.authority)


def _lasted(change: ChangeNode, day: date | None) -> bool:
    """Whether something was measured on the day, or later."""
    return day is not None and any(result.on >= day for result in change.results)


def _goals(workspace: Workspace) -> Iterator[Due]:
    asked = {journey.id for journey in workspace.selected}
    for goal in workspace.goals.values():
        if goal.until and (not goal.journey or goal.journey in asked):
            yield Due(DueKind.GOAL, goal.id, goal.name, goal.place, goal.journey, goal.until, owner=goal.owner)


def _councils(workspace: Workspace) -> Iterator[Due]:
    if workspace.governance.meets:
        yield _council(workspace, None)
    yield from (_council(workspace, one) for one in workspace.selected if one.purpose.governance.meets)


def _council(workspace: Workspace, journey: JourneyGraph | None) -> Due:
    """The next meeting of the council of which a journey's file says how often it meets, or the workspace's."""
    said = journey.purpose.governance if journey else workspace.governance
    whole = journey.governance if journey else said
    assert said.meets
    assert said.place
    times = journey.working_time if journey else workspace.shared.working_time
    last = max(whole.met, default=None)
    return Due(
        DueKind.COUNCIL,
        id="",
        name="",
        place=said.place.at("meets", part=Part.KEY),
        journey=journey.id if journey else "",
        day=day_after(last, said.meets, times) if last else None,
        since=last,
        every=said.meets,
        owner=whole.authority,
    )


def _due(kind: DueKind, node: Any, since: date | None, every: Duration, times: WorkingTime, *, owner: str = "") -> Due:
    day = day_after(since, every, times) if since else None
    return Due(kind, node.id, node.name, node.place, node.journey, day, since, every, owner)


def _rhythm(workspace: Workspace, journey: str) -> tuple[Duration, WorkingTime]:
    """How soon things are looked at again, and when people work: in a journey's file (by id), or the workspace's."""
    home = workspace.journeys.get(journey)
    layers = (home.settings if home else None, workspace.settings)
    every = next((layer.review_every for layer in layers if layer and layer.review_every), REVIEW_EVERY)
    return every, home.working_time if home else workspace.shared.working_time
