"""What holds of every drawing, read from its SVG."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations, pairwise
from typing import TypeVar

from svg_geometry import Area, Holder, Picture, Words, segments

from blueprints.layout.wide import MOST

Segment = tuple[tuple[float, float], tuple[float, float]]
Route = tuple[Holder, list[Segment]]
T = TypeVar("T")
Placed = tuple[T, Area]
"""A thing with the area that it takes."""


def problems(picture: Picture) -> list[str]:
    """Everything that is wrong with a drawing's geometry."""
    boxes, routes, words = _boxes(picture), _routes(picture), _all_words(picture)
    parts = [(holder.ident, _area(part)) for holder, found in routes for part in found]
    return [
        *_through_boxes(parts, boxes),
        *_shared_stretches(routes),
        *_loose_ends(picture, routes),
        *_text_outside(picture),
        *_overlapping_text(words),
        *_labels_on_lines(words, parts),
        *_labels_on_boxes(words, boxes),
        *_overlapping_boxes(boxes),
        *_lanes(picture),
        *_columns(picture),
    ]


def _beside(ones: Iterable[Placed[T]], others: Iterable[Placed[T]]) -> Iterator[tuple[Placed[T], Placed[T]]]:
    """Each of the ones with each of the others that is level with it, going down the page."""
    ways = sorted(
        [*((one, 0) for one in ones), *((other, 1) for other in others)], key=lambda way: (way[0][1].top, way[1])
    )
    open_: tuple[list[Placed[T]], list[Placed[T]]] = ([], [])
    for thing, side in ways:
        across = open_[1 - side]
        across[:] = [other for other in across if other[1].bottom >= thing[1].top]
        for other in across:
            yield (thing, other) if side == 0 else (other, thing)
        open_[side].append(thing)


def _pairs(things: Iterable[Placed[T]]) -> Iterator[tuple[Placed[T], Placed[T]]]:
    """Every two that are level with each other."""
    open_: list[Placed[T]] = []
    for thing in sorted(things, key=lambda one: one[1].top):
        open_ = [other for other in open_ if other[1].bottom >= thing[1].top]
        for other in open_:
            yield other, thing
        open_.append(thing)


def _boxes(picture: Picture) -> list[Placed[str]]:
    cards = [(holder.ident, holder.box("card")) for holder in picture.of("card")]
    bars = [(holder.ident, holder.box("bar")) for holder in picture.of("promise")]
    phases = [(holder.ident, holder.box("phase")) for holder in picture.of("phase")]
    return [*cards, *bars, *phases]


def _routes(picture: Picture) -> list[Route]:
    """Each connector's straight parts, its arrow's tip among them."""
    found = []
    for holder in picture.of("connector"):
        points = holder.lines[0][1]
        tip = holder.box("tip")
        ends = [((tip.left + tip.right) / 2, y) for y in (tip.top, tip.bottom)]
        ends += [(x, (tip.top + tip.bottom) / 2) for x in (tip.left, tip.right)]
        last = max(ends, key=lambda point: abs(point[0] - points[-1][0]) + abs(point[1] - points[-1][1]))
        found.append((holder, segments([*points, last])))
    return found


def _area(part: Segment) -> Area:
    (x1, y1), (x2, y2) = part
    return Area(min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2))


def _through_boxes(parts: list[Placed[str]], boxes: list[Placed[str]]) -> list[str]:
    return [
        f"{route} runs through {name}"
        for (route, part), (name, box) in _beside(parts, boxes)
        if part.overlaps_thin(box, 0.8)
    ]


def _shared_stretches(routes: list[Route]) -> list[str]:
    """Parallel parts on one line that have more than a point in common."""
    lines: defaultdict[tuple[str, float], list[tuple[float, float, str]]] = defaultdict(list)
    for holder, parts in routes:
        for (x1, y1), (x2, y2) in parts:
            if abs(x1 - x2) < 0.05:
                lines["x", round(x1, 1)].append((min(y1, y2), max(y1, y2), holder.ident))
            elif abs(y1 - y2) < 0.05:
                lines["y", round(y1, 1)].append((min(x1, x2), max(x1, x2), holder.ident))
    found = []
    for (axis, at), parts in lines.items():
        for (a, b, one), (c, d, other) in combinations(sorted(parts), 2):
            if one != other and min(b, d) - max(a, c) > 0.3:
                found.append(f"{one} and {other} share a stretch at {axis} = {at}")
    return found


def _loose_ends(picture: Picture, routes: list[Route]) -> list[str]:
    """A route begins at its source's side and ends at its target's."""
    cards = {dict(holder.data).get("node", holder.ident): holder.box("card") for holder in picture.of("card")}
    found = []
    for holder, parts in routes:
        for name, point in ((holder.data["source"], parts[0][0]), (holder.data["target"], parts[-1][1])):
            if not _on_edge(point, cards[name]):
                found.append(f"{holder.ident} does not meet {name}")
    return found


