"""Scales, lines and marks by matplotlib (https://matplotlib.org); words, colours and groups are the house's.

matplotlib draws what it is given, at the places that its scales say. It sets no text: its widths depend on the fonts
and the release that it finds. Of its SVG only the paths are taken, by the ids that we gave them: the rest of it (style
sheets, definitions, clips) is not what a reader of a drawing could use. So the same figures give the same bytes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from itertools import groupby
from math import isfinite
from typing import TYPE_CHECKING
from xml.etree import ElementTree

from blueprints.formats.drawn import Drawn, Part
from blueprints.layout.shapes import Box, Point, Rect, Scene, Shape, Stroke, Text
from blueprints.plots.alone import matplotlib_alone
from blueprints.plots.kinds import Form
from blueprints.themes.theme import Theme

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

_INCH = 72.0
_GROUP, _PATH = "{http://www.w3.org/2000/svg}g", "{http://www.w3.org/2000/svg}path"
_TOKEN = re.compile(r"[A-Za-z]|[-+.\deE]+")
_DASHES = {"dashed": "5,2", "dotted": "1,5"}


@dataclass(frozen=True, slots=True)
class Scale:
    """Where a range of figures lies on the page: `x` and `y` from the first to the last, in a box of points."""

    box: Box
    x: tuple[float, float]
    y: tuple[float, float]

    def at(self, x: float, y: float) -> Point:
        """The place of a pair of figures on the page."""
        box = self.box
        right = (x - self.x[0]) / (self.x[1] - self.x[0])
        up = (y - self.y[0]) / (self.y[1] - self.y[0])
        return Point(box.x + right * box.width, box.bottom - up * box.height)

    def back(self, x: float, y: float) -> tuple[float, float]:
        """The pair of figures whose place is x and y on the page."""
        right, up = (x - self.box.x) / self.box.width, (self.box.bottom - y) / self.box.height
        return self.x[0] + right * (self.x[1] - self.x[0]), self.y[0] + up * (self.y[1] - self.y[0])


@dataclass(frozen=True, slots=True)
class Line:
    """A line through figures, broken where one is not a number; `tip` makes an arrow of one with two ends."""

    name: str
    places: Sequence[tuple[float, float]]
    ink: str
    width: float = 1.0
    dash: str = ""
    tip: bool = False


@dataclass(frozen=True, slots=True)
class Sign:
    """A mark at a pair of figures, `size` points broad where its form is as broad as a circle."""

    name: str
    x: float
    y: float
    form: Form
    size: float
    look: str


Drawing = Line | Sign


@dataclass(frozen=True)
class Chart:
    """What matplotlib shall draw on one scale. Each is a shape of the scene by its name."""

    scale: Scale
    things: dict[str, Drawing] = field(default_factory=dict)

    def line(self, name: str, places: Sequence[tuple[float, float]], ink: str, width: float = 1.0, dash: str = "",
             *, tip: bool = False) -> Stroke:  # fmt: skip
        """A line, as the shape that stands for it in the scene."""
        self.things[name] = Line(name, places, ink, width, dash, tip)
        whole = groupby(places, key=lambda place: isfinite(place[1]))
        pieces = tuple(tuple(self.scale.at(x, y) for x, y in run) for known, run in whole if known)
        return Stroke(name, pieces, ink, width, dash, kind="line")

    def sign(self, name: str, x: float, y: float, form: Form, size: float, look: str) -> Rect:
        """A mark, as the shape that stands for it in the scene."""
        self.things[name] = Sign(name, x, y, form, size, look)
        return Rect(name, self.sign_box(x, y, size), look, "sign")

    def sign_box(self, x: float, y: float, size: float) -> Box:
        """The room that a mark takes."""
        at = self.scale.at(x, y)
        return Box(at.x - size / 2, at.y - size / 2, size, size)


def drawn(chart: Chart, scene: Scene, theme: Theme) -> Drawn:
    """The parts of all shapes of a scene. Raises ToolError where matplotlib is missing."""
    paths, page = _paths(chart, scene), Box(0, 0, scene.width, scene.height)
    parts = {"page": [Part("path", _paint(theme, "page") | {"d": _around(page, scene.height)}, [])]}
    shapes = (shape for group in scene.groups for shape in group.shapes)
    for number, shape in enumerate(shapes):
        parts[f"s{number}"] = list(_parts(shape, paths, theme, scene.height))
    return Drawn(f"0 0 {scene.width:.2f} {scene.height:.2f}", f"translate(0 {scene.height:.2f})", parts)


def _parts(shape: Shape, paths: Mapping[str, Sequence[str]], theme: Theme, height: float) -> Iterator[Part]:
    if isinstance(shape, Text):
        ink = theme.inks[shape.ink]
        yield from (Part("text", {"fill": ink}, [line]) for line in shape.lines)
        return
    found = paths.get(shape.name, ())
    if isinstance(shape, Rect):
        found = found or [_around(shape.box, height)]
        yield from (Part("path", _paint(theme, shape.look) | {"d": path}, []) for path in found)
        return
    pen = {"stroke": theme.inks[shape.ink], "stroke-width": f"{shape.width:g}"}
    dash = {"stroke-dasharray": _DASHES[shape.dash]} if shape.dash else {}
    for path in found[:1]:
        yield Part("path", {"fill": "none"} | pen | dash | {"d": path}, [])
    for tip in found[1:]:
        # A polygon, as Graphviz draws tips: so a theme's rules fill it, too.
        yield Part("polygon", {"fill": theme.inks[shape.ink]} | pen | {"points": _corners(tip)}, [])


def _corners(path: str) -> str:
    """The corners of a path of straight lines."""
    numbers = [token for token in path.split() if not token.isalpha()]
    return " ".join(f"{x},{y}" for x, y in zip(numbers[::2], numbers[1::2], strict=True))


def _paint(theme: Theme, look: str) -> dict[str, str]:
    found = theme.looks[look]
    width = {"stroke-width": f"{found.width:g}"} if found.width else {}
    return {"fill": found.fill, "stroke": found.stroke} | width


def _around(box: Box, height: float) -> str:
    """The path around a box."""
    top, foot = box.y - height, box.bottom - height
    return f"M {box.x:.2f} {top:.2f} H {box.right:.2f} V {foot:.2f} H {box.x:.2f} Z"


def _paths(chart: Chart, scene: Scene) -> dict[str, list[str]]:
    """What matplotlib draws of each thing, as SVG path data in the scene's points, up from its foot."""
    with matplotlib_alone():
        raw = _svg(chart, scene)
    names = {f"thing-{number}": name for number, name in enumerate(chart.things)}
    found: dict[str, list[str]] = {}
    for group in ElementTree.fromstring(raw).iter(_GROUP):
        name = names.get(group.get("id", ""))
        if name is not None:
            found[name] = [_tidy(path.get("d", ""), scene.height) for path in group.iter(_PATH)]
    return found


