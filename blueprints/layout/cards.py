"""What is written on a card, wrapped and placed inside it: card → body."""

from __future__ import annotations

from dataclasses import dataclass

from blueprints.layout import measures as m
from blueprints.layout.icons import icon_strokes
from blueprints.layout.shapes import Box, Rect, Shape, Stroke, Text
from blueprints.layout.text import LINE_HEIGHT, clean, measure, right_to_left, wrap_evenly
from blueprints.views.channels import channel_icon
from blueprints.views.view import Card, CardStyle, Change, Tone

_INK = {Tone.QUIET: "quiet", Tone.STRONG: "text", Tone.BAD: "bad", Tone.GOOD: "good"}
_HEADS = (CardStyle.STEP, CardStyle.VALUE, CardStyle.GOAL)
"""What all else hangs on is written larger."""
_MARKS_BESIDE = 2
"""So many marks stand beside the text; more get a row of their own."""


@dataclass(frozen=True, slots=True)
class Line:
    """Text at a place in a card, with an icon or a dot before it."""

    box: Box
    lines: tuple[str, ...]
    size: float
    ink: str
    bold: bool = False
    icon: str = ""
    dot: str = ""


@dataclass(frozen=True, slots=True)
class Body:
    """A card's content, relative to its top left corner, and the height it needs."""

    height: float
    lines: tuple[Line, ...]
    marks: tuple[tuple[int, float, float], ...]


class _Writer:
    """Puts lines beneath one another."""

    def __init__(self, width: float, top: float) -> None:
        self.width = width
        self.y = top
        self.lines: list[Line] = []

    def write(self, text: str, size: float, ink: str, *, bold: bool = False, icon: str = "", dot: str = "",
              narrower: float = 0.0, gap: float = 0.0) -> None:  # fmt: skip
        """Add wrapped text, `narrower` than the card, after a gap."""
        indent = (m.ICON + 4) if icon or dot else 0.0
        width = self.width - indent - narrower
        lines = wrap_evenly(text, width, size, bold)
        if not lines:
            return
        self.y += gap
        height = len(lines) * size * LINE_HEIGHT
        box = Box(m.CARD_INSET + indent, self.y, width, height)
        self.lines.append(Line(box, lines, size, ink, bold, icon, dot))
        self.y += height


def card_body(card: Card) -> Body:
    """Wrap and place what stands on a card."""
    head = card.style in _HEADS
    inner = m.CARD_WIDTH - 2 * m.CARD_INSET
    beside = len(card.marks) if len(card.marks) <= _MARKS_BESIDE else 0
    marks, top = _marks(card, inner, beside)
    writer = _Writer(inner, top)
    size = m.STEP_SIZE if head else m.CARD_SIZE
    note = card.style in (CardStyle.THOUGHT, CardStyle.PAIN, CardStyle.OPPORTUNITY)
    icon = card.badges[0] if note and card.badges else ""
    writer.write(card.text, m.SMALL_SIZE + 0.5 if note else size, "text", bold=head, icon=icon,
                 narrower=beside * (m.MARK + 2))  # fmt: skip
    for index, detail in enumerate(card.details):
        gap = 5.0 if index == 0 else 2.5
        writer.write(detail.text, m.SMALL_SIZE, _INK[detail.tone], icon=detail.icon, gap=gap)
    _write_footer(card, writer)
    bottom = m.CARD_INSET - 1
    return Body(max(writer.y + bottom, top + m.MARK + bottom if beside else 0), tuple(writer.lines), marks)


