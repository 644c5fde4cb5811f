"""A journey's pictures: a view of it, narrowed, in a theme, as one drawing or several pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from blueprints.drawing import Drawing
from blueprints.sheets import on_paper
from blueprints.themes.theme import Company, Theme
from blueprints.themes.theme import theme as theme_named
from blueprints.views.answered import with_figures
from blueprints.views.findings import Figure, Mark, PromiseState
from blueprints.views.light import chains
from blueprints.views.narrow import Narrowing, narrowed
from blueprints.views.registry import view_of
from blueprints.views.view import Fact
from journeys.errors import UsageError
from journeys.graph.journey import JourneyGraph
from journeys.language.model.drawn import THEMES
from journeys.language.model.settings import Brand
from journeys.language.words import did_you_mean

WHOLE = Narrowing()


@dataclass(frozen=True)
class Picture:
    """A drawing of a journey. `name` is for its file: the journey's id, and the number of a page, if any."""

    name: str
    drawing: Drawing
    journey: JourneyGraph

    def chained(self) -> Drawing:
        """The drawing with the chain of each of the journey's promises, for formats that show them."""
        return replace(self.drawing, chains=chains(self.journey))


def pictures(
    journey: JourneyGraph,
    *,
    view: str = "blueprint",
    narrowing: Narrowing = WHOLE,
    findings: Sequence[Mark] = (),
    promises: Sequence[PromiseState] = (),
    figures: Sequence[Figure] = (),
    theme: str = "light",
    dot: str | Path | None = None,
    name: str = "",
    title: str = "",
    changed: str = "",
    paper: str = "",
    orientation: str = "",
) -> tuple[Picture, ...]:
    """The pages of a view of a journey. `name` replaces the journey's id, `title` stands over the journey's name.

    `figures` are what customers answered; `changed` is the day on which its file was last changed, for the title block.

    `paper` (of `sheets.PAPERS`) cuts it into pages of that, which lie as `orientation` says or as few as can be.

    Raises UsageError for a view, theme, phase, lane, owner or promise that is not there.
    """
    seen = with_figures(view_of(journey, view, findings=findings, promises=promises), figures)
    if changed:
        seen = replace(seen, facts=(*seen.facts, Fact("Last changed", changed)))
    chosen = theme_for(journey, theme)
    parts = narrowed(seen, journey, narrowing)
    if title:
        parts = tuple(replace(one, title=title, subtitle=f"{one.title} · {one.subtitle}") for one in parts)
    if paper:
        sheets = [sheet for part in parts for sheet in on_paper(part, paper, orientation)]
        drawings = [Drawing(page, chosen, dot, sheet=sheet) for page, sheet in sheets]
    else:
        drawings = [Drawing(page, chosen, dot) for page in parts]
    base = name or journey.id
    if len(drawings) == 1:
        return (Picture(base, drawings[0], journey),)
    return tuple(Picture(f"{base}-{number}", one, journey) for number, one in enumerate(drawings, start=1))


def theme_for(journey: JourneyGraph, name: str) -> Theme:
    """The theme of a name in the workspace's font and colours. Raises UsageError for one that is not there."""
    return branded(name, journey.workspace.brand)


def branded(name: str, brand: Brand | None) -> Theme:
    """The theme of a name in a company's font and colours. Raises UsageError for one that is not there."""
    if name not in THEMES:
        raise UsageError(f"there is no theme “{name}”: {did_you_mean(name, THEMES)}")
    company = Company()
    if brand is not None:
        company = Company(brand.font or "", brand.accent or "", brand.text or "", brand.background or "")
    try:
        return theme_named(name, company)
    except ValueError as error:
        raise UsageError(str(error)) from None
