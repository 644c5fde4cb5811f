"""Several journeys: what they are called, what is found in them, and what is shared."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import networkx as nx
import pytest

from journeys.api import load_workspace, loads, loads_workspace, workspace_of
from journeys.graph.journey import JourneyGraph
from journeys.graph.verdict import State
from journeys.graph.workspace import Workspace, workspace_around

SHARED = """
workspace: House
owners: {cook: {name: The cook}}
customers: {guest: {}}
settings: {profile: strict}
brand: {accent: "#112233"}
blueprints: {wall: {}}
"""
DINNER = """
journey: Dinner for two
id: dinner
customer: guest
owners: {waiter: {}}
steps:
  - {step: Order, frontstage: {do: Listen, owner: waiter}}
  - {step: Eat, frontstage: {do: Serve, owner: waiter}, backstage: {do: Cook, owner: cook}, end: true}
promises:
  warm: {promise: Warm, by: waiter, to: guest, made: Order, kept: Serve, relies_on: cooked}
  cooked: {promise: Cooked, by: cook, to: waiter, made: Order, kept: Cook, relies_on: farm/grown}
"""
FARM = """
journey: Farm
owners: {farmer: {}}
steps: [{step: Sow, support: {do: Dig, owner: farmer}}]
promises: {grown: {promise: Grown, by: farmer, to: cook, made: Sow, kept: Dig}}
"""
TEXTS = {"b-dinner.journey.yaml": DINNER, "a-farm.journey.yaml": FARM}
WARM, COOKED, GROWN = "promise:dinner/warm", "promise:dinner/cooked", "promise:farm/grown"


@pytest.fixture
def house() -> Workspace:
    return loads_workspace(TEXTS, SHARED)


@pytest.fixture
def bare() -> Workspace:
    return loads_workspace(TEXTS)


class TestWhatItSays:
    def test_what_stands_in_the_workspace_file(self, house: Workspace) -> None:
        assert house.name == "House"
        assert house.settings is not None
        assert house.settings.profile == "strict"
        assert house.brand is not None
        assert house.brand.accent == "#112233"
        assert list(house.blueprints) == ["wall"]
        assert list(house.shared.owners) == ["cook"]
        assert list(house.shared.customers) == ["guest"]

    def test_without_a_workspace_file_nothing_is_shared(self, bare: Workspace) -> None:
        assert (bare.name, bare.settings, bare.brand, bare.blueprints) == ("", None, None, {})
        assert (bare.shared.owners, bare.shared.customers, bare.findings) == ({}, {}, ())

    def test_a_workspace_file_may_leave_all_of_it_out(self) -> None:
        workspace = loads_workspace(TEXTS, "owners: {cook: {}}\n")
        assert (workspace.name, workspace.settings, workspace.brand, workspace.blueprints) == ("", None, None, {})


class TestNames:
    @pytest.mark.parametrize(
        ("word", "id_"),
        [("dinner", "dinner"), ("b-dinner", "dinner"), ("Dinner for two", "dinner"), ("Farm", "farm"), ("", "")],
    )
    def test_a_journey_is_known_by_its_id_its_file_and_its_name(self, house: Workspace, word: str, id_: str) -> None:
        assert house.journey_named(word) == id_

    def test_no_journey_is_known_by_another_word(self, house: Workspace) -> None:
        assert house.journey_named("Breakfast") == ""

    def test_a_journey_is_called_by_its_name_and_a_strange_one_by_its_id(self, house: Workspace) -> None:
        assert house.journey_name("dinner") == "Dinner for two"
        assert house.journey_name("breakfast") == "breakfast"

    def test_journeys_come_in_the_order_of_their_files(self, house: Workspace) -> None:
        assert list(house.journeys) == list(house.journey_words())
        assert sorted(house.journeys) == ["dinner", "farm"]


class TestFinding:
    @pytest.mark.parametrize(
        ("id_", "name"),
        [
            ("step:dinner/eat", "Eat"),
            ("action:farm/sow.support.1", "Dig"),
            ("owner:farm/farmer", "farmer"),
            ("owner:cook", "The cook"),
            ("customer:guest", "guest"),
            (GROWN, "Grown"),
        ],
    )
    def test_a_node_of_any_journey_is_found_by_its_id(self, house: Workspace, id_: str, name: str) -> None:
        found = house.find(id_)
        assert found is not None
        assert (found.id, found.name) == (id_, name)
        assert house.node(id_) == found
        for journey in house.journeys.values():
            assert (journey.node(id_), journey.called(id_)) == (found, name)

    @pytest.mark.parametrize("id_", ["step:dinner/pay", "step:lunch/eat", "owner:nobody", "cook", ""])
    def test_what_is_not_there_is_not_found(self, house: Workspace, id_: str) -> None:
        assert house.find(id_) is None
        with pytest.raises(KeyError, match=repr(id_)):
            house.node(id_)
        for journey in house.journeys.values():
            assert journey.called(id_) == "nobody"
            with pytest.raises(KeyError):
                journey.node(id_)

    def test_an_owner_that_no_journey_takes_up_is_found(self) -> None:
        assert loads_workspace({}, SHARED).node("owner:cook").name == "The cook"

    def test_a_step_with_a_colon_in_its_id_is_found(self) -> None:
        workspace = loads_workspace({"a.journey.yaml": "journey: A\nsteps: [{step: Eat, id: 'x:y'}]"})
        (step,) = workspace.journeys["a"].steps
        assert workspace.find(step.id) is step

    def test_a_promise_comes_with_its_journey_and_its_verdict(self, house: Workspace) -> None:
        promise = house.promise(GROWN)
        assert (promise.node.id, promise.journey.id) == (GROWN, "farm")
        assert promise.verdict is house.verdicts[GROWN]
        assert list(house.promises) == list(house.verdicts)
        with pytest.raises(KeyError):
            house.promise("promise:dinner/cold")


class TestReliance:
    def test_it_goes_to_any_depth_and_across_journeys(self, house: Workspace) -> None:
        assert house.relies_on(WARM) == {COOKED, GROWN}
        assert house.relies_on(GROWN) == frozenset()
        assert house.relied_on_by(GROWN) == {COOKED, WARM}
        assert house.relied_on_by(WARM) == frozenset()
        promises = house.journeys["dinner"].promises
        assert promises["warm"].relies_on == {COOKED, GROWN}
        assert promises["cooked"].relied_on_by == {WARM}

    def test_one_in_a_circle_relies_on_itself(self) -> None:
        text = FARM.replace("kept: Dig}", "kept: Dig, relies_on: dinner/warm}")
        workspace = loads_workspace({**TEXTS, "a-farm.journey.yaml": text}, SHARED)
        everyone = {WARM, COOKED, GROWN}
        assert [workspace.relies_on(one) for one in (WARM, COOKED, GROWN)] == [everyone] * 3
        assert [workspace.relied_on_by(one) for one in (WARM, COOKED, GROWN)] == [everyone] * 3


def without_farmer(journey: JourneyGraph) -> JourneyGraph:
    return replace(
        journey,
        actions=tuple(
            replace(action, owner="", owner_text="") if action.owner == "owner:farm/farmer" else action
            for action in journey.actions
        ),
    )


class TestImagined:
    def test_what_is_imagined_is_judged_anew_and_nothing_else_changes(self, house: Workspace) -> None:
        assert house.verdicts[WARM].state is State.ASSUMED
        other = house.imagined(without_farmer)
        assert other.verdicts[WARM].state is State.BROKEN
        assert house.verdicts[WARM].state is State.ASSUMED
        assert list(other.journeys) == list(house.journeys)
        assert other.name == "House"

    def test_its_journeys_ask_the_other_workspace(self, house: Workspace) -> None:
        other = house.imagined(without_farmer)
        assert all(journey.workspace is other for journey in other.journeys.values())
        assert all(journey.workspace is house for journey in house.journeys.values())
        assert workspace_around(other.journeys["farm"]) is other
        assert other.journeys["dinner"].promises["warm"].verdict.state is State.BROKEN


class TestCauses:
    def test_each_root_cause_is_known_by_what_fails(self, house: Workspace) -> None:
        assert house.causes == {}
        other = house.imagined(without_farmer)
        (fault,) = other.causes
        (cause,) = other.causes[fault]
        assert (cause.root.fault, cause.promise) == (fault, GROWN)
        assert other.broken_by(cause.root) == [WARM]
        assert house.broken_by(cause.root) == ()

    def test_chains_and_breakage_lead_from_a_promise_to_it(self, house: Workspace) -> None:
        other = house.imagined(without_farmer)
        (chain,) = other.chains(WARM)
        assert chain.promises == (WARM, COOKED, GROWN)
        breakage = other.breakage(WARM)
        assert breakage is not None
        assert (breakage.way, breakage.cause) == (chain.promises, chain.cause)
        assert (house.chains(WARM), house.breakage(WARM)) == ((), None)

    def test_conditions_whose_rates_count_are_the_nearest(self, house: Workspace) -> None:
        assert [id_ for id_, _ in house.nearest_rates(WARM)] == [COOKED]
        assert house.nearest_rates(GROWN) == ()


class TestGraph:
    def test_it_joins_what_the_journeys_share(self, house: Workspace) -> None:
        graph = house.graph
        assert nx.is_frozen(graph)
        assert set(graph) == {id_ for journey in house.journeys.values() for id_ in journey.nodes}
        assert graph.has_edge(COOKED, GROWN, "relies_on")
        assert graph.has_edge(GROWN, "owner:cook", "to")
        assert graph.has_edge("owner:cook", "action:dinner/eat.backstage.1", "owns")

    def test_of_no_journeys_it_is_empty(self) -> None:
        graph = loads_workspace({}, SHARED).graph
        assert len(graph) == 0
        assert nx.is_frozen(graph)


class TestProblems:
    def test_an_owner_above_who_is_not_there_is_said_once_and_for_the_file_he_is_named_in(self) -> None:
        shared = SHARED.replace("{name: The cook}", "{name: The cook, reports_to: chef}")
        workspace = loads_workspace(TEXTS, shared)
        (finding,) = workspace.findings
        assert finding.message == "there is no owner “chef”"
        assert finding.place == ("journeys.yaml", ("owners", "cook", "reports_to"), finding.place.part)
        assert [journey.findings for journey in workspace.journeys.values()] == [(), ()]

    def test_a_journeys_own_is_the_journeys_to_say(self) -> None:
        texts = {"a.journey.yaml": "journey: A\nowners: {x: {reports_to: chef}, y: {reports_to: cook}}\nsteps: [S]"}
        workspace = loads_workspace(texts, SHARED)
        assert workspace.findings == ()
        (finding,) = [one for one in workspace.journeys["a"].findings if one.name == "unknown-reference"]
        assert finding.message == "there is no owner “chef”"
        assert finding.place.path == ("owners", "x", "reports_to")

    def test_a_lane_that_is_built_in_and_moved_there_is_said(self) -> None:
        (finding,) = loads_workspace(TEXTS, SHARED + "lanes: {support: {after: evidence}}\n").findings
        assert finding.message == "the lane “support” is built in: its kind and its place are what they are"

    def test_of_a_file_that_breaks_off_owners_are_not_missed(self) -> None:
        findings = loads_workspace(TEXTS, "owners: {cook: {reports_to: chef}}\ncustomers: [\n").findings
        assert findings
        assert "there is no owner “chef”" not in [finding.message for finding in findings]


class TestSelected:
    def test_only_the_journeys_that_were_asked_for_are_selected(self) -> None:
        workspace = workspace_of(TEXTS, selected=["b-dinner.journey.yaml"])
        assert [journey.id for journey in workspace.selected] == ["dinner"]
        assert sorted(workspace.journeys) == ["dinner", "farm"]

    def test_all_are_where_none_is_named(self, house: Workspace) -> None:
        assert len(house.selected) == 2

    def test_a_file_brings_in_those_it_relies_on_without_selecting_them(self, tmp_path: Path) -> None:
        for name, text in {**TEXTS, "journeys.yaml": SHARED}.items():
            (tmp_path / name).write_text(text, encoding="utf-8")
        workspace = load_workspace(tmp_path / "b-dinner.journey.yaml")
        assert [journey.id for journey in workspace.selected] == ["dinner"]
        assert sorted(workspace.journeys) == ["dinner", "farm"]


def test_a_journey_made_by_hand_belongs_to_no_workspace(house: Workspace) -> None:
    journey = loads(FARM)
    assert workspace_around(journey) is journey.workspace
    with pytest.raises(TypeError, match="the journey farm belongs to no workspace"):
        workspace_around(replace(journey, workspace=None))  # type: ignore[arg-type]
