"""What rules of designing on purpose are asked of: the entries of one file, and what stands around them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from journeys.checks.noted import Noted
from journeys.graph.nodes import ActionNode, StepNode
from journeys.graph.purpose import Purpose
from journeys.graph.workspace import Workspace
from journeys.language.model.duration import WorkingTime

if TYPE_CHECKING:
    from journeys.graph.purpose_nodes import EntryNode


@dataclass(frozen=True)
class Designed:
    """What one file says of designing on purpose, a journey's or the workspace's.

    `noted` is what was found while the file was read, `working_time` how long people work there.
    """

    purpose: Purpose
    workspace: Workspace
    working_time: WorkingTime
    noted: Noted = field(repr=False)

    def unread(self, entry: EntryNode, *keys: str) -> bool:
        """Whether something under a key of an entry could not be read: it is then a finding, and not left out."""
        path = (*entry.place.path, *keys)
        return any(finding.place.path[: len(path)] == path for finding in self.noted)

    def steps(self, places: Iterable[str]) -> tuple[StepNode, ...]:
        """The steps that some steps and actions (by id) are, or belong to."""
        nodes = (self.workspace.node(id_) for id_ in places)
        ids = (node.step if isinstance(node, ActionNode) else node.id for node in nodes)
        found = (self.workspace.node(id_) for id_ in dict.fromkeys(ids))
        return tuple(step for step in found if isinstance(step, StepNode))


HEARD = """
    owners:
      manager: {name: Restaurant manager, kind: role, holder: Noor Haddad}
      waiter: {name: Waiters, kind: team, reports_to: manager}
    voices:
      cold: {voice: Guests say that the dish is cold, from: waiter, at: Eat, heard: 2026-09-01}
    measures:
      sent-back: {measure: Dishes sent back, unit: "%", better: lower, owner: waiter}
    """
"""The workspace around the examples of changes: who is there, what was heard, and what is measured."""
