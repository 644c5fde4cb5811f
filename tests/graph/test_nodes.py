"""Everything a journey says comes to its node, under its own name, with the place it was read at."""

from __future__ import annotations

from dataclasses import fields
from fractions import Fraction
from typing import Any

import pytest

from journeys.api import loads
from journeys.graph.journey import JourneyGraph
from journeys.graph.node import Node

from .everything import TEXT

DAY = 24 * 3600


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
        "thought": ("At last",),
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
        "makings": ((PLACE, "it rains"),),
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
        "makings": ((PLACE, ""),),
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
    "promise:bare/warm": {"by", "by_text", "to", "to_text", "to_customer", "makings", "kept", "beneath"},
    "promise:bare/eat.backstage": {"by", "by_text", "to", "to_customer", "makings", "kept", "implied"},
}


@pytest.mark.parametrize("id_", MEANT)
def test_what_is_not_written_is_nothing(id_: str) -> None:
    node = loads(BARE).node(id_)
    empty = set(said(node)) - {"id", "name", "place", "journey", "key", "index"} - MEANT[id_] - {"order", "phase_index"}
    assert empty - {"beneath"} == set()


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
