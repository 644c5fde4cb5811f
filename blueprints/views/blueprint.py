"""A journey as a service blueprint: every lane, the lines between them, feelings and promises."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import takewhile

from blueprints.views.actions import Tags, action_card, evidence_card
from blueprints.views.described import described
from blueprints.views.findings import Mark, PromiseState
from blueprints.views.flows import Flows, read_flows
from blueprints.views.kind import ViewKind
from blueprints.views.links import link_connectors
from blueprints.views.lived import Lived
from blueprints.views.marks import Numbered, number_marks
from blueprints.views.promises import drawn_promises, promise_bars
from blueprints.views.steps import step_card, step_notes
from blueprints.views.view import Bar, Card, CardStyle, Fact, Feeling, Lane, LaneShape, Phase, View
from journeys.graph.journey import JourneyGraph
from journeys.graph.nodes import EvidenceNode, InfoNode, StepNode
from journeys.language.model.action import Action
from journeys.language.model.drawn import EXPERIENCE_LANES
from journeys.language.model.journey import Journey
from journeys.language.model.key import said
from journeys.language.model.lanes import Lane as GraphLane
from journeys.language.model.lanes import LaneKind
from journeys.language.model.shared import Customer

_INTERACTION = "Line of interaction"
_LINES = {"frontstage": "Line of visibility", "backstage": "Line of internal interaction"}
_NOTE_LANES = (
    (CardStyle.THOUGHT, "thoughts"),
    (CardStyle.PAIN, "pains"),
    (CardStyle.OPPORTUNITY, "opportunities"),
)


def blueprint_view(
    journey: JourneyGraph, *, findings: Sequence[Mark] = (), promises: Sequence[PromiseState] = ()
) -> View:
    """The service blueprint of a journey, with findings as marks and promises in the states given."""
    tags = Tags(journey)
    flows = read_flows(journey)
    lived = Lived(journey)
    here = [one for one in findings if not one.node_id or one.node_id in journey.nodes]
    marks = number_marks(here, _reading_order(journey))
    bars = promise_bars(journey, {state.promise_id: state for state in promises}, marks)
    builder = _Builder(journey, tags, flows, marks, lived)
    lanes, cards = builder.lanes_and_cards(bars)
    rows = {lane.id: row for row, lane in enumerate(lanes)}
    view = View(
        id=journey.id,
        title=journey.name,
        kind="blueprint",
        subtitle="Service blueprint",
        facts=tuple(_facts(journey)),
        link=journey.link,
        tooltip=_told(journey),
        columns=tuple(step.name for step in journey.steps),
        phases=tuple(_phases(journey)),
        lanes=lanes,
        cards=cards,
        connectors=(*flows.connectors, *link_connectors(journey)),
        feelings=tuple(_feelings(journey)),
        bars=tuple(replace(bar, lane=rows[lane]) for lane, bar in bars),
        notes=marks.notes,
        owners=tags.used,
    )
    return replace(view, description=described(view))


KIND = ViewKind("Blueprint", blueprint_view)


def _reading_order(journey: JourneyGraph) -> Mapping[str, int]:
    """The place of each node in the order of reading: column by column, then the promises."""
    nodes: list[str] = []
    for step in journey.steps:
        nodes.append(step.id)
        nodes += [piece.id for piece in journey.evidence_of(step.id)]
        nodes += [action.id for action in journey.actions_of(step.id)]
    nodes += [promise.id for promise in drawn_promises(journey)]
    return {node: place for place, node in enumerate(nodes)}


def _facts(journey: JourneyGraph) -> Iterator[Fact]:
    if journey.customers:
        names = ", ".join(customer.name for customer in journey.customers)
        yield Fact("Customers" if len(journey.customers) > 1 else "Customer", names)
    if journey.job:
        yield Fact("Job to be done", journey.job)
    if journey.owner or journey.owner_text:
        owner = journey.owner_of(journey)
        holder = f" ({owner.holder})" if owner and owner.holder else ""
        yield Fact("Owner", (owner.name if owner else journey.owner_text) + holder)
    if journey.status:
        yield Fact("Status", journey.status)
    if journey.version:
        yield Fact("Version", journey.version)
    if journey.date:
        yield Fact("Date", journey.date)


def _told(journey: JourneyGraph) -> str:
    """What the title tells where a pointer rests: the journey's note, and what is known of its customers."""
    people = [f"{one.name}: {text}" for one in journey.customers if (text := said(Customer, one))]
    return "\n".join(text for text in (said(Journey, journey), *people) if text)


def _phases(journey: JourneyGraph) -> Iterator[Phase]:
    """A band for each run of neighbouring steps of one phase."""
    first = 0
    steps = journey.steps
    for index, step in enumerate(steps):
        ends = index + 1 == len(steps) or steps[index + 1].phase_index != step.phase_index
        if ends:
            if step.phase:
                yield Phase(step.phase, first, index, step.phase_key, step.phase_note)
            first = index + 1


def _feelings(journey: JourneyGraph) -> Iterator[Feeling]:
    for step in journey.steps:
        if step.feeling is not None:
            yield Feeling(step.index, step.feeling, step.emotion, tuple(sorted(_felt_next(journey, step))))


