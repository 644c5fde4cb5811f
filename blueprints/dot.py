"""Scene → DOT with everything pinned, for `neato -n2`.

Each shape is a node or an edge with a `pos`, in the order in which it is to be drawn. Graphviz counts y upwards;
lengths of boxes are in inches, all else in points.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from blueprints.shapes import Box, Point, Rect, Scene, Shape, Stroke, Text
from blueprints.theme import Look, Theme

_NOT_NAME = re.compile(r"[^\w./#-]+")
_JUSTIFY = {"l": "\\l", "r": "\\r", "c": "\\n"}


def to_dot(scene: Scene, theme: Theme) -> str:
    """The DOT text of a scene in a theme. Shape n is the SVG element with the id `sN`."""
    import graphviz  # type: ignore[import-untyped]

    graph = graphviz.Digraph(
        "blueprint",
        engine="neato",
        graph_attr={"pad": "0", "margin": "0", "bgcolor": "transparent", "outputorder": "breadthfirst"},
        node_attr={"fixedsize": "true", "label": "", "margin": "0", "shape": "box", "fontname": "Helvetica"},
        edge_attr={"arrowhead": "none", "arrowsize": "0.6"},
    )
    writer = _Writer(scene.height, theme)
    page = Rect("page", Box(0, 0, scene.width, scene.height), "page")
    graph.node("page", id="page", **writer.rect(page))
    for number, shape in enumerate(shapes_of(scene)):
        ident = f"s{number}"
        name = writer.name(shape.name)
        if isinstance(shape, Stroke):
            tail, head = writer.ends(shape, name)
            if not shape.ends[0]:
                graph.node(name, id="", **writer.anchor(shape))
            graph.edge(tail, head, id=ident, **writer.stroke(shape))
        elif isinstance(shape, Text):
            graph.node(name, id=ident, **writer.text(shape))
        else:
            graph.node(name, id=ident, **writer.rect(shape))
    return str(graph.source)


def shapes_of(scene: Scene) -> Iterator[Shape]:
    """All shapes of a scene, from back to front: the order that the ids `sN` count."""
    for group in scene.groups:
        yield from group.shapes


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")


class _Writer:
    """Turns shapes into attributes."""

    def __init__(self, height: float, theme: Theme) -> None:
        self._height = height
        self._theme = theme
        self._names: dict[str, str] = {}
        self._taken: set[str] = {"page"}

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

    def ends(self, shape: Stroke, name: str) -> tuple[str, str]:
        """The nodes that an edge joins: its cards, or an anchor of its own."""
        tail, head = shape.ends
        return (self.name(tail), self.name(head)) if tail else (name, name)

    def _point(self, point: Point) -> str:
        return f"{_number(point.x)},{_number(self._height - point.y)}"

    def _box(self, box: Box) -> dict[str, str]:
        return {
            "pos": self._point(box.centre),
            "width": f"{box.width / 72:.4f}",
            "height": f"{box.height / 72:.4f}",
        }

    def rect(self, shape: Rect) -> dict[str, str]:
        """A filled box or ellipse."""
        look = self._theme.looks[shape.look]
        attributes = self._box(shape.box) | {"style": _style(look), "fillcolor": look.fill}
        stroke, width = (look.stroke, look.width) if look.width else (look.fill, 0.0)
        attributes |= {"color": stroke, "penwidth": _number(width)}
        return attributes | ({"shape": "ellipse"} if look.ellipse else {})

    def text(self, shape: Text) -> dict[str, str]:
        """Lines of text in a box without a border."""
        end = _JUSTIFY[shape.align]
        attributes = self._box(shape.box) | {
            "shape": "plaintext",
            "label": "".join(_label(line) + end for line in shape.lines),
            "fontsize": _number(shape.size),
            "fontcolor": self._theme.inks[shape.ink],
        }
        return attributes | ({"fontname": "Helvetica-Bold"} if shape.bold else {})

    def anchor(self, shape: Stroke) -> dict[str, str]:
        """An invisible node for an edge to hang on."""
        return {"pos": self._point(shape.pieces[0][0]), "style": "invis", "width": "0.01", "height": "0.01"}

    def stroke(self, shape: Stroke) -> dict[str, str]:
        """Curves, the last one with an arrow's tip where asked."""
        pieces = [" ".join(map(self._point, piece)) for piece in shape.pieces]
        attributes = {"color": self._theme.inks[shape.ink], "penwidth": _number(shape.width)}
        if shape.dash:
            attributes["style"] = shape.dash
        if shape.tip:
            attributes["arrowhead"] = "normal"
            pieces[-1] = f"e,{self._point(shape.tip)} {pieces[-1]}"
        return attributes | {"pos": ";".join(pieces)}


def _style(look: Look) -> str:
    words = ["filled", *(["rounded"] if look.radius else []), *(["dashed"] if look.dashed else [])]
    return ",".join(words)


def _label(line: str) -> str:
    """A line of a label: no escapes, no entities."""
    import graphviz

    return str(graphviz.escape(line.replace("&", "&amp;")))
