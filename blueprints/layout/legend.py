"""What the signs mean, of those that are used, and the findings by their numbers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from blueprints.layout import measures as m
from blueprints.layout.cards import Line, change_ring, line_shapes, mark_shapes
from blueprints.layout.connectors import PATHS
from blueprints.layout.curve import PAST, passes_by
from blueprints.layout.icons import icon_strokes
from blueprints.layout.shapes import Box, Group, Point, Rect, Shape, Stroke, Text
from blueprints.layout.text import LINE_HEIGHT, measure, right_to_left, wrap, wrap_evenly
from blueprints.views.view import Change, ConnectorKind, Note, State, View

_SAID = {
    "star": "Moment of truth",
    "clock": "Wait, or time taken",
    "fail": "Fail point",
    "recovery": "Recovery",
    "again": "The same step again",
    "system": "System",
    "proactive": "We reach out first",
    "pain": "Pain",
    "bulb": "Opportunity",
    "thought": "Thought",
    "start": "The journey starts here",
    "end": "The journey ends here",
    "dropped-out": "The customer drops out here",
    "nested": "Stands for a whole journey",
    "at-once": "Taken together with other ways",
    "leave": "Goes on in another journey",
    "anywhere": "Reached from anywhere",
    "data": "Data",
    "decides": "Decides on experience",
    "council": "Sits on the council",
    "measure": "Measured by",
    "target": "What has to be reached",
    "voice-open": "Voices heard, some open: no change answers them",
    "voice": "Voices heard, each answered by a change",
    "answers": "What customers answered, and how sure that is",
}
_CONNECTORS = {
    ConnectorKind.FLOW: "The customer goes on to",
    ConnectorKind.TOGETHER: "Goes on to, several at once",
    ConnectorKind.SUPPORT: "Is supported by",
    ConnectorKind.CELLS: "Each is supported by each of the next",
    ConnectorKind.TRIGGER: "Sets off",
    ConnectorKind.GAP: "Handed over without a promise",
    ConnectorKind.RELIES: "Relies on",
    ConnectorKind.REPORTS: "Reports to",
    ConnectorKind.HANDOFF: "Handed over, with a promise",
    ConnectorKind.BROKEN_BY: "Relies on, and is broken by",
    ConnectorKind.SERVED: "Is served by",
    ConnectorKind.PRACTISED: "Is practised at",
    ConnectorKind.KEPT: "Is kept at",
    ConnectorKind.ABOUT: "Is about",
}
_STATES = {
    State.SOUND: ("check", "good", "Promise that is sound"),
    State.ASSUMED: ("assumed", "assumed", "Promise that holds if what nobody wrote down is nothing"),
    State.UNPROVEN: ("unknown", "mark-warning", "Promise that cannot be proven"),
    State.BROKEN: ("cross", "bad", "Promise that is broken"),
    State.UNJUDGED: ("promise", "icon", "Promise, from made (open) to kept (full)"),
}
_CHANGES = {
    Change.ADDED: "New (thick)",
    Change.REMOVED: "Gone (dashed)",
    Change.CHANGED: "Changed (double outline)",
}
_COLUMN = 420.0
_LINE = 26.0
_GAP = 22.0
_CODE_GAP = 6.0
"""Between what a finding says and its code."""
_BASELINE = 0.3
"""Brings a finding's code onto the last line of what it says."""


@dataclass(frozen=True, slots=True)
class _Entry:
    """A sign and its meaning: an icon, a line, or an owner's dot."""

    text: str
    icon: str = ""
    ink: str = "icon"
    dot: str = ""
    line: tuple[str, float, str] | None = None
    pointed: bool = True
    change: Change = Change.NONE

    @property
    def indent(self) -> float:
        return (_LINE if self.line or self.change else m.ICON) + 5


def legend_groups(view: View, top: float, width: float) -> tuple[list[Group], float]:
    """The legend beneath y = `top`, at most `width` wide, and the y where it ends."""
    groups: list[Group] = []
    bottom = top
    for name, title, entries in (("signs", "Signs", list(_entries(view))), ("owners", "Owners", list(_owners(view)))):
        if entries:
            group, bottom = _flow(name, title, entries, bottom, width)
            groups.append(group)
            bottom += 10
    if any(not note.apart for note in view.notes):
        found, bottom = _notes(view, bottom, width)
        groups += found
    return groups, bottom


def _entries(view: View) -> Iterator[_Entry]:
    for change, text in _CHANGES.items():
        if change in view.changes:
            yield _Entry(text, change=change)
    kinds = {connector.kind for connector in view.connectors}
    for kind, text in _CONNECTORS.items():
        if kind in kinds:
            yield _Entry(text, line=PATHS[kind])
    used = {detail.icon for card in view.cards for detail in card.details}
    used |= {badge for card in view.cards for badge in card.badges}
    for icon, text in _SAID.items():
        if icon in used:
            yield _Entry(text, icon, "bad" if icon == "fail" else "icon")
    if any(bar.skipped for bar in view.bars) or passes_by(view.feelings):
        yield _Entry("Goes past these steps, not through them", line=("flow", *PAST), pointed=False)
    states = {bar.state for bar in view.bars}
    for state, (icon, ink, text) in _STATES.items():
        if state in states:
            yield _Entry(text, icon, ink)


def _owners(view: View) -> Iterator[_Entry]:
    for owner in view.owners:
        yield _Entry(owner.text, dot="owner-missing" if owner.missing else f"owner-{owner.colour}")


