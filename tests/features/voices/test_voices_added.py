"""`journeys voices --add`: voices from a CSV file, all of them or none, as right YAML."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from effort import tries
from hotline import JOURNEY, SHARED, written
from hypothesis import given, settings
from hypothesis import strategies as st
from xlsxwriter import Workbook

from journeys.api import load_workspace, loads_workspace
from journeys.checks.report.spreadsheet import guarded
from journeys.features.voices.adding import addition
from journeys.features.voices.rows import Row

Ask = Callable[..., Any]
WORDS = st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=40).filter(str.strip)
HEADING = ("voice", "from", "at", "heard")


def table(folder: Path, *rows: Iterable[str], heading: Iterable[str] = HEADING) -> None:
    with (folder / "v.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([heading, *rows])


def workbook(folder: Path, sheets: dict[str, list[list[Any]]]) -> None:
    book = Workbook(str(folder / "v.xlsx"), {"default_date_format": "d.m.yy"})
    for name, rows in sheets.items():
        sheet = book.add_worksheet(name)
        for line, row in enumerate(rows):
            sheet.write_row(line, 0, row)
    book.close()


def shared(folder: Path) -> str:
    return (folder / "journeys.yaml").read_bytes().decode("utf-8")


def test_voices_go_into_the_workspace_file_behind_those_that_are_there_and_comments_stay(
    ask: Ask, tmp_path: Path
) -> None:
    written(tmp_path)
    table(
        tmp_path,
        ("Nobody calls back", "Customer care", "Order", "2026-10-05"),
        ("It is #1: slow", "mover", "Order; Receive the router", "2026-10-06"),
        ("no", "net", "", "2026-10-06"),
    )
    assert ask("voices", "--add", "v.csv").out == "journeys.yaml: 3 voices added\n"
    assert shared(tmp_path) == SHARED.replace(
        "  # the last word\n",
        "  nobody-calls-back: {voice: Nobody calls back, from: Customer care, at: Order, heard: 2026-10-05}\n"
        '  it-is-1-slow: {voice: "It is #1: slow", from: mover, at: [Order, Receive the router], heard: 2026-10-06}\n'
        "  no: {voice: no, from: net, heard: 2026-10-06}\n"
        "  # the last word\n",
    )


def test_a_voice_that_is_there_or_stands_twice_is_not_written_again(ask: Ask, tmp_path: Path) -> None:
    written(tmp_path)
    table(
        tmp_path,
        ("Where is  the router?", "Customer care", "get-broadband/receive-the-router", "2026-10-02"),
        ("It took three calls", "mover", "Receive the router;Order", "2026-08-01"),
        ("New", "care", "Order", "2026-10-05"),
        ("New", "care", "Order", "2026-10-05"),
    )
    assert ask("voices", "--add", "v.csv").out == "journeys.yaml: 1 voice added; 3 were there already\n"
    once = shared(tmp_path)
    assert ask("voices", "--add", "v.csv").out == "journeys.yaml: 0 voices added; 4 were there already\n"
    assert shared(tmp_path) == once


def test_what_is_listed_can_be_added_elsewhere_and_adds_nothing_here(ask: Ask, tmp_path: Path) -> None:
    written(tmp_path, SHARED.replace("order.frontstage}", "order.frontstage, heard: 2026-10-03}"))
    (tmp_path / "v.csv").write_text(ask("voices", "--format", "csv").out, "utf-8")
    assert ask("voices", "--add", "v.csv").out == "journeys.yaml: 0 voices added; 3 were there already\n"


@pytest.mark.parametrize("sign", [",", ";", "\t"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_headings_are_read_as_people_write_them_in_any_order(ask: Ask, tmp_path: Path, sign: str, mark: str) -> None:
    written(tmp_path)
    text = f"Date|WHO|Mood|Step|Quote\r\n2026-10-05|care|bad|Order|Slow\r\n\r\n2026-10-06|care||Order|{'Bad'}"
    (tmp_path / "v.csv").write_text(mark + text.replace("|", sign), "utf-8", newline="")
    said = ask("voices", "--add", "v.csv")
    assert (said.code, said.out, said.err) == (0, "journeys.yaml: 2 voices added\n", "not read: “Mood”\n")
    assert "  slow~2: {voice: Slow, from: care, at: Order, heard: 2026-10-05}\n" in shared(tmp_path)


def test_a_column_that_is_missing_is_asked_for(ask: Ask, tmp_path: Path) -> None:
    written(tmp_path)
    table(tmp_path, heading=("voice", "from", "at", "month"))
    said = ask("voices", "--add", "v.csv")
    assert said.code == 1
    assert said.err == (
        "v.csv:1: no column says the day on which it was heard: call one “heard” (“heard on”, “date”, “day” are read "
        "too); the columns are “voice”, “from”, “at”, “month”\nnothing was written\n"
    )


def test_each_row_that_is_wrong_is_told_with_its_line_and_nothing_is_written(ask: Ask, tmp_path: Path) -> None:
    written(tmp_path)
    rows = [
        "a,kare,Order,2026-10-05", '"right\nover two lines",care,Order,2026-10-05', "b,care,Ordr,2026-10-05",
        "c,care,Order,05.10.2026", "d,care,Order,2026-02-30", ",care,Order,2026-10-05", "e,care,Order,",
        "f,care,Order,2026-10-05,and more", 'g,care,"Order,2026-10-05',
    ]  # fmt: skip
    (tmp_path / "v.csv").write_text("voice,from,at,heard\n" + "\n".join(rows), "utf-8")
    said = ask("voices", "--add", "v.csv")
    assert said.code == 1
    assert said.err.replace("; nothing from here on is read", "").splitlines() == [
        "v.csv:2: there is no customer or owner “kare”: did you mean `care`?",
        "v.csv:5: there is no step or action “Ordr”: did you mean `order`?",
        "v.csv:6: “05.10.2026” is not a date: write the year, the month and the day, like `2026-03-02`",
        "v.csv:7: “2026-02-30” is not a date: write the year, the month and the day, like `2026-03-02`",
        "v.csv:8: nothing says what was said: write it in the column “voice”",
        "v.csv:9: nothing says the day on which it was heard: write it in the column “heard”",
        "v.csv:10: 5 cells, and the heading has 4: put a text that holds `,` in quotation marks",
        "v.csv:11: the row that begins here cannot be read (unexpected end of data): look for a quotation mark",
        "nothing was written",
    ]
    assert shared(tmp_path) == SHARED


def test_what_would_become_ambiguous_elsewhere_is_told_and_nothing_is_written(ask: Ask, tmp_path: Path) -> None:
    written(tmp_path)
    table(tmp_path, ("Where is the router?", "mover", "Order", "2026-11-02"))
    said = ask("voices", "--add", "v.csv")
    assert said.code == 1
    assert "journeys.yaml:16: “Where is the router?” names 2 of what could be meant here" in said.err
    assert "say which: `where-is-it`, `where-is-the-router`" in said.err
    assert shared(tmp_path) == SHARED


def test_a_journey_that_is_named_or_stands_alone_gets_the_voices_into_its_own_file(ask: Ask, tmp_path: Path) -> None:
    written(tmp_path)
    table(tmp_path, ("Nobody calls back", "care", "Order", "2026-10-05"))
    assert ask("voices", "broadband.journey.yaml", "--add", "v.csv").out == "broadband.journey.yaml: 1 voice added\n"
    added = (tmp_path / "broadband.journey.yaml").read_text("utf-8")
    line = "  nobody-calls-back: {voice: Nobody calls back, from: care, at: Order, heard: 2026-10-05}\n"
    assert added == f"{JOURNEY}\nvoices:\n{line}"
    (tmp_path / "journeys.yaml").unlink()
    (tmp_path / "broadband.journey.yaml").write_text(JOURNEY + "owners: {care: {}, shop: {}, net: {}, cxo: {}}\n")
    assert ask("voices", "--add", "v.csv").out == "broadband.journey.yaml: 1 voice added\n"


def test_several_journeys_without_a_workspace_are_asked_about(ask: Ask, tmp_path: Path) -> None:
    written(tmp_path, "", one=JOURNEY, two=JOURNEY.replace("Get", "Give"))
    table(tmp_path, ("Nobody calls back", "care", "Order", "2026-10-05"))
    said = ask("voices", "--add", "v.csv")
    assert said.code == 2
    assert "2 journeys and no `journeys.yaml` are here: name the journey" in said.err


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"voice\n\x81", "line 2 is neither in UTF-8 nor in Windows-1252: save it as CSV in UTF-8"),
        (b"", "v.csv is empty: the first line has to name the columns"),
        (b"x" * 8_000_001, "is larger than 8 MB: add it in parts"),
        (None, "cannot be read: No such file"),
    ],
)
def test_a_file_that_is_no_text_is_told(ask: Ask, tmp_path: Path, content: bytes | None, message: str) -> None:
    written(tmp_path)
    if content is not None:
        (tmp_path / "v.csv").write_bytes(content)
    said = ask("voices", "--add", "v.csv")
    assert said.code == 2
    assert message in said.err


@pytest.mark.parametrize("broken", ["voices: [a\n", "just text\n"])
def test_a_workspace_that_cannot_be_read_is_left_as_it_is(ask: Ask, tmp_path: Path, broken: str) -> None:
    written(tmp_path, broken)
    table(tmp_path, ("Nobody calls back", "care", "Order", "2026-10-05"))
    said = ask("voices", "--add", "v.csv")
    assert said.code == 2
    assert "journeys.yaml cannot be read to its end: mend it first" in said.err
    assert shared(tmp_path) == broken


def test_no_file_becomes_too_large_to_be_read(ask: Ask, tmp_path: Path) -> None:
    written(tmp_path)
    table(tmp_path, *((f"{n}" + "\x01" * 9_000, "care", "Order", "2026-10-05") for n in range(160)))
    said = ask("voices", "--add", "v.csv")
    assert said.code == 2
    assert "journeys.yaml would be larger than 8 MB, and is read no more: add the voices in parts" in said.err
    assert shared(tmp_path) == SHARED


@settings(max_examples=tries(60))
@given(
    st.lists(st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=40).filter(str.strip), min_size=1)
)
def test_whatever_was_said_is_written_as_it_was_said(said: list[str]) -> None:
    workspace = loads_workspace({"broadband.journey.yaml": JOURNEY}, SHARED)
    rows = [Row(2, words.strip(), "care", ("Order",), "2026-10-05") for words in said]
    result = addition(workspace, "journeys.yaml", rows)
    assert not result.problems
    assert not result.conflicts
    assert result.file is not None
    after = loads_workspace({"broadband.journey.yaml": JOURNEY}, result.file.fixed.text)
    assert not after.findings
    heard = {voice.name for voice in after.voices.values()}
    assert {words.strip() for words in said} <= heard
    assert len(after.voices) == 3 + result.added
    assert "# the last word" in result.file.fixed.text


def test_five_thousand_voices_of_all_signs_come_through(ask: Ask, tmp_path: Path) -> None:
    written(tmp_path)
    signs = [
        '"',
        "'",
        "\n",
        " #",
        ": ",
        "{",
        "]",
        "\0",
        "\u2028",
        "- ",
        "|",
        "é",
        "🙂",
        "\x1b[31m",
        "\\n",
        "\t",
        "word",
    ]
    words = [f"{signs[n % 17]}{signs[n // 17 % 17]} {n} {signs[n // 289 % 17]}" for n in range(5000)]
    table(tmp_path, *((text, "care", "Order", "2026-10-05") for text in words))
    assert ask("voices", "--add", "v.csv").out == "journeys.yaml: 5000 voices added\n"
    heard = {voice.name for voice in load_workspace(tmp_path).voices.values()}
    # What looks like a guarded formula was written so for a spreadsheet.
    said = {text[guarded(text) :].strip() for text in map(str.strip, words)}
    assert said <= heard
    assert json.loads(ask("voices", "--format", "json").out)["summary"]["open"] == 5002


def test_what_a_spreadsheet_writes_is_read(tmp_path: Path, ask: Ask) -> None:
    """A line that names what parts the cells, no column for places, a step twice, a formula that was guarded."""
    written(tmp_path)
    table(tmp_path, ("Twice", "care", "Order; Order", "2026-10-05"))
    assert ask("voices", "--add", "v.csv").out == "journeys.yaml: 1 voice added\n"
    (tmp_path / "v.csv").write_bytes(
        b"sep=;\r\nvoice;from;heard\r\n'=1+1;care;2026-10-05\r\nNo step;care;2026-10-06\r\n"
    )
    assert "2 voices added" in ask("voices", "--add", "v.csv").out
    heard = {voice.name: voice.at for voice in load_workspace(tmp_path).voices.values()}
    assert [len(heard["Twice"]), heard["=1+1"], heard["No step"]] == [1, (), ()]
    (tmp_path / "v.csv").write_bytes("voice;from;heard\nOh;care;2026-10-07\n".encode("utf-16-le"))
    assert ask("voices", "--add", "v.csv")[:3] == (0, "journeys.yaml: 1 voice added\n", "v.csv: read as UTF-16\n")
    (tmp_path / "v.csv").write_text("sep=,\nwords\nHello\n")
    assert "v.csv:2: no column says who said it" in ask("voices", "--add", "v.csv").err


def test_a_sheet_of_a_workbook_is_read_as_a_csv_is(tmp_path: Path, ask: Ask) -> None:
    written(tmp_path)
    heading, day = ["Date", "Who", "Quote", "Step"], datetime(2026, 10, 5, 9, 30)
    workbook(tmp_path, {"Hotline": [heading, [day, "care", "Slow", "Order"], ["", "care", "Slow"]], "Notes": [["x"]]})
    said = ask("voices", "--add", "v.xlsx")
    assert (said.code, said.err) == (
        2,
        "journeys: v.xlsx has 2 sheets that hold something: say with `--sheet` which; there are “Hotline”, “Notes”\n",
    )
    said = ask("voices", "--add", "v.xlsx", "--sheet", "Hotline")
    assert said.code == 1
    assert said.err == (
        "v.xlsx:3: nothing says the day on which it was heard: write it in the column “heard”\nnothing was written\n"
    )
    workbook(tmp_path, {"Hotline": [heading, [day, "care", "Slow", "Order"]]})
    assert ask("voices", "--add", "v.xlsx").out == "journeys.yaml: 1 voice added\n"
    assert "{voice: Slow, from: care, at: Order, heard: 2026-10-05}" in shared(tmp_path)


def test_a_sheet_is_named_only_of_what_is_added(tmp_path: Path, ask: Ask) -> None:
    written(tmp_path)
    said = ask("voices", "--sheet", "Hotline")
    assert (said.code, said.out) == (2, "")
    assert "`--sheet` says which sheet of a workbook `--add` reads: name the workbook there" in said.err


def test_windows_1252_is_read_and_told(tmp_path: Path, ask: Ask) -> None:
    written(tmp_path)
    (tmp_path / "v.csv").write_bytes("voice;from;heard\nZu späte Lieferung;care;2026-10-05\n".encode("cp1252"))
    said = ask("voices", "--add", "v.csv")
    assert said.out == "journeys.yaml: 1 voice added\n"
    assert said.err == "v.csv: line 2 is not in UTF-8: the file is read as Windows-1252\n"
    assert "Zu späte Lieferung" in shared(tmp_path)
