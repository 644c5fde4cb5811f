"""Service blueprints drawn from journeys.

import blueprints, journeys

blueprints.draw(journeys.load("broadband.journey.yaml")).save("broadband.svg")
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from blueprints.findings import Mark, PromiseState

if TYPE_CHECKING:
    from blueprints.drawing import Drawing
    from blueprints.theme import Company
    from journeys.graph.journey import JourneyGraph

__all__ = ["Mark", "PromiseState", "draw"]


def draw(
    journey: JourneyGraph,
    *,
    findings: Sequence[Mark] = (),
    promises: Sequence[PromiseState] = (),
    theme: str = "light",
    view: str = "blueprint",
    dot: str | Path | None = None,
) -> Drawing:
    """A drawing of a journey: `.svg()`, `.png()`, `.dot`, `.save(path)`.

    `findings` are shown as numbered marks with a legend, `promises` say which promises are sound, broken or unproven
    (without them they are drawn neutral). `dot` is a Graphviz program to use instead of the one found. Raises
    UsageError for an unknown theme or view; what is wrong with Graphviz shows when the drawing is made.
    """
    from blueprints.drawing import Drawing
    from blueprints.theme import theme as theme_named
    from blueprints.views.blueprint import blueprint_view
    from journeys.errors import UsageError

    if view != "blueprint":
        raise UsageError(f"there is no view “{view}”; there is blueprint")
    try:
        chosen = theme_named(theme, _company(journey))
    except ValueError as error:
        raise UsageError(str(error)) from None
    return Drawing(blueprint_view(journey, findings=findings, promises=promises), chosen, dot)


def _company(journey: JourneyGraph) -> Company:
    """The font and colours of the journey's workspace."""
    from blueprints.theme import Company

    brand = journey.workspace.brand
    if brand is None:
        return Company()
    return Company(brand.font or "", brand.accent or "", brand.text or "", brand.background or "")
