"""What is lit for an owner and for a promise: exactly what belongs to it."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from blueprints.views.light import chains, light, owner_nodes, promise_nodes
from blueprints.views.narrow import Narrowing, narrowed
from blueprints.views.registry import view_of
from blueprints.views.view import Bar, Card, CardStyle, Connector, ConnectorKind, View
from journeys import api
from journeys.graph.journey import JourneyGraph

JOURNEY = """
journey: Buy a bicycle
id: bicycle
owners: {shop: The shop, depot: Depot, smith: Smith, maker: Maker, bank: Bank}
promises:
  ride:
    promise: Ride today
    by: shop
    to: you
    made: Look
    kept: Try.frontstage
    relies_on: [fetched]
  fetched: {promise: Fetched at once, by: depot, to: shop, kept: Try.backstage, relies_on: [mended]}
  mended: {promise: Mended, by: smith, to: depot, kept: Pay.support}
  paid: {promise: Paid back, by: bank, to: you, kept: Pay.frontstage}
phases:
  - phase: Choose
    steps:
      - {step: Look, customer: Look around, frontstage: {do: Show bicycles, owner: shop}}
      - step: Try
        customer: Ride
        frontstage: {do: Lend one, owner: shop}
        backstage: {do: Fetch it, owner: depot}
        support: {do: Store it, owner: maker}
      - step: Pay
        customer: Pay
        frontstage: {do: Take the money, owner: bank}
        backstage: {do: Book it, owner: bank}
        support: {do: Mend it, owner: smith}
        end: true
"""


@pytest.fixture(scope="module")
def journey() -> JourneyGraph:
    """One journey whose first promise rests on two others, and whose last on none."""
    return api.loads(JOURNEY)


def names(journey: JourneyGraph, ids: Iterable[str]) -> set[str]:
    """What nodes are called."""
    every = journey.workspace.promises
    return {(every[id_] if id_ in every else journey.nodes[id_]).name for id_ in ids}


def promise(journey: JourneyGraph, key: str) -> str:
    """A promise's id."""
    return journey.promises[key].node.id


def test_an_owner_has_its_actions_and_the_promises_by_it_and_to_it(journey: JourneyGraph) -> None:
    owners = {owner.key: owner.id for owner in journey.owners.values()}
    assert names(journey, owner_nodes(journey, owners["depot"])) == {"Depot", "Fetch it", "Fetched at once", "Mended"}
    assert names(journey, owner_nodes(journey, owners["bank"])) == {"Bank", "Take the money", "Book it", "Paid back"}
    assert names(journey, owner_nodes(journey, owners["maker"])) == {"Maker", "Store it"}


def test_a_promise_lights_what_it_rests_on_and_no_more(journey: JourneyGraph) -> None:
    lit = names(journey, promise_nodes(journey, promise(journey, "ride")))
    assert lit == {
        "Ride today", "Fetched at once", "Mended",
        "The shop", "Depot", "Smith",
        "Look", "Pay", "Lend one", "Fetch it", "Store it", "Mend it",
    }  # fmt: skip


def test_the_supports_of_where_a_promise_is_kept_are_lit_to_the_bottom(journey: JourneyGraph) -> None:
    """Beneath Take the money: Book it, and beneath that Mend it."""
    lit = names(journey, promise_nodes(journey, promise(journey, "paid")))
    assert lit == {"Paid back", "Bank", "Pay", "Take the money", "Book it", "Mend it"}


def test_what_a_promise_is_not_kept_at_is_not_lit_from_beneath(journey: JourneyGraph) -> None:
    """Kept at the lowest action: nothing above it is part of the chain."""
    lit = names(journey, promise_nodes(journey, promise(journey, "mended")))
    assert lit == {"Mended", "Smith", "Depot", "Pay", "Mend it"}


def test_a_promise_relies_on_others_to_any_depth(journey: JourneyGraph) -> None:
    found = {key: names(journey, journey.workspace.relies_on(promise(journey, key))) for key in journey.promises}
    assert found == {"ride": {"Fetched at once", "Mended"}, "fetched": {"Mended"}, "mended": set(), "paid": set()}


def test_every_promise_has_its_chain_in_order(journey: JourneyGraph) -> None:
    found = chains(journey)
    assert list(found) == [node.id for node in journey.promise_nodes]
    assert all(chain == tuple(sorted(promise_nodes(journey, id_))) for id_, chain in found.items())


CIRCLE = """
journey: Borrow
owners: {one: One, two: Two}
promises:
  a: {promise: A, by: one, to: two, kept: Ask.frontstage, relies_on: [b]}
  b: {promise: B, by: two, to: one, kept: Ask.backstage, relies_on: [a]}
phases:
  - phase: All
    steps:
      - {step: Ask, customer: Ask, frontstage: {do: Answer, owner: one}, backstage: {do: Look, owner: two}, end: true}
"""


