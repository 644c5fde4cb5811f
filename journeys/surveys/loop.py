"""The loop: who said no, and whether somebody got in touch with them in time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from itertools import starmap
from typing import NamedTuple

from journeys.graph.purpose_nodes import MeasureNode
from journeys.graph.workspace import Workspace
from journeys.language.model.duration import Duration
from journeys.surveys.calls import Calls, Moment, due_after, late


class State(StrEnum):
    """What became of a no."""

    OVERDUE = "overdue"
    LATE = "late"
    UNDATED = "no day to count from"
    OPEN = "open"
    CALLED = "called back"
    """Nothing says within what time."""
    IN_TIME = "in time"


class No(NamedTuple):
    """Somebody who said no, to which questions (ids), when, and after which step, as the file says it."""

    respondent: str
    when: Moment | None
    questions: tuple[str, ...]
    step: str = ""


class Followed(NamedTuple):
    """A no, when a call was due, when it came, how late, and so what became of it."""

    no: No
    state: State
    due: Moment | None = None
    called: Moment | None = None
    late: timedelta = timedelta()


@dataclass(frozen=True, slots=True)
class Loop:
    """Those who said no, the most overdue first. `owner` (a node's id, or empty) owes them a call `within` a time."""

    owner: str
    owner_name: str
    within: Duration | None
    followed: tuple[Followed, ...]
    notes: tuple[str, ...] = ()

    @property
    def counts(self) -> Mapping[State, int]:
        """How many became of what."""
        found = Counter(one.state for one in self.followed)
        return {state: found[state] for state in State}

    @property
    def in_time(self) -> tuple[int, int]:
        """How many were called in time, of how many that were called or overdue: what is open may still be in time."""
        counts = self.counts
        return counts[State.IN_TIME], sum(counts[state] for state in (State.IN_TIME, State.LATE, State.OVERDUE))


def closed(
    workspace: Workspace, measure: MeasureNode, noes: Iterable[tuple[No, Calls]], today: date, notes: Iterable[str] = ()
) -> Loop:
    """What became of each no, on a day, among the calls that belong to it, by the calendar that holds where the measure
    is written. A call is for all that was said before it."""
    home = workspace.journeys.get(measure.journey)
    times = home.working_time if home else workspace.shared.working_time
    within = measure.follow_up_within

    def followed(no: No, calls: Calls) -> Followed:
        if no.when is None:
            return Followed(no, State.UNDATED)
        called = calls.after(no.respondent, no.when)
        if within is None:
            return Followed(no, State.CALLED if called else State.OPEN, None, called)
        due = due_after(no.when, within, times)
        if called is None:
            behind = late(today, due)
            return Followed(no, State.OVERDUE if behind else State.OPEN, due, None, behind)
        behind = late(called, due)
        return Followed(no, State.LATE if behind else State.IN_TIME, due, called, behind)

    order = list(State)
    found = sorted(
        starmap(followed, noes),
        key=lambda one: (order.index(one.state), -one.late, _text(one), one.no.respondent, one.no.questions),
    )
    owner = workspace.find(measure.follow_up_by)
    name = owner.name if owner else measure.follow_up_text
    return Loop(measure.follow_up_by, name, within, tuple(found), tuple(notes))


def _text(one: Followed) -> str:
    """A moment that can be put in order with others."""
    when = one.due or one.no.when
    return when.isoformat() if isinstance(when, date | datetime) else ""
