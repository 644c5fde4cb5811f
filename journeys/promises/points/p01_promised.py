"""1. Somebody promises: `by` is a declared owner whose post is filled; `to` is a declared customer or owner."""

from __future__ import annotations

from collections.abc import Iterator

from journeys.graph.verdict import Cause, Fault, Found, Point, Root
from journeys.promises.judged import Judged


def promised(judged: Judged) -> Found:
    """Ask the point of a promise."""
    return Found(tuple(_causes(judged)))


def _causes(judged: Judged) -> Iterator[Cause]:
    node, owner = judged.node, judged.journey.owner_of(judged.node)
    if owner is None:
        yield Cause(Point.PROMISED, Root(Fault.BY_NOBODY, (node.id,)), node.id, node.id)
    elif owner.vacant:
        yield Cause(Point.PROMISED, Root(Fault.VACANT, (owner.id,)), node.id, owner.id)
    if node.to_undeclared or not node.to:
        yield Cause(Point.PROMISED, Root(Fault.TO_NOBODY, (node.id,)), node.id, node.id)
