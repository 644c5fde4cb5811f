"""A shop that takes orders and serves: smallest journeys, and short words for the verdicts on their promises."""

from __future__ import annotations

from journeys.api import loads
from journeys.graph.verdict import Silence, Verdict

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


def judged(steps: str, promises: str = "") -> dict[str, Verdict]:
    """The verdicts on the promises of a journey, by their keys."""
    journey = loads(SHOP + steps + (f"promises:\n{promises}" if promises else ""))
    return {key: promise.verdict for key, promise in journey.promises.items()}


def p(steps: str, words: str) -> Verdict:
    """The verdict on the promise p."""
    return judged(steps, f"  p: {{promise: P, by: shop, to: buyer, {words}}}\n")["p"]


def rules(verdict: Verdict) -> list[tuple[str, str]]:
    """What fails or cannot be proven, and where: the names of the rules, and of the nodes."""
    return [(cause.rule, cause.at.rpartition("/")[2]) for cause in verdict.causes]


def silences(verdict: Verdict) -> list[tuple[Silence, str]]:
    """What is assumed, and where."""
    return [(one.silence, one.at.rpartition("/")[2]) for one in verdict.assumptions]
