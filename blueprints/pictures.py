"""A journey's pictures: a view of it, narrowed, in a theme, as one drawing or several pages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from blueprints.drawing import Drawing
from blueprints.themes.theme import THEMES, Company, Theme
from blueprints.themes.theme import theme as theme_named
from blueprints.views.findings import Mark, PromiseState
from blueprints.views.narrow import Narrowing, narrowed
from blueprints.views.registry import view_of
from blueprints.views.view import Fact
from journeys.errors import UsageError
from journeys.graph.journey import JourneyGraph
from journeys.language.words import did_you_mean
from journeys.writing import write_whole

WHOLE = Narrowing()


@dataclass(frozen=True)
class Picture:
    """A drawing in any format. `name` is for its file: the journey's id, and the number of a page, if any."""

    name: str
    drawing: Drawing
    journey: JourneyGraph

    def render(self, format_: str, *, scale: float = 2.0) -> bytes:
        """The picture's bytes in a format of `blueprints.drawing` or `blueprints.formats`.

        Raises UsageError for another one, ToolError when Graphviz or the PNG maker fails.
        """
        from blueprints.formats import PAGES
        from blueprints.views.light import chains

        lit = chains(self.journey) if format_ in PAGES else {}
        return rendered(self.drawing, format_, chains=lit, scale=scale)

    def save(self, path: str | Path, format_: str = "", *, scale: float = 2.0) -> Path:
        """Write the picture to a file, in a format or the one its ending names; whole or not at all.

        Raises UsageError for an ending that is no format, ToolError when the file cannot be written.
        """
        target = Path(path)
        write_whole(target, self.render(format_ or format_of(target), scale=scale))
        return target


def rendered(drawing: Drawing, format_: str, *, chains: Mapping[str, Sequence[str]], scale: float = 2.0) -> bytes:
    """A drawing's bytes in a format of `blueprints.drawing` or `blueprints.formats`.

    `chains` are the nodes that a page lights for each promise. Raises UsageError for another format, ToolError when
    Graphviz or the PNG maker fails.
    """
    from blueprints.drawing import FORMATS
    from blueprints.formats import ENDINGS, PAGES, WORDS, render

    if format_ not in (*FORMATS, *ENDINGS):
        known = ", ".join((*FORMATS, *ENDINGS.values()))
        raise UsageError(f"a drawing cannot be saved as .{format_}: name a file that ends in {known}")
    if format_ in WORDS:
        return render(format_, drawing).encode("utf-8")
    if format_ in PAGES:
        return render(format_, drawing, chains).encode("utf-8")
    return drawing.render(format_, scale=scale)


def format_of(path: Path) -> str:
    """The format that a file's ending names; the ending itself where it names none."""
    from blueprints.formats import ENDINGS

    ending = path.suffix.lstrip(".").lower()
    return next((name for name, known in ENDINGS.items() if known == ending), ending)


def ending_of(format_: str) -> str:
    """The ending of files in a format, without the dot."""
    from blueprints.formats import ENDINGS

    return ENDINGS.get(format_, format_)


def pictures(
    journey: JourneyGraph,
    *,
    view: str = "blueprint",
    narrowing: Narrowing = WHOLE,
    findings: Sequence[Mark] = (),
    promises: Sequence[PromiseState] = (),
    theme: str = "light",
    dot: str | Path | None = None,
    name: str = "",
    title: str = "",
    changed: str = "",
) -> tuple[Picture, ...]:
    """The pages of a view of a journey. `name` replaces the journey's id, `title` stands over the journey's name.

    `changed` is the day on which its file was last changed, for the title block.

    Raises UsageError for a view, theme, phase, lane, owner or promise that is not there.
    """
    seen = view_of(journey, view, findings=findings, promises=promises)
    if title:
        seen = replace(seen, title=title, subtitle=f"{seen.title} · {seen.subtitle}")
    if changed:
        seen = replace(seen, facts=(*seen.facts, Fact("Last changed", changed)))
    chosen = theme_for(journey, theme)
    drawings = [Drawing(page, chosen, dot) for page in narrowed(seen, journey, narrowing)]
    base = name or journey.id
    if len(drawings) == 1:
        return (Picture(base, drawings[0], journey),)
    return tuple(Picture(f"{base}-{number}", one, journey) for number, one in enumerate(drawings, start=1))


def theme_for(journey: JourneyGraph, name: str) -> Theme:
    """The theme of a name in the workspace's font and colours. Raises UsageError for one that is not there."""
    if name not in THEMES:
        raise UsageError(f"there is no theme “{name}”: {did_you_mean(name, THEMES)}")
    brand = journey.workspace.brand
    company = Company()
    if brand is not None:
        company = Company(brand.font or "", brand.accent or "", brand.text or "", brand.background or "")
    try:
        return theme_named(name, company)
    except ValueError as error:
        raise UsageError(str(error)) from None
