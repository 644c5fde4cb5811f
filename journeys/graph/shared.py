"""Owners, customers, channels and lanes of a journey: the workspace's and its own, merged."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from journeys.graph.nodes import CustomerNode, OwnerNode
from journeys.language.finding import Finding, Part, Place, Related
from journeys.language.model.base import first
from journeys.language.model.duration import HOUR, WorkingTime
from journeys.language.model.journey import Journey, WorkspaceFile
from journeys.language.model.key import plain
from journeys.language.model.lanes import EVIDENCE, STANDARD_LANES, Lane, LaneKind
from journeys.language.model.shared import Customer, LaneModel, Owner, Practices


@dataclass(frozen=True)
class Shared:
    """What a file declares for its journey or for all journeys of a workspace."""

    owners: dict[str, OwnerNode]
    customers: dict[str, CustomerNode]
    channels: dict[str, str]
    channel_kinds: dict[str, str]
    lanes: tuple[Lane, ...]
    working_time: WorkingTime
    variants: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()
    name: str = ""


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
    lanes = ordered_lanes(base.lanes, model.lanes, file, findings)
    variants = tuple(dict.fromkeys((*base.variants, *model.variants)))
    working_time = _working_time(model.practices, base.working_time)
    return Shared(owners, people, channels, kinds, lanes, working_time, variants, tuple(findings))


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


def ordered_lanes(
    base: tuple[Lane, ...], declared: dict[str, LaneModel], file: str, findings: list[Finding]
) -> tuple[Lane, ...]:
    """The lanes with the declared ones put after or before the lane they name (last if they name none)."""
    lanes = list(base)
    for key, model in declared.items():
        place = Place(file, ("lanes", key), Part.KEY)
        if any(lane.id == key for lane in lanes):
            findings.append(
                Finding(f"there is a lane “{key}” already", place, name="name-said-twice", help="give it another id")
            )
            continue
        if model.after and model.before:
            where = Place(file, ("lanes", key, "before"), Part.KEY)
            text = "“before” has no effect here: “after” says already where the lane stands"
            findings.append(Finding(text, where, name="key-without-effect", help="take one of them away"))
        lane = Lane(key, model.name or key, LaneKind(model.kind))
        anchor = model.after or model.before
        index = first(number for number, other in enumerate(lanes) if anchor in (other.id, other.name))
        if anchor and index is None:
            from journeys.graph.names import unknown

            where = place.at("after" if model.after else "before")
            findings.append(unknown(anchor, where, "lane", [other.id for other in lanes]))
        default = 1 if lane.kind is LaneKind.EVIDENCE and lanes[0] == EVIDENCE else len(lanes)
        lanes.insert(default if index is None else index + bool(model.after), lane)
    return tuple(lanes)


def _working_time(practices: Practices | None, base: WorkingTime) -> WorkingTime:
    day, week = base.day, base.week
    if practices and practices.working_day:
        day = max(1, int(practices.working_day.elapsed))
    if practices and practices.working_week:
        week = int(practices.working_week.elapsed / (24 * HOUR) or practices.working_week.working_days)
    return WorkingTime(day, week)
