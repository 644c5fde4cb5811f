"""2. Somewhere kept: there is a company action where it is kept, and a step where it is made."""

from __future__ import annotations

from collections.abc import Iterator

from journeys.graph.facts import Entry
from journeys.graph.verdict import Cause, Fault, Found, Point, Root
from journeys.promises.judged import Judged


def kept(judged: Judged) -> Found:
    """Ask the point of a promise; only where it holds can what rests on it be asked."""
    return Found(tuple(_causes(judged)))


def _causes(judged: Judged) -> Iterator[Cause]:
    node = judged.node
    for number, (word, *_) in enumerate(node.unfit):
        yield Cause(Point.KEPT, Root(Fault.UNFIT, (node.id, word)), node.id, node.id, Entry(number))
    if not node.kept and not node.unfit:
        yield Cause(Point.KEPT, Root(Fault.KEPT_NOWHERE, (node.id,)), node.id, node.id)
    elif node.kept and not node.makings and not node.standing:
        yield Cause(Point.KEPT, Root(Fault.MADE_NOWHERE, (node.id,)), node.id, node.id)
