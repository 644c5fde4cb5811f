"""Remedies where a promise is late, or nobody can say how late it may be."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from journeys.checks.fixes import flowing
from journeys.graph.algorithms import circles
from journeys.graph.facts import Lateness, Loop, Moment
from journeys.graph.nodes import ActionNode, Flow, PromiseNode, StepNode
from journeys.language.finding import Edit, Place
from journeys.language.model.duration import Duration, say_seconds
from journeys.mending.case import Case, beside, term
from journeys.mending.lengths import greatest, ladder, longer, shorter
from journeys.mending.remedy import Remedy, RemedyKind

_MOST_ROUNDS = 5
"""A way back that may be taken oftener than this is bounded by nobody's patience."""


def in_time(case: Case) -> Iterator[Remedy]:
    """What is on the way takes less; or more time is promised: the least that will do."""
    assert isinstance(case.facts, Lateness)
    for stop in case.facts.timing.critical_path:
        yield from _on_the_way(case, stop)
    if case.facts.least:
        yield from _rounds(case)
    yield from _promised_longer(case, case.facts)


def _promised_longer(case: Case, late: Lateness) -> Iterator[Remedy]:
    node = case.node
    if node.within is None or late.timing.slack is None:
        return
    within = node.within

    def remedy(said: str) -> Remedy:
        text = f"promise “{node.name}” within {said}, not {within}"
        return Remedy(RemedyKind.TIME, text, (term(node, "within", flowing(said)),), case.parties(node), (node.id,))

    hours = case.journey.working_time
    said = longer(within, -late.timing.slack, hours, lambda text: case.gone(remedy(text)))
    if said is not None:
        takes = say_seconds(late.timing.latest, working_time=late.timing.measure(hours))
        yield replace(remedy(said), hint=f"it can take {'at least ' if late.least else ''}{takes}")


def _on_the_way(case: Case, stop: Moment) -> Iterator[Remedy]:
    found = case.workspace.find(stop.node)
    if isinstance(found, PromiseNode):
        yield from _condition_sooner(case, found)
    elif isinstance(found, StepNode):
        home = case.workspace.journeys[found.journey]
        for action in home.actions_of(found.id):
            yield from _action_quicker(case, action)
        if found.wait is not None:
            yield from _shortened(case, found.wait, lambda said: _wait(case, found, said))
        for flow in home.flows_from(found.id):
            if flow.after is not None:
                yield from _shortened(case, flow.after, lambda said, flow=flow: _after(case, flow, said))  # type: ignore[misc]


def _condition_sooner(case: Case, other: PromiseNode) -> Iterator[Remedy]:
    if other.within is None or other.id == case.node.id:
        return
    within = other.within

    def remedy(said: str) -> Remedy:
        text = f"agree with {case.owner(other.by)} that “{other.name}” is kept within {said}, not {within}"
        return Remedy(RemedyKind.TIME, text, (term(other, "within", flowing(said)),), case.parties(other))

    yield from _shortened(case, within, remedy)


def _action_quicker(case: Case, action: ActionNode) -> Iterator[Remedy]:
    if action.takes is None or not action.takes.seconds(case.journey.working_time):
        return
    takes = action.takes

    def remedy(said: str) -> Remedy:
        text = f"do “{action.name}” in {said}, not in {takes}"
        return Remedy(RemedyKind.TIME, text, (beside(action, "takes", flowing(said)),), case.people(action.owner))

    yield from _shortened(case, takes, remedy)


def _wait(case: Case, step: StepNode, said: str) -> Remedy:
    owners = case.people(*(action.owner for action in case.journey.actions_of(step.id) if action.company))
    text = f"let nobody wait longer than {said} at “{step.name}”, where it is {step.wait}"
    return Remedy(RemedyKind.TIME, text, (beside(step, "wait", flowing(said)),), owners)


def _after(case: Case, flow: Flow, said: str) -> Remedy:
    text = f"go on from “{case.owner(flow.source)}” to “{case.owner(flow.target)}” after {said}, not after {flow.after}"
    return Remedy(RemedyKind.TIME, text, (_of_way(flow, "after", flowing(said)),), case.people(case.node.by))


def _of_way(flow: Flow, key: str, text: str) -> Edit:
    return Edit(Place(flow.place.file, (*flow.place.path[:-1], key)), "put", text, "to")


def _shortened(case: Case, time: Duration, remedy: Callable[[str], Remedy]) -> Iterator[Remedy]:
    said = shorter(time, case.journey.working_time, lambda text: case.gone(remedy(text)))
    if said is not None:
        yield remedy(said)


def bounded(case: Case) -> Iterator[Remedy]:
    """A way back that is taken at most so often; or a time for a condition that says none."""
    if isinstance(case.facts, Loop):
        yield from _rounds(case)
    elif len(case.ids) > 1:
        yield from _timed(case, case.workspace.promises[case.ids[1]])


def _rounds(case: Case) -> Iterator[Remedy]:
    """Each way that leads back in a circle without a bound, with the most rounds that leave the promise in time."""
    journey = case.journey
    meant = frozenset(case.facts.steps) if isinstance(case.facts, Loop) else frozenset(journey.step_graph)
    number = {step.id: step.index for step in journey.steps}
    found = [circle for circle in circles(journey.step_graph) if not meant.isdisjoint(circle)]
    circling = {step: place for place, circle in enumerate(found) for step in circle}
    for flow in journey.flows:
        there = circling.get(flow.source, -1)
        if there < 0 or circling.get(flow.target, -2) != there or not flow.written or flow.at_most is not None:
            continue
        if number[flow.target] > number[flow.source]:
            continue

        def remedy(rounds: int, flow: Flow = flow) -> Remedy:
            times = "once" if rounds == 1 else f"{rounds} times"
            ends = f"“{case.owner(flow.source)}” back to “{case.owner(flow.target)}”"
            text = f"let the way from {ends} be taken {times} at most"
            return Remedy(RemedyKind.ROUNDS, text, (_of_way(flow, "at_most", str(rounds)),), case.people(case.node.by))

        yield remedy(greatest(1, _MOST_ROUNDS, lambda rounds: not case.late(remedy(rounds))) or 1)


def _timed(case: Case, other: PromiseNode) -> Iterator[Remedy]:
    """A time for a condition: the longest that leaves the promise in time."""
    node, hours = case.node, case.journey.working_time
    if node.within is None:
        return

    def remedy(said: str) -> Remedy:
        text = f"agree with {case.owner(other.by)} that “{other.name}” is kept within {said}: no time is said"
        return Remedy(RemedyKind.TIME, text, (term(other, "within", flowing(said)),), case.parties(other))

    if not case.late(remedy(node.within.text)):
        yield remedy(node.within.text)
        return
    said = shorter(node.within, hours, lambda text: not case.late(remedy(text)))
    yield remedy(said or ladder(node.within, hours)[-1].said(1))
