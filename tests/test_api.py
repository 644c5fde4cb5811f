"""The public Python API, as a notebook uses it."""

from __future__ import annotations

import networkx as nx
import pytest
from repository import EXAMPLES

import blueprints
import journeys


def test_a_journey_is_loaded_and_judged() -> None:
    journey = journeys.load(EXAMPLES / "broadband/broadband.journey.yaml")
    promise = journey.promises["online-in-ten-days"]
    assert promise.verdict.state is journeys.State.BROKEN
    (chain,) = promise.chains
    assert chain.promises == ("promise:broadband/online-in-ten-days", "promise:broadband/line-in-street")
    finding = journeys.told(chain.cause, journey)
    assert (finding.code, "Kystnet" in finding.message) == ("O201", True)
    assert "promise:broadband/line-in-street" in promise.relies_on
    assert promise.node.id in journey.promises["line-in-street"].relied_on_by
    assert {"O101", "P001"} <= {item.finding.code for item in journeys.check(journey)}


def test_the_graph_is_a_frozen_multidigraph_with_key_paths() -> None:
    journey = journeys.load(EXAMPLES / "broadband")
    graph = journey.graph
    assert isinstance(graph, nx.MultiDiGraph)
    assert nx.is_frozen(graph)
    with pytest.raises(nx.NetworkXError):
        graph.add_node("more")
    kinds = {data["kind"] for _, data in graph.nodes(data=True)}
    # No example has a lane of texts that nobody does.
    assert kinds == set(journeys.Kind) - {journeys.Kind.INFO}
    assert all(data["path"] and data["file"] for _, data in graph.nodes(data=True))
    assert all(data["path"] and data["kind"] == key for _, _, key, data in graph.edges(keys=True, data=True))
    step = journey.steps[0]
    assert graph.nodes[step.id]["item"] is step
    assert set(graph.successors(step.id)) == {flow.target for flow in journey.flows_from(step.id)}


def test_a_workspace_is_one_graph_over_all_journeys() -> None:
    workspace = journeys.load_workspace(EXAMPLES)
    assert set(workspace.journeys) == {"benefits", "broadband", "marketplace", "outpatient"}
    report = "promise:outpatient/report-to-benefits"
    assert workspace.graph.nodes[report]["journey"] == "outpatient"
    assert any(source.startswith("promise:benefits/") for source in workspace.graph.predecessors(report))


def test_loading_one_file_brings_in_the_journeys_it_relies_on() -> None:
    journey = journeys.load(EXAMPLES / "benefits/benefits.journey.yaml")
    assert journey.promises["assessed"].verdict.broken_conditions == ("promise:outpatient/report-to-benefits",)


def test_a_folder_with_several_journeys_is_not_one_journey() -> None:
    with pytest.raises(journeys.UsageError, match="load_workspace"):
        journeys.load(EXAMPLES)


def test_a_drawing_shows_itself_in_a_notebook() -> None:
    drawing = blueprints.draw(journeys.load(EXAMPLES / "marketplace"), theme="dark")
    assert drawing._repr_svg_().lstrip().startswith("<?xml")
    assert "Return something bought" in drawing.dot


def test_a_report_is_made_in_any_format() -> None:
    examination = journeys.examine(EXAMPLES / "marketplace")
    assert not examination.fails()
    assert journeys.render(examination, "concise").startswith("All promises hold")


def test_a_journeys_id_holds_no_slash() -> None:
    journey = journeys.loads('journey: A\nid: "../x"\nsteps: [{step: One, end: true}]\n')
    assert journey.id == "a"
    (slash,) = [item for item in journeys.check(journey) if item.finding.code == "F303"]
    assert "slash" in slash.finding.help


def test_what_a_notebook_prints_holds_no_whole_files() -> None:
    journey = journeys.load(EXAMPLES / "benefits")
    assert not any("customer: Read the conditions" in repr(item) for item in journeys.check(journey))
    assert repr(blueprints.draw(journey)) == "Drawing(blueprint of 'Claim the benefit for a reduced capacity to work')"
