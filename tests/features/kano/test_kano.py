"""`journeys kano`: what kind of expectations customers have, told, compared, drawn and written."""

from __future__ import annotations

import csv
import io
import json
import xml.etree.ElementTree as ET
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from moving import ATTRACTIVE, INDIFFERENT, JOURNEY, MUST_BE, REVERSE, SURVEYS, Pairs, answers, written

from journeys.api import load_workspace, loads_workspace
from journeys.surveys.kano import Kind, collected

Ask = Callable[..., Any]
NOW: dict[str, Pairs] = {
    "I know when it comes": [(30, MUST_BE), (6, INDIFFERENT)],
    "one-bill": [(10, ATTRACTIVE), (9, INDIFFERENT), (20, MUST_BE)],
    "A person answers": [(18, ATTRACTIVE), (17, INDIFFERENT)],
    "first-evening": [(33, MUST_BE), (3, ("like", "like")), (1, ("like", "")), (2, ("", ""))],
    "Music": [(20, REVERSE), (12, INDIFFERENT)],
    "taken-back": [(12, MUST_BE)],
}
THEN: dict[str, Pairs] = {
    "I know when it comes": [(34, ATTRACTIVE), (6, INDIFFERENT)],
    "A person answers": [(20, ATTRACTIVE), (15, INDIFFERENT)],
    "taken-back": [(12, ATTRACTIVE)],
}
TODAY = ("--today", "2026-06-01")


def plain(text: str) -> str:
    """A text without what its layout adds."""
    return " ".join(text.split())


def test_each_feature_has_its_kind_its_figures_and_what_the_file_says(ask: Ask, tmp_path: Path) -> None:
    written(tmp_path, now=answers(NOW))
    out = ask("kano", "now.csv", *TODAY).out
    assert out.splitlines()[:6] == [
        "  FEATURE                        KIND        M   P  A   I   R   Q  BETTER  WORSE",
        "  I know when it comes           must-be     30  0  0   6   0   0  0.00    -0.83",
        "    at 95% better is 0.00 to 0.10, worse -0.92 to -0.68",
        "    ahead of the next kind by 24 answers, more than chance explains (7.0); strength 67%, total",
        "      strength 83%",
        "    in the file: no kind; move.journey.yaml:5",
    ]
    for told in (
        "in the file: must-be, as of 2026-05-01; move.journey.yaml:5",
        "ahead of the next kind by 1 answer, which may be chance (up to 6.9); strength 3%, total strength 51%",
        "not counted: 1 answered only one of the two questions, 2 neither",
        "3 of 36 contradict themselves, more than 2%: look whether the question was understood",
        "attractive, as of 2024-03-02, to be looked at again by 2025-03-02: past its time; move.journey.yaml:10",
        "Music reverse 0 0 0 12 20 0 0.00 0.00 at 95% better is 0.00 to 0.24, worse -0.24 to 0.00",
        "The old router is taken back few 12 0 0 0 0 0",
        "12 answers: few, and under 30 no kind is told",
    ):
        assert told in plain(out)
    assert out.endswith("6 features, 190 pairs of answers\n")


def test_without_a_workspace_answers_are_told_all_the_same(ask: Ask, tmp_path: Path) -> None:
    (tmp_path / "now.csv").write_text(answers({"Music": [(40, REVERSE)]}), "utf-8")
    told = ask("kano", "now.csv")
    assert (told.code, told.err) == (0, "")
    assert "in the file" not in told.out


def test_what_is_past_its_time_and_was_not_asked_about_is_said(ask: Ask, tmp_path: Path) -> None:
    written(tmp_path, now=answers({"Music": [(40, REVERSE)]}))
    out = ask("kano", "now.csv", *TODAY).out
    assert "Past its time, and not asked about" in out
    assert "“It works on the first evening”: attractive, as of 2024-03-02" in plain(out)
    assert "Past its time" not in ask("kano", "now.csv", "--today", "2025-03-02").out


