"""The journey as a networkx graph: what stands at its nodes and edges, and what does not."""

from __future__ import annotations

from typing import Any

import networkx as nx
import pytest

from journeys.api import loads, loads_workspace
from journeys.graph.node import Kind, Link

TEXT = """
journey: Dinner
customer: guest
customers: {guest: The guest}
owners:
  cook: {name: The cook, reports_to: chef}
  chef: {name: The chef, reports_to: nobody}
  waiter: {}
  farm: {}
steps:
  - step: Order
    evidence: Menu
    frontstage: {do: Listen, owner: waiter, uses: [Cook, Fetch]}
    backstage: [{do: Cook, owner: cook, triggers: Fetch}, {do: Fetch, owner: none}]
    next: [{to: Eat, when: ready, after: 1 h, at_most: 3}, other/]
  - {step: Eat, customer: Eat, frontstage: [Serve, Smile], end: true}
anywhere: Eat
promises:
  warm: {promise: Warm, by: waiter, to: guest, made: Order, kept: Cook, relies_on: [fresh]}
  fresh: {promise: Fresh, by: farm, to: waiter, made: Order, kept: Cook}
  loose: {promise: Loose, by: …, to: …}
"""
ORDER, EAT = "step:dinner/order", "step:dinner/eat"
LISTEN, COOK, FETCH = (
    "action:dinner/order.frontstage.1",
    "action:dinner/order.backstage.1",
    "action:dinner/order.backstage.2",
)
WARM, FRESH = "promise:dinner/warm", "promise:dinner/fresh"


@pytest.fixture
def graph() -> nx.MultiDiGraph[str]:
    return loads(TEXT, name="dinner.journey.yaml").graph


def edges(graph: nx.MultiDiGraph[str], link: Link) -> dict[tuple[str, str], dict[str, Any]]:
    """What stands at the edges of a kind, by their ends, besides the kind itself."""
    return {
        (source, target): {name: value for name, value in data.items() if name != "kind"}
        for source, target, key, data in graph.edges(keys=True, data=True)
        if key is link and data["kind"] is link
    }


def written(*path: str | int) -> dict[str, Any]:
    return {"file": "dinner.journey.yaml", "path": path}


def test_it_bears_the_name_and_id_of_its_journey(graph: nx.MultiDiGraph[str]) -> None:
    assert graph.graph == {"name": "Dinner", "journey": "dinner"}


@pytest.mark.parametrize(
    ("id_", "kind", "name", "path"),
    [
        (ORDER, Kind.STEP, "Order", ("steps", 0, "step")),
        (COOK, Kind.ACTION, "Cook", ("steps", 0, "backstage", 0, "do")),
        ("evidence:dinner/order.1", Kind.EVIDENCE, "Menu", ("steps", 0, "evidence", 0, "do")),
        ("owner:dinner/cook", Kind.OWNER, "The cook", ("owners", "cook")),
        ("customer:dinner/guest", Kind.CUSTOMER, "The guest", ("customers", "guest")),
        (WARM, Kind.PROMISE, "Warm", ("promises", "warm")),
    ],
)
def test_a_node_says_what_it_is_and_where_it_is_written(id_: str, kind: Kind, name: str, path: tuple[Any, ...]) -> None:
    journey = loads(TEXT, name="dinner.journey.yaml")
    expected = {"kind": kind, "name": name, "item": journey.node(id_), "journey": "dinner", **written(*path)}
    assert journey.graph.nodes[id_] == expected


def test_every_node_of_the_journey_is_there_and_no_other(graph: nx.MultiDiGraph[str]) -> None:
    assert set(graph) == set(loads(TEXT).nodes)


def test_a_way_has_its_conditions_and_an_exit_to_another_journey_is_no_edge(graph: nx.MultiDiGraph[str]) -> None:
    (way,) = loads(TEXT).flows_to(EAT)
    assert edges(graph, Link.NEXT) == {
        (ORDER, EAT): {
            "when": "ready",
            "after": way.after,
            "at_most": 3,
            "together": False,
            "anywhere": False,
            **written("steps", 0, "next", 0, "to"),
        }
    }
    assert str(way.after) == "1 h"


