"""Owners, customers, channels and lanes of a journey: the workspace's and its own, merged."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from journeys.graph.lanes import Lanes, LaneWords
from journeys.graph.nodes import CustomerNode, OwnerNode
from journeys.language.finding import Finding, Part, Place, Related
from journeys.language.model.calendar import working_time
from journeys.language.model.duration import WorkingTime
from journeys.language.model.journey import Journey, WorkspaceFile
from journeys.language.model.key import plain
from journeys.language.model.lanes import STANDARD_LANES, Lane
from journeys.language.model.shared import Customer, Owner


class People(NamedTuple):
    """Who is declared: node ids by the words that name them, and the words to offer."""

    ids: Mapping[str, str]
    words: tuple[str, ...]


def people(nodes: Mapping[str, OwnerNode] | Mapping[str, CustomerNode | OwnerNode]) -> People:
    """Those who are found under their ids, and under their names where these are no ids and nobody has them before."""
    by_name = {node.name: node.id for node in reversed(tuple(nodes.values()))}
    return People(by_name | {key: node.id for key, node in nodes.items()}, tuple(nodes))


@dataclass(frozen=True)
class Shared:
    """What a file declares for its journey or for all journeys of a workspace.

    `lane_words` is what a lane (by id) says for those of its actions that do not say it themselves.
    """

    owners: dict[str, OwnerNode]
    customers: dict[str, CustomerNode]
    channels: dict[str, str]
    channel_kinds: dict[str, str]
    lanes: tuple[Lane, ...]
    working_time: WorkingTime
    variants: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()
    lane_words: Mapping[str, LaneWords] = field(default_factory=dict)

    def people(self, what: str) -> People:
        """Those who can be named where an `owner`, a `customer`, or a `customer or owner` is meant."""
        return self._owners if what == "owner" else self._customers if what == "customer" else self._anyone

    @cached_property
    def _owners(self) -> People:
        return people(self.owners)

    @cached_property
    def _customers(self) -> People:
        return people(self.customers)

    @cached_property
    def _anyone(self) -> People:
        return people({**self.customers, **self.owners})


NOTHING_SHARED = Shared({}, {}, {}, {}, STANDARD_LANES, WorkingTime())


def shared_of(
    model: Journey | WorkspaceFile,
    customers: dict[str, Customer],
    file: str,
    base: Shared = NOTHING_SHARED,
    scope: str = "",
) -> Shared:
    """The declarations of `model` on top of `base`; a name said twice is a finding. `scope` is a journey's id."""
    prefix = f"{scope}/" if scope else ""
    findings: list[Finding] = []
    owners, people = dict(base.owners), dict(base.customers)
    for key, owner in model.owners.items():
        place = Place(file, ("owners", key), Part.KEY)
        findings += _twice(key, "owner", place, owners.get(key))
        owners[key] = _owner(key, owner, prefix, place)
    for key, customer in customers.items():
        place = Place(file, ("customers", key), Part.KEY)
        findings += _twice(key, "customer", place, people.get(key))
        people[key] = _customer(key, customer, prefix, place)
    channels = base.channels | {key: channel.name or key for key, channel in model.channels.items()}
    kinds = base.channel_kinds | {key: channel.kind or key for key, channel in model.channels.items()}
    lanes = Lanes(base.lanes, base.lane_words, owners, file)
    lanes.declare(model.lanes)
    hours = working_time(model.calendar, base.working_time)
    variants = tuple(dict.fromkeys((*base.variants, *model.variants)))
    told = (*findings, *lanes.findings)
    return Shared(owners, people, channels, kinds, lanes.lanes, hours, variants, told, lanes.words)


def _twice(key: str, what: str, place: Place, before: OwnerNode | CustomerNode | None) -> Iterable[Finding]:
    if before is not None:
        yield Finding(
            f"the {what} “{key}” is declared in the workspace too",
            place,
            (Related(before.place, "it is declared here for all journeys"),),
            "leave it out here, or give it an id of its own",
            name="name-said-twice",
        )


def _owner(key: str, owner: Owner, prefix: str, place: Place) -> OwnerNode:
    return OwnerNode(
        id=f"owner:{prefix}{key}",
        name=owner.name or key,
        place=place,
        journey=prefix.rstrip("/"),
        key=key,
        reports_to=owner.reports_to or "",
        **plain(owner),
    )


def _customer(key: str, customer: Customer, prefix: str, place: Place) -> CustomerNode:
    return CustomerNode(
        id=f"customer:{prefix}{key}",
        name=customer.name or key,
        place=place,
        journey=prefix.rstrip("/"),
        key=key,
        **plain(customer),
    )
