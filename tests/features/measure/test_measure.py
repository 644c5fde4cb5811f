"""`journeys measure`: what it prints, asks for, saves, and does not show."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from answered import LOYALTY, answers, on_disk

Ask = Callable[..., Any]
GOALS = """\
governance:
  authority: cxo
  goals:
    - {goal: Half are loyal, owner: cxo, measure: loyalty, at_least: 50%, until: 2026-12-31}
    - {goal: Nearly all are, owner: cxo, measure: loyalty, at_least: 90%, until: 2026-03-01}
    - {goal: Some are, owner: cxo, measure: loyalty, at_least: 20%, at_most: 80%}
    - {goal: More than before, owner: cxo, measure: loyalty}
"""
SURVEY = """\
surveys:
  second-evening:
    survey: The second evening
    file: surveys/loyalty.csv
    measure: loyalty
    columns: {respondent: Nr, when: Datum, segment: Kunde, step: Schritt}
    questions: {good: F1, again: F2, tell: F3}
    answers: {ja: yes, nein: no}
    follow_up: {file: surveys/calls.csv, respondent: Nr, when: Tag}
"""
HEADINGS = ("Nr", "Datum", "Kunde", "Schritt", "F1", "F2", "F3", "Warum?")


def rows(count: int = 40) -> list[Sequence[str]]:
    """Of each five three say yes to all, one says no to the second question alone, one to all."""
    said = [("ja", "ja", "ja")] * 3 + [("ja", "nein", "ja"), ("nein", "nein", "nein")]
    return [
        (
            f"K{number}",
            f"{number % 28 + 1:02}.{number % 2 + 1:02}.2026",
            "neu" if number % 4 else "alt",
            "First evening",
            *said[number % 5],
            "Secret words",
        )
        for number in range(count)
    ]


def declared(folder: Path, sections: str = LOYALTY + GOALS + SURVEY, count: int = 40) -> None:
    on_disk(folder, sections)
    answers(folder / "surveys" / "loyalty.csv", rows(count), HEADINGS)
    answers(folder / "surveys" / "calls.csv", [("K3", "05.02.2026"), ("K4", "20.01.2026")], ("Nr", "Tag"))


def test_the_surveys_of_a_workspace_are_told_without_any_word(ask: Ask, tmp_path: Path) -> None:
    declared(tmp_path)
    assert ask("measure", "--today", "2026-04-01").out.splitlines() == [
        "Loyalty: 60% say yes to all (44.6% to 73.7%, 95% sure), of 40 responses",
        "  answered from 2026-01-01 to 2026-02-28",
        "  asked at “First evening”; owner: Head of experience",
        "",
        "By question",
        "  QUESTION                YES  INTERVAL        ANSWERS     THE ONLY NO OF",
        "  Was it good?            80%  65.2% to 89.5%  40          0",
        "  Again?                  60%  44.6% to 73.7%  40          8",
        "  Would you tell others?  80%  65.2% to 89.5%  40          0",
        "  “Again?” costs most: it is the only no of 8 responses; a yes there would make it 80%",
        "",
        "By month",
        "  MONTH               YES TO ALL  INTERVAL        ANSWERS",
        "  2026-01             60%         38.7% to 78.1%  20       few",
        "  2026-02             60%         38.7% to 78.1%  20       few",
        "",
        "By segment",
        "  SEGMENT             YES TO ALL  INTERVAL        ANSWERS",
        "  alt                 60%         31.3% to 83.2%  10       few",
        "  neu                 60%         42.3% to 75.4%  30",
        "",
        "By step",
        "  STEP                YES TO ALL  INTERVAL        ANSWERS",
        "  First evening       60%         44.6% to 73.7%  40",
        "",
        "Goals",
        "  Half are loyal: CANNOT BE TOLD (at least 50% by 2026-12-31; its day is in 274 days; the interval",
        "    reaches to both sides of it)",
        "  Nearly all are: NOT REACHED (at least 90% by 2026-03-01; its day was 31 days ago)",
        "  Some are: REACHED (at least 20% and at most 80%)",
        "  More than before: CANNOT BE TOLD (it names no number (`at_least`, `at_most`))",
        "",
        "Those who said no",
        "  Customer care owes them a call within 2 working days",
        "  16 responses with a no: 14 overdue, 1 late, 1 in time; called in time: 1 of 16 (6%)",
        "",
        "Read: surveys/loyalty.csv, 40 rows: good from “F1”, again from “F2”, tell from “F3”, respondent",
        "  from “Nr”, when from “Datum”, segment from “Kunde”, step from “Schritt”",
    ]


def test_few_answers_get_no_verdict(ask: Ask, tmp_path: Path) -> None:
    declared(tmp_path, count=20)
    said = ask("measure", "--today", "2026-04-01").out
    assert "of 20 responses (few: no verdict)" in said
    assert " ".join(said.split()).count("20 answers, and fewer than 30 are few)") == 3
    assert "REACHED" not in said


def test_who_said_no_is_named_only_where_that_is_asked_for(ask: Ask, tmp_path: Path) -> None:
    declared(tmp_path)
    today = ("--today", "2026-01-21", "--since", "2026-01-19")
    said = ask("measure", *today, "--who").out.partition("Those who said no")[2].splitlines()
    assert said[3:6] == [
        "  WHO                 SAID NO     TO                 DUE         CALLED",
        "  K18                 2026-01-19  again              2026-01-21              open",
        "  K24                 2026-01-25  good, again, tell  2026-01-27              open",
    ]
    for format_ in ("text", "json", "csv", "markdown"):
        plain = ask("measure", "--today", "2026-04-01", "--format", format_).out
        assert not re.search(r"\bK\d|Secret", plain)
        assert "Secret" not in ask("measure", "--who", "--today", "2026-04-01", "--format", format_).out


def test_who_said_no_is_listed_where_nobody_was_called_yet(ask: Ask, tmp_path: Path) -> None:
    on_disk(tmp_path, LOYALTY + "  ease: {measure: Ease, of: Was it easy?, as: ces}\n")
    answers(tmp_path / "a.csv", [("K1", "5", "1", "5"), ("K2", "5", "5", "5")], ("respondent", "good", "again", "tell"))
    asked = ("measure", "a.csv", "--of", "loyalty")
    assert "Those who said no" not in ask(*asked).out
    (row,) = csv.DictReader(io.StringIO(ask(*asked, "--who", "--format", "csv").out))
    assert (row["respondent"], row["state"], row["owner"]) == ("K1", "no day to count from", "care")
    answers(tmp_path / "b.csv", [("5", "1", "5")], ("good", "again", "tell"))
    assert "no column says who answered" in ask("measure", "b.csv", "--of", "loyalty", "--who").err
    assert "nothing says who is not content by “Ease”" in ask("measure", "b.csv", "--of", "ease", "--who").err


def test_calls_are_saved_with_the_survey(ask: Ask, tmp_path: Path) -> None:
    on_disk(tmp_path)
    headings = ("respondent", "when", "good", "again", "tell")
    answers(tmp_path / "a.csv", [("K1", "2026-01-05", "5", "1", "5")], headings)
    answers(tmp_path / "calls.csv", [("K1", "2026-01-06")], ("Nr", "Tag"))
    columns = ("--column", "follow_up.respondent=Nr", "--column", "follow_up.when=Tag")
    first = ask("measure", "a.csv", "--follow-up", "calls.csv", *columns, "--save", "first")
    assert (
        "first: {survey: First, file: a.csv, measure: loyalty, follow_up: {file: calls.csv, respondent: Nr, when: Tag}}"
        in (tmp_path / "journeys.yaml").read_text("utf-8")
    )
    assert ask("measure", "--who").out == first.out


def test_the_list_says_whether_the_call_came_in_its_time(ask: Ask, tmp_path: Path) -> None:
    declared(tmp_path)
    answers(
        tmp_path / "calls.csv",
        [
            ("K3", "2026-02-01"),
            ("K3", "2026-02-06 10:00"),
            ("K4", "2026-01-08"),
            ("K8", "2026-01-12"),
            ("", "2026-01-12"),
            ("K9", ""),
        ],
        ("customer", "called on"),
    )
    found = ask("measure", "--follow-up", "calls.csv", "--today", "2026-02-03", "--format", "csv")
    listed = {row["respondent"]: row for row in csv.DictReader(io.StringIO(found.out))}
    # Wednesday the 4th of February and two working days, Monday the 5th of January …
    assert (listed["K3"]["due"], listed["K3"]["state"]) == ("2026-02-06", "in time")
    assert (listed["K4"]["due"], listed["K4"]["called"], listed["K4"]["days late"]) == ("2026-01-07", "2026-01-08", "1")
    assert (listed["K8"]["due"], listed["K8"]["state"]) == ("2026-01-13", "in time")
    assert (listed["K9"]["due"], listed["K9"]["state"]) == ("2026-02-12", "open")
    assert (listed["K14"]["due"], listed["K14"]["state"], listed["K14"]["days late"]) == ("2026-01-19", "overdue", "15")
    assert listed["K4"]["to"] == "good; again; tell"
    assert {row["owner"] for row in listed.values()} == {"care"}
    loop = json.loads(ask("measure", "--follow-up", "calls.csv", "--today", "2026-02-03", "--format", "json").out)
    loop = loop["measures"][0]["loop"]
    assert loop["notes"] == ["calls.csv: 2 rows left out that name nobody or no day, the first in line 6"]
    assert (loop["in_time"], loop["of"]) == (2, sum(loop["counts"][state] for state in ("in time", "late", "overdue")))


@pytest.mark.parametrize(
    ("said_no", "called", "within", "due", "state"),
    [
        ("2026-01-09 16:00", "2026-01-13 15:59", "2 working days", "2026-01-13 16:00", "in time"),
        ("2026-01-09 16:00", "2026-01-13 16:01", "2 working days", "2026-01-13 16:00", "late"),
        ("2026-01-09 16:00", "2026-01-13", "2 working days", "2026-01-13 16:00", "in time"),
        ("2026-01-09 16:00", "2026-01-12 09:30", "2 working hours", "2026-01-12 10:00", "in time"),
        ("2026-01-09", "2026-01-12 23:00", "2 working hours", "2026-01-12", "in time"),
        ("2026-01-31 08:00", "2026-02-28 08:00", "1 month", "2026-02-28 08:00", "in time"),
        ("2026-01-09 08:00", "2026-01-09 12:00:01", "4 h", "2026-01-09 12:00", "late"),
        ("2026-01-09 08:00", "2026-01-09 07:00", "4 h", "2026-01-09 12:00", "overdue"),
        ("2026-01-09", "2026-01-10", "", "", "called back"),
        ("2026-01-09", "2026-01-08", "", "", "open"),
        ("", "2026-01-08", "4 h", "", "no day to count from"),
    ],
)
def test_a_call_is_due_by_the_calendar(
    ask: Ask, tmp_path: Path, said_no: str, called: str, within: str, due: str, state: str
) -> None:
    by = f"{{by: care, within: {within}}}" if within else "{by: care}"
    on_disk(tmp_path, LOYALTY.replace("{by: care, within: 2 working days}", by))
    answers(tmp_path / "a.csv", [("K1", said_no, "1", "5", "5")], ("respondent", "when", "good", "again", "tell"))
    answers(tmp_path / "calls.csv", [("K1", called)], ("respondent", "when"))
    asked = ("measure", "a.csv", "--follow-up", "calls.csv", "--today", "2026-06-01", "--format", "csv")
    (row,) = csv.DictReader(io.StringIO(ask(*asked).out))
    assert (row["due"], row["state"]) == (due, state)


def test_what_is_asked_for_is_said_with_the_command_and_saved(ask: Ask, tmp_path: Path) -> None:
    on_disk(tmp_path)
    answers(tmp_path / "surveys" / "it's.csv", rows(), HEADINGS)
    first = ask("measure", "surveys/it's.csv", "--of", "loyalty", "--column", "respondent=Nr")
    assert first.code == 2
    assert first.err == (
        "journeys: surveys/it's.csv: no column is called “good” or “Was it good?”, “again” or “Again?”, “tell” or "
        "“Would you tell others?”; the columns are “Nr”, “Datum”, “Kunde”, “Schritt”, “F1”, “F2”, “F3”, “Warum?”; if "
        "they are there, name these, too: --column when=… --column segment=… --column step=…. Say it with: journeys "
        "measure 'surveys/it'\"'\"'s.csv' --of loyalty --column respondent=Nr --save NAME --column good=… "
        "--column again=… --column tell=…\n"
    )
    columns = [word for pair in ("good=F1", "again=F2", "tell=F3", "when=Datum") for word in ("--column", pair)]
    told = ("measure", "surveys/it's.csv", *columns, "--save", "second-evening")
    assert "by “ja” (88), “nein” (32); each can mean a mark from 1 to 5, yes, no" in ask(*told).err
    assert "surveys:" not in (tmp_path / "journeys.yaml").read_text("utf-8")
    done = ask(*told, "--answer", "ja=yes", "--answer", "nein=no")
    assert (done.code, done.err) == (0, "journeys.yaml: survey “second-evening” saved\n")
    assert done.out.startswith("Loyalty: 60% say yes to all")
    after = ask("measure")
    assert after.out == done.out
    again = ask(*told, "--answer", "ja=yes", "--answer", "nein=no")
    assert (again.code, "has a survey of that name already" in again.err) == (2, True)


def test_which_measure_is_meant_is_asked_and_a_workspace_may_be_named(ask: Ask, tmp_path: Path) -> None:
    two = LOYALTY + "  nps: {measure: Recommended, of: Would you?, as: nps}\n"
    (tmp_path / "a").mkdir()
    on_disk(tmp_path / "a", two)
    answers(tmp_path / "b.csv", [("9",)] * 3, ("Would you?",))
    assert "say --of loyalty or --of nps" in ask("measure", "a", "b.csv").err
    found = ask("measure", "b.csv", "a", "--of", "Recommended")
    assert found.out.startswith("Recommended: 100.0, of 3 responses (few: no verdict)\n")
    assert "no survey of a measure is declared: name a file of answers" in ask("measure", "a").err
    (tmp_path / "elsewhere").mkdir()
    assert "no journeys in elsewhere" in ask("measure", "b.csv", "elsewhere").err


def test_a_file_below_a_workspace_is_measured_from_anywhere(ask: Ask, tmp_path: Path) -> None:
    folder = tmp_path / "deep" / "work"
    folder.mkdir(parents=True)
    declared(folder)
    (tmp_path / "empty").mkdir()
    asked = ask("measure", "deep/work/surveys/loyalty.csv", "--format", "json")
    assert json.loads(asked.out)["measures"][0]["figure"]["value"] == 60


def test_json_and_csv_hold_the_same_figures(ask: Ask, tmp_path: Path) -> None:
    declared(tmp_path)
    (found,) = json.loads(ask("measure", "--format", "json").out)["measures"]
    assert found["figure"] == {"value": 60.0, "low": 44.595894, "high": 73.651674, "responses": 40, "few": False}
    verdicts = ["cannot be told", "not reached", "reached", "cannot be told"]
    assert [goal["verdict"] for goal in found["goals"]] == verdicts
    assert "list" not in found["loop"]
    table = list(csv.DictReader(io.StringIO(ask("measure", "--format", "csv").out)))
    assert [row["of"] for row in table] == ["all", *["question"] * 3, *["month"] * 2, *["segment"] * 2, "step"]
    assert (table[0]["value"], table[0]["low"]) == ("60.0", "44.595894")
    assert [row["only no"] for row in table[1:4]] == ["0", "8", "0"]


def test_markdown_escapes_what_stands_in_files(ask: Ask, tmp_path: Path) -> None:
    on_disk(tmp_path)
    answers(tmp_path / "a.csv", [("a|b <i>", "5", "5", "5")] * 30, ("segment", "good", "again", "tell"))
    said = ask("measure", "a.csv", "--format", "markdown").out
    assert "| Segment | a\\|b &lt;i&gt; | 100% | 88.6% to 100% | 30 |" in said
    assert "**100%** (88.6% to 100%, 95% sure), of 30 responses." in said


def test_a_formula_or_a_command_in_a_cell_is_text(ask: Ask, tmp_path: Path) -> None:
    on_disk(tmp_path)
    names = ("=1+1", "\x1b[31mred", "'; DROP TABLE seen; --")
    headings = ("respondent", "segment", "good", "again", "tell")
    answers(tmp_path / "a.csv", [(name, name, "5", "5", "5") for name in names], headings)
    table = csv.DictReader(io.StringIO(ask("measure", "a.csv", "--format", "csv").out))
    assert {row["name"] for row in table if row["of"] == "segment"} == {"'=1+1", *names[1:]}
    said = ask("measure", "a.csv").out
    assert "\x1b" not in said
    assert "of 3 responses" in said


def test_the_trend_is_drawn_with_its_goals_in_a_theme(ask: Ask, tmp_path: Path) -> None:
    pytest.importorskip("matplotlib")
    declared(tmp_path)
    drawn = ask("measure", "--format", "svg", "--theme", "dark").out
    assert drawn == ask("measure", "--format", "svg", "--theme", "dark").out
    assert "Half are loyal" in drawn
    assert "Jan 2026: 60%" in drawn
    assert "there is no theme “dusk”" in ask("measure", "--format", "svg", "--theme", "dusk").err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--of", "loyal"), "no measure is called “loyal”: did you mean `loyalty`?"),
        (("--survey", "evening"), "no survey is called “evening”: did you mean `second-evening`?"),
        (("--since", "soon"), "--since: “soon” is not a date"),
        (("nothing.csv",), "nothing.csv cannot be read: No such file or directory"),
        (("-",), "`-` is no file here"),
        (("--follow-up", "surveys/loyalty.csv"), "no column says the day of the call"),
        (("--column", "who=Nr"), "--column who=…: nothing is called so"),
        (("--answer", "ja"), "--answer “ja” is not understood"),
        (("--answer", "ja=perhaps"), "the answer “ja”: “perhaps” is not what an answer can mean"),
        (("--save", "x"), "--save writes how a file of answers is read: name the file"),
    ],
)
def test_wrong_use_is_told_in_one_line(ask: Ask, tmp_path: Path, words: tuple[str, ...], said: str) -> None:
    declared(tmp_path)
    asked = ask("measure", *words)
    assert asked.code == 2
    assert said in asked.err
    assert asked.err.count("\n") == 1


def test_of_several_workspaces_that_of_the_answers_is_meant(ask: Ask, tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        on_disk(tmp_path / name)
        answers(tmp_path / name / "answers.csv", [("1", "5", "5", "5")], ("Nr", "good", "again", "tell"))
    assert ask("measure", "b/answers.csv").code == 0
    assert "2 workspaces are here" in ask("measure").err


def test_a_survey_of_pairs_is_left_to_the_command_that_reads_it(ask: Ask, tmp_path: Path) -> None:
    on_disk(tmp_path, f"{LOYALTY}surveys: {{wishes: {{survey: What they wish, file: wishes.csv}}}}\n")
    answers(tmp_path / "wishes.csv", [("1", "5", "1", "1")], ("Nr", "good", "again", "tell"))
    told = "“What they wish” is a survey of pairs"
    assert told in ask("measure", "wishes.csv").err
    assert told in ask("measure", "--survey", "wishes").err
    assert ask("measure", "wishes.csv", "--of", "loyalty").code == 0


def test_a_link_out_of_the_folder_is_not_read(ask: Ask, tmp_path: Path) -> None:
    (tmp_path / "w").mkdir()
    declared(tmp_path / "w")
    (tmp_path / "w" / "surveys" / "loyalty.csv").rename(tmp_path / "secret.csv")
    (tmp_path / "w" / "surveys" / "loyalty.csv").symlink_to(tmp_path / "secret.csv")
    assert "leads out of the folder of w/journeys.yaml, and is not read" in ask("measure", "w").err


def test_a_figure_beside_yes_and_no_is_asked_for_and_no_mark(ask: Ask, tmp_path: Path) -> None:
    on_disk(tmp_path)
    said = [("1", "Yes", "5", "5"), ("2", "1", "4", "2"), ("3", "no", "5", "4")]
    answers(tmp_path / "answers.csv", said, ("Nr", "good", "again", "tell"))
    known = ("measure", "answers.csv", "--answer", "yes=yes", "--answer", "no=no")
    asked = ask(*known)
    assert asked.code == 2
    assert "nothing says what is meant in “good” by “1” (1); each can mean" in asked.err
    assert ask(*known, "--answer", "1=yes").out.startswith("Loyalty: 33.3% say yes to all")
