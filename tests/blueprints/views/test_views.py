"""Views read from the graph: complete, true to the checks, and drawn cleanly."""

from __future__ import annotations

from pathlib import Path

import pytest
from effort import tries
from hypothesis import given, settings
from hypothesis import strategies as st
from rules_of_geometry import problems
from seen import EXAMPLES, example, journey_of
from svg_geometry import read

from blueprints.drawing import Drawing
from blueprints.themes.theme import Company, theme
from blueprints.views.registry import view_of
from blueprints.views.tree import Node, place_trees
from blueprints.views.view import CardStyle, ConnectorKind, State
from journeys import api
from journeys.errors import UsageError
from journeys.graph.handoffs import handoffs
from journeys.language.model.drawn import THEMES, VIEWS

examples = pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)


@examples
@pytest.mark.parametrize("name", VIEWS)
def test_every_view_of_an_example_is_drawn_cleanly(path: Path, name: str) -> None:
    assert problems(read(Drawing(example(path, name)).svg())) == []


@pytest.mark.parametrize("name", VIEWS)
@pytest.mark.parametrize("theme_name", [*THEMES, "company"])
def test_a_view_is_drawn_cleanly_in_every_theme(theme_name: str, name: str) -> None:
    path = EXAMPLES[0]
    chosen = (
        theme("light", Company(font="Company Sans", accent="#C01048")) if theme_name == "company" else theme(theme_name)
    )
    assert problems(read(Drawing(example(path, name), chosen).svg())) == []


@examples
def test_gaps_between_owners_are_those_that_the_checks_find(path: Path) -> None:
    journey, view = journey_of(path), example(path, "owners")
    known = list(handoffs(journey))
    gaps = {(one.source, one.target) for one in view.connectors if one.kind is ConnectorKind.GAP}
    owned = {pair for pair in gaps if all(journey.action(id_).owner for id_ in pair)}
    assert owned == {(one.above.id, one.below.id) for one in known if one.owned and not one.covered}
    drawn = {(one.source, one.target) for one in view.connectors}
    assert {(one.above.id, one.below.id) for one in known} <= drawn
    for _, taken_over_by in gaps:
        card = next(card for card in view.cards if card.id == taken_over_by)
        assert any(detail.text.startswith(("Nothing promised", "Handed over by nobody")) for detail in card.details)


@examples
def test_each_company_action_stands_in_its_owners_lane(path: Path) -> None:
    journey, view = journey_of(path), example(path, "owners")
    lanes = {card.id: view.lanes[card.lane].id for card in view.cards if card.style is not CardStyle.STEP}
    assert lanes == {one.id: one.owner or "nobody" for one in journey.actions if one.company}


@examples
def test_reliance_runs_from_left_to_right(path: Path) -> None:
    journey, view = journey_of(path), example(path, "promises")
    columns = {card.id: card.column for card in view.cards}
    assert {node.id for node in journey.promise_nodes} <= set(columns)
    every = journey.workspace
    for one in view.connectors:
        circle = one.source in every.relies_on(one.target)
        assert circle or columns[one.source] < columns[one.target]


@examples
def test_a_broken_promise_has_its_root_cause_or_leads_to_one(path: Path) -> None:
    view = example(path, "promises")
    leads = {one.source for one in view.connectors if one.kind is ConnectorKind.BROKEN_BY}
    broken = {card.id for card in view.cards if dict(card.data)["state"] == State.BROKEN}
    roots = {card.id for card in view.cards if card.style is CardStyle.CAUSE}
    assert broken <= leads | roots


@examples
def test_an_owner_reports_to_somebody_a_level_above(path: Path) -> None:
    view = example(path, "org")
    lanes = {card.id: card.lane for card in view.cards}
    assert all(lanes[one.source] == lanes[one.target] + 1 for one in view.connectors)
    assert len({(card.lane, card.column) for card in view.cards}) == len(view.cards)


def test_a_vacant_post_is_said_in_words() -> None:
    journey = api.loads(
        "journey: J\nowner: boss\nowners:\n  boss: {name: Boss, vacant: true}\n"
        "steps:\n  - {step: S, frontstage: {do: A, owner: boss}}\n"
    )
    (card,) = view_of(journey, "org").cards
    assert card.style is CardStyle.VACANT
    assert card.owner is not None
    assert card.owner.text == "vacant post"


@examples
def test_the_journey_map_shows_what_the_customer_sees_alone(path: Path) -> None:
    view = example(path, "journey")
    assert all(card.style is not CardStyle.COMPANY for card in view.cards)
    assert view.feelings == example(path, "blueprint").feelings
    assert "channels" in {lane.id for lane in view.lanes}
    assert [note.number for note in view.notes] == list(range(1, len(view.notes) + 1))


def test_an_empty_journey_has_every_view() -> None:
    journey = api.loads("journey: Empty\nsteps: []\n")
    for name in VIEWS:
        assert Drawing(view_of(journey, name)).svg()


def test_an_unknown_view_names_the_nearest() -> None:
    with pytest.raises(UsageError, match="did you mean `owners`"):
        view_of(journey_of(EXAMPLES[0]), "owner")


@given(st.lists(st.integers(0, 12), max_size=13))
@settings(max_examples=tries(300))
def test_trees_and_circles_have_a_place_for_everybody(above: list[int]) -> None:
    nodes = [Node(str(number), str(superior)) for number, superior in enumerate(above)]
    places = place_trees(nodes)
    assert list(places) == [node.id for node in nodes]
    assert len(set(places.values())) == len(nodes)
    used = {place.column for place in places.values()}
    assert used == set(range(len(used)))


@examples
def test_the_owners_see_whether_a_promise_holds(path: Path) -> None:
    """A tick stands for a promise that is sound, and for no other."""
    journey = journey_of(path)
    sound = {promise.node.name for promise in journey.promises.values() if promise.verdict.state.value == "sound"}
    for card in example(path, "owners").cards:
        for detail in card.details:
            if detail.text.startswith("Promised to"):
                assert (detail.icon == "check") is (detail.text.rpartition(": ")[2] in sound)


@examples
def test_the_curve_follows_the_ways(path: Path) -> None:
    """Every part of it is a way of the customer, straight or past steps of which nothing is said."""
    journey = journey_of(path)
    ways = {(flow.source, flow.target) for flow in journey.flows if not flow.anywhere}
    felt = {step.index for step in journey.steps if step.feeling is not None}
    for point in example(path, "blueprint").feelings:
        here = journey.steps[point.column].id
        direct = {one.index for one in journey.steps if (here, one.id) in ways and one.index > point.column}
        assert direct & felt <= set(point.onwards) <= felt
        assert bool(point.onwards) or not direct & felt
