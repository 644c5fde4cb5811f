"""Who answers for what: which lanes count to whom, and who stands above whom."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from journeys.graph.facts import Beneath
from journeys.graph.journey import JourneyGraph
from journeys.graph.nodes import ActionNode, OwnerNode
from journeys.graph.verdict import Cause
from journeys.graph.workspace import Workspace
from journeys.language.finding import Finding
from journeys.language.model.lanes import BACKSTAGE, FRONTSTAGE, SUPPORT, Lane, LaneKind


def lanes_behind(journey: JourneyGraph, lane: Lane) -> tuple[Lane, ...]:
    """The company lanes that count as `lane`: itself, and those of the workspace by their place.

    What stands above the support lane and is not the frontstage is backstage, what stands below is support.
    """
    if lane == FRONTSTAGE:
        return (FRONTSTAGE,)
    line = journey.lanes.index(SUPPORT)
    side = journey.lanes[:line] if lane == BACKSTAGE else journey.lanes[line:]
    return tuple(other for other in side if other.kind is LaneKind.COMPANY and other != FRONTSTAGE)


def unowned(journey: JourneyGraph, lane: Lane) -> Iterator[ActionNode]:
    """The company's actions that count to a lane and name no owner at all."""
    return journey.unowned(*(other.id for other in lanes_behind(journey, lane)))


def nobody_owns(lane: Lane) -> Callable[[Cause, Workspace], Finding | None]:
    """How the rule about unowned actions of a lane tells of one on which a promise rests; None of another lane's."""

    def words(cause: Cause, workspace: Workspace) -> Finding | None:
        action = workspace.node(cause.at)
        assert isinstance(action, ActionNode)
        journey = workspace.journeys[action.journey]
        return _nobody_owns(action, cause, workspace) if action.lane in lanes_behind(journey, lane) else None

    return words


def _nobody_owns(action: ActionNode, cause: Cause, workspace: Workspace) -> Finding:
    node = workspace.promises[cause.promise]
    if not isinstance(cause.facts, Beneath):
        return action.finding(
            f"“{action.name}” keeps a promise, and nobody owns it",
            related=(node.mention(f"“{node.name}” is to be kept there"),),
            help="write `owner:` and the id of an owner",
        )
    above = workspace.node(cause.facts.above)
    return action.finding(
        f"“{action.name}” stands behind a promise, and nobody owns it",
        related=(above.mention("it supports this"), node.mention(f"“{node.name}” rests on it")),
        help="write `owner:` and the id of an owner, and what that owner promises",
    )


def quoted(journey: JourneyGraph, id_: str, text: str = "") -> str:
    """An owner or customer (by id) as findings name them, in quotes; else the word of the file, or `nobody`."""
    name = journey.called(id_) if id_ else text
    return f"“{name}”" if name else "nobody"


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
