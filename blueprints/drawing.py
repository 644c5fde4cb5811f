"""A drawing: its DOT, SVG and PNG, made when they are asked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from blueprints.formats.dot import to_dot
from blueprints.layout.apart import Foreign
from blueprints.layout.scene import make_scene
from blueprints.layout.shapes import Scene
from blueprints.layout.text import shipped
from blueprints.themes.theme import Theme
from blueprints.themes.theme import theme as theme_named
from blueprints.views.view import View
from journeys.errors import UsageError
from journeys.writing import write_whole

FORMATS = ("svg", "png", "pdf", "dot")
"""The formats that `Drawing.save` writes, by the file's ending."""


@dataclass(frozen=True)
class Drawing:
    """A view in a theme, ready to be written. `dot_program` is a Graphviz to use instead of the one found.

    It shows itself in Jupyter. Errors: ToolError when Graphviz or the PNG maker fails.
    """

    view: View
    theme: Theme = field(default_factory=theme_named)
    dot_program: str | Path | None = None

    def __repr__(self) -> str:
        return f"Drawing({self.view.kind} of {self.view.title!r})"

    @cached_property
    def scene(self) -> Scene:
        """The geometry, in points."""
        return make_scene(self.view)

    @cached_property
    def dot(self) -> str:
        """The drawing as pinned DOT text, for `neato -n2`."""
        return to_dot(self.scene, self.theme)

    @cached_property
    def _svg(self) -> str:
        from blueprints.formats.svg import finish_svg

        return finish_svg(self._raw, self.scene, self.theme)

    @cached_property
    def _raw(self) -> bytes:
        from blueprints.engine import run_graphviz

        return run_graphviz(self.dot, dot=self.dot_program)

    @cached_property
    def _printable(self) -> str:
        """The SVG for programs that make a picture of it."""
        from blueprints.formats.svg import finish_svg
        from blueprints.layout.scripts import han_region

        if shipped(self._svg):
            return self._svg
        return finish_svg(self._raw, self.scene, self.theme, region=han_region(self._svg))

    def _without_foreign(self) -> tuple[str, Sequence[Foreign]]:
        """The SVG without the scripts that the shipped fonts lack, and these."""
        from blueprints.formats.svg import finish_without
        from blueprints.layout.scripts import han_region

        if shipped(self._svg):
            return self._svg, ()
        return finish_without(self._raw, self.scene, self.theme, han_region(self._svg))

    def svg(self) -> str:
        """The drawing as SVG text."""
        return self._svg

    def png(self, scale: float = 2.0) -> bytes:
        """The drawing as PNG; scale 1 is 96 pixels an inch."""
        from blueprints.formats.png import to_png

        return to_png(self._printable, self.scene.width, self.scene.height, scale, machine=self.theme.fitted)

    def pdf(self) -> bytes:
        """The drawing as PDF: by Typst (the extra `pdf`), or by the Graphviz that was named or the system has."""
        from blueprints.engine import find_system_program, run_graphviz
        from blueprints.formats.pdf import has_typst, to_pdf

        if self.dot_program is None and has_typst():
            svg, foreign = self._without_foreign()
            faded, machine = float(self.theme.faded), self.theme.fitted
            return to_pdf(svg, self.scene, foreign, faded=faded, machine=machine)
        finished = to_dot(self.scene, self.theme, finished=True)
        return run_graphviz(finished, "pdf", dot=self.dot_program or find_system_program())

    def _repr_svg_(self) -> str:
        return self._svg

    def render(self, format_: str, *, scale: float = 2.0) -> bytes:
        """The drawing's bytes in one of `FORMATS`. Raises UsageError for another one."""
        if format_ == "svg":
            return self._svg.encode("utf-8")
        if format_ == "png":
            return self.png(scale)
        if format_ == "pdf":
            return self.pdf()
        if format_ == "dot":
            return self.dot.encode("utf-8")
        raise UsageError(f"a drawing cannot be saved as .{format_}: name a file that ends in {', '.join(FORMATS)}")

    def save(self, path: str | Path, *, scale: float = 2.0) -> Path:
        """Write the drawing to a file, in the format its ending names; whole or not at all.

        Raises UsageError for an ending that is no format, ToolError when the file cannot be written.
        """
        target = Path(path)
        write_whole(target, self.render(target.suffix.lstrip(".").lower(), scale=scale))
        return target
