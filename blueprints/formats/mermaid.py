"""The drawing as a flowchart for Mermaid, for places that render nothing else: a subgraph for each lane."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from blueprints.formats.format import Drawable
from blueprints.formats.links import safe_link
from blueprints.formats.words import Reader, about, bar_words, bars, details, read
from blueprints.layout.text import clean
from blueprints.views.view import Card, CardStyle, Connector, ConnectorKind, LaneShape, View

_ARROWS: Mapping[ConnectorKind, str] = MappingProxyType(
    {
        ConnectorKind.FLOW: "==>",
        ConnectorKind.TOGETHER: "==>",
        ConnectorKind.TRIGGER: "-.->",
        ConnectorKind.GAP: "-.->",
        ConnectorKind.BROKEN_BY: "-.->",
    }
)
_SAID: Mapping[ConnectorKind, str] = MappingProxyType(
    {
        ConnectorKind.TOGETHER: "at once",
        ConnectorKind.TRIGGER: "sets off",
        ConnectorKind.GAP: "no promise",
        ConnectorKind.BROKEN_BY: "broken by",
    }
)
_SHAPES: Mapping[CardStyle, tuple[str, str]] = MappingProxyType(
    {CardStyle.STEP: ("[", "]"), CardStyle.CUSTOMER: ("(", ")"), CardStyle.EVIDENCE: ("[/", "/]")}
)
_PLAIN = frozenset(" ,.!?'–—“”„‘’…→·/-()+=€£")
_MOST = 300
"""Longer texts make Mermaid's boxes unreadable."""


def render(drawing: Drawable) -> str:
    """The flowchart, from `---` to its last style; valid in Mermaid 10 and 11."""
    view = drawing.view
    reader = read(view)
    numbers = {card.id: f"n{number}" for number, card in enumerate(_shown(view), start=1)}
    lines = ["---", f"title: {json.dumps(clean(view.title), ensure_ascii=False)}", "---", "flowchart TB"]
    for row, lane in enumerate(view.lanes):
        cards = [card for card in _shown(view) if card.lane == row]
        if cards and lane.shape is LaneShape.CARDS:
            lines.append(f'    subgraph lane{row + 1}["{escaped(lane.name) or "Steps"}"]')
            lines.append("        direction LR")
            lines += _phases(reader, cards, numbers) if row == reader.head else _nodes(cards, numbers, 8)
            lines.append("    end")
    lines += [*_promises(view), *_edges(view, numbers), *_links(view, numbers)]
    return "\n".join((*lines, *_faded(view, numbers))) + "\n"


def escaped(text: str) -> str:
    """`text` as Mermaid shows it in a quoted label: signs as numbered entities, so that nothing is read as syntax."""
    shown = clean(text)
    shown = shown if len(shown) <= _MOST else shown[: _MOST - 1] + "…"
    return "".join(one if one.isalnum() or one in _PLAIN or ord(one) > 0x2E7F else f"#{ord(one)};" for one in shown)


def _shown(view: View) -> Iterator[Card]:
    return (card for card in view.cards if view.lanes[card.lane].shape is LaneShape.CARDS)


def _phases(reader: Reader, cards: Sequence[Card], numbers: Mapping[str, str]) -> Iterator[str]:
    """The columns' heads, those of a phase in a subgraph."""
    inside: set[str] = set()
    for number, phase in enumerate(reader.view.phases, start=1):
        members = [card for card in cards if phase.first <= card.column <= phase.last]
        inside.update(card.id for card in members)
        if members:
            yield f'        subgraph phase{number}["{escaped(phase.name) or " "}"]'
            yield from _nodes(members, numbers, 12)
            yield "        end"
    yield from _nodes([card for card in cards if card.id not in inside], numbers, 8)


def _nodes(cards: Sequence[Card], numbers: Mapping[str, str], indent: int) -> Iterator[str]:
    for card in cards:
        opening, closing = _SHAPES.get(card.style, ("[", "]"))
        yield f'{" " * indent}{numbers[card.id]}{opening}"{_label(card)}"{closing}'


def _label(card: Card) -> str:
    lines = [card.text, *([about(card)] if about(card) else []), *details(card)]
    return "<br/>".join(escaped(line) for line in lines if line) or " "


def _promises(view: View) -> Iterator[str]:
    for number, (name, found) in enumerate(bars(view), start=1):
        yield f'    subgraph promises{number}["{escaped(name) or " "}"]'
        yield "        direction LR"
        for place, bar in enumerate(found, start=1):
            said = "<br/>".join(escaped(line) for line in (bar.name, *bar_words(bar, view)))
            yield f'        p{number}x{place}>"{said}"]'
        yield "    end"


def _edges(view: View, numbers: Mapping[str, str]) -> Iterator[str]:
    for one in view.connectors:
        if one.source in numbers and one.target in numbers:
            sources, targets = (" & ".join(numbers[id_] for id_ in ids if id_ in numbers) for ids in one.ends)
            yield f"    {sources} {_arrow(one)} {targets}"


def _arrow(one: Connector) -> str:
    said = one.label or _SAID.get(one.kind, "")
    return _ARROWS.get(one.kind, "-->") + (f'|"{escaped(said)}"|' if clean(said) else "")


def _links(view: View, numbers: Mapping[str, str]) -> Iterator[str]:
    for card in _shown(view):
        link = safe_link(card.link)
        if link:
            address = link.translate({ord(sign): f"%{ord(sign):02X}" for sign in "\"'<>;`{}|"})
            yield f'    click {numbers[card.id]} href "{address}" _blank'


def _faded(view: View, numbers: Mapping[str, str]) -> Iterator[str]:
    faded = [numbers[card.id] for card in _shown(view) if card.faded]
    if faded:
        yield "    classDef faded opacity:0.3"
        yield f"    class {','.join(faded)} faded"
