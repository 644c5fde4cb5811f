"""The drawing as an outline in words, for reading without seeing: column by column, each from top to bottom."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from blueprints.formats.format import Drawable
from blueprints.formats.words import (
    Reader,
    about,
    bar_words,
    bars,
    details,
    facts,
    faded,
    feeling,
    feeling_words,
    findings,
    numbered,
    read,
)
from blueprints.layout.text import clean
from blueprints.views.view import Card, LaneShape, View

_INDENT = "  "


def render(drawing: Drawable) -> str:
    """The outline. Every line is one sentence or name; indentation says what belongs to what."""
    view = drawing.view
    reader = read(view)
    parts = [_head(view), *(_columns(reader) if reader.head is not None else _lanes(reader)), *_promises(view)]
    if findings(view):
        parts.append(["Findings", *(_INDENT + line for line in _notes(view))])
    return "\n\n".join("\n".join(part) for part in parts if part) + "\n"


def _head(view: View) -> list[str]:
    lines = [clean(view.title), *([clean(view.subtitle)] if view.subtitle else [])]
    lines += [f"{name}: {text}" for name, text in facts(view)]
    lines += map(clean, view.tooltip.splitlines())
    left_out = faded(view)
    return [*lines, *([f"Left out, being faded in the drawing: {left_out}"] if left_out else [])]


def _columns(reader: Reader) -> Iterator[list[str]]:
    """A part for each phase, with its steps numbered through the journey."""
    view = reader.view
    phases = {phase.first: phase for phase in view.phases}
    lines: list[str] = []
    for column in range(len(view.columns)):
        if column in phases:
            yield lines
            lines = [clean(part) for part in (phases[column].name, phases[column].tooltip) if part]
        lines += _column(reader, column)
    yield lines


def _column(reader: Reader, column: int) -> Iterator[str]:
    head = next(iter(reader.cells.get((reader.head or 0, column), ())), None)
    name = clean(head.text) if head else clean(reader.view.columns[column])
    yield f"{_INDENT}{column + 1}. {name}" + (f" ({about(head)})" if head and about(head) else "")
    if head:
        yield from (_INDENT * 3 + line for line in _beneath(reader, head))
    for row, lane in enumerate(reader.view.lanes):
        if lane.shape is LaneShape.CURVE:
            felt = feeling(reader.view, column)
            if felt:
                yield f"{_INDENT * 2}{clean(lane.name)}: {feeling_words(felt)}"
        elif row != reader.head:
            for card in reader.cells.get((row, column), ()):
                yield from _card(reader, card, f"{clean(lane.name)}: ", _INDENT * 2)


def _card(reader: Reader, card: Card, before: str, indent: str) -> Iterator[str]:
    said = about(card)
    yield f"{indent}{before}{clean(card.text)}" + (f" ({said})" if said else "")
    yield from (indent + _INDENT + line for line in _beneath(reader, card))


def _beneath(reader: Reader, card: Card) -> Iterable[str]:
    return (line for line in (*details(card), clean(card.tooltip), *reader.ways.get(card.id, ())) if line)


def _lanes(reader: Reader) -> Iterator[list[str]]:
    """A part for each lane, where columns are not steps."""
    for row, lane in enumerate(reader.view.lanes):
        lines = [clean(lane.name)]
        for column in range(len(reader.view.columns)):
            for card in reader.cells.get((row, column), ()):
                lines += _card(reader, card, "", _INDENT)
        yield lines if len(lines) > 1 else []


def _promises(view: View) -> Iterator[list[str]]:
    for name, found in bars(view):
        yield [name, *(f"{_INDENT}{clean(bar.name)}: {'; '.join(bar_words(bar, view))}" for bar in found)]


def _notes(view: View) -> Iterator[str]:
    for note in findings(view):
        if len(note.messages) == 1:
            yield f"{numbered(note)}{note.severity}: {clean(note.told)} ({note.code})"
        else:
            yield f"{numbered(note)}{note.severity}, {len(note.places)} times ({note.code}):"
            yield from (_INDENT + clean(message) for message in note.messages)
