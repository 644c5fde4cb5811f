"""What loading had to say, by rule: rules about the file itself read their findings from here."""

from __future__ import annotations

from collections.abc import Iterator

from journeys.finding import Finding
from journeys.graph.journey import JourneyGraph


def problems(journey: JourneyGraph, name: str) -> Iterator[Finding]:
    """The findings that were made under a rule's name while the journey was loaded and built."""
    return (problem for problem in journey.problems if problem.name == name)
