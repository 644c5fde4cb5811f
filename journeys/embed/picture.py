"""The drawing that a request asks for, and the mark in its file by which it is known again."""

from __future__ import annotations

import re
from collections.abc import Iterable
from hashlib import sha256
from typing import TYPE_CHECKING

from journeys.embed.request import Request
from journeys.errors import UsageError
from journeys.finding import Located
from journeys.graph.journey import JourneyGraph

if TYPE_CHECKING:
    from blueprints.drawing import Drawing

_MARK = re.compile(r"<!-- drawn by journeys; scene ([0-9a-f]{32}), file ([0-9a-f]{32}) -->\n?\Z")
_ID = re.compile(r'(?<=<)(g|title|desc) id="')
_LABELLED = re.compile(r'(<svg [^>]*aria-labelledby=")([^"]*)"')


def drawn(request: Request, journey: JourneyGraph, located: Iterable[Located]) -> Drawing:
    """The drawing of a journey as a request wants it. Raises UsageError for a view, theme or name that is not there."""
    from blueprints.drawing import Drawing
    from blueprints.narrow import Narrowing, narrowed
    from blueprints.theme import theme
    from blueprints.views.registry import view_of
    from journeys.cli.drawing import marks, states

    told = () if request.has("no-findings") else tuple(located)
    view = view_of(
        journey,
        request.option("view", "blueprint"),
        findings=marks(journey, told),
        promises=() if request.has("no-findings") else states(journey, told),
    )
    narrowing = Narrowing(
        phases=request.options.get("phase", ()),
        lanes=request.options.get("lane", ()),
        owner=request.option("owner"),
        promise=request.option("promise"),
        level=request.option("level", "full"),
    )
    try:
        chosen = theme(request.option("theme", "light"))
    except ValueError as error:
        raise UsageError(str(error)) from None
    return Drawing(narrowed(view, journey, narrowing)[0], chosen)


def file_stem(request: Request, journey: JourneyGraph) -> str:
    """A name for the drawing's file, without its ending: the journey's id, and what the request narrows it to."""
    from journeys.cli.drawing import file_name

    parts = [journey.id]
    for name, values in sorted(request.options.items()):
        parts += [name, *values]
    return file_name("-".join(parts))


def scene_mark(drawing: Drawing) -> str:
    """A digest of all that decides how a drawing looks; Graphviz need not run for it."""
    return _digest(repr((drawing.scene, drawing.theme)))


def signed(drawing: Drawing) -> str:
    """The SVG of a drawing with a comment at its end that says what it shows and that nobody changed it."""
    svg = drawing.svg()
    return f"{svg}<!-- drawn by journeys; scene {scene_mark(drawing)}, file {_digest(svg)} -->\n"


def is_ours(content: str) -> bool:
    """Whether a file was written here (perhaps changed by hand since)."""
    return _MARK.search(content.replace("\r\n", "\n")) is not None


def is_current(content: str, drawing: Drawing) -> bool:
    """Whether a file's content shows this drawing, as it was written. Line breaks may have been changed by git."""
    text = content.replace("\r\n", "\n")
    mark = _MARK.search(text)
    return bool(mark and mark[1] == scene_mark(drawing) and mark[2] == _digest(text[: mark.start()]))


def inline(drawing: Drawing) -> str:
    """The SVG as a part of an HTML page: no prolog, and ids that no other drawing on the page has."""
    prefix = f"j{scene_mark(drawing)[:8]}-"
    svg = drawing.svg()
    svg = svg[svg.index("<svg") :]
    svg = _ID.sub(rf'\1 id="{prefix}', svg)
    return _LABELLED.sub(lambda found: _prefixed(found, prefix), svg, count=1)


def _prefixed(found: re.Match[str], prefix: str) -> str:
    return f'{found[1]}{" ".join(prefix + word for word in found[2].split())}"'


def _digest(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]
