"""Whom somebody means who names an owner or a customer from outside of any file."""

from __future__ import annotations

from typing import Literal

from journeys.errors import UsageError
from journeys.graph.nodes import CustomerNode, OwnerNode
from journeys.graph.workspace import Workspace
from journeys.language.words import did_you_mean


def people_called(workspace: Workspace, word: str, what: Literal["owner", "customer"]) -> frozenset[str]:
    """The node ids of those whom the journeys of a workspace know by an id or exact name.

    Raises UsageError for a word that names nobody.
    """
    known: dict[str, OwnerNode | CustomerNode] = {}
    shared = workspace.shared
    for node in (shared.owners if what == "owner" else shared.customers).values():
        known[node.id] = node
    for journey in workspace.journeys.values():
        for node in (journey.owners if what == "owner" else journey.known_customers).values():
            known[node.id] = node
    found = frozenset(node.id for node in known.values() if word in (node.key, node.name))
    if not found:
        words = dict.fromkeys(word for node in known.values() for word in (node.key, node.name))
        raise UsageError(f"no {what} is called “{word}”: {did_you_mean(word, words) or f'no {what} is declared'}")
    return found
