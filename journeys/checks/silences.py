"""What is taken for nothing because nobody wrote it down, in words: of each assumption what, where, and what to write.

The rule `promise-assumed` reports them.
"""

from __future__ import annotations

from journeys.checks.rates import shared_by
from journeys.graph.facts import Abroad, Rate
from journeys.graph.verdict import Assumption, Silence
from journeys.graph.workspace import Workspace
from journeys.language.finding import Finding
from journeys.language.quantities import percent


def assumed(one: Assumption, workspace: Workspace) -> Finding:
    """An assumption in words, at what says nothing."""
    match one.silence:
        case Silence.TIME:
            return _no_time(one, workspace)
        case Silence.RATE:
            return _no_rate(one, workspace)
        case Silence.INDEPENDENCE:
            return _independent(one, workspace)
        case Silence.CONDITION:
            return _comes_first(one, workspace)


def _no_time(one: Assumption, workspace: Workspace) -> Finding:
    node = workspace.node(one.at)
    return node.finding(
        f"“{node.name}” says no time, and it is assumed that it takes none",
        help="write `takes: …`, or `takes: none` if it takes no time",
    )


def _no_rate(one: Assumption, workspace: Workspace) -> Finding:
    node = workspace.node(one.at)
    return node.finding(
        f"“{node.name}” says no rate, and it is assumed that it is always kept",
        help="write `at_least: …` there, or `at_least: 100%`",
    )


def _independent(one: Assumption, workspace: Workspace) -> Finding:
    node, rate = workspace.promises[one.promise], one.facts
    assert isinstance(rate, Rate)
    sure = percent(rate.sure)
    shared = f", though they share {shared_by(rate, workspace)}" if rate.shared else ""
    return node.finding(
        f"it is assumed that the conditions of “{node.name}” fail independently{shared}: only {sure} is sure",
        at=node.place.at("at_least"),
        help=f"promise at most {sure}, which holds however they fail, or agree on better rates below",
    )


def _comes_first(one: Assumption, workspace: Workspace) -> Finding:
    node, condition = workspace.promises[one.promise], workspace.promises[one.at]
    at = node.relying_at(condition.id)
    if isinstance(one.facts, Abroad):
        return node.finding(
            f"“{condition.name}” is kept in “{workspace.journey_name(one.facts.journey)}”, whose clock is its own, and "
            "it is assumed that it is kept first",
            at=at,
            help="nothing can be written that proves it; keep it in this journey if it must be proven",
        )
    return node.finding(
        f"“{condition.name}” is kept on some of the ways only, and it is assumed that the others do not need it",
        at=at,
        help="keep it where all ways pass, or promise to each kind of customer apart",
    )
