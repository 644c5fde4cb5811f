"""Everything a journey says comes to its node, under its own name, with the place it was read at."""

from __future__ import annotations

from dataclasses import fields
from fractions import Fraction
from typing import Any

import pytest

from journeys.api import loads
from journeys.graph.journey import JourneyGraph
from journeys.graph.nodes import Node

DAY = 24 * 3600
TEXT = """
journey: Get broadband installed
id: line
owner: shop
customer: mover
job: Be online
status: to-be
version: "3"
date: 2026-05-01
authors: [Ama, Bo]
entry: A leaflet
success: [Online, Happy]
settings: {profile: strict}
blueprints: {wall: {}}
channels: {web: {name: The web, kind: app}, letter: {}}
practices: {working_day: 6 h, working_week: 4 days}
customers:
  mover:
    name: Home mover
    description: Moves
    goals: [Work]
    needs: [A line]
    pains: [Boxes]
    quote: Now!
    portrait: mover.png
  tenant: {}
owners:
  shop: {name: The shop, kind: team, holder: Dana, reports_to: coo, contact: 1234, vacant: true}
  coo: {}
  net: {}
phases:
  - phase: Order
    steps:
      - step: Place order
        id: place
        owner: shop
        feeling: 1
        emotion: hope
        thought: At last
        pains: [Forms]
        opportunities: [Fewer]
        expects: [Quick]
        wait: 2 days
        moment_of_truth: true
        proactive: true
        status: new
        data: [age]
        note: A note
        link: https://a
        event: order_placed
        evidence: [A mail, {do: A sign, link: https://b}]
        customer: Order
        frontstage:
          do: Take the order
          id: taken
          owner: [net, shop]
          channel: web
          system: [CRM, ERP]
          takes: 1 h
          fail_point: Lost
          recovery: Found
          data: [name]
          status: old
          note: Another
          link: https://c
          promised: {id: quick, promise: Quick, to: tenant, within: 2 days, valid: 3 days, at_least: 90%,
                     kano: attractive, measure: days, if_broken: sorry, note: hm, unless: Two, relies_on: [all]}
        backstage: [Pick, Pack]
  - phase: Rest
    steps:
      - step: Two
        start: true
        end: true
        evidence: Bill
        support: {do: Log, owner: net}
promises:
  all:
    promise: All
    by: net
    to: mover
    made: {at: [place, place], when: it rains}
    kept: taken
    unless: [Two, Two]
    within: 4 days
    valid: 5 days
    at_least: 80%
    kano: must-be
    measure: mails
    if_broken: again
    relies_on: [quick, nothing]
    note: hmm
"""


@pytest.fixture
def journey() -> JourneyGraph:
    return loads(TEXT)


def said(node: Node) -> dict[str, Any]:
    """What a node says besides what is empty, durations in days, places as paths."""
    values = {one.name: getattr(node, one.name) for one in fields(node)}
    plain = {key: _plain(value) for key, value in values.items()}
    return {key: value for key, value in plain.items() if value not in ("", (), None, False)}


def _plain(value: Any) -> Any:
    if hasattr(value, "elapsed"):
        return value.elapsed / DAY
    if hasattr(value, "path"):
        return ".".join(map(str, value.path))
    if isinstance(value, tuple) and value and hasattr(value[0], "path"):
        return tuple(map(_plain, value))
    return getattr(value, "id", value)


