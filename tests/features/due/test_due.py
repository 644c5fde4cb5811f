"""`journeys due`, and `journeys check --today`: what has a time, and when that is."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

Ask = Callable[..., Any]
SHARED = """\
owners:
  cxo: {name: Head of experience, holder: Dana Wills}
  care: {name: Customer care, reports_to: cxo}
customers: {mover: {name: Home mover}}
settings: {review_every: 2 weeks}
governance:
  authority: cxo
  council: [cxo, care]
  meets: 1 month
  met: [2026-10-01, 2026-09-03]
  goals:
    - {goal: Half are loyal, owner: cxo, measure: loyalty, at_least: 50%, until: 2027-06-30}
    - {goal: Somebody answers, owner: care}
measures: {loyalty: {measure: Loyalty, unit: "%"}}
voices:
  slow: {voice: It is slow, from: mover, at: Order, heard: 2026-10-01}
  undated: {voice: It was slow, from: care, at: Order}
  answered: {voice: It will be slow, from: care, at: Order, heard: 2026-09-01}
changes:
  text:
    change: Text the number
    answers: [answered]
    owner: care
    done: 2026-10-09
    results: [{on: 2026-10-01, value: 31%}, {on: 2026-10-20, value: 22%}]
  poster: {change: Hang a poster, started: 2026-10-01}
"""
JOURNEY = """\
journey: Get broadband
owner: cxo
customer: mover
job: Be online
success: It works
phases:
  - phase: Order
    steps:
      - step: Order
        as_of: 2026-05-01
        review_every: 6 months
        expects: {expects: To know when, as_of: 2025-10-01, review_every: 1 year}
        evidence: {do: Mail, review_every: 1 year}
        customer: Order
        frontstage: {do: Take the order, owner: care, channel: web, as_of: 2026-10-01, review_every: 20 working days}
        end: true
promises:
  soon: {promise: Online soon, by: care, to: mover, made: Order, kept: Order, as_of: 2026-01-01, review_every: 1 year}
