"""Old and new in one blueprint: what is new, gone or changed says so in words, and needs no colour to be seen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from blueprints.drawing import Drawing
from blueprints.views.blueprint import blueprint_view
from blueprints.views.view import (
    Bar,
    Card,
    CardStyle,
    Change,
    Connector,
    ConnectorKind,
    Detail,
    Lane,
    Phase,
    Tone,
    View,
)
from journeys.errors import UsageError
from journeys.features.diff.changes import How
from journeys.features.diff.matching import Matching, match
from journeys.features.diff.nodes import steps_and_actions
from journeys.features.drawing import states
from journeys.features.drawing.file_names import file_name
from journeys.graph.journey import JourneyGraph
from journeys.graph.workspace import Workspace

_WORDS = {How.ADDED: "+ New", How.REMOVED: "− Gone", How.CHANGED: "~ Changed"}
_NOTES = (CardStyle.EVIDENCE, CardStyle.THOUGHT, CardStyle.PAIN, CardStyle.OPPORTUNITY)
_WAS = "was:"


def draw_differences(pairs: Iterable[tuple[Workspace, Workspace]], output: Path) -> Iterator[Path]:
    """Draw each journey that differs (or the only one): into a file, or a folder where there are several."""
    found = []
    for old, new in pairs:
        matching = match(old, new)
        found += [(before, after, matching) for before, after in matching.journeys]
    drawn = [(after, merged_view(before, after, matching)) for before, after, matching in found]
    differing = [(after, view) for after, view in drawn if view.changes]
    chosen = differing or drawn[:1]
    if not chosen:
        raise UsageError("there is nothing to draw: no journey is on both sides")
    single = bool(output.suffix)
    if single and len(chosen) > 1:
        raise UsageError(f"{output} is one file, and {len(chosen)} journeys differ: name a folder, or one journey")
    for journey, view in chosen:
        yield Drawing(view).save(output if single else output / f"{file_name(journey.id)}.svg")


def merged_view(old: JourneyGraph, new: JourneyGraph, matching: Matching) -> View:
    """The new journey's blueprint, with what is gone put back where it stood."""
    return _Merging(old, new, matching).view()


@dataclass(frozen=True)
class _Columns:
    """The merged columns, and where those of the old and of the new view are among them."""

    names: tuple[str, ...]
    old: Mapping[int, int]
    new: Mapping[int, int]


class _Merging:
    def __init__(self, old: JourneyGraph, new: JourneyGraph, matching: Matching) -> None:
        self._ids = matching.ids
        self._before = blueprint_view(old, promises=states(old, ()))
        self._after = blueprint_view(new, promises=states(new, ()))
        self._columns = _columns(old, new, matching)
        self._old_texts = _texts(self._before, self._columns.old)
        self._new_texts = _texts(self._after, self._columns.new)
        self._lanes = tuple(_merged_lanes(self._before.lanes, self._after.lanes))
        self._rows = {lane.id: row for row, lane in enumerate(self._lanes)}
        changes = steps_and_actions(old, new, matching)
        self._how = {change.id: change.how for change in changes if change.how is not How.REMOVED}
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
            feelings=tuple(replace(one, column=self._columns.new[one.column]) for one in self._after.feelings),
            bars=tuple(self._bars()),
            owners=tuple(owners.values()),
        )

    def _is_gone(self, card: Card) -> bool:
        if card.style in _NOTES:
            place = (self._columns.old[card.column], card.style.value, card.text)
            return place not in self._new_texts
        return card.id not in self._ids

    def _kept(self, card: Card) -> Card:
        how = self._how.get(card.id)
        if card.style in _NOTES:
            place = (self._columns.new[card.column], card.style.value, card.text)
            how = None if place in self._old_texts else How.ADDED
        row = self._rows[self._after.lanes[card.lane].id]
        return _marked(replace(card, lane=row, column=self._columns.new[card.column]), how)

    def _gone(self, card: Card) -> Card:
        row = self._rows[self._before.lanes[card.lane].id]
        card = replace(card, id=_WAS + card.id, lane=row, column=self._columns.old[card.column], marks=())
        return _marked(card, How.REMOVED)

    def _connectors(self, cards: set[str]) -> Iterator[Connector]:
        before = {self._ends(one): one for one in self._before.connectors}
        after = {(one.source, one.target, one.kind, one.label): one for one in self._after.connectors}
        for key, one in after.items():
            new = replace(one, label=f"+ {one.label}".rstrip(), change=Change.ADDED)
            yield one if key in before else new
        for key, one in before.items():
            if key not in after and {key[0], key[1]} <= cards:
                label = f"− {one.label}".rstrip()
                yield replace(one, id=_WAS + one.id, source=key[0], target=key[1], label=label, faded=True,
                              change=Change.REMOVED)  # fmt: skip

    def _ends(self, one: Connector) -> tuple[str, str, ConnectorKind, str]:
        return self._name(one.source), self._name(one.target), one.kind, one.label

    def _name(self, id_: str) -> str:
        return self._ids.get(id_, _WAS + id_)

    def _bars(self) -> Iterator[Bar]:
        back = {other: one for one, other in self._ids.items()}
        for bar in self._after.bars:
            was = self._old_bars.get(back.get(bar.id, ""))
            moved = _moved(bar, self._columns.new, self._rows[self._after.lanes[bar.lane].id])
            if was and (was.facts, was.state, was.name) == (bar.facts, bar.state, bar.name):
                yield moved
            else:
                how = Change.CHANGED if was else Change.ADDED
                yield replace(moved, facts=(_fact(was, bar), *bar.facts), change=how)
        for bar in self._before.bars:
            if bar.id not in self._ids:
                moved = _moved(bar, self._columns.old, self._rows[self._before.lanes[bar.lane].id])
                facts = (_WORDS[How.REMOVED], *bar.facts)
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
                yield Phase(phase.name, spans[number][0], spans[number][-1])


