"""Remedies where somebody is missing: who promises, to whom, who does it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from journeys.checks.fixes import flowing
from journeys.graph.facts import Beneath
from journeys.graph.nodes import ActionNode, CustomerNode, OwnerNode
from journeys.language.finding import Edit, Place
from journeys.language.model.action import NONE
from journeys.mending.case import MOST_CHOICES, Case, beside, called_like, term
from journeys.mending.remedy import Remedy, RemedyKind


def somebody_promises(case: Case) -> Iterator[Remedy]:
    """An owner to promise it: who does it where it is kept, else the nearest in name."""
    node, journey = case.node, case.journey
    if node.implied:
        yield from _owned(case, journey.action(node.kept[0]), ())
        return
    doing = [journey.action(id_).owner for id_ in node.kept]
    for owner in _chosen(case, doing, node.by_text):
        text = f"let {owner.name} promise “{node.name}”"
        yield Remedy(RemedyKind.OWNER, text, (term(node, "by", flowing(owner.key)),), (owner.id,))


def _chosen(case: Case, near: Iterable[str], word: str) -> list[OwnerNode]:
    """Who comes into question: who is near, who is called like a word, who takes part; declared, and no vacant post."""
    owners = {owner.id: owner for owner in case.journey.owners.values() if not owner.vacant}
    meant = called_like(word, owners.values()) if word and word != NONE else []
    parts = (*near, *(owner.id for owner in meant), *(action.owner for action in case.journey.actions))
    return [owners[id_] for id_ in dict.fromkeys(parts) if id_ in owners][:MOST_CHOICES]


def post_filled(case: Case) -> Iterator[Remedy]:
    """Somebody fills the post; who, only people can say."""
    owner = case.workspace.find(case.ids[0])
    if isinstance(owner, OwnerNode):
        gone = Edit(Place(owner.place.file, (*owner.place.path, "vacant")), "remove")
        text = f"fill the post “{owner.name}”: name who holds it, and take `vacant` away"
        yield Remedy(RemedyKind.OWNER, text, (gone,), (owner.id,), writable=False)


def somebody_is_promised(case: Case) -> Iterator[Remedy]:
    """A customer of the journey, or whoever builds on where it is kept."""
    node, journey = case.node, case.journey
    place = node.place.at("to")
    above = [
        journey.action(link.above).owner
        for id_ in node.kept
        for link in journey.supported_by(id_)
        if journey.action(link.above).company
    ]
    owners = [owner for owner in journey.owners.values() if owner.id in above and owner.id != node.by]
    people: tuple[CustomerNode | OwnerNode, ...] = (*journey.customers, *owners)
    for person in people:
        text = f"promise “{node.name}” to {person.name}"
        yield Remedy(RemedyKind.PROMISE, text, (Edit(place, "put", flowing(person.key)),), case.people(node.by))


def action_owned(case: Case) -> Iterator[Remedy]:
    """An owner for an action: who promises what rests on it, who does what it supports, who does its neighbours."""
    action = case.journey.action(case.ids[0])
    above = (case.facts.above,) if isinstance(case.facts, Beneath) else ()
    yield from _owned(case, action, above)


def _owned(case: Case, action: ActionNode, above: tuple[str, ...]) -> Iterator[Remedy]:
    journey = case.workspace.journeys[action.journey]
    beneath = [journey.action(link.below).owner for link in journey.supports_of(action.id)]
    lane = [one.owner for one in journey.cell(action.step, action.lane.id)]
    near = [*(journey.action(id_).owner for id_ in above), case.node.by, *lane, *beneath]
    for owner in _chosen(case, near, action.owner_text):
        text = f"let {owner.name} own “{action.name}”"
        edit = beside(action, "owner", flowing(owner.key))
        yield Remedy(RemedyKind.OWNER, text, (edit,), (owner.id,))