"""


@pytest.fixture
def here(tmp_path: Path) -> Path:
    (tmp_path / "journeys.yaml").write_text(SHARED, "utf-8")
    (tmp_path / "a.journey.yaml").write_text(JOURNEY, "utf-8")
    return tmp_path


def due(ask: Ask, *words: str) -> list[tuple[str, str, str, str]]:
    found = json.loads(ask("due", "--format", "json", *words).out)["due"]
    return [(one["day"] or "", one["kind"], one["what"], one["when"]) for one in found]


def test_everything_with_a_time_is_listed_in_the_order_of_its_day(ask: Ask, here: Path) -> None:
    assert due(ask, "--today", "2026-10-23") == [
        ("2026-10-01", "review", "To know when", "overdue"),
        ("2026-10-15", "voice", "It is slow", "overdue"),
        ("2026-10-23", "result", "Text the number", "week"),
        ("2026-10-23", "change", "The change after “Text the number”", "week"),
        ("2026-10-29", "review", "Take the order", "week"),
        ("2026-11-01", "review", "Order", "month"),
        ("2026-11-01", "council", "The council meets", "month"),
        ("2027-01-01", "review", "Online soon", "later"),
        ("2027-06-30", "goal", "Half are loyal", "later"),
        ("", "review", "Mail", "undated"),
        ("", "voice", "It was slow", "undated"),
    ]


def test_text_tells_since_when_and_how_far_it_is(ask: Ask, here: Path) -> None:
    said = ask("due", "--today", "2026-10-23")
    assert said.code == 0
    lines = said.out.splitlines()
    assert lines[:6] == [
        "Overdue",
        "  WHAT                KIND    DUE",
        "  To know when        review  2026-10-01  22 days ago",
        "    as of 2025-10-01, 387 days ago; every year; Head of experience; a.journey.yaml:12",
        "  It is slow          voice   2026-10-15  8 days ago",
        "    heard on 2026-10-01, 22 days ago, from Home mover; no change answers it; every 2 weeks;",
    ]
    assert "result  2026-10-23  today" in said.out
    assert "done on 2026-10-09, 14 days ago; measured last: 22% on 2026-10-20; every 2 weeks;" in said.out
    assert "    met last on 2026-10-01, 22 days ago; every month; Head of experience; journeys.yaml:9" in lines
    assert "    Loyalty: at least 50%; Head of experience; journeys.yaml:12" in lines
    assert lines[-1] == (
        "11 things with a time on 2026-10-23: 2 overdue, 3 within 7 days, 2 within 30 days, 2 later, "
        "2 without a day to count from"
    )


def test_a_result_on_the_day_or_later_shows_that_a_change_has_lasted(ask: Ask, here: Path) -> None:
    (here / "journeys.yaml").write_text(SHARED.replace("{on: 2026-10-20,", "{on: 2026-10-23,"), "utf-8")
    assert not [one for one in due(ask) if one[1] == "result"]


def test_a_month_is_the_time_where_settings_say_none_and_a_journey_may_say_its_own(ask: Ask, here: Path) -> None:
    (here / "journeys.yaml").write_text(SHARED.replace("settings: {review_every: 2 weeks}\n", ""), "utf-8")
    own = "settings: {review_every: 3 days}\nvoices: {own: {voice: My own, from: care, heard: 2026-10-01}}\n"
    (here / "a.journey.yaml").write_text(JOURNEY + own, "utf-8")
    voices = [(day, what) for day, kind, what, _ in due(ask) if kind == "voice" and day]
    assert voices == [("2026-10-04", "My own"), ("2026-11-01", "It is slow")]


def test_nothing_has_a_time(ask: Ask, tmp_path: Path) -> None:
    (tmp_path / "a.journey.yaml").write_text("journey: A\nsteps: [{step: A, customer: Wait}]\n", "utf-8")
    assert ask("due").out.startswith("Nothing here has a time: ")


@pytest.mark.parametrize("command", ["due", "check"])
@pytest.mark.parametrize("word", ["today", "2026-13-01", "26-10-01", "2026-10-1", ""])
def test_what_is_no_date_is_told(ask: Ask, here: Path, command: str, word: str) -> None:
    said = ask(command, "--today", word)
    assert said.code == 2
    assert "is not a date; write the year, the month and the day, like `2026-03-02`" in said.err


def found(ask: Ask, *words: str) -> list[tuple[str, str]]:
    report = json.loads(ask("check", "--format", "json", *words).out)
    return [(one["code"], one["message"]) for one in report["findings"] if one["code"].startswith("E51")]


def test_what_is_overdue_is_found_on_the_day_that_is_said(ask: Ask, here: Path) -> None:
    assert found(ask, "--today", "2026-10-23") == [
        ("E511", "“To know when” was so on 2025-10-01, and was to be looked at again by 2026-10-01"),
        ("E511", "“Mail” is to be looked at again every year, and no day is said on which it was so"),
        ("E512", "“It is slow” was heard on 2026-10-01, and no change answers it"),
        ("E512", "“It was slow” is answered by no change"),
    ]
    later = found(ask, "--today", "2027-07-01")
    assert [code for code, _ in later] == [*["E511"] * 5, "E515", "E514", "E512", "E512", "E513", "E516"]


def test_nothing_else_depends_on_the_day(ask: Ask, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def printed(day: date, *words: str) -> object:
        monkeypatch.setattr(time, "time", lambda: (day - date(1970, 1, 1)).days * 86_400.0 + 43_200)
        assert date.today() == day
        return ask(*words)

    days = date(2026, 1, 1), date(2031, 1, 1)
    for words in (("check", "--profile", "strict"), ("voices",), ("check", "--today", "2026-10-23"), ("promises",)):
        one, other = (printed(day, *words) for day in days)
        assert one == other, words
    assert printed(days[0], "due") != printed(days[1], "due")


def test_rules_that_depend_on_the_day_are_not_asked_without_one(ask: Ask, here: Path) -> None:
    assert not found(ask, "--profile", "strict", "--select", "E5")
    said = ask("check", "--only", "E512")
    assert said.code == 2
    assert "“E512” depends on the day: say which with --today" in said.err


def test_what_is_put_aside_with_a_reason_stays_so_on_each_day_and_is_not_called_unused_without_one(
    ask: Ask, here: Path
) -> None:
    note = "  # journeys: ignore[E512] we told them why not\n"
    (here / "journeys.yaml").write_text(SHARED.replace("heard: 2026-10-01}\n", "heard: 2026-10-01}" + note, 1), "utf-8")
    assert not [one for one in found(ask, "--today", "2027-07-01") if "It is slow" in one[1]]
    assert "X10" not in ask("check").out


def test_a_baseline_that_was_written_on_a_day_is_known_on_the_next(ask: Ask, here: Path) -> None:
    assert ask("check", "--today", "2026-10-23", "--baseline", "b.json", "--write-baseline").code == 0
    assert not found(ask, "--today", "2026-10-24", "--baseline", "b.json", "--only", "E512")
    assert "no longer" not in ask("check", "--baseline", "b.json").out
