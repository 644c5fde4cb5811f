"""Reads a finished SVG back into boxes, lines and texts, knowing nothing of how it was made."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise
from xml.etree import ElementTree

from blueprints.layout.text import measure

SVG = "{http://www.w3.org/2000/svg}"
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")


@dataclass(frozen=True)
class Area:
    """A rectangle of the page, y downwards."""

    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: Area, slack: float = 0.3) -> bool:
        """Whether they share more than `slack`."""
        return (
            self.left < other.right - slack
            and other.left < self.right - slack
            and self.top < other.bottom - slack
            and other.top < self.bottom - slack
        )

    def overlaps_thin(self, other: Area, slack: float) -> bool:
        """Whether this, which may be a line without breadth, comes further into the other than `slack`."""
        return (
            self.left < other.right - slack
            and self.right > other.left + slack
            and self.top < other.bottom - slack
            and self.bottom > other.top + slack
        )

    def holds(self, other: Area, slack: float = 0.6) -> bool:
        """Whether the other lies inside."""
        return (
            other.left >= self.left - slack
            and other.right <= self.right + slack
            and other.top >= self.top - slack
            and other.bottom <= self.bottom + slack
        )


@dataclass(frozen=True)
class Words:
    """A line of text with the area that it takes."""

    text: str
    kind: str
    area: Area


@dataclass
class Holder:
    """A group of the drawing: its attributes, boxes, texts and lines."""

    ident: str
    role: str
    data: dict[str, str]
    boxes: list[tuple[str, Area]] = field(default_factory=list)
    words: list[Words] = field(default_factory=list)
    lines: list[tuple[str, list[tuple[float, float]]]] = field(default_factory=list)

    def box(self, kind: str) -> Area:
        """Its box of a kind."""
        return next(area for found, area in self.boxes if found == kind)


@dataclass
class Picture:
    """A whole drawing."""

    page: Area
    holders: list[Holder]

    def of(self, role: str) -> list[Holder]:
        """The groups of a role, in order."""
        return [holder for holder in self.holders if holder.role == role]


def read(svg: str) -> Picture:
    """The picture of an SVG text."""
    root = ElementTree.fromstring(svg.encode())
    _, _, width, height = (float(number) for number in root.attrib["viewBox"].split())
    canvas = root.find(f"{SVG}g")
    assert canvas is not None
    dx, dy = (float(n) for n in re.search(r"translate\(([-\d.]+)[ ,]([-\d.]+)\)", canvas.attrib["transform"]).groups())  # type: ignore[union-attr]
    holders = [_holder(group, dx, dy) for group in canvas.iter(f"{SVG}g") if group is not canvas]
    return Picture(Area(0, 0, width, height), holders)


def _holder(group: ElementTree.Element, dx: float, dy: float) -> Holder:
    data = {key[5:]: value for key, value in group.attrib.items() if key.startswith("data-")}
    holder = Holder(group.get("id", ""), group.get("class", ""), data)
    for element in group:
        tag, kind = element.tag.removeprefix(SVG), element.get("class", "").split(" ")[0]
        if tag == "text":
            holder.words.append(_words(element, kind, dx, dy))
        elif tag == "path":
            holder.lines.append((kind, [(x + dx, y + dy) for x, y in _flatten(element.attrib["d"])]))
        elif tag in ("rect", "polygon", "ellipse"):
            area = _area(element, tag)
            moved = Area(area.left + dx, area.top + dy, area.right + dx, area.bottom + dy)
            holder.boxes.append(("tip" if tag == "polygon" and kind in ("connector", "legend") else kind, moved))
    return holder


def _words(element: ElementTree.Element, kind: str, dx: float, dy: float) -> Words:
    text = element.text or ""
    size = float(element.attrib["font-size"])
    width = measure(text, size, element.get("font-weight") == "600")
    x, y = float(element.attrib["x"]) + dx, float(element.attrib["y"]) + dy
    anchor = element.get("text-anchor", "start")
    if element.get("direction") == "rtl":
        anchor = {"start": "end", "end": "start"}.get(anchor, anchor)
    left = x - {"start": 0.0, "middle": width / 2, "end": width}[anchor]
    return Words(text, kind, Area(left, y - size * 0.76, left + width, y + size * 0.22))


def _area(element: ElementTree.Element, tag: str) -> Area:
    if tag == "rect":
        x, y, w, h = (float(element.attrib[name]) for name in ("x", "y", "width", "height"))
        return Area(x, y, x + w, y + h)
    if tag == "ellipse":
        x, y, a, b = (float(element.attrib[name]) for name in ("cx", "cy", "rx", "ry"))
        return Area(x - a, y - b, x + a, y + b)
    numbers = [float(number) for number in _NUMBER.findall(element.attrib["points"])]
    xs, ys = numbers[::2], numbers[1::2]
    return Area(min(xs), min(ys), max(xs), max(ys))


def _flatten(d: str) -> list[tuple[float, float]]:
    """The points of a path of cubic Bézier curves, each curve in eight parts unless it is straight."""
    numbers = [float(number) for number in _NUMBER.findall(d)]
    points = list(zip(numbers[::2], numbers[1::2], strict=True))
    found = [points[0]]
    for start in range(0, len(points) - 1, 3):
        a, b, c, e = points[start : start + 4]
        straight = (a[0] == b[0] == c[0] == e[0]) or (a[1] == b[1] == c[1] == e[1])
        for step in (1.0,) if straight else [n / 8 for n in range(1, 9)]:
            s = 1 - step
            weights = (s**3, 3 * s * s * step, 3 * s * step * step, step**3)
            found.append((sum(w * p[0] for w, p in zip(weights, (a, b, c, e), strict=True)),
                          sum(w * p[1] for w, p in zip(weights, (a, b, c, e), strict=True))))  # fmt: skip
    return found


def segments(points: list[tuple[float, float]]) -> list[tuple[tuple[float, float], tuple[float, float]]]:
    """The straight parts of a polyline."""
    return [(a, b) for a, b in pairwise(points) if a != b]
