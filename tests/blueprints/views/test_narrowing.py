"""Narrowed views: less is shown, nothing is lost unsaid, and the drawing stays clean."""

from __future__ import annotations

from pathlib import Path

import pytest
from rules_of_geometry import problems
from seen import EXAMPLES, example, journey_of
from svg_geometry import read

from blueprints.drawing import Drawing
from blueprints.layout.shapes import Stroke
from blueprints.views.narrow import Narrowing, narrowed
from blueprints.views.view import CardStyle, ConnectorKind, View
from journeys.errors import UsageError
from journeys.language.model.drawn import VIEWS

examples = pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
BROADBAND = next(path for path in EXAMPLES if path.stem.startswith("broadband"))


def one(path: Path, narrowing: Narrowing, view: str = "blueprint") -> View:
    """The only page of a narrowed view."""
    (page,) = narrowed(example(path, view), journey_of(path), narrowing)
    assert problems(read(Drawing(page).svg())) == []
    return page


@examples
@pytest.mark.parametrize("name", VIEWS)
def test_pages_hold_all_cards_once(path: Path, name: str) -> None:
    whole = example(path, name)
    pages = narrowed(whole, journey_of(path), Narrowing(columns=4))
    assert sorted(card.id for page in pages for card in page.cards) == sorted(card.id for card in whole.cards)
    assert all(len(page.columns) <= 4 for page in pages)
    assert [fact.text for page in pages for fact in page.facts if fact.name == "Page"] == [
        f"{number} of {len(pages)}" for number in range(1, len(pages) + 1) if len(pages) > 1
    ]
    for page in pages:
        assert problems(read(Drawing(page).svg())) == []


