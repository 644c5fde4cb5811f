"""Journeys to ask the calculus about, and short words for what it says."""

from __future__ import annotations

from journeys.api import loads
from journeys.graph.journey import JourneyPromise
from journeys.graph.verdict import Point, State

from .agreement import differences, failing

HEAD = """
journey: Get broadband installed
id: broadband
customer: mover
customers: {mover: {}, tenant: {}}
owners:
  shop: {}
  field: {}
  network: {}
  vans: {vacant: true}
"""
ORDER_AND_VISIT = """
steps:
  - step: Order
    customer: Order it
    frontstage: {do: Take the order, owner: shop}
  - step: Visit
    frontstage: {do: Install the line, owner: field}
    end: true
"""


def promises(text: str) -> dict[str, JourneyPromise]:
    """The promises of a journey, on which the oracle says the same."""
    journey = loads(HEAD + text)
    assert not journey.findings, journey.findings
    assert differences(journey.workspace) == []
    return dict(journey.promises)


def promise(text: str, key: str = "online") -> JourneyPromise:
    return promises(text)[key]


def state(promise: JourneyPromise) -> State:
    return promise.verdict.state


def points(promise: JourneyPromise) -> frozenset[Point]:
    return failing(promise.verdict)


def roots(promise: JourneyPromise) -> list[tuple[str, Point]]:
    """Where the chains of a promise end, and in what."""
    return [(chain.promises[-1].rpartition("/")[2], chain.cause.point) for chain in promise.chains]
