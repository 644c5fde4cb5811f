"""4. Own behaviour: the promiser owns each action where it is kept, or has its owner's promise for it."""

from __future__ import annotations

from collections.abc import Iterator

from journeys.graph.facts import Backing, Own
from journeys.graph.handoffs import backing
from journeys.graph.verdict import Cause, Fault, Found, Point, Root
from journeys.promises.judged import Judged


def own_behaviour(judged: Judged) -> Found:
    """Ask the point of a promise."""
    others = tuple(_done_by_others(judged))
    return Found(tuple(_causes(judged, {one.below for one in others})), facts=Own(others))


def _done_by_others(judged: Judged) -> Iterator[Backing]:
    """The actions of others whose owners promised them."""
    node = judged.node
    for action in judged.kept:
        if action.owned and action.owned != node.promiser:
            for promise in backing(judged.journey, action, node.promiser):
                if promise in judged.conditions:
                    yield Backing("", action.id, promise.id)
                    break


def _causes(judged: Judged, promised: set[str]) -> Iterator[Cause]:
    node = judged.node
    for action in judged.kept:
        if not action.owned:
            yield Cause(Point.OWN_BEHAVIOUR, Root(Fault.UNOWNED, (action.id,)), node.id, action.id)
        elif action.owned != node.promiser and action.id not in promised:
            yield Cause(Point.OWN_BEHAVIOUR, Root(Fault.FOREIGN, (node.id, action.id)), node.id, action.id)
