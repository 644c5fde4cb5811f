"""The journey as a `networkx.MultiDiGraph`, for analysts and notebooks.

Every node has the attributes `kind` (a `Kind`), `name`, `item` (the typed node), `journey`, `file` and
`path` (the key path it came from). Every edge has its `Link` as key and as attribute `kind`, and `file`
and `path`. Directions: a step `next` a step; an action `supported_by`, `uses` or `triggers` an action;
an owner `owns` an action, a goal, a measure, a practice or a change, `reports_to` an owner, is `judged_by` a
measure; a promise is `made_at` a step, `kept_at` an action, `by` an owner, `to` a customer or owner, `relies_on` a
promise, `answers` an expectation, `serves` a value, is `measured_by` a measure. An expectation is `at` a step; a
measure, a practice, a voice or a change is `at` steps and actions. A practice `serves` a value, and is there
`instead_of` a measure or a practice; a goal is `against` a goal; a goal, a practice, a change is `measured_by` a
measure; a change `answers` a voice or an expectation, `expects` an expectation that it makes, is `told_at` a step or
an action and `told_by` an owner; a measure is `followed_up_by` an owner; a voice is `by` an owner or a customer, a
decision `by` an owner and `about` a promise; a survey is `measured_by` the measure whose questions it asks, or `about`
expectations.
`next` edges also have `when`, `after`, `at_most`, `together` and `anywhere`, `made_at` edges `when`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Protocol

import networkx as nx

from journeys.graph.node import Kind, Link
from journeys.graph.nodes import (
    ActionNode,
    AnyNode,
    CustomerNode,
    EvidenceNode,
    Flow,
    InfoNode,
    OwnerNode,
    PromiseNode,
    StepNode,
    Support,
    Trigger,
)
from journeys.graph.purpose import Purpose
from journeys.graph.purpose_nodes import (
    ChangeNode,
    DecisionNode,
    ExpectationNode,
    GoalNode,
    MeasureNode,
    PracticeNode,
    SurveyNode,
    ValueNode,
    VoiceNode,
)
from journeys.language.finding import Place

_KINDS: dict[type[Any], Kind] = {
    StepNode: Kind.STEP,
    ActionNode: Kind.ACTION,
    EvidenceNode: Kind.EVIDENCE,
    InfoNode: Kind.INFO,
    OwnerNode: Kind.OWNER,
    CustomerNode: Kind.CUSTOMER,
    PromiseNode: Kind.PROMISE,
    ExpectationNode: Kind.EXPECTATION,
    ValueNode: Kind.VALUE,
    MeasureNode: Kind.MEASURE,
    GoalNode: Kind.GOAL,
    DecisionNode: Kind.DECISION,
    PracticeNode: Kind.PRACTICE,
    VoiceNode: Kind.VOICE,
    ChangeNode: Kind.CHANGE,
    SurveyNode: Kind.SURVEY,
}


class Parts(Protocol):
    """What a graph is made from: the nodes and edges of one journey."""

    @property
    def id(self) -> str:
        """The journey's id."""

    @property
    def name(self) -> str:
        """Its name."""

    @property
    def nodes(self) -> Mapping[str, AnyNode]:
        """Every node by id."""

    @property
    def owners(self) -> Mapping[str, OwnerNode]:
        """The owners by their id in the file."""

    @property
    def actions(self) -> Sequence[ActionNode]:
        """The actions."""

    @property
    def promise_nodes(self) -> Sequence[PromiseNode]:
        """The promises."""

    @property
    def flows(self) -> Sequence[Flow]:
        """The ways between steps."""

    @property
    def supports(self) -> Sequence[Support]:
        """Which action supports which."""

    @property
    def triggers(self) -> Sequence[Trigger]:
        """Which action sets off which."""

    @property
    def expectations(self) -> Mapping[str, ExpectationNode]:
        """What the customer expects at steps."""

    @property
    def purpose(self) -> Purpose:
        """What it says itself of designing on purpose."""

    def node(self, id_: str) -> AnyNode:
        """A node of this journey or another."""


class Whole(Protocol):
    """What the whole of a workspace has beside its journeys: what its own file says of designing on purpose."""

    @property
    def purpose(self) -> Purpose:
        """What the workspace's own file says."""

    def node(self, id_: str) -> AnyNode:
        """A node of any journey."""


def joined(graphs: Sequence[nx.MultiDiGraph[str]], whole: Whole) -> nx.MultiDiGraph[str]:
    """The frozen graph of a workspace: those of its journeys, and what its own file says."""
    graph: nx.MultiDiGraph[str] = nx.compose_all(graphs) if graphs else nx.MultiDiGraph()
    _add_purpose(graph, whole)
    nx.freeze(graph)
    return graph


