"""Who decides on experience: the authority, the council, and the line above them, as cards in a tree."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from blueprints.views.marks import Numbered
from blueprints.views.reporting import superior, with_those_above
from blueprints.views.tree import Node, TreePlace, place_trees
from blueprints.views.view import Card, CardStyle, Detail, Tag, Tone
from journeys.graph.journey import JourneyGraph
from journeys.graph.nodes import OwnerNode
from journeys.language.model.key import said
from journeys.language.model.shared import Owner

NOBODY = "authority:nobody"
"""The card that stands where nobody has the authority."""


def seated(journey: JourneyGraph) -> Mapping[str, OwnerNode]:
    """The authority, those on the council, and all above them."""
    governance = journey.governance
    return with_those_above(journey, (governance.authority, *governance.council))


def seat_places(journey: JourneyGraph) -> Mapping[str, TreePlace]:
    """Where each of them stands, and where it is said that nobody decides."""
    nodes = [Node(owner.id, superior(journey, owner)) for owner in seated(journey).values()]
    return place_trees([*([] if journey.governance.authority else [Node(NOBODY, "")]), *nodes])


def seat_cards(journey: JourneyGraph, places: Mapping[str, TreePlace], marks: Numbered) -> Iterator[Card]:
    """Their cards; a vacant post, and an authority whom nobody declared, look like a gap."""
    if NOBODY in places:
        text = journey.governance.authority_text
        yield Card(
            id=NOBODY,
            text=f"{text} (unknown)" if text else "Nobody",
            lane=places[NOBODY].level,
            column=places[NOBODY].column,
            style=CardStyle.VACANT,
            details=(Detail("decides", "Has to decide on experience" if text else "decides on experience", Tone.BAD),),
        )
    for owner in seated(journey).values():
        yield Card(
            id=owner.id,
            text=owner.name,
            lane=places[owner.id].level,
            column=places[owner.id].column,
            style=_style(owner, journey),
            owner=Tag("vacant post", missing=True) if owner.vacant else None,
            details=tuple(_details(owner, journey)),
            marks=marks.at(owner.id),
            tooltip=said(Owner, owner),
            data=(("node", owner.id), ("owner", owner.id), ("status", "vacant" if owner.vacant else "")),
        )


def _style(owner: OwnerNode, journey: JourneyGraph) -> CardStyle:
    if owner.vacant:
        return CardStyle.VACANT
    return CardStyle.VALUE if owner.id == journey.governance.authority else CardStyle.COMPANY


def _details(owner: OwnerNode, journey: JourneyGraph) -> Iterator[Detail]:
    who = " · ".join(part for part in (owner.kind, owner.holder) if part)
    if who:
        yield Detail("person", who)
    if owner.id == journey.governance.authority:
        yield Detail("decides", "Decides on experience", Tone.STRONG)
    if owner.id in journey.governance.council:
        yield Detail("council", "On the council")
    if owner.function:
        yield Detail("blank", f"Function: {owner.function}")
    if owner.judged_by:
        yield Detail("measure", ", ".join(map(journey.called, owner.judged_by)))
