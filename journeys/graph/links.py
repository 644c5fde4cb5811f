"""Edges between steps and between actions: flow, support and triggers."""

from __future__ import annotations

from collections.abc import Iterable

from journeys.graph.build import Draft
from journeys.graph.nodes import ActionNode, Flow, StepNode, Support, Trigger
from journeys.language.finding import KeyPath, Place
from journeys.language.model.action import Action
from journeys.language.model.lanes import Lane, LaneKind
from journeys.language.model.step import Next, Step


def add_flows(draft: Draft) -> None:
    """The ways along `next`, the following step where it is left out, and the exits of `anywhere`."""
    steps = draft.steps
    for number, step in enumerate(steps):
        model = draft.models[step.id]
        assert isinstance(model, Step)
        for index, way in enumerate(model.next):
            place = step.entry("next", index, "to")
            target, elsewhere = _destination(draft, way, place)
            draft.variants(way.for_, *place.path[:-1])
            if target or elsewhere:
                draft.flows.append(_flow(step, way, target, elsewhere, place))
        if not model.next and not model.end and number + 1 < len(steps):
            draft.flows.append(Flow(step.id, steps[number + 1].id, step.place))
    for phase_index, (phase, path) in enumerate(draft.phases):
        if phase is not None:
            inside = [step for step in steps if step.phase_index == phase_index]
            _add_anywhere(draft, inside, phase.anywhere, (*path, "anywhere"))
    _add_anywhere(draft, steps, draft.model.anywhere, ("anywhere",))


def _add_anywhere(draft: Draft, steps: list[StepNode], ways: Iterable[Next], path: KeyPath) -> None:
    known = {(flow.source, flow.target) for flow in draft.flows if flow.target} if ways else set()
    for index, way in enumerate(ways):
        place = draft.place(*path, index, "to")
        target, elsewhere = _destination(draft, way, place)
        draft.variants(way.for_, *path, index)
        if not (target or elsewhere):
            continue
        for step in steps:
            if not step.end and step.id != target and (step.id, target) not in known:
                draft.flows.append(_flow(step, way, target, elsewhere, place, anywhere=True))


def _destination(draft: Draft, way: Next, place: Place) -> tuple[str, str]:
    """A step's id and nothing, or nothing and another journey's name."""
    if way.to.endswith("/"):
        return "", way.to[:-1]
    target = draft.references.step(way.to, place)
    if target.finding:
        draft.findings.append(target.finding)
    return (target.nodes[0].id if target.nodes else ""), ""


def _flow(step: StepNode, way: Next, target: str, elsewhere: str, place: Place, *, anywhere: bool = False) -> Flow:
    return Flow(
        step.id,
        target,
        place,
        to_journey=elsewhere,
        when=way.when or "",
        after=way.after,
        at_most=way.at_most,
        written=True,
        anywhere=anywhere,
    )


def add_supports(draft: Draft) -> None:
    """Which action is supported by which: `uses` where it is said, else the one action of the next cell below."""
    company = [lane for lane in draft.shared.lanes if lane.kind is LaneKind.COMPANY]
    cells = _cells(draft)
    for action in draft.actions:
        model = draft.models[action.id]
        assert isinstance(model, Action)
        if model.uses:
            _add_uses(draft, action, model)
            continue
        below = _below(cells, action, company)
        for other in below:
            draft.supports.append(Support(action.id, other.id, action.place, certain=len(below) == 1))


def _cells(draft: Draft) -> dict[tuple[str, str], list[ActionNode]]:
    cells: dict[tuple[str, str], list[ActionNode]] = {}
    for action in draft.actions:
        cells.setdefault((action.step, action.lane.id), []).append(action)
    return cells


def _below(cells: dict[tuple[str, str], list[ActionNode]], action: ActionNode, company: list[Lane]) -> list[ActionNode]:
    """A customer's action is supported by the frontstage, a company's by the next lane below that is not empty."""
    if not action.company:
        return cells.get((action.step, "frontstage"), [])
    start = company.index(action.lane) + 1
    return next((cell for lane in company[start:] if (cell := cells.get((action.step, lane.id)))), [])


def _add_uses(draft: Draft, action: ActionNode, model: Action) -> None:
    for number, word in enumerate(model.uses):
        place = action.entry("uses", number)
        target = draft.references.action(word, place)
        if target.finding:
            draft.findings.append(target.finding)
        for node in target.nodes:
            if node.id != action.id:
                draft.supports.append(Support(action.id, node.id, place, explicit=True))


def add_triggers(draft: Draft) -> None:
    """Which action sets off which."""
    for action in draft.actions:
        model = draft.models[action.id]
        assert isinstance(model, Action)
        for number, word in enumerate(model.triggers):
            place = action.entry("triggers", number)
            target = draft.references.action(word, place)
            if target.finding:
                draft.findings.append(target.finding)
            draft.triggers.extend(Trigger(action.id, node.id, place) for node in target.nodes)
