"""9. Often enough: `at_least` is not above what its conditions can reach."""

from __future__ import annotations

from journeys.graph.nodes import PromiseNode
from journeys.graph.verdict import Point, Rate, Silence
from journeys.language.quantities import percent
from journeys.promises.judged import Judged

_MOST_NAMED = 12


def often_enough(judged: Judged, rate: Rate, *, asked: bool) -> None:
    """Ask the point of a promise, given what its conditions reach. `asked`: it or one above it says a rate."""
    node = judged.node
    if asked:
        for id_ in rate.silent:
            _no_rate(judged, judged.reliance.nodes[id_])
    if node.at_least is None or node.at_least <= rate.sure:
        return
    if node.at_least <= rate.likely:
        _independent(judged, rate)
    else:
        _too_often(judged, rate)


def _no_rate(judged: Judged, condition: PromiseNode) -> None:
    judged.assume(
        Silence.RATE,
        condition.id,
        f"“{condition.name}” says no rate, and it is assumed that it is always kept",
        condition.place,
        "write `at_least: …` there, or `at_least: 100%`",
    )


def _independent(judged: Judged, rate: Rate) -> None:
    node = judged.node
    sure = percent(rate.sure)
    shared = f", though they share {_names(judged, rate)}" if rate.shared else ""
    judged.assume(
        Silence.INDEPENDENCE,
        node.id,
        f"it is assumed that the conditions of “{node.name}” fail independently{shared}: only {sure} is sure",
        node.place.at("at_least"),
        f"promise at most {sure}, which holds however they fail, or agree on better rates below",
    )


def _too_often(judged: Judged, rate: Rate) -> None:
    node = judged.node
    assert node.at_least is not None
    unproven = bool(rate.shared) and node.at_least <= rate.most
    shared = f"; they share {_names(judged, rate)}, and so may fail together" if rate.shared else ""
    judged.fail(
        Point.OFTEN_ENOUGH,
        "promise-rate-unproven" if unproven else "promise-too-often",
        f"rate:{node.id}",
        f"“{node.name}” is promised {percent(node.at_least)} of the time, "
        f"and its conditions reach {percent(rate.likely)}{shared}",
        node.place.at("at_least"),
        node.id,
        tuple(
            other.mention(f"“{other.name}” is kept {percent(other.at_least)} of the time")
            for other in judged.conditions
            if other.at_least is not None
        )[:_MOST_NAMED],
        _less(rate),
        unproven=unproven,
    )


def _less(rate: Rate) -> str:
    """What can be promised instead: surely, and if the conditions fail independently."""
    if rate.sure == rate.likely:
        return f"promise at most {percent(rate.sure)}, or agree on better rates below"
    return (
        f"promise at most {percent(rate.sure)}, which holds however they fail ({percent(rate.likely)} if they fail "
        "independently), or agree on better rates below"
    )


def _names(judged: Judged, rate: Rate) -> str:
    plain = (
        one.removeprefix("system:") if one.startswith("system:") else judged.journey.called(one) for one in rate.shared
    )
    names = list(dict.fromkeys(plain))
    return f"“{names[0]}”" + (" and more" if len(names) > 1 else "")
