"""Some of a view lit, the rest faded: an owner's part, a promise's chain."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from collections.abc import Set as AbstractSet
from dataclasses import replace

from blueprints.views.view import CardStyle, Note, View
from journeys.graph.algorithms import reached
from journeys.graph.journey import JourneyGraph


def light(view: View, lit: AbstractSet[str]) -> View:
    """The view with all faded but the cards and bars of some nodes, the steps they stand in, and what joins them.

    So are findings elsewhere, and what the customer feels: that is of the whole journey.
    """
    columns = {card.column for card in view.cards if card.id in lit}
    shown = lit | {
        card.id
        for card in view.cards
        if card.id in lit or (card.style is CardStyle.STEP and card.column in columns) or _about(card.data, lit)
    }
    return replace(
        view,
        cards=tuple(replace(card, faded=card.id not in shown) for card in view.cards),
        feelings=tuple(replace(one, faded=True) for one in view.feelings),
        notes=tuple(_lit_note(note, shown) for note in view.notes),
        bars=tuple(replace(bar, faded=bar.id not in lit) for bar in view.bars),
        connectors=tuple(replace(one, faded=any(shown.isdisjoint(ids) for ids in one.ends)) for one in view.connectors),
    )


def _lit_note(note: Note, shown: AbstractSet[str]) -> Note:
    """What a note says of what is shown; one that says nothing of it is faded."""
    found = tuple(one for one in note.places if one.node in shown)
    return replace(note, places=found, message=found[0].message) if found else replace(note, faded=True)


def _about(data: Iterable[tuple[str, str]], lit: Collection[str]) -> bool:
    """Whether a card (of a root cause) belongs to a promise that is lit."""
    return any(key == "promise" and value in lit for key, value in data)


def owner_nodes(journey: JourneyGraph, owner: str) -> frozenset[str]:
    """What belongs to an owner (by node id): itself, its actions, goals, practices, decisions, promises by or to it."""
    actions = (action.id for action in journey.actions if action.owner == owner)
    promises = (one.id for one in journey.promise_nodes if one.by == owner or owner in one.to)
    goals = (one.id for one in journey.goals if one.owner == owner)
    practices = (one.id for one in journey.practices.values() if one.owner == owner)
    decided = (one.id for one in journey.decisions if one.by == owner)
    return frozenset((owner, *actions, *promises, *goals, *practices, *decided))


def promise_nodes(journey: JourneyGraph, promise: str) -> frozenset[str]:
    """A promise's chain (by node id): all it relies on, where each is made and kept, by whom, and its support."""
    every = journey.workspace.promises
    chain = {promise, *journey.workspace.relies_on(promise)}
    nodes = set(chain)
    kept: list[str] = []
    for id_ in chain:
        node = every[id_]
        nodes.update((node.by, *node.to, *node.made, *node.kept))
        kept += (action for action in node.kept if action in journey.support_graph)
    nodes |= reached(journey.support_graph, kept)
    return frozenset(nodes - {""})


def chains(journey: JourneyGraph) -> dict[str, tuple[str, ...]]:
    """For each promise of a journey, the node ids of its chain, in order of their names."""
    return {node.id: tuple(sorted(promise_nodes(journey, node.id))) for node in journey.promise_nodes}
