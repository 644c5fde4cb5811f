"""Views by name. The language has the names; a view's module has all else, and is imported when it is asked for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib import import_module
from types import MappingProxyType

from blueprints.views.findings import Mark, PromiseState
from blueprints.views.kind import ViewKind
from blueprints.views.view import View
from journeys.errors import UsageError
from journeys.graph.journey import JourneyGraph
from journeys.language.model.drawn import VIEWS
from journeys.language.words import did_you_mean

_MODULES: Mapping[str, str] = MappingProxyType(
    {"journey": "journey_map", "promises": "reliance", "org": "organisation"}
)
"""The modules of those views whose module has another name."""


def kind_of(name: str) -> ViewKind:
    """The kind of view that is called `name`, one of `VIEWS`. Raises UsageError for another name."""
    if name not in VIEWS:
        raise UsageError(f"there is no view “{name}”: {did_you_mean(name, VIEWS)}")
    kind: ViewKind = import_module(f"blueprints.views.{_MODULES.get(name, name)}").KIND
    return kind


def view_of(
    journey: JourneyGraph,
    name: str = "blueprint",
    *,
    findings: Sequence[Mark] = (),
    promises: Sequence[PromiseState] = (),
) -> View:
    """The view of a journey that is called `name`, one of `VIEWS`. Raises UsageError for another name."""
    return kind_of(name).make(journey, findings=findings, promises=promises)


def telling(journey: JourneyGraph) -> tuple[str, ...]:
    """The names of the views that have something to tell of a journey, in the order of `VIEWS`."""
    return tuple(name for name in VIEWS if kind_of(name).tells(journey))
