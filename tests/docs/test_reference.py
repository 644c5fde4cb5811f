"""The committed reference pages and pictures are the ones that the models, the rules and the drawings give."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from page_session import ROOT
from readme_pictures import in_words, pictures, plots
from renew import calculus

from journeys.features.reference.pages import reference_pages, stale_pages, write_pages
from journeys.surfaces.embed.picture import is_current

DOCS = ROOT / "docs"
AGAIN = "run `python -m journeys.features.reference docs`"


@pytest.mark.parametrize("name", reference_pages())
def test_a_reference_page_is_up_to_date(name: str) -> None:
    assert (DOCS / name).is_file(), AGAIN
    assert (DOCS / name).read_text("utf-8") == reference_pages()[name], AGAIN


def test_no_page_speaks_of_a_rule_that_is_no_more() -> None:
    assert not stale_pages(DOCS), AGAIN


def test_writing_the_pages_changes_what_is_out_of_date_and_nothing_else(tmp_path: Path) -> None:
    assert {path.relative_to(tmp_path).as_posix() for path in write_pages(tmp_path)} == set(reference_pages())
    assert not list(write_pages(tmp_path))
    page, retired = tmp_path / "rules/index.md", tmp_path / "rules/of-old.md"
    page.write_text("changed by hand", "utf-8")
    retired.write_text("", "utf-8")
    assert set(write_pages(tmp_path)) == {page, retired}
    assert not retired.exists()


@pytest.mark.parametrize("name", pictures())
def test_a_picture_shows_what_would_be_drawn_today(name: str) -> None:
    assert is_current((ROOT / name).read_text("utf-8"), pictures()[name]), "run `python tests/docs/renew.py`"


def test_a_plot_shows_what_the_examples_hold_today() -> None:
    pytest.importorskip("matplotlib")
    committed = {name: in_words((ROOT / name).read_text("utf-8")) for name in plots()}
    assert committed == {name: in_words(svg) for name, svg in plots().items()}, "run `python tests/docs/renew.py`"


def test_the_drawings_of_the_calculus_are_made_from_the_journeys_on_its_page() -> None:
    told = calculus()
    assert len(told) == 16
    committed = {path: path.read_text("utf-8") for path in (DOCS / "calculus").iterdir()}
    assert committed == told, "run `python tests/docs/renew.py`"


def test_a_table_of_the_language_says_what_a_key_takes() -> None:
    lines = reference_pages()["reference/language.md"].splitlines()
    assert "| `feeling` | a number | How it feels: -2 … 2, halves too. |" in lines
    waiting = "How long the customer waits at most; the work runs meanwhile, and the longer counts."
    assert f"| `wait` | a [duration](#durations) | {waiting} |" in lines
    assert "| **`promise`** | text | What is promised, in the words the promisee hears. |" in lines
    ways = "[way on](#way-on); or [ways at once](#ways-at-once), or a list"
    assert f"| `next` | {ways} | Where it goes from here; the following step if left out. |" in lines


def test_every_key_of_the_language_is_described() -> None:
    lines = reference_pages()["reference/language.md"].splitlines()
    rows = [line.split(" | ") for line in lines if re.match(r"\| (\*\*)?`", line)]
    assert [row for row in rows if not row[-1].strip(" |")] == []