def test_promises_that_rely_on_each_other_end() -> None:
    journey = api.loads(CIRCLE)
    assert names(journey, journey.workspace.relies_on(promise(journey, "a"))) == {"A", "B"}


ORDER = """
journey: Order
id: order
promises: {quick: {promise: Quick, by: shop, to: you, kept: Buy.frontstage, relies_on: [deliver/sent]}}
phases:
  - {phase: All, steps: [{step: Buy, customer: Buy, frontstage: {do: Sell, owner: shop}, end: true}]}
"""
DELIVER = """
journey: Deliver
id: deliver
promises: {sent: {promise: Sent, by: depot, to: shop, kept: Send.frontstage}}
phases:
  - phase: All
    steps:
      - step: Send
        customer: Wait
        frontstage: {do: Send it, owner: depot}
        backstage: {do: Pack it, owner: depot}
        end: true
"""


def test_the_chain_goes_into_another_journey_without_its_supports() -> None:
    """Where a promise of another journey is kept belongs to the chain; what supports it there is drawn elsewhere."""
    texts = {"order.journey.yaml": ORDER, "deliver.journey.yaml": DELIVER}
    workspace = api.loads_workspace(texts, "workspace: W\nowners: {shop: Shop, depot: Depot}\n")
    order = next(one for one in workspace.journeys.values() if one.id == "order")
    lit = promise_nodes(order, promise(order, "quick"))
    elsewhere = [node for one in workspace.journeys.values() if one.id == "deliver" for node in one.actions]
    assert {node.name for node in elsewhere if node.id in lit} == {"Send it"}


def lit_cards(view: View) -> set[str]:
    """The texts of the cards that are not faded."""
    return {card.text for card in view.cards if not card.faded}


def test_a_drawing_lights_the_supports_of_a_promise(journey: JourneyGraph) -> None:
    (page,) = narrowed(view_of(journey), journey, Narrowing(promise="paid"))
    assert lit_cards(page) == {"Pay", "Take the money", "Book it", "Mend it"}
    assert {bar.name for bar in page.bars if not bar.faded} == {"Paid back"}
    texts = {card.id: card.text for card in page.cards}
    lit = {(texts[one.source], texts[one.target]) for one in page.connectors if not one.faded}
    assert lit == {("Take the money", "Book it"), ("Book it", "Mend it")}


def test_a_drawing_lights_the_part_of_an_owner(journey: JourneyGraph) -> None:
    (page,) = narrowed(view_of(journey), journey, Narrowing(owner="depot"))
    assert lit_cards(page) == {"Try", "Fetch it"}
    assert {bar.name for bar in page.bars if not bar.faded} == {"Fetched at once", "Mended"}
    assert all(one.faded for one in page.connectors)


def test_a_promise_that_is_asked_for_by_its_id_or_name_or_slug_is_the_same(journey: JourneyGraph) -> None:
    words = ("paid", "Paid back", "paid-back")
    assert len({narrowed(view_of(journey), journey, Narrowing(promise=word)) for word in words}) == 1


def card(id_: str, column: int, style: CardStyle = CardStyle.COMPANY, data: tuple[tuple[str, str], ...] = ()) -> Card:
    """A card of a column."""
    return Card(id=id_, text=id_, lane=0, column=column, style=style, data=data)


def test_light_falls_on_nodes_their_steps_and_what_joins_them() -> None:
    view = View(
        "v", "V", "blueprint",
        cards=(card("s0", 0, CardStyle.STEP), card("s1", 1, CardStyle.STEP), card("a", 0), card("b", 0), card("c", 1),
               card("why", 1, CardStyle.CAUSE, (("promise", "p"),)),
               card("no", 1, CardStyle.CAUSE, (("promise", "q"),)),
               card("other", 1, CardStyle.CAUSE, (("owner", "p"),))),
        connectors=tuple(Connector(f"{one}-{other}", one, other, ConnectorKind.SUPPORT)
                         for one, other in (("a", "b"), ("a", "c"), ("c", "a"), ("s0", "a"), ("a", "why"))),
        bars=(Bar(id="p", name="P", lane=0, first=0, last=0), Bar(id="q", name="Q", lane=0, first=0, last=0)),
    )  # fmt: skip
    lit = light(view, {"a", "p"})
    assert lit_cards(lit) == {"s0", "a", "why"}
    assert [bar.faded for bar in lit.bars] == [False, True]
    assert [one.faded for one in lit.connectors] == [True, True, True, False, False]
    assert not any(one.faded for one in (*view.cards, *view.bars, *view.connectors))
