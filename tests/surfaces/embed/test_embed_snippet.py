"""One request, rendered: the words in it stay words, in every dialect of Markdown and in HTML."""

from __future__ import annotations

import html
import xml.etree.ElementTree as ET
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import markdown as python_markdown
from markdown_it import MarkdownIt

from blueprints.pictures import Picture, pictures
from blueprints.views.narrow import narrowing_of_words
from journeys.api import check, load_workspaces
from journeys.checks.report.visible import visible
from journeys.errors import UsageError
from journeys.features.drawing import marks, states
from journeys.language.model.drawn import THEMES, VIEWS, WORDS
from journeys.surfaces.embed.snippet import snippet
from journeys.surfaces.embed.table import Table, escaped

HOSTILE = [
    "<script>alert(1)</script>", "a | b", "**bold** _it_ `code`", "[x](javascript:1)", "![x](y)", "&amp; &lt;",
    "http://example.org www.example.org", ":smile: ~~x~~ $x$ ^y^ ==z== {#id}", "@somebody #12", "\\| \\", "]]> -->",
    "\u202egnol", "\x1b[31m", "a\nb", "日本語 العربية", "--- | ---", "{{ macro }} {% x %}", "# head", "1. list",
]  # fmt: skip


def cells(page: str) -> list[str]:
    """The texts of a table's body, and nothing but text may be in a cell."""
    table = ET.fromstring(page[page.index("<table") : page.index("</table>") + 8])
    found = list(table.iter("td"))
    assert all(len(cell) == 0 for cell in found), page
    return ["".join(cell.itertext()).strip() for cell in found]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_are_shown_as_they_are(text: str) -> None:
    table = Table(("Head",), ((text,),), "Said")
    shown = " ".join(visible(text).split())
    for page in (
        MarkdownIt("gfm-like", {"linkify": False}).render(table.markdown()),
        python_markdown(table.markdown(), extensions=["tables", "pymdownx.tilde", "pymdownx.caret", "pymdownx.mark"]),
        table.html(),
    ):
        (cell,) = cells(page)
        assert " ".join(cell.split()) == shown


@given(st.text(st.characters(codec="utf-8"), max_size=60))
def test_any_words_come_back_from_commonmark(text: str) -> None:
    page = MarkdownIt("gfm-like", {"linkify": False}).render(f"x{escaped(text)}x\n")
    assert html.unescape(page).strip() == f"<p>x{visible(text)}x</p>"


def test_a_drawing_inside_a_page_has_ids_of_its_own(home: Path) -> None:
    page = snippet("draw pizza", home).html() + snippet("draw pizza --promise warm-at-the-door", home).html()
    root = ET.fromstring(f"<div>{page}</div>")
    ids = [element.get("id") for element in root.iter() if element.get("id")]
    assert len(ids) == len(set(ids)) > 20
    for svg in root.iter("{http://www.w3.org/2000/svg}svg"):
        assert set((svg.get("aria-labelledby") or "").split()) <= set(ids)


def test_promises_of_some_verdicts(home: Path) -> None:
    assumed = snippet("promises pizza --state assumed", home).table
    assert assumed is not None
    assert assumed.closing == "1 promise: 1 assumed"
    assert "↳ on " in assumed.markdown()
    none = snippet("promises pizza --state sound --state broken", home).table
    assert none is not None
    assert none.closing == "No promises here"
    with pytest.raises(UsageError, match=r"did you mean `assumed`"):
        snippet("promises pizza --state asumed", home)


def test_owners_tell_what_each_owns_owes_and_is_owed(home: Path) -> None:
    found = snippet("owners pizza", home).table
    assert found is not None
    assert found.rows == (
        ("The shop (Ada Okafor)", ("Order: Take the order", "Order: Bake it"), (), ()),
        ("Riders (Bo Lind)", ("Receive: Hand the pizza over",), ("Warm at the door (assumed)",), ()),
    )
    assert found.closing == "2 owners"
    one = snippet("owners pizza --owner rider", home).table
    assert one is not None
    assert len(one.rows) == 1


def test_findings_lead_to_their_lines_seen_from_the_page(home: Path) -> None:
    (home / "docs").mkdir()
    text = snippet("findings pizza", home / "docs").markdown()
    assert "](../pizza.journey.yaml#L" in text
    assert text == snippet("findings", home / "docs").markdown()


