"""A promise's bar: its name and facts, and a line from where it is made to where it is kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from blueprints.layout import measures as m
from blueprints.layout.bars import BAR_PADDING, BESIDE, ICON_ROOM, MARK_PITCH, TOLD_STATES, BarBody
from blueprints.layout.cards import change_ring, mark_shapes
from blueprints.layout.curve import PAST
from blueprints.layout.icons import icon_strokes
from blueprints.layout.shapes import Box, Group, Point, Rect, Shape, Stroke, Text
from blueprints.layout.text import LINE_HEIGHT, right_to_left
from blueprints.views.view import Bar, State

_SIGNS = {
    State.SOUND: ("check", "good"),
    State.ASSUMED: ("assumed", "assumed"),
    State.UNPROVEN: ("unknown", "mark-warning"),
    State.BROKEN: ("cross", "bad"),
    State.UNJUDGED: ("promise", "icon"),
}
"""The icon and the ink of each state."""
_END = 6.0
_CROSS = 10.0
_GAP = 4.0
"""Between a cross and the line on either side."""
_ASIDE = 18.0
"""Between a cross and the column's middle, where an end of the line stands."""
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
    """The line from made to kept along the bar's lower edge, with a cross where the chain of a broken promise breaks.

    Its ends are open where it is made and full where it is kept; beyond the drawing it has none. It is whole where a
    way from the one to the other leads, and thin and dotted beneath columns that it skips.
    """
    bar = body.bar
    y = box.bottom - m.BAR_SPAN / 2 - 1
    middles = {column: columns[column].x + m.CARD_WIDTH / 2 for column in (*bar.made, *bar.kept)}
    opens, goes_on = bar.before or bar.elsewhere, bar.after
    same = not (opens or goes_on) and (not bar.made or not bar.kept or set(bar.made) == set(bar.kept))
    left = box.x if opens else box.x + 14 if same else min(middles.values(), default=box.x + 14)
    right = box.right if goes_on else box.right - 14 if same else max(middles.values(), default=box.right - 14)
    starts = [left] if same else sorted(middles[column] for column in set(bar.made))
    stops = [right] if same and bar.kept else sorted(middles[column] for column in set(bar.kept))
    ink = "bad" if bar.state is State.BROKEN else "flow"
    shapes: list[Shape] = []
    pieces = list(_pieces(bar, columns, left, right))
    if bar.state is State.BROKEN:
        at = columns[bar.broken_at].x + m.CARD_WIDTH / 2 if bar.broken_at is not None else (*stops, right)[-1]
        middle = _beside(at, [*starts, *stops], left, right)
        cross = icon_strokes("cross", middle - _CROSS / 2, y - _CROSS / 2, _CROSS)
        shapes.append(Stroke(f"{name} break", cross, "bad", 1.6, kind="span"))
        pieces = list(_parted(pieces, middle))
    for index, (start, end, passed) in enumerate(pieces):
        points = (Point(start, y), Point(start, y), Point(end, y), Point(end, y))
        width, dash = (1.6, "") if passed else PAST
        shapes.append(Stroke(f"{name} span {index}", (points,), ink, width, dash, kind="span"))
    return [*shapes, *_ends(name, starts, stops, y)]


def _ends(name: str, starts: Sequence[float], stops: Sequence[float], y: float) -> Iterator[Rect]:
    """Where it is made and kept; two at one place stand side by side, so that neither hides the other."""
    both = set(starts) & set(stops)
    for looks, places, aside in (("end-open", starts, -4.0), ("end-full", stops, 4.0)):
        for index, place in enumerate(places):
            x = place + aside if place in both else place
            end_box = Box(x - _END / 2, y - _END / 2, _END, _END)
            yield Rect(f"{name} {looks} {index}", end_box, looks, "end")


_Piece = tuple[float, float, bool]
"""From where to where, and whether a way from made to kept leads there."""


def _pieces(bar: Bar, columns: Sequence[Box], left: float, right: float) -> Iterator[_Piece]:
    """The parts of a line; one ends midway between a column that it passes and one that it skips."""
    start = left
    for column in range(bar.first, bar.last):
        passed = column not in bar.skipped
        end = (columns[column].x + m.CARD_WIDTH + columns[column + 1].x) / 2
        if passed != (column + 1 not in bar.skipped) and start < end < right:
            yield start, end, passed
            start = end
    yield start, right, bar.last not in bar.skipped


def _beside(at: float, ends: Sequence[float], left: float, right: float) -> float:
    """Where a cross stands on a line: at a place, or beside it where that is taken by an end."""
    room = _CROSS / 2 + _GAP
    for place in (at, at - _ASIDE, at + _ASIDE):
        if left + room <= place <= right - room and all(abs(place - end) >= _CROSS for end in ends):
            return place
    return min(max(at, left + room), right - room)


def _parted(pieces: Iterable[_Piece], middle: float) -> Iterator[_Piece]:
    """The parts of a line that leave a gap for a cross."""
    before, after = middle - _CROSS / 2 - _GAP, middle + _CROSS / 2 + _GAP
    for start, end, passed in pieces:
        if start < before:
            yield start, min(end, before), passed
        if end > after:
            yield max(start, after), end, passed