PLACE, TWO = "step:line/place", "step:line/two"
TAKEN = "action:line/place.frontstage.1"
EXPECTED: dict[str, dict[str, Any]] = {
    "owner:line/shop": {
        "name": "The shop",
        "place": "owners.shop",
        "journey": "line",
        "key": "shop",
        "kind": "team",
        "holder": "Dana",
        "reports_to": "coo",
        "contact": "1234",
        "vacant": True,
    },
    "owner:line/coo": {"name": "coo", "place": "owners.coo", "journey": "line", "key": "coo"},
    "customer:line/mover": {
        "name": "Home mover",
        "place": "customers.mover",
        "journey": "line",
        "key": "mover",
        "description": "Moves",
        "goals": ("Work",),
        "needs": ("A line",),
        "pains": ("Boxes",),
        "quote": "Now!",
        "portrait": "mover.png",
    },
    "customer:line/tenant": {"name": "tenant", "place": "customers.tenant", "journey": "line", "key": "tenant"},
    PLACE: {
        "name": "Place order",
        "place": "phases.0.steps.0.step",
        "journey": "line",
        "key": "place",
        "index": 0,
        "phase": "Order",
        "phase_index": 0,
        "owner": "owner:line/shop",
        "feeling": 1,
        "emotion": "hope",
        "thought": "At last",
        "pains": ("Forms",),
        "opportunities": ("Fewer",),
        "expects": ("Quick",),
        "wait": Fraction(2),
        "moment_of_truth": True,
        "proactive": True,
        "status": "new",
        "data": ("age",),
        "note": "A note",
        "link": "https://a",
        "event": "order_placed",
        "start": False,
        "end": False,
    },
    TWO: {"name": "Two", "key": "two", "index": 1, "phase": "Rest", "phase_index": 1, "start": True, "end": True},
    TAKEN: {
        "name": "Take the order",
        "place": "phases.0.steps.0.frontstage.0.do",
        "journey": "line",
        "key": "taken",
        "step": PLACE,
        "lane": "frontstage",
        "order": 0,
        "owner": "owner:line/net",
        "owner_text": "net",
        "owner_place": "phases.0.steps.0.frontstage.0.owner.0",
        "owners_named": 2,
        "channel": "web",
        "system": ("CRM", "ERP"),
        "takes": Fraction(1, 24),
        "fail_point": "Lost",
        "recovery": "Found",
        "data": ("name",),
        "status": "old",
        "note": "Another",
        "link": "https://c",
    },
    "action:line/place.backstage.2": {
        "name": "Pack",
        "place": "phases.0.steps.0.backstage.1.do",
        "key": "place.backstage.2",
        "order": 1,
        "owner": "owner:line/shop",
        "owner_text": "shop",
        "owner_place": "phases.0.steps.0.owner",
        "owners_named": 0,
    },
    "action:line/two.support.1": {"key": "two.support", "order": 0, "step": TWO, "lane": "support"},
    "evidence:line/place.2": {
        "name": "A sign",
        "place": "phases.0.steps.0.evidence.1.do",
        "journey": "line",
        "step": PLACE,
        "order": 1,
        "link": "https://b",
    },
    "evidence:line/two.1": {"name": "Bill", "step": TWO, "order": 0, "link": ""},
    "promise:line/all": {
        "name": "All",
        "place": "promises.all",
        "journey": "line",
        "key": "all",
        "by": "owner:line/net",
        "by_text": "net",
        "to": ("customer:line/mover",),
        "to_text": ("mover",),
        "to_customer": True,
        "made": (PLACE,),
        "made_when": "it rains",
        "kept": (TAKEN,),
        "standing": False,
        "implied": False,
        "unless": (TWO,),
        "within": Fraction(4),
        "valid": Fraction(5),
        "at_least": Fraction(4, 5),
        "kano": "must-be",
        "measure": "mails",
        "if_broken": "again",
        "relies_on": ("promise:line/quick",),
        "relies_on_at": ("promises.all.relies_on.0",),
        "note": "hmm",
    },
    "promise:line/quick": {
        "name": "Quick",
        "place": "phases.0.steps.0.frontstage.0.promised",
        "journey": "line",
        "key": "quick",
        "by": "owner:line/net",
        "by_text": "net",
        "to": ("customer:line/tenant",),
        "to_text": ("tenant",),
        "to_customer": True,
        "made": (PLACE,),
        "made_when": "",
        "kept": (TAKEN,),
        "implied": True,
        "unless": (TWO,),
        "within": Fraction(2),
        "valid": Fraction(3),
        "at_least": Fraction(9, 10),
        "kano": "attractive",
        "measure": "days",
        "if_broken": "sorry",
        "relies_on": ("promise:line/all",),
        "relies_on_at": ("phases.0.steps.0.frontstage.0.promised.relies_on.0",),
        "note": "hm",
    },
}


