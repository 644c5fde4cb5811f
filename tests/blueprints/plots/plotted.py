"""Reads a plot's SVG back into words, lines and marks, knowing nothing of how it was made; and random figures."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import combinations
from xml.etree import ElementTree

from hypothesis import strategies as st
from svg_geometry import SVG, Area, Words, _words

from blueprints.plots import Feature, Point

_COMMAND = re.compile(r"([A-Z])([^A-Z]*)")
NAMES = st.sampled_from(
    ("Know when the engineer comes", "予約の変更がいつでもできる", "معرفة موعد وصول الفني", "$x^2$", "<b>",
     "W" * 90, "i", "",
     "One contact for everything, whoever is asked and whenever it is, at the weekend too, and in the evening")
)  # fmt: skip


@dataclass
class Plotted:
    """All words, and the subpaths (lists of points) of what is drawn, by the class of its group and its own."""

    page: Area
    title: str
    description: str
    words: list[Words] = field(default_factory=list)
    drawn: dict[tuple[str, str], list[list[list[tuple[float, float]]]]] = field(default_factory=dict)
    classes: list[str] = field(default_factory=list)
    groups: list[ElementTree.Element] = field(default_factory=list)

    def said(self, kind: str) -> list[str]:
        """The words of a kind."""
        return [one.text for one in self.words if one.kind == kind]

    def area(self, text: str) -> Area:
        """Where a text stands."""
        return next(one.area for one in self.words if one.text == text)

    def marks(self, group: str) -> list[Area]:
        """Where the marks in groups of a class are."""
        return [bounds([point for sub in subs for point in sub]) for subs in self.drawn.get((group, "sign"), [])]

    def lines(self, group: str) -> list[list[list[tuple[float, float]]]]:
        """The lines in groups of a class, each as its unbroken parts."""
        return self.drawn.get((group, "line"), [])


def bounds(points: list[tuple[float, float]]) -> Area:
    """The area of some points."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return Area(min(xs), min(ys), max(xs), max(ys))


def read_plot(svg: str) -> Plotted:
    """The plot of an SVG text."""
    root = ElementTree.fromstring(svg.encode())
    _, _, width, height = (float(number) for number in root.attrib["viewBox"].split())
    canvas = root.find(f"{SVG}g")
    assert canvas is not None
    assert canvas.get("transform") == f"translate(0 {height:.2f})"
    title, told = root.findtext(f"{SVG}title") or "", root.findtext(f"{SVG}desc") or ""
    found = Plotted(Area(0, 0, width, height), title, told)
    for group in canvas.iter(f"{SVG}g"):
        if group is not canvas:
            found.groups.append(group)
        for element in group:
            kind = element.get("class", "").split(" ")[0]
            if element.tag == f"{SVG}text":
                found.words.append(_words(element, kind, 0, height))
            elif element.tag == f"{SVG}path" and group is not canvas:
                found.drawn.setdefault((group.get("class", ""), kind), []).append(_parts(element.attrib["d"], height))
                found.classes.append(element.get("class", ""))
    return found


def _parts(path: str, height: float) -> list[list[tuple[float, float]]]:
    parts: list[list[tuple[float, float]]] = []
    for command, written in _COMMAND.findall(path):
        numbers = [float(number) for number in written.split()]
        points = [(x, y + height) for x, y in zip(numbers[::2], numbers[1::2], strict=True)]
        if command == "M":
            parts.append([])
        if points:
            parts[-1] += points
    return parts


def collisions(areas: list[Area]) -> list[tuple[Area, Area]]:
    """Those that share more than a hair."""
    return [(one, other) for one, other in combinations(areas, 2) if one.overlaps(other)]


def wrong(found: Plotted) -> list[str]:
    """Words that meet others or leave the page, and lines and marks that leave it."""
    said = [f"{one.text} leaves the page" for one in found.words if not found.page.holds(one.area)]
    said += [
        f"{one.text} meets {other.text}" for one, other in combinations(found.words, 2) if one.area.overlaps(other.area)
    ]
    points = [point for all_ in found.drawn.values() for parts in all_ for part in parts for point in part]
    outside = [point for point in points if not found.page.holds(Area(*point, *point))]
    return said + [f"{point} is outside" for point in outside]


@st.composite
def points(draw: st.DrawFn) -> tuple[Point, ...]:
    """Months, some without answers and some left out, or other labels."""
    count = draw(st.integers(0, 40))
    monthly = draw(st.booleans())
    found = []
    for number in range(count):
        low, value, high = sorted(draw(st.tuples(*[st.floats(0, 100)] * 3)))
        label = f"{2024 + number // 12}-{number % 12 + 1:02d}" if monthly else draw(NAMES)
        if not monthly or draw(st.integers(0, 4)):
            answers = draw(st.sampled_from((0, 1, 29, 30, 120, 45_000)))
            found.append(Point(label, value, low, high, answers))
    return tuple(found)


KINDS = ("must-be", "performance", "attractive", "indifferent", "reverse", "questionable", "Basisfaktor", "")
_SHARE = st.sampled_from((0.0, 0.25, 0.5, 1.0)) | st.floats(0, 1)


@st.composite
def features(draw: st.DrawFn) -> Feature:
    """A feature anywhere, with or without a place in an earlier survey, or without figures."""
    better, worse = draw(_SHARE), -draw(_SHARE)
    before = (draw(_SHARE), -draw(_SHARE)) if draw(st.booleans()) else None
    if not draw(st.integers(0, 9)):
        better = float("nan")
    return Feature(draw(NAMES), better, worse, draw(st.sampled_from(KINDS)), draw(st.integers(0, 300)), before)
