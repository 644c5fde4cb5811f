"""SVG → PNG, by resvg with the fonts that are shipped."""

from __future__ import annotations

from functools import cache

from blueprints.formats.format import Drawable
from blueprints.formats.svg import finish_svg
from blueprints.layout.scripts import han_region
from blueprints.layout.text import FONTS, shipped
from journeys.errors import ToolError

_POINT = 96 / 72
"""Pixels of CSS in a point: scale 1 is the size that a browser shows."""
_MOST_PIXELS = 400_000_000


def render(drawing: Drawable, scale: float = 2.0) -> bytes:
    """A picture of a drawing; `scale` 1 is 96 pixels an inch. Raises ToolError where it cannot be made."""
    scene = drawing.scene
    size = (scene.width * scene.scale, scene.height * scene.scale)
    return to_png(for_pictures(drawing), *size, scale, machine=drawing.theme.fitted)


def for_pictures(drawing: Drawable) -> str:
    """The SVG of a drawing for `to_png`: scripts that the shipped fonts lack stand apart, each in its font."""
    svg = drawing.svg()
    if shipped(svg):
        return svg
    return finish_svg(drawing.graphviz_svg, drawing.scene, drawing.theme, region=han_region(svg))


@cache
def _font_files() -> tuple[str, ...]:
    return tuple(str(path) for path in sorted(FONTS.glob("*.ttf")))


def to_png(svg: str, width: float, height: float, scale: float = 2.0, *, machine: bool = False) -> bytes:
    """A picture of an SVG whose size is given in points; `scale` 1 is 96 pixels an inch.

    The machine's fonts are asked only for what the shipped ones lack, so that a Latin, Greek or Cyrillic drawing is
    the same everywhere; `machine` asks for them in any case, for a company's own font.
    Raises ToolError when the picture would be too large or cannot be made.
    """
    pixels = width * height * (scale * _POINT) ** 2
    if not 0 < pixels <= _MOST_PIXELS:
        raise ToolError(
            f"a picture of {pixels / 1e6:.0f} million pixels cannot be made: draw it as svg, or smaller with --scale"
        )
    try:
        import resvg_py
    except ImportError:
        raise ToolError("PNG needs resvg: install it with `pip install resvg-py`, or draw as svg") from None
    try:
        return bytes(
            resvg_py.svg_to_bytes(
                svg_string=svg,
                dpi=96.0,
                zoom=scale,
                font_files=list(_font_files()),
                skip_system_fonts=shipped(svg) and not machine,
                sans_serif_family="Inter",
                font_family="Inter",  # where nothing is named
            )
        )
    except ValueError as error:
        raise ToolError(f"the picture cannot be made: {error}") from None
