"""Owners and customers: what each owns, owes and is owed, and who reports to whom."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from journeys.graph.journey import JourneyGraph
from journeys.graph.nodes import ActionNode, CustomerNode, OwnerNode
from journeys.surfaces.site.contents import Owed, SiteContents


@dataclass(frozen=True, slots=True)
class Owned:
    """The actions that an owner has in a journey, each with its step's name and anchor."""

    journey: JourneyGraph
    actions: tuple[ActionNode, ...]


@dataclass(frozen=True, slots=True)
class OwnerPage:
    """An owner with everything that hangs on him. `depth` is how far below the top he stands, from 0."""

    owner: OwnerNode
    depth: int
    superior: OwnerNode | None
    reports: tuple[OwnerNode, ...]
    accountable: tuple[JourneyGraph, ...]
    owned: tuple[Owned, ...]
    owes: tuple[Owed, ...]
    is_owed: tuple[Owed, ...]

    @property
    def actions(self) -> int:
        """How many actions he owns."""
        return sum(len(one.actions) for one in self.owned)


@dataclass(frozen=True, slots=True)
class CustomerPage:
    """A customer, the journeys he makes and the promises made to him."""

    customer: CustomerNode
    journeys: tuple[JourneyGraph, ...]
    is_owed: tuple[Owed, ...]


def owner_pages(contents: SiteContents) -> tuple[OwnerPage, ...]:
    """Every owner, below the one he reports to."""
    superiors = {id_: _superior(contents, owner) for id_, owner in contents.owners.items()}
    below: dict[str, list[str]] = {}
    for id_, superior in superiors.items():
        below.setdefault(superior, []).append(id_)
    owes: dict[str, list[Owed]] = {}
    is_owed: dict[str, list[Owed]] = {}
    for one in contents.owed:
        owes.setdefault(one.node.by, []).append(one)
        for to in one.node.to:
            is_owed.setdefault(to, []).append(one)
    owned = _owned(contents)
    return tuple(
        OwnerPage(
            contents.owners[id_],
            depth,
            contents.owners.get(superiors[id_]),
            tuple(contents.owners[report] for report in below.get(id_, ())),
            tuple(journey for journey in contents.journeys if journey.owner == id_),
            owned.get(id_, ()),
            tuple(owes.get(id_, ())),
            tuple(is_owed.get(id_, ())),
        )
        for id_, depth in _in_order(superiors, below)
    )


def _superior(contents: SiteContents, owner: OwnerNode) -> str:
    """The node id of whom an owner reports to: one of the same journey, else one of the workspace; or nothing."""
    for id_ in (f"owner:{owner.journey}/{owner.reports_to}", f"owner:{owner.reports_to}"):
        if owner.reports_to and id_ in contents.owners:
            return id_
    return ""


def _in_order(superiors: Mapping[str, str], below: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, int]]:
    """Ids from the top down with their depth; those who report in a circle come last, from the first of them."""
    seen: set[str] = set()
    for start in (*below.get("", ()), *superiors):
        stack = [(start, 0)]
        while stack:
            id_, depth = stack.pop()
            if id_ not in seen:
                seen.add(id_)
                yield id_, depth
                stack += [(report, depth + 1) for report in reversed(below.get(id_, ()))]


def _owned(contents: SiteContents) -> Mapping[str, tuple[Owned, ...]]:
    found: dict[str, list[Owned]] = {}
    for journey in contents.journeys:
        actions: dict[str, list[ActionNode]] = {}
        for action in journey.actions:
            actions.setdefault(action.owner, []).append(action)
        for owner, owned in actions.items():
            found.setdefault(owner, []).append(Owned(journey, tuple(owned)))
    return {owner: tuple(owned) for owner, owned in found.items()}


def customer_pages(contents: SiteContents) -> tuple[CustomerPage, ...]:
    """Every customer, in the order of the files."""
    return tuple(
        CustomerPage(
            customer,
            tuple(journey for journey in contents.journeys if any(one.id == id_ for one in journey.customers)),
            tuple(one for one in contents.owed if id_ in one.node.to),
        )
        for id_, customer in contents.customers.items()
    )
