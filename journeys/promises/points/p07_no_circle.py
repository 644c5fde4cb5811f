"""7. Nobody waits for himself: a promise does not rely on itself, at whatever distance."""

from __future__ import annotations

from journeys.graph.facts import Circle
from journeys.graph.verdict import Cause, Fault, Found, Point, Root
from journeys.promises.judged import Judged

_MOST_SHOWN = 8


def no_circle(judged: Judged) -> Found:
    """Ask the point of a promise."""
    reliance = judged.reliance
    if not reliance.in_circle(judged.number):
        return Found()
    ids = tuple(reliance.ids[number] for number in reliance.circle(judged.number)[:_MOST_SHOWN])
    return Found((Cause(Point.NO_CIRCLE, Root(Fault.CIRCLE, ids[:1]), judged.node.id, ids[0], Circle(ids)),))
