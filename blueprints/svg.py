"""Graphviz's SVG → ours: what belongs together in groups with names, roles and links, fit for reading aloud."""

from __future__ import annotations

import re
from itertools import count
from xml.etree.ElementTree import Element, SubElement, TreeBuilder, tostring
from xml.parsers.expat import ExpatError, ParserCreate

from blueprints.links import safe_link
from blueprints.shapes import Box, Group, Rect, Scene, Shape, Text
from blueprints.text import LINE_HEIGHT, clean, right_to_left
from blueprints.theme import Theme
from journeys.errors import ToolError

_NOT_ID = re.compile(r"[^\w-]+")
_KEPT = ("text", "path", "polygon", "ellipse", "polyline")
_ROLES = {
    "card": ("group", "card"),
    "promise": ("group", "promise"),
    "connector": ("img", "connector"),
    "curve": ("img", "feeling curve"),
    "legend": ("group", "legend"),
}
_DASHES = {"5,2": "4 3", "1,5": "1 3"}
"""Graphviz's dashes and dots, in ours."""

_BOLD = "600"
_ASCENT = 0.9
"""From the top of a line to its foot, in units of the font's size; Graphviz's own."""


def finish_svg(raw: bytes, scene: Scene, theme: Theme) -> str:
    """The SVG text of a drawing, from what Graphviz made of the scene's DOT. Raises ToolError on what is not SVG."""
    source = _parse(raw)
    drawn = {element.get("id", ""): element for element in source.iter("g")}
    root = _root(source, scene, theme)
    canvas = next((element for element in source.iter("g") if element.get("class") == "graph"), None)
    if canvas is None:
        raise ToolError("Graphviz wrote an SVG without a drawing: use another Graphviz with --dot PATH")
    page = SubElement(root, "g", {"transform": canvas.get("transform", "")})
    copier = _Copier(scene, theme)
    copier.copy(drawn.get("page"), Rect("page", Box(0, 0, scene.width, scene.height), "page", "page"), page)
    taken: set[str] = set()
    numbers = count()
    for group in scene.groups:
        holder = _group(page, group, taken)
        for shape in group.shapes:
            copier.copy(drawn.get(f"s{next(numbers)}"), shape, holder)
    text = tostring(root, encoding="unicode", short_empty_elements=True)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'


def _parse(raw: bytes) -> Element:
    """The elements under their plain names: the namespace is a plain attribute here."""
    builder = TreeBuilder()
    parser = ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = builder.start
    parser.EndElementHandler = builder.end
    parser.CharacterDataHandler = builder.data
    try:
        parser.Parse(raw, True)
    except ExpatError as error:
        raise ToolError(f"Graphviz wrote an SVG that cannot be read ({error}): use another with --dot PATH") from None
    return builder.close()


def _root(source: Element, scene: Scene, theme: Theme) -> Element:
    width, height = f"{scene.width:.2f}", f"{scene.height:.2f}"
    root = Element(
        "svg",
        {
            "xmlns": "http://www.w3.org/2000/svg",
            "width": f"{width}pt",
            "height": f"{height}pt",
            "viewBox": source.get("viewBox", f"0 0 {width} {height}"),
            "role": "graphics-document document",
            "aria-roledescription": f"service {scene.kind}" if scene.kind == "blueprint" else scene.kind,
            "aria-labelledby": "drawing-title drawing-description",
            "font-family": theme.fonts,
        },
    )
    SubElement(root, "title", {"id": "drawing-title"}).text = clean(scene.title)
    SubElement(root, "desc", {"id": "drawing-description"}).text = clean(scene.description)
    return root


def _group(parent: Element, group: Group, taken: set[str]) -> Element:
    """A named group, inside a link where it has one."""
    attributes = {"id": _unique(group.name, taken), "class": group.role}
    role = _ROLES.get(group.role)
    label = clean(group.label)
    if role:
        attributes |= {"role": role[0], "aria-roledescription": role[1], "aria-label": label}
    attributes |= {f"data-{key}": clean(value) for key, value in group.data if value}
    if group.faded:
        attributes["opacity"] = "0.28"
    link = safe_link(group.link)
    if link:
        parent = SubElement(parent, "a", {"href": link, "target": "_top", "rel": "noopener noreferrer"})
    holder = SubElement(parent, "g", attributes)
    if group.tooltip or role:
        SubElement(holder, "title").text = clean(group.tooltip or label)
    return holder


def _unique(name: str, taken: set[str]) -> str:
    base = ident = _NOT_ID.sub("-", clean(name)).strip("-") or "group"
    number = 1
    while ident in taken:
        number += 1
        ident = f"{base}-{number}"
    taken.add(ident)
    return ident


class _Copier:
    """Takes the elements of one shape after another out of Graphviz's SVG."""

    def __init__(self, scene: Scene, theme: Theme) -> None:
        self._bottom = scene.height
        self._looks = theme.looks

    def copy(self, drawn: Element | None, shape: Shape, holder: Element) -> None:
        """Append a shape's elements to `holder`, without what Graphviz wraps around them."""
        if drawn is None:
            return
        for number, part in enumerate(part for part in drawn.iter() if part.tag in _KEPT):
            mended = self._mended(part, shape, number)
            if shape.kind:
                mended.set("class", shape.kind)
            mended.tail = "\n"
            holder.append(mended)

    def _mended(self, part: Element, shape: Shape, number: int) -> Element:
        if isinstance(shape, Text):
            return self._text(part, shape, number)
        if isinstance(shape, Rect):
            part = self._rounded(part, shape)
        else:
            part.attrib.update({"stroke-linecap": "round", "stroke-linejoin": "round"})
        dashes = part.get("stroke-dasharray")
        if dashes:
            part.set("stroke-dasharray", _DASHES.get(dashes, dashes))
        return part

    def _rounded(self, part: Element, shape: Rect) -> Element:
        """A box with the theme's corners: Graphviz knows one radius only."""
        radius = self._looks[shape.look].radius
        if not radius:
            return part
        box = shape.box
        attributes = {
            "x": f"{box.x:.2f}",
            "y": f"{box.y - self._bottom:.2f}",
            "width": f"{box.width:.2f}",
            "height": f"{box.height:.2f}",
            "rx": f"{min(radius, box.height / 2):g}",
        }
        kept = {key: value for key, value in part.attrib.items() if key.startswith(("fill", "stroke"))}
        return Element("rect", attributes | kept)

    def _text(self, part: Element, shape: Text, line: int) -> Element:
        """A line where we put it: Graphviz's own guess at its width depends on the fonts it finds."""
        box = shape.box
        rtl = right_to_left(part.text or "")
        x = {"l": box.x, "r": box.right, "c": box.centre.x}[shape.align]
        anchor = {"l": "start", "r": "end", "c": "middle"}[shape.align]
        attributes = {
            "x": f"{x:.2f}",
            "y": f"{box.y - self._bottom + (_ASCENT + line * LINE_HEIGHT) * shape.size:.2f}",
            "font-size": f"{shape.size:g}",
            "fill": part.get("fill", ""),
        }
        if anchor != "start" or rtl:
            attributes["text-anchor"] = {"start": "end", "end": "start"}.get(anchor, anchor) if rtl else anchor
        if rtl:
            attributes["direction"] = "rtl"
        if shape.bold:
            attributes["font-weight"] = _BOLD
        element = Element("text", attributes)
        element.text = part.text
        return element
