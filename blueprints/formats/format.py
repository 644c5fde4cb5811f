"""What a format is, and what it is made from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from blueprints.layout.shapes import Scene
    from blueprints.themes.theme import Theme
    from blueprints.views.view import View


class Drawable(Protocol):
    """What a format may ask of a drawing. All but the first four is made when it is asked for, and once."""

    @property
    def view(self) -> View:
        """What it shows."""

    @property
    def theme(self) -> Theme:
        """How that looks."""

    @property
    def dot_program(self) -> str | Path | None:
        """A Graphviz to use instead of the one found."""

    @property
    def chains(self) -> Mapping[str, Sequence[str]]:
        """For each promise (by node id) the node ids that light up with it."""

    @property
    def scene(self) -> Scene:
        """The geometry, in points."""

    @property
    def dot(self) -> str:
        """Pinned DOT text, for `neato -n2`."""

    @property
    def graphviz_svg(self) -> bytes:
        """The SVG as Graphviz writes it."""

    def svg(self) -> str:
        """The SVG, finished."""


@dataclass(frozen=True, slots=True)
class Format:
    """A format that drawings are written in.

    The module of its name has `render(drawing)`, of text that ends in a line break or of bytes; it is imported when
    it is asked for. `ending` is that of its files. One that is `scaled` has `render(drawing, scale)`; one that is
    `chained` shows the chain of each promise; one that is `pictured` has letters as the machine's fonts show them.
    """

    name: str
    ending: str
    scaled: bool = False
    chained: bool = False
    pictured: bool = False

    def render(self, drawing: Drawable, *, scale: float = 2.0) -> bytes:
        """A drawing's bytes; `scale` 1 is 96 pixels an inch. Raises ToolError where a program that it takes fails."""
        module = import_module(f"blueprints.formats.{self.name}")
        made: str | bytes = module.render(drawing, scale) if self.scaled else module.render(drawing)
        return made.encode("utf-8") if isinstance(made, str) else made


def installed(module: str) -> bool:
    """Whether a module can be imported."""
    spec = find_spec(module)
    return spec is not None and spec.origin is not None
