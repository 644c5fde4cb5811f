"""Who reports to whom."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from blueprints.views.view import Connector, ConnectorKind
from journeys.graph.journey import JourneyGraph
from journeys.graph.nodes import OwnerNode


def superior(journey: JourneyGraph, owner: OwnerNode) -> str:
    """The id of whom an owner reports to; empty for nobody, or somebody unknown."""
    above = journey.owners.get(owner.reports_to)
    return above.id if above else ""


def with_those_above(journey: JourneyGraph, wanted: Iterable[str]) -> Mapping[str, OwnerNode]:
    """Some owners (by id) and all above them, in the order of the file."""
    by_id = {owner.id: owner for owner in journey.owners.values()}
    waiting = [id_ for id_ in wanted if id_ in by_id]
    found = set(waiting)
    while waiting:
        above = superior(journey, by_id[waiting.pop()])
        if above in by_id and above not in found:
            found.add(above)
            waiting.append(above)
    return {id_: owner for id_, owner in by_id.items() if id_ in found}


def reports(owners: Mapping[str, OwnerNode], journey: JourneyGraph) -> Iterator[Connector]:
    """A line from each owner to the one above."""
    for id_, owner in owners.items():
        above = superior(journey, owner)
        if above in owners and above != id_:
            yield Connector(f"reports-{id_}", id_, above, ConnectorKind.REPORTS)
