"""7. Nobody waits for himself: a promise does not rely on itself, at whatever distance."""

from __future__ import annotations

from journeys.graph.verdict import Point
from journeys.promises.judged import Judged


def no_circle(judged: Judged) -> None:
    """Ask the point of a promise."""
    reliance = judged.reliance
    if not reliance.in_circle(judged.number):
        return
    nodes = [reliance.nodes[reliance.ids[number]] for number in reliance.circle(judged.number)[:8]]
    names = ", ".join(f"“{node.name}”" for node in nodes[:5]) + (" …" if len(nodes) > 5 else "")
    judged.fail(
        Point.NO_CIRCLE,
        "promises-in-a-circle",
        f"circle:{nodes[0].id}",
        f"{names} wait for one another" if len(nodes) > 1 else f"{names} waits for itself",
        nodes[0].place,
        nodes[0].id,
        tuple(node.mention("it relies on the others, and they on it") for node in nodes[1:]),
        "let one of them be kept without the others: take it out of `relies_on`",
    )