@pytest.mark.parametrize("id_", EXPECTED)
def test_what_is_written_comes_to_the_node(journey: JourneyGraph, id_: str) -> None:
    node, expected = journey.node(id_), EXPECTED[id_]
    assert {key: _plain(getattr(node, key)) for key in expected} == expected


def test_there_is_nothing_wrong_with_it(journey: JourneyGraph) -> None:
    assert journey.findings == ()
    assert journey.whole


BARE = """
journey: Bare
customers: {guest: {}}
owners: {cook: {}}
steps: [{step: Eat, evidence: Plate, customer: Eat, backstage: {do: Cook, owner: cook, promised: {}}}]
promises: {warm: {promise: Warm, by: cook, to: guest, made: Eat, kept: Eat}}
"""
MEANT = {
    "owner:bare/cook": set(),
    "customer:bare/guest": set(),
    "step:bare/eat": set(),
    "action:bare/eat.customer.1": {"step", "lane"},
    "action:bare/eat.backstage.1": {"step", "lane", "owner", "owner_text", "owner_place", "owners_named"},
    "evidence:bare/eat.1": {"step", "lane"},
    "promise:bare/warm": {"by", "by_text", "to", "to_text", "to_customer", "made", "kept", "beneath"},
    "promise:bare/eat.backstage": {"by", "by_text", "to", "to_text", "to_customer", "made", "kept", "implied"},
}


@pytest.mark.parametrize("id_", MEANT)
def test_what_is_not_written_is_nothing(id_: str) -> None:
    node = loads(BARE).node(id_)
    empty = set(said(node)) - {"id", "name", "place", "journey", "key", "index"} - MEANT[id_] - {"order", "phase_index"}
    assert empty - {"beneath"} == set()


def test_a_journey_says_what_is_written_at_its_head(journey: JourneyGraph) -> None:
    assert (journey.id, journey.name, journey.file) == ("line", "Get broadband installed", "text.journey.yaml")
    assert journey.place.path == ("journey",)
    assert (journey.job, journey.status, journey.version, journey.date) == ("Be online", "to-be", "3", "2026-05-01")
    assert (journey.authors, journey.entry, journey.success) == (("Ama", "Bo"), ("A leaflet",), ("Online", "Happy"))
    assert (journey.owner, journey.owner_text) == ("owner:line/shop", "shop")
    assert [customer.key for customer in journey.customers] == ["mover"]
    assert list(journey.known_customers) == ["mover", "tenant"]
    assert list(journey.owners) == ["shop", "coo", "net"]
    assert journey.phases == ("Order", "Rest")
    assert journey.channels == {"web": "The web", "letter": "letter"}
    assert journey.channel_kinds == {"web": "app", "letter": "letter"}
    assert (journey.working_time.day, journey.working_time.week) == (6 * 3600, 4)
    assert list(journey.blueprints) == ["wall"]
    assert journey.settings is not None
    assert journey.settings.profile == "strict"


def test_what_a_head_does_not_say_is_nothing() -> None:
    journey = loads("steps: [{step: Eat}]")
    assert (journey.job, journey.status, journey.version, journey.date) == ("", "", "", "")
    assert (journey.owner, journey.owner_text, journey.customers) == ("", "", ())
    assert (journey.working_time.day, journey.working_time.week) == (8 * 3600, 5)
    assert (journey.phases, journey.settings) == (("",), None)


@pytest.mark.parametrize(
    ("words", "lane"),
    [("evidence", "evidence"), ("customer", "customer"), ("frontstage", "frontstage"), ("support", "support")],
)
def test_a_cell_stands_in_its_lane(words: str, lane: str) -> None:
    journey = loads(f"steps: [{{step: Eat, {words}: [A, B]}}]")
    nodes = journey.evidence if lane == "evidence" else journey.actions
    assert [node.name for node in nodes] == ["A", "B"]
    assert [node.order for node in nodes] == [0, 1]


