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
from journeys.embed.library import Library
from journeys.embed.snippet import Snippet, snippet
from journeys.embed.table import Table, lines_of, words
from journeys.errors import JourneysError
from journeys.report.visible import visible

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

_LOG = logging.getLogger(__name__)


class JourneysDirective(SphinxDirective):
    """One request: the argument of the directive, over several lines if need be."""

    required_arguments = 1
    final_argument_whitespace = True
    has_content = False
    option_spec: ClassVar[dict[str, Callable[[str], Any]]] = {}

    def run(self) -> list[nodes.Node]:
        """The drawing or table; what cannot be shown becomes a warning (`-W` makes it fail) and a box with the reason."""
        request = " ".join(self.arguments[0].split())
        try:
            found = snippet(request, Path(self.env.doc2path(self.env.docname)).parent, Library())
            shown = _table(found.table) if found.table else [_drawing(found)]
        except JourneysError as error:
            return [self._box(request, visible(str(error)))]
        for path in found.files:
            self.env.note_dependency(str(path))
        return shown

    def _box(self, request: str, reason: str) -> nodes.Node:
        # Until what is missing turns up, the page is read anew each time.
        self.env.note_reread()
        _LOG.warning("“%s”: %s", visible(request), reason, location=self.get_location(), type="journeys")
        box = nodes.danger("", classes=["journeys", "journeys-error"])
        box += nodes.paragraph("", "", nodes.strong("", f"This cannot be shown: {visible(request)}"))
        box += nodes.paragraph("", reason)
        return box


class drawing(nodes.General, nodes.Element):  # noqa: N801 - Sphinx calls nodes in lower case
    """A drawing: `html` for pages, `png` (its bytes) for paper, `alt` for what shows text alone."""


def _drawing(found: Snippet) -> nodes.Node:
    assert found.drawing is not None
    return drawing(html=found.html(), png=found.drawing.png(2.0), alt=visible(found.alt), stem=found.stem)


def _table(table: Table) -> list[nodes.Node]:
    closing = nodes.paragraph("", "", nodes.emphasis("", visible(table.closing)))
    if not table.rows:
        return [closing]
    group = nodes.tgroup(cols=len(table.heads))
    group += [nodes.colspec(colwidth=1) for _ in table.heads]
    group += nodes.thead("", _row([nodes.paragraph("", head) for head in table.heads]))
    group += nodes.tbody("", *(_row([_cell(cell) for cell in row]) for row in table.rows))
    return [nodes.table("", group, classes=["journeys"]), closing]


def _row(cells: list[nodes.Element]) -> nodes.row:
    return nodes.row("", *(nodes.entry("", cell) for cell in cells))


def _cell(cell: Any) -> nodes.Element:
    lines = [nodes.line("", words(line)) for line in lines_of(cell)]
    return nodes.paragraph("", lines[0].astext()) if len(lines) == 1 else nodes.line_block("", *lines)


def _show_html(self: Any, node: nodes.Element) -> None:
    self.body.append(node["html"])
    raise nodes.SkipNode


def _show_latex(self: Any, node: nodes.Element) -> None:
    from hashlib import sha256

    name = f"journeys-{sha256(node['png']).hexdigest()[:16]}.png"
    Path(self.builder.outdir, name).write_bytes(node["png"])
    self.body.append(f"\n\n\\noindent\\sphinxincludegraphics[width=\\linewidth]{{{name}}}\n\n")
    raise nodes.SkipNode


def _show_text(self: Any, node: nodes.Element) -> None:
    self.add_text(f"[{node['alt']}]\n") if hasattr(self, "add_text") else self.body.append(f"[{node['alt']}]\n")
    raise nodes.SkipNode


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the directive; Sphinx calls this."""
    html, latex, text = (_show_html, None), (_show_latex, None), (_show_text, None)
    app.add_node(drawing, html=html, latex=latex, text=text, man=text, texinfo=text)
    app.add_directive("journeys", JourneysDirective)
    return {"version": __version__, "parallel_read_safe": True, "parallel_write_safe": True}
