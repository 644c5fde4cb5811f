"""A plot: its scene and what matplotlib drew of it, ready to be written."""

from __future__ import annotations

import warnings
from dataclasses import dataclass

from blueprints.formats.drawn import Drawn
from blueprints.formats.format import installed
from blueprints.formats.glyphs import lacking_in, said_lacking
from blueprints.formats.pdf import to_pdf
from blueprints.formats.png import to_png
from blueprints.formats.svg import write_svg, write_without
from blueprints.layout.scripts import han_region
from blueprints.layout.shapes import Scene
from blueprints.layout.text import shipped
from blueprints.themes.theme import Theme
from journeys.errors import ToolError


@dataclass(frozen=True, slots=True)
class Plot:
    """A plot in a theme. The same figures give the same bytes of SVG."""

    scene: Scene
    drawn: Drawn
    theme: Theme

    def svg(self) -> str:
        """The SVG text, with a title and a description that tell its figures in words."""
        return write_svg(self.drawn, self.scene, self.theme)

    def _repr_svg_(self) -> str:
        return self.svg()

    def png(self, scale: float = 2.0) -> bytes:
        """A picture; scale 1 is 96 pixels an inch. Raises ToolError where it cannot be made.

        A UserWarning tells of empty boxes, for want of a font.
        """
        svg = self.svg()
        self._warn("png")
        if not shipped(svg):
            svg = write_svg(self.drawn, self.scene, self.theme, region=han_region(svg))
        return to_png(svg, self.scene.width, self.scene.height, scale, machine=self.theme.fitted)

    def pdf(self) -> bytes:
        """A page, by Typst. Raises ToolError where it cannot be made; warns as `png` does."""
        if not installed("typst"):
            raise ToolError("a PDF of a plot needs Typst: pip install 'journeys[pdf]'")
        svg = self.svg()
        self._warn("pdf")
        if shipped(svg):
            return to_pdf(svg, self.scene, machine=self.theme.fitted)
        without, foreign = write_without(self.drawn, self.scene, self.theme, han_region(svg))
        return to_pdf(without, self.scene, foreign, faded=float(self.theme.faded), machine=self.theme.fitted)

    def _warn(self, format_: str) -> None:
        if scripts := lacking_in(self.scene):
            warnings.warn(f"the {format_} {said_lacking(scripts)}", stacklevel=3)
