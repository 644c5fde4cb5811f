"""Who answers for what, and where work goes from one owner to another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from journeys.graph.journey import JourneyGraph
from journeys.graph.nodes import ActionNode, OwnerNode
from journeys.graph.workspace import Workspace
from journeys.language.finding import Place
from journeys.language.model.lanes import BACKSTAGE, FRONTSTAGE, SUPPORT, Lane, LaneKind


@dataclass(frozen=True, slots=True)
class Handoff:
    """`below` supports `above`, or is set off by it (`trigger` says where), and their owners differ."""

    above: ActionNode
    below: ActionNode
    trigger: Place | None = None


class Handover(NamedTuple):
    """The owned touchpoints of a step, and those of a step after it that all have other owners."""

    before: tuple[ActionNode, ...]
    after: tuple[ActionNode, ...]


def handoffs(journey: JourneyGraph) -> Iterator[Handoff]:
    """Every certain handoff between two company actions with known owners, in the order of the file."""
    for support in journey.supports:
        if support.certain:
            yield from _handoff(journey, support.above, support.below, None)
    for trigger in journey.triggers:
        yield from _handoff(journey, trigger.source, trigger.target, trigger.place)


def _handoff(journey: JourneyGraph, above: str, below: str, trigger: Place | None) -> Iterator[Handoff]:
    first, second = journey.action(above), journey.action(below)
    if first.company and second.company and first.owner and second.owner and first.owner != second.owner:
        yield Handoff(first, second, trigger)


def covered(journey: JourneyGraph, handoff: Handoff) -> bool:
    """Whether the owner below promises the owner above something that is kept at the action below."""
    above, below = handoff.above.owner, handoff.below.owner
    return any(promise.by == below and above in promise.to for promise in journey.kept_at(handoff.below.id))


def handovers(journey: JourneyGraph) -> Iterator[Handover]:
    """Every way from one step to the next between whose touchpoints the owner changes (exits of `anywhere` aside)."""
    met = {step.id: tuple(action for action in journey.touchpoints(step.id) if action.owner) for step in journey.steps}
    seen: set[tuple[str, str]] = set()
    for flow in journey.flows:
        before, after = met[flow.source], met.get(flow.target, ())
        if flow.anywhere or not before or not after or (flow.source, flow.target) in seen:
            continue
        seen.add((flow.source, flow.target))
        if {action.owner for action in before}.isdisjoint(action.owner for action in after):
            yield Handover(before, after)


def lanes_behind(journey: JourneyGraph, lane: Lane) -> tuple[Lane, ...]:
    """The company lanes that count as `lane` (backstage or support): itself, and those of the workspace by their place.

    What stands above the support lane and is not the frontstage is backstage, what stands below is support.
    """
    line = journey.lanes.index(SUPPORT)
    company = [other for other in journey.lanes if other.kind is LaneKind.COMPANY and other != FRONTSTAGE]
    above = [other for other in company if journey.lanes.index(other) < line]
    return tuple(above) if lane == BACKSTAGE else tuple(other for other in company if other not in above)


def unowned(journey: JourneyGraph, lane: Lane) -> Iterator[ActionNode]:
    """The company's actions that count to a lane and name no owner at all."""
    for other in lanes_behind(journey, lane):
        yield from journey.unowned(other.id)


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
