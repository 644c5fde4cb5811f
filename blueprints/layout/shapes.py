"""What a drawing is made of once it is laid out. Points (1/72 inch), y downwards, from the top left.

Nothing here has a colour: `look` and `ink` name roles that a theme fills.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class Point(NamedTuple):
    """A place on the page."""

    x: float
    y: float


class Box(NamedTuple):
    """A rectangle: its top left corner and its size."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The x of its right side."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The y of its lower side."""
        return self.y + self.height

    @property
    def centre(self) -> Point:
        """Its middle."""
        return Point(self.x + self.width / 2, self.y + self.height / 2)

    def shifted(self, x: float, y: float) -> Box:
        """The same box moved by x and y."""
        return Box(self.x + x, self.y + y, self.width, self.height)

    def inset(self, x: float, y: float) -> Box:
        """The box less a margin of x at the left and right and y above and below."""
        return Box(self.x + x, self.y + y, self.width - 2 * x, self.height - 2 * y)


@dataclass(frozen=True, slots=True)
class Rect:
    """A filled box, or an ellipse in it where the look says so."""

    name: str
    box: Box
    look: str
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Text:
    """Lines of text in a box: from its top, at its left (`l`), right (`r`) or middle (`c`)."""

    name: str
    box: Box
    lines: tuple[str, ...]
    size: float
    ink: str
    bold: bool = False
    align: str = "l"
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Stroke:
    """Bézier curves, each 3n + 1 control points. `tip` is where an arrow after the last one ends."""

    name: str
    pieces: tuple[tuple[Point, ...], ...]
    ink: str
    width: float = 1.0
    dash: str = ""
    tip: Point | None = None
    kind: str = ""
    ends: tuple[str, str] = ("", "")


Shape = Rect | Text | Stroke


@dataclass(frozen=True, slots=True)
class Group:
    """Shapes that belong together for a reader: a card, a promise, a lane.

    `label` is what a screen reader says, `tooltip` what a pointer shows; `data` become `data-*` attributes.
    """

    name: str
    role: str
    label: str
    shapes: tuple[Shape, ...]
    link: str = ""
    tooltip: str = ""
    faded: bool = False
    data: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Scene:
    """A page of groups, from back to front."""

    name: str
    title: str
    description: str
    width: float
    height: float
    groups: tuple[Group, ...]
    kind: str = "blueprint"
    scale: float = 1.0
    """So many points on paper are one of the scene's."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of paper, its width and height in points, and how large a drawing is on it (1: as on a screen)."""

    width: float
    height: float
    scale: float
