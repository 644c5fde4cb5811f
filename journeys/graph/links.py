"""Edges between steps and between actions: flow, support and triggers."""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Iterable
from dataclasses import replace

from journeys.graph.draft import Draft
from journeys.graph.nodes import ActionNode, Flow, StepNode, Support, Trigger
from journeys.language.finding import Finding, KeyPath, Place
from journeys.language.model.action import NONE, Action
from journeys.language.model.lanes import FRONTSTAGE, LaneKind
from journeys.language.model.step import Next, Step


def add_flows(draft: Draft) -> None:
    """The ways along `next`, the following step where it is left out, and the exits of `anywhere`."""
    steps = draft.steps
    for number, step in enumerate(steps):
        model = draft.models[step.id]
        assert isinstance(model, Step)
        _add_ways(draft, step, model)
        if not model.next and not model.end and number + 1 < len(steps):
            draft.flows.append(Flow(step.id, steps[number + 1].id, step.place))
    for phase_index, (phase, path) in enumerate(draft.phases):
        if phase is not None:
            inside = [step for step in steps if step.phase_index == phase_index]
            _add_anywhere(draft, inside, phase.anywhere, (*path, "anywhere"))
    _add_anywhere(draft, steps, draft.model.anywhere, ("anywhere",))


def _add_ways(draft: Draft, step: StepNode, model: Step) -> None:
    at_once = False
    for index, way in enumerate(model.next):
        draft.variants(way.for_, *step.entry("next", index).path)
        if isinstance(way, Next):
            _add_way(draft, step, way, step.entry("next", index, "to"))
        elif at_once:
            draft.findings.append(_second_all(step.entry("next", index, "all")))
        else:
            at_once = True
            for number, word in enumerate(way.all):
                one = Next(to=word, when=way.when, after=way.after)
                _add_way(draft, step, one, step.entry("next", index, "all", number), together=True)


def _add_way(draft: Draft, step: StepNode, way: Next, place: Place, *, together: bool = False) -> None:
    target, elsewhere = _destination(draft, way, place)
    if target or elsewhere:
        draft.flows.append(replace(_flow(step, way, target, elsewhere, place), together=together))


def _second_all(place: Place) -> Finding:
    return Finding(
        "a second `all`: the customer cannot take two sets of ways at once",
        place,
        help="write one `all`, and let the other begin at a step of its own",
        name="wrong-type",
    )


def _add_anywhere(draft: Draft, steps: list[StepNode], ways: Iterable[Next], path: KeyPath) -> None:
    known = {(flow.source, flow.target) for flow in draft.flows if flow.target} if ways else set()
    for index, way in enumerate(ways):
        place = draft.place(*path, index, "to")
        target, elsewhere = _destination(draft, way, place)
        draft.variants(way.for_, *path, index)
        if not (target or elsewhere):
            continue
        for step in steps:
            if step.id != target and (step.id, target) not in known:
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
    """Which action is supported by which: by all of the next cell below, or those of it that `uses` names.

    What `uses` names elsewhere comes to that; it takes nothing away.
    """
    cells = _Cells(draft)
    for action in draft.actions:
        model = draft.models[action.id]
        assert isinstance(model, Action)
        below = cells.below(action)
        used = _used(draft, action, model)
        named = [other for other in below if other.id in used]
        narrowed = named or ([] if NONE in model.uses else below)
        draft.supports += (Support(action.id, other.id, action.place) for other in narrowed if other.id not in used)
        draft.supports += (Support(action.id, other, place, explicit=True) for other, place in used.items())


class _Cells:
    """The actions of each cell, and by step the places, among the company's lanes, of those that are not empty."""

    def __init__(self, draft: Draft) -> None:
        self._lanes = [lane.id for lane in draft.shared.lanes if lane.kind is LaneKind.COMPANY]
        self._places = {lane: place for place, lane in enumerate(self._lanes)}
        self._actions: dict[tuple[str, str], list[ActionNode]] = {}
        for action in draft.actions:
            self._actions.setdefault((action.step, action.lane.id), []).append(action)
        self._filled: dict[str, list[int]] = {}
        for step, lane in self._actions:
            if lane in self._places:
                insort(self._filled.setdefault(step, []), self._places[lane])

    def below(self, action: ActionNode) -> list[ActionNode]:
        """A customer's action is supported by the frontstage, a company's by the next lane below that is not empty."""
        if not action.company:
            return self._actions.get((action.step, FRONTSTAGE.id), [])
        filled = self._filled[action.step]
        following = bisect_right(filled, self._places[action.lane.id])
        return self._actions[action.step, self._lanes[filled[following]]] if following < len(filled) else []


def _used(draft: Draft, action: ActionNode, model: Action) -> dict[str, Place]:
    """The actions that `uses` names, by id, each with its place; that it uses itself is a finding."""
    found: dict[str, Place] = {}
    for number, word in enumerate(model.uses):
        if word == NONE:
            continue
        place = action.entry("uses", number)
        target = draft.action(word, place)
        if target.finding:
            draft.findings.append(target.finding)
        for node in target.nodes:
            if node.id == action.id:
                draft.findings.append(_itself(place))
            else:
                found.setdefault(node.id, place)
    return found


def _itself(place: Place) -> Finding:
    return Finding(
        "an action does not support itself",
        place,
        help="name the action that it needs, or leave `uses` out",
        name="key-without-effect",
    )


def add_triggers(draft: Draft) -> None:
    """Which action sets off which."""
    for action in draft.actions:
        model = draft.models[action.id]
        assert isinstance(model, Action)
        for number, word in enumerate(model.triggers):
            place = action.entry("triggers", number)
            target = draft.action(word, place)
            if target.finding:
                draft.findings.append(target.finding)
            draft.triggers.extend(Trigger(action.id, node.id, place) for node in target.nodes)
