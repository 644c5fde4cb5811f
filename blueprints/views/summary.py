"""A long journey in few columns: one for each phase."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from blueprints.views.answered import ANSWERS
from blueprints.views.described import SUMMED
from blueprints.views.lived import OPEN
from blueprints.views.view import WAYS, Card, CardStyle, Connector, ConnectorKind, Detail, Feeling, Tone, View
from journeys.errors import UsageError

_NOTES = (CardStyle.THOUGHT, CardStyle.PAIN, CardStyle.OPPORTUNITY)
_SAID_OF_STEPS = ("star", "clock", "end", "dropped-out", "nested", OPEN, ANSWERS)
"""What a step's card says that is worth saying of its phase too, by icon."""

_MOST = 6
"""So many things of a kind are named in a cell; of the others, how many there are."""


@dataclass(frozen=True, slots=True)
class _Column:
    name: str
    first: int
    last: int


_Summed = tuple[Card, Sequence[Card]]
"""A card of the summary, and those it stands for."""


def summary(view: View) -> View:
    """The view with one column for each phase, and one for each step that is in none.

    Raises UsageError for a view without phases.
    """
    if not view.phases:
        raise UsageError(
            f"“{view.title}” has no phases here, so there is no summary of them: leave out --level summary"
        )
    columns = tuple(_columns(view))
    place = {index: number for number, one in enumerate(columns) for index in range(one.first, one.last + 1)}
    cells = tuple(_cards(view, columns, place))
    return replace(
        view,
        columns=tuple(column.name for column in columns),
        phases=(),
        cards=tuple(card for card, _ in cells),
        connectors=(*_flows(view, place), *_handoffs(view, cells)),
        feelings=tuple(_feelings(view, place)),
        bars=tuple(bar.at(place) for bar in view.bars),
    )


def _columns(view: View) -> Iterator[_Column]:
    starts = {phase.first: phase for phase in view.phases}
    index = 0
    while index < len(view.columns):
        phase = starts.get(index)
        yield _Column(phase.name, index, phase.last) if phase else _Column(view.columns[index], index, index)
        index = phase.last + 1 if phase else index + 1


def _cards(view: View, columns: Sequence[_Column], place: Mapping[int, int]) -> Iterator[_Summed]:
    cells: defaultdict[tuple[int, int], list[Card]] = defaultdict(list)
    for card in view.cards:
        cells[place[card.column], card.lane].append(card)
    for (column, lane), cards in sorted(cells.items()):
        yield from _cell(cards, columns[column], column, view.lanes[lane].id)


def _cell(cards: Sequence[Card], column: _Column, place: int, lane: str) -> Iterator[_Summed]:
    """What stands in a phase's cell: its head, or notes as they are, or a card for each owner, or one for all."""
    base = f"{lane}:{place}"
    if cards[0].style is CardStyle.STEP:
        yield _head(cards, column, place), cards
    elif cards[0].style in _NOTES:
        yield from ((replace(card, column=place), (card,)) for card in cards)
    elif cards[0].style is CardStyle.COMPANY:
        owners: dict[str, list[Card]] = {}
        for card in cards:
            owners.setdefault(card.owner.text if card.owner else "", []).append(card)
        for number, group in enumerate(owners.values()):
            yield _merged(group, f"summary:{base}/{number}", place), group
    else:
        yield _merged(cards, f"summary:{base}", place), cards


def _head(cards: Sequence[Card], column: _Column, place: int) -> Card:
    steps = Detail("", f"{len(cards)} steps" if len(cards) > 1 else "1 step")
    said = [
        replace(detail, text=detail.text if len(cards) == 1 else f"{detail.text}: {card.text}")
        for card in cards
        for detail in card.details
        if detail.icon in _SAID_OF_STEPS
    ]
    return replace(
        cards[0],
        id=_head_id(place),
        text=column.name,
        column=place,
        details=(steps, *_shortened(said)),
        marks=_marks(cards),
        link="",
        tooltip=", ".join(card.text for card in cards),
        data=(),
    )


