"""What was found of each feature, beside what the files say of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from journeys.graph.due import DueKind, due
from journeys.graph.purpose_nodes import ExpectationNode
from journeys.graph.workspace import Workspace
from journeys.surveys.kano import Collected, Found


@dataclass(frozen=True, slots=True)
class Known:
    """An expectation as the files have it. `review` is the last day on which it need not be looked at again, `overdue`
    whether that has gone by; `step` is a name, `file` and `line` (from 1) where it is written."""

    id: str
    words: str
    step: str
    kano: str
    as_of: date | None
    review: date | None
    overdue: bool
    file: str
    line: int


@dataclass(frozen=True, slots=True)
class Told:
    """A feature as it was answered, and the expectation in the files that it is; None for none.

    `latest` is whether the last of all surveys asked about it.
    """

    found: Found
    known: Known | None
    latest: bool = True

    @property
    def name(self) -> str:
        """The words of the expectation, or how the survey calls it."""
        return self.known.words if self.known else self.found.name


@dataclass(frozen=True, slots=True)
class Sheet:
    """All features, in the order in which they were asked; `unasked` are expectations past their time that no survey
    asked about. `notes`, `lines` and `unread` are as they were collected."""

    features: tuple[Told, ...]
    unasked: tuple[Known, ...]
    notes: tuple[str, ...]
    lines: tuple[str, ...]
    unread: tuple[str, ...]


def told(collected: Collected, workspace: Workspace | None, today: date) -> Sheet:
    """What was found, beside what a workspace (if any) knew of it on a day."""
    known = {one.id: one for one in _known(workspace, today)} if workspace else {}
    found = collected.found.values()
    last = max((one.day for one in found if one.day), default=None)
    features = tuple(Told(one, known.get(one.expectation), one.day in (last, None)) for one in found)
    asked = {one.found.expectation for one in features}
    unasked = tuple(one for one in known.values() if one.overdue and one.id not in asked)
    return Sheet(features, unasked, collected.notes, collected.lines, collected.unread)


def _known(workspace: Workspace, today: date) -> Iterator[Known]:
    reviews = {one.id: one for one in due(workspace) if one.kind is DueKind.REVIEW}
    for node in workspace.expectations.values():
        review = reviews.get(node.id)
        file, line = workspace.files.position(node.place)
        yield Known(
            node.id,
            node.name,
            _step(node, workspace),
            node.kano,
            node.as_of,
            review.day if review else None,
            review is not None and review.overdue(today),
            file,
            line,
        )


def _step(node: ExpectationNode, workspace: Workspace) -> str:
    step = workspace.find(node.step)
    return step.name if step else ""
