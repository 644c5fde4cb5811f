"""What can be written where nobody wrote anything, and a promise takes it for nothing."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from journeys.graph.nodes import ActionNode, StepNode
from journeys.graph.verdict import State
from journeys.language.quantities import slack
from journeys.mending.case import Case, beside
from journeys.mending.causes.rates import better
from journeys.mending.remedy import Remedy, RemedyKind


def time_said(case: Case) -> Iterator[Remedy]:
    """That it takes no time is written, as it was assumed; whoever does it may say more, up to what is to spare."""
    node = case.workspace.node(case.one.at)
    if not isinstance(node, ActionNode | StepNode):
        return
    key, text = ("takes", f"write that “{node.name}” takes no time") if isinstance(node, ActionNode) else (
        "wait", f"write that nobody waits at “{node.name}”"
    )  # fmt: skip
    said = "none" if isinstance(node, ActionNode) else "0 min"
    owner = node.owner if isinstance(node, ActionNode) else ""
    yield Remedy(RemedyKind.SAID, text, (beside(node, key, said),), case.people(owner), hint=_spare(case))


def _spare(case: Case) -> str:
    verdict = case.workspace.verdicts[case.node.id]
    timing = verdict.timing
    if timing is None or verdict.slack is None or verdict.state is State.BROKEN or verdict.slack < 0:
        return ""
    left = slack(verdict.slack, timing.measure(case.journey.working_time))
    return f"“{case.node.name}” has {left} to spare" if verdict.slack else f"“{case.node.name}” has nothing to spare"


def rate_said(case: Case) -> Iterator[Remedy]:
    """The rate of a condition that says none: the least that leaves the promise as it is, else always, as assumed."""
    node = case.node
    other = case.workspace.promises[case.one.at]
    rate = case.workspace.verdicts[node.id].rate
    needed = Fraction(1)
    if node.at_least is not None and rate is not None and rate.sure >= node.at_least:
        needed = 1 - (rate.sure - node.at_least)
    yield better(case, other, needed)


def nothing(case: Case) -> Iterator[Remedy]:
    """Nothing can be written that proves it: its clock is another journey's, or the ways part before it."""
    yield from ()
