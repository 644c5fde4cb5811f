"""Hostile names in every format: they are shown, and nothing comes of them."""

from __future__ import annotations

import json
import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from html.parser import HTMLParser

import pytest
from effort import tries
from hypothesis import given, settings
from markdown_it import MarkdownIt
from random_views import TEXTS
from seen import EXAMPLES, HOSTILE, example, hostile

from blueprints.drawing import Drawing
from blueprints.formats.markdown import escaped
from blueprints.layout.text import clean
from blueprints.themes.theme import theme

hostile_names = pytest.mark.parametrize("text", HOSTILE)


class Page(HTMLParser):
    """The tags, attributes and texts of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self._open = ""
        self.attributes: list[tuple[str, str]] = []
        self.within: dict[str, list[str]] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self._open = tag
        self.attributes += [(name, value or "") for name, value in attrs]
        self.within.setdefault(tag, []).append("")

    def handle_data(self, data: str) -> None:
        if self._open:
            self.within[self._open][-1] += data

    def handle_endtag(self, tag: str) -> None:
        self._open = ""


def page_of(drawing: Drawing) -> Page:
    """A drawing's page, parsed."""
    page = Page()
    page.feed(replace(drawing, chains={"x": ("y",)}).render("html").decode())
    page.close()
    return page


ALLOWED = {
    *("html", "head", "meta", "title", "style", "body", "header", "h1", "label", "input", "output", "div", "button"),
    *("aside", "h2", "p", "ul", "li", "span", "bdi", "small", "main", "script"),
    *("svg", "desc", "g", "text", "rect", "polygon", "path", "ellipse", "polyline", "pattern", "defs", "line"),
}


@hostile_names
def test_a_page_holds_no_markup_of_others(text: str) -> None:
    page = page_of(Drawing(hostile(text)))
    assert set(page.tags) <= ALLOWED
    assert page.tags.count("script") == 3
    assert not [name for name, _ in page.attributes if name.startswith("on") or name == "style"]
    assert "a" not in page.tags
    assert clean(text) in (page.within["h1"][0], page.within["h1"][0].strip())
    lines = json.loads(page.within["script"][0])["cards"]
    assert all(clean(text) in card[0] for card in lines)


@pytest.mark.parametrize("name", ["light", "auto", "dark", "print"])
def test_a_page_runs_and_styles_nothing_but_its_own(name: str) -> None:
    page = page_of(Drawing(example(EXAMPLES[0], "blueprint"), theme(name)))
    policy = next(value for key, value in page.attributes if value.startswith("default-src"))
    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy
    for part in (*page.within["style"], *page.within["script"][1:]):
        digest = b64encode(sha256(part.encode("utf-8")).digest()).decode("ascii")
        assert f"'sha256-{digest}'" in policy
    assert not [value for key, value in page.attributes if key in ("src", "srcset")]


@given(TEXTS)
@settings(max_examples=tries(40))
def test_any_mixture_stays_text_in_a_page(text: str) -> None:
    page = page_of(Drawing(hostile(text)))
    assert set(page.tags) <= ALLOWED
    assert page.tags.count("script") == 3


@hostile_names
def test_markdown_shows_names_as_they_are(text: str) -> None:
    parser = MarkdownIt("gfm-like", {"linkify": False})
    tokens = parser.parseInline(escaped(text))[0].children or []
    assert {token.type for token in tokens} <= {"text", "text_special", "html_inline"}
    assert {token.content for token in tokens if token.type == "html_inline"} <= {"<!-- -->"}
    shown = "".join(token.content for token in tokens if token.type != "html_inline")
    assert " ".join(shown.split()) == clean(text)


@hostile_names
def test_a_markdown_table_keeps_its_shape(text: str) -> None:
    tokens = MarkdownIt("commonmark").enable("table").parse(Drawing(hostile(text)).render("markdown").decode())
    widths: list[int] = []
    for token in tokens:
        if token.type == "tr_open":
            widths.append(0)
        elif token.type in ("th_open", "td_open"):
            widths[-1] += 1
    assert widths[:3] == [3, 3, 3]
    assert {token.type for token in tokens} & {"html_block", "code_block", "fence", "hr", "lheading_open"} == set()


@hostile_names
def test_words_hold_no_controls(text: str) -> None:
    told = Drawing(hostile(text)).render("text").decode()
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", told)
    assert clean(text) in told


@hostile_names
def test_geometry_holds_names_as_they_are(text: str) -> None:
    content = json.loads(Drawing(hostile(text)).render("json"))
    assert content["title"] == text
    assert {card["text"] for card in content["cards"]} == {text}


@pytest.mark.parametrize("link", ["javascript:alert(1)", "data:text/html,x", "//evil.example"])
@pytest.mark.parametrize("name", ["markdown", "mermaid", "html"])
def test_only_harmless_links_are_kept(name: str, link: str) -> None:
    assert link not in Drawing(hostile("x", link)).render(name).decode()
    assert "https://example.com/a" in Drawing(hostile("x", "https://example.com/a")).render(name).decode()
