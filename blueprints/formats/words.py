"""A view in words: what stands where, in the order in which it is read. Unescaped, on one line each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from blueprints.layout.text import clean
from blueprints.views.view import Bar, Card, CardStyle, ConnectorKind, Feeling, LaneShape, Note, State, Tag, View

WAYS: Mapping[ConnectorKind, str] = MappingProxyType(
    {
        ConnectorKind.FLOW: "goes on to",
        ConnectorKind.TOGETHER: "goes on to",
        ConnectorKind.SUPPORT: "is supported by",
        ConnectorKind.CELLS: "is supported by",
        ConnectorKind.TRIGGER: "sets off",
        ConnectorKind.HANDOFF: "hands over, with a promise, to",
        ConnectorKind.GAP: "hands over, without a promise, to",
        ConnectorKind.RELIES: "relies on",
        ConnectorKind.BROKEN_BY: "relies on, and is broken by,",
        ConnectorKind.REPORTS: "reports to",
        ConnectorKind.SERVED: "is served by",
        ConnectorKind.PRACTISED: "is practised at",
        ConnectorKind.KEPT: "is kept at",
        ConnectorKind.ABOUT: "is about",
    }
)
FEELINGS: Mapping[float, str] = MappingProxyType(
    {2: "delighted", 1: "content", 0: "neutral", -1: "uneasy", -2: "upset"}
)


@dataclass(frozen=True)
class Reader:
    """Looks up what a view shows: cards by cell, ways by card. Faded cards are left out."""

    view: View
    cells: Mapping[tuple[int, int], Sequence[Card]]
    names: Mapping[str, str]
    ways: Mapping[str, Sequence[str]]
    head: int | None
    """The lane of the columns' heads, if there is one."""


def read(view: View) -> Reader:
    """A reader of a view."""
    cells: defaultdict[tuple[int, int], list[Card]] = defaultdict(list)
    head = next((row for row, lane in enumerate(view.lanes) if lane.id == "steps"), None)
    for card in view.cards:
        if not card.faded or card.lane == head:
            cells[card.lane, card.column].append(card)
    names = {card.id: clean(card.text) for card in view.cards}
    ways: defaultdict[str, list[str]] = defaultdict(list)
    for one in view.connectors:
        if not one.faded and one.source in names and one.target in names:
            condition = f" ({clean(one.label)})" if one.label else ""
            sources, targets = one.ends
            said = " and ".join(f"“{names[target]}”" for target in targets if target in names)
            for source in sources:
                ways[source].append(f"{WAYS[one.kind]} {said}{condition}")
    return Reader(view, cells, names, ways, head)


def facts(view: View) -> Iterator[tuple[str, str]]:
    """The title block's lines, each a name and a text."""
    for fact in view.facts:
        yield clean(fact.name), clean(fact.text)


def about(card: Card) -> str:
    """Who does it, through which channel, and the numbers of the findings; empty if there is nothing to say."""
    parts = [_owner(card.owner)] if card.owner else []
    parts += [f"by {clean(card.channel)}"] if card.channel else []
    parts += [marks(card.marks)] if card.marks else []
    return "; ".join(parts)


def _owner(owner: Tag) -> str:
    return clean(owner.text)


def notes(view: View) -> Iterator[tuple[str, str]]:
    """What a drawing tells where a pointer rests, each with the name of what it is about. Not that of bars."""
    yield from ((clean(view.title), clean(line)) for line in view.tooltip.splitlines())
    yield from ((clean(phase.name), clean(phase.tooltip)) for phase in view.phases if phase.tooltip)
    for card in sorted(view.cards, key=lambda one: (one.column, one.lane)):
        if card.tooltip and not card.faded:
            yield clean(card.text), clean(card.tooltip)


def marks(numbers: Sequence[int]) -> str:
    """The findings at a place, by their numbers."""
    return f"finding{'s' if len(numbers) > 1 else ''} {', '.join(map(str, numbers))}"


def details(card: Card) -> Iterator[str]:
    """The lines on a card beneath its text."""
    for detail in card.details:
        text = clean(detail.text)
        takes = detail.icon == "clock" and card.style in (CardStyle.COMPANY, CardStyle.CUSTOMER)
        yield f"Takes {text}" if takes else _SIGNS.get(detail.icon, "") + text


_SIGNS = MappingProxyType(
    {
        "fail": "Fail point: ",
        "recovery": "Recovery: ",
        "system": "System: ",
        "data": "Data: ",
        "measure": "Measured by: ",
        "target": "To be reached: ",
    }
)


def feeling(view: View, column: int) -> Feeling | None:
    """The feeling of a column, unless it is in the background."""
    return next((one for one in view.feelings if one.column == column and not one.faded), None)


def feeling_words(one: Feeling) -> str:
    """A feeling as a number and a word."""
    number = f"{one.value:+g}" if one.value else "0"
    return f"{number} {clean(one.word) or FEELINGS.get(one.value, '')}".strip()


def bar_words(bar: Bar, view: View) -> Iterator[str]:
    """What is said of a promise: its state, facts, where it is made and kept."""
    if bar.state is not State.UNJUDGED:
        yield " ".join((str(bar.state), *bar.codes))
    yield from map(clean, bar.facts)
    if bar.elsewhere:
        yield "made elsewhere"
    elif bar.made:
        yield f"made at {_columns(bar.made, view)}"
    if bar.kept:
        yield f"kept at {_columns(bar.kept, view)}"
    if bar.tooltip:
        yield clean(bar.tooltip)
    if bar.marks:
        yield marks(bar.marks)


def _columns(columns: Sequence[int], view: View) -> str:
    return ", ".join(f"“{clean(view.columns[column])}”" for column in columns)


def bars(view: View) -> Iterator[tuple[str, list[Bar]]]:
    """The lanes of promises by name, each with those that are not faded."""
    for row, lane in enumerate(view.lanes):
        if lane.shape is LaneShape.BARS:
            found = [bar for bar in view.bars if bar.lane == row and not bar.faded]
            if found:
                yield clean(lane.name), found


def faded(view: View) -> int:
    """How much is in the background, and left out in words."""
    things = (view.cards, view.bars, view.feelings, view.notes)
    return sum(sum(one.faded for one in kind) for kind in things)


def found_at(view: View, node: str, numbers: Sequence[int]) -> Iterator[str]:
    """The findings at a card or a bar, each with its number; those of a card for several as the legend has them."""
    notes = [note for note in view.notes if note.number in numbers or not note.number]
    here = [(note, one.message) for note in notes for one in note.places if one.node == node]
    said = {note.number for note, _ in here}
    here += [(note, note.told) for note in notes if note.number and note.number not in said]
    yield from (f"{numbered(note)}{note.code}: {clean(message)}" for note, message in here)


def numbered(note: Note) -> str:
    """A note's number as it stands before what it says; nothing for one that has none."""
    return f"{note.number}. " if note.number else ""


def findings(view: View) -> list[Note]:
    """The findings that are not in the background."""
    return [note for note in view.notes if not note.faded]
