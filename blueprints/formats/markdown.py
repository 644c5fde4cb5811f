"""The drawing as tables in Markdown (GitHub's): a column for each step, a row for each lane."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from blueprints.formats.format import Drawable
from blueprints.formats.links import safe_link
from blueprints.formats.words import (
    Reader,
    about,
    bar_words,
    bars,
    details,
    facts,
    feeling,
    feeling_words,
    findings,
    notes,
    read,
)
from blueprints.layout.text import clean
from blueprints.views.view import Card, LaneShape, View

_PUNCTUATION = re.compile(r"[\\`*_\[\]|~$^#]|:(?=\w+:|//)|(?<=www)\.", re.IGNORECASE)
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_MENTION = re.compile(r"[@#](?=\w)")


def render(drawing: Drawable) -> str:
    """The title, its facts, a table, the ways between the cards, promises, notes and findings."""
    view = drawing.view
    reader = read(view)
    parts = [f"# {escaped(view.title)}"]
    parts += [f"*{escaped(view.subtitle)}*"] if view.subtitle else []
    parts += ["\n".join(f"- **{escaped(name)}**: {escaped(text)}" for name, text in facts(view))]
    parts += ["\n".join(_table(reader)), *_ways(reader), *_promises(view), *_notes(view), *_findings(view)]
    return "\n\n".join(part for part in parts if part) + "\n"


def escaped(text: str) -> str:
    """`text` on one line, shown as it is: no markup, HTML, table cell, link, mention or reference comes of it."""
    text = re.sub("[&<>]", lambda match: _ENTITIES[match.group()], clean(text))
    return _MENTION.sub(r"\g<0><!-- -->", _PUNCTUATION.sub(r"\\\g<0>", text))


def _table(reader: Reader) -> Iterator[str]:
    view = reader.view
    if not view.columns:
        return
    yield _row(["", *map(escaped, _heads(reader))])
    yield "|---" * (len(view.columns) + 1) + "|"
    if reader.head is not None and view.phases:
        yield _row(["**Phase**", *map(escaped, _phases(view))])
    for row, lane in enumerate(view.lanes):
        if lane.shape is LaneShape.BARS:
            continue
        cells = [_cell(reader, row, column) for column in range(len(view.columns))]
        if any(cells):
            yield _row([f"**{escaped(lane.name)}**" if lane.name else "", *cells])


def _heads(reader: Reader) -> Iterator[str]:
    for column, name in enumerate(reader.view.columns):
        heads = reader.cells.get((reader.head, column), ()) if reader.head is not None else ()
        yield heads[0].text if heads else name


def _phases(view: View) -> list[str]:
    names = [""] * len(view.columns)
    for phase in view.phases:
        names[phase.first : phase.last + 1] = [phase.name] * (phase.last + 1 - phase.first)
    return names


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cell(reader: Reader, row: int, column: int) -> str:
    if reader.view.lanes[row].shape is LaneShape.CURVE:
        felt = feeling(reader.view, column)
        return escaped(feeling_words(felt)) if felt else ""
    head = row == reader.head
    return "<br><br>".join(part for card in reader.cells.get((row, column), ()) if (part := _card(card, head)))


def _card(card: Card, head: bool) -> str:
    """A card's lines; the name of a column's head stands in the table's head already."""
    link = safe_link(card.link)
    text = escaped(card.text)
    lines = [f"[{text}](<{_address(link)}>)" if link else "" if head else text]
    lines += [f"*{escaped(about(card))}*"] if about(card) else []
    return "<br>".join(line for line in (*lines, *map(escaped, details(card))) if line)


def _address(link: str) -> str:
    """An address in angle brackets within a table's cell; `&` begins no entity."""
    signs = {ord(sign): f"%{ord(sign):02X}" for sign in "<>|`\"'\\"}
    return link.translate(signs | {ord("&"): "&amp;"})


def _ways(reader: Reader) -> Iterator[str]:
    """Ways between cards as a list."""
    lines = [
        f"- {escaped(f'“{reader.names[card.id]}” {way}')}"
        for card in sorted(reader.view.cards, key=lambda one: (one.column, one.lane))
        for way in reader.ways.get(card.id, ())
    ]
    if lines:
        yield "## Ways"
        yield "\n".join(lines)


def _promises(view: View) -> Iterator[str]:
    for name, found in bars(view):
        yield f"## {escaped(name)}"
        rows = [_row([escaped(bar.name), escaped("; ".join(bar_words(bar, view)))]) for bar in found]
        yield "\n".join(["| Promise | What is known of it |", "|---|---|", *rows])


def _notes(view: View) -> Iterator[str]:
    """Beneath the tables, as a list: a note in a cell would make its whole row high."""
    lines = [f"- **{escaped(name)}**: {escaped(text)}" for name, text in notes(view)]
    if lines:
        yield "## Notes"
        yield "\n".join(lines)


def _findings(view: View) -> Iterator[str]:
    if findings(view):
        yield "## Findings"
        rows = [
            _row([str(one.number), one.severity, escaped(one.code), escaped(one.message)]) for one in findings(view)
        ]
        yield "\n".join(["| | | Rule | Finding |", "|---|---|---|---|", *rows])
