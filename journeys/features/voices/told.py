"""The voices of workspaces as plain data: who said what, where, when, and which change answers it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from journeys.errors import UsageError
from journeys.graph.hearing import Heard
from journeys.graph.node import short
from journeys.graph.nodes import ActionNode
from journeys.graph.people import people_called
from journeys.graph.purpose_nodes import ChangeNode
from journeys.graph.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Answer:
    """A change that answers a voice: its id as in the file, its words, the days on which it began and was done."""

    id: str
    change: str
    started: date | None = None
    done: date | None = None


@dataclass(frozen=True, slots=True)
class Said:
    """A voice. `id` is as in the file, with its journey before it where it stands in a journey's.

    `by` and `at` are words by which the workspace's file can refer to who said it and what it is about, `by_name` and
    `at_names` what people call these; `file` and `line` (from 1) are where it is written.
    """

    id: str
    voice: str
    by: str
    by_name: str
    at: tuple[str, ...]
    at_names: tuple[str, ...]
    heard: date | None
    answers: tuple[Answer, ...]
    file: str
    line: int

    @property
    def open(self) -> bool:
        """Whether no change answers it."""
        return not self.answers


@dataclass(frozen=True, slots=True)
class Summary:
    """How many voices there are and how many of them no change answers; how many changes, and how many of these answer
    what somebody at the front line said, who owns a touchpoint."""

    voices: int = 0
    open: int = 0
    changes: int = 0
    from_front_line: int = 0


def voices(
    workspaces: Iterable[Workspace], *, unanswered: bool = False, owner: str = ""
) -> tuple[tuple[Said, ...], Summary]:
    """The voices about the journeys that were asked for, and their numbers: open ones first, of each the oldest first.

    `unanswered` keeps those that no change answers; `owner` (id or exact name) those from an owner, and those about
    what it does. Raises UsageError for an owner whom no workspace knows. The numbers are of all voices of that owner,
    and of all changes.
    """
    spaces = tuple(workspaces)
    found: list[tuple[Heard, Workspace]] = []
    refused: list[UsageError] = []
    for workspace in spaces:
        try:
            found += [(one, workspace) for one in _heard(workspace, owner)]
        except UsageError as error:
            refused.append(error)
    if refused and len(refused) == len(spaces):
        raise refused[0]
    found.sort(key=lambda pair: (not pair[0].open, pair[0].voice.heard or date.max))
    shown = tuple(_said(one, workspace) for one, workspace in found if one.open or not unanswered)
    return shown, _summary([one for one, _ in found], spaces)


def _heard(workspace: Workspace, owner: str) -> Sequence[Heard]:
    owners = people_called(workspace, owner, "owner") if owner else None
    hearing = workspace.hearing
    return [
        one
        for one in hearing.heard
        if workspace.concerns(one.voice) and (owners is None or hearing.about(one.voice, owners))
    ]


def _summary(found: Sequence[Heard], spaces: Iterable[Workspace]) -> Summary:
    changes = [(one, space.hearing) for space in spaces for one in space.changes.values() if space.concerns(one)]
    return Summary(
        voices=len(found),
        open=sum(one.open for one in found),
        changes=len(changes),
        from_front_line=sum(hearing.from_front_line(one) for one, hearing in changes),
    )


def _said(one: Heard, workspace: Workspace) -> Said:
    voice = one.voice
    file, line = workspace.files.position(voice.place)
    by = workspace.find(voice.by)
    return Said(
        id=short(voice.id),
        voice=voice.name,
        by=getattr(by, "key", voice.by_text),
        by_name=by.name if by else voice.by_text,
        at=tuple(map(short, voice.at)),
        at_names=tuple(place_name(workspace, id_) for id_ in voice.at),
        heard=voice.heard,
        answers=tuple(map(_answer, one.changes)),
        file=file,
        line=line,
    )


def _answer(change: ChangeNode) -> Answer:
    return Answer(short(change.id), change.name, change.started, change.done)


def place_name(workspace: Workspace, id_: str) -> str:
    """A step or an action (by id) as people call it, with its journey before it where the workspace has several."""
    node = workspace.node(id_)
    step = f"{workspace.node(node.step).name}: " if isinstance(node, ActionNode) else ""
    journey = f"{workspace.journey_name(node.journey)}/" if len(workspace.journeys) > 1 else ""
    return f"{journey}{step}{node.name}"
