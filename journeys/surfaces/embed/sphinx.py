"""A directive `journeys` for Sphinx: put `journeys.embed.sphinx` among the extensions in `conf.py`.

    .. journeys:: draw broadband --promise online-in-five-days

Journeys are looked for from the document's folder upwards. A page is read anew when one of their files changes.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from docutils import nodes
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective

from journeys._version import __version__
from journeys.checks.report.visible import visible
from journeys.errors import JourneysError
from journeys.surfaces.embed.library import Library
from journeys.surfaces.embed.snippet import Page, snippet
from journeys.surfaces.embed.table import Table, lines_of, words

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

_SCALE = 2.0
# A drawing of more square points than this is printed more coarsely: nobody sees it, and memory is finite.
_MOST_POINTS = 16e6
_WIDEST = 60
_LOG = logging.getLogger(__name__)


class JourneysDirective(SphinxDirective):
    """One request: the argument of the directive, over several lines if need be."""

    required_arguments = 1
    final_argument_whitespace = True
    has_content = False
    option_spec: ClassVar[dict[str, Callable[[str], Any]]] = {}

    def run(self) -> list[nodes.Node]:
        """The drawing or table; what cannot be shown becomes a warning (`-W` fails on it) and a box with the reason."""
        request = " ".join(self.arguments[0].split())
        try:
            found = snippet(request, Path(self.env.doc2path(self.env.docname)).parent, Library())
            shown = _table(found.table) if found.table else [self._drawing(page) for page in found.pages]
        except JourneysError as error:
            return [self._box(request, visible(str(error)))]
        for path in found.files:
            self.env.note_dependency(str(path))
        return shown

    def _drawing(self, page: Page) -> nodes.Node:
        return _drawing(page, self.env.new_serialno("journeys"))

    def _box(self, request: str, reason: str) -> nodes.Node:
        # Until what is missing turns up, the page is read anew each time.
        self.env.note_reread()
        _LOG.warning("“%s”: %s", visible(request), reason, location=self.get_location(), type="journeys")
        box = nodes.danger("", classes=["journeys", "journeys-error"])
        box += nodes.paragraph("", "", nodes.strong("", f"This cannot be shown: {visible(request)}"))
        box += nodes.paragraph("", reason)
        return box


class drawing(nodes.General, nodes.Element):
    """A drawing: `html` for pages, `xhtml` for books, `alt` for text alone; `svg`, its `size` and what it is `lacking`
    for paper."""


def _drawing(page: Page, occurrence: int) -> nodes.Node:
    from blueprints.formats.glyphs import lacking_in, said_lacking

    scene = page.drawing.scene
    return drawing(
        html=page.html(),
        xhtml=page.xhtml(occurrence),
        svg=page.for_paper(),
        lacking=said_lacking(scripts) if (scripts := lacking_in(scene)) else "",
        size=(scene.width, scene.height),
        alt=visible(page.alt),
    )


def _table(table: Table) -> list[nodes.Node]:
    closing = nodes.paragraph("", "", nodes.emphasis("", visible(table.closing)))
    if not table.rows:
        return [closing]
    group = nodes.tgroup(cols=len(table.heads))
    group += [nodes.colspec(colwidth=width) for width in _widths(table)]
    group += nodes.thead("", _row([nodes.paragraph("", head) for head in table.heads]))
    group += nodes.tbody("", *(_row([_cell(cell) for cell in row]) for row in table.rows))
    return [nodes.table("", group, classes=["journeys"]), closing]


def _widths(table: Table) -> list[int]:
    """The columns' widths in characters: builders that show text alone wrap the cells to them."""
    rows = [table.heads, *table.rows]
    longest = [max(len(words(line)) for row in rows for line in lines_of(row[at])) for at in range(len(table.heads))]
    return [min(_WIDEST, max(4, length + 2)) for length in longest]


def _row(cells: list[nodes.Element]) -> nodes.row:
    return nodes.row("", *(nodes.entry("", cell) for cell in cells))


def _cell(cell: Any) -> nodes.Element:
    lines = [nodes.line("", words(line)) for line in lines_of(cell)]
    return nodes.paragraph("", lines[0].astext()) if len(lines) == 1 else nodes.line_block("", *lines)


def _show_html(self: Any, node: nodes.Element) -> None:
    self.body.append(node["xhtml" if self.builder.name == "epub" else "html"])
    raise nodes.SkipNode


def _show_latex(self: Any, node: nodes.Element) -> None:
    from hashlib import sha256

    from blueprints.formats.png import to_png

    name = f"journeys-{sha256(node['svg'].encode('utf-8', 'replace')).hexdigest()[:16]}.png"
    if node["lacking"]:
        _LOG.warning("“%s” %s", node["alt"], node["lacking"], location=node, type="journeys")
    width, height = node["size"]
    scale = min(_SCALE, (_MOST_POINTS / (width * height)) ** 0.5)
    Path(self.builder.outdir, name).write_bytes(to_png(node["svg"], width, height, scale))
    self.body.append(f"\n\n\\noindent\\sphinxincludegraphics[width=\\linewidth]{{{name}}}\n\n")
    raise nodes.SkipNode


def _show_text(self: Any, node: nodes.Element) -> None:
    said = nodes.paragraph("", f"[{node['alt']}]")
    node.children = []
    node += said
    said.walkabout(self)
    raise nodes.SkipNode


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the directive; Sphinx calls this."""
    html, latex, text = (_show_html, None), (_show_latex, None), (_show_text, None)
    app.add_node(drawing, html=html, latex=latex, text=text, man=text, texinfo=text)
    app.add_directive("journeys", JourneysDirective)
    return {"version": __version__, "parallel_read_safe": True, "parallel_write_safe": True}
