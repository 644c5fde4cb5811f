"""SVG → PDF, by Typst with the fonts that are shipped: text stays text, and the page looks as the SVG does.

Typst (https://typst.app, Apache-2.0) reads SVG with the library that makes our PNG, and writes the same bytes again.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from blueprints.engine import find_system_program, run_graphviz
from blueprints.formats.dot import to_dot
from blueprints.formats.format import Drawable, installed
from blueprints.formats.links import safe_link
from blueprints.formats.svg import finish_without
from blueprints.layout.apart import Foreign
from blueprints.layout.scripts import han_region
from blueprints.layout.shapes import Rect, Scene
from blueprints.layout.text import FONTS, clean, shipped
from journeys.errors import ToolError

_ABROAD = ("http://", "https://", "mailto:")

_PAGE = """\
#let told = json(bytes(sys.inputs.told))
#let unit = told.scale * 1pt
#set document(title: told.title, date: none)
#set page(width: told.width * 1pt, height: told.height * 1pt, margin: 0pt)
#image("drawing.svg", width: 100%, height: 100%, alt: told.description)
#for one in told.links {
  let area = box(width: one.width * unit, height: one.height * unit)
  place(top + left, dx: one.x * unit, dy: one.y * unit, link(one.to, area))
}
#set text(top-edge: "baseline", bottom-edge: "baseline")
#for one in told.foreign {
  let ink = rgb(one.ink).transparentize(if one.faded { 100% - told.faded * 100% } else { 0% })
  let weight = if one.bold { 600 } else { 400 }
  let words = text(font: (one.family, "Inter"), size: one.size * unit, weight: weight, fill: ink, one.text)
  context place(top + left, dx: one.x * unit - measure(words).width * one.share, dy: one.y * unit, words)
}
"""


def render(drawing: Drawable) -> bytes:
    """A PDF of a drawing: by Typst (the extra `pdf`), or by the Graphviz that was named or the system has.

    Raises ToolError where none of them is there, or the one that is fails.
    """
    scene, theme = drawing.scene, drawing.theme
    if drawing.dot_program is None and installed("typst"):
        svg, foreign = _without_foreign(drawing)
        return to_pdf(svg, scene, foreign, faded=float(theme.faded), machine=theme.fitted)
    finished = to_dot(scene, theme, finished=True)
    return run_graphviz(finished, "pdf", dot=drawing.dot_program or find_system_program())


def _without_foreign(drawing: Drawable) -> tuple[str, Sequence[Foreign]]:
    """The SVG without the scripts that the shipped fonts lack, and these."""
    svg = drawing.svg()
    if shipped(svg):
        return svg, ()
    return finish_without(drawing.graphviz_svg, drawing.scene, drawing.theme, han_region(svg))


def to_pdf(
    svg: str, scene: Scene, foreign: Sequence[Foreign] = (), *, faded: float = 1.0, machine: bool = False
) -> bytes:
    """A PDF of one page with an SVG of a scene: its title, its description for readers aloud, and its links.

    `foreign` are words of scripts that the shipped fonts lack, left out of the SVG: Typst sets them right from the
    machine's fonts, but not within an SVG. `faded` is the opacity of what is put into the background, `machine` asks
    for the machine's fonts in any case, for a company's own. Raises ToolError when it cannot be made.
    """
    import typst

    told = {
        "title": clean(scene.title),
        "description": clean(scene.description),
        "width": scene.width * scene.scale,
        "height": scene.height * scene.scale,
        "scale": scene.scale,
        "links": list(_links(scene)),
        "foreign": [one._asdict() for one in foreign],
        "faded": faded,
    }
    try:
        made = typst.compile(  # type: ignore[call-overload]  # its types leave out several files
            {"main.typ": _PAGE.encode(), "drawing.svg": svg.encode("utf-8")},
            format="pdf",
            font_paths=[str(FONTS)],
            ignore_system_fonts=not foreign and not machine,
            sys_inputs={"told": json.dumps(told)},
        )
    except RuntimeError as error:
        said = str(error).strip().splitlines()
        raise ToolError(f"the PDF cannot be made: {said[0] if said else 'Typst gave no reason'}") from None
    return bytes(made)


def _links(scene: Scene) -> Iterator[dict[str, str | float]]:
    """Where the links of a scene lie. A relative one leads nowhere once the page is sent to somebody."""
    for group in scene.groups:
        to = safe_link(group.link)
        box = next((shape.box for shape in group.shapes if isinstance(shape, Rect)), None)
        if box and to.lower().startswith(_ABROAD):
            yield {"to": to, "x": box.x, "y": box.y, "width": box.width, "height": box.height}
