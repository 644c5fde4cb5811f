"""Who decides on experience, what they aim at and where it stands, and what they decided about which promises."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from blueprints.views.actions import Tags
from blueprints.views.described import described
from blueprints.views.findings import Mark, PromiseState
from blueprints.views.kind import ViewKind
from blueprints.views.marks import Numbered, number_marks
from blueprints.views.promise_cards import promise_card
from blueprints.views.reporting import reports
from blueprints.views.seats import seat_cards, seat_places, seated
from blueprints.views.select import without_empty_lanes
from blueprints.views.tree import Node, TreePlace, place_trees
from blueprints.views.view import Card, CardStyle, Connector, ConnectorKind, Detail, Fact, Lane, Tone, View
from journeys.graph.journey import JourneyGraph
from journeys.graph.nodes import PromiseNode
from journeys.graph.purpose import NOBODY
from journeys.graph.purpose_nodes import DecisionNode, GoalNode
from journeys.graph.purpose_questions import Answers
from journeys.language.model.key import said
from journeys.language.model.purpose import Decision, Goal
from journeys.language.quantities import counted

_ABREAST = 6
"""So many goals stand side by side, at least; more go on beneath them."""


def governance_view(
    journey: JourneyGraph, *, findings: Sequence[Mark] = (), promises: Sequence[PromiseState] = ()
) -> View:
    """The authority with the council and the line above, goals in their order, decisions with their promises."""
    about = _about(journey)
    marks = _marks(journey, about, findings)
    seats, decided = seat_places(journey), _decided(journey, about)
    levels = max((place.level for place in seats.values()), default=-1) + 1
    wide = max((place.column + 1 for place in (*seats.values(), *decided.values())), default=1)
    abreast = max(wide, min(_ABREAST, len(journey.goals)))
    tags = Tags(journey)
    lanes = [*_seat_lanes(levels), Lane("goals", "Goals, the first weighs most", kind="customer")]
    lanes += [
        Lane("decisions", "What was decided", kind="company"),
        Lane("about", "about these promises", kind="promises"),
    ]
    rows = {lane.id: row for row, lane in enumerate(lanes)}
    states = {state.promise_id: state for state in promises}
    cards = [
        *seat_cards(journey, seats, marks),
        *_goals(journey, tags, marks, rows["goals"], abreast),
        *(
            _decision(one, journey, tags, marks, lane=rows["decisions"], column=decided[one.id].column)
            for one in journey.decisions
        ),
        *(
            promise_card(one, journey, states.get(id_), marks, lane=rows["about"], column=decided[id_].column)
            for id_, one in about.items()
        ),
    ]
    view = View(
        id=journey.id,
        title=journey.name,
        kind="governance",
        subtitle="Who decides on experience, and what they aim at",
        facts=tuple(_facts(journey)),
        columns=("",) * abreast,
        lanes=tuple(lanes),
        cards=tuple(cards),
        connectors=(*reports(seated(journey), journey), *_connectors(journey, about)),
        notes=marks.notes,
        owners=tags.used,
    )
    view = without_empty_lanes(view)
    return replace(view, description=described(view))


KIND = ViewKind("Governance", governance_view, lambda journey: journey.governance != NOBODY)


def _marks(journey: JourneyGraph, about: Mapping[str, PromiseNode], findings: Sequence[Mark]) -> Numbered:
    """The findings at what is shown, in the order of reading."""
    entries = (*journey.goals, *journey.decisions)
    order = {id_: place for place, id_ in enumerate((*seated(journey), *(one.id for one in entries), *about))}
    return number_marks([one for one in findings if one.node_id in order], order)


def _seat_lanes(levels: int) -> Iterator[Lane]:
    for level in range(1, levels + 1):
        yield Lane(f"level-{level}", f"Level {level}" if level > 1 else "Who decides", kind="company")


def _facts(journey: JourneyGraph) -> Iterator[Fact]:
    governance = journey.governance
    if governance.authority_text:
        name = journey.called(governance.authority) if governance.authority else governance.authority_text
        yield Fact("Decides", name)
    if governance.council_text:
        yield Fact("Council", counted(len(governance.council_text), "member"))
    if governance.meets:
        yield Fact("Meets every", str(governance.meets))
    if governance.met:
        yield Fact("Last met", str(governance.met[-1]))
    elif governance.meets:
        yield Fact("Last met", "no meeting is written down")


def _about(journey: JourneyGraph) -> Mapping[str, PromiseNode]:
    """The promises that decisions are about, of other journeys too, in the order of the decisions."""
    every = journey.workspace.promises
    ids = dict.fromkeys(id_ for one in journey.decisions for id_ in one.about)
    return {id_: every[id_] for id_ in ids if id_ in every}


def _decided(journey: JourneyGraph, about: Mapping[str, PromiseNode]) -> Mapping[str, TreePlace]:
    """Decisions side by side, each over the promises that it is the first to be about."""
    first: dict[str, str] = {}
    for one in journey.decisions:
        for id_ in one.about:
            first.setdefault(id_, one.id)
    nodes = [Node(one.id, "") for one in journey.decisions]
    return place_trees([*nodes, *(Node(id_, first[id_]) for id_ in about)])


def _goals(journey: JourneyGraph, tags: Tags, marks: Numbered, lane: int, abreast: int) -> Iterator[Card]:
    answers = journey.workspace.answers
    for number, goal in enumerate(journey.goals):
        yield Card(
            id=goal.id,
            text=f"{number + 1}. {goal.name}",
            lane=lane,
            column=number % abreast,
            style=CardStyle.GOAL,
            owner=tags.named(goal),
            details=(*_aimed(goal, journey), *_stands(goal, answers)),
            marks=marks.at(goal.id),
            link=goal.link,
            tooltip=said(Goal, goal),
            data=(("node", goal.id), ("owner", goal.owner)),
        )


def _aimed(goal: GoalNode, journey: JourneyGraph) -> Iterator[Detail]:
    if goal.measure or goal.measure_text:
        yield Detail("measure", journey.called(goal.measure) if goal.measure else goal.measure_text)
    else:
        yield Detail("cross", "No measure", Tone.BAD)
    if goal.aim:
        yield Detail("target", goal.aim, Tone.STRONG)
    if goal.against:
        yield Detail("cross", f"Against: {', '.join(map(journey.called, goal.against))}", Tone.BAD)


def _stands(goal: GoalNode, answers: Answers) -> Iterator[Detail]:
    """Where it stands, told as what it is: the last result of a change."""
    standing = answers.standing(goal)
    if standing:
        icon, tone = {True: ("check", Tone.GOOD), False: ("cross", Tone.BAD), None: ("blank", Tone.QUIET)}[
            standing.reached
        ]
        yield Detail(icon, f"{standing.result}{'' if standing.reached is not False else ', not there yet'}", tone)
        yield Detail("blank", f"after “{standing.change.name}”")
    elif goal.measure:
        yield Detail("blank", "No result yet")


def _decision(one: DecisionNode, journey: JourneyGraph, tags: Tags, marks: Numbered, *, lane: int, column: int) -> Card:
    return Card(
        id=one.id,
        text=one.name,
        lane=lane,
        column=column,
        style=CardStyle.DECISION,
        owner=tags.named(one),
        details=(Detail("calendar", str(one.on)),) if one.on else (),
        marks=marks.at(one.id),
        link=one.link,
        tooltip=said(Decision, one),
        data=(("node", one.id), ("owner", one.by)),
    )


def _connectors(journey: JourneyGraph, about: Mapping[str, PromiseNode]) -> Iterator[Connector]:
    pairs = ((one.id, id_) for one in journey.decisions for id_ in one.about if id_ in about)
    for number, (decision, promise) in enumerate(pairs, start=1):
        yield Connector(f"about-{number}", decision, promise, ConnectorKind.ABOUT)
