"""Support as lines: one each, one for two whole cells, and words for what stands in another journey."""

from __future__ import annotations

import pytest

from blueprints.formats.words import read
from blueprints.views.blueprint import blueprint_view
from blueprints.views.links import link_connectors
from blueprints.views.view import Card, ConnectorKind
from journeys.api import loads, loads_workspace

HEAD = "journey: J\nowners: {cook: {}}\n"


def links(cells: str) -> list[tuple[str, list[str], list[str]]]:
    journey = loads(f"{HEAD}steps: [{{step: A, {cells}}}]")
    return [
        (str(one.kind), *([journey.called(id_) for id_ in ids] for ids in one.ends)) for one in link_connectors(journey)
    ]


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ("frontstage: F, backstage: B", [("support", ["F"], ["B"])]),
        ("frontstage: F, backstage: [B, C]", [("support", ["F"], ["B"]), ("support", ["F"], ["C"])]),
        ("frontstage: [F, G], backstage: [B, C, D]", [("cells", ["F", "G"], ["B", "C", "D"])]),
        ("frontstage: [F, {do: G, uses: B}], backstage: [B, C]",
         [("support", ["F"], ["B"]), ("support", ["F"], ["C"]), ("support", ["G"], ["B"])]),
        ("frontstage: [F, G], support: [B, C]", [("cells", ["F", "G"], ["B", "C"])]),
    ],
)  # fmt: skip
def test_two_whole_cells_have_one_line(cells: str, expected: list[tuple[str, list[str], list[str]]]) -> None:
    assert links(cells) == expected


def test_the_one_line_joins_the_nearest_cards_and_is_said_of_each() -> None:
    journey = loads(f"{HEAD}steps: [{{step: A, frontstage: [F, G], backstage: [B, C]}}]")
    (one,) = link_connectors(journey)
    assert (journey.called(one.source), journey.called(one.target)) == ("G", "B")
    reader = read(blueprint_view(journey))
    said = {reader.names[card]: ways for card, ways in reader.ways.items()}
    assert said == {"F": ["is supported by “B” and “C”"], "G": ["is supported by “B” and “C”"]}


def test_what_stands_in_another_journey_is_said_on_the_card() -> None:
    here = "journey: J\nsteps: [{step: A, frontstage: {do: F, uses: far/S, triggers: far/T}, end: true}]\n"
    far = "journey: Far away\nid: far\nsteps: [{step: S, support: X}, {step: T, support: Y, end: true}]\n"
    journey = loads_workspace({"j.journey.yaml": here, "far.journey.yaml": far}).journeys["j"]
    view = blueprint_view(journey)
    assert view.connectors == ()
    details = [detail.text for card in view.cards if card.text == "F" for detail in card.details]
    assert details == ["Uses: X (Far away)", "Sets off: Y (Far away)"]


def step_cards(text: str) -> list[Card]:
    return [card for card in blueprint_view(loads(text)).cards if card.id.startswith("step:")]


def test_ways_at_once_an_end_by_dropping_out_and_a_whole_journey_are_drawn() -> None:
    steps = "{step: A, next: {all: [B, C]}}, {step: B, next: D}, {step: C}, {step: D, end: dropped out}"
    view = blueprint_view(loads(f"journey: J\nsteps: [{steps}]"))
    at_once = [one for one in view.connectors if one.kind is ConnectorKind.TOGETHER]
    assert [(one.target, one.label) for one in at_once] == [("step:j/b", "at once"), ("step:j/c", "at once")]
    assert [detail.text for detail in view.cards[3].details] == ["The customer drops out"]
    texts = {
        "j.journey.yaml": "journey: J\nsteps: [{step: A, journey: far, end: true}]\n",
        "far.journey.yaml": "journey: Far away\nid: far\nsteps: [{step: S, end: true}]\n",
    }
    (card, *_) = blueprint_view(loads_workspace(texts).journeys["j"]).cards
    assert card.details[0].text == "Journey: Far away"


def test_lanes_of_every_kind_are_drawn_in_their_place_under_their_name() -> None:
    lanes = "{evidence: {name: Nachweis}, kpi: {name: Figures, kind: info, after: frontstage}, "
    lanes += "mail: {kind: evidence}, partner: {kind: customer, after: customer}}"
    cells = "evidence: E, mail: M, customer: C, partner: P, frontstage: F, kpi: K"
    view = blueprint_view(loads(f"{HEAD}lanes: {lanes}\nsteps: [{{step: A, {cells}, end: true}}]"))
    assert [lane.name for lane in view.lanes] == [
        "",
        "Nachweis",
        "mail",
        "Customer",
        "partner",
        "Frontstage",
        "Figures",
    ]
    assert [card.text for card in view.cards] == ["A", "E", "M", "C", "P", "F", "K"]


def test_half_a_feeling_and_several_thoughts_are_drawn() -> None:
    view = blueprint_view(loads("journey: J\nsteps: [{step: A, feeling: -0.5, thought: [One, Two], end: true}]"))
    assert [one.value for one in view.feelings] == [-0.5]
    assert [card.text for card in view.cards if card.style == "thought"] == ["One", "Two"]


def test_a_bar_tells_conditions_and_places_that_no_mark_shows() -> None:
    here = "journey: J\ncustomer: g\ncustomers: {g: {}}\nowners: {o: {}}\n"
    here += "steps: [{step: A, frontstage: {do: F, owner: o}, end: true}]\n"
    here += "promises: {p: {promise: P, by: o, to: g, made: {at: A, when: a gift}, kept: {any: [A, far/S]}}}\n"
    far = "journey: Far away\nid: far\nsteps: [{step: S, support: X, end: true}]\n"
    journey = loads_workspace({"j.journey.yaml": here, "far.journey.yaml": far}).journeys["j"]
    (bar,) = blueprint_view(journey).bars
    assert bar.facts == ("at “A” when a gift", "kept at one of its places", "kept at “S” in Far away", "o to g")
