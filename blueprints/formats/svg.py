"""Graphviz's SVG → ours: what belongs together in groups with names, roles and links, fit for reading aloud."""

from __future__ import annotations

import re
from itertools import count
from xml.sax.saxutils import escape, quoteattr

from blueprints.collecting import without_collecting
from blueprints.formats.dot import shapes_of
from blueprints.formats.drawn import Drawn, Part, read_drawn
from blueprints.formats.format import Drawable
from blueprints.formats.links import safe_link
from blueprints.layout.apart import ANCHORS, Foreign, Placed, apart, share_of
from blueprints.layout.shapes import Box, Group, Rect, Scene, Shape, Text
from blueprints.layout.text import LINE_HEIGHT, clean, measure, right_to_left, shipped
from blueprints.themes.patterns import pattern_definitions, pattern_fill
from blueprints.themes.theme import Theme

_NOT_ID = re.compile(r"[^\w-]+")
_ROLES = {
    "card": ("group", "card"),
    "promise": ("group", "promise"),
    "connector": ("img", "connector"),
    "curve": ("img", "feeling curve"),
    "legend": ("group", "legend"),
    "month": ("img", "month"),
    "feature": ("img", "feature"),
}
_DASHES = {"5,2": "4 3", "1,5": "1 3"}
"""Graphviz's dashes and dots, in ours."""

_PAINT = ("fill", "stroke", "stroke-width", "stroke-dasharray")
_KEPT = ("d", "points", "cx", "cy", "rx", "ry", *_PAINT)
_FIT = 'lengthAdjust="spacingAndGlyphs"'
_ROUND = ' stroke-linecap="round" stroke-linejoin="round"'
_ASCENT = 0.9
"""From the top of a line to its foot, in units of the font's size; Graphviz's own."""
_TURNED = {"start": "end", "end": "start", "middle": "middle"}


def render(drawing: Drawable) -> str:
    """The SVG of a drawing."""
    return drawing.svg()


@without_collecting
def finish_svg(raw: bytes, scene: Scene, theme: Theme, *, region: str = "") -> str:
    """The SVG text of a drawing, from what Graphviz made of the scene's DOT. Raises ToolError on what is not SVG.

    `region` (of `scripts.han_region`) is for programs that make a picture of it: scripts stand apart, each in its
    font. A browser puts them together better by itself.
    """
    return write_svg(read_drawn(raw), scene, theme, region=region)


def write_svg(drawn: Drawn, scene: Scene, theme: Theme, *, region: str = "") -> str:
    """As `finish_svg`, from the parts of each shape of the scene (`s0`, `s1`, … as they come, `page` for the page)."""
    return _Writer(drawn, scene, theme, region).whole()


@without_collecting
def finish_without(raw: bytes, scene: Scene, theme: Theme, region: str) -> tuple[str, list[Foreign]]:
    """As `finish_svg` for a program that sets foreign scripts better by itself: without them, and they beside it."""
    return write_without(read_drawn(raw), scene, theme, region)


def write_without(drawn: Drawn, scene: Scene, theme: Theme, region: str) -> tuple[str, list[Foreign]]:
    """As `finish_without`, from the parts of each shape of the scene."""
    writer = _Writer(drawn, scene, theme, region, left_out=[])
    return writer.whole(), writer.left_out or []


def _tag(name: str, attributes: dict[str, str]) -> str:
    return f"<{name}{''.join([f' {key}={quoteattr(value)}' for key, value in attributes.items()])}>"