@examples
def test_a_way_to_another_page_says_which(path: Path) -> None:
    whole = example(path, "blueprint")
    columns = {card.id: card.column for card in whole.cards}
    pages = narrowed(whole, journey_of(path), Narrowing(columns=3))
    cards = {card.id: card for page in pages for card in page.cards}
    texts = {card.id: card.text for card in whole.cards}
    crossing = [link for link in whole.connectors if link.kind is ConnectorKind.FLOW]
    crossing = [link for link in crossing if columns[link.source] // 3 != columns[link.target] // 3]
    assert crossing
    for link in crossing:
        said = [detail.text for detail in cards[link.source].details]
        page = f"(page {columns[link.target] // 3 + 1})"
        assert any(texts[link.target] in text and page in text for text in said)


def test_a_promise_that_goes_on_ends_without_a_dot() -> None:
    """From page to page its line reaches the edge; only where it is made and kept there are dots."""
    name = "Cancel free of charge until the engineer comes"
    whole = example(BROADBAND, "blueprint")
    ends = []
    for page in narrowed(whole, journey_of(BROADBAND), Narrowing(columns=5)):
        bar = next(bar for bar in page.bars if bar.name == name)
        group = next(group for group in Drawing(page).scene.groups if group.name == f"promise-{bar.id}")
        box = next(shape.box for shape in group.shapes if shape.name == f"promise {bar.id}")
        lines = [shape for shape in group.shapes if isinstance(shape, Stroke) and shape.kind == "span"]
        dots = [shape.look for shape in group.shapes if getattr(shape, "kind", "") == "end"]
        left, right = lines[0].pieces[0][0].x, lines[-1].pieces[0][-1].x
        ends.append((left == box.x, right == box.right, dots))
    assert ends == [(False, True, ["end-open"]), (True, True, []), (True, False, ["end-full"])]


def test_one_phase_keeps_its_steps_and_says_where_they_lead() -> None:
    page = one(BROADBAND, Narrowing(phases=("install",)))
    assert page.columns == ("Engineer visit", "Miss the engineer")
    assert [(phase.name, phase.first, phase.last) for phase in page.phases] == [("Install", 0, 1)]
    visit = next(card for card in page.cards if card.text == "Engineer visit")
    assert "→ First evening online, The line works" in [detail.text for detail in visit.details]
    assert all(bar.first <= bar.last < 2 for bar in page.bars)
    bill = next(bar for bar in page.bars if bar.name.startswith("You pay from the day"))
    assert bill.facts[:2] == ("made at “Place the order”", "kept at “First bill”")
    assert bill.elsewhere


@pytest.mark.parametrize("lanes", [("customer", "feeling", "promises"), ("frontstage",), ("backstage", "feeling")])
def test_a_line_that_divides_nothing_is_left_out(lanes: tuple[str, ...]) -> None:
    assert {lane.line_below for lane in one(BROADBAND, Narrowing(lanes=lanes)).lanes} == {""}


def test_some_lanes_keep_the_lines_between_them() -> None:
    page = one(BROADBAND, Narrowing(lanes=("Customer", "backstage")))
    assert [(lane.id, lane.line_below) for lane in page.lanes] == [
        ("steps", ""),
        ("customer", "Line of interaction · Line of visibility"),
        ("backstage", ""),
    ]
    assert page.feelings == ()
    assert page.bars == ()


@examples
def test_a_summary_keeps_each_gap_between_owners(path: Path) -> None:
    whole, page = example(path, "owners"), one(path, Narrowing(level="summary"), "owners")
    said = [detail for card in page.cards for detail in card.details if detail.text.startswith("Nothing promised")]
    gaps = [link for link in page.connectors if link.kind is ConnectorKind.GAP]
    assert bool(gaps) == bool(said)
    assert bool(gaps) == any(link.kind is ConnectorKind.GAP for link in whole.connectors)


def test_notes_are_numbered_anew_where_some_are_left_out() -> None:
    page = one(BROADBAND, Narrowing(phases=("Install",)))
    assert [note.number for note in page.notes] == list(range(1, len(page.notes) + 1))


def test_an_owners_part_is_lit() -> None:
    page = one(BROADBAND, Narrowing(owner="Network operations"))
    lit = [card for card in page.cards if not card.faded and card.style is CardStyle.COMPANY]
    assert {card.owner.text for card in lit if card.owner} == {"Network operations"}
    assert len(lit) == sum(action.owner.endswith("network") for action in journey_of(BROADBAND).actions)
    assert any(card.faded for card in page.cards)
    assert {bar.name for bar in page.bars if not bar.faded} >= {
        "Switch the line on",
        "Look up the lines at the address",
    }


@pytest.mark.parametrize("view", ["blueprint", "promises", "owners", "org"])
def test_a_promises_chain_is_lit(view: str) -> None:
    page = one(BROADBAND, Narrowing(promise="online-in-ten-days"), view)
    journey = journey_of(BROADBAND)
    chain = {journey.promises["online-in-ten-days"].node.id, *journey.promises["online-in-ten-days"].relies_on}
    bars = {bar.id for bar in page.bars if not bar.faded}
    cards = {card.id for card in page.cards if not card.faded}
    if view == "blueprint":
        assert bars == chain
    elif view == "promises":
        assert cards == chain
    else:
        assert cards
        assert any(card.faded for card in page.cards)
    lit = [link for link in page.connectors if not link.faded]
    assert all(link.source in cards and link.target in cards for link in lit)


@examples
def test_a_summary_has_a_column_for_each_phase(path: Path) -> None:
    whole = example(path, "blueprint")
    page = one(path, Narrowing(level="summary"))
    assert page.columns == tuple(phase.name for phase in whole.phases)
    assert {mark for card in page.cards for mark in card.marks} == {mark for card in whole.cards for mark in card.marks}
    heads = [card for card in page.cards if card.style is CardStyle.STEP]
    assert sum(int(card.details[0].text.split()[0]) for card in heads) == len(whole.columns)
    assert len({card.id for card in page.cards}) == len(page.cards)


@pytest.mark.parametrize(
    ("narrowing", "said"),
    [
        (Narrowing(phases=("instal",)), "there is no phase “instal”: did you mean `Install`?"),
        (Narrowing(lanes=("backstag",)), "there is no lane “backstag”: did you mean `backstage`?"),
        (Narrowing(owner="netwrk"), "there is no owner “netwrk”: did you mean `network`?"),
        (Narrowing(promise="online-in-ten-day"), "did you mean `online-in-ten-days`?"),
        (Narrowing(level="sumary"), "did you mean `summary`?"),
        (Narrowing(columns=0), "a number from 1 on"),
    ],
)
def test_an_unknown_word_names_the_nearest(narrowing: Narrowing, said: str) -> None:
    with pytest.raises(UsageError) as caught:
        narrowed(example(BROADBAND, "blueprint"), journey_of(BROADBAND), narrowing)
    assert said in str(caught.value)


@pytest.mark.parametrize("view", ["org", "promises"])
@pytest.mark.parametrize("narrowing", [Narrowing(phases=("Install",)), Narrowing(level="summary")])
def test_phases_are_only_asked_of_drawings_that_have_them(view: str, narrowing: Narrowing) -> None:
    with pytest.raises(UsageError, match="leave out --"):
        narrowed(example(BROADBAND, view), journey_of(BROADBAND), narrowing)