def _flow(name: str, title: str, entries: list[_Entry], top: float, width: float) -> tuple[Group, float]:
    """A heading and entries one after another, as many in a row as fit."""
    size = m.SMALL_SIZE
    shapes: list[Shape] = [_heading(name, title, top)]
    left = m.MARGIN + m.LANE_NAME_WIDTH
    x, y = left, top
    for index, entry in enumerate(entries):
        room = width - m.LANE_NAME_WIDTH - entry.indent
        lines = wrap(entry.text, min(room, _COLUMN), size)
        used = max((measure(line, size) for line in lines), default=0.0)
        if x > left and x + entry.indent + used > m.MARGIN + width:
            x, y = left, y + size * LINE_HEIGHT + 5
        shapes += _entry_shapes(f"legend {name} {index}", entry, lines, x, y, used)
        x += entry.indent + used + _GAP
        if len(lines) > 1:
            x, y = left, y + len(lines) * size * LINE_HEIGHT + 5
    return Group(f"legend-{name}", "legend", title, tuple(shapes)), y + size * LINE_HEIGHT


def _heading(name: str, title: str, top: float) -> Text:
    box = Box(m.MARGIN + 10, top, m.LANE_NAME_WIDTH - 14, m.SMALL_SIZE * LINE_HEIGHT)
    return Text(f"legend {name}", box, (title,), m.SMALL_SIZE, "lane", True, "l", "legend")


def _entry_shapes(name: str, entry: _Entry, lines: tuple[str, ...], x: float, y: float, used: float) -> list[Shape]:
    size = m.SMALL_SIZE
    middle = y + size * LINE_HEIGHT / 2
    shapes: list[Shape] = []
    if entry.line:
        ink, width, dash = entry.line
        tip = Point(x + _LINE, middle) if entry.pointed else None
        start, end = Point(x, middle), Point(x + _LINE - (m.ARROW if tip else 0.0), middle)
        points = (start, start, end, end)
        shapes.append(Stroke(f"{name} line", (points,), ink, width, dash, tip, "legend"))
    elif entry.change:
        swatch = Box(x + m.CHANGE_GAP, middle - 4, _LINE - 2 * m.CHANGE_GAP, 8)
        shapes += [*change_ring(name, swatch, entry.change), Rect(f"{name} swatch", swatch, "card-company", "legend")]
    elif entry.icon:
        strokes = icon_strokes(entry.icon, x, middle - m.ICON / 2, m.ICON)
        shapes.append(Stroke(f"{name} icon", strokes, entry.ink, 0.9, kind="icon"))
    box = Box(x + entry.indent, y, used + 2, len(lines) * size * LINE_HEIGHT)
    shapes += line_shapes(name, Line(box, lines, size, "quiet", dot=entry.dot), 0, 0)
    return shapes


def _notes(view: View, top: float, width: float) -> tuple[list[Group], float]:
    """Findings in columns: number, message and code; down the first column, then the next. Faded ones are apart."""
    room = width - m.LANE_NAME_WIDTH
    columns = max(1, int(room // _COLUMN))
    pitch = room / columns
    notes = [note for note in view.notes if not note.apart]
    per_column = -(-len(notes) // columns)
    shapes: list[Shape] = [_heading("findings", "Findings", top + 2)]
    faded: list[Shape] = []
    y, bottom = top, top
    for index, note in enumerate(notes):
        if index % per_column == 0:
            y = top
        x = m.MARGIN + m.LANE_NAME_WIDTH + index // per_column * pitch
        name = f"finding {index + 1}"
        said, bottom_of_text = _said(name, note, x + m.MARK + 7, y + 2, pitch - m.MARK - 30)
        shown = faded if note.faded else shapes
        shown += mark_shapes(name, note.number, x, y, f"mark-{note.severity}") if note.number else [_tag(name, x, y)]
        shown += said
        y = max(bottom_of_text, y + m.MARK) + 5
        bottom = max(bottom, y)
    groups = [Group("legend-findings", "legend", "Findings", tuple(shapes))]
    if faded:
        groups.append(Group("legend-findings-faded", "legend", "Other findings", tuple(faded), faded=True))
    return groups, bottom


def _said(name: str, note: Note, x: float, y: float, room: float) -> tuple[list[Shape], float]:
    """What a note says, with its code behind it, small and faint, or beneath it where no room is left; and the end."""
    lines = wrap_evenly(note.told, room, m.SMALL_SIZE)
    message = Box(x, y, room + 4, len(lines) * m.SMALL_SIZE * LINE_HEIGHT)
    width, height = measure(note.code, m.TINY_SIZE) + 2, m.TINY_SIZE * LINE_HEIGHT
    last = measure(lines[-1], m.SMALL_SIZE) + _CODE_GAP if lines else 0.0
    turned = right_to_left(" ".join(lines))
    if turned or last + width > room:
        code = Box(x + room + 4 - width if turned else x, message.bottom, width, height)
    else:
        code = Box(x + last, message.bottom - height - _BASELINE, width, height)
    shapes = line_shapes(f"{name} message", Line(message, lines, m.SMALL_SIZE, "text"), 0, 0)
    shapes += line_shapes(f"{name} code", Line(code, (note.code,), m.TINY_SIZE, "quiet"), 0, 0)
    return shapes, max(message.bottom, code.bottom)


def _tag(name: str, x: float, y: float) -> Rect:
    """The sign on the cards that a note without a number is about: nobody's dot."""
    return Rect(name, Box(x + (m.MARK - 7) / 2, y + (m.MARK - 7) / 2, 7, 7), "owner-missing", "dot")