def test_segments_have_a_table_of_their_own(ask: Ask, tmp_path: Path) -> None:
    rows = [f"{number},{'home' if number % 2 else 'office'},a,expect,dislike" for number in range(70)]
    text = "\n".join(("respondent,segment,feature,functional,dysfunctional", *rows))
    (tmp_path / "now.csv").write_text(text, "utf-8")
    out = ask("kano", "now.csv").out
    assert "a: home must-be 35 0 0 0 0 0" in plain(out.partition("By segment")[2])
    sheet = list(csv.DictReader(io.StringIO(ask("kano", "now.csv", "--format", "csv").out)))
    assert [(one["segment"], one["kind"], one["must-be"]) for one in sheet] == [
        ("", "must-be", "70"), ("home", "must-be", "35"), ("office", "must-be", "35"),
    ]  # fmt: skip


def dated(features: dict[str, Pairs], day: str) -> str:
    heading, *rows = answers(features).splitlines()
    return "\n".join((f"{heading},when", *(f"{row},{day}" for row in rows)))


@pytest.mark.parametrize("order", [("then.csv", "now.csv"), ("now.csv", "then.csv")])
def test_two_files_are_compared_by_their_days(ask: Ask, tmp_path: Path, order: tuple[str, str]) -> None:
    written(tmp_path, then=dated(THEN, "2024-03-02"), now=dated(NOW, "2026-03-02"))
    out = plain(ask("kano", *order, *TODAY).out)
    assert (
        "on 2024-03-02 (40 answers): attractive then, must-be now; better 0.85 → 0.00 (-0.85, more than chance" in out
    )
    assert (
        "on 2024-03-02 (35 answers): attractive then as now; better 0.57 → 0.51 (-0.06, may be chance: p 1.000)" in out
    )
    assert "few then as now; better 1.00 → 0.00 (-1.00, few answers: no verdict)" in out


def test_what_the_last_survey_did_not_ask_about_is_said_to_be_older(ask: Ask, tmp_path: Path) -> None:
    now = {name: pairs for name, pairs in NOW.items() if name != "A person answers"}
    written(tmp_path, then=dated(THEN, "2024-03-02"), now=dated(now, "2026-03-02"))
    out = plain(ask("kano", "then.csv", "now.csv", *TODAY).out)
    assert out.count("not asked about since") == 1
    assert "strength 57% not asked about since 2024-03-02 in the file: no kind; move.journey.yaml:7" in out


def test_one_file_of_two_days_is_compared_as_two_are(ask: Ask, tmp_path: Path) -> None:
    both = dated(THEN, "2024-03-02") + "\n" + dated(NOW, "2026-03-02").partition("\n")[2]
    written(tmp_path, then=dated(THEN, "2024-03-02"), now=dated(NOW, "2026-03-02"), both=both)
    one = json.loads(ask("kano", "both.csv", "--format", "json", *TODAY).out)
    two = json.loads(ask("kano", "then.csv", "now.csv", "--format", "json", *TODAY).out)
    for told in (one, two):
        for feature in told["features"]:
            feature.pop("survey")
            if feature["before"]:
                feature["before"].pop("survey")
    assert {one["name"]: one for one in one["features"]} == {one["name"]: one for one in two["features"]}
    assert [one["before"]["moved"]["better"]["more_than_chance"] for one in two["features"] if one["before"]] == [
        True, False, False,
    ]  # fmt: skip


def test_files_without_days_are_compared_as_they_are_named_and_that_is_said(ask: Ask, tmp_path: Path) -> None:
    written(tmp_path, then=answers(THEN), now=answers(NOW))
    out = plain(ask("kano", "then.csv", "now.csv").out)
    assert "not each survey says its day: the first that is named is taken for the earlier" in out
    assert "in “then.csv” (40 answers): attractive then, must-be now" in out


def test_json_is_whole(ask: Ask, tmp_path: Path) -> None:
    written(tmp_path, now=dated(NOW, "2026-03-02"))
    told = json.loads(ask("kano", "now.csv", "--format", "json", *TODAY).out)
    first = told["features"][0]
    assert {key: first[key] for key in ("name", "kind", "few", "answers", "last", "lead", "significant")} == {
        "name": "I know when it comes", "kind": "must-be", "few": False, "answers": 36, "last": "2026-03-02",
        "lead": 24, "significant": True,
    }  # fmt: skip
    assert first["worse"]["value"] == -0.833333
    assert first["known"]["id"] == first["expectation"]
    assert [one["kind"] for one in told["features"]] == ["must-be", "must-be", "attractive", "must-be", "reverse", None]