def _on_edge(point: tuple[float, float], area: Area) -> bool:
    x, y = point
    # Graphviz holds an arrow's tip back by what its outline's mitre adds.
    beside = min(abs(x - area.left), abs(x - area.right)) < 2.5 and area.top + 2 < y < area.bottom - 2
    over = min(abs(y - area.top), abs(y - area.bottom)) < 2.5 and area.left + 2 < x < area.right - 2
    return beside or over


def _text_outside(picture: Picture) -> list[str]:
    found = []
    for role, kind in (("card", "card"), ("promise", "bar"), ("phase", "phase"), ("lane", "lane")):
        for holder in picture.of(role):
            area = holder.box(kind)
            found += [f"“{words.text}” leaves {holder.ident}" for words in holder.words if not area.holds(words.area)]
    for holder in picture.holders:
        found += [f"“{w.text}” leaves the page" for w in holder.words if not picture.page.holds(w.area)]
    return found


def _all_words(picture: Picture) -> list[Words]:
    return [words for holder in picture.holders for words in holder.words if words.text]


def _overlapping_text(words: list[Words]) -> list[str]:
    """No two lines of text touch."""
    return [
        f"“{one}” and “{other}” overlap"
        for (one, area), (other, beneath) in _pairs((one.text, one.area) for one in words)
        if area.overlaps(beneath)
    ]


def _labels_on_lines(words: list[Words], parts: list[Placed[str]]) -> list[str]:
    """No label, nor any other text, on a route."""
    return [
        f"{route} runs through “{text}”"
        for (route, part), (text, area) in _beside(parts, ((one.text, one.area) for one in words))
        if part.overlaps_thin(area, 0.0)
    ]


def _labels_on_boxes(words: list[Words], boxes: list[Placed[str]]) -> list[str]:
    labels = ((one.text, one.area) for one in words if one.kind == "label")
    return [f"“{text}” lies on {name}" for (text, area), (name, box) in _beside(labels, boxes) if area.overlaps(box)]


def _overlapping_boxes(boxes: list[Placed[str]]) -> list[str]:
    return [f"{one} and {other} overlap" for (one, area), (other, beneath) in _pairs(boxes) if area.overlaps(beneath)]


def _lanes(picture: Picture) -> list[str]:
    """Lanes lie beneath one another in order, and each card in its own."""
    lanes = [(holder.data["lane"], holder.box("lane")) for holder in picture.of("lane")]
    found = [f"lane {b} is not beneath {a}" for (a, x), (b, y) in pairwise(lanes) if y.top < x.bottom - 0.3]
    areas = dict(lanes)
    for holder in picture.of("card"):
        if not areas[holder.data["lane"]].holds(holder.box("card")):
            found.append(f"{holder.ident} is not in its lane")
    return found


def _columns(picture: Picture) -> list[str]:
    """Columns from left to right; a cell of many cards stands in several stacks, the first where the others stand."""
    cells: defaultdict[tuple[str, str], list[float]] = defaultdict(list)
    for holder in picture.of("card"):
        cells[holder.data["column"], holder.data["lane"]].append(round(holder.box("card").left, 1))
    lefts: defaultdict[str, set[float]] = defaultdict(set)
    found = []
    for (column, lane), xs in cells.items():
        lefts[column].add(xs[0])
        if len(xs) <= MOST and max(xs) - min(xs) > 0.2:
            found.append(f"the cell of {lane} in column {column} is in pieces: {sorted(set(xs))}")
        if xs != sorted(xs) or len({round(x) for x in xs}) > -(-len(xs) // MOST):
            found.append(f"the stacks of {lane} in column {column} are out of order: {xs}")
    found += [
        f"column {column} is not aligned: {sorted(xs)}" for column, xs in lefts.items() if max(xs) - min(xs) > 0.2
    ]
    order = [min(lefts[column]) for column in sorted(lefts, key=int)]
    return found + (["columns are out of order"] if order != sorted(order) else [])


def crossings(picture: Picture) -> int:
    """How often routes cross."""
    parts = [(index, part) for index, (_, found) in enumerate(_routes(picture)) for part in found]
    across = [(i, p) for i, p in parts if abs(p[0][1] - p[1][1]) < 0.05]
    down = [(i, p) for i, p in parts if abs(p[0][0] - p[1][0]) < 0.05]
    return sum(
        i != j
        and min(a[0][0], a[1][0]) < d[0][0] < max(a[0][0], a[1][0])
        and min(d[0][1], d[1][1]) < a[0][1] < max(d[0][1], d[1][1])
        for i, a in across
        for j, d in down
    )


def bends(picture: Picture) -> float:
    """How often a route turns, on average: from level to upright or back, however its corners are rounded."""
    found = []
    for _, parts in _routes(picture):
        ways = [level for a, b in parts if (level := abs(a[1] - b[1]) < 0.05) or abs(a[0] - b[0]) < 0.05]
        found.append(sum(one != other for one, other in pairwise(ways)))
    return sum(found) / len(found) if found else 0.0
