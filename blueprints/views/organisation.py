"""Owners and whom they report to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from blueprints.views.blueprint import blueprint_view
from blueprints.views.described import described
from blueprints.views.findings import Mark, PromiseState
from blueprints.views.kind import ViewKind
from blueprints.views.marks import number_marks
from blueprints.views.reporting import reports, superior, with_those_above
from blueprints.views.tree import Node, place_trees
from blueprints.views.view import Card, CardStyle, Detail, Lane, Tag, Tone, View
from journeys.graph.journey import JourneyGraph
from journeys.graph.nodes import OwnerNode
from journeys.language.model.key import said
from journeys.language.model.shared import Owner


def org_view(journey: JourneyGraph, *, findings: Sequence[Mark] = (), promises: Sequence[PromiseState] = ()) -> View:
    """The owners that have a part in a journey, and those above them: a lane for each level, heads on top.

    `promises` adds to each owner how many of its promises are broken.
    """
    owners = _involved(journey)
    places = place_trees([Node(owner.id, superior(journey, owner)) for owner in owners.values()])
    marks = number_marks(
        [one for one in findings if one.node_id in owners], {id_: number for number, id_ in enumerate(owners)}
    )
    levels = max((place.level for place in places.values()), default=-1) + 1
    columns = max((place.column for place in places.values()), default=-1) + 1
    counts = _counts(journey, promises)
    view = View(
        id=journey.id,
        title=journey.name,
        kind="org",
        subtitle="Owners and whom they report to",
        facts=blueprint_view(journey).facts,
        columns=("",) * columns,
        lanes=tuple(Lane(f"level-{level + 1}", f"Level {level + 1}", kind="company") for level in range(levels)),
        cards=tuple(
            Card(
                id=owner.id,
                text=owner.name,
                lane=places[owner.id].level,
                column=places[owner.id].column,
                style=CardStyle.VACANT if owner.vacant else CardStyle.COMPANY,
                owner=Tag("vacant post", missing=True) if owner.vacant else None,
                details=tuple(_details(owner, journey, counts)),
                marks=marks.at(owner.id),
                tooltip=said(Owner, owner),
                data=(("node", owner.id), ("owner", owner.id), ("status", "vacant" if owner.vacant else "")),
            )
            for owner in owners.values()
        ),
        connectors=tuple(reports(owners, journey)),
        notes=marks.notes,
    )
    return replace(view, description=described(view))


KIND = ViewKind("Organisation", org_view)


def _involved(journey: JourneyGraph) -> Mapping[str, OwnerNode]:
    """Whoever acts, promises or answers for the journey, and all above them, in the order of the file."""
    wanted = {journey.owner, *(action.owner for action in journey.actions)}
    return with_those_above(journey, wanted | {id_ for one in journey.promise_nodes for id_ in (one.by, *one.to)})


def _counts(journey: JourneyGraph, promises: Sequence[PromiseState]) -> Mapping[str, Counter[str]]:
    """By owner: how many actions, promises, and broken ones among them."""
    broken = {state.promise_id for state in promises if state.state == "broken"}
    found: dict[str, Counter[str]] = {owner.id: Counter() for owner in journey.owners.values()}
    for action in journey.actions:
        if action.owner in found:
            found[action.owner]["action"] += 1
    for promise in journey.promise_nodes:
        if promise.by in found:
            found[promise.by]["promise"] += 1
            found[promise.by]["broken"] += promise.id in broken
    return found


def _details(owner: OwnerNode, journey: JourneyGraph, counts: Mapping[str, Counter[str]]) -> Iterator[Detail]:
    who = " · ".join(part for part in (owner.kind, owner.holder) if part)
    if who:
        yield Detail("person", who)
    if owner.id == journey.owner:
        yield Detail("blank", "Accountable for this journey", Tone.STRONG)
    count = counts[owner.id]
    parts = [_many(count["action"], "action"), _many(count["promise"], "promise")]
    if any(parts):
        yield Detail("blank", ", ".join(part for part in parts if part))
    if count["broken"]:
        yield Detail("cross", f"{count['broken']} broken", Tone.BAD)


def _many(number: int, word: str) -> str:
    return f"{number} {word}{'' if number == 1 else 's'}" if number else ""
