"""What a workspace or a journey declares beside people, compared: variants, channels, lanes, working time."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Protocol

from journeys.features.diff.changes import Detail, How, NodeChange
from journeys.features.diff.listed import difference
from journeys.file_names import WORKSPACE
from journeys.graph.shared import NOTHING_SHARED
from journeys.graph.workspace import Workspace
from journeys.language.model.duration import DAY, HOUR, MINUTE, WorkingTime
from journeys.language.model.key import own
from journeys.language.model.lanes import Lane


class Declaring(Protocol):
    """What is declared, together with what is taken over from the workspace."""

    @property
    def variants(self) -> Sequence[str]:
        """The names of the variants."""

    @property
    def channels(self) -> Mapping[str, str]:
        """The names of the channels by their ids."""

    @property
    def channel_kinds(self) -> Mapping[str, str]:
        """Their kinds."""

    @property
    def lanes(self) -> Sequence[Lane]:
        """The lanes from top to bottom."""

    @property
    def working_time(self) -> WorkingTime:
        """The hours of a day and the days of a week."""


_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
Declarations = Mapping[str, Sequence[str]]


def shared(old: Workspace, new: Workspace) -> Iterator[NodeChange]:
    """What differs of what a workspace declares for all its journeys; nothing, or one change."""
    before, after = (own_declarations(each.shared, NOTHING_SHARED) for each in (old, new))
    theirs = ([f"{key}: {text}" for key, text in _own_keys(each)] for each in (old, new))
    details = (*differing_declarations(before, after), *difference("own key", *theirs))
    was, is_ = old.name or new.name or WORKSPACE, new.name or old.name or WORKSPACE
    if details or was != is_:
        yield NodeChange("workspace", How.CHANGED, "workspace", is_, "workspace", was, details=details)


def _own_keys(workspace: Workspace) -> Sequence[tuple[str, str]]:
    model = workspace.files.shared_model
    return own(model) if model else ()


def own_declarations(declaring: Declaring, base: Declaring) -> Declarations:
    """In words, by what is declared: what the one declares that it has not from the other."""
    time, usual = declaring.working_time, base.working_time
    return {
        "variant": [variant for variant in declaring.variants if variant not in base.variants],
        "channel": [text for text in _channels(declaring) if text not in set(_channels(base))],
        "lane": list(_lanes(declaring, {lane.id for lane in base.lanes})),
        "working day": [f"{time.day / HOUR:g} h"] if time.day != usual.day else [],
        "working week": [f"{time.week} days"] if time.week != usual.week else [],
        "working hours": list(_openings(time)) if time.hours != usual.hours else [],
    }


def differing_declarations(old: Declarations, new: Declarations) -> Iterator[Detail]:
    """What came and what went."""
    for what, before in old.items():
        yield from difference(what, before, new[what])


def _openings(time: WorkingTime) -> Iterator[str]:
    for begin, end in time.hours:
        day = begin // DAY
        yield f"{_DAYS[day % 7]} {_clock(begin - day * DAY)}–{_clock(end - day * DAY)}"


def _clock(seconds: int) -> str:
    return f"{seconds // HOUR}:{seconds % HOUR // MINUTE:02}"


def _channels(declaring: Declaring) -> list[str]:
    return [f"{name} ({declaring.channel_kinds[key]})" for key, name in declaring.channels.items()]


def _lanes(declaring: Declaring, known: Collection[str]) -> Iterator[str]:
    """Lanes besides those that are known, each with its kind and its place."""
    above = ["", *(lane.name for lane in declaring.lanes)]
    for lane, over in zip(declaring.lanes, above, strict=False):
        if lane.id not in known:
            yield f"{lane.name} ({lane.kind}) " + (f"below {over}" if over else "on top")
