"""What the language calls views, themes and formats is what can be drawn, and no more is there than has a name."""

from __future__ import annotations

import re
from pathlib import Path

import blueprints
from blueprints.formats import FORMATS
from blueprints.themes.theme import theme
from blueprints.views.registry import kind_of
from journeys.language.model.drawn import THEMES, VIEWS

PACKAGE = Path(blueprints.__file__).parent


def test_every_view_that_there_is_has_a_name_in_the_language() -> None:
    declared = {
        path.stem for path in (PACKAGE / "views").glob("*.py") if re.search("^KIND = ", path.read_text("utf-8"), re.M)
    }
    assert {kind_of(name).make.__module__.rpartition(".")[2] for name in VIEWS} == declared
    titles = [kind_of(name).title for name in VIEWS]
    assert len(set(titles)) == len(titles)


def test_every_theme_of_the_language_is_there() -> None:
    assert [theme(name).name for name in THEMES] == list(THEMES)


def test_every_format_that_there_is_stands_in_the_table() -> None:
    rendering = {
        path.stem
        for path in (PACKAGE / "formats").glob("*.py")
        if re.search(r"^def render\(", path.read_text("utf-8"), re.M)
    }
    assert rendering == set(FORMATS)