def _merged(cards: Sequence[Card], id_: str, place: int) -> Card:
    """One card for several of a cell: what is done, with fail points counted."""
    if len(cards) == 1:
        return replace(cards[0], column=place)
    texts = [Detail("", f"· {card.text}") for card in cards]
    said = [detail for card in cards for detail in card.details if detail.tone is Tone.BAD]
    fails = sum(detail.icon == "fail" for detail in said)
    bad = [Detail("fail", f"{fails} fail points" if fails > 1 else "1 fail point", Tone.BAD)] if fails else []
    bad += dict.fromkeys(detail for detail in said if detail.icon != "fail")
    channels = Counter(card.channel for card in cards if card.channel)
    data = tuple(dict.fromkeys(pair for card in cards for pair in card.data if pair[0] == "owner"))
    return replace(
        cards[0],
        id=id_,
        text=f"{len(cards)} {_kind(cards[0].style)}",
        column=place,
        channel=", ".join(channels),
        details=(*_shortened(texts), *bad),
        marks=_marks(cards),
        link="",
        tooltip="",
        faded=all(card.faded for card in cards),
        data=data[:1],
    )


def _kind(style: CardStyle) -> str:
    if style is CardStyle.INFO:
        return "texts"
    return "pieces of evidence" if style is CardStyle.EVIDENCE else "actions"


def _shortened(details: Sequence[Detail]) -> Iterable[Detail]:
    if len(details) <= _MOST:
        return details
    return (*details[: _MOST - 1], Detail("", f"and {len(details) - _MOST + 1} more"))


def _marks(cards: Sequence[Card]) -> tuple[int, ...]:
    return tuple(sorted({number for card in cards for number in card.marks}))


def _head_id(place: int) -> str:
    return f"{SUMMED}{place}"


def _flows(view: View, place: Mapping[int, int]) -> Iterator[Connector]:
    """The ways from phase to phase, each once; what supports what is too fine for a summary."""
    columns = {card.id: place[card.column] for card in view.cards if card.style is CardStyle.STEP}
    seen: dict[tuple[int, int], None] = {}
    for one in view.connectors:
        if one.kind in WAYS and one.source in columns and one.target in columns:
            ends = (columns[one.source], columns[one.target])
            if ends[0] != ends[1]:
                seen[ends] = None
    for number, (source, target) in enumerate(seen, start=1):
        yield Connector(f"flow-{number}", _head_id(source), _head_id(target), ConnectorKind.FLOW)


def _handoffs(view: View, cells: Sequence[_Summed]) -> Iterator[Connector]:
    """The handoffs between what is left of the cards, each once; one without a promise hides none with one."""
    summed = {member.id: card.id for card, members in cells for member in members}
    seen: dict[tuple[str, str, ConnectorKind], bool] = {}
    for one in view.connectors:
        if one.kind in (ConnectorKind.HANDOFF, ConnectorKind.GAP):
            ends = (summed[one.source], summed[one.target])
            if ends[0] != ends[1]:
                seen[*ends, one.kind] = one.faded and seen.get((*ends, one.kind), True)
    for number, ((source, target, kind), faded) in enumerate(seen.items(), start=1):
        yield Connector(f"handoff-{number}", source, target, kind, faded=faded)


def _feelings(view: View, place: Mapping[int, int]) -> Iterator[Feeling]:
    """The strongest feeling of each phase, the lower of two that are as strong, and the step it belongs to."""
    values: defaultdict[int, list[Feeling]] = defaultdict(list)
    for feeling in view.feelings:
        values[place[feeling.column]].append(feeling)
    for column, found in sorted(values.items()):
        strongest = max(found, key=lambda one: (abs(one.value), -one.value))
        onwards = {place[to] for one in found for to in one.onwards} - {column}
        faded = all(one.faded for one in found)
        yield Feeling(column, strongest.value, view.columns[strongest.column], tuple(sorted(onwards)), faded)
