"""Who answers for what: which lanes count to whom, and who stands above whom."""

from __future__ import annotations

from collections.abc import Iterator

from journeys.graph.journey import JourneyGraph
from journeys.graph.nodes import ActionNode, OwnerNode
from journeys.graph.workspace import Workspace
from journeys.language.model.lanes import BACKSTAGE, FRONTSTAGE, SUPPORT, Lane, LaneKind


def lanes_behind(journey: JourneyGraph, lane: Lane) -> tuple[Lane, ...]:
    """The company lanes that count as `lane` (backstage or support): itself, and those of the workspace by their place.

    What stands above the support lane and is not the frontstage is backstage, what stands below is support.
    """
    line = journey.lanes.index(SUPPORT)
    side = journey.lanes[:line] if lane == BACKSTAGE else journey.lanes[line:]
    return tuple(other for other in side if other.kind is LaneKind.COMPANY and other != FRONTSTAGE)


def unowned(journey: JourneyGraph, lane: Lane) -> Iterator[ActionNode]:
    """The company's actions that count to a lane and name no owner at all."""
    return journey.unowned(*(other.id for other in lanes_behind(journey, lane)))


def heads(journey: JourneyGraph) -> dict[str, str]:
    """By owner id, the id of who stands highest above: two owners have a common superior when these are the same.

    In a circle of owners one of them stands for all.
    """
    found: dict[str, str] = {}
    for owner in journey.owners.values():
        way: dict[str, None] = {}
        node: OwnerNode | None = owner
        last = owner.id
        while node is not None and node.id not in found and node.id not in way:
            way[node.id] = None
            last = node.id
            node = journey.owners.get(node.reports_to)
        head = last if node is None else found.get(node.id, node.id)
        found.update(dict.fromkeys(way, head))
    return found


def all_asked(workspace: Workspace) -> bool:
    """Whether every journey of the workspace is asked about: only then is an owner of none of them idle."""
    files = workspace.files
    if not all(file.selected for file in files.journeys):
        return False
    if files.root is None:
        return True
    from journeys.language.loading.discover import journey_files, workspace_root

    known = {file.path.resolve() for file in files.journeys if file.path is not None}
    return all(file.resolve() in known or workspace_root(file) != files.root for file in journey_files(files.root))
