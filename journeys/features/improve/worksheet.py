"""A journey's worksheet: what the customer wants, what is expected and answered, and the next small change."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from journeys.api import whole
from journeys.errors import UsageError
from journeys.features.improve.candidate import Candidate
from journeys.features.improve.candidates import candidates
from journeys.graph.answering import answering
from journeys.graph.hardship import hard_steps
from journeys.graph.journey import JourneyGraph
from journeys.graph.verdict import State
from journeys.graph.workspace import Workspace
from journeys.language.words import did_you_mean


@dataclass(frozen=True, slots=True)
class Expected:
    """What customers expect at a step (its name), since when that is known, and the promises that answer it, each with
    its verdict. It is not `wanted` where its kind says that they do not mind, or would rather be without it."""

    words: str
    step: str
    kano: str
    as_of: date | None
    review_every: str
    answered: tuple[tuple[str, State], ...]
    wanted: bool = True


@dataclass(frozen=True, slots=True)
class Worksheet:
    """One journey. `hard` are the steps (names) where customers wait or hurt, `reactive` those where it waits to be
    asked. `changes` are ranked, what weighs most first."""

    id: str
    name: str
    job: str
    customers: tuple[str, ...]
    expected: tuple[Expected, ...]
    hard: tuple[str, ...]
    reactive: tuple[str, ...]
    changes: tuple[Candidate, ...]


def worksheets(workspaces: Iterable[Workspace], journey: str = "") -> tuple[Worksheet, ...]:
    """The worksheets of the journeys that were asked for, or of those that a word names (an id, a file or a name).

    What a change does to others may stand in a file that nobody named, so that whole workspaces are weighed. Raises
    UsageError for a word that names no journey.
    """
    spaces = tuple(workspaces)
    found = [(everything, id_) for one in spaces for everything in [whole(one)] for id_ in _asked(one, journey)]
    if journey and not found:
        words = [word for one in spaces for word in one.journey_words()]
        raise UsageError(f"no journey is called “{journey}”: {did_you_mean(journey, words)}")
    return tuple(_worksheet(workspace, workspace.journeys[id_]) for workspace, id_ in found)


def _asked(workspace: Workspace, word: str) -> list[str]:
    if not word:
        return [one.id for one in workspace.selected]
    id_ = workspace.journey_named(word)
    return [id_] if id_ else []


def _worksheet(workspace: Workspace, journey: JourneyGraph) -> Worksheet:
    answers, hard = answering(journey), hard_steps(journey)
    expected = tuple(
        Expected(
            one.name,
            journey.called(one.step),
            one.kano,
            one.as_of,
            str(one.review_every or ""),
            tuple((promise.name, workspace.verdicts[promise.id].state) for promise in answers[id_]),
            one.wanted,
        )
        for id_, one in journey.expectations.items()
    )
    return Worksheet(
        journey.id,
        journey.name,
        journey.job,
        tuple(customer.name for customer in journey.customers),
        expected,
        tuple(step.name for step in hard),
        tuple(step.name for step in hard if not step.proactive),
        candidates(workspace, journey),
    )
