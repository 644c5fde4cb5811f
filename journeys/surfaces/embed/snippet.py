"""One request in, a piece of a page out: SVG, HTML or Markdown."""

from __future__ import annotations

import html
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from journeys.checks.report.visible import visible
from journeys.errors import UsageError
from journeys.graph.journey import JourneyGraph
from journeys.graph.verdict import State
from journeys.graph.workspace import Workspace, workspace_around
from journeys.language.words import did_you_mean
from journeys.surfaces.embed.library import Library, answers_of, files_of
from journeys.surfaces.embed.request import ANSWERED, ON_PURPOSE, Request, parse
from journeys.surfaces.embed.table import Table, address, escaped

if TYPE_CHECKING:
    from blueprints.layout.shapes import Scene
    from journeys.surfaces.embed.picture import Pictured
    from journeys.surfaces.embed.purpose_tables import Scope


@dataclass(frozen=True)
class Page:
    """A drawing, or a page of one, with a name for its file (`stem`, without an ending)."""

    drawing: Pictured
    stem: str

    @property
    def _scene(self) -> Scene:
        return self.drawing.scene

    @property
    def alt(self) -> str:
        """What it shows, in words; of a plot its title comes first, which the words of a drawing have in them."""
        from blueprints.plots.plot import Plot

        scene = self._scene
        said = (scene.title, scene.description) if isinstance(self.drawing, Plot) else (scene.description,)
        return ". ".join(filter(None, said)) or scene.title

    def svg(self) -> str:
        """It as SVG text. Raises ToolError where Graphviz fails."""
        return self.drawing.svg()

    def html(self) -> str:
        """HTML for the inside of a page: SVG as wide as the page, scrolled on a small one.

        It stands in a tree of its own, which no rule of the page reaches.
        """
        from blueprints.formats.inline import isolated

        return self._figure(isolated(self._scaled(), visible(self.alt)))

    def xhtml(self, occurrence: int) -> str:
        """As `html`, for books (EPUB), which know no shadow roots; `occurrence` tells two of one drawing apart."""
        return self._figure(self._scaled(f"{occurrence}-"))

    def for_paper(self) -> str:
        """The SVG for programs that make pictures of it. Raises ToolError where Graphviz fails."""
        from blueprints.formats.png import for_pictures
        from blueprints.plots.plot import Plot

        return self.drawing.for_pictures() if isinstance(self.drawing, Plot) else for_pictures(self.drawing)

    def _scaled(self, occurrence: str = "") -> str:
        """The SVG as wide as what it stands in, but never too small to be read; its ids are those of no other."""
        from blueprints.formats.inline import inline
        from journeys.surfaces.embed.picture import digest

        width = min(self._scene.width, 960)
        style = f"display:block;width:100%;min-width:{width:.0f}px;height:auto"
        svg = inline(self.svg(), f"j{digest(self.svg())[:8]}-{occurrence}")
        return svg.replace("<svg ", f'<svg style="{style}" ', 1)

    def _figure(self, inside: str) -> str:
        label = html.escape(self._scene.title, quote=True)
        opening = f'<figure class="journeys journeys-draw" tabindex="0" role="group" aria-label="{label}"'
        return f'{opening} style="overflow-x:auto;margin:1em 0">\n{inside}</figure>\n'


@dataclass(frozen=True)
class Snippet:
    """What a request asked for: a table, or a drawing or plot in one or more `pages`.

    `files` are those it was made from. Errors: ToolError from what needs Graphviz (`html` of a drawing).
    """

    request: Request
    files: tuple[Path, ...]
    table: Table | None = None
    pages: tuple[Page, ...] = ()

    def markdown(self, folder: str = "") -> str:
        """Markdown whose lines all begin with `|`, `!` or `_`; a drawing is pictures in a `folder`."""
        if self.table:
            return self.table.markdown()
        images = (f"![{escaped(one.alt)}]({address(f'{folder}{one.stem}.svg')})\n" for one in self.pages)
        return "\n".join(images)

    def html(self) -> str:
        """HTML for the inside of a page."""
        if self.pages:
            return "".join(page.html() for page in self.pages)
        inside = self.table.html() if self.table else ""
        kind = self.request.kind
        opening = f'<div class="journeys journeys-{kind}" tabindex="0" role="group" aria-label="{kind}"'
        return f'{opening} style="overflow-x:auto">\n{inside}</div>\n'


