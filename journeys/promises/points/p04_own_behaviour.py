"""4. Own behaviour: the promiser owns each action where it is kept, or has its owner's promise for it."""

from __future__ import annotations

from journeys.graph.handoffs import backing
from journeys.graph.nodes import ActionNode
from journeys.graph.verdict import Point
from journeys.promises.judged import Judged

# The rules that report an action which nobody owns, by lane.
_UNOWNED = {"frontstage": "touchpoint-without-owner", "support": "support-process-without-owner"}


def unowned_rule(action: ActionNode) -> str:
    """The name of the rule that reports an action which nobody owns."""
    return _UNOWNED.get(action.lane.id, "backstage-action-without-owner")


def own_behaviour(judged: Judged) -> None:
    """Ask the point of a promise."""
    node = judged.node
    for action in judged.kept:
        if not action.owned:
            judged.fail(
                Point.OWN_BEHAVIOUR,
                unowned_rule(action),
                f"owner:{action.id}",
                f"“{action.name}” keeps a promise, and nobody owns it",
                action.place,
                action.id,
                (node.mention(f"“{node.name}” is to be kept there"),),
                "write `owner:` and the id of an owner",
            )
        elif action.owned != node.promiser and not _promised_by_its_owner(judged, action):
            _foreign(judged, action)


def _promised_by_its_owner(judged: Judged, action: ActionNode) -> bool:
    return any(other in judged.conditions for other in backing(judged.journey, action, judged.node.promiser))


def _foreign(judged: Judged, action: ActionNode) -> None:
    node, called = judged.node, judged.journey.called
    owner = called(action.owner) if action.owner else f"“{action.owner_text}”"
    message = f"“{node.name}” is kept by what {owner} does, who promised nothing of it"
    help_ = f"name {owner} in `by`, or an owner to whom {owner} promises it"
    if node.by:
        promiser = called(node.by)
        message = f"{promiser} promises what {owner} does, who promised nothing of it"
        help_ = f"let {owner} promise it to {promiser} (`promised:` there), and rely on that"
    judged.fail(
        Point.OWN_BEHAVIOUR,
        "promise-of-foreign-behaviour",
        f"foreign:{node.id}:{action.id}",
        message,
        node.place if node.implied else node.place.at("by"),
        action.id,
        (action.mention(f"{owner} owns this"),),
        help_,
    )
