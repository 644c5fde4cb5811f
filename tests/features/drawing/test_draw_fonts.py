"""Pictures of letters that no font here has, and pictures that are not what was drawn."""

from __future__ import annotations

import json
import warnings
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import blueprints
from blueprints.formats.glyphs import lacking, said_lacking
from blueprints.layout.scripts import script_of
from journeys.api import load
from journeys.surfaces.cli.program import program

NOWHERE = "\U000f0000"
"""A character for private use: no font has it."""
JAPANESE = "新しい住所を入力する"


def draw(*arguments: object) -> Result:
    return CliRunner().invoke(program, ["draw", *map(str, arguments)], catch_exceptions=False, standalone_mode=False)


def journey(folder: Path, text: str) -> Path:
    file = folder / "a.journey.yaml"
    file.write_text(f"journey: Ask\nid: a\nsteps: [{{step: Ask, note: {NOWHERE}, customer: '{text}'}}]\n", "utf-8")
    return file


@pytest.mark.parametrize("format_", ["png", "pdf"])
def test_a_picture_with_empty_boxes_says_so_and_fails_each_time(tmp_path: Path, format_: str) -> None:
    file = journey(tmp_path, f"Ask {NOWHERE}")
    for word in ("drew", "same"):
        done = draw(file, "-o", tmp_path / "out", "--format", format_)
        picture = tmp_path / "out" / f"a.{format_}"
        assert done.stdout == f"{word} {picture}\n"
        assert f"journeys: {picture} has empty boxes: no font on this machine has U+F0000" in done.stderr
        assert done.return_value == 1


@pytest.mark.parametrize("format_", ["svg", "html", "text"])
def test_what_the_readers_fonts_show_is_not_complained_of(tmp_path: Path, format_: str) -> None:
    done = draw(journey(tmp_path, f"Ask {NOWHERE}"), "-o", tmp_path / "out", "--format", format_)
    assert (done.stderr, done.return_value) == ("", 0)


def test_what_is_shown_and_has_a_font_is_not_complained_of(tmp_path: Path) -> None:
    """A note is no part of the picture."""
    done = draw(journey(tmp_path, "Ask, Ærø, Ωραία, Ещё – “so” €"), "-o", tmp_path / "out", "--format", "png")
    assert (done.stderr, done.return_value) == ("", 0)


def test_the_fonts_and_packages_that_bring_a_script_are_named() -> None:
    scripts = [script_of(letter, "JP") for letter in "住所の한गב😀"]
    assert said_lacking(scripts) == (
        "has empty boxes: no font on this machine has Chinese characters, Japanese kana, Korean, Devanagari, "
        "Hebrew and emoji; install Noto Sans CJK JP, Noto Sans CJK KR, Noto Sans Devanagari, Noto Sans Hebrew and "
        "Noto Color Emoji (Debian, Ubuntu: `apt install fonts-noto-cjk fonts-noto-core fonts-noto-color-emoji`), "
        "or draw as svg"
    )


def test_in_python_it_is_a_warning(tmp_path: Path) -> None:
    drawing = blueprints.draw(load(journey(tmp_path, f"Ask {NOWHERE}")))
    with pytest.warns(UserWarning, match="the png has empty boxes"):
        drawing.png()
    with pytest.warns(UserWarning, match="the pdf has empty boxes"):
        drawing.save(tmp_path / "a.pdf")
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        drawing.save(tmp_path / "a.svg")


def test_japanese_is_told_of_where_it_is_lacking(tmp_path: Path) -> None:
    drawing = blueprints.draw(load(journey(tmp_path, JAPANESE)))
    if not lacking(drawing):
        pytest.skip("this machine has a Japanese font")
    assert [one.said for one in lacking(drawing)] == ["Chinese characters", "Japanese kana"]


def test_a_picture_that_is_not_what_was_drawn_is_drawn_again(tmp_path: Path) -> None:
    file, out = journey(tmp_path, "Ask"), tmp_path / "out"
    words = (file, "-o", out, "--format", "png", "--format", "svg")
    draw(*words)
    picture = out / "a.png"
    whole = picture.read_bytes()
    for damaged in (whole[: len(whole) // 2], b"", whole + b"x"):
        picture.write_bytes(damaged)
        assert draw(*words).stdout == f"drew {picture}\nsame {out / 'a.svg'}\n"
        assert picture.read_bytes() == whole
    (out / "a.svg").write_text("<svg/>")
    assert draw(*words).stdout == f"same {picture}\ndrew {out / 'a.svg'}\n"


def test_a_memory_of_another_form_is_no_obstacle(tmp_path: Path) -> None:
    file, out = journey(tmp_path, "Ask"), tmp_path / "out"
    draw(file, "-o", out)
    (out / ".drawings.json").write_text(json.dumps({"a.svg": "1" * 32}))
    assert draw(file, "-o", out).stdout.startswith("drew")
    assert draw(file, "-o", out).stdout.startswith("same")
