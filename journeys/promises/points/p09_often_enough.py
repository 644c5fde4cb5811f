"""9. Often enough: `at_least` is not above what its conditions can reach."""

from __future__ import annotations

from collections.abc import Iterator

from journeys.graph.facts import Rate
from journeys.graph.verdict import Assumption, Cause, Fault, Found, Point, Root, Silence
from journeys.promises.judged import Judged


def often_enough(judged: Judged, rate: Rate, *, asked: bool) -> Found:
    """Ask the point of a promise, given what its conditions reach. `asked`: it or one above it says a rate."""
    return Found(tuple(_causes(judged, rate)), tuple(_assumptions(judged, rate, asked=asked)), rate)


def _causes(judged: Judged, rate: Rate) -> Iterator[Cause]:
    node = judged.node
    if node.at_least is not None and node.at_least > rate.likely:
        unproven = bool(rate.shared) and node.at_least <= rate.most
        fault = Fault.RATE_UNPROVEN if unproven else Fault.TOO_OFTEN
        yield Cause(Point.OFTEN_ENOUGH, Root(fault, (node.id,)), node.id, node.id, rate, unproven)


def _assumptions(judged: Judged, rate: Rate, *, asked: bool) -> Iterator[Assumption]:
    node = judged.node
    if asked:
        for condition in rate.silent:
            yield Assumption(Silence.RATE, node.id, condition)
    if node.at_least is not None and rate.sure < node.at_least <= rate.likely:
        yield Assumption(Silence.INDEPENDENCE, node.id, node.id, rate)
