"""5. Backed all the way down: each support between two owners carries a promise that this one relies on.

Beneath an action where a condition is kept that condition is judged itself, so this stops there.
"""

from __future__ import annotations

from journeys.graph.handoffs import backing
from journeys.graph.nodes import ActionNode
from journeys.graph.resting import links_below
from journeys.graph.verdict import Point
from journeys.language.finding import Related
from journeys.promises.judged import Judged
from journeys.promises.points.p04_own_behaviour import unowned_rule


def backed(judged: Judged) -> None:
    """Ask the point of a promise."""
    answered = {id_ for condition in judged.conditions for id_ in condition.kept}
    for above, below in links_below(judged.journeys, judged.node, answered):
        if not below.company:
            continue
        if not below.owned:
            _nobody_supports(judged, above, below)
        elif above.owned and below.owned != above.owned and not _covered(judged, above, below):
            _no_promise(judged, above, below)


def _covered(judged: Judged, above: ActionNode, below: ActionNode) -> bool:
    reliance, number = judged.reliance, judged.reliance.number
    return any(
        reliance.relies(judged.number, number[other.id]) for other in backing(judged.journey, below, above.owned)
    )


def _nobody_supports(judged: Judged, above: ActionNode, below: ActionNode) -> None:
    judged.fail(
        Point.BACKED,
        unowned_rule(below),
        f"owner:{below.id}",
        f"“{below.name}” stands behind a promise, and nobody owns it",
        below.place,
        below.id,
        (above.mention("it supports this"), judged.node.mention(f"“{judged.node.name}” rests on it")),
        "write `owner:` and the id of an owner, and what that owner promises",
    )


def _no_promise(judged: Judged, above: ActionNode, below: ActionNode) -> None:
    called, node = judged.journey.called, judged.node
    promiser = called(below.owner) if below.owner else f"“{below.owner_text}”"
    promisee = called(above.owner) if above.owner else f"“{above.owner_text}”"
    existing = backing(judged.journey, below, above.owned)
    related: tuple[Related, ...] = ()
    if existing:
        message = f"“{existing[0].name}” would back “{node.name}”, which does not rely on it"
        help_ = f"add `{existing[0].key}` to `relies_on` of `{node.key}`"
        related = (existing[0].mention(f"{promiser} promises it here"),)
    else:
        message = f"“{node.name}” needs “{below.name}”, and {promiser} promised {promisee} nothing"
        help_ = f"agree with {promiser} on `promised: {{within: …}}` at that action"
    judged.fail(
        Point.BACKED,
        "promise-not-relied-on" if existing else "handoff-not-covered",
        f"link:{above.id}:{below.id}",
        message,
        below.place,
        below.id,
        (*related, above.mention(f"{promisee} depends on it here"), node.mention(f"“{node.name}” rests on it")),
        help_,
    )
