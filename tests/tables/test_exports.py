"""What services write below their headings is not taken for answers."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from journeys.tables import Row, Table, open_table


def opened(folder: Path, *rows: tuple[str, ...]) -> Table:
    with (folder / "t.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    return open_table(folder / "t.csv")


@pytest.mark.parametrize(
    "id_", ['{"ImportId":"QID1"}', "{'ImportId': 'QID1'}", '{"ImportId":"startDate","timeZone":"Z"}']
)
def test_qualtrics_writes_its_questions_and_ids_below(tmp_path: Path, id_: str) -> None:
    table = opened(tmp_path, ("ResponseId", "Q1"), ("Response ID", "How was\nit?"), ("", id_), ("R_1", "4"))
    assert (table.headings, table.line) == (("ResponseId", "Q1"), 1)
    assert table.notes == ("the rows with Qualtrics' questions and ids below the headings are no answers",)
    assert list(table.rows()) == [Row(5, ("R_1", "4"))]


def test_qualtrics_wrote_its_questions_below(tmp_path: Path) -> None:
    table = opened(tmp_path, ("V1", "Q1"), ("ResponseID", "How was it?"), ("R_1", "4"))
    assert list(table.rows()) == [Row(3, ("R_1", "4"))]


def test_surveymonkey_parts_a_question_into_its_answers(tmp_path: Path) -> None:
    table = opened(
        tmp_path,
        ("Respondent ID", "Date", "Which did you use?", "", "", "Why?", "Again?"),
        ("", "", "App", "Web", "Other (please specify)", "Open-Ended Response", "Response"),
        ("1", "2026-03-02", "App", "", "", "Fast", "Yes"),
    )
    assert table.headings == (
        "Respondent ID", "Date", "Which did you use?: App", "Which did you use?: Web",
        "Which did you use?: Other (please specify)", "Why?", "Again?",
    )  # fmt: skip
    assert table.notes == ("SurveyMonkey's two rows of headings are read as one: `question: answer`",)
    assert list(table.rows()) == [Row(3, ("1", "2026-03-02", "App", None, None, "Fast", "Yes"))]


def test_surveymonkey_is_known_by_a_row_without_a_respondent(tmp_path: Path) -> None:
    table = opened(tmp_path, ("RespondentID", "Which?", "", ""), ("", "App", "Web", ""), ("1", "App", "", ""))
    assert table.headings == ("RespondentID", "Which?: App", "Which?: Web")


def test_answers_that_only_look_like_headings_are_answers(tmp_path: Path) -> None:
    rows = (("Nr", "Q1", "Q2"), ("", "Response", "no"), ("V1", "ResponseID", "x"))
    assert [row.line for row in opened(tmp_path, *rows).rows()] == [2, 3]
