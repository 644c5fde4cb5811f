"""Journeys to ask the calculus about, and short words for what it says."""

from __future__ import annotations

import yaml

from journeys.api import loads
from journeys.graph.journey import JourneyPromise
from journeys.graph.verdict import Point, State
from journeys.graph.workspace import Workspace

from .bruteforce.oracle import answers
from .comparing import compared

SHARED = ("owners", "customers", "calendar", "lanes")
"""Sections that the oracle reads in the workspace's file alone."""

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
    assert differences(journey.workspace, HEAD + text) == []
    return dict(journey.promises)


def differences(workspace: Workspace, *texts: str, shared: str = "") -> list[str]:
    """What the oracle says differently of the journeys of some texts, each with an id, and what they share."""
    journeys = {one["id"]: one for one in (yaml.load(text, yaml.BaseLoader) for text in texts)}
    sections = yaml.load(shared, yaml.BaseLoader) or {}
    for journey in journeys.values():
        sections |= {key: journey.pop(key) for key in SHARED if key in journey}
    return compared(workspace, answers({"journeys": journeys, "shared": sections}))


def promise(text: str, key: str = "online") -> JourneyPromise:
    return promises(text)[key]


def state(promise: JourneyPromise) -> State:
    return promise.verdict.state


def points(promise: JourneyPromise) -> frozenset[Point]:
    """The points that fail at a promise itself."""
    return frozenset(cause.point for cause in promise.verdict.causes if not cause.unproven)


def roots(promise: JourneyPromise) -> list[tuple[str, Point]]:
    """Where the chains of a promise end, and in what."""
    return [(chain.promises[-1].rpartition("/")[2], chain.cause.point) for chain in promise.chains]
