"""Old and new in one blueprint: what is new, gone or changed says so in words, and needs no colour to be seen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from blueprints.views.blueprint import blueprint_view
from blueprints.views.select import moved_feelings
from blueprints.views.view import (
    Bar,
    Card,
    CardStyle,
    Change,
    Connector,
    ConnectorKind,
    Detail,
    Phase,
    Tone,
    View,
)
from journeys.features.drawing.findings import states
from journeys.features.drawing.merged_places import merged_columns, merged_lanes
from journeys.features.drawing.revision import Revision

_WORDS = {Change.ADDED: "+ New", Change.REMOVED: "− Gone", Change.CHANGED: "~ Changed"}
_NOTES = (CardStyle.EVIDENCE, CardStyle.THOUGHT, CardStyle.PAIN, CardStyle.OPPORTUNITY)
_WAS = "was:"


def merged_view(revision: Revision) -> View:
    """The new journey's blueprint, with what is gone put back where it stood."""
    return _Merging(revision).view()


class _Merging:
    def __init__(self, revision: Revision) -> None:
        self._ids = revision.ids
        self._how = revision.changes
        self._before = blueprint_view(revision.old, promises=states(revision.old, ()))
        self._after = blueprint_view(revision.new, promises=states(revision.new, ()))
        self._columns = merged_columns(revision)
        self._old_texts = _texts(self._before, self._columns.old)
        self._new_texts = _texts(self._after, self._columns.new)
        self._lanes = tuple(merged_lanes(self._before.lanes, self._after.lanes))
        self._rows = {lane.id: row for row, lane in enumerate(self._lanes)}
        self._back = {other: one for one, other in self._ids.items()}
        self._old_cards = {card.id: card for card in self._before.cards}
        self._old_bars = {bar.id: bar for bar in self._before.bars}

    def view(self) -> View:
        """The merged view."""
        gone = (self._gone(card) for card in self._before.cards if self._is_gone(card))
        cards = (*map(self._kept, self._after.cards), *gone)
        owners = {tag.text: tag for tag in (*self._after.owners, *self._before.owners)}
        return replace(
            self._after,
            subtitle="What changes: + new, − gone, ~ changed",
            columns=self._columns.names,
            phases=tuple(self._phases()),
            lanes=self._lanes,
            cards=cards,
            connectors=tuple(self._connectors({card.id for card in cards})),
            feelings=moved_feelings(self._after.feelings, self._columns.new),
            bars=tuple(self._bars()),
            owners=tuple(owners.values()),
        )

    def _is_gone(self, card: Card) -> bool:
        if card.style in _NOTES:
            return _place(self._before, card, self._columns.old) not in self._new_texts
        return card.id not in self._ids

    def _kept(self, card: Card) -> Card:
        how = self._how.get(card.id)
        if card.style in _NOTES:
            how = None if _place(self._after, card, self._columns.new) in self._old_texts else Change.ADDED
        row = self._rows[self._after.lanes[card.lane].id]
        was = self._old_cards.get(self._back.get(card.id, "")) if how is Change.CHANGED else None
        return _marked(replace(card, lane=row, column=self._columns.new[card.column]), how, was)

    def _gone(self, card: Card) -> Card:
        row = self._rows[self._before.lanes[card.lane].id]
        card = replace(card, id=_WAS + card.id, lane=row, column=self._columns.old[card.column], marks=())
        return _marked(card, Change.REMOVED)

    def _connectors(self, cards: set[str]) -> Iterator[Connector]:
        before = {self._ends(one): one for one in self._before.connectors}
        after = {(one.source, one.target, one.kind, one.label): one for one in self._after.connectors}
        for key, one in after.items():
            new = replace(one, label=f"+ {one.label}".rstrip(), change=Change.ADDED)
            yield one if key in before else new
        for key, one in before.items():
            if key not in after and {key[0], key[1]} <= cards:
                label = f"− {one.label}".rstrip()
                sources, targets = (tuple(map(self._name, ids)) for ids in one.ends)
                yield replace(one, id=_WAS + one.id, source=key[0], target=key[1], label=label, faded=True,
                              change=Change.REMOVED, sources=sources, targets=targets)  # fmt: skip

    def _ends(self, one: Connector) -> tuple[str, str, ConnectorKind, str]:
        return self._name(one.source), self._name(one.target), one.kind, one.label

    def _name(self, id_: str) -> str:
        return self._ids.get(id_, _WAS + id_)

    def _bars(self) -> Iterator[Bar]:
        for bar in self._after.bars:
            was = self._old_bars.get(self._back.get(bar.id, ""))
            moved = _moved(bar, self._columns.new, self._rows[self._after.lanes[bar.lane].id])
            if was and (was.facts, was.state, was.name) == (bar.facts, bar.state, bar.name):
                yield moved
            else:
                how = Change.CHANGED if was else Change.ADDED
                yield replace(moved, facts=(_fact(was, bar), *bar.facts), change=how)
        for bar in self._before.bars:
            if bar.id not in self._ids:
                moved = _moved(bar, self._columns.old, self._rows[self._before.lanes[bar.lane].id])
                facts = (_WORDS[Change.REMOVED], *bar.facts)
                yield replace(moved, id=_WAS + bar.id, facts=facts, faded=True, change=Change.REMOVED)

    def _phases(self) -> Iterator[Phase]:
        """The new phases; a column that is gone stays in the phase of the one before it."""
        bands = {self._columns.new[column]: number for number, phase in enumerate(self._after.phases)
                 for column in range(phase.first, phase.last + 1)}  # fmt: skip
        spans: dict[int, list[int]] = {}
        current = min(bands.values(), default=0)
        for column in range(len(self._columns.names)):
            current = bands.get(column, current)
            spans.setdefault(current, []).append(column)
        for number, phase in enumerate(self._after.phases):
            if number in spans:
                yield replace(phase, first=spans[number][0], last=spans[number][-1])


