"""Work out of the customer's sight runs beside the wait of its step."""

from __future__ import annotations

import pytest

from journeys.api import loads
from journeys.graph.verdict import State

WAITING = """
journey: Wait for a visit
customers: {mover: {name: Mover}}
customer: mover
owners: {field: {name: Field operations}}
steps:
  - step: Wait
    wait: 3 working days
    customer: Wait
    LANE: {do: Plan the visit, owner: field, takes: 2 h, promised: {id: planned, within: 1 working day}}
    end: true
"""


@pytest.mark.parametrize(("lane", "state"), [("backstage", State.SOUND), ("frontstage", State.BROKEN)])
def test_only_what_the_customer_meets_comes_after_the_wait(lane: str, state: State) -> None:
    journey = loads(WAITING.replace("LANE", lane))
    assert journey.promises["planned"].verdict.state is state