def network(journey: Parts) -> nx.MultiDiGraph[str]:
    """The frozen graph of one journey. What it leads to in another journey stands in it as a bare node."""
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(name=journey.name, journey=journey.id)
    for node in journey.nodes.values():
        _add_node(graph, node)
    _add_flow(graph, journey)
    _add_support(graph, journey)
    _add_people(graph, journey)
    for promise in journey.promise_nodes:
        _add_promise(graph, journey, promise)
    for expectation in journey.expectations.values():
        _add_edge(graph, expectation.id, expectation.step, Link.AT, expectation.place)
    _add_purpose(graph, journey)
    nx.freeze(graph)
    return graph


def _add_node(graph: nx.MultiDiGraph[str], node: AnyNode) -> None:
    place = node.place
    graph.add_node(
        node.id,
        kind=_KINDS[type(node)],
        name=node.name,
        item=node,
        journey=node.journey,
        file=place.file,
        path=place.path,
    )


def _know(graph: nx.MultiDiGraph[str], journey: Parts | Whole, id_: str) -> None:
    """What stands in another journey is in the graph as a bare node, where something here leads to it."""
    if id_ not in graph:
        _add_node(graph, journey.node(id_))


def _add_edge(graph: nx.MultiDiGraph[str], source: str, target: str, link: Link, place: Place, **more: Any) -> None:
    graph.add_edge(source, target, key=link, kind=link, file=place.file, path=place.path, **more)


def _add_flow(graph: nx.MultiDiGraph[str], journey: Parts) -> None:
    for flow in journey.flows:
        if flow.target:
            _add_edge(
                graph,
                flow.source,
                flow.target,
                Link.NEXT,
                flow.place,
                when=flow.when,
                after=flow.after,
                at_most=flow.at_most,
                together=flow.together,
                anywhere=flow.anywhere,
            )


def _add_support(graph: nx.MultiDiGraph[str], journey: Parts) -> None:
    for support in journey.supports:
        link = Link.USES if support.explicit else Link.SUPPORTED_BY
        _know(graph, journey, support.below)
        _add_edge(graph, support.above, support.below, link, support.place)
    for trigger in journey.triggers:
        _know(graph, journey, trigger.target)
        _add_edge(graph, trigger.source, trigger.target, Link.TRIGGERS, trigger.place)


def _add_people(graph: nx.MultiDiGraph[str], journey: Parts) -> None:
    for action in journey.actions:
        if action.owner:
            _add_edge(graph, action.owner, action.id, Link.OWNS, action.owner_place or action.place)
    for owner in journey.owners.values():
        above = journey.owners.get(owner.reports_to)
        if above is not None:
            _add_edge(graph, owner.id, above.id, Link.REPORTS_TO, owner.place.at("reports_to"))
        for measure in owner.judged_by:
            _know(graph, journey, measure)
            _add_edge(graph, owner.id, measure, Link.JUDGED_BY, owner.place.at("judged_by"))


def _add_promise(graph: nx.MultiDiGraph[str], journey: Parts, promise: PromiseNode) -> None:
    place = promise.place
    for making in promise.makings:
        _add_edge(graph, promise.id, making.step, Link.MADE_AT, place.at("made"), when=making.when)
    for action in promise.kept:
        _know(graph, journey, action)
        _add_edge(graph, promise.id, action, Link.KEPT_AT, place.at("kept"))
    if promise.by:
        _add_edge(graph, promise.id, promise.by, Link.BY, place.at("by"))
    for person in promise.to:
        _add_edge(graph, promise.id, person, Link.TO, place.at("to"))
    for condition in promise.conditions:
        _know(graph, journey, condition)
        _add_edge(graph, promise.id, condition, Link.RELIES_ON, place.at("relies_on"))
    for expectation in promise.answers:
        _know(graph, journey, expectation)
        _add_edge(graph, promise.id, expectation, Link.ANSWERS, place.at("answers"))
    for value in promise.serves:
        _know(graph, journey, value)
        _add_edge(graph, promise.id, value, Link.SERVES, place.at("serves"))
    if promise.measured_by:
        _know(graph, journey, promise.measured_by)
        _add_edge(graph, promise.id, promise.measured_by, Link.MEASURED_BY, place.at("measure"))


def _add_purpose(graph: nx.MultiDiGraph[str], source: Parts | Whole) -> None:
    """The entries of a file and what they refer to; all of the entries first, as one may refer to another."""
    for node in source.purpose.nodes:
        _add_node(graph, node)
    for node in source.purpose.nodes:
        for field, link in node.refers.items():
            found = getattr(node, field, ())
            for id_ in (found,) if isinstance(found, str) else found:
                if id_:
                    _know(graph, source, id_)
                    _add_edge(graph, node.id, id_, link, node.place)
        owner = getattr(node, "owner", "")
        if owner:
            _know(graph, source, owner)
            _add_edge(graph, owner, node.id, Link.OWNS, node.place)
