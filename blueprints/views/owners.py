"""Who hands over to whom: a lane for each owner, and every handoff with the promise that covers it, or the gap."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from blueprints.views.actions import Tags, action_card
from blueprints.views.blueprint import blueprint_view
from blueprints.views.described import NOBODY, described
from blueprints.views.findings import Mark, PromiseState
from blueprints.views.kind import ViewKind
from blueprints.views.links import united
from blueprints.views.marks import Numbered, notes_at
from blueprints.views.select import renumbered
from blueprints.views.view import Card, CardStyle, Connector, ConnectorKind, Detail, Lane, Tone, View
from journeys.graph.handoffs import Handoff, handoffs
from journeys.graph.journey import JourneyGraph
from journeys.graph.nodes import ActionNode

_PROMISED = {
    "": ("promise", "", Tone.QUIET),
    "sound": ("check", "", Tone.GOOD),
    "assumed": ("assumed", ", assumed", Tone.STRONG),
    "broken": ("cross", ", and broken", Tone.BAD),
    "unproven": ("unknown", ", not proven", Tone.STRONG),
}
"""How it is said that work is promised, by what is known of the promise."""


def owners_view(journey: JourneyGraph, *, findings: Sequence[Mark] = (), promises: Sequence[PromiseState] = ()) -> View:
    """A lane for each owner in the order in which they come to act, those without one last; handoffs between them."""
    whole = blueprint_view(journey, findings=findings, promises=promises)
    found = tuple(handoffs(journey))
    actions = [action for action in journey.actions if action.company]
    lanes = _lanes(journey, actions)
    rows = {lane.id: row for row, lane in enumerate(lanes)}
    marks = Numbered(whole.notes, {card.id: card.marks for card in whole.cards})
    heads = [replace(card, lane=0, details=()) for card in whole.cards if card.style is CardStyle.STEP]
    shown = {action.id for action in actions} | {card.id for card in heads}
    view = replace(
        whole,
        kind="owners",
        subtitle="Who hands over to whom",
        lanes=lanes,
        cards=(*heads, *_cards(journey, actions, rows, marks, found, {one.promise_id: one for one in promises})),
        connectors=tuple(_connectors(journey, actions, found)),
        feelings=(),
        bars=(),
        owners=(),
        notes=notes_at(whole.notes, whole.nodes - shown),
    )
    return renumbered(replace(view, description=described(view)))


KIND = ViewKind("Owners", owners_view)


def _lanes(journey: JourneyGraph, actions: Sequence[ActionNode]) -> tuple[Lane, ...]:
    """The heads of the columns, the owners by the first step they act in, and nobody."""
    columns = {step.id: step.index for step in journey.steps}
    first: dict[str, int] = {}
    for action in sorted(actions, key=lambda one: columns[one.step]):
        first.setdefault(action.owner or NOBODY, columns[action.step])
    nobody = first.pop(NOBODY, None)
    lanes = [Lane("steps", "", kind="steps")]
    lanes += [Lane(owner, journey.called(owner) + _vacancy(journey, owner), kind="company") for owner in first]
    return (*lanes, *([] if nobody is None else [Lane(NOBODY, "Nobody", kind="company")]))


def _vacancy(journey: JourneyGraph, owner: str) -> str:
    return " (vacant)" if any(one.id == owner and one.vacant for one in journey.owners.values()) else ""


def _cards(
    journey: JourneyGraph,
    actions: Sequence[ActionNode],
    rows: Mapping[str, int],
    marks: Numbered,
    found: Sequence[Handoff],
    states: Mapping[str, PromiseState],
) -> Iterator[Card]:
    said = _said(journey, found, states)
    tags = Tags(journey)
    for action in actions:
        card = action_card(action, journey.step_of(action).index, journey, tags, marks)
        details = (Detail("", action.lane.name), *said.get(action.id, ()))
        owner = card.owner if card.owner and card.owner.missing else None
        yield replace(card, lane=rows[action.owner or NOBODY], details=details, owner=owner)


def _said(
    journey: JourneyGraph, found: Sequence[Handoff], states: Mapping[str, PromiseState]
) -> Mapping[str, Sequence[Detail]]:
    """What is written on the card that takes over: by which promise, and what is known of it; or that there is none."""
    said: defaultdict[str, list[Detail]] = defaultdict(list)
    for handoff in found:
        giver = journey.called(handoff.above.owner) if handoff.above.owner else ""
        if handoff.promise:
            state = states.get(handoff.promise.id)
            icon, known, tone = _PROMISED[state.state if state else ""]
            detail = Detail(icon, f"Promised to {giver}{known}: {handoff.promise.name}", tone)
        else:
            gap = f"Nothing promised to {giver}" if giver else "Handed over by nobody"
            detail = Detail("cross", gap, Tone.BAD)
        if detail not in said[handoff.below.id]:
            said[handoff.below.id].append(detail)
    return said


def _connectors(journey: JourneyGraph, actions: Sequence[ActionNode], found: Sequence[Handoff]) -> Iterator[Connector]:
    """Each handoff once, and one line where every action of a cell hands over to every one of another alike."""
    cells = {action.id: (action.owner, action.step) for action in actions}
    by_kind: defaultdict[ConnectorKind, list[tuple[str, str]]] = defaultdict(list)
    for handoff in found:
        by_kind[_kind(handoff)].append((handoff.above.id, handoff.below.id))
    whole = {kind: united(pairs, cells) for kind, pairs in by_kind.items()}
    for number, handoff in enumerate(found, start=1):
        kind, pair = _kind(handoff), (handoff.above.id, handoff.below.id)
        ends = whole[kind].get(pair)
        if ends is None:
            yield Connector(f"handoff-{number}", *pair, kind)
        elif pair == (ends[0][0], ends[1][0]):
            yield Connector(f"handoff-{number}", ends[0][-1], ends[1][0], kind, sources=ends[0], targets=ends[1])
    yield from _customer_handed_over(journey)


def _kind(handoff: Handoff) -> ConnectorKind:
    if not handoff.covered:
        return ConnectorKind.GAP
    return ConnectorKind.TRIGGER if handoff.trigger else ConnectorKind.HANDOFF


def _customer_handed_over(journey: JourneyGraph) -> Iterator[Connector]:
    """The customer goes on from one owner's touchpoint to another's."""
    seen: set[tuple[str, str]] = set()
    for flow in journey.flows:
        here, there = journey.touchpoints(flow.source), journey.touchpoints(flow.target)
        if flow.anywhere or not here or not there or here[-1].owner == there[0].owner:
            continue
        ends = (here[-1].id, there[0].id)
        if ends not in seen:
            seen.add(ends)
            yield Connector(f"customer-{len(seen)}", *ends, ConnectorKind.FLOW)
