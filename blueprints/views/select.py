"""Smaller views from larger ones: some columns, some lanes. What is left keeps its order and its look."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from blueprints.views.marks import notes_at
from blueprints.views.view import WAYS, Bar, Card, Connector, Detail, Feeling, Lane, Phase, View

_APART = ("experience", "promises")
"""Kinds of lanes that stand below all named lines."""


def keep_lanes(view: View, kept: Collection[str]) -> View:
    """The lanes of some ids, with what is in them.

    A named line moves up to the last lane above it that is left, and goes where it divides nothing any more.
    """
    rows: dict[int, int] = {}
    lanes: list[Lane] = []
    waiting: list[str] = []
    for row, lane in enumerate(view.lanes):
        if lane.id in kept:
            if waiting and lanes and lanes[-1].id != "steps" and lane.kind not in _APART:
                lanes[-1] = replace(lanes[-1], line_below=" · ".join(waiting))
            waiting = []
            rows[row] = len(lanes)
            lanes.append(replace(lane, line_below=""))
        waiting += [lane.line_below] if lane.line_below else []
    cards = tuple(replace(card, lane=rows[card.lane]) for card in view.cards if card.lane in rows)
    bars = tuple(replace(bar, lane=rows[bar.lane]) for bar in view.bars if bar.lane in rows)
    feelings = view.feelings if "feeling" in kept else ()
    return _tidy(replace(view, lanes=tuple(lanes), cards=cards, bars=bars, feelings=feelings), view)


def keep_columns(view: View, kept: Sequence[int], elsewhere: Mapping[int, str] | None = None) -> View:
    """Some columns (indexes, ascending), with what is in them.

    A way on to a column that is left out is said in words on its step's card, with what `elsewhere` says of that
    column (a page); and so is, on its bar, where a promise is made and kept outside.
    """
    places = {column: place for place, column in enumerate(kept)}
    said = elsewhere or {}
    beyond = _ways_beyond(view, places, said)
    cards = tuple(
        replace(card, column=places[card.column], details=(*card.details, *beyond.get(card.id, ())))
        for card in view.cards
        if card.column in places
    )
    narrowed = replace(
        view,
        columns=tuple(view.columns[column] for column in kept),
        phases=tuple(_phases(view.phases, places)),
        cards=cards,
        feelings=moved_feelings(view.feelings, places),
        bars=tuple(bar for bar in (_bar(bar, view, places, said) for bar in view.bars) if bar),
    )
    return without_empty_lanes(_tidy(narrowed, view))


def moved_feelings(feelings: Iterable[Feeling], places: Mapping[int, int]) -> tuple[Feeling, ...]:
    """Those feelings whose columns have a new place, there."""
    return tuple(
        replace(one, column=places[one.column], onwards=tuple(places[to] for to in one.onwards if to in places))
        for one in feelings
        if one.column in places
    )


def renumbered(view: View) -> View:
    """The view with its notes numbered from 1, in their order; what has no number keeps none."""
    numbered = [note.number for note in view.notes if note.number]
    numbers = {0: 0} | {number: place for place, number in enumerate(numbered, start=1)}
    return replace(
        view,
        notes=tuple(replace(note, number=numbers[note.number]) for note in view.notes),
        cards=tuple(replace(card, marks=tuple(numbers[mark] for mark in card.marks)) for card in view.cards),
        bars=tuple(replace(bar, marks=tuple(numbers[mark] for mark in bar.marks)) for bar in view.bars),
    )


def _ways_beyond(view: View, places: Collection[int], elsewhere: Mapping[int, str]) -> Mapping[str, list[Detail]]:
    cards = {card.id: card for card in view.cards}
    said: dict[str, list[Detail]] = {}
    for connector in view.connectors:
        source, target = cards.get(connector.source), cards.get(connector.target)
        if connector.kind in WAYS and source and target and target.column not in places:
            condition = f", {connector.label}" if connector.label else ""
            text = f"→ {target.text}{condition}{_page(elsewhere.get(target.column, ''))}"
            said.setdefault(source.id, []).append(Detail("", text))
    return said


def _phases(phases: Sequence[Phase], places: Mapping[int, int]) -> Iterator[Phase]:
    for phase in phases:
        found = [places[column] for column in range(phase.first, phase.last + 1) if column in places]
        if found:
            yield replace(phase, first=found[0], last=found[-1])


def _bar(bar: Bar, view: View, places: Mapping[int, int], elsewhere: Mapping[int, str]) -> Bar | None:
    """The bar over the columns that are left, or None if it touches none of them. It says what lies outside."""
    spanned = [places[column] for column in range(bar.first, bar.last + 1) if column in places]
    if not spanned:
        return None
    made = tuple(places[column] for column in bar.made if column in places)
    kept = tuple(places[column] for column in bar.kept if column in places)
    outside = [("made", column) for column in bar.made[:1] if not made]
    outside += [("kept", column) for column in bar.kept[-1:] if not kept]
    facts = [f"{what} at “{view.columns[column]}”{_page(elsewhere.get(column, ''))}" for what, column in outside]
    return replace(
        bar,
        first=spanned[0],
        last=spanned[-1],
        made=made,
        kept=kept,
        skipped=tuple(places[column] for column in bar.skipped if column in places),
        broken_at=places.get(bar.broken_at) if bar.broken_at is not None else None,
        elsewhere=bar.elsewhere or (bool(bar.made) and not made),
        before=bar.before or bar.first not in places,
        after=bar.after or bar.last not in places,
        facts=(*facts, *bar.facts),
    )


def _page(page: str) -> str:
    return f" ({page})" if page else ""


def without_empty_lanes(view: View) -> View:
    """The view without lanes in which nothing stands."""
    used = {card.lane for card in view.cards} | {bar.lane for bar in view.bars}
    kept = [lane.id for row, lane in enumerate(view.lanes) if row in used or (lane.id == "feeling" and view.feelings)]
    return view if len(kept) == len(view.lanes) else keep_lanes(view, kept)


def _tidy(view: View, before: View) -> View:
    """Without connectors whose ends are gone, and notes and owners that nothing points to any more."""
    cards = {card.id: card for card in view.cards}
    gone = before.nodes - view.nodes
    dropped = _numbers(before) - _numbers(view)
    shown = {card.owner.text for card in view.cards if card.owner}
    return replace(
        view,
        connectors=tuple(_joined(view.connectors, cards)),
        notes=notes_at((note for note in view.notes if note.number not in dropped), gone),
        owners=tuple(owner for owner in view.owners if owner.text in shown),
    )


def _numbers(view: View) -> set[int]:
    every = [*(card.marks for card in view.cards), *(bar.marks for bar in view.bars)]
    return {number for marks in every for number in marks}


def _joined(connectors: Sequence[Connector], cards: Mapping[str, Card]) -> Iterator[Connector]:
    return (one for one in connectors if one.source in cards and one.target in cards)
