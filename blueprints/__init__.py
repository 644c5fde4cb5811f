"""Service blueprints drawn from journeys.

import blueprints, journeys

blueprints.draw(journeys.load("broadband.journey.yaml")).save("broadband.svg")
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from blueprints.views.findings import Figure, Mark, PromiseState, RootCause

if TYPE_CHECKING:
    from blueprints.drawing import Drawing
    from journeys.graph.journey import JourneyGraph

__all__ = ["Figure", "Mark", "PromiseState", "RootCause", "draw"]


def draw(
    journey: JourneyGraph,
    *,
    findings: Sequence[Mark] = (),
    promises: Sequence[PromiseState] = (),
    figures: Sequence[Figure] = (),
    theme: str = "light",
    view: str = "blueprint",
    dot: str | Path | None = None,
) -> Drawing:
    """A drawing of a journey: `.svg()`, `.png()`, `.dot`, `.save(path)`; it shows itself in Jupyter.

    `findings` are shown as numbered marks with a legend, `promises` say which are sound, assumed, unproven or broken
    (without them they are drawn neutral), `figures` what customers answered at steps and actions. `view` is blueprint,
    journey, owners, promises or org. `dot` is a Graphviz program to use instead of the one found. Raises UsageError for
    an unknown theme or view; what is wrong with Graphviz shows when the drawing is made.
    """
    from blueprints.drawing import Drawing
    from blueprints.pictures import theme_for
    from blueprints.views.answered import with_figures
    from blueprints.views.light import chains
    from blueprints.views.registry import view_of

    seen = with_figures(view_of(journey, view, findings=findings, promises=promises), figures)
    return Drawing(seen, theme_for(journey, theme), dot, chains(journey))