def test_the_ledger_can_be_narrowed(home: Path) -> None:
    assert "Warm at the door" in snippet("ledger pizza --owner rider --customer guest", home).markdown()
    assert snippet("promises --broken", home).markdown() == "_No promises here_\n"


def test_the_files_a_snippet_was_made_from(home: Path) -> None:
    (home / "journeys.yaml").write_text("workspace: Pizza\n")
    assert set(snippet("draw", home).files) == {home / "pizza.journey.yaml", home / "journeys.yaml"}


def test_a_view_and_a_theme_are_named(home: Path) -> None:
    dark = snippet("draw pizza --view owners --theme dark --no-findings", home)
    (page,) = dark.pages
    assert page.stem == "pizza-no-findings-theme-dark-view-owners"
    assert page.svg() != snippet("draw pizza", home).pages[0].svg()


def test_a_blueprint_of_a_name_is_drawn_as_its_file_says(home: Path) -> None:
    journey = home / "pizza.journey.yaml"
    journey.write_text(
        journey.read_text() + "blueprints:\n  board: {title: For the board, view: journey, columns: 1}\n"
    )
    pages = snippet("draw pizza --named board", home).pages
    assert [page.stem for page in pages] == ["pizza-named-board-1", "pizza-named-board-2"]
    assert {page.drawing.view.title for page in pages} == {"For the board"}
    assert [">Open the door<" in page.svg() for page in pages] == [False, True]
    (whole,) = snippet("draw pizza --named board --columns 9", home).pages
    assert "Order a pizza" in whole.svg()
    with pytest.raises(UsageError, match="did you mean `board`"):
        snippet("draw pizza --named bord", home)


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("theme", THEMES)
def test_what_a_command_draws_a_page_draws(home: Path, view: str, theme: str) -> None:
    """Every view and theme, and every word that narrows, by the names of the command line."""
    assert snippet(f"draw pizza --view {view} --theme {theme}", home).pages
    if view == "blueprint":
        said = {"phase": "Eat", "lanes": "customer,frontstage", "owner": "rider", "promise": "warm-at-the-door",
                "level": "summary", "columns": "1"}  # fmt: skip
        assert set(said) == {word.name for word in WORDS}
        for word in WORDS:
            for name in (word.name, *word.also):
                found = snippet(f"draw pizza --{name} {said[word.name]}", home).pages
                assert found == tuple(
                    replace(one, drawing=other.drawing)
                    for one, other in zip(found, pictures_of(home, **{word.name: said[word.name]}), strict=True)
                )


def pictures_of(home: Path, **said: str) -> tuple[Picture, ...]:
    """The drawings of the pizza, narrowed as the command line narrows them."""
    (journey,) = load_workspaces([home])[0].selected
    located = check(journey.workspace)
    narrowing = narrowing_of_words({name: (value,) for name, value in said.items()})
    return pictures(
        journey, narrowing=narrowing, findings=marks(journey, located), promises=states(journey, located)
    )  # fmt: skip


def test_a_number_of_columns_that_is_none_is_refused(home: Path) -> None:
    with pytest.raises(UsageError, match="--columns needs a number from 1 to 1000, and “many” is none"):
        snippet("draw pizza --columns many", home)


def test_pains_and_opportunities_are_lists(home: Path) -> None:
    journey = home / "pizza.journey.yaml"
    more = "customer: Order a pizza\n        pains: [Hungry, Tired]\n        opportunities: A button\n"
    journey.write_text(journey.read_text().replace("customer: Order a pizza\n", more))
    pains = snippet("pains pizza", home).table
    assert pains is not None
    assert (pains.heads, pains.rows) == (
        ("Phase", "Step", "Pain"), (("Order", "Order", "Hungry"), ("Order", "Order", "Tired")),
    )  # fmt: skip
    assert "| Order | Order | A button |" in snippet("opportunities", home).markdown()
    assert snippet("pains --phase Eat", home).markdown() == "_No pains here_\n"
    with pytest.raises(UsageError, match="no phase is called “Eet”: did you mean `Eat`"):
        snippet("pains --phase Eet", home)
