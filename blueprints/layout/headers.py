"""The title block and the phases above the lanes."""

from __future__ import annotations

from collections.abc import Iterator

from blueprints.layout import measures as m
from blueprints.layout.grid import Grid
from blueprints.layout.shapes import Box, Group, Rect, Text
from blueprints.layout.text import LINE_HEIGHT, measure, right_to_left, wrap, wrap_evenly
from blueprints.views.view import Fact, Phase, View

_FACT_WIDTH = 190.0
_JOB_WIDTH = 330.0
_PHASE_INSET = 12.0


def title_group(view: View, width: float) -> tuple[Group, float]:
    """The title, what kind of drawing it is, and its facts side by side; and the y where it ends."""
    y = m.MARGIN
    shapes: list[Text] = []
    if view.subtitle:
        shapes.append(_text("subtitle", view.subtitle, m.MARGIN, y, width, m.CARD_SIZE, "quiet"))
        y = shapes[-1].box.bottom + 2
    shapes.append(_text("title", view.title, m.MARGIN, y, width, m.TITLE_SIZE, "title", bold=True))
    y = shapes[-1].box.bottom + 10
    x, bottom = m.MARGIN, y
    for index, fact in enumerate(view.facts):
        room = min(_fact_width(fact), width)
        if x > m.MARGIN and x + room > m.MARGIN + width:
            x, y = m.MARGIN, bottom + 10
        name = _text(f"fact {index} name", fact.name, x, y, room, m.TINY_SIZE, "quiet")
        text = _text(f"fact {index}", fact.text, x, name.box.bottom + 1, room, m.CARD_SIZE, "text")
        shapes += [name, text]
        x += room + 26
        bottom = max(bottom, text.box.bottom)
    return Group("title", "title", view.title, tuple(shapes), view.link, view.tooltip), bottom + 20


def _fact_width(fact: Fact) -> float:
    most = _JOB_WIDTH if len(fact.text) > 40 else _FACT_WIDTH
    return min(most, max(measure(fact.text, m.CARD_SIZE), measure(fact.name, m.TINY_SIZE), 40.0) + 2)


def _text(name: str, text: str, x: float, y: float, width: float, size: float, ink: str, *, bold: bool = False) -> Text:
    lines = wrap_evenly(text, width, size, bold) or ("",)
    box = Box(x, y, width, len(lines) * size * LINE_HEIGHT)
    return Text(name, box, lines, size, ink, bold, "r" if right_to_left(text) else "l", "title")


def phases_height(view: View) -> float:
    """The room that the phases need above the first lane."""
    return max((_phase_height(view, phase) for phase in view.phases), default=0.0) + (6.0 if view.phases else 0.0)


def _least_width(phase: Phase) -> float:
    columns = phase.last - phase.first + 1
    return columns * m.CARD_WIDTH + (columns - 1) * m.COLUMN_GUTTER


def _phase_lines(phase: Phase) -> tuple[str, ...]:
    return wrap(phase.name, _least_width(phase) - 2 * _PHASE_INSET, m.PHASE_SIZE, True)


def _phase_height(view: View, phase: Phase) -> float:
    return len(_phase_lines(phase)) * m.PHASE_SIZE * LINE_HEIGHT + 12


def phase_groups(view: View, grid: Grid, top: float) -> Iterator[Group]:
    """A band for each phase over its columns."""
    height = phases_height(view) - 6.0
    for index, phase in enumerate(view.phases):
        left, last = grid.columns[phase.first].x, grid.columns[phase.last]
        box = Box(left - 6, top, last.x + m.CARD_WIDTH - left + 12, height)
        lines = _phase_lines(phase)
        block = len(lines) * m.PHASE_SIZE * LINE_HEIGHT
        text = Box(left + _PHASE_INSET - 6, top + (height - block) / 2, box.width - 2 * _PHASE_INSET, block)
        shapes = (
            Rect(f"phase {index}", box, "phase", "phase"),
            Text(f"phase {index} name", text, lines, m.PHASE_SIZE, "on-phase", True,
                 "r" if right_to_left(phase.name) else "l", "phase"),
        )  # fmt: skip
        data = (("phase", phase.id),)
        yield Group(f"phase-{index}", "phase", phase.name, shapes, tooltip=phase.tooltip, data=data)
