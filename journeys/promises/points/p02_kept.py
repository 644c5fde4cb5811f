"""2. Somewhere kept: there is a company action where it is kept, and a step where it is made."""

from __future__ import annotations

from journeys.graph.verdict import Point
from journeys.promises.judged import Judged


def kept(judged: Judged) -> bool:
    """Ask the point of a promise; whether it holds, so that what rests on it can be asked."""
    node = judged.node
    for word, place, help_ in node.unfit:
        judged.fail(
            Point.KEPT,
            "promise-kept-by-no-company-action",
            f"unfit:{node.id}:{word}",
            f"“{node.name}” is said to be kept at “{word}”, which is nothing that the company does",
            place,
            node.id,
            help_=help_ or "name in `kept` the action of the company that delivers it",
        )
    if not node.kept:
        help_ = "name in `kept` the step or action that delivers it"
        if node.standing:
            help_ = "its promiser supports its promisee nowhere: name the action in `kept`, or leave the promise out"
        if not node.unfit:
            message = f"“{node.name}” is kept nowhere"
            judged.fail(
                Point.KEPT, "promise-kept-nowhere", f"kept:{node.id}", message, node.place, node.id, help_=help_
            )
        return False
    if not node.makings and not node.standing:
        judged.fail(
            Point.KEPT,
            "promise-made-nowhere",
            f"made:{node.id}",
            f"“{node.name}” is made nowhere",
            node.place,
            node.id,
            help_="name in `made` the step where the promisee hears it, or write `kept: wherever` if it always holds",
        )
        return False
    return not node.unfit