_Place = tuple[int, str, str, str]


def _texts(view: View, columns: Mapping[int, int]) -> set[_Place]:
    return {_place(view, card, columns) for card in view.cards if card.style in _NOTES}


def _place(view: View, card: Card, columns: Mapping[int, int]) -> _Place:
    """Where a text without an identity of its own stands, and what it says."""
    return columns[card.column], view.lanes[card.lane].id, card.style.value, card.text


def _fact(was: Bar | None, bar: Bar) -> str:
    if was is None:
        return _WORDS[Change.ADDED]
    before = [was.state.value] if was.state is not bar.state else []
    before += [was.name] if was.name != bar.name else []
    before += [fact for fact in was.facts if fact not in bar.facts]
    return f"{_WORDS[Change.CHANGED]} (was: {', '.join(before)})" if before else _WORDS[Change.CHANGED]


def _moved(bar: Bar, columns: Mapping[int, int], row: int) -> Bar:
    spanned = (columns[bar.first], columns[bar.last])
    return replace(
        bar, lane=row, first=min(spanned), last=max(spanned),
        made=tuple(map(columns.__getitem__, bar.made)), kept=tuple(map(columns.__getitem__, bar.kept)), marks=(),
    )  # fmt: skip


def _marked(card: Card, how: Change | None, was: Card | None = None) -> Card:
    """A card with what became of it; of one that has changed also what it was, where the card says otherwise now."""
    if how is None:
        return card
    sign, _, word = _WORDS[how].partition(" ")
    before = tuple(_before(was, card)) if was else ()
    said = f"{word} (was: {'; '.join(before)})" if before else word
    details = (Detail("", said, Tone.STRONG), *card.details)
    return replace(card, text=f"{sign} {card.text}", details=details, change=how)


def _before(was: Card, card: Card) -> Iterator[str]:
    """What a card said that it does not say any more; what only came to be is said by the card itself."""
    if was.text != card.text:
        yield f"“{was.text}”"
    if was.owner and was.owner != card.owner:
        yield was.owner.text
    if was.channel and was.channel != card.channel:
        yield was.channel
    now = {detail.text for detail in card.details}
    yield from (detail.text for detail in was.details if detail.text not in now)
    if was.tooltip and was.tooltip != card.tooltip:
        yield was.tooltip
