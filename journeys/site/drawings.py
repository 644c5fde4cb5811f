"""The drawings of a journey: each view, and each blueprint that a file names, as SVG for a page and as a file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from journeys.errors import UsageError
from journeys.finding import Located
from journeys.graph.journey import JourneyGraph

TITLES: Mapping[str, str] = MappingProxyType(
    {
        "blueprint": "Blueprint",
        "journey": "Journey map",
        "owners": "Owners",
        "promises": "Promises",
        "org": "Organisation",
    }
)
"""How the views are called on a page; one that is not here goes by its own name."""

_THEME = "auto"
_STYLE = re.compile(r"<style>[^<]*</style>\n?")
_ID = re.compile(r'(?<=<)(g|title|desc) id="')
_LABELLED = re.compile(r'(<svg [^>]*aria-labelledby=")([^"]*)"')
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A drawing for a page: `name` is for its file, `svg` empty where it cannot be drawn, and then `reason` says why.

    `follows` the page from light to dark, or keeps to the theme that a file asks for.
    """

    name: str
    title: str
    svg: str = ""
    alt: str = ""
    reason: str = ""
    follows: bool = True

    @property
    def inline(self) -> str:
        """The SVG inside a page: without prolog and styles (they stand in `drawings.css`), its ids its own."""
        svg = _STYLE.sub("", self.svg[self.svg.index("<svg") :], count=1)
        svg = _ID.sub(r'\1 id="d-', svg)
        return _LABELLED.sub(lambda found: f'{found[1]}{" ".join(f"d-{word}" for word in found[2].split())}"', svg, 1)


def sheets(journey: JourneyGraph, located: Sequence[Located]) -> Iterator[Sheet]:
    """Every drawing of a journey, the blueprint first. Raises ToolError where Graphviz fails."""
    from blueprints.named import Named, draw_named
    from blueprints.pictures import pictures
    from blueprints.views.registry import VIEWS
    from journeys.drawing import marks, states

    findings, promises = marks(journey, located), states(journey, located)
    for view in VIEWS:
        title = TITLES.get(view, view.capitalize())
        try:
            drawn = pictures(journey, view=view, findings=findings, promises=promises, theme=_THEME)
        except UsageError as error:
            yield Sheet(view, title, reason=str(error))
            continue
        yield from (_sheet(view, title, one.drawing.svg(), one.drawing.view.description) for one in drawn)
    for name, spec in {**journey.workspace.blueprints, **journey.blueprints}.items():
        if (
            name not in journey.blueprints
            and spec.journey
            and journey.workspace.journey_named(spec.journey) != journey.id
        ):
            continue
        title = spec.title or name
        try:
            named = draw_named(Named(name, spec, journey), findings=findings, promises=promises, theme=_THEME)
        except UsageError as error:
            yield Sheet(name, title, reason=str(error))
            continue
        for number, one in enumerate(named, 1):
            more = f" ({number} of {len(named)})" if len(named) > 1 else ""
            svg, alt = one.drawing.svg(), one.drawing.view.description
            yield Sheet(one.name, title + more, svg, alt, follows=not spec.theme or spec.theme == _THEME)


def _sheet(name: str, title: str, svg: str, alt: str) -> Sheet:
    return Sheet(name, title, svg, alt)


def stylesheet() -> str:
    """The rules that turn drawings dark, where the page is: as the system says, or as its reader has chosen."""
    from blueprints.theme import theme

    rules = _RULE.findall(theme(_THEME).css.partition("{")[2].removesuffix("}"))
    system = "".join(f":root:not([data-theme=light]) .follows {choice}{{{body}}}\n" for choice, body in rules)
    chosen = "".join(f":root[data-theme=dark] .follows {choice}{{{body}}}\n" for choice, body in rules)
    return f"@media screen and (prefers-color-scheme:dark){{\n{system}}}\n@media screen{{\n{chosen}}}\n"
