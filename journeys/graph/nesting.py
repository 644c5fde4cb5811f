"""Which journeys stand within which, as steps of them, and where that comes back to itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from journeys.graph.algorithms import circles, digraph
from journeys.graph.directory import Directory
from journeys.language.model.journey import Journey


def circling(directory: Directory) -> Mapping[str, frozenset[str]]:
    """By journey id, the journeys within it that come back to it (perhaps itself); only where there are some."""
    pairs = [
        (id_, other)
        for id_, file in directory.files.items()
        for word in _nested(file.model)
        if (other := directory.journey(word))
    ]
    if not pairs:
        return {}
    found = circles(digraph(directory.files, pairs))
    return {id_: frozenset(circle) for circle in found for id_ in circle}


def _nested(model: Journey) -> Iterator[str]:
    phases = [step for phase in model.phases for step in phase.steps]
    return (step.journey for step in (*phases, *model.steps) if step.journey)
