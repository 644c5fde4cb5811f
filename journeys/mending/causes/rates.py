"""Remedies where a promise says a higher rate than follows from what it relies on."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from math import ceil, floor

from journeys.checks.fixes import flowing
from journeys.graph.facts import Rate
from journeys.graph.nodes import PromiseNode
from journeys.language.quantities import percent
from journeys.mending.case import Case, term
from journeys.mending.remedy import Remedy, RemedyKind

_STEPS = 10_000
"""A rate is written in hundredths of a percent: finer nobody promises."""


def often_enough(case: Case) -> Iterator[Remedy]:
    """Better rates below, one at a time; or a lower one here: what is sure however they fail."""
    node, rate = case.node, case.facts
    assert isinstance(rate, Rate)
    assert node.at_least is not None
    missing = node.at_least - rate.sure
    for id_, own in case.workspace.nearest_rates(node.id):
        other = case.workspace.promises[id_]
        if other.at_least is not None and own < 1:
            yield better(case, other, min(Fraction(1), own + missing))
    sure = Fraction(floor(rate.sure * _STEPS), _STEPS)
    if sure > 0:
        text = f"promise “{node.name}” {percent(sure)} of the time, not {percent(node.at_least)}"
        edit = term(node, "at_least", flowing(percent(sure)))
        yield Remedy(RemedyKind.RATE, text, (edit,), case.parties(node), (node.id,))


def better(case: Case, node: PromiseNode, rate: Fraction) -> Remedy:
    """A promise below with a better rate than it says, or with one where it says none."""
    said = percent(Fraction(ceil(rate * _STEPS), _STEPS))
    before = f", not {percent(node.at_least)}" if node.at_least is not None else ": no rate is said"
    text = f"agree with {case.owner(node.by)} that “{node.name}” is kept {said} of the time{before}"
    return Remedy(RemedyKind.RATE, text, (term(node, "at_least", flowing(said)),), case.parties(node))
