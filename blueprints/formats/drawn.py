"""Reads Graphviz's SVG: the elements that it drew for each of our shapes, by the ids `sN`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple
from xml.parsers.expat import ExpatError, ParserCreate

from journeys.errors import ToolError

_KEPT = frozenset(("text", "path", "polygon", "ellipse", "polyline"))


class Part(NamedTuple):
    """An element that was drawn: its tag, attributes and text."""

    tag: str
    attributes: dict[str, str]
    text: list[str]


@dataclass(frozen=True, slots=True)
class Drawn:
    """What Graphviz drew: the page's place, and the parts by the id of their node or edge."""

    view_box: str
    transform: str
    parts: Mapping[str, list[Part]]


class _Reader:
    """Collects the parts while the SVG is parsed."""

    def __init__(self) -> None:
        self.view_box = ""
        self.transform = ""
        self.parts: dict[str, list[Part]] = {}
        self._open: list[Part] = []
        self._text: list[str] | None = None

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        if tag in _KEPT:
            self._text = []
            self._open.append(Part(tag, attributes, self._text))
        elif tag == "g":
            kind = attributes.get("class", "")
            if kind == "graph":
                self.transform = attributes.get("transform", "")
            if kind:
                self._open = self.parts.setdefault(attributes.get("id", ""), [])
        elif tag == "svg":
            self.view_box = attributes.get("viewBox", "")

    def end(self, tag: str) -> None:
        """An element ends."""
        if tag in _KEPT:
            self._text = None

    def data(self, text: str) -> None:
        """Text inside an element."""
        if self._text is not None:
            self._text.append(text)


def read_drawn(raw: bytes) -> Drawn:
    """The parts of an SVG by Graphviz. Raises ToolError on what is not one."""
    reader = _Reader()
    parser = ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.data
    try:
        parser.Parse(raw, True)
    except ExpatError as error:
        raise ToolError(f"Graphviz wrote an SVG that cannot be read ({error}): use another with --dot PATH") from None
    if not reader.transform:
        raise ToolError("Graphviz wrote an SVG without a drawing: use another Graphviz with --dot PATH")
    return Drawn(reader.view_box, reader.transform, reader.parts)
