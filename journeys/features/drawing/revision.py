"""An old journey and the new one that it became, as the drawing is handed them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from blueprints.views.view import Change
from journeys.graph.journey import JourneyGraph


@dataclass(frozen=True, slots=True)
class Revision:
    """A journey before and after. `ids` are new ids by old ones, of all nodes that are in both.

    `changes` says by new id which steps and actions were added or changed; what is gone is not among them.
    """

    old: JourneyGraph
    new: JourneyGraph
    ids: Mapping[str, str]
    changes: Mapping[str, Change]