def _felt_next(journey: JourneyGraph, step: StepNode) -> set[int]:
    """The columns of the feelings that come next on the ways ahead: past steps without one, and not back in time."""
    steps = {one.id: one for one in journey.steps}
    found: set[int] = set()
    seen = {step.id}
    waiting = [step]
    while waiting:
        here = waiting.pop()
        for flow in journey.flows_from(here.id):
            ahead = steps.get(flow.target)
            if ahead is None or flow.anywhere or ahead.id in seen or ahead.index < step.index:
                continue
            seen.add(ahead.id)
            if ahead.feeling is None:
                waiting.append(ahead)
            else:
                found.add(ahead.index)
    return found


def _last_of_the_customer(lanes: Sequence[GraphLane]) -> str:
    """The id of the last lane above the frontstage in which a customer acts: the line of interaction is beneath it."""
    above = takewhile(lambda lane: lane.id != "frontstage", lanes)
    return [lane.id for lane in above if lane.kind is LaneKind.CUSTOMER][-1]


class _Builder:
    """Collects lanes that hold something, and their cards."""

    def __init__(self, journey: JourneyGraph, tags: Tags, flows: Flows, marks: Numbered, lived: Lived) -> None:
        self._journey = journey
        self._tags = tags
        self._flows = flows
        self._marks = marks
        self._lived = lived

    def lanes_and_cards(self, bars: Sequence[tuple[str, Bar]]) -> tuple[tuple[Lane, ...], tuple[Card, ...]]:
        """The lanes from top to bottom, and all cards with the row of their lane."""
        lanes: list[Lane] = []
        cards: list[Card] = []
        for lane, content in (*self._steps(), *self._journey_lanes(), *self._experience()):
            cards += [replace(card, lane=len(lanes)) for card in content]
            lanes.append(lane)
        used = {lane for lane, _ in bars}
        for id_ in ("promises", "promises-inside"):
            if id_ in used:
                lanes.append(Lane(id_, EXPERIENCE_LANES[id_], LaneShape.BARS, kind="promises"))
        return tuple(lanes), tuple(cards)

    def _steps(self) -> Iterator[tuple[Lane, list[Card]]]:
        several = len(self._journey.starts) > 1
        called = self._journey.workspace.journey_name
        cards = [
            self._with_lived(
                step_card(
                    step, self._flows, self._marks, start=several, nested=called(step.nested) if step.nested else ""
                ),
                step,
            )
            for step in self._journey.steps
        ]
        if cards:
            yield Lane("steps", "", kind="steps"), cards

    def _journey_lanes(self) -> list[tuple[Lane, list[Card]]]:
        """The journey's lanes that hold something, each line beneath the last of the lanes above it."""
        found: list[tuple[Lane, list[Card]]] = []
        waiting = ""
        lines = _LINES | {_last_of_the_customer(self._journey.lanes): _INTERACTION}
        for lane in self._journey.lanes:
            cards = self._lane_cards(lane.id)
            if cards:
                if waiting and found:
                    found[-1] = (replace(found[-1][0], line_below=waiting), found[-1][1])
                waiting = ""
                found.append((Lane(lane.id, lane.name, kind=str(lane.kind)), cards))
            line = lines.get(lane.id, "")
            waiting = " · ".join(part for part in (waiting, line) if part)
        return found

    def _lane_cards(self, lane: str) -> list[Card]:
        cards: list[Card] = []
        for step in self._journey.steps:
            cards += [
                evidence_card(piece, step.index, self._journey, self._marks)
                for piece in self._journey.evidence_of(step.id)
                if piece.lane.id == lane
            ]
            cards += [self._text_card(info, step, CardStyle.INFO) for info in self._journey.infos_of(step.id, lane)]
            cards += [
                self._with_lived(action_card(action, step.index, self._journey, self._tags, self._marks))
                for action in self._journey.cell(step.id, lane)
            ]
        return cards

    def _with_lived(self, card: Card, step: StepNode | None = None) -> Card:
        """The card of a step or an action with what was heard, expected and changed there."""
        words = self._lived.words(card.id, step)
        if not words:
            return card
        tooltip = " · ".join(filter(None, (card.tooltip, words)))
        return replace(card, details=(*card.details, *self._lived.marks(card.id)), tooltip=tooltip)

    def _text_card(self, node: EvidenceNode | InfoNode, step: StepNode, style: CardStyle) -> Card:
        """What is seen or read at a step, and not done."""
        return Card(
            id=node.id,
            text=node.name,
            lane=0,
            column=step.index,
            style=style,
            marks=self._marks.at(node.id),
            link=node.link,
            tooltip=said(Action, node),
            data=(("status", node.status),) if node.status else (),
        )

    def _experience(self) -> Iterator[tuple[Lane, list[Card]]]:
        if any(step.feeling is not None for step in self._journey.steps):
            yield Lane("feeling", EXPERIENCE_LANES["feeling"], LaneShape.CURVE, kind="experience"), []
        for style, id_ in _NOTE_LANES:
            cards = [card for step in self._journey.steps for card in step_notes(step, style)]
            if cards:
                yield Lane(id_, EXPERIENCE_LANES[id_], kind="experience"), cards
