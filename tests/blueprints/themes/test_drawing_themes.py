"""Every theme: all text readable, and every role given a look."""

from __future__ import annotations

import re
from itertools import cycle

import pytest
from repository import EXAMPLES
from svg_geometry import read

import blueprints
from blueprints import Mark, PromiseState
from blueprints.drawing import Drawing
from blueprints.layout.shapes import Box, Rect, Text
from blueprints.themes.colours import AA, contrast, readable
from blueprints.themes.theme import Company, Theme, theme
from journeys import api
from journeys.language.model.drawn import THEMES

BRANDED = Company(font="Comic Sans'; }", accent="#FFD400", text="#888888", background="#FFF8E0")


def full_drawing(name: str) -> Drawing:
    """An example with marks of both severities and promises in every state."""
    journey = api.load(EXAMPLES / name)
    severities, states = cycle(("error", "warning")), cycle(("sound", "assumed", "unproven", "broken"))
    marks = [Mark(action.id, "O101", f"Said of {action.name}", next(severities)) for action in journey.actions[::3]]  # type: ignore[arg-type]
    promises = [PromiseState(node.id, next(states), ("P1",), "1 day") for node in journey.promise_nodes[1:]]  # type: ignore[arg-type]
    return blueprints.draw(journey, findings=marks, promises=promises)


def unreadable(drawing: Drawing, chosen: Theme) -> list[str]:
    """Texts with too little contrast to the topmost box behind them."""
    grounds: list[tuple[Box, str]] = [(Box(0, 0, 1e9, 1e9), "page")]
    found = []
    for group in drawing.scene.groups:
        for shape in group.shapes:
            if isinstance(shape, Rect):
                grounds.append((shape.box, shape.look))
            elif isinstance(shape, Text):
                look = next(look for box, look in reversed(grounds) if _around(box, shape.box))
                ratio = contrast(chosen.inks[shape.ink], chosen.looks[look].fill)
                if ratio < AA:
                    found.append(f"{shape.ink} on {look}: {ratio:.1f}")
    return sorted(set(found))


def _around(outer: Box, inner: Box) -> bool:
    x, y = inner.centre
    return outer.x <= x <= outer.right and outer.y <= y <= outer.bottom


@pytest.fixture(scope="module")
def drawing() -> Drawing:
    return full_drawing("benefits")


@pytest.mark.parametrize("name", THEMES)
def test_all_text_is_readable(name: str, drawing: Drawing) -> None:
    assert unreadable(drawing, theme(name)) == []


def test_company_colours_stay_readable(drawing: Drawing) -> None:
    assert unreadable(drawing, theme("light", BRANDED)) == []


@pytest.mark.parametrize("background", ["#000000", "#112233", "#808080", "#FF00AA", "#FFD800"])
def test_a_companys_ground_stays_readable(background: str, drawing: Drawing) -> None:
    assert unreadable(drawing, theme("light", Company(background=background, accent="#FFD800"))) == []


def test_auto_is_readable_in_the_dark_too(drawing: Drawing) -> None:
    css = theme("auto").css
    dark = theme("dark")
    for role, ink in dark.inks.items():
        assert f"text.ink-{role}{{fill:{ink}}}" in css
    assert css.startswith("@media (prefers-color-scheme:dark){")


@pytest.mark.parametrize("name", THEMES)
def test_a_theme_draws(name: str, drawing: Drawing) -> None:
    svg = Drawing(drawing.view, theme(name)).svg()
    assert len(read(svg).of("card")) == len(drawing.view.cards)
    assert ("prefers-color-scheme" in svg) == (name == "auto")
    assert ("<pattern" in svg) == (name == "print")


def test_print_has_no_colours(drawing: Drawing) -> None:
    svg = Drawing(drawing.view, theme("print")).svg()
    colours = set(re.findall(r"#[0-9a-fA-F]{6}", svg))
    assert colours
    assert all(len({colour[n : n + 2].lower() for n in (1, 3, 5)}) == 1 for colour in colours)


def test_a_company_font_comes_first_and_cannot_break_out(drawing: Drawing) -> None:
    svg = Drawing(drawing.view, theme("light", BRANDED)).svg()
    assert "font-family=\"'Comic Sans', Inter" in svg
    assert 'textLength="' in svg


def test_an_unknown_theme_names_the_known_ones() -> None:
    with pytest.raises(ValueError, match="light, dark, print, contrast, auto"):
        theme("sepia")


def test_readable_moves_an_ink_no_further_than_it_must() -> None:
    assert readable("#1B2433", "#FFFFFF") == "#1B2433"
    assert contrast(readable("#FFD400", "#FFFFFF"), "#FFFFFF") >= AA
