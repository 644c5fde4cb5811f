"""Measuring against the fonts themselves, and wrapping."""

from __future__ import annotations

from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st

import blueprints.layout.text as subject
from blueprints.layout.text import clean, measure, right_to_left, wrap

FONTS = Path(subject.__file__).parents[1] / "fonts"
LIBERATION = Path("/usr/share/fonts/truetype/liberation")


def advances(path: Path) -> dict[str, float]:
    font = TTFont(path)
    metrics, unit = font["hmtx"].metrics, font["head"].unitsPerEm
    return {chr(code): metrics[name][0] / unit for code, name in font.getBestCmap().items()}


@pytest.mark.parametrize(("name", "bold"), [("Inter-Regular.ttf", False), ("Inter-SemiBold.ttf", True)])
def test_no_character_is_wider_in_the_shipped_font_than_measured(name: str, bold: bool) -> None:
    widths = advances(FONTS / name)
    assert len(widths) > 1400
    wider = [one for one, width in widths.items() if one.isprintable() and width > measure(one, 1, bold) + 0.0011]
    assert [one for one in wider if subject.unicodedata.category(one) not in ("Mn", "Me", "Cf")] == []


@pytest.mark.skipif(not LIBERATION.is_dir(), reason="Liberation Sans is not installed")
@pytest.mark.parametrize(("name", "bold"), [("LiberationSans-Regular.ttf", False), ("LiberationSans-Bold.ttf", True)])
def test_no_latin_text_is_wider_in_helvetica(name: str, bold: bool) -> None:
    widths = advances(LIBERATION / name)
    text = "The quick brown fox — Größe, naïve, Œuvre, Ελλάδα, Москва 0123456789"
    assert sum(widths[one] for one in text) <= measure(text, 1, bold)


@pytest.mark.parametrize(
    ("text", "ems"),
    [("漢字", 2.0), ("e\u0301", measure("e", 1)), ("👩\u200d👩\u200d👧", 1.26), ("", 0.0), ("\u200b", 0.0)],
)
def test_width_of_other_scripts(text: str, ems: float) -> None:
    assert measure(text, 1) == pytest.approx(ems)


@given(st.text(max_size=200), st.floats(30, 300))
def test_wrapped_text_fits_and_nothing_is_lost(text: str, width: float) -> None:
    lines = wrap(text, width, 10)
    assert "".join("".join(lines).split()) == "".join(clean(text).split())
    for line in lines:
        pieces = list(subject.graphemes(line))
        assert measure(line, 10) <= width + 1e-6 or len(pieces) == 1


def test_lines_break_at_spaces_then_in_long_words() -> None:
    assert wrap("Place the order online", 70, 10) == ("Place the", "order online")
    assert len(wrap("x" * 100, 50, 10)) > 5
    assert all(not line.startswith(("、", "。")) for line in wrap("お客様に、電話。", 40, 10))


def test_combining_accents_stay_with_their_letter() -> None:
    assert all(not line.startswith("\u0301") for line in wrap("e\u0301" * 40, 30, 10))


def test_direction_is_that_of_the_first_strong_character() -> None:
    assert right_to_left("123 שלום")
    assert right_to_left("العميل calls")
    assert not right_to_left("Call العميل")


def test_what_cannot_be_shown_is_taken_out() -> None:
    assert clean("a\x00b\n\tc\u202ed\ud800\ufffe\x1b[31m") == "ab cd[31m"
