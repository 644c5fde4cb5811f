"""The drawings of a journey: each view, and each blueprint that a file names, as SVG for a page and as a file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from journeys.errors import UsageError
from journeys.graph.journey import JourneyGraph
from journeys.graph.workspace import workspace_around
from journeys.language.finding import Located

if TYPE_CHECKING:
    from blueprints import Figure, Mark, PromiseState
    from blueprints.pictures import Picture
    from blueprints.plots.plot import Plot

AUTO = "auto"
"""The theme that follows the page."""
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")


@dataclass(frozen=True, slots=True)
class PageDrawing:
    """A drawing for a page: `name` is for its file, `svg` empty where it cannot be drawn, and then `reason` says why.

    `follows` the page from light to dark, or keeps to the theme that a file asks for. On the page its ids begin with
    `prefix`.
    """

    name: str
    title: str
    svg: str = ""
    alt: str = ""
    reason: str = ""
    follows: bool = True
    prefix: str = "d-"

    @property
    def file(self) -> bytes:
        """The SVG as a file."""
        return self.svg.encode("utf-8", "backslashreplace")

    @property
    def inline(self) -> str:
        """The SVG inside a page: without prolog and styles (they stand in `drawings.css`), its ids its own."""
        from blueprints.formats.inline import inline

        return inline(self.svg, self.prefix, styled=False)


class _Told(NamedTuple):
    """What drawings show of a journey beside what is in it."""

    findings: Sequence[Mark]
    promises: Sequence[PromiseState]
    figures: Sequence[Figure]


def sheets(journey: JourneyGraph, located: Sequence[Located], figures: Sequence[Figure] = ()) -> Iterator[PageDrawing]:
    """Every drawing of a journey, the blueprint first; `figures` are what customers answered, at its steps.

    Raises ToolError where Graphviz fails.
    """
    from journeys.features.drawing import marks, states

    told = _Told(marks(journey, located), states(journey, located), figures)
    yield from _views(journey, told)
    yield from _named(journey, told)


def _views(journey: JourneyGraph, told: _Told) -> Iterator[PageDrawing]:
    """The views that have something to tell of a journey."""
    from blueprints.pictures import pictures
    from blueprints.views.registry import kind_of, telling

    for view in telling(journey):
        title = kind_of(view).title
        try:
            drawn = pictures(journey, view=view, theme=AUTO, name=view, **told._asdict())
        except UsageError as error:
            yield PageDrawing(view, title, reason=str(error))
        else:
            yield from _drawn(drawn, title, follows=True)


def _named(journey: JourneyGraph, told: _Told) -> Iterator[PageDrawing]:
    """The blueprints that the journey's file names, and those of the workspace's file that are of it."""
    from blueprints.named import Named, draw_named

    workspace = workspace_around(journey)
    shared = {
        name: spec
        for name, spec in workspace.blueprints.items()
        if spec.journey is None or workspace.journey_named(spec.journey) == journey.id
    }
    for name, spec in (*journey.blueprints.items(), *shared.items()):
        try:
            drawn = draw_named(Named(name, spec, journey), theme=AUTO, **told._asdict())
        except UsageError as error:
            yield PageDrawing(name, spec.title or name, reason=str(error))
        else:
            yield from _drawn(drawn, spec.title or name, follows=spec.theme in (None, AUTO))


def _drawn(drawn: Sequence[Picture], title: str, *, follows: bool) -> Iterator[PageDrawing]:
    for number, one in enumerate(drawn, 1):
        more = f" ({number} of {len(drawn)})" if len(drawn) > 1 else ""
        yield PageDrawing(one.name, title + more, one.drawing.svg(), one.drawing.view.description, follows=follows)


def plotted(name: str, plot: Plot) -> PageDrawing:
    """A plot for a page on which several may be."""
    scene = plot.scene
    return PageDrawing(name, scene.title, plot.svg(), scene.description, prefix=f"plot-{name}-")


def stylesheet() -> str:
    """The rules that turn drawings dark, where the page is: as the system says, or as its reader has chosen."""
    from blueprints.themes.theme import theme

    rules = _RULE.findall(theme(AUTO).css.partition("{")[2].removesuffix("}"))
    system = "".join(f":root:not([data-theme=light]) .follows {choice}{{{body}}}\n" for choice, body in rules)
    chosen = "".join(f":root[data-theme=dark] .follows {choice}{{{body}}}\n" for choice, body in rules)
    return f"@media screen and (prefers-color-scheme:dark){{\n{system}}}\n@media screen{{\n{chosen}}}\n"
