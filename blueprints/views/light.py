"""Some of a view lit, the rest faded: an owner's part, a promise's chain."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from blueprints.views.view import CardStyle, View
from journeys.graph.journey import JourneyGraph
from journeys.graph.nodes import PromiseNode


def light(view: View, lit: Collection[str]) -> View:
    """The view with all faded but the cards and bars of some nodes, the steps they stand in, and what joins them."""
    columns = {card.column for card in view.cards if card.id in lit}
    shown = {
        card.id
        for card in view.cards
        if card.id in lit or (card.style is CardStyle.STEP and card.column in columns) or _about(card.data, lit)
    }
    return replace(
        view,
        cards=tuple(replace(card, faded=card.id not in shown) for card in view.cards),
        bars=tuple(replace(bar, faded=bar.id not in lit) for bar in view.bars),
        connectors=tuple(
            replace(one, faded=one.source not in shown or one.target not in shown) for one in view.connectors
        ),
    )


def _about(data: Iterable[tuple[str, str]], lit: Collection[str]) -> bool:
    """Whether a card (of a root cause) belongs to a promise that is lit."""
    return any(key == "promise" and value in lit for key, value in data)


def owner_nodes(journey: JourneyGraph, owner: str) -> frozenset[str]:
    """What belongs to an owner (by node id): itself, its actions, and the promises by it or to it."""
    actions = (action.id for action in journey.actions if action.owner == owner)
    promises = (one.id for one in journey.promise_nodes if one.by == owner or owner in one.to)
    return frozenset((owner, *actions, *promises))


def promise_nodes(journey: JourneyGraph, promise: str) -> frozenset[str]:
    """A promise's chain (by node id): all it relies on, where each is made and kept, by whom, and its support."""
    every = journey.workspace.promises
    chain = {promise, *reliance(every, promise)}
    nodes = set(chain)
    kept: list[str] = []
    for id_ in chain:
        node = every[id_]
        nodes.update((node.by, *node.to, *node.made, *node.kept))
        kept += node.kept if node.journey == journey.id else ()
    while kept:
        for support in journey.supports_of(kept.pop()):
            if support.below not in nodes:
                nodes.add(support.below)
                kept.append(support.below)
    return frozenset(nodes - {""})


def reliance(promises: Mapping[str, PromiseNode], promise: str) -> frozenset[str]:
    """The ids of all promises that a promise relies on, to any depth."""
    found: set[str] = set()
    waiting = [promise]
    while waiting:
        node = promises.get(waiting.pop())
        for id_ in (*node.relies_on, *node.beneath) if node else ():
            if id_ not in found and id_ in promises:
                found.add(id_)
                waiting.append(id_)
    return frozenset(found - {promise})


def chains(journey: JourneyGraph) -> dict[str, tuple[str, ...]]:
    """For each promise of a journey, the node ids of its chain, in order of their names."""
    return {node.id: tuple(sorted(promise_nodes(journey, node.id))) for node in journey.promise_nodes}