@pytest.mark.parametrize(
    ("lane", "company", "touchpoint"),
    [("customer", False, False), ("frontstage", True, True), ("backstage", True, False), ("support", True, False)],
)
def test_a_touchpoint_is_the_companys_and_in_front(lane: str, company: bool, touchpoint: bool) -> None:
    (action,) = loads(f"steps: [{{step: Eat, {lane}: A}}]").actions
    assert (action.company, action.touchpoint) == (company, touchpoint)


def test_steps_of_one_name_and_of_none_have_ids_of_their_own() -> None:
    journey = loads("journey: J\nsteps: [{step: Eat}, {step: Eat}, {step: Eat}, {step: '!'}]")
    assert [step.id for step in journey.steps] == ["step:j/eat", "step:j/eat~2", "step:j/eat~3", "step:j/step-4"]
    assert [step.key for step in journey.steps] == ["eat", "eat", "eat", "step-4"]


def test_ids_keep_the_letters_of_every_language() -> None:
    assert loads("journey: Über Öl\nsteps: [{step: Wählen Sie}]").steps[0].id == "step:über-öl/wählen-sie"


def test_an_action_and_evidence_of_a_second_step_of_a_name_are_told_apart() -> None:
    journey = loads("journey: J\nsteps: [{step: Eat, support: A, evidence: A}, {step: Eat, support: B, evidence: B}]")
    assert [action.id for action in journey.actions] == ["action:j/eat.support.1", "action:j/eat~2.support.1"]
    assert [piece.id for piece in journey.evidence] == ["evidence:j/eat.1", "evidence:j/eat~2.1"]


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("steps: [{step: A, for: [old, new]}]", ("steps", 0, "for", 1)),
        ("steps: [{step: A, support: {do: B, for: [old, new]}}]", ("steps", 0, "support", 0, "for", 1)),
        ("promises: {p: {promise: P, by: a, to: b, for: [old, new]}}", ("promises", "p", "for", 1)),
        ("steps: [{step: A, evidence: {do: B, for: [old, new]}}]", ("steps", 0, "evidence", 0, "for", 1)),
        ("steps: [{step: A, next: {to: A, for: [old, new]}}]", ("steps", 0, "next", 0, "for", 1)),
        ("anywhere: {to: A, for: [old, new]}\nsteps: [{step: A}]", ("anywhere", 0, "for", 1)),
        (
            "steps: [{step: A, support: {do: B, promised: {for: [old, new]}}}]",
            ("steps", 0, "support", 0, "promised", "for", 1),
        ),
    ],
    ids=["a step", "an action", "a promise", "evidence", "a way", "an exit", "a promised action"],
)
def test_variants_are_not_told_apart_and_that_is_said(text: str, path: tuple[str | int, ...]) -> None:
    found = [finding for finding in loads(text).findings if finding.name == "variant-not-told-apart"]
    assert [finding.message for finding in found] == [
        f"“{word}” is judged together with all else" for word in ("old", "new")
    ]
    assert found[1].place.path == path
    assert found[1].help == "keep variants that differ much in files of their own"


def test_a_finding_is_at_its_node_unless_a_place_is_given(journey: JourneyGraph) -> None:
    step = journey.steps[0]
    finding = step.finding("So it is", related=(step.mention("here"),), help="Do that")
    assert (finding.message, finding.place, finding.help, finding.journey) == (
        "So it is",
        step.place,
        "Do that",
        "line",
    )
    assert finding.related == ((step.place, "here"),)
    assert step.finding("So", at=step.entry("wait")).place.path == ("phases", 0, "steps", 0, "wait")
    whole = journey.finding("All of it", help="Do")
    assert (whole.message, whole.place, whole.help, whole.journey) == ("All of it", journey.place, "Do", "line")
    assert journey.finding("So", at=step.place).place == step.place
