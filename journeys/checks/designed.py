"""What the files that are asked about say of designing on purpose: the workspace's own, and those of its journeys."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from journeys.checks.noted import Noted
from journeys.graph.journey import JourneyGraph
from journeys.graph.nodes import ActionNode, OwnerNode, StepNode
from journeys.graph.purpose import Purpose
from journeys.graph.workspace import Workspace, workspace_around
from journeys.language.finding import Place
from journeys.language.model.action import NONE
from journeys.language.model.duration import WorkingTime


@dataclass(frozen=True)
class Designed:
    """What one file says (`purpose`), and what stands around it.

    `owners` are those whom it knows, by key; `working_time` is how long people work there; `noted` what was found while
    it was read. `journey` is its id, empty for the workspace's file.
    """

    purpose: Purpose
    workspace: Workspace
    owners: Mapping[str, OwnerNode] = field(repr=False)
    working_time: WorkingTime
    noted: Noted = field(repr=False)
    journey: str = ""

    def unread(self, place: Place) -> bool:
        """Whether something at a place, or inside, could not be read: it is then a finding, and not left out."""
        path = place.path
        return any(finding.place.path[: len(path)] == path for finding in self.noted)

    def steps(self, places: Iterable[str]) -> tuple[StepNode, ...]:
        """The steps that some steps and actions (by id) are, or belong to."""
        nodes = (self.workspace.node(id_) for id_ in places)
        ids = (node.step if isinstance(node, ActionNode) else node.id for node in nodes)
        found = (self.workspace.node(id_) for id_ in dict.fromkeys(ids))
        return tuple(step for step in found if isinstance(step, StepNode))

    def owner(self, id_: str) -> OwnerNode | None:
        """The owner of a node id, None where there is none."""
        return self._by_id.get(id_)

    @cached_property
    def _by_id(self) -> Mapping[str, OwnerNode]:
        return {owner.id: owner for owner in self.owners.values()}


def designed_in(journey: JourneyGraph) -> Designed:
    """What a journey's file says."""
    space = workspace_around(journey)
    return Designed(journey.purpose, space, journey.owners, journey.working_time, journey.findings, journey.id)


def designed_for_all(workspace: Workspace) -> Designed:
    """What the workspace's own file says."""
    shared = workspace.shared
    return Designed(workspace.purpose, workspace, shared.owners, shared.working_time, workspace.findings)


def said(workspace: Workspace) -> Iterator[Designed]:
    """Each file that is asked about, the workspace's first; half a file says nothing about what is missing from it."""
    shared = workspace.files.shared
    if shared is not None and shared.whole:
        yield designed_for_all(workspace)
    yield from (designed_in(journey) for journey in workspace.selected if journey.whole)


def unsaid(word: str) -> bool:
    """Whether a key that names an owner is left out, or says that there is none."""
    return word in ("", NONE)


def written(place: Place | None, *keys: str | int) -> Place:
    """The place of a key in a section that is there."""
    assert place is not None
    return place.at(*keys)
