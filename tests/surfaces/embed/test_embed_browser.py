"""Drawings inside somebody else's page, in a real browser: neither touches the other."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from test_embed_sites import CONFIG, build

from journeys.surfaces.embed.snippet import snippet

THEMES = ("light", "print", "dark", "light", "auto")
REQUESTS = tuple(f"draw pizza --theme {theme}" for theme in THEMES)
HOSTILE = """
.card, .lane, .phase, .promise, .title, .look-card-company, .text, .label {height: 1px; fill: red; display: none}
svg {max-width: 40px; height: auto; fill: none; stroke: red} svg text, text {fill: red; font: 30px serif; stroke: red}
rect, path, polygon, ellipse, g {fill: red; stroke: red; rx: 40px; opacity: .1; transform: rotate(3deg)}
a {color: red; text-decoration: line-through; pointer-events: none} p, img, figure, title, desc {display: block}
* {box-sizing: content-box; letter-spacing: .3em; visibility: collapse; line-height: 3; direction: rtl}
div {all: unset; display: none} body {font: italic bold 30px/4 cursive; color: red; word-spacing: 1em; direction: rtl}
#drawing-title, #title, #lane-frontstage {display: none} figure, p, .mine {visibility: visible}
"""
Opened = Callable[..., Any]
DRAWN = "[...document.querySelectorAll('figure.journeys-draw > div')]"


@pytest.fixture
def opened(browser: Any, tmp_path: Path) -> Iterator[Opened]:
    """Opens an HTML text, or a file, in a page of its own."""
    pages: list[Any] = []

    def open_(page: str | Path, *, dark: bool = False, scripts: bool = True) -> Any:
        context = browser.new_context(
            viewport={"width": 1200, "height": 800}, color_scheme="dark" if dark else "light",
            java_script_enabled=scripts,
        )  # fmt: skip
        pages.append(context)
        found = context.new_page()
        if isinstance(page, str):
            (tmp_path / f"{len(pages)}.html").write_text(page, encoding="utf-8")
            page = tmp_path / f"{len(pages)}.html"
        found.goto(page.as_uri())
        return found

    yield open_
    for context in pages:
        context.close()


def pages(home: Path, *, style: str = "") -> str:
    """A page with every drawing of `REQUESTS`, and a card of its own."""
    drawings = "".join(snippet(request, home).html() for request in REQUESTS)
    return (
        f"<!doctype html><meta charset=utf-8><style>figure{{width:1000px!important}}</style><style>{style}</style>"
        f'<body style="margin:0"><p class="mine card look-page" id="drawing-title">mine</p>{drawings}'
    )


def pictures(page: Any) -> list[bytes]:
    """What each drawing looks like, to the pixel; each alone at the page's corner."""
    place = "(e, shown) => e.style.cssText = shown ? 'position:absolute;left:0;top:0;margin:0' : 'display:none'"
    figures = page.query_selector_all("figure.journeys-draw")
    found = []
    for figure in figures:
        for other in figures:
            other.evaluate(place, other is figure)
        found.append(figure.screenshot())
    return found


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_no_rule_of_a_page_reaches_a_drawing(home: Path, opened: Opened, dark: bool) -> None:
    plain = pictures(opened(pages(home), dark=dark))
    assert plain[0] == plain[3]
    assert len(set(plain)) == 3, "auto is dark in the dark, and light else"
    assert pictures(opened(pages(home, style=HOSTILE), dark=dark)) == plain


def test_no_rule_of_a_drawing_reaches_a_page(home: Path, opened: Opened) -> None:
    page = opened(pages(home), dark=True)
    mine = "(e => [getComputedStyle(e).fill, getComputedStyle(e).stroke])(document.querySelector('.mine'))"
    assert page.evaluate(mine) == ["rgb(0, 0, 0)", "none"]
    assert page.evaluate("document.querySelectorAll('svg, style:not(head style), [id]').length") == 1


def test_a_drawing_follows_the_reader_into_the_dark_and_keeps_its_links(home: Path, opened: Opened) -> None:
    journey = home / "pizza.journey.yaml"
    journey.write_text(journey.read_text().replace("id: pizza\n", "id: pizza\nlink: https://example.org/pizza\n"))
    for dark, ground in ((False, "rgb(255, 255, 255)"), (True, "rgb(20, 24, 31)")):
        page = opened(snippet("draw pizza --theme auto", home).html(), dark=dark)
        assert page.evaluate(f"getComputedStyle({DRAWN}[0].shadowRoot.querySelector('.look-page')).fill") == ground
        page.keyboard.press("Tab")
        page.keyboard.press("Tab")
        assert page.evaluate(f"{DRAWN}[0].shadowRoot.activeElement.getAttribute('href')") == "https://example.org/pizza"
        assert page.get_by_label("Promise: Warm at the door").count() == 1


def test_a_page_that_a_script_puts_together_shows_it_too(home: Path, opened: Opened) -> None:
    """So do browsers that do not know the attribute; without scripts they show its words."""
    page = re.sub("shadowrootmode", "unknown", pages(home))
    assert opened(page).evaluate(f"{DRAWN}.map(one => one.shadowRoot.querySelectorAll('svg').length)") == [1] * 5
    assert "Service blueprint of “Have a pizza brought home”" in opened(page, scripts=False).inner_text("body")


def test_bootstrap_in_the_theme_of_mkdocs_leaves_the_boxes_alone(home: Path, opened: Opened) -> None:
    (home / "mkdocs.yml").write_text(CONFIG.replace("THEME", "mkdocs"))
    (home / "docs").mkdir()
    (home / "docs" / "index.md").write_text("# Pizza\n\n```journeys\n" + "\n".join(REQUESTS) + "\n```\n")
    done = build(home, "mkdocs", "build", "--strict")
    assert done.returncode == 0, done.stderr
    cards = "one => [...one.shadowRoot.querySelectorAll('rect.card')].map(e => e.getBoundingClientRect().height)"
    found = opened(home / "site" / "index.html").evaluate(f"{DRAWN}.map({cards})")
    assert len(found) == 5
    assert min(map(min, found)) > 10
    assert "attachShadow" not in (home / "site" / "search" / "search_index.json").read_text()


def test_a_book_has_no_shadow_roots_and_no_id_twice(home: Path) -> None:
    (home / "docs").mkdir()
    (home / "docs" / "conf.py").write_text('project = "Pizza"\nversion = "1"\nextensions = ["journeys.embed.sphinx"]\n')
    (home / "docs" / "index.rst").write_text("Pizza\n=====\n\n" + ".. journeys:: draw pizza --theme print\n\n" * 2)
    done = build(home, "sphinx", "-q", "-b", "epub", "docs", "out")
    assert done.returncode == 0, done.stderr
    page = (home / "out" / "index.xhtml").read_text()
    ids = re.findall(r' id="([^"]+)"', page)
    assert len(ids) == len(set(ids)) > 40
    assert "<template" not in page
    assert set(re.findall(r"url\(#([^)]+)\)", page)) <= set(ids)
