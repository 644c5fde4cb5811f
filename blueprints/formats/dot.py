"""Scene → DOT with everything pinned, for `neato -n2`.

Each shape is a node or an edge with a `pos`, in the order in which it is to be drawn. Graphviz counts y upwards;
lengths of boxes are in inches, all else in points.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from blueprints.collecting import without_collecting
from blueprints.formats.format import Drawable
from blueprints.layout.shapes import Box, Point, Rect, Scene, Shape, Stroke, Text
from blueprints.themes.theme import Look, Theme

_NOT_NAME = re.compile(r"[^\w./#-]+")
_JUSTIFY = {"l": "\\l", "r": "\\r", "c": "\\n"}


_HEAD = {
    "graph": {"pad": "0", "margin": "0", "bgcolor": "transparent", "outputorder": "breadthfirst"},
    "node": {"fixedsize": "true", "label": "", "margin": "0", "shape": "box"},
    "edge": {"arrowhead": "none", "arrowsize": "0.6"},
}


class _Fonts(NamedTuple):
    """Fonts as Graphviz names them."""

    regular: str
    bold: str


_HOW = "Everything has its place: draw it with neato -n2"
_MEASURED = _Fonts("Helvetica", "Helvetica-Bold")
"""Fonts whose widths every Graphviz knows."""
_SHIPPED = _Fonts("Inter,Helvetica,Arial", "Inter,Helvetica,Arial SemiBold")


def render(drawing: Drawable) -> str:
    """The DOT text of a drawing."""
    return drawing.dot


@without_collecting
def to_dot(scene: Scene, theme: Theme, *, finished: bool = False) -> str:
    """The DOT text of a scene in a theme. Shape n is the SVG element with the id `sN`.

    `finished` is for a format that Graphviz finishes: with the fonts that are shipped, and what is faded in colours
    that show what is beneath, both of which our SVG sees to itself.
    """
    import graphviz  # type: ignore[import-untyped]

    writer = _Writer(scene.height, theme, _SHIPPED if finished else _MEASURED, theme.faded if finished else "1")
    paper = {"size": f"{scene.width * scene.scale / 72:.4f},{scene.height * scene.scale / 72:.4f}!"}
    page = _HEAD["graph"] | (paper if finished and scene.scale != 1 else {})
    node = _HEAD["node"] | {"fontname": writer.fonts.regular}
    graph = graphviz.Digraph(
        "blueprint", comment=_HOW, engine="neato", graph_attr=page, node_attr=node, edge_attr=_HEAD["edge"]
    )
    graph.body.extend(writer.lines(scene))
    return str(graph.source)


def shapes_of(scene: Scene) -> Iterator[Shape]:
    """All shapes of a scene, from back to front: the order that the ids `sN` count."""
    for group in scene.groups:
        yield from group.shapes


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")


class _Writer:
    """Turns shapes into attributes."""

    def __init__(self, height: float, theme: Theme, fonts: _Fonts, faded: str) -> None:
        self.fonts = fonts
        self._height = height
        self._theme = theme
        self._faded = f"{round(float(faded) * 255):02X}" if faded != "1" else ""
        self._alpha = ""
        self._names: dict[str, str] = {}
        self._taken: set[str] = {"page"}

    def lines(self, scene: Scene) -> Iterator[str]:
        """A line of DOT for each node and edge, the page's ground first."""
        page = Rect("page", Box(0, 0, scene.width, scene.height), "page")
        yield _line("page", {"id": "page"} | self.rect(page))
        shapes = ((group, shape) for group in scene.groups for shape in group.shapes)
        for number, (group, shape) in enumerate(shapes):
            self._alpha = self._faded if group.faded else ""
            ident, name = {"id": f"s{number}"}, self.name(shape.name)
            if isinstance(shape, Text):
                yield _line(name, ident | self.text(shape))
            elif isinstance(shape, Rect):
                yield _line(name, ident | self.rect(shape))
            else:
                if not shape.ends[0]:
                    yield _line(name, self.anchor(shape))
                yield _line(self.ends(shape, name), ident | self.stroke(shape))

    def name(self, wanted: str) -> str:
        """A node's name: readable, unique, without what DOT reads as a port."""
        if wanted in self._names:
            return self._names[wanted]
        base = name = _NOT_NAME.sub("_", wanted) or "_"
        number = 1
        while name in self._taken:
            number += 1
            name = f"{base}_{number}"
        self._taken.add(name)
        self._names[wanted] = name
        return name

    def ends(self, shape: Stroke, name: str) -> str:
        """The edge between its cards, or at an anchor of its own."""
        tail, head = shape.ends
        return f'{self.name(tail)}" -> "{self.name(head)}' if tail else f'{name}" -> "{name}'

    def _point(self, point: Point) -> str:
        return f"{_number(point.x)},{_number(self._height - point.y)}"

    def _box(self, box: Box) -> dict[str, str]:
        return {
            "pos": self._point(box.centre),
            "width": f"{box.width / 72:.4f}",
            "height": f"{box.height / 72:.4f}",
        }

    def _colour(self, colour: str) -> str:
        return colour + self._alpha if colour.startswith("#") else colour

    def rect(self, shape: Rect) -> dict[str, str]:
        """A filled box or ellipse."""
        look = self._theme.looks[shape.look]
        attributes = self._box(shape.box) | {"style": _style(look), "fillcolor": self._colour(look.fill)}
        stroke, width = (look.stroke, look.width) if look.width else (look.fill, 0.0)
        attributes |= {"color": self._colour(stroke), "penwidth": _number(width)}
        return attributes | ({"shape": "ellipse"} if look.ellipse else {})

    def text(self, shape: Text) -> dict[str, str]:
        """Lines of text in a box without a border."""
        end = _JUSTIFY[shape.align]
        attributes = self._box(shape.box) | {
            "shape": "plaintext",
            "label": _label(shape.lines, end),
            "fontsize": _number(shape.size),
            "fontcolor": self._colour(self._theme.inks[shape.ink]),
        }
        return attributes | ({"fontname": self.fonts.bold} if shape.bold else {})

    def anchor(self, shape: Stroke) -> dict[str, str]:
        """An invisible node for an edge to hang on."""
        return {"pos": self._point(shape.pieces[0][0]), "style": "invis", "width": "0.01", "height": "0.01"}

    def stroke(self, shape: Stroke) -> dict[str, str]:
        """Curves, the last one with an arrow's tip where asked."""
        pieces = [" ".join(map(self._point, piece)) for piece in shape.pieces]
        attributes = {"color": self._colour(self._theme.inks[shape.ink]), "penwidth": _number(shape.width)}
        if shape.dash:
            attributes["style"] = shape.dash
        if shape.tip:
            attributes["arrowhead"] = "normal"
            pieces[-1] = f"e,{self._point(shape.tip)} {pieces[-1]}"
        return attributes | {"pos": ";".join(pieces)}


def _style(look: Look) -> str:
    said = {"rounded": look.radius, "dashed": look.dashed, "dotted": look.dotted}
    return ",".join(("filled", *(word for word, asked in said.items() if asked)))


def _line(name: str, attributes: dict[str, str]) -> str:
    """A node or edge; every value here is made of safe characters or quoted by `_label`."""
    inner = " ".join(f'{key}="{value}"' if value[:1] != '"' else f"{key}={value}" for key, value in attributes.items())
    return f'\t"{name}" [{inner}]\n'


def _label(lines: tuple[str, ...], end: str) -> str:
    """A label in quotes: each line without escapes and entities, and how it is justified."""
    from graphviz import escape, nohtml
    from graphviz.quoting import quote  # type: ignore[import-untyped]

    text = "".join(str(escape(line.replace("&", "&amp;"))) + end for line in lines)
    return str(quote(nohtml(text)))
