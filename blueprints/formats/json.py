"""The drawing's geometry, for programs that place things on it: what `geometry.schema.json` beside this describes.

Lengths are in points, x to the right and y downwards from the page's top left corner. A path is a list of Bézier
curves, each of 3n + 1 control points; `tip` is where its arrow ends.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence

from blueprints.formats.format import Drawable
from blueprints.layout.shapes import Box, Group, Point, Rect, Shape, Stroke, Text
from blueprints.views.view import Card, Connector

FORMAT = "blueprint-geometry"
VERSION = 1

Value = dict[str, object]


def render(drawing: Drawable) -> str:
    """The geometry as JSON, in the order of drawing."""
    view, scene = drawing.view, drawing.scene
    groups: dict[str, list[Group]] = {}
    for group in scene.groups:
        groups.setdefault(group.role, []).append(group)
    cards = {f"card-{card.id}": card for card in view.cards}
    connectors = {f"connector-{one.id}": one for one in view.connectors}
    columns = [{"index": index, "name": name} for index, name in enumerate(view.columns)]
    content: Value = {
        "format": FORMAT,
        "version": VERSION,
        "unit": "pt",
        "view": view.kind,
        "id": view.id,
        "title": view.title,
        "description": view.description,
        "width": scene.width,
        "height": scene.height,
        "columns": columns,
        "phases": [_boxed(group) for group in groups.get("phase", ())],
        "lanes": [_boxed(group) | {"id": dict(group.data).get("lane", "")} for group in groups.get("lane", ())],
        "lines": [{"name": group.label, "path": _paths(group)} for group in groups.get("line", ())],
        "cards": [_card(cards[group.name], group) for group in groups.get("card", ())],
        "connectors": [_connector(connectors[group.name], group) for group in groups.get("connector", ())],
        "promises": [_promise(group, drawing.chains) for group in groups.get("promise", ())],
        "findings": [
            {"number": one.number, "code": one.code, "severity": one.severity, "message": message}
            for one in view.notes
            for message in one.messages
        ],
    }
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def _boxed(group: Group) -> Value:
    return {"name": group.label, "box": _first_box(group)}


def _card(card: Card, group: Group) -> Value:
    return {
        "id": card.id,
        "text": card.text,
        "style": str(card.style),
        "lane": card.lane,
        "column": card.column,
        "owner": card.owner.text if card.owner else "",
        "faded": card.faded,
        "findings": list(card.marks),
        "box": _first_box(group),
    }


def _connector(one: Connector, group: Group) -> Value:
    labels = [_box(shape.box) for shape in group.shapes if isinstance(shape, Text)]
    tips = [_point(shape.tip) for shape in group.shapes if isinstance(shape, Stroke) and shape.tip]
    return {
        "id": one.id,
        "kind": str(one.kind),
        "source": one.source,
        "target": one.target,
        "sources": list(one.ends[0]),
        "targets": list(one.ends[1]),
        "label": one.label,
        "faded": one.faded,
        "path": _paths(group),
        "tip": tips[0] if tips else None,
        "label_box": labels[0] if labels else None,
    }


def _promise(group: Group, chains: Mapping[str, Sequence[str]]) -> Value:
    data = dict(group.data)
    id_ = data.get("promise", "")
    return {
        "id": id_,
        "label": group.label,
        "state": data.get("state", ""),
        "faded": group.faded,
        "chain": list(chains.get(id_, ())),
        "box": _first_box(group),
    }


def _first_box(group: Group) -> list[float] | None:
    return next((_box(shape.box) for shape in group.shapes if isinstance(shape, Rect)), None)


def _paths(group: Group) -> list[list[list[float]]]:
    return [[_point(point) for point in piece] for shape in group.shapes for piece in _pieces(shape)]


def _pieces(shape: Shape) -> Iterator[Sequence[Point]]:
    if isinstance(shape, Stroke):
        yield from shape.pieces


def _box(box: Box) -> list[float]:
    return [round(value, 2) for value in box]


def _point(point: Point) -> list[float]:
    return [round(point.x, 2), round(point.y, 2)]
