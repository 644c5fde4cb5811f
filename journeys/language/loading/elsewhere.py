"""Where a word of the language belongs that stands in another place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

from journeys.language.model import purpose
from journeys.language.model.action import Action, Promised
from journeys.language.model.base import Model, fields_of
from journeys.language.model.blueprint import BlueprintSpec
from journeys.language.model.expectation import Expectation
from journeys.language.model.journey import Journey, WorkspaceFile
from journeys.language.model.promise import Promise
from journeys.language.model.settings import Brand, Settings
from journeys.language.model.shared import Channel, Customer, LaneModel, Owner
from journeys.language.model.step import Next, Phase, Step
from journeys.language.model.survey import Columns, Survey
from journeys.language.words import known_as

# In the order in which they are thought of: what a designer writes most comes first.
_PLACES: tuple[tuple[type[Model], str], ...] = (
    (Action, "an action, as in `frontstage: {{do: …, {key}: …}}`"),
    (Step, "a step, in line with `step`"),
    (Promise, "a promise, under `promises`"),
    (Promised, "what an action promises, as in `promised: {{{key}: …}}`"),
    (Next, "a way, as in `next: {{to: …, {key}: …}}`"),
    (Phase, "a phase, in line with `phase`"),
    (Journey, "the journey itself, in line with `journey`"),
    (Owner, "an owner, under `owners`"),
    (Customer, "a customer, under `customers`"),
    (Channel, "a channel, under `channels`"),
    (LaneModel, "a lane, under `lanes`"),
    (Expectation, "an expectation, under `expects` at a step"),
    (purpose.Measure, "a measure, under `measures`"),
    (purpose.Goal, "a goal, under `goals` in `governance`"),
    (purpose.Decision, "a decision, under `decisions` in `governance`"),
    (purpose.Governance, "how experience is governed, under `governance`"),
    (purpose.Practice, "a practice, under `practices`"),
    (purpose.Change, "a change, under `changes`"),
    (purpose.Voice, "a voice, under `voices`"),
    (purpose.Value, "a value, under `values`"),
    (Survey, "a survey, under `surveys`"),
    (Columns, "the columns of a survey, under `columns`"),
    (Settings, "the checks, under `settings`"),
    (BlueprintSpec, "a drawing, under `blueprints`"),
    (WorkspaceFile, "journeys.yaml, the file that the journeys of a folder share"),
    (Brand, "the brand, in journeys.yaml"),
)
_MOST = 2


def elsewhere(word: str, known: Iterable[str]) -> str:
    """Help for a word that is none here (where `known` are) and is one in another place; empty if it is none at all."""
    holders = _holders()
    key = known_as(word, holders)
    if key is None or key in known:
        return ""
    places = (place.format(key=key).replace("do: …, do: …", "do: …") for place in holders[key][:_MOST])
    return f"`{key}` belongs to {', or to '.join(places)}"


@cache
def _holders() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for model, place in _PLACES:
        for key in fields_of(model):
            found[key] = (*found.get(key, ()), place)
    return found
