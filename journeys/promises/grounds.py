"""The ways that a promise may take: of its own journey, or through others to one where it is kept."""

from __future__ import annotations

from collections.abc import Mapping

from journeys.graph.algorithms import digraph, leading_to
from journeys.graph.journey import JourneyGraph
from journeys.promises.paths import Paths


class Grounds:
    """The ways of a workspace's journeys, each made once."""

    def __init__(self, journeys: Mapping[str, JourneyGraph]) -> None:
        self._journeys = journeys
        self._known: dict[tuple[str, frozenset[str]], Paths] = {}

    def paths(self, home: str, away: frozenset[str] = frozenset()) -> Paths:
        """The ways of a journey, with those of all journeys through which exits lead to some others."""
        if (home, away) not in self._known:
            entered = self._through(away) if away else []
            self._known[home, away] = Paths(self._journeys[home], entered)
        return self._known[home, away]

    def _through(self, away: frozenset[str]) -> list[JourneyGraph]:
        exits = (
            (id_, flow.to_journey)
            for id_, journey in self._journeys.items()
            for flow in journey.flows
            if flow.to_journey in self._journeys
        )
        found = leading_to(digraph(self._journeys, exits), away)
        return [journey for id_, journey in self._journeys.items() if id_ in found]