def snippet(text: str, folder: str | Path = ".", library: Library | None = None) -> Snippet:
    """What a request such as `draw broadband --promise online-in-five-days` on a page in `folder` asks for.

    Journeys are looked for from `folder` upwards (`Library.journey`). Raises UsageError for a request that cannot be
    met: a word that is not known, a journey that is not there or whose file breaks off.
    """
    request = parse(text)
    place = Path(folder).absolute()
    books = library or Library()
    if request.kind == "draw":
        return _drawing(request, books, books.journey(request.journey, place))
    if request.journey:
        journey = books.journey(request.journey, place)
        return _table(request, books, place, (workspace_around(journey),), (journey,))
    spaces = books.workspaces(place)
    return _table(request, books, place, spaces, tuple(one for space in spaces for one in space.selected))


def _drawing(request: Request, library: Library, journey: JourneyGraph) -> Snippet:
    from journeys.surfaces.embed.picture import drawn, file_stem

    found = drawn(request, journey, library.located(workspace_around(journey)))
    stem = file_stem(request, journey)
    stems = [stem] if len(found) == 1 else [f"{stem}-{number}" for number in range(1, len(found) + 1)]
    return Snippet(request, files_of(workspace_around(journey)), pages=tuple(map(Page, found, stems)))


def _table(
    request: Request,
    library: Library,
    folder: Path,
    spaces: tuple[Workspace, ...],
    journeys: tuple[JourneyGraph, ...],
) -> Snippet:
    from journeys.surfaces.embed import tables

    files = tuple(path for space in spaces for path in files_of(space))
    if request.kind == "owners":
        return Snippet(request, files, tables.owners_table(journeys, request.option("owner")))
    if request.kind in ("pains", "opportunities"):
        return Snippet(request, files, tables.notes_table(journeys, request.kind, request.options.get("phase", ())))
    if request.kind in ON_PURPOSE:
        return Snippet(request, files, _on_purpose(request, spaces, journeys))
    if request.kind in ANSWERED:
        return _answered(request, library, spaces, journeys)
    if request.kind == "findings":
        names = {journey.file for journey in journeys}
        if not request.journey:
            names |= {space.files.shared.source.name for space in spaces if space.files.shared}
        located = [one for space in spaces for one in library.located(space) if one.source.name in names]
        return Snippet(request, files, tables.findings_table(located, folder))
    return Snippet(request, files, _ledger(request, spaces, journeys))


def _scopes(request: Request, spaces: Sequence[Workspace], journeys: Sequence[JourneyGraph]) -> list[Scope]:
    from journeys.surfaces.embed.purpose_tables import Scope

    whole = not request.journey
    return [Scope(one, tuple(j for j in journeys if workspace_around(j) is one), whole) for one in spaces]


def _on_purpose(request: Request, spaces: Sequence[Workspace], journeys: Sequence[JourneyGraph]) -> Table:
    from journeys.surfaces.embed.purpose_tables import purpose_table

    return purpose_table(request.kind, _scopes(request, spaces, journeys), only_open=request.has("open"))


def _answered(
    request: Request, library: Library, spaces: Sequence[Workspace], journeys: Sequence[JourneyGraph]
) -> Snippet:
    from journeys.surfaces.embed import survey_tables

    scopes = _scopes(request, spaces, journeys)
    files = tuple(path for space in spaces for path in (*files_of(space), *answers_of(space)))
    if request.kind in ("trend", "plane"):
        from journeys.surfaces.embed.survey_pictures import plotted

        return Snippet(request, files, pages=(Page(*plotted(request, scopes, library)),))
    if request.kind == "kano":
        return Snippet(request, files, survey_tables.kano_table(scopes, library))
    if request.has("of"):
        _, found = survey_tables.one_measure(scopes, request.option("of"), library)
        return Snippet(request, files, survey_tables.measure_table(found))
    return Snippet(request, files, survey_tables.measures_table(scopes, library))


def _states(words: Sequence[str]) -> frozenset[State]:
    """The verdicts of some names. Raises UsageError for one that is none."""
    known = [state.value for state in State]
    for word in words:
        if word not in known:
            raise UsageError(f"“{word}” is no verdict: {did_you_mean(word, known) or ', '.join(known)}")
    return frozenset(map(State, words))


def _ledger(request: Request, spaces: tuple[Workspace, ...], journeys: tuple[JourneyGraph, ...]) -> Table:
    from journeys.features.ledger import ledgers
    from journeys.surfaces.embed.tables import promises_table

    words = (*request.options.get("state", ()), *(["broken"] if request.has("broken") else []))
    entries = ledgers(spaces, states=_states(words), owner=request.option("owner"), customer=request.option("customer"))
    files = {(journey.file, journey.id) for journey in journeys}
    return promises_table([one for one in entries if (one.file, one.journey) in files])
