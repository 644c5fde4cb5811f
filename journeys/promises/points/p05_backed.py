"""5. Backed all the way down: each support between two owners carries a promise that this one relies on.

Beneath an action where a condition is kept that condition is judged itself, so this stops there.
"""

from __future__ import annotations

from journeys.graph.facts import Backed, Backing, Beneath
from journeys.graph.handoffs import backing
from journeys.graph.nodes import ActionNode
from journeys.graph.resting import links_below
from journeys.graph.verdict import Cause, Fault, Found, Point, Root
from journeys.promises.judged import Judged


def backed(judged: Judged) -> Found:
    """Ask the point of a promise."""
    answered = {id_ for condition in judged.conditions for id_ in condition.kept}
    links = list(links_below(judged.journeys, judged.node, answered))
    causes: list[Cause] = []
    handoffs: list[Backing] = []
    for above, below in links:
        found = _asked(judged, above, below) if below.company else None
        if isinstance(found, Cause):
            causes.append(found)
        elif found is not None:
            handoffs.append(found)
    return Found(tuple(causes), facts=Backed(len(links), tuple(handoffs)))


def _asked(judged: Judged, above: ActionNode, below: ActionNode) -> Backing | Cause | None:
    """Of a link: the promise that covers it, or that nothing does; None where it stays in one owner's hands."""
    promise = judged.node.id
    if not below.owned:
        return Cause(Point.BACKED, Root(Fault.UNOWNED, (below.id,)), promise, below.id, Beneath(above.id))
    if not above.owned or below.owned == above.owned:
        return None
    existing = backing(judged.journey, below, above.owned)
    relies, number = judged.reliance.relies, judged.reliance.number
    for other in existing:
        if relies(judged.number, number[other.id]):
            return Backing(above.id, below.id, other.id)
    link = (above.id, below.id)
    if not existing:
        return Cause(Point.BACKED, Root(Fault.UNCOVERED, link), promise, below.id)
    return Cause(Point.BACKED, Root(Fault.NOT_RELIED_ON, link), promise, below.id, Backing(*link, existing[0].id))