def _marks(card: Card, inner: float, beside: int) -> tuple[tuple[tuple[int, float, float], ...], float]:
    top = m.CARD_INSET - 1
    pitch = m.MARK + 2
    if beside:
        left = m.CARD_WIDTH - m.CARD_INSET - beside * pitch + 4
        return tuple((number, left + index * pitch, top - 2) for index, number in enumerate(card.marks)), top
    per_row = int(inner // pitch)
    places = tuple(
        (number, m.CARD_INSET + index % per_row * pitch, top - 2 + index // per_row * pitch)
        for index, number in enumerate(card.marks)
    )
    return places, top + -(-len(card.marks) // per_row) * pitch


def _write_footer(card: Card, writer: _Writer) -> None:
    """The owner, and the channel beside it where there is room."""
    size, owner, channel = m.SMALL_SIZE, card.owner, card.channel
    gap = 6.0
    if owner and channel:
        indent = m.ICON + 4
        left, right = measure(owner.text, size) + indent, measure(channel, size) + indent
        if left + right + 8 <= writer.width:
            y = writer.y + gap
            writer.write(owner.text, size, _owner_ink(card), dot=_owner_dot(card), narrower=right + 8, gap=gap)
            x = m.CARD_INSET + writer.width - right + indent
            box = Box(x, y, right - indent, size * LINE_HEIGHT)
            writer.lines.append(Line(box, (clean(channel),), size, "quiet", icon=channel_icon(channel)))
            return
    if owner:
        writer.write(owner.text, size, _owner_ink(card), dot=_owner_dot(card), gap=gap)
    if channel:
        writer.write(channel, size, "quiet", icon=channel_icon(channel), gap=3.0 if owner else gap)


def _owner_ink(card: Card) -> str:
    return "bad" if card.owner and card.owner.missing else "quiet"


def _owner_dot(card: Card) -> str:
    if card.owner is None or card.owner.missing:
        return "owner-missing"
    return f"owner-{card.owner.colour}"


def body_shapes(name: str, body: Body, box: Box, marks_look: dict[int, str]) -> tuple[Shape, ...]:
    """The shapes of a card's content, on the card at `box`. `marks_look` gives each mark's look."""
    shapes: list[Shape] = []
    for index, line in enumerate(body.lines):
        shapes.extend(line_shapes(f"{name}.{index}", line, box.x, box.y))
    for number, x, y in body.marks:
        shapes.extend(mark_shapes(f"{name}.mark{number}", number, box.x + x, box.y + y, marks_look[number]))
    return tuple(shapes)


def change_ring(name: str, box: Box, change: Change) -> list[Rect]:
    """The outline around a card or a bar that was added, removed or changed."""
    around = box.inset(-m.CHANGE_GAP, -m.CHANGE_GAP)
    return [Rect(f"{name} change", around, f"change-{change}", "change")] if change else []


def line_shapes(name: str, line: Line, x: float, y: float) -> list[Shape]:
    """Text with its icon or dot, moved by x and y. The icon is where reading begins."""
    box = line.box.shifted(x, y)
    shapes: list[Shape] = []
    middle = box.y + line.size * LINE_HEIGHT / 2
    left = box.x - m.ICON - 4
    turned = right_to_left(" ".join(line.lines))
    if turned and (line.icon or line.dot):
        left, box = box.right - m.ICON, box.shifted(-m.ICON - 4, 0)
    if line.icon:
        strokes = icon_strokes(line.icon, left, middle - m.ICON / 2, m.ICON)
        ink = "bad" if line.ink == "bad" else "icon"
        shapes += [Stroke(f"{name}.icon", strokes, ink, 0.9, kind="icon")] if strokes else []
    if line.dot:
        shapes.append(Rect(f"{name}.dot", Box(left + 1, middle - 3.5, 7, 7), line.dot, "dot"))
    align = "r" if turned else "l"
    shapes.append(Text(f"{name}.text", box, line.lines, line.size, line.ink, line.bold, align))
    return shapes


def mark_shapes(name: str, number: int, x: float, y: float, look: str) -> list[Shape]:
    """A finding's number in a disc whose top left corner is at x, y."""
    box = Box(x, y, m.MARK, m.MARK)
    text = Box(x, y + (m.MARK - m.TINY_SIZE * LINE_HEIGHT) / 2, m.MARK, m.TINY_SIZE * LINE_HEIGHT)
    number_size = m.TINY_SIZE if number < 100 else m.TINY_SIZE - 2
    return [
        Rect(name, box, look, "mark"),
        Text(f"{name}.text", text, (str(number),), number_size, look, True, "c", "mark"),
    ]
