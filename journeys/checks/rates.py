"""How often what promises rely on is kept, in words."""

from __future__ import annotations

from journeys.graph.facts import Rate
from journeys.graph.verdict import Cause
from journeys.graph.workspace import Workspace
from journeys.language.finding import Finding
from journeys.language.quantities import percent

_MOST_NAMED = 12


def too_often(cause: Cause, workspace: Workspace) -> Finding:
    """That a promise says a rate which its conditions do not reach, surely or perhaps."""
    node, rate = workspace.promises[cause.promise], cause.facts
    assert isinstance(rate, Rate)
    shared = f"; they share {shared_by(rate, workspace)}, and so may fail together" if rate.shared else ""
    conditions = [workspace.promises[id_] for id_ in node.conditions]
    return node.finding(
        f"“{node.name}” is promised {percent(node.at_least)} of the time, "
        f"and its conditions reach {percent(rate.likely)}{shared}",
        at=node.place.at("at_least"),
        related=tuple(
            other.mention(f"“{other.name}” is kept {percent(other.at_least)} of the time")
            for other in conditions
            if other.at_least is not None
        )[:_MOST_NAMED],
        help=_less(rate),
    )


def _less(rate: Rate) -> str:
    """What can be promised instead: surely, and if the conditions fail independently."""
    if rate.sure == rate.likely:
        return f"promise at most {percent(rate.sure)}, or agree on better rates below"
    return (
        f"promise at most {percent(rate.sure)}, which holds however they fail ({percent(rate.likely)} if they fail "
        "independently), or agree on better rates below"
    )


def shared_by(rate: Rate, workspace: Workspace) -> str:
    """What conditions share: the first by name, and whether there is more."""
    names = list(dict.fromkeys(_name(one, workspace) for one in rate.shared))
    return f"“{names[0]}”" + (" and more" if len(names) > 1 else "")


def _name(shared: str, workspace: Workspace) -> str:
    return shared.removeprefix("system:") if shared.startswith("system:") else workspace.node(shared).name
