"""A journey as a service blueprint: every lane, the lines between them, feelings and promises."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from blueprints.views.actions import Tags, action_card, evidence_card
from blueprints.views.findings import Mark, PromiseState
from blueprints.views.flows import Flows, read_flows
from blueprints.views.kind import ViewKind
from blueprints.views.links import link_connectors
from blueprints.views.marks import Numbered, number_marks
from blueprints.views.promises import drawn_promises, promise_bars
from blueprints.views.steps import step_card, step_notes
from blueprints.views.view import Bar, Card, CardStyle, Fact, Feeling, Lane, LaneShape, Phase, View
from journeys.graph.journey import JourneyGraph
from journeys.graph.nodes import EvidenceNode, InfoNode, StepNode
from journeys.language.model.action import Action
from journeys.language.model.journey import Journey
from journeys.language.model.key import said
from journeys.language.model.shared import Customer

_LINES = {
    "customer": "Line of interaction",
    "frontstage": "Line of visibility",
    "backstage": "Line of internal interaction",
}
_NOTE_LANES = (
    (CardStyle.THOUGHT, "thoughts", "Thoughts"),
    (CardStyle.PAIN, "pains", "Pains"),
    (CardStyle.OPPORTUNITY, "opportunities", "Opportunities"),
)


def blueprint_view(
    journey: JourneyGraph, *, findings: Sequence[Mark] = (), promises: Sequence[PromiseState] = ()
) -> View:
    """The service blueprint of a journey, with findings as marks and promises in the states given."""
    tags = Tags(journey)
    flows = read_flows(journey)
    marks = number_marks(findings, _reading_order(journey))
    bars = promise_bars(journey, {state.promise_id: state for state in promises}, marks)
    builder = _Builder(journey, tags, flows, marks)
    lanes, cards = builder.lanes_and_cards(bars)
    rows = {lane.id: row for row, lane in enumerate(lanes)}
    return View(
        id=journey.id,
        title=journey.name,
        kind="blueprint",
        subtitle="Service blueprint",
        description=_description(journey, bars),
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


def _description(journey: JourneyGraph, bars: Sequence[tuple[str, Bar]]) -> str:
    phases = ", ".join(journey.phases)
    parts = [f"Service blueprint of “{journey.name}” in {len(journey.steps)} steps"]
    parts += [f"through the phases {phases}"] if phases else []
    text = " ".join(parts) + "."
    if journey.job:
        text += f" The customer's job to be done: {journey.job}."
    states = [str(bar.state) for _, bar in bars]
    if bars:
        counted = ", ".join(f"{states.count(state)} {state}" for state in sorted(set(states)))
        text += f" It makes {len(bars)} promises: {counted}."
    return text


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
            yield Feeling(step.index, step.feeling, step.emotion, last=not _goes_on(journey, step))


def _goes_on(journey: JourneyGraph, step: StepNode) -> bool:
    """Whether the customer can go on from a step within the journey, other than by leaving it from anywhere."""
    return any(flow.source == step.id and flow.target and not flow.anywhere for flow in journey.flows)


class _Builder:
    """Collects lanes that hold something, and their cards."""

    def __init__(self, journey: JourneyGraph, tags: Tags, flows: Flows, marks: Numbered) -> None:
        self._journey = journey
        self._tags = tags
        self._flows = flows
        self._marks = marks

    def lanes_and_cards(self, bars: Sequence[tuple[str, Bar]]) -> tuple[tuple[Lane, ...], tuple[Card, ...]]:
        """The lanes from top to bottom, and all cards with the row of their lane."""
        lanes: list[Lane] = []
        cards: list[Card] = []
        for lane, content in (*self._steps(), *self._journey_lanes(), *self._experience()):
            cards += [replace(card, lane=len(lanes)) for card in content]
            lanes.append(lane)
        used = {lane for lane, _ in bars}
        for id_, name in (("promises", "Promises to the customer"), ("promises-inside", "Promises behind the scenes")):
            if id_ in used:
                lanes.append(Lane(id_, name, LaneShape.BARS, kind="promises"))
        return tuple(lanes), tuple(cards)

    def _steps(self) -> Iterator[tuple[Lane, list[Card]]]:
        several = len(self._journey.starts) > 1
        called = self._journey.workspace.journey_name
        cards = [
            step_card(step, self._flows, self._marks, start=several, nested=called(step.nested) if step.nested else "")
            for step in self._journey.steps
        ]
        if cards:
            yield Lane("steps", "", kind="steps"), cards

    def _journey_lanes(self) -> list[tuple[Lane, list[Card]]]:
        """The journey's lanes that hold something, each line beneath the last of the lanes above it."""
        found: list[tuple[Lane, list[Card]]] = []
        waiting = ""
        for lane in self._journey.lanes:
            cards = self._lane_cards(lane.id)
            if cards:
                if waiting and found:
                    found[-1] = (replace(found[-1][0], line_below=waiting), found[-1][1])
                waiting = ""
                found.append((Lane(lane.id, lane.name, kind=str(lane.kind)), cards))
            line = _LINES.get(lane.id, "")
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
                action_card(action, step.index, self._journey, self._tags, self._marks)
                for action in self._journey.cell(step.id, lane)
            ]
        return cards

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
            yield Lane("feeling", "Feeling", LaneShape.CURVE, kind="experience"), []
        for style, id_, name in _NOTE_LANES:
            cards = [card for step in self._journey.steps for card in step_notes(step, style)]
            if cards:
                yield Lane(id_, name, kind="experience"), cards