def _texts(view: View, columns: Mapping[int, int]) -> set[tuple[int, str, str]]:
    return {(columns[card.column], card.style.value, card.text) for card in view.cards if card.style in _NOTES}


def _fact(was: Bar | None, bar: Bar) -> str:
    if was is None:
        return _WORDS[How.ADDED]
    before = [was.state.value] if was.state is not bar.state else []
    before += [was.name] if was.name != bar.name else []
    before += [fact for fact in was.facts if fact not in bar.facts]
    return f"{_WORDS[How.CHANGED]} (was: {', '.join(before)})" if before else _WORDS[How.CHANGED]


def _moved(bar: Bar, columns: Mapping[int, int], row: int) -> Bar:
    spanned = (columns[bar.first], columns[bar.last])
    return replace(
        bar, lane=row, first=min(spanned), last=max(spanned),
        made=tuple(map(columns.__getitem__, bar.made)), kept=tuple(map(columns.__getitem__, bar.kept)), marks=(),
    )  # fmt: skip


def _marked(card: Card, how: How | None) -> Card:
    if how is None:
        return card
    sign, _, word = _WORDS[how].partition(" ")
    details = (Detail("", word, Tone.STRONG), *card.details)
    return replace(card, text=f"{sign} {card.text}", details=details, change=Change(how.value))


def _columns(old: JourneyGraph, new: JourneyGraph, matching: Matching) -> _Columns:
    """The new steps in order, each old one that is gone behind the one it followed."""
    order = [("new", step.index, step.name) for step in new.steps]
    places = {step.id: step.index for step in new.steps}
    at = 0
    for step in old.steps:
        partner = matching.ids.get(step.id, "")
        if partner in places:
            at = order.index(("new", places[partner], new.steps[places[partner]].name)) + 1
        else:
            order.insert(at, ("old", step.index, step.name))
            at += 1
    merged = {(side, index): place for place, (side, index, _) in enumerate(order)}
    both = {
        step.index: merged["new", places[partner]]
        for step in old.steps
        if (partner := matching.ids.get(step.id, "")) in places
    }
    gone = {index: place for (side, index), place in merged.items() if side == "old"}
    fresh = {index: place for (side, index), place in merged.items() if side == "new"}
    return _Columns(tuple(name for _, _, name in order), both | gone, fresh)


def _merged_lanes(old: Iterable[Lane], new: Iterable[Lane]) -> list[Lane]:
    """The new lanes, each old one that is gone below the one it stood under."""
    lanes = list(new)
    at = 0
    for lane in old:
        place = next((row for row, other in enumerate(lanes) if other.id == lane.id), None)
        if place is None:
            lanes.insert(at, replace(lane, line_below=""))
            place = at
        at = place + 1
    return lanes