def test_markdown_is_a_table_in_which_no_name_is_markup(ask: Ask, tmp_path: Path) -> None:
    (tmp_path / "now.csv").write_text(answers({"<b>a|b</b> @all": [(30, MUST_BE)]}), "utf-8")
    out = ask("kano", "now.csv", "--format", "markdown").out
    assert out.startswith("| Feature | Kind | M | P | A | I | R | Q | Better | Worse |\n| --- |")
    assert "| &lt;b&gt;a\\|b&lt;/b&gt; @<!-- -->all | must-be | 30 |" in out


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_plane_is_drawn(ask: Ask, tmp_path: Path, theme: str) -> None:
    written(tmp_path, now=answers({**NOW, "</svg>": [(30, MUST_BE)]}))
    assert ask("kano", "now.csv", "--format", "svg", "--theme", theme, "-o", "plane.svg").code == 0
    drawn = (tmp_path / "plane.svg").read_text("utf-8")
    ET.fromstring(drawn)
    assert "I know when it comes" in drawn
    assert ask("kano", "now.csv", "--format", "svg", "--theme", theme).out == drawn


def test_a_theme_that_there_is_not_is_said(ask: Ask, tmp_path: Path) -> None:
    written(tmp_path, now=answers(NOW))
    refused = ask("kano", "now.csv", "--format", "svg", "--theme", "mauve")
    assert (refused.code, refused.out) == (2, "")
    assert refused.err.startswith("journeys: there is no theme “mauve”: ")


def test_what_holds_is_written_and_all_else_is_left_with_why(ask: Ask, tmp_path: Path) -> None:
    written(tmp_path, now=answers(NOW))
    done = ask("kano", "now.csv", "--write", "--on", "2026-03-02", *TODAY)
    assert done.err.splitlines() == [
        "wrote move.journey.yaml:5: “I know when it comes”: no kind → must-be, as of 2026-03-02",
        "wrote move.journey.yaml:10: “It works on the first evening”: attractive → must-be, as of 2026-03-02",
        "left “One bill”: the file says how it was on 2026-05-01, and the answers are of 2026-03-02",
        "left “A person answers”: attractive is ahead by 1, which may be chance",
        "left “Music”: no expectation in the files has this id or these words, or several have: name it under `features` of the survey",  # noqa: E501
        "left “The old router is taken back”: 12 answers are few",
    ]
    after = JOURNEY.replace(
        "[I know when it comes,", "[{expects: I know when it comes, kano: must-be, as_of: 2026-03-02},"
    )
    after = after.replace(
        "kano: attractive  # so far\n        as_of: 2024-03-02", "kano: must-be  # so far\n        as_of: 2026-03-02"
    )
    assert (tmp_path / "move.journey.yaml").read_text("utf-8") == after
    again = ask("kano", "now.csv", "--write", "--on", "2026-03-02", *TODAY)
    assert "left “I know when it comes”: the file says so already" in again.err
    assert "wrote" not in again.err
    assert (tmp_path / "move.journey.yaml").read_text("utf-8") == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("expects: A  # c", "expects: {expects: A, kano: must-be, as_of: 2026-03-02}  # c"),
        ("expects: 'A'", "expects: {expects: A, kano: must-be, as_of: 2026-03-02}"),
        ("expects: {expects: A}", "expects: {expects: A, kano: must-be, as_of: 2026-03-02}"),
        ("expects: {kano: x, expects: A}  # c", "expects: {kano: must-be, expects: A, as_of: 2026-03-02}  # c"),
        ("expects:\n      - A  # c", "expects:\n      - {expects: A, kano: must-be, as_of: 2026-03-02}  # c"),
        ("expects:\n      expects: A", "expects:\n      expects: A\n      kano: must-be\n      as_of: 2026-03-02"),
    ],
)
def test_a_kind_is_put_to_an_expectation_however_it_is_written(
    ask: Ask, tmp_path: Path, before: str, after: str
) -> None:
    journey = "journey: J\nsteps:\n  - step: S\n    {}\n    end: true\n"
    written(tmp_path, journey.format(before), now=answers({"A": [(30, MUST_BE)]}))
    assert ask("kano", "now.csv", "--write", "--on", "2026-03-02").code == 0
    assert (tmp_path / "move.journey.yaml").read_text("utf-8") == journey.format(after)


