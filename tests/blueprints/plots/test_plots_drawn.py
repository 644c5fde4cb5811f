"""Plots in every theme and format, of whatever names, the same on every machine."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest
from plotted import read_plot, wrong
from some_plots import PLANE, TREND
from svg_geometry import SVG

from blueprints.layout.shapes import Rect, Text
from blueprints.plots import Feature, Plane, Point, Trend, plane_plot, plane_svg, trend_plot, trend_svg
from blueprints.plots.plot import Plot
from blueprints.themes.colours import AA, contrast
from blueprints.themes.theme import Company, Theme, theme
from journeys.errors import ToolError
from journeys.language.model.drawn import THEMES

BRANDED = Company(font="Comic Sans'; }", accent="#FFD400", text="#888888", background="#FFF8E0")
PLOTS = pytest.mark.parametrize(
    "plot", [lambda theme: trend_plot(TREND, theme), lambda theme: plane_plot(PLANE, theme)]
)
HOSTILE = (
    "$x^2$ $\\frac{1}{0}$",
    "<script>alert(1)</script>",
    '"><b onload=x>&amp;]]>',
    "a\x00b\x1b[31m\ud800\uffff",
    "x" * 10_000,
    "\u202egnp.exe\u202c",
    "",
    "   ",
    "word " * 2000,
    "日本" * 2000,
    "%s {0} \\N",
    "a\nb\rc\u2028d",
    "e\u0301\u200d🧑\u200d🚒",
)


@PLOTS
@pytest.mark.parametrize("name", [*THEMES, "company"])
def test_all_text_is_readable(plot: object, name: str) -> None:
    chosen: Theme = theme("light", BRANDED) if name == "company" else theme(name)
    made: Plot = plot(chosen)  # type: ignore[operator]
    inks = {shape.ink for group in made.scene.groups for shape in group.shapes if isinstance(shape, Text)}
    assert inks
    assert all(contrast(chosen.inks[ink], chosen.looks["page"].fill) >= AA for ink in inks)
    looks = {shape.look for group in made.scene.groups for shape in group.shapes if isinstance(shape, Rect)}
    # Marks are seen from 3 : 1 on (WCAG 2.2, 1.4.11).
    assert all(contrast(chosen.looks[look].stroke, chosen.looks["page"].fill) >= 3 for look in looks)
    assert wrong(read_plot(made.svg())) == []
    assert ("prefers-color-scheme" in made.svg()) == (name == "auto")


@PLOTS
def test_in_print_there_are_no_colours(plot: object) -> None:
    colours = set(re.findall(r"#[0-9a-fA-F]{6}", plot("print").svg()))  # type: ignore[operator]
    assert colours
    assert all(colour[1:3] == colour[3:5] == colour[5:] for colour in colours)


@PLOTS
def test_what_is_drawn_has_a_title_and_all_else_in_words(plot: object) -> None:
    root = ElementTree.fromstring(plot("light").svg())  # type: ignore[operator]
    assert root.get("role") == "graphics-document document"
    named = [root.find(f"{SVG}title"), root.find(f"{SVG}desc")]
    assert root.get("aria-labelledby") == " ".join(one.attrib["id"] for one in named if one is not None)
    assert all(one is not None and one.text for one in named)
    told = [one for one in root.iter(f"{SVG}g") if one.get("role") == "img"]
    assert len(told) in (5, 2)
    assert all(one.get("aria-label") == one.findtext(f"{SVG}title") for one in told)
    ids = [one.attrib["id"] for one in root.iter() if "id" in one.attrib]
    assert len(ids) == len(set(ids))
    assert not {"style", "clipPath", "use", "image", "metadata"} & {one.tag.removeprefix(SVG) for one in root.iter()}


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_whatever_things_are_called_is_text(text: str) -> None:
    made = (
        trend_svg(Trend(text, text, tuple(Point(text, 50, 40, 60, 40) for _ in range(4)), ((text, 30), (text, 70)))),
        plane_svg(Plane(text, tuple(Feature(text, 0.5, -0.4, text, 40) for _ in range(4)))),
    )
    for svg in made:
        svg.encode("utf-8")
        assert wrong(read_plot(svg)) == []
        tags = {element.tag.removeprefix(SVG) for element in ElementTree.fromstring(svg).iter()}
        assert tags <= {"svg", "title", "desc", "g", "path", "text", "polygon"}
        assert not re.search("[\x00-\x08\u202a-\u202e]", svg)
    if text.startswith("$"):
        assert text in read_plot(made[0]).said("title")


@PLOTS
def test_pictures_and_pages(plot: object) -> None:
    made: Plot = plot("light")  # type: ignore[operator]
    png = made.png(1.0)
    assert png.startswith(b"\x89PNG")
    width = int.from_bytes(png[16:20], "big")
    assert width == pytest.approx(made.scene.width * 96 / 72, abs=1)
    assert made.pdf().startswith(b"%PDF")
    assert made.png(1.0) == png


def test_an_unknown_theme_names_the_known_ones() -> None:
    with pytest.raises(ValueError, match="light, dark, print, contrast, auto"):
        trend_svg(TREND, "sepia")


_PROGRAM = """
import hashlib, sys
sys.path[:0] = sys.argv[1:]
from some_plots import PLANE, TREND
from blueprints.plots import plane_svg, trend_svg
print(hashlib.sha256((trend_svg(TREND) + plane_svg(PLANE, "auto")).encode()).hexdigest())
"""


def test_the_same_bytes_whatever_the_machine_and_the_readers_settings_are(tmp_path: Path) -> None:
    own = tmp_path / "matplotlibrc"
    own.write_text(
        "path.sketch: 3, 20, 10\nlines.linewidth: 9\nfigure.dpi: 300\naxes.autolimit_mode: round_numbers\nno.such: 3\n"
    )
    folders = [str(Path(__file__).parent), str(Path(__file__).parents[3])]
    settings = (
        {"PYTHONHASHSEED": "1", "TZ": "Asia/Tokyo", "LC_ALL": "tr_TR.UTF-8", "MATPLOTLIBRC": str(own)},
        {"PYTHONHASHSEED": "2", "TZ": "America/Lima", "LC_ALL": "C", "SOURCE_DATE_EPOCH": "1"},
    )  # fmt: skip
    made = [
        subprocess.run(
            [sys.executable, "-c", _PROGRAM, *folders],
            env=os.environ | more,
            capture_output=True,
            check=True,
            text=True,
        )
        for more in settings
    ]
    assert made[0].stdout == made[1].stdout
    assert [one.stderr for one in made] == ["", ""]


def test_the_readers_own_settings_of_matplotlib_stay_theirs() -> None:
    import matplotlib

    with matplotlib.rc_context({"lines.linewidth": 7.0, "axes.autolimit_mode": "round_numbers"}):
        svg = trend_svg(TREND)
        assert matplotlib.rcParams["lines.linewidth"] == 7.0
        assert matplotlib.rcParams["axes.autolimit_mode"] == "round_numbers"
    assert svg == trend_svg(TREND)


def test_without_matplotlib_the_command_that_installs_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("blueprints.plots.alone.installed", lambda _: False)
    with pytest.raises(ToolError, match=re.escape("pip install 'journeys[plots]'")):
        trend_svg(TREND)
    with pytest.raises(ToolError, match=re.escape("pip install 'journeys[plots]'")):
        plane_svg(PLANE)
