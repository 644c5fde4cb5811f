"""What customers answered, as plots: a measure over months, and Kano's plane."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from journeys.errors import UsageError
from journeys.file_names import safe_name
from journeys.surfaces.embed.library import Library
from journeys.surfaces.embed.purpose_tables import Scope
from journeys.surfaces.embed.request import Request
from journeys.surfaces.embed.survey_tables import kinds_of, one_measure

if TYPE_CHECKING:
    from blueprints.plots.plot import Plot


def plotted(request: Request, scopes: Sequence[Scope], library: Library) -> tuple[Plot, str]:
    """The plot that a request asks for, and a name for its file, without an ending.

    Raises UsageError where there are no answers, ToolError without the library that plots.
    """
    return _trend(request, scopes, library) if request.kind == "trend" else _plane(request, scopes, library)


def _trend(request: Request, scopes: Sequence[Scope], library: Library) -> tuple[Plot, str]:
    from journeys.features.measure.trend import trend_plot

    scope, found = one_measure(scopes, request.option("of"), library)
    plot = trend_plot(found, request.option("theme", "light"), scope.workspace.brand)
    return plot, _stem(request, found.measure.id.partition(":")[2].replace("/", "."))


def _plane(request: Request, scopes: Sequence[Scope], library: Library) -> tuple[Plot, str]:
    from journeys.features.kano.plane import plane_of

    features = [one for scope in scopes for one in kinds_of(scope, library).features]
    if not features:
        raise UsageError("no survey of pairs asked about an expectation here")
    theme, brand = request.option("theme", "light"), scopes[0].workspace.brand
    return plane_of(features, "What customers expect", theme, brand), _stem(request, request.journey)


def _stem(request: Request, about: str) -> str:
    return safe_name("-".join(filter(None, (request.kind, about, request.option("theme")))))
