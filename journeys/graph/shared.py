"""Owners, customers, channels and lanes of a journey: the workspace's and its own, merged."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import NamedTuple

from journeys.graph.lanes import Lanes, LaneWords
from journeys.graph.names import Names, unknown
from journeys.graph.nodes import CustomerNode, OwnerNode
from journeys.language.finding import Finding, Part, Place, Related
from journeys.language.model.base import Model
from journeys.language.model.calendar import working_time
from journeys.language.model.duration import WorkingTime
from journeys.language.model.journey import Journey, WorkspaceFile
from journeys.language.model.key import plain
from journeys.language.model.lanes import STANDARD_LANES, Lane
from journeys.language.model.names import listed
from journeys.language.model.purpose import Governance, PurposeSections
from journeys.language.model.shared import Customer, Owner


class Named(NamedTuple):
    """An entry of a section that one can refer to by `key` or `name`: the id that its node has, and its place.

    `entry` is what is written there.
    """

    id: str
    key: str
    name: str
    place: Place
    entry: Model


SECTIONS: Mapping[str, str] = MappingProxyType(
    {
        "values": "value",
        "measures": "measure",
        "practices": "practice",
        "voices": "voice",
        "changes": "change",
        "surveys": "survey",
    }
)
"""The sections whose entries have ids, and what one of them is; its node's id begins so, and its name stands there."""
GOALS = "goals"
"""The goals of `governance`, which are a list, stand beside these sections under this name."""


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

    `lane_words` is what a lane (by id) says for those of its actions that do not say it themselves. `sections` are the
    file's own values, measures and so on by section, so far as one can refer to them.
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
    sections: Mapping[str, Names[Named]] = field(default_factory=dict)

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
    sections = {name: _section(model, name, file, scope, base, findings) for name in SECTIONS if getattr(model, name)}
    if model.governance and model.governance.goals:
        sections[GOALS] = _goals(model.governance, file, prefix)
    measures = [each["measures"] for each in (sections, base.sections) if "measures" in each]
    for key, owner in model.owners.items():
        place = Place(file, ("owners", key), Part.KEY)
        findings += _twice(key, "owner", place, owners.get(key))
        judges = _judges(owner, place, measures, findings)
        owners[key] = _owner(key, owner, prefix, place, judges)
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
    return Shared(owners, people, channels, kinds, lanes.lanes, hours, variants, told, lanes.words, sections)


def _twice(key: str, what: str, place: Place, before: OwnerNode | CustomerNode | Named | None) -> Iterable[Finding]:
    if before is not None:
        yield Finding(
            f"the {what} “{key}” is declared in the workspace too",
            place,
            (Related(before.place, "it is declared here for all journeys"),),
            "leave it out here, or give it an id of its own",
            name="name-said-twice",
        )


def _section(
    model: PurposeSections, section: str, file: str, scope: str, base: Shared, findings: list[Finding]
) -> Names[Named]:
    """The entries that a file declares in a section, by their ids and names."""
    names: Names[Named] = Names()
    what, known = SECTIONS[section], base.sections.get(section)
    for key, entry in getattr(model, section).items():
        place = Place(file, (section, key), Part.KEY)
        before = next((one for one in known.get(key) if one.key == key), None) if known else None
        findings += _twice(key, what, place, before)
        name = getattr(entry, what)
        names.add(Named(f"{what}:{scope}/{key}" if scope else f"{what}:{key}", key, name, place, entry), key, name)
    return names


def _goals(model: Governance, file: str, prefix: str) -> Names[Named]:
    """The goals that a file sets, by the slugs of their words and by these."""
    names: Names[Named] = Names()
    for number, (id_, key) in enumerate(listed("goal", prefix, (goal.goal for goal in model.goals))):
        goal = model.goals[number]
        place = Place(file, ("governance", "goals", number, "goal"))
        names.add(Named(id_, key, goal.goal, place, goal), key, goal.goal)
    return names


def _judges(owner: Owner, place: Place, measures: Sequence[Names[Named]], findings: list[Finding]) -> tuple[str, ...]:
    """The ids of the measures that an owner is judged by; unknown ones are findings."""
    found: dict[str, None] = {}
    for number, word in enumerate(owner.judged_by):
        named = next((one for names in measures for one in names.get(word)), None)
        if named is not None:
            found[named.id] = None
        else:
            at = Place(place.file, (*place.path, "judged_by", number))
            findings.append(unknown(word, at, "measure", [known for names in measures for known in names.words()]))
    return tuple(found)


def _owner(key: str, owner: Owner, prefix: str, place: Place, judged_by: tuple[str, ...]) -> OwnerNode:
    return OwnerNode(
        id=f"owner:{prefix}{key}",
        name=owner.name or key,
        place=place,
        journey=prefix.rstrip("/"),
        key=key,
        reports_to=owner.reports_to or "",
        judged_by=judged_by,
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