def test_a_way_from_anywhere_says_so() -> None:
    graph = loads("journey: J\nanywhere: Gone\nsteps: [{step: A}, {step: B}, {step: Gone, end: true}]").graph
    assert graph.edges["step:j/a", "step:j/gone", Link.NEXT]["anywhere"] is True
    assert graph.edges["step:j/a", "step:j/b", Link.NEXT]["anywhere"] is False


def test_support_that_is_said_and_support_by_the_cell_below_are_told_apart(graph: nx.MultiDiGraph[str]) -> None:
    assert edges(graph, Link.USES) == {
        (LISTEN, COOK): written("steps", 0, "frontstage", 0, "uses", 0),
        (LISTEN, FETCH): written("steps", 0, "frontstage", 0, "uses", 1),
    }
    eaten = ("steps", 1, "customer", 0, "do")
    assert edges(graph, Link.SUPPORTED_BY) == {
        ("action:dinner/eat.customer.1", f"action:dinner/eat.frontstage.{number}"): written(*eaten) for number in (1, 2)
    }


def test_what_sets_off_what(graph: nx.MultiDiGraph[str]) -> None:
    assert edges(graph, Link.TRIGGERS) == {(COOK, FETCH): written("steps", 0, "backstage", 0, "triggers", 0)}


def test_owners_own_actions_and_report_to_those_who_are_there(graph: nx.MultiDiGraph[str]) -> None:
    assert edges(graph, Link.OWNS) == {
        ("owner:dinner/waiter", LISTEN): written("steps", 0, "frontstage", 0, "owner", 0),
        ("owner:dinner/cook", COOK): written("steps", 0, "backstage", 0, "owner", 0),
    }
    assert edges(graph, Link.REPORTS_TO) == {
        ("owner:dinner/cook", "owner:dinner/chef"): written("owners", "cook", "reports_to")
    }


def test_an_action_that_takes_the_owner_of_its_step_points_there() -> None:
    graph = loads("journey: J\nowners: {cook: {}}\nsteps: [{step: A, owner: cook, support: S}]").graph
    (data,) = edges(graph, Link.OWNS).values()
    assert data["path"] == ("steps", 0, "owner")


@pytest.mark.parametrize(
    ("link", "target", "key"),
    [
        (Link.MADE_AT, ORDER, "made"),
        (Link.KEPT_AT, COOK, "kept"),
        (Link.BY, "owner:dinner/waiter", "by"),
        (Link.TO, "customer:dinner/guest", "to"),
        (Link.RELIES_ON, FRESH, "relies_on"),
    ],
)
def test_a_promise_leads_to_all_that_it_names(graph: nx.MultiDiGraph[str], link: Link, target: str, key: str) -> None:
    found = {ends: data for ends, data in edges(graph, link).items() if ends[0] == WARM}
    more = {"when": ""} if link is Link.MADE_AT else {}
    assert found == {(WARM, target): written("promises", "warm", key) | more}


def test_a_promise_that_names_nobody_leads_to_nobody(graph: nx.MultiDiGraph[str]) -> None:
    assert graph.out_degree("promise:dinner/loose") == 0


class TestAcrossJourneys:
    @pytest.fixture
    def dinner(self) -> nx.MultiDiGraph[str]:
        farm = "journey: Farm\nowners: {farmer: {}}\nsteps: [{step: Sow}]\n"
        farm += "promises: {grown: {promise: Grown, by: farmer, to: farmer, made: Sow, kept: Sow}}"
        text = TEXT.replace("relies_on: [fresh]", "relies_on: [fresh, farm/grown]")
        texts = {"dinner.journey.yaml": text, "farm.journey.yaml": farm}
        return loads_workspace(texts).journeys["dinner"].graph

    def test_a_promise_of_another_journey_stands_in_it_bare(self, dinner: nx.MultiDiGraph[str]) -> None:
        data = dinner.nodes["promise:farm/grown"]
        assert (data["kind"], data["name"], data["journey"]) == (Kind.PROMISE, "Grown", "farm")
        assert (data["file"], data["path"]) == ("farm.journey.yaml", ("promises", "grown"))
        assert list(dinner.predecessors("promise:farm/grown")) == [WARM]
        assert dinner.out_degree("promise:farm/grown") == 0

    def test_a_promise_of_its_own_is_put_in_once(self, dinner: nx.MultiDiGraph[str]) -> None:
        assert dinner.nodes[FRESH]["file"] == "dinner.journey.yaml"
        assert dinner.has_edge(FRESH, COOK, Link.KEPT_AT)