def _tidy(path: str, height: float) -> str:
    """Path data with two digits, and heights counted as Graphviz does: up from the foot of the page."""
    tokens: list[str] = []
    across = True
    for token in _TOKEN.findall(path):
        if token.isalpha():
            tokens.append(token.upper())
            across = True
            continue
        value = float(token) - (0.0 if across else height)
        tokens.append(f"{round(value, 2) + 0.0:.2f}")
        across = not across
    return " ".join(tokens)


def _svg(chart: Chart, scene: Scene) -> bytes:
    from matplotlib.figure import Figure

    figure = Figure(figsize=(scene.width / _INCH, scene.height / _INCH), dpi=_INCH, frameon=False)
    axes = _axes(figure, chart.scale, scene)
    for number, thing in enumerate(chart.things.values()):
        _add(axes, thing, f"thing-{number}", number)
    written = BytesIO()
    figure.savefig(written, format="svg", dpi=_INCH, metadata=dict.fromkeys(("Date", "Creator", "Format", "Type")))
    return written.getvalue()


def _axes(figure: Figure, scale: Scale, scene: Scene) -> Axes:
    box = scale.box
    share = (
        box.x / scene.width, 1 - box.bottom / scene.height, box.width / scene.width, box.height / scene.height
    )  # fmt: skip
    axes = figure.add_axes(share)
    axes.set_axis_off()
    axes.set_xlim(*scale.x)
    axes.set_ylim(*scale.y)
    return axes


def _add(axes: Axes, thing: Drawing, gid: str, order: int) -> None:
    from matplotlib.lines import Line2D
    from matplotlib.markers import MarkerStyle
    from matplotlib.patches import FancyArrowPatch, PathPatch
    from matplotlib.transforms import Affine2D

    if isinstance(thing, Sign):
        style = MarkerStyle(thing.form.sign)
        at = axes.transData.transform((thing.x, thing.y))
        place = Affine2D().scale(thing.size * thing.form.breadth).translate(*at)
        path = style.get_path().transformed(style.get_transform() + place)
        axes.add_artist(PathPatch(path, transform=None, gid=gid, zorder=order, clip_on=False))
    elif thing.tip:
        (left, low), (right, high) = axes.transData.transform(thing.places).tolist()
        arrow = FancyArrowPatch(
            (left, low), (right, high), arrowstyle="-|>", mutation_scale=8, shrinkA=0, shrinkB=5, transform=None,
            gid=gid, zorder=order, clip_on=False,
        )  # fmt: skip
        axes.add_artist(arrow)
    else:
        xs, ys = zip(*thing.places, strict=True)
        axes.add_artist(Line2D(xs, ys, gid=gid, zorder=order, clip_on=False))
