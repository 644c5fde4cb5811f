"""What the files that are asked about say of designing on purpose: the workspace's own, and those of its journeys."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from journeys.graph.nodes import OwnerNode
from journeys.graph.purpose import Purpose
from journeys.graph.workspace import Workspace
from journeys.language.finding import Finding, Place
from journeys.language.model.action import NONE


@dataclass(frozen=True)
class Said:
    """What a file says (`purpose`), whom it knows (`owners`, by key), and what is wrong in it.

    `journey` is its id, empty for the workspace's file.
    """

    purpose: Purpose
    owners: Mapping[str, OwnerNode]
    journey: str
    findings: tuple[Finding, ...]

    def wrong(self, place: Place) -> bool:
        """Whether something is said at a place that cannot be read: then it is not missing."""
        return place in self._wrong

    @cached_property
    def _wrong(self) -> frozenset[Place]:
        return frozenset(finding.place for finding in self.findings)

    def owner(self, id_: str) -> OwnerNode | None:
        """The owner of a node id, None where there is none."""
        return self._by_id.get(id_)

    @cached_property
    def _by_id(self) -> Mapping[str, OwnerNode]:
        return {owner.id: owner for owner in self.owners.values()}


def said(workspace: Workspace) -> Iterator[Said]:
    """Each file that is asked about, the workspace's first; half a file says nothing about what is missing from it."""
    shared = workspace.files.shared
    if shared is not None and shared.whole:
        yield Said(workspace.purpose, workspace.shared.owners, "", workspace.findings)
    for journey in workspace.selected:
        if journey.whole:
            yield Said(journey.purpose, journey.owners, journey.id, journey.findings)


def unsaid(word: str) -> bool:
    """Whether a key that names an owner is left out, or says that there is none."""
    return word in ("", NONE)


def written(place: Place | None, *keys: str | int) -> Place:
    """The place of a key in a section that is there."""
    assert place is not None
    return place.at(*keys)
