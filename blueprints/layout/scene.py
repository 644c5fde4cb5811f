"""View → scene: the whole page, laid out, in groups from back to front."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import ceil

from blueprints.collecting import without_collecting
from blueprints.layout import measures as m
from blueprints.layout.bars import Bars
from blueprints.layout.cards import body_shapes, change_ring
from blueprints.layout.connectors import PATHS
from blueprints.layout.curve import curve_group
from blueprints.layout.grid import LANE_NAME_TOP, Grid, Route, lane_name_lines, lay_out
from blueprints.layout.headers import phase_groups, phases_height, title_group
from blueprints.layout.legend import legend_groups
from blueprints.layout.promises import bar_group
from blueprints.layout.routes import rounded
from blueprints.layout.shapes import Box, Group, Point, Rect, Scene, Shape, Sheet, Stroke, Text
from blueprints.layout.text import LINE_HEIGHT, right_to_left
from blueprints.layout.wide import widened
from blueprints.views.view import Card, Change, Connector, Lane, LaneShape, View

_LEAST_WIDTH = 640.0
_BANDS = ("steps", "customer", "evidence", "experience", "promises")


@without_collecting
def make_scene(view: View, sheet: Sheet | None = None, *, least: float = _LEAST_WIDTH) -> Scene:
    """Lay out a view: its title, phases, lanes, cards, connectors, feelings, promises and legend.

    On a `sheet` it is as large as that; else as large as it needs, but at least so wide (in points).
    """
    if sheet:
        least = sheet.width / sheet.scale - 2 * m.MARGIN - 1
    columns = {card.id: card.column for card in view.cards}
    view = widened(view)
    width = max(least, _columns_width(view))
    title, top = title_group(view, width)
    phases_top = top
    top += phases_height(view)
    grid = lay_out(view, top, width)
    right = max(grid.right, m.MARGIN + width)
    legend, bottom = legend_groups(view, grid.bottom + 18, right - m.MARGIN)
    groups = [
        title,
        *phase_groups(view, grid, phases_top),
        *_lane_groups(view, grid),
        *_card_groups(view, grid, columns),
        *_connector_groups(view, grid),
        *_lane_content(view, grid),
        *legend,
    ]
    page = (float(ceil(right + m.MARGIN)), float(ceil(bottom + m.MARGIN)))
    if sheet:
        page = (sheet.width / sheet.scale, sheet.height / sheet.scale)
    scale = sheet.scale if sheet else 1.0
    return Scene(view.id, view.title, view.description, *page, tuple(groups), view.kind, scale)


def _columns_width(view: View) -> float:
    columns = len(view.columns)
    return m.LANE_NAME_WIDTH + columns * m.CARD_WIDTH + (columns + 1) * m.COLUMN_GUTTER


def _lane_groups(view: View, grid: Grid) -> Iterator[Group]:
    for lane, band in zip(view.lanes, grid.bands, strict=True):
        look = f"band-{lane.kind}" if lane.kind in _BANDS else "band"
        shapes: tuple[Shape, ...] = (Rect(f"lane {lane.id}", band, look, "lane"), *_lane_name(lane, band))
        yield Group(f"lane-{lane.id}", "lane", lane.name, shapes, data=(("lane", lane.id),))
    for index, (y, name) in enumerate(grid.lines):
        yield _line_group(index, y, name, grid)


def _lane_name(lane: Lane, band: Box) -> Iterator[Text]:
    if not lane.name:
        return
    size = m.CARD_SIZE
    lines = lane_name_lines(lane)
    box = Box(
        band.x + 10, band.y + m.LANE_PADDING + LANE_NAME_TOP, m.LANE_NAME_WIDTH - 14, len(lines) * size * LINE_HEIGHT
    )
    align = "r" if right_to_left(lane.name) else "l"
    yield Text(f"lane {lane.id} name", box, lines, size, "lane", True, align, "lane-name")


def _line_group(index: int, y: float, name: str, grid: Grid) -> Group:
    """A named line right across the page; its name stands over it at the left, where no connector runs."""
    left, right = grid.bands[0].x, grid.bands[0].right
    size = m.TINY_SIZE
    box = Box(left + 10, y - size * LINE_HEIGHT - 2, m.LANE_NAME_WIDTH + 10, size * LINE_HEIGHT)
    points = (Point(left, y), Point(left, y), Point(right, y), Point(right, y))
    shapes = (
        Stroke(f"line {index}", (points,), "line", 1.0, "dashed", kind="line"),
        Text(f"line {index} name", box, (name,), size, "quiet", False, "l", "line-name"),
    )
    return Group(f"line-{index}", "line", name, shapes)


def _card_groups(view: View, grid: Grid, columns: Mapping[str, int]) -> Iterator[Group]:
    """Cards in reading order: a step from top to bottom, then the next; `columns` are the steps of cards by id."""
    looks = {note.number: f"mark-{note.severity}" for note in view.notes}
    for card in sorted(view.cards, key=lambda one: (columns[one.id], one.lane)):
        yield _card_group(view, card, columns[card.id], grid, looks)


def _card_group(view: View, card: Card, column: int, grid: Grid, looks: dict[int, str]) -> Group:
    box, body = grid.cards[card.id], grid.bodies[card.id]
    shapes = (
        *change_ring(card.id, box, card.change),
        Rect(card.id, box, f"card-{card.style}", "card"),
        *body_shapes(card.id, body, box, looks),
    )
    lane = view.lanes[card.lane].name or str(card.style)
    label = ": ".join(part for part in (lane, card.text) if part)
    data = (
        ("node", card.id),
        ("change", card.change),
        *card.data,
        ("lane", view.lanes[card.lane].id),
        ("column", str(column)),
    )
    return Group(f"card-{card.id}", "card", label, shapes, card.link, card.tooltip, card.faded, data)


def _connector_groups(view: View, grid: Grid) -> Iterator[Group]:
    connectors = {connector.id: connector for connector in view.connectors}
    texts = {card.id: card.text for card in view.cards}
    for route in grid.routes:
        connector = connectors[route.connector]
        label = " → ".join(" and ".join(texts[id_] for id_ in ids if id_ in texts) for ids in connector.ends)
        if connector.label:
            label += f" ({connector.label})"
        data = (("kind", str(connector.kind)), ("source", connector.source), ("target", connector.target),
                ("change", connector.change))  # fmt: skip
        shapes = _connector_shapes(connector, route)
        yield Group(f"connector-{connector.id}", "connector", label, shapes, faded=connector.faded, data=data)


def _connector_shapes(connector: Connector, route: Route) -> tuple[Stroke | Text, ...]:
    ink, width, dash = PATHS[connector.kind]
    if connector.change is Change.ADDED:
        width += 1.0
    elif connector.change is Change.REMOVED:
        dash = "dashed"
    tip, before = route.points[-1], route.points[-2]
    length = abs(tip.x - before.x) + abs(tip.y - before.y)
    share = m.ARROW / length
    base = Point(tip.x + (before.x - tip.x) * share, tip.y + (before.y - tip.y) * share)
    path = rounded((*route.points[:-1], base), m.CORNER)
    ends = (connector.source, connector.target)
    line = Stroke(f"connector {connector.id}", (path,), ink, width, dash, tip, "connector", ends)
    if route.label is None:
        return (line,)
    box, lines = route.label
    return line, Text(f"label {connector.id}", box, lines, m.SMALL_SIZE, "quiet", False, "c", "label")


def _lane_content(view: View, grid: Grid) -> Iterator[Group]:
    for row, lane in enumerate(view.lanes):
        if lane.shape is LaneShape.CURVE:
            yield curve_group(view, grid.columns, grid.bands[row])
        elif lane.shape is LaneShape.BARS:
            yield from _bar_groups(view, grid.bars, row, grid)


def _bar_groups(view: View, bars: Bars, row: int, grid: Grid) -> Iterator[Group]:
    looks = {note.number: f"mark-{note.severity}" for note in view.notes}
    for body in bars.bodies[row]:
        yield bar_group(body, grid.columns, grid.bands[row].y + m.LANE_PADDING, looks)
