"""What a change does to journeys: steps, owners, actions, promises, findings, and who has to agree to it."""

from __future__ import annotations

from journeys.features.diff.changes import FailOn, JourneyDiff, NodeChange, PromiseChange, WorkspaceDiff
from journeys.features.diff.compare import compare

__all__ = ["FailOn", "JourneyDiff", "NodeChange", "PromiseChange", "WorkspaceDiff", "compare"]
