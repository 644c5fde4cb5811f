"""A drawing: its DOT, SVG and PNG, made when they are asked for."""

from __future__ import annotations

import warnings
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from blueprints.formats import Format, format_named, format_of
from blueprints.formats.dot import to_dot
from blueprints.layout.scene import make_scene
from blueprints.layout.shapes import Scene, Sheet
from blueprints.themes.theme import Theme
from blueprints.themes.theme import theme as theme_named
from blueprints.views.view import View
from journeys.writing import write_output


@dataclass(frozen=True)
class Drawing:
    """A view in a theme, ready to be written. `dot_program` is a Graphviz to use instead of the one found.

    `chains` gives for each promise (by node id) the node ids that a page lights with it; `sheet` is paper that it is
    drawn for. A drawing shows itself in
    Jupyter. Errors: ToolError when Graphviz or the PNG maker fails.
    """

    view: View
    theme: Theme = field(default_factory=theme_named)
    dot_program: str | Path | None = None
    chains: Mapping[str, Sequence[str]] = field(default_factory=dict)
    sheet: Sheet | None = None

    def __repr__(self) -> str:
        return f"Drawing({self.view.kind} of {self.view.title!r})"

    @cached_property
    def scene(self) -> Scene:
        """The geometry, in points."""
        return make_scene(self.view, self.sheet)

    @cached_property
    def dot(self) -> str:
        """The drawing as pinned DOT text, for `neato -n2`."""
        return to_dot(self.scene, self.theme)

    @cached_property
    def graphviz_svg(self) -> bytes:
        """The SVG as Graphviz writes it."""
        from blueprints.engine import run_graphviz

        return run_graphviz(self.dot, dot=self.dot_program)

    @cached_property
    def _svg(self) -> str:
        from blueprints.formats.svg import finish_svg

        return finish_svg(self.graphviz_svg, self.scene, self.theme)

    def svg(self) -> str:
        """The drawing as SVG text."""
        return self._svg

    def _repr_svg_(self) -> str:
        return self._svg

    def png(self, scale: float = 2.0) -> bytes:
        """The drawing as PNG; scale 1 is 96 pixels an inch."""
        return self.render("png", scale=scale)

    def pdf(self) -> bytes:
        """The drawing as PDF: by Typst (the extra `pdf`), or by the Graphviz that was named or the system has."""
        return self.render("pdf")

    def render(self, format_: str, *, scale: float = 2.0) -> bytes:
        """The drawing's bytes in a format of `blueprints.formats`. Raises UsageError for another one.

        A UserWarning tells of a picture with empty boxes, for want of a font.
        """
        return self._rendered(format_named(format_), scale)

    def _rendered(self, form: Format, scale: float) -> bytes:
        if form.pictured:
            from blueprints.formats.glyphs import lacking, said_lacking

            if scripts := lacking(self):
                warnings.warn(f"the {form.name} {said_lacking(scripts)}", stacklevel=3)
        return form.render(self, scale=scale)

    def save(self, path: str | Path, *, scale: float = 2.0) -> Path:
        """Write the drawing to a file, in the format its ending names; whole or not at all.

        Raises UsageError for an ending that is no format, for a link and for a journey's own file; ToolError when the
        file cannot be written.
        """
        target = Path(path)
        write_output(target, self._rendered(format_of(target), scale))
        return target