def test_what_cannot_be_written_as_it_is_laid_out_is_left_and_the_rest_is_written(ask: Ask, tmp_path: Path) -> None:
    journey = JOURNEY.replace("expects: A person answers", "expects: |\n      A person answers")
    pairs: Pairs = [(30, MUST_BE)]
    written(tmp_path, journey, now=answers({"A person answers": pairs, "I know when it comes": pairs}))
    done = ask("kano", "now.csv", "--write", "--on", "2026-03-02")
    assert "wrote move.journey.yaml:5: “I know when it comes”" in done.err
    assert (
        "left “A person answers”: it cannot be written as move.journey.yaml is laid out: run `journeys format`"
        in done.err
    )


def test_without_a_day_nothing_is_written(ask: Ask, tmp_path: Path) -> None:
    written(tmp_path, now=answers(NOW))
    assert (
        "left “I know when it comes”: nothing says on which day it was asked: say it with --on"
        in ask("kano", "now.csv", "--write").err
    )
    assert (tmp_path / "move.journey.yaml").read_text("utf-8") == JOURNEY


def test_what_is_not_explained_is_asked_for_with_the_command_to_run(ask: Ask, tmp_path: Path) -> None:
    text = answers({"a": [(2, ("freut mich", "egal"))]}, heading="Nr,Merkmal,da,weg")
    (tmp_path / "now.csv").write_text(text, "utf-8")
    asked = ask("kano", "now.csv")
    assert (asked.code, asked.out) == (2, "")
    assert asked.err.endswith(
        "Say it with: journeys kano now.csv --column feature=… --column functional=… --column dysfunctional=…\n"
    )
    said = ("--column", "feature=Merkmal", "--column", "functional=da", "--column", "dysfunctional=weg")
    asked = ask("kano", "now.csv", *said)
    assert asked.err == (
        "journeys: nothing says what 2 words in the answers mean: like, expect, neutral, accept, dislike, or none: "
        "“egal” (2), “freut mich” (2). Say it with: journeys kano now.csv --column feature=Merkmal "
        "--column functional=da --column dysfunctional=weg --answer egal=… --answer 'freut mich'=…\n"
    )
    done = ask("kano", "now.csv", *said, "--answer", "egal=neutral", "--answer", "freut mich=like")
    assert "a few 0 0 2 0 0 0" in plain(done.out)


def test_how_answers_are_read_can_be_saved_and_needs_no_words_the_next_time(ask: Ask, tmp_path: Path) -> None:
    written(tmp_path, now=answers({"first-evening": [(30, ("setze voraus", "5"))]}, heading="Nr,Merkmal,da,weg"))
    said = ("--column", "feature=Merkmal", "--column", "functional=da", "--column", "dysfunctional=weg")
    said += ("--answer", "setze voraus=expect", "--on", "2026-03-02")
    done = ask("kano", "now.csv", *said, "--save", "wishes", "--write")
    assert done.code == 0, done.err
    assert "surveys:\n  wishes:" in (tmp_path / "move.journey.yaml").read_text("utf-8")
    again = ask("kano")
    assert "It works on the first evening must-be 30 0 0 0 0 0" in plain(again.out)
    assert "in the file: must-be, as of 2026-03-02" in plain(again.out)
    assert ask("check").code in (0, 1)


def test_pairs_of_columns_are_saved_as_the_features_they_are(ask: Ask, tmp_path: Path) -> None:
    written(tmp_path, now="Nr,Q1,Q2\n" + "".join(f"{number},2,5\n" for number in range(30)))
    said = ("--column", "first-evening functional=Q1", "--column", "first-evening dysfunctional=Q2")
    assert ask("kano", "now.csv", *said, "--save", "wishes").code == 0
    assert "features: {first-evening: [Q1, Q2]}" in (tmp_path / "move.journey.yaml").read_text("utf-8")
    assert "It works on the first evening must-be 30 0 0 0 0 0" in plain(ask("kano").out)


