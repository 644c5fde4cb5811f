"""Graphviz's SVG → ours: what belongs together in groups with names, roles and links, fit for reading aloud."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element, SubElement, TreeBuilder, tostring
from xml.parsers.expat import ExpatError, ParserCreate

from blueprints.dot import shapes_of
from blueprints.links import safe_link
from blueprints.shapes import Group, Scene, Stroke, Text
from blueprints.text import clean, right_to_left
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
_DECORATION = ("lane", "line", "phase", "title")
_BOLD = "600"


def finish_svg(raw: bytes, scene: Scene, theme: Theme) -> str:
    """The SVG text of a drawing, from what Graphviz made of the scene's DOT. Raises ToolError on what is not SVG."""
    source = _parse(raw)
    drawn = {element.get("id", ""): element for element in source.iter("g")}
    root = _root(source, scene, theme)
    canvas = next((element for element in source.iter("g") if element.get("class") == "graph"), None)
    if canvas is None:
        raise ToolError("Graphviz wrote an SVG without a drawing: use another Graphviz with --dot PATH")
    page = SubElement(root, "g", {"transform": canvas.get("transform", "")})
    _copy(drawn.get("page"), page, {"class": "page", "aria-hidden": "true"})
    taken: set[str] = set()
    numbers = iter(range(sum(1 for _ in shapes_of(scene))))
    for group in scene.groups:
        holder = _group(page, group, taken)
        for shape in group.shapes:
            attributes = {"class": shape.kind} if shape.kind else {}
            _copy(drawn.get(f"s{next(numbers)}"), holder, attributes, shape)
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


def _copy(drawn: Element | None, holder: Element, more: dict[str, str], shape: object = None) -> None:
    """The elements of one shape, without Graphviz's wrapping; several of one are put into a group."""
    if drawn is None:
        return
    parts = [part for part in drawn.iter() if part.tag in _KEPT]
    for part in parts:
        if part.tag == "text":
            _mend_text(part, shape)
        part.attrib.pop("id", None)
        part.attrib.update(more)
        if isinstance(shape, Stroke) and part.tag == "path":
            part.set("stroke-linecap", "round")
            part.set("stroke-linejoin", "round")
        part.tail = "\n"
        holder.append(part)


def _mend_text(part: Element, shape: object) -> None:
    """Fonts come from the root; a line that runs from right to left says so and starts at its right."""
    part.attrib.pop("{http://www.w3.org/XML/1998/namespace}space", None)
    part.attrib.pop("xml:space", None)
    part.attrib.pop("font-family", None)
    if part.attrib.pop("font-weight", None):
        part.set("font-weight", _BOLD)
    if isinstance(shape, Text) and shape.align == "r" and right_to_left(part.text or ""):
        part.set("direction", "rtl")
        part.set("text-anchor", "start")
