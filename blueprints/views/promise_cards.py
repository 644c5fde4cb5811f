"""Promises as cards, for the views that show what relies on what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from blueprints.views.findings import PromiseState, RootCause, assumptions_spoken, said_assumptions
from blueprints.views.marks import Numbered
from blueprints.views.view import Card, CardStyle, Detail, Tone
from journeys.graph.journey import JourneyGraph
from journeys.graph.nodes import PromiseNode
from journeys.language.model.key import said
from journeys.language.model.promise import Promise
from journeys.language.quantities import percent

_STYLES = {
    "sound": CardStyle.SOUND,
    "assumed": CardStyle.ASSUMED,
    "broken": CardStyle.BROKEN,
    "unproven": CardStyle.UNPROVEN,
}
_SAID = {
    "sound": ("check", "Sound", Tone.GOOD),
    "assumed": ("assumed", "Assumed", Tone.STRONG),
    "broken": ("cross", "Broken", Tone.BAD),
    "unproven": ("unknown", "Not proven", Tone.STRONG),
}

_MOST_TOLD = 3


def promise_card(
    promise: PromiseNode,
    journey: JourneyGraph,
    state: PromiseState | None,
    marks: Numbered,
    *,
    lane: int,
    column: int,
) -> Card:
    """The card of a promise: its state in words and sign, to whom, by when and how often, and what stands against it.

    Of many assumptions of its own the first few are written.
    """
    known, causes = (state.state, state.causes) if state else ("", ())
    style = CardStyle.CAUSE if any(not cause.unproven for cause in causes) else _STYLES.get(known, CardStyle.UNJUDGED)
    return Card(
        id=promise.id,
        text=promise.name,
        lane=lane,
        column=column,
        style=style,
        details=(
            *_state(state),
            *_details(promise, journey, state),
            *(_cause(cause, promise) for cause in causes),
            *(_own(state.own) if state and known == "assumed" else ()),
        ),
        marks=marks.at(promise.id),
        link=promise.link,
        tooltip=" · ".join(filter(None, (said(Promise, promise), assumptions_spoken(state)))),
        data=(("node", promise.id), ("promise", promise.id), ("owner", promise.by), ("state", known)),
    )


def _state(state: PromiseState | None) -> Iterator[Detail]:
    if state:
        icon, word, tone = _SAID[state.state]
        yield Detail(icon, " ".join((word, *state.codes)), tone)
        if state.assumed:
            yield Detail("blank", said_assumptions(state.assumed))


def _cause(cause: RootCause, promise: PromiseNode) -> Detail:
    """Why it is not sound; whose card it is needs not be said again."""
    message = cause.message.removeprefix(f"“{promise.name}” ")
    return Detail("unknown", message, Tone.STRONG) if cause.unproven else Detail("cross", message, Tone.BAD)


def _own(assumptions: Sequence[str]) -> Iterator[Detail]:
    """What this promise itself takes for nothing."""
    for one in assumptions[:_MOST_TOLD]:
        yield Detail("blank", one)
    if len(assumptions) > _MOST_TOLD:
        yield Detail("blank", f"and {len(assumptions) - _MOST_TOLD} more like these")


def _details(promise: PromiseNode, journey: JourneyGraph, state: PromiseState | None) -> Iterator[Detail]:
    to = [journey.called(id_) for id_ in promise.to] or list(promise.to_text)
    yield Detail("person", f"To {', '.join(to) or 'nobody'}")
    deadline = state.deadline_text if state else ""
    if deadline or promise.within:
        yield Detail("deadline", deadline or f"within {promise.within}")
    if state and state.slack_text:
        yield Detail("blank", state.slack_text)
    if promise.at_least is not None:
        yield Detail("rate", f"in {percent(promise.at_least)} of cases")
    if promise.valid:
        yield Detail("clock", f"valid for {promise.valid}")
    if promise.standing:
        yield Detail("blank", "standing, wherever it is asked for")
    if promise.journey != journey.id:
        yield Detail("blank", f"in “{journey.workspace.journey_name(promise.journey)}”")
