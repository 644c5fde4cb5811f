"""Views by name. Each is a pure function of a journey, imported when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from types import MappingProxyType
from typing import cast

from blueprints.views.findings import Mark, PromiseState
from blueprints.views.view import View
from journeys.errors import UsageError
from journeys.graph.journey import JourneyGraph
from journeys.language.words import did_you_mean

VIEWS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "blueprint": ("blueprint", "blueprint_view"),
        "journey": ("journey_map", "journey_map_view"),
        "owners": ("owners", "owners_view"),
        "promises": ("reliance", "promises_view"),
        "org": ("organisation", "org_view"),
    }
)
"""The names of the views, with the module and function of each."""

_Maker = Callable[..., View]


def view_of(
    journey: JourneyGraph,
    name: str = "blueprint",
    *,
    findings: Sequence[Mark] = (),
    promises: Sequence[PromiseState] = (),
) -> View:
    """The view of a journey that is called `name`, one of `VIEWS`. Raises UsageError for another name."""
    if name not in VIEWS:
        raise UsageError(f"there is no view “{name}”: {did_you_mean(name, VIEWS)}")
    module, function = VIEWS[name]
    make = cast(_Maker, getattr(import_module(f"blueprints.views.{module}"), function))
    return make(journey, findings=findings, promises=promises)
