"""Promises and what they rely on, down to the root causes of those that are broken."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from blueprints.views.blueprint import blueprint_view
from blueprints.views.described import described
from blueprints.views.findings import Mark, PromiseState
from blueprints.views.kind import ViewKind
from blueprints.views.marks import number_marks
from blueprints.views.promise_cards import promise_card
from blueprints.views.select import renumbered
from blueprints.views.view import Connector, ConnectorKind, Lane, Phase, View
from journeys.graph.algorithms import components, digraph
from journeys.graph.journey import JourneyGraph
from journeys.graph.nodes import PromiseNode

_NOBODY = "nobody"


def promises_view(
    journey: JourneyGraph, *, findings: Sequence[Mark] = (), promises: Sequence[PromiseState] = ()
) -> View:
    """The promises by how deep they are relied on (columns) and who makes them (lanes).

    Those of other journeys that this one relies on are shown too. With `promises` given, each root cause is written on
    the promise at which it is found, and the chains from broken promises down to it stand out.
    """
    nodes = _reached(journey)
    depths = _depths(nodes)
    lanes = _lanes(journey, nodes, depths)
    states = {state.promise_id: state for state in promises}
    here = [mark for mark in findings if mark.node_id in nodes]
    marks = number_marks(
        here,
        {id_: place for place, id_ in enumerate(sorted(nodes, key=depths.__getitem__))},
    )
    rows = {lane.id: row for row, lane in enumerate(lanes)}
    cards = tuple(
        promise_card(
            node,
            journey,
            states.get(id_),
            marks,
            lane=rows[node.by or _NOBODY],
            column=depths[id_],
        )
        for id_, node in nodes.items()
    )
    names = tuple(map(_column_name, range(max((*depths.values(), -1)) + 1)))
    view = renumbered(
        View(
            id=journey.id,
            title=journey.name,
            kind="promises",
            subtitle="Promises and what they rely on",
            facts=blueprint_view(journey).facts,
            columns=names,
            phases=tuple(Phase(name, depth, depth) for depth, name in enumerate(names)),
            lanes=lanes,
            cards=cards,
            connectors=tuple(_reliance(nodes, _broken(states))),
            notes=marks.notes,
        )
    )
    return replace(view, description=described(view))


KIND = ViewKind("Promises", promises_view)


def _reached(journey: JourneyGraph) -> Mapping[str, PromiseNode]:
    """The journey's promises and all that they rely on, in its order; those of other journeys come last."""
    every, own = journey.workspace.promises, {node.id: node for node in journey.promise_nodes}
    below = {id_ for node in own for id_ in journey.workspace.relies_on(node)}
    return own | {id_: node for id_, node in every.items() if id_ in below and id_ not in own}


def _conditions(node: PromiseNode, nodes: Mapping[str, PromiseNode]) -> list[str]:
    return [id_ for id_ in node.conditions if id_ in nodes]


def _depths(nodes: Mapping[str, PromiseNode]) -> dict[str, int]:
    """How deep each promise is relied on at most; those in a circle stand in one column."""
    graph = digraph(nodes, ((node.id, id_) for node in nodes.values() for id_ in _conditions(node, nodes)))
    depths = dict.fromkeys(nodes, 0)
    for component in reversed(components(graph)):
        depth = max(depths[member] for member in component)
        for member in component:
            depths[member] = depth
        for condition in {one for member in component for one in graph[member]} - set(component):
            depths[condition] = max(depths[condition], depth + 1)
    return depths


def _lanes(journey: JourneyGraph, nodes: Mapping[str, PromiseNode], depths: Mapping[str, int]) -> tuple[Lane, ...]:
    """Who promises, those nearest to the customer first."""
    promisers = {node.by or _NOBODY: None for node in sorted(nodes.values(), key=lambda one: depths[one.id])}
    return tuple(
        Lane(id_, "Nobody" if id_ == _NOBODY else journey.called(id_), kind="promises")
        for id_ in sorted(promisers, key=lambda one: one == _NOBODY)
    )


def _broken(states: Mapping[str, PromiseState]) -> frozenset[str]:
    return frozenset(id_ for id_, state in states.items() if state.state == "broken")


def _reliance(nodes: Mapping[str, PromiseNode], broken: Collection[str]) -> Iterator[Connector]:
    links = ((id_, below) for id_, node in nodes.items() for below in _conditions(node, nodes) if id_ != below)
    for number, (id_, below) in enumerate(links, start=1):
        breaks = id_ in broken and below in broken
        kind = ConnectorKind.BROKEN_BY if breaks else ConnectorKind.RELIES
        yield Connector(f"relies-{number}", id_, below, kind)


def _column_name(depth: int) -> str:
    """The heads of the columns read as one sentence."""
    return ("These promises", "rely on these")[depth] if depth < 2 else "which rely on these"
