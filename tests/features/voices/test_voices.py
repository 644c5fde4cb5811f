"""`journeys voices`: what was heard, and what became of it."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hotline import JOURNEY, SHARED, written

Ask = Callable[..., Any]


def ids(said: Any) -> list[str]:
    return [one["id"] for one in json.loads(said.out)["voices"]]


def test_unanswered_ones_come_first_the_oldest_first_each_with_who_where_when_and_what_answers_it(
    ask: Ask, tmp_path: Path
) -> None:
    written(tmp_path)
    assert ask("voices").out.splitlines() == [
        "No change answers",
        "  VOICE                           FROM        WHERE                 HEARD",
        "  It took three calls             Home mover  Order, Receive the    2026-08-01",
        "                                              router",
        "    slow, journeys.yaml:11",
        "  The form asks for what we know  Network     Order: Take the",
        "                                              order",
        "    forms, journeys.yaml:12",
        "",
        "Answered",
        "  VOICE                 FROM           WHERE               HEARD",
        "  Where is the router?  Customer care  Receive the router  2026-10-02",
        "    answered by “Text the number the evening before”, done on 2026-10-09",
        "    where-is-it, journeys.yaml:10",
        "",
        "3 voices, 2 open; 1 of 2 changes (50%) came from the front line (owners of touchpoints)",
    ]


@pytest.mark.parametrize(
    ("days", "said"),
    [
        ("", "not begun"),
        (", started: 2026-10-05", "begun on 2026-10-05 and not done"),
        (", done: 2026-10-09", "done on"),
    ],
)
def test_a_voice_is_answered_by_a_change_that_is_not_done_and_that_is_said(
    ask: Ask, tmp_path: Path, days: str, said: str
) -> None:
    written(tmp_path, SHARED.replace(", done: 2026-10-09", days))
    assert f"“Text the number the evening before”, {said}" in ask("voices").out
    assert ids(ask("voices", "--open", "--format", "json")) == ["slow", "forms"]


def test_the_voices_of_an_owner_are_those_it_said_and_those_about_what_it_does(ask: Ask, tmp_path: Path) -> None:
    written(tmp_path)
    found = {
        owner: ids(ask("voices", "--owner", owner, "--format", "json")) for owner in ("net", "Digital shop", "care")
    }
    assert found == {"net": ["slow", "forms"], "Digital shop": ["slow", "forms"], "care": ["slow", "where-is-it"]}
    assert ids(ask("voices", "--owner", "cxo", "--format", "json")) == []
    wrong = ask("voices", "--owner", "kare")
    assert wrong.code == 2
    assert "no owner is called “kare”: did you mean `care`?" in wrong.err


def test_of_a_journey_that_is_named_only_what_is_about_it_is_told(ask: Ask, tmp_path: Path) -> None:
    other = JOURNEY.replace("Get broadband", "Move out").replace("step: Order", "step: Leave")
    own = "voices: {bye: {voice: Goodbye, from: care, at: Leave, heard: 2026-10-01}}\n"
    shared = SHARED.replace("Receive the router", "get-broadband/receive-the-router")
    written(tmp_path, shared, one=JOURNEY, two=other + own)
    assert ids(ask("voices", "two.journey.yaml", "--format", "json")) == ["move-out/bye"]
    assert ids(ask("voices", "one.journey.yaml", "--format", "json")) == ["slow", "forms", "where-is-it"]
    assert ids(ask("voices", "--format", "json")) == ["slow", "move-out/bye", "forms", "where-is-it"]


def test_nothing_was_heard(ask: Ask, tmp_path: Path) -> None:
    written(tmp_path, "", alone="journey: A\nsteps: [{step: A, customer: Wait}]\n")
    assert ask("voices").out == "No voices here; no change is written down\n"


def test_a_spreadsheet_runs_nothing_of_what_was_said(ask: Ask, tmp_path: Path) -> None:
    written(tmp_path, SHARED.replace("It took three calls", "=cmd|' /C calc'!A0"))
    rows = list(csv.DictReader(io.StringIO(ask("voices", "--format", "csv").out)))
    assert rows[0]["voice"] == "'=cmd|' /C calc'!A0"
    assert [rows[0][name] for name in ("from", "at", "heard", "answered by", "line")] == [
        "mover", "get-broadband/order; get-broadband/receive-the-router", "2026-08-01", "", "11",
    ]  # fmt: skip


def test_a_terminal_gets_no_commands_from_what_was_said(ask: Ask, tmp_path: Path) -> None:
    written(tmp_path, SHARED.replace("It took three calls", "\\e[31mred"))
    assert "\x1b" not in ask("voices").out
