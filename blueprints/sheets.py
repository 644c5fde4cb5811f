"""Drawings cut for paper: pages of one size, with text that can be read in print and the names of lanes on each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from blueprints.layout import measures as m
from blueprints.layout.scene import make_scene
from blueprints.layout.shapes import Sheet
from blueprints.views.described import described
from blueprints.views.select import keep_columns, keep_lanes
from blueprints.views.view import WAYS, Card, Detail, Fact, LaneShape, Note, View
from journeys.errors import UsageError
from journeys.language.words import did_you_mean

PAPERS: Mapping[str, tuple[float, float]] = MappingProxyType(
    {"A3": (841.89, 1190.55), "A4": (595.28, 841.89), "letter": (612.0, 792.0)}
)
"""Width and height in points, upright (ISO 216; ANSI Y14.1)."""
ORIENTATIONS = ("portrait", "landscape")

LEAST_TEXT = 7.0
"""Points of the smallest text in print."""
_LEAST_SCALE = LEAST_TEXT / m.TINY_SIZE
_SCALES = (1.25, 1.12, 1.0, 0.94, _LEAST_SCALE)
"""Tried from the largest on."""
_STEPS = "steps"
_PAGE = "Page"

_Room = tuple[float, float]


def on_paper(view: View, paper: str, orientation: str = "") -> tuple[tuple[View, Sheet], ...]:
    """The pages of a view on a paper of `PAPERS`, and the sheet of each; all of one size and scale.

    Without an `orientation` the one that takes fewer pages. Raises UsageError for a paper or orientation that is none.
    """
    if paper not in PAPERS:
        raise UsageError(f"there is no paper “{paper}”: {did_you_mean(paper, PAPERS)}")
    if orientation not in ("", *ORIENTATIONS):
        raise UsageError(f"paper does not lie “{orientation}”: {did_you_mean(orientation, ORIENTATIONS)}")
    tried = [_laid(view, paper, one) for one in (orientation,) if one] or [
        _laid(view, paper, one) for one in reversed(ORIENTATIONS)
    ]
    return min(tried, key=lambda pages: (pages[0][1].scale < _LEAST_SCALE, len(pages)))


def _laid(view: View, paper: str, orientation: str) -> tuple[tuple[View, Sheet], ...]:
    short, long = PAPERS[paper]
    width, height = (short, long) if orientation == "portrait" else (long, short)
    pages = _pages(view, _room(width, height, _LEAST_SCALE))
    for scale in _SCALES:
        if all(_fits(page, _room(width, height, scale)) for page in pages):
            break
    else:  # A single card, or the heads of the columns, are higher than the paper.
        sizes = [_size(page, width / _LEAST_SCALE) for page in pages]
        scale = min(min(width / across, height / down) for across, down in sizes)
    sheet = Sheet(width, height, scale)
    return tuple((page, sheet) for page in pages)


def _room(width: float, height: float, scale: float) -> _Room:
    return width / scale, height / scale


def _pages(view: View, room: _Room) -> list[View]:
    """The pages that fit into a room, with as many columns as do; a way from page to page says which."""
    found: list[View] = []
    for chunks in _chunkings(view, room[0]):
        tried = _cut_up(view, chunks, room)
        if all(_fits(page, room) for page in tried):
            return tried
        found = found or tried
    return found


def _cut_up(view: View, chunks: Sequence[range], room: _Room) -> list[View]:
    firsts = [1] * len(chunks)
    for _ in range(3):  # Page numbers can make a card higher; two rounds settle that.
        pages = [_lanes(_chunk(view, chunk, chunks, firsts), room) for chunk in chunks]
        numbers = [1 + sum(map(len, pages[:index])) for index in range(len(pages))]
        if numbers == firsts:
            break
        firsts = numbers
    flat = [page for chunk in pages for page in chunk]
    whole = [*flat[:-1], *_with_notes(flat[-1], view.notes, room)]
    total = len(whole)
    if total == 1:
        return [replace(whole[0], facts=tuple(fact for fact in whole[0].facts if fact.name != _PAGE))]
    return [_numbered(page, number, total) for number, page in enumerate(whole, start=1)]


def _chunkings(view: View, width: float) -> Iterator[list[range]]:
    """The columns of each page across, about as many on each: as many as fit, then fewer."""
    total = len(view.columns)
    before = 0
    for most in range(max(1, min(total, int(width / m.CARD_WIDTH))), 0, -1):
        count = max(1, -(-total // most))
        even = -(-total // count)
        found = [range(start, min(start + even, total)) for start in range(0, total, even)] if total else [range(0)]
        wide = any(_size(_apart(keep_columns(view, one)))[0] > width for one in found)
        if even != before and (most == 1 or not wide):
            before = even
            yield found


def _chunk(view: View, chunk: range, chunks: Sequence[range], firsts: Sequence[int]) -> View:
    pages = {column: f"page {first}" for one, first in zip(chunks, firsts, strict=True) for column in one}
    found = view if len(chunks) == 1 else keep_columns(view, chunk, pages)
    # All but the first page have a short title.
    facts = (*(found.facts if chunk == chunks[0] else ()), Fact(_PAGE, "10 of 10"))
    return _apart(replace(found, facts=facts))


def _lanes(view: View, room: _Room) -> list[View]:
    """The pages of some columns from top to bottom: as many lanes on each as fit."""
    pages: list[View] = []
    waiting = [lane.id for lane in view.lanes if lane.id != _STEPS]
    rest = view
    while waiting:
        count = next((some for some in range(len(waiting), 0, -1) if _fits(_cut(rest, waiting[:some]), room)), 0)
        if count == 0:
            page, rest = _split(rest, waiting[0], room)
            pages.append(page)
            rest = _short(rest)
            waiting = [lane.id for lane in rest.lanes if lane.id in waiting]
        else:
            pages.append(_cut(rest, waiting[:count]))
            rest, waiting = _short(rest), waiting[count:]
    return pages or [view]


def _short(view: View) -> View:
    return replace(view, facts=tuple(fact for fact in view.facts if fact.name == _PAGE))


def _cut(view: View, lanes: Sequence[str]) -> View:
    """Some lanes beneath the heads, with the line beneath them, and in words what leads to lanes on other pages."""
    page = keep_lanes(view, {*lanes, _STEPS})
    beneath = {lane.id: lane.line_below for lane in view.lanes}
    *most, last = page.lanes
    texts = {card.id: card.text for card in view.cards}
    away: dict[str, dict[str, None]] = {}
    for one in view.connectors:
        if one.kind not in WAYS and one.source in page.nodes:
            gone = {texts[id_]: None for id_ in one.ends[1] if id_ in texts and id_ not in page.nodes}
            away.setdefault(one.source, {}).update(gone)
    cards = tuple(_told(card, list(away.get(card.id, ()))) for card in page.cards)
    return replace(page, cards=cards, lanes=(*most, replace(last, line_below=beneath[last.id])))


def _told(card: Card, away: Sequence[str]) -> Card:
    return replace(card, details=(*card.details, Detail("", f"↓ {', '.join(away)}"))) if away else card


def _split(view: View, lane: str, room: _Room) -> tuple[View, View]:
    """A page of as much of a lane as fits, at least one of each cell; and the view with the rest of it."""
    row = next(row for row, one in enumerate(view.lanes) if one.id == lane)
    bars = view.lanes[row].shape is LaneShape.BARS
    places: dict[str, int] = {}
    seen: dict[int, int] = {}
    for thing in [bar for bar in view.bars if bar.lane == row] if bars else view.cards:
        if thing.lane == row:
            cell = 0 if bars else thing.column  # type: ignore[union-attr]
            places[thing.id] = seen[cell] = seen.get(cell, -1) + 1
    most = max(places.values(), default=0)
    for count in range(most, 0, -1):
        page = _cut(_without(view, {id_ for id_, place in places.items() if place >= count}), [lane])
        if count == 1 or _fits(page, room):
            return page, _without(view, {id_ for id_, place in places.items() if place < count})
    return _cut(view, [lane]), keep_lanes(view, {one.id for one in view.lanes} - {lane})


def _without(view: View, gone: set[str]) -> View:
    cards = tuple(card for card in view.cards if card.id not in gone)
    left = {card.id for card in cards}
    return replace(
        view,
        cards=cards,
        bars=tuple(bar for bar in view.bars if bar.id not in gone),
        connectors=tuple(one for one in view.connectors if one.source in left and one.target in left),
    )


def _with_notes(page: View, notes: Sequence[Note], room: _Room) -> Iterator[View]:
    """The last page with the findings of all beneath it, or these on pages of their own."""
    full = replace(page, notes=tuple(notes))
    if not notes or _fits(full, room):
        yield full
        return
    yield page
    bare = replace(
        _short(page), columns=(), phases=(), lanes=(), cards=(), connectors=(), feelings=(), bars=(), owners=()
    )
    waiting = list(notes)
    while waiting:
        counts = range(len(waiting), 0, -1)
        count = next((some for some in counts if _fits(replace(bare, notes=tuple(waiting[:some])), room)), 1)
        yield replace(bare, notes=tuple(waiting[:count]))
        waiting = waiting[count:]


def _apart(view: View) -> View:
    return replace(view, notes=tuple(replace(note, apart=True) for note in view.notes))


def _numbered(page: View, number: int, total: int) -> View:
    facts = tuple(replace(fact, text=f"{number} of {total}") if fact.name == _PAGE else fact for fact in page.facts)
    said = described(page) if page.lanes else f"What is found of “{page.title}”."
    return replace(page, facts=facts, description=f"{said} Page {number} of {total}.")


def _size(view: View, across: float = 0.0) -> _Room:
    """Its size on a page that is so wide: what stands over and under the columns takes all of that."""
    scene = make_scene(view, least=across - 2 * m.MARGIN - 1)
    return scene.width, scene.height


def _fits(view: View, room: _Room) -> bool:
    width, height = _size(view, room[0])
    return width <= room[0] and height <= room[1]
