"""What a page asks for: the figures of all declared surveys, or why there are none."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from answered import LOYALTY, answers, on_disk, workspace

from journeys.api import load_workspace
from journeys.errors import UsageError
from journeys.surveys import Legend, Measurement, Unread, figures, measured

TODAY = date(2026, 7, 1)
SECTIONS = (
    LOYALTY
    + """\
  ease: {measure: Ease, of: Was it easy?, as: ces}
  calls: {measure: Calls a day}
surveys:
  first: {survey: First, file: first.csv, measure: loyalty}
  second: {survey: Second, file: [second.csv], measure: loyalty, questions: {good: Q1}, on: 2026-03-02}
  third: {survey: Third, file: gone.csv, measure: ease, follow_up: {file: calls.csv}}
  wishes: {survey: Wishes, file: wishes.csv}
"""
)


def test_the_files_of_all_surveys_of_a_measure_are_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    on_disk(tmp_path, SECTIONS)
    answers(tmp_path / "first.csv", [("5", "5", "5"), ("5", "1", "5")], ("good", "again", "tell"))
    answers(tmp_path / "second.csv", [("1", "5", "5"), ("", "", "")], ("Q1", "again", "tell"))
    found = figures(load_workspace(tmp_path), TODAY)
    assert list(found) == ["measure:loyalty", "measure:ease"]
    loyalty = found["measure:loyalty"]
    assert isinstance(loyalty, Measurement)
    assert (loyalty.figure.answers, loyalty.figure.value) == (3, pytest.approx(100 / 3))
    assert [(month.name, month.figure.answers) for month in loyalty.months] == [("2026-03", 1)]
    assert found["measure:ease"] == Unread("gone.csv cannot be read: No such file or directory")


def test_a_measure_that_lets_nobody_say_no_is_told_without_a_loop(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    on_disk(tmp_path, SECTIONS)
    answers(tmp_path / "gone.csv", [(3,), (5,)], ("Was it easy?",))
    space = load_workspace(tmp_path)
    ease = figures(space, TODAY)["measure:ease"]
    assert isinstance(ease, Measurement)
    assert (ease.figure.value, ease.loop) == (4, None)
    with pytest.raises(UsageError, match="nothing says who is not content by “Ease”"):
        measured(space, "ease", follow_up="calls.csv", today=TODAY)
    found = measured(space, "Ease", ["gone.csv"], legend=Legend(answers={"3": "none"}), today=TODAY)
    assert found.figure.value == 5


def test_texts_that_are_kept_nowhere_have_no_files() -> None:
    found = figures(workspace(SECTIONS), TODAY)
    why = "“First” names first.csv, and the workspace is kept in no folder: name the file"
    assert found["measure:loyalty"] == Unread(why)