class _Writer:
    """Writes the groups one after another, each with the parts that Graphviz drew for its shapes."""

    def __init__(
        self, drawn: Drawn, scene: Scene, theme: Theme, region: str, left_out: list[Foreign] | None = None
    ) -> None:
        self.left_out = left_out
        self._region = region
        self._faded = False
        self._drawn = drawn
        self._scene = scene
        self._theme = theme
        self._bottom = scene.height
        self._taken: set[str] = set()
        self._out: list[str] = []

    def whole(self) -> str:
        """The whole document."""
        page = Rect("page", Box(0, 0, self._scene.width, self._scene.height), "page", "page")
        self._head()
        self._out.append(_tag("g", {"transform": self._drawn.transform}) + "\n")
        self._shape("page", page)
        numbers = count()
        for group in self._scene.groups:
            closing = self._open(group)
            for shape in group.shapes:
                self._shape(f"s{next(numbers)}", shape)
            self._out.append(closing)
        self._out.append("</g>\n</svg>\n")
        return "".join(self._out)

    def _head(self) -> None:
        scene = self._scene
        width, height = f"{scene.width:.2f}", f"{scene.height:.2f}"
        kind = "service blueprint" if scene.kind == "blueprint" else scene.kind
        attributes = {
            "xmlns": "http://www.w3.org/2000/svg",
            "width": f"{scene.width * scene.scale:.2f}pt",
            "height": f"{scene.height * scene.scale:.2f}pt",
            "viewBox": self._drawn.view_box or f"0 0 {width} {height}",
            "role": "graphics-document document",
            "aria-roledescription": kind,
            "aria-labelledby": "drawing-title drawing-description",
            "font-family": self._theme.fonts,
        }
        self._out += [
            '<?xml version="1.0" encoding="UTF-8"?>\n',
            _tag("svg", attributes),
            f'\n<title id="drawing-title">{escape(clean(scene.title))}</title>\n',
            f'<desc id="drawing-description">{escape(clean(scene.description))}</desc>\n',
        ]
        looks = self._theme.looks
        patterns = {looks[one.look].pattern for one in shapes_of(scene) if isinstance(one, Rect)} - {""}
        self._out.append(pattern_definitions(patterns, self._theme.inks["text"], looks["page"].fill))
        if self._theme.css:
            self._out.append(f"<style>{escape(self._theme.css)}</style>\n")

    def _open(self, group: Group) -> str:
        """Begin a named group, inside a link where it has one; gives back what ends it."""
        self._faded = group.faded
        attributes = {"id": self._unique(group.name), "class": group.role}
        role = _ROLES.get(group.role)
        label = clean(group.label)
        if role:
            attributes |= {"role": role[0], "aria-roledescription": role[1], "aria-label": label}
        attributes |= {f"data-{key}": clean(value) for key, value in group.data if value}
        if group.faded:
            attributes["opacity"] = self._theme.faded
        link = safe_link(group.link)
        if link:
            self._out.append(_tag("a", {"href": link, "target": "_top", "rel": "noopener noreferrer"}))
        self._out.append(_tag("g", attributes) + "\n")
        if group.tooltip or role:
            self._out.append(f"<title>{escape(clean(group.tooltip) or label)}</title>\n")
        return "</g></a>\n" if link else "</g>\n"

    def _unique(self, name: str) -> str:
        base = ident = _NOT_ID.sub("-", clean(name)).strip("-") or "group"
        number = 1
        while ident in self._taken:
            number += 1
            ident = f"{base}-{number}"
        self._taken.add(ident)
        return ident

    def _shape(self, ident: str, shape: Shape) -> None:
        """The parts of one shape, without what Graphviz wraps around them."""
        for number, part in enumerate(self._drawn.parts.get(ident, ())):
            if isinstance(shape, Text):
                self._out.append(self._text(part, shape, number))
            elif isinstance(shape, Rect):
                self._out.append(self._rect(part, shape))
            else:
                self._out.append(_part(part, f"{shape.kind} ink-{shape.ink}", _ROUND))

    def _rect(self, part: Part, shape: Rect) -> str:
        """A box with the theme's corners: Graphviz knows one radius only."""
        look = self._theme.looks[shape.look]
        radius = look.radius
        if look.pattern:
            part.attributes["fill"] = pattern_fill(look.pattern, look.fill)
        box, kind = shape.box, f"{shape.kind} look-{shape.look}"
        if not radius:
            return _part(part, kind)
        return (
            f'<rect class="{kind}" x="{box.x:.2f}" y="{box.y - self._bottom:.2f}" width="{box.width:.2f}"'
            f' height="{box.height:.2f}" rx="{min(radius, box.height / 2):g}"{_attributes(part, _PAINT)}/>\n'
        )

    def _text(self, part: Part, shape: Text, line: int) -> str:
        """A line where we put it: Graphviz's own guess at its width depends on the fonts it finds."""
        box, text = shape.box, "".join(part.text)
        turned = right_to_left(text)
        x = {"l": box.x, "r": box.right, "c": box.x + box.width / 2}[shape.align]
        y = box.y - self._bottom + (_ASCENT + line * LINE_HEIGHT) * shape.size
        ink = part.attributes.get("fill", "#000000")
        if self._region and not shipped(text):
            return "".join(self._placed(one, shape, y, ink) for one in apart(text, shape, x, self._region))
        anchor = _TURNED[ANCHORS[shape.align]] if turned else ANCHORS[shape.align]
        return self._line(text, shape, x, y, anchor, ink, turned=turned)

    def _placed(self, one: Placed, shape: Text, y: float, ink: str) -> str:
        if self.left_out is None or not one.family:
            return self._line(one.text, shape, one.x, y, one.anchor, ink, family=one.family)
        foot, share = y + self._bottom, share_of(one.anchor)
        foreign = Foreign(one.text, one.x, foot, share, shape.size, shape.bold, ink, one.family, self._faded)
        self.left_out.append(foreign)
        return ""

    def _line(self, text: str, shape: Text, x: float, y: float, anchor: str, ink: str, *, turned: bool = False,
              family: str = "") -> str:  # fmt: skip
        fitted = self._theme.fitted and not family
        return (
            f'<text class="{shape.kind} ink-{shape.ink}" x="{x:.2f}" y="{y:.2f}" font-size="{shape.size:g}"'
            f' fill="{ink}"'
            + (f' text-anchor="{anchor}"' if anchor != "start" else "")
            + (' direction="rtl"' if turned else "")
            + (f' textLength="{measure(text, shape.size, shape.bold):.2f}" {_FIT}' if fitted else "")
            + (f' font-family="{family}, Inter, sans-serif"' if family else "")
            + (' font-weight="600"' if shape.bold else "")
            + f">{escape(text)}</text>\n"
        )


def _part(part: Part, kind: str, more: str = "") -> str:
    return f'<{part.tag} class="{kind}"{_attributes(part, _KEPT)}{more}/>\n'


def _attributes(part: Part, names: tuple[str, ...]) -> str:
    """Some of the attributes that Graphviz wrote: numbers and colours, which need no escaping."""
    found = part.attributes
    return "".join([f' {name}="{_DASHES.get(found[name], found[name])}"' for name in names if name in found])
