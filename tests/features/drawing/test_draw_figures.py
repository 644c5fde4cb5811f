"""`journeys draw --figures`: what the declared surveys say, at the steps where it is asked."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from journeys.surfaces.cli.program import program

JOURNEY = """\
journey: Get broadband
steps:
  - step: Order
    customer: Order
  - step: First evening
    customer: Watch a film
    end: true
"""
SHARED = """\
workspace: Fjordnet
measures:
  loyalty: {measure: Loyalty, all_of: {good: Was it good?, tell: Would you tell others?}%s}
surveys:
  evening: {survey: Evening, file: answers.csv, measure: loyalty, answers: {ja: yes, nein: no}}
governance:
  goals: [{goal: Loyal, measure: loyalty, at_least: 50%%}]
"""
AT = ", at: First evening"


def draw(folder: Path, *more: str) -> Result:
    arguments = ["draw", str(folder), "-o", str(folder / "out"), "--format", "text", "--no-dates", *more]
    return CliRunner().invoke(program, arguments, standalone_mode=False)


def written(folder: Path, rows: list[str], heading: str = "good,tell", at: str = AT) -> Path:
    (folder / "journeys.yaml").write_text(SHARED % at, "utf-8")
    (folder / "broadband.journey.yaml").write_text(JOURNEY, "utf-8")
    (folder / "answers.csv").write_text("\n".join([heading, *rows]) + "\n", "utf-8")
    return folder


def drawn(folder: Path) -> str:
    return (folder / "out" / "get-broadband.txt").read_text("utf-8")


def test_the_index_stands_where_it_is_asked(tmp_path: Path) -> None:
    result = draw(written(tmp_path, ["ja,ja"] * 40 + ["ja,nein"] * 60), "--figures")
    assert result.return_value == 0
    assert "Loyalty 40% (30.9% to 49.8%), 100 answers" in drawn(tmp_path).partition("First evening")[2]
    assert drawn(tmp_path).count("Loyalty") == 1


def test_it_is_drawn_only_when_asked_for(tmp_path: Path) -> None:
    draw(written(tmp_path, ["ja,ja"] * 40))
    assert "Loyalty" not in drawn(tmp_path)


def test_answers_that_name_their_step_stand_there_and_few_are_said(tmp_path: Path) -> None:
    rows = ["ja,ja,Order"] * 40 + ["nein,ja,First evening"] * 7
    assert draw(written(tmp_path, rows, "good,tell,step"), "--figures").return_value == 0
    order, _, evening = drawn(tmp_path).partition("First evening")
    assert "Loyalty 100% (91.2% to 100%), 40 answers" in order
    assert "Loyalty 0% (0% to 35.4%), 7 answers, few" in evening


@pytest.mark.parametrize(
    ("rows", "at", "why", "code"),
    [
        (["ja,ja"], "", "the figures of “Loyalty”: nothing says at which step it is asked", 0),
        (["keine Angabe,ja"], AT, "the figures of “Loyalty”: ", 1),
        ([], AT, "the figures of “Loyalty”: ", None),
    ],
)
def test_what_cannot_be_shown_is_told_and_the_rest_is_drawn(
    rows: list[str], at: str, why: str, code: int | None, tmp_path: Path
) -> None:
    result = draw(written(tmp_path, rows, at=at), "--figures")
    assert f"journeys: left out {why}" in result.output
    assert code is None or result.return_value == code
    assert "First evening" in drawn(tmp_path)


def test_without_a_survey_that_is_said(tmp_path: Path) -> None:
    (tmp_path / "broadband.journey.yaml").write_text(JOURNEY, "utf-8")
    result = draw(tmp_path, "--figures")
    assert "left out figures: no survey of a measure is declared" in result.output
    assert result.return_value == 0


def test_new_answers_are_drawn_anew(tmp_path: Path) -> None:
    written(tmp_path, ["ja,ja"] * 40)
    assert "drew" in draw(tmp_path, "--figures").output
    assert "same" in draw(tmp_path, "--figures").output
    written(tmp_path, ["ja,ja"] * 41)
    assert "drew" in draw(tmp_path, "--figures").output
