"""The drawing that a request asks for, and the mark in its file by which it is known again."""

from __future__ import annotations

import re
from collections.abc import Iterable
from hashlib import sha256
from typing import TYPE_CHECKING

from journeys.errors import UsageError
from journeys.graph.journey import JourneyGraph
from journeys.graph.workspace import workspace_around
from journeys.language.finding import Located
from journeys.language.words import did_you_mean
from journeys.surfaces.embed.request import Request

if TYPE_CHECKING:
    from blueprints.drawing import Drawing
    from blueprints.plots.plot import Plot
    from journeys.language.model.blueprint import BlueprintSpec

    Pictured = Drawing | Plot
    """What stands on a page as a picture: a drawing of a journey, or a plot of answers."""

_MARK = re.compile(r"<!-- drawn by journeys; scene ([0-9a-f]{32}), file ([0-9a-f]{32}) -->\n?\Z")


def drawn(request: Request, journey: JourneyGraph, located: Iterable[Located]) -> tuple[Drawing, ...]:
    """The drawing of a journey as a request wants it, or its pages.

    Raises UsageError for a view, theme or name that is not there.
    """
    from blueprints.named import narrowing_of
    from blueprints.pictures import pictures
    from blueprints.views.narrow import narrowing_of_words
    from journeys.features.drawing import marks, states

    told = () if request.has("no-findings") else tuple(located)
    named = _named(request, journey)
    found = pictures(
        journey,
        view=request.option("view", named.view if named else "blueprint"),
        narrowing=narrowing_of_words(request.options, narrowing_of(named) if named else None),
        findings=marks(journey, told),
        promises=() if request.has("no-findings") else states(journey, told),
        theme=request.option("theme", (named and named.theme) or "light"),
        title=(named and named.title) or "",
    )
    return tuple(picture.drawing for picture in found)


def _named(request: Request, journey: JourneyGraph) -> BlueprintSpec | None:
    """The blueprint of a name under `blueprints:` that a request asks for, if it does."""
    from blueprints.named import named_blueprints

    name = request.option("named")
    if not name:
        return None
    known = {one.name: one.spec for one in named_blueprints(workspace_around(journey)) if one.journey.id == journey.id}
    if name not in known:
        raise UsageError(
            f"no blueprint is named “{name}”: {did_you_mean(name, known) or 'none is, under `blueprints:`'}"
        )
    return known[name]


def file_stem(request: Request, journey: JourneyGraph) -> str:
    """A name for the drawing's file, without its ending: the journey's id, and what the request narrows it to."""
    from journeys.file_names import safe_name

    parts = [journey.id]
    for name, values in sorted(request.options.items()):
        parts += [name, *values]
    return safe_name("-".join(parts))


def scene_mark(drawing: Pictured) -> str:
    """A digest of all that decides how a drawing looks; Graphviz need not run for it."""
    return digest(repr((drawing.scene, drawing.theme)))


def signed(drawing: Pictured) -> str:
    """The SVG of a drawing with a comment at its end that says what it shows and that nobody changed it."""
    svg = drawing.svg()
    return f"{svg}<!-- drawn by journeys; scene {scene_mark(drawing)}, file {digest(svg)} -->\n"


def is_ours(content: str) -> bool:
    """Whether a file was written here (perhaps changed by hand since)."""
    return _MARK.search(content.replace("\r\n", "\n")) is not None


def is_current(content: str, drawing: Pictured) -> bool:
    """Whether a file's content shows this drawing, as it was written. Line breaks may have been changed by git."""
    text = content.replace("\r\n", "\n")
    mark = _MARK.search(text)
    return bool(mark and mark[1] == scene_mark(drawing) and mark[2] == digest(text[: mark.start()]))


def digest(text: str) -> str:
    """A text in 32 letters."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]
