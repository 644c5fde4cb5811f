"""Whom an owner reports to, and to whom these report, up to the top."""

from __future__ import annotations

from collections.abc import Mapping

from journeys.graph.nodes import OwnerNode


def superiors(owners: Mapping[str, OwnerNode], owner: OwnerNode) -> tuple[OwnerNode, ...]:
    """Those above an owner among `owners` (by key), the nearest first; each once where they report in a circle."""
    found: dict[str, OwnerNode] = {owner.id: owner}
    above = owners.get(owner.reports_to)
    while above is not None and above.id not in found:
        found[above.id] = above
        above = owners.get(above.reports_to)
    return tuple(found.values())[1:]
