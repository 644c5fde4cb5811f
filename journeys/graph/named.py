"""The blueprints that files name: what each is to show has to be there."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from journeys.graph.directory import Directory
from journeys.graph.journey import JourneyGraph
from journeys.graph.names import unknown
from journeys.graph.nodes import OwnerNode, PromiseNode, StepNode
from journeys.language.finding import Finding, Place
from journeys.language.model.blueprint import BlueprintSpec
from journeys.language.model.drawn import EXPERIENCE_LANES
from journeys.language.model.lanes import Lane
from journeys.language.model.names import meant

_IN_LANES = ("blueprint", "journey")
"""The views whose lanes are those of the journey."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What a blueprint may name, by id: of one journey, or of several."""

    phases: Mapping[str, str]
    lanes: Mapping[str, str]
    owners: Mapping[str, str]
    promises: Mapping[str, str]


def shown_of(
    steps: Iterable[StepNode], lanes: Iterable[Lane], owners: Iterable[OwnerNode], promises: Iterable[PromiseNode]
) -> Shown:
    """What a blueprint of these may name."""
    return Shown(
        {step.phase_key or step.phase: step.phase for step in steps if step.phase},
        {**EXPERIENCE_LANES, **{lane.id: lane.name for lane in lanes}},
        {owner.key: owner.name for owner in owners},
        {promise.key: promise.name for promise in promises},
    )


def shown_in(journeys: Iterable[JourneyGraph]) -> Shown:
    """What a blueprint of some journeys may name: what is in one of them."""
    found = list(journeys)
    return shown_of(
        (step for one in found for step in one.steps),
        (lane for one in found for lane in one.lanes),
        (owner for one in found for owner in one.owners.values()),
        (promise for one in found for promise in one.promise_nodes),
    )


def unknown_in(spec: BlueprintSpec, shown: Shown, place: Callable[..., Place]) -> Iterator[Finding]:
    """A finding for each name in a blueprint that leads nowhere; `place` gives the place of a key in it."""
    words = [("phase", word, shown.phases, place("phases", n)) for n, word in enumerate(spec.phases)]
    if spec.view in _IN_LANES:
        words += [("lane", word, shown.lanes, place("lanes", n)) for n, word in enumerate(spec.lanes)]
    words += [("owner", spec.owner, shown.owners, place("owner"))] if spec.owner else []
    words += [("promise", spec.promise, shown.promises, place("promise"))] if spec.promise else []
    for what, word, names, where in words:
        if not meant(word, names):
            yield unknown(word, where, what, dict.fromkeys(text for pair in names.items() for text in pair if text))


def unknown_for_all(
    blueprints: Mapping[str, BlueprintSpec], file: str, journeys: Mapping[str, JourneyGraph], directory: Directory
) -> Iterator[Finding]:
    """What the blueprints of a workspace's file name and nobody has; one that names no journey is of each."""
    for name, spec in blueprints.items():
        place = Place(file, ("blueprints", name))
        id_ = directory.journey(spec.journey) if spec.journey else ""
        if spec.journey and not id_:
            yield unknown(spec.journey, place.at("journey"), "journey", directory.files)
            continue
        shown = [journeys[id_]] if id_ else list(journeys.values())
        if all(journey.whole for journey in shown):
            yield from unknown_in(spec, shown_in(shown), place.at)
