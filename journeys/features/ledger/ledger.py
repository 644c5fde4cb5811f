"""The ledger of a workspace: one entry for each promise, chosen and put in order."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from journeys.errors import UsageError
from journeys.features.ledger.entry import Entry, entry_of
from journeys.graph.people import people_called
from journeys.graph.verdict import State
from journeys.graph.workspace import Workspace


def ledger(
    workspace: Workspace, *, states: Collection[State] = (), owner: str = "", customer: str = ""
) -> tuple[Entry, ...]:
    """The promises of the journeys that were asked for, in the order of the files.

    `states` keeps those of some verdicts (all where none is named); `owner` those made by an owner, `customer` those
    made to a customer (each by id or exact name). Raises UsageError for an owner or customer whom no journey of the
    workspace knows.
    """
    makers = people_called(workspace, owner, "owner") if owner else None
    takers = people_called(workspace, customer, "customer") if customer else None
    verdicts = workspace.verdicts
    return tuple(
        entry_of(workspace, node)
        for journey in workspace.selected
        for node in journey.promise_nodes
        if (makers is None or node.by in makers)
        and (takers is None or not takers.isdisjoint(node.to))
        and (not states or verdicts[node.id].state in states)
    )


def ledgers(
    workspaces: Iterable[Workspace], *, states: Collection[State] = (), owner: str = "", customer: str = ""
) -> tuple[Entry, ...]:
    """The ledgers of several workspaces, one after the other; an owner or customer need be known in one of them."""
    found: list[Entry] = []
    refused: list[UsageError] = []
    spaces = tuple(workspaces)
    for workspace in spaces:
        try:
            found += ledger(workspace, states=states, owner=owner, customer=customer)
        except UsageError as error:
            refused.append(error)
    if refused and len(refused) == len(spaces):
        raise refused[0]
    return tuple(found)
