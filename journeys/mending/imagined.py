"""A workspace as it would be after some edits: texts changed, read and judged again, nothing written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from journeys.api import edited
from journeys.checks.fixes import edited_text
from journeys.graph.algorithms import digraph, pieces
from journeys.graph.node import journey_of
from journeys.graph.verdict import State
from journeys.graph.workspace import Workspace
from journeys.language.finding import Edit
from journeys.mending.remedy import Remedy, RemedyKind


@dataclass(eq=False)
class Count:
    """How many more times promises may be judged."""

    left: int
    done: int = 0

    def spend(self) -> None:
        """Once more."""
        self.left -= 1
        self.done += 1


@dataclass(frozen=True, eq=False)
class Imagined:
    """A workspace with the remedies that made it, and the texts of the files that they change."""

    workspace: Workspace
    count: Count = field(repr=False)
    remedies: tuple[Remedy, ...] = ()
    texts: Mapping[str, str] = field(default_factory=dict, repr=False)

    def after(self, remedy: Remedy, *, proven: bool = False) -> Imagined | None:
        """What would be after one more; None where it cannot be written, or changes nothing.

        Remedies that it overrides are no longer among those that were made; an owner who was just named is not taken
        away again.
        """
        kept = tuple(one for one in self.remedies if not _overridden(one, remedy))
        again = any(one not in kept and one.kind is RemedyKind.OWNER for one in self.remedies)
        texts = {} if again else changed(self.workspace, remedy.edits, proven=proven)
        if not texts:
            return None
        self.count.spend()
        return Imagined(edited(self.workspace, texts), self.count, (*kept, remedy), {**self.texts, **texts})

    @property
    def made(self) -> frozenset[tuple[str, tuple[Edit, ...]]]:
        """The remedies, whatever their order."""
        return frozenset((one.text, one.edits) for one in self.remedies)

    def state(self, promise: str) -> State:
        """The verdict on a promise (by id); broken where it is there no more."""
        verdict = self.workspace.verdicts.get(promise)
        return State.BROKEN if verdict is None else verdict.state

    @cached_property
    def wrong(self) -> int:
        """How many findings the loader has of it: an edit may not bring a new one."""
        journeys = self.workspace.files.journeys
        graphs = self.workspace.journeys.values()
        return sum(len(file.findings) for file in journeys) + sum(len(one.findings) for one in graphs)


def _overridden(one: Remedy, by: Remedy) -> bool:
    """Whether a remedy sets the values that an earlier one set; what was removed stands nowhere by now."""
    return all(edit.action in ("put", "replace") for edit in one.edits) and one.places <= by.places


def changed(workspace: Workspace, edits: Sequence[Edit], *, proven: bool) -> Mapping[str, str]:
    """The files that edits change, by name, with their new texts; empty where one cannot be made."""
    found: dict[str, str] = {}
    for name in dict.fromkeys(edit.place.file for edit in edits):
        document = workspace.files.documents.get(name)
        own = [edit for edit in edits if edit.place.file == name]
        text = edited_text(document, own, proven=proven) if document else None
        if document is None or text is None or text == document.source.text:
            return {}
        found[name] = text
    return found


def around(workspace: Workspace, journey: str) -> Workspace:
    """A workspace with no other journeys than those that have to do with one (by id): they alone are judged again."""
    links = (
        (one.id, other)
        for one in workspace.journeys.values()
        for other in _spoken_of(workspace, one.id)
        if other in workspace.journeys
    )
    near = next(group for group in pieces(digraph(workspace.journeys, links)) if journey in group)
    if len(near) == len(workspace.journeys):
        return workspace
    return edited(workspace, {}, only={workspace.journeys[id_].file for id_ in near})


def _spoken_of(workspace: Workspace, id_: str) -> set[str]:
    """The journeys to which ways, support, nested steps and promises of one lead."""
    journey = workspace.journeys[id_]
    found = {flow.to_journey for flow in journey.flows} | {step.nested for step in journey.steps}
    for promise in journey.promise_nodes:
        ids = (*promise.conditions, *promise.kept, *promise.made, *promise.unless)
        found |= {journey_of(one) for one in ids}
    found |= {journey_of(one) for link in journey.supports for one in (link.above, link.below)}
    return found
