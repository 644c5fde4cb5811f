"""Where columns and lanes of an old and of a new blueprint stand in the one that shows both."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from blueprints.views.view import Lane
from journeys.features.drawing.revision import Revision


@dataclass(frozen=True)
class MergedColumns:
    """The merged columns, and where those of the old and of the new view are among them."""

    names: tuple[str, ...]
    old: Mapping[int, int]
    new: Mapping[int, int]


def merged_columns(revision: Revision) -> MergedColumns:
    """The new steps in order, each old one that is gone behind the one it followed."""
    old, new = revision.old, revision.new
    order = [("new", step.index, step.name) for step in new.steps]
    places = {step.id: step.index for step in new.steps}
    at = 0
    for step in old.steps:
        partner = revision.ids.get(step.id, "")
        if partner in places:
            at = order.index(("new", places[partner], new.steps[places[partner]].name)) + 1
        else:
            order.insert(at, ("old", step.index, step.name))
            at += 1
    merged = {(side, index): place for place, (side, index, _) in enumerate(order)}
    both = {
        step.index: merged["new", places[partner]]
        for step in old.steps
        if (partner := revision.ids.get(step.id, "")) in places
    }
    gone = {index: place for (side, index), place in merged.items() if side == "old"}
    fresh = {index: place for (side, index), place in merged.items() if side == "new"}
    return MergedColumns(tuple(name for _, _, name in order), both | gone, fresh)


def merged_lanes(old: Iterable[Lane], new: Iterable[Lane]) -> list[Lane]:
    """The new lanes, each old one that is gone below the one it stood under."""
    lanes = list(new)
    at = 0
    for lane in old:
        place = next((row for row, other in enumerate(lanes) if other.id == lane.id), None)
        if place is None:
            lanes.insert(at, replace(lane, line_below=""))
            place = at
        at = place + 1
    return lanes
