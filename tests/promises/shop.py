"""A shop that takes orders and serves: smallest journeys, and short words for the verdicts on their promises."""

from __future__ import annotations

from journeys.api import loads, told
from journeys.graph.journey import JourneyGraph
from journeys.graph.verdict import Fault, Silence, Verdict
from journeys.language.finding import Finding

SHOP = """
journey: J
id: j
owner: shop
customer: buyer
customers: {buyer: {}}
owners: {shop: {}, depot: {}, data: {}}
steps:
"""
SERVE = "made: Order, kept: Serve"
ORDER = "  - {step: Order, frontstage: {do: Take it, owner: shop, takes: none}}\n"
AT_SERVE = ORDER + "  - {step: Serve, end: true, frontstage: {do: Hand over, owner: shop%s}%s}\n"


def loaded(steps: str, promises: str = "") -> JourneyGraph:
    """The journey of some steps and promises."""
    return loads(SHOP + steps + (f"promises:\n{promises}" if promises else ""))


def judged(steps: str, promises: str = "") -> dict[str, Verdict]:
    """The verdicts on the promises of a journey, by their keys."""
    return {key: promise.verdict for key, promise in loaded(steps, promises).promises.items()}


_P = "  p: {{promise: P, by: shop, to: buyer, {}}}\n"


def p(steps: str, words: str) -> Verdict:
    """The verdict on the promise p."""
    return judged(steps, _P.format(words))["p"]


def said(steps: str, words: str) -> list[Finding]:
    """What is said of the causes at which the promise p fails."""
    journey = loaded(steps, _P.format(words))
    return [told(cause, journey) for cause in journey.promises["p"].verdict.causes]


def faults(verdict: Verdict) -> list[tuple[Fault, str]]:
    """What fails or cannot be proven, and where: the faults, and the names of the nodes."""
    return [(cause.root.fault, cause.at.rpartition("/")[2]) for cause in verdict.causes]


def silences(verdict: Verdict) -> list[tuple[Silence, str]]:
    """What is assumed, and where."""
    return [(one.silence, one.at.rpartition("/")[2]) for one in verdict.assumptions]
