"""A journey as the customer sees it: the classic journey map."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from blueprints.views.blueprint import blueprint_view
from blueprints.views.channels import channel_icon
from blueprints.views.described import described
from blueprints.views.findings import Mark, PromiseState
from blueprints.views.kind import ViewKind
from blueprints.views.select import keep_lanes, renumbered
from blueprints.views.view import Card, CardStyle, Lane, View
from journeys.graph.journey import JourneyGraph
from journeys.language.model.drawn import EXPERIENCE_LANES
from journeys.language.model.lanes import LaneKind

_SHOWN = ("steps", "feeling", "thoughts", "pains", "opportunities", "promises")


def journey_map_view(
    journey: JourneyGraph, *, findings: Sequence[Mark] = (), promises: Sequence[PromiseState] = ()
) -> View:
    """The journey map: what the customer does, through which channels, feels, thinks, suffers and is promised."""
    whole = blueprint_view(journey, findings=findings, promises=promises)
    kept = keep_lanes(whole, [lane.id for lane in whole.lanes if lane.id in _SHOWN or lane.kind == LaneKind.CUSTOMER])
    lanes = tuple(replace(lane, line_below="") for lane in kept.lanes)
    view = replace(kept, kind="journey map", subtitle="Journey map", lanes=lanes, owners=())
    view = replace(view, description=described(view))
    return renumbered(_with_channels(view, list(_channels(journey))))


KIND = ViewKind("Journey map", journey_map_view)


def _channels(journey: JourneyGraph) -> Iterator[Card]:
    """One card a step for each channel in which the customer meets the company there, or acts."""
    for step in journey.steps:
        met = [action for action in journey.actions_of(step.id) if action.channel]
        names = [journey.channels.get(action.channel, action.channel) for action in met if not _behind(action.lane.id)]
        for place, name in enumerate(dict.fromkeys(names)):
            yield Card(
                id=f"channel:{step.id}/{place}",
                text=name,
                lane=0,
                column=step.index,
                style=CardStyle.THOUGHT,
                badges=(channel_icon(name),),
            )


def _behind(lane: str) -> bool:
    return lane in ("backstage", "support")


def _with_channels(view: View, cards: Sequence[Card]) -> View:
    """The view with a lane of channels beneath what the customer does."""
    if not cards:
        return view
    row = 1 + max(
        (index for index, lane in enumerate(view.lanes) if lane.kind in ("steps", LaneKind.CUSTOMER)), default=-1
    )
    moved = [replace(card, lane=card.lane + (card.lane >= row)) for card in view.cards]
    bars = tuple(replace(bar, lane=bar.lane + (bar.lane >= row)) for bar in view.bars)
    lanes = (*view.lanes[:row], Lane("channels", EXPERIENCE_LANES["channels"], kind="evidence"), *view.lanes[row:])
    return replace(view, lanes=lanes, cards=(*moved, *(replace(card, lane=row) for card in cards)), bars=bars)
