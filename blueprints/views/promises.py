"""Promises as bars from made to kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from blueprints.views.findings import PromiseState, assumptions_spoken, said_assumptions
from blueprints.views.marks import Numbered
from blueprints.views.view import Bar, State
from journeys.graph.journey import JourneyGraph
from journeys.graph.kept_along import kept_along
from journeys.graph.nodes import ActionNode, PromiseNode, StepNode
from journeys.language.model.key import said
from journeys.language.model.promise import Promise
from journeys.language.quantities import percent


def promise_bars(
    journey: JourneyGraph, states: Mapping[str, PromiseState], marks: Numbered
) -> tuple[tuple[str, Bar], ...]:
    """The bar of each promise, with the id of its lane: those to customers, and those between owners."""
    return tuple(
        ("promises" if promise.to_customer else "promises-inside", _bar(promise, journey, states, marks))
        for promise in drawn_promises(journey)
    )


def drawn_promises(journey: JourneyGraph) -> list[PromiseNode]:
    """The promises from top to bottom: to customers, then between owners; the earliest first, of these the longest."""

    def order(promise: PromiseNode) -> tuple[bool, int, int]:
        first, last = _span(promise, journey)
        return not promise.to_customer, first, -last

    return sorted(journey.promise_nodes, key=order) if journey.steps else []


def _span(promise: PromiseNode, journey: JourneyGraph) -> tuple[int, int]:
    """The first and the last column that a promise's bar stands under: of one that is standing, all of them."""
    if promise.standing:
        return 0, len(journey.steps) - 1
    columns = _columns((*promise.made, *promise.kept), journey) or (0,)
    return columns[0], columns[-1]


def _bar(promise: PromiseNode, journey: JourneyGraph, states: Mapping[str, PromiseState], marks: Numbered) -> Bar:
    made, kept = (_columns(ids, journey) for ids in (promise.made, promise.kept))
    first, last = _span(promise, journey)
    along = kept_along(journey, promise)
    state = states.get(promise.id)
    broken_at = _column(journey, state.broken_at) if state else None
    return Bar(
        id=promise.id,
        name=promise.name,
        lane=0,
        first=first,
        last=last,
        made=made,
        kept=kept,
        skipped=tuple(step.index for step in journey.steps[first : last + 1] if step.id not in along),
        broken_at=broken_at if broken_at in range(first, last + 1) else None,
        elsewhere=not made and not promise.standing,
        before=promise.standing,
        after=promise.standing or bool(promise.kept and not kept),
        state=State(state.state) if state else State.UNJUDGED,
        facts=tuple(_facts(promise, journey, state)),
        codes=state.codes if state else (),
        marks=marks.at(promise.id),
        link=promise.link,
        tooltip=" · ".join(filter(None, (said(Promise, promise), assumptions_spoken(state)))),
    )


def _columns(nodes: Iterable[str], journey: JourneyGraph) -> tuple[int, ...]:
    return tuple(sorted({column for id_ in nodes if (column := _column(journey, id_)) is not None}))


def _column(journey: JourneyGraph, id_: str) -> int | None:
    node = journey.nodes.get(id_)
    if isinstance(node, ActionNode):
        node = journey.nodes.get(node.step)
    return node.index if isinstance(node, StepNode) else None


def _conditions(promise: PromiseNode, journey: JourneyGraph) -> Iterator[str]:
    """For whom it is made where, and where it is kept, as far as marks in the columns do not tell it."""
    for step, when in promise.makings:
        if when:
            yield f"at “{journey.called(step)}” when {when}"
    if promise.any_place:
        yield "kept at one of its places"
    for action in map(journey.action, promise.kept):
        if action.journey != journey.id:
            yield f"kept at “{journey.step_of(action).name}” in {journey.workspace.journey_name(action.journey)}"


def _facts(promise: PromiseNode, journey: JourneyGraph, state: PromiseState | None) -> Iterator[str]:
    if state and state.assumed:
        yield said_assumptions(state.assumed)
    deadline = state.deadline_text if state else ""
    if deadline or promise.within:
        yield deadline or f"within {promise.within}"
    if promise.at_least is not None:
        yield f"in {percent(promise.at_least)} of cases"
    if promise.valid:
        yield f"valid for {promise.valid}"
    if promise.standing:
        yield "standing"
    yield from _conditions(promise, journey)
    by = journey.called(promise.by) if promise.by else promise.by_text or "nobody"
    to = [journey.called(id_) for id_ in promise.to] or list(promise.to_text)
    yield f"{by} to {', '.join(to) or 'nobody'}"
    if state and state.slack_text:
        yield state.slack_text
