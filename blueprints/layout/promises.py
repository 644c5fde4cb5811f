"""A promise's bar: its name and facts, and a line from where it is made to where it is kept."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from blueprints.layout import measures as m
from blueprints.layout.bars import BAR_PADDING, BESIDE, ICON_ROOM, MARK_PITCH, TOLD_STATES, BarBody
from blueprints.layout.cards import change_ring, mark_shapes
from blueprints.layout.icons import icon_strokes
from blueprints.layout.shapes import Box, Group, Point, Rect, Shape, Stroke, Text
from blueprints.layout.text import LINE_HEIGHT, right_to_left
from blueprints.views.view import State

_SIGNS = {
    State.SOUND: ("check", "good"),
    State.ASSUMED: ("assumed", "assumed"),
    State.UNPROVEN: ("unknown", "mark-warning"),
    State.BROKEN: ("cross", "bad"),
    State.UNJUDGED: ("promise", "icon"),
}
"""The icon and the ink of each state."""
_END = 6.0
_BASELINE = 1.6
"""Brings the small facts onto the line of the name."""


def bar_group(body: BarBody, columns: Sequence[Box], top: float, looks: Mapping[int, str]) -> Group:
    """The shapes of a bar; `top` is the y of its lane's content, `looks` gives each mark's look."""
    bar, box = body.bar, body.box.shifted(0, top)
    sign, ink = _SIGNS[bar.state]
    name = f"promise {bar.id}"
    icon = icon_strokes(sign, box.x + m.BAR_INSET, box.y + BAR_PADDING + 0.8, m.ICON)
    shapes: list[Shape] = [
        *change_ring(name, box, bar.change),
        Rect(name, box, f"bar-{bar.state}", "bar"),
        Stroke(f"{name} icon", icon, ink, 1.4, kind="icon"),
        *_texts(name, body, box, ink),
    ]
    for place, number in enumerate(bar.marks):
        row, column = divmod(place, body.abreast)
        x = box.right - m.BAR_INSET - (body.abreast - column) * MARK_PITCH + 2
        shapes += mark_shapes(f"{name} mark {number}", number, x, box.y + 3 + row * MARK_PITCH, looks[number])
    label = f"Promise: {bar.name}; {', '.join((str(bar.state), *bar.codes, *bar.facts))}"
    data = (("promise", bar.id), ("state", str(bar.state)), ("change", bar.change))
    shapes += _span(name, body, columns, box)
    return Group(f"promise-{bar.id}", "promise", label, tuple(shapes), bar.link, bar.tooltip, bar.faded, data)


def _texts(name: str, body: BarBody, box: Box, ink: str) -> list[Text]:
    x, y = box.x + m.BAR_INSET + ICON_ROOM, box.y + BAR_PADDING
    marks = body.abreast * MARK_PITCH
    width = box.right - m.BAR_INSET - x
    align = "r" if right_to_left(body.bar.name) else "l"
    named = body.beside - BESIDE + 1 if body.beside else width - marks
    title = Box(x, y, named, len(body.name) * m.CARD_SIZE * LINE_HEIGHT)
    height = len(body.facts) * m.SMALL_SIZE * LINE_HEIGHT
    if body.beside:
        facts = Box(x + body.beside, y + _BASELINE, width - body.beside - marks, height)
    else:
        facts = Box(x, title.bottom + 2, width if body.clear else width - marks, height)
    texts = [Text(f"{name} name", title, body.name, m.CARD_SIZE, "text", True, align, "bar")]
    if body.facts:
        facts_ink = ink if body.bar.state in TOLD_STATES else "quiet"
        texts.append(Text(f"{name} facts", facts, body.facts, m.SMALL_SIZE, facts_ink, False, align, "bar"))
    return texts


def _span(name: str, body: BarBody, columns: Sequence[Box], box: Box) -> list[Shape]:
    """The line from made to kept along the bar's lower edge; broken in the middle where the promise is.

    Its ends are open where it is made and full where it is kept; beyond the drawing it has none.
    """
    bar = body.bar
    y = box.bottom - m.BAR_SPAN / 2 - 1
    middles = {column: columns[column].x + m.CARD_WIDTH / 2 for column in (*bar.made, *bar.kept)}
    opens, goes_on = bar.before or bar.elsewhere, bar.after
    same = not (opens or goes_on) and (not bar.made or not bar.kept or set(bar.made) == set(bar.kept))
    left = box.x if opens else box.x + 14 if same else min(middles.values(), default=box.x + 14)
    right = box.right if goes_on else box.right - 14 if same else max(middles.values(), default=box.right - 14)
    starts = [left] if same else sorted(middles[column] for column in set(bar.made))
    stops = [right] if same else sorted(middles[column] for column in set(bar.kept))
    ink = "bad" if bar.state is State.BROKEN else "flow"
    shapes: list[Shape] = []
    middle = _free_middle([left, *starts, *stops, right])
    for index, (start, end) in enumerate(_pieces(left, right, bar.state, middle)):
        points = (Point(start, y), Point(start, y), Point(end, y), Point(end, y))
        shapes.append(Stroke(f"{name} span {index}", (points,), ink, 1.6, kind="span"))
    if bar.state is State.BROKEN:
        cross = icon_strokes("cross", middle - 5, y - 5, 10)
        shapes.append(Stroke(f"{name} break", cross, "bad", 1.6, kind="span"))
    return [*shapes, *_ends(name, starts, stops, y)]


def _ends(name: str, starts: Sequence[float], stops: Sequence[float], y: float) -> Iterator[Rect]:
    """Where it is made and kept; two at one place stand side by side, so that neither hides the other."""
    both = set(starts) & set(stops)
    for looks, places, aside in (("end-open", starts, -4.0), ("end-full", stops, 4.0)):
        for index, place in enumerate(places):
            x = place + aside if place in both else place
            end_box = Box(x - _END / 2, y - _END / 2, _END, _END)
            yield Rect(f"{name} {looks} {index}", end_box, looks, "end")


def _free_middle(places: Sequence[float]) -> float:
    """The middle of a line, or of its widest part where an end stands in the middle."""
    stops = sorted({place for place in places if min(places) <= place <= max(places)})
    middle = (stops[0] + stops[-1]) / 2
    if all(abs(place - middle) > 12 for place in stops):
        return middle
    start, end = max(pairwise(stops), key=lambda pair: pair[1] - pair[0], default=(middle, middle))
    return (start + end) / 2


def _pieces(left: float, right: float, state: State, middle: float) -> list[tuple[float, float]]:
    if state is not State.BROKEN:
        return [(left, right)]
    return [(left, middle - 9), (middle + 9, right)]
