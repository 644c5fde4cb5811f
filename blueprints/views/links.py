"""Support and triggers as connectors between actions."""

from __future__ import annotations

from collections.abc import Iterator

from blueprints.views.view import Connector, ConnectorKind
from journeys.graph.journey import JourneyGraph


def link_connectors(journey: JourneyGraph) -> Iterator[Connector]:
    """Each link once, in the order of the journey."""
    seen: set[tuple[str, str, ConnectorKind]] = set()
    links = [(one.above, one.below, ConnectorKind.SUPPORT if one.certain else ConnectorKind.UNCERTAIN)
             for one in journey.supports]  # fmt: skip
    links += [(one.source, one.target, ConnectorKind.TRIGGER) for one in journey.triggers]
    for link in links:
        if link not in seen and link[0] != link[1]:
            seen.add(link)
            source, target, kind = link
            yield Connector(f"{kind}-{len(seen)}", source, target, kind)