def test_declared_surveys_are_read_where_no_file_is_named(ask: Ask, tmp_path: Path) -> None:
    (tmp_path / "surveys").mkdir()
    written(tmp_path, JOURNEY + SURVEYS)
    pairs: dict[str, Pairs] = {"Abends": [(31, ("freut mich", "stört mich"))]}
    (tmp_path / "surveys/wishes.csv").write_text(answers(pairs, heading="Nr,Merkmal,da,weg"), "cp1252")
    out = plain(ask("kano", *TODAY).out)
    assert "It works on the first evening performance 0 31 0 0 0 0" in out
    assert "1 feature, 31 pairs of answers, 2026-03-02" in out
    assert plain(ask("kano", "surveys/wishes.csv", *TODAY).out) == out
    found = collected(load_workspace(tmp_path))
    (only,) = found.found.values()
    assert (only.kind, only.day) == (Kind.PERFORMANCE, date(2026, 3, 2))
    assert not found.unread


def test_for_pages_what_cannot_be_read_is_said_and_nothing_that_anybody_wrote(ask: Ask, tmp_path: Path) -> None:
    (tmp_path / "surveys").mkdir()
    written(tmp_path, JOURNEY + SURVEYS)
    (told,) = collected(load_workspace(tmp_path), strict=False).unread
    assert told.startswith("“What movers wish” is not read: ")
    pairs: dict[str, Pairs] = {"Abends": [(31, ("my secret", "egal"))]}
    (tmp_path / "surveys/wishes.csv").write_text(answers(pairs, heading="Nr,Merkmal,da,weg"), "utf-8")
    (told,) = collected(load_workspace(tmp_path), strict=False).unread
    assert "nothing says what a word in the answers means: like, expect" in told
    assert told.endswith("or none: `journeys kano` asks for it")
    assert "secret" not in told
    assert "secret" in ask("kano").err
    assert collected(loads_workspace({"move.journey.yaml": JOURNEY + SURVEYS}), strict=False).unread


def test_a_file_outside_the_folder_is_not_read_even_through_a_link(tmp_path: Path) -> None:
    (tmp_path / "home/surveys").mkdir(parents=True)
    written(tmp_path / "home", JOURNEY + SURVEYS)
    (tmp_path / "outside.csv").write_text(answers({"Abends": [(31, MUST_BE)]}, heading="Nr,Merkmal,da,weg"), "utf-8")
    (tmp_path / "home/surveys/wishes.csv").symlink_to(tmp_path / "outside.csv")
    found = collected(load_workspace(tmp_path / "home"), strict=False)
    assert not found.found
    assert "is not read" in found.unread[0]


def test_of_several_sheets_one_is_named(ask: Ask, tmp_path: Path) -> None:
    with xlsxwriter.Workbook(str(tmp_path / "two.xlsx")) as book:
        for name in ("old", "new"):
            sheet = book.add_worksheet(name)
            sheet.write_row(0, 0, ["id", f"{name} +", f"{name} -"])
            sheet.write_row(1, 0, [1, 1, 5])
    assert "say with `--sheet` which; there are “old”, “new”" in ask("kano", "two.xlsx").err
    assert "new few 0 1 0 0 0 0" in plain(ask("kano", "two.xlsx", "--sheet", "new").out)
    written(tmp_path)
    assert ask("kano", "two.xlsx", "--sheet", "new", "--save", "new-ones").code == 0
    assert "new-ones: {survey: New ones, file: two.xlsx, sheet: new}" in (tmp_path / "move.journey.yaml").read_text(
        "utf-8"
    )
    assert "new few 0 1 0 0 0 0" in plain(ask("kano").out)


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ((), "no survey of pairs is declared here: name a file of answers, as in `journeys kano answers.csv`"),
        (("nowhere.csv",), "nowhere.csv cannot be read"),
        (("now.csv", "now.csv", "now.csv"), "3 files are named: name one, or two that are to be compared"),
        (("now.csv", "--on", "tomorrow"), "--on: “tomorrow” is not a date"),
        (("now.csv", "--compare", "3/4/2026"), "--compare: “3/4/2026” is not a date"),
        (("-",), "`-` is no file here: the standard input is not read"),
        (("now.csv", "--sheet", "a"), "now.csv is no workbook, and has no sheets"),
        (("now.csv", "now.csv", "--save", "a"), "two files are two surveys: save how they are read one by one"),
    ],
)
def test_wrong_use_is_one_line(ask: Ask, tmp_path: Path, words: tuple[str, ...], why: str) -> None:
    written(tmp_path, now=answers(NOW))
    refused = ask("kano", *words)
    assert (refused.code, refused.out) == (2, "")
    assert refused.err.startswith(f"journeys: {why}")
    assert refused.err.count("\n") == 1
