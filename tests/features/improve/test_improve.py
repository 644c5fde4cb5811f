"""The worksheet of improvement: what is expected and answered, and changes ranked by what they would do."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from textwrap import indent
from typing import Any

import yaml

from journeys.api import check, loads_workspace
from journeys.features.improve import render, worksheets
from journeys.features.improve.candidate import CandidateKind
from journeys.graph.workspace import Workspace

DINNER = """
journey: Dinner
id: dinner
owner: waiter
customer: guest
job: An evening that nobody hurries
customers: {guest: {name: Guest}}
owners: {waiter: {name: Waiter}, kitchen: {name: Kitchen}}
steps:
  - step: Order
    expects:
      - {id: allergies, expects: Somebody asks for allergies, kano: must-be, as_of: 2025-03-01, review_every: 1 year}
      - {id: soon, expects: I know when it comes}
    frontstage: {do: Take the order, owner: waiter, takes: 2 min}
  - step: Wait
    wait: 40 min
    feeling: -2
    pains: [Nobody looks this way]
    opportunities: [Bread at once]
    proactive: true
  - step: Eat
    feeling: -1
    frontstage: {do: Serve the dish, owner: waiter, takes: 2 min}
    backstage: {do: Cook the dish, owner: kitchen, takes: 20 min}
    end: true
promises:
  dish: {promise: Your dish within an hour, by: waiter, to: guest, made: Eat, kept: Eat, within: 1 h, answers: [soon]}
voices:
  cold: {voice: The soup is cold, from: waiter, at: Eat, heard: 2026-01-02}
  loud: {voice: The music is loud, from: waiter, at: Eat, heard: 2026-01-03}
changes:
  quieter: {change: Turn it down, at: Eat, answers: [loud]}
"""


def dinner(text: str = DINNER) -> Workspace:
    return loads_workspace({"dinner.journey.yaml": text})


def kinds(text: str = DINNER) -> list[CandidateKind]:
    (sheet,) = worksheets([dinner(text)])
    return [one.kind for one in sheet.changes]


def test_what_is_expected_stands_with_its_answer_and_its_age() -> None:
    (sheet,) = worksheets([dinner()])
    asked, soon = sheet.expected
    assert (asked.words, asked.kano, str(asked.as_of), asked.review_every) == (
        "Somebody asks for allergies", "must-be", "2025-03-01", "1 year",
    )  # fmt: skip
    assert asked.answered == ()
    assert [name for name, _ in soon.answered] == ["Your dish within an hour"]
    assert (sheet.job, sheet.hard, sheet.reactive) == ("An evening that nobody hurries", ("Wait", "Eat"), ("Eat",))


def test_what_customers_do_not_want_asks_for_no_promise() -> None:
    (sheet,) = worksheets([dinner(DINNER.replace("kano: must-be", "kano: reverse"))])
    assert not sheet.expected[0].wanted
    assert CandidateKind.EXPECTATION not in [one.kind for one in sheet.changes]
    assert "nobody answers it, and nobody has to" in " ".join(render("text", [sheet]).split())


def test_a_kind_is_one_however_it_is_written() -> None:
    (sheet,) = worksheets([dinner(DINNER.replace("kano: must-be", "kano: Must-Be"))])
    assert [one.must_be for one in sheet.changes if one.kind is CandidateKind.EXPECTATION] == [1]


def test_promises_mended_go_before_must_be_expectations_and_those_before_voices() -> None:
    assert kinds() == [
        CandidateKind.MEND, CandidateKind.EXPECTATION, CandidateKind.VOICE, CandidateKind.WAIT,
        CandidateKind.LOW_POINT,
    ]  # fmt: skip


def test_a_mend_is_weighed_by_what_it_does() -> None:
    (sheet,) = worksheets([dinner()])
    first = sheet.changes[0]
    assert (first.mended, first.broken) == (("promise:dinner/dish",), ())
    assert first.command == "journeys mend dinner/dish"


def test_a_promise_that_would_be_broken_counts_against_its_candidate() -> None:
    text = DINNER.replace("{do: Take the order, owner: waiter", "{do: Take the order, owner: waiter, id: take").replace(
        "takes: 2 min}\n  - step: Wait",
        "takes: 2 min}\n    backstage: {do: Look it up, owner: kitchen}\n  - step: Wait",
    )
    (sheet,) = worksheets([dinner(text)])
    (expected,) = [one for one in sheet.changes if one.kind is CandidateKind.EXPECTATION]
    assert expected.broken == ("promise:dinner/somebody-asks-for-allergies",)
    assert sheet.changes[-1] is expected


def test_a_voice_that_a_change_answers_is_asked_for_no_more() -> None:
    said = [one.do for one in worksheets([dinner()])[0].changes if one.kind is CandidateKind.VOICE]
    assert said == ["Answer what Waiter said: “The soup is cold”"]


def test_what_is_to_be_pasted_can_be_read() -> None:
    """Each entry, put into the file as it is, gives no new error."""
    (sheet,) = worksheets([dinner()])
    before = {one.finding.message for one in check(dinner())}
    for one in sheet.changes:
        entry = "\n".join(one.entry[1:])
        text = DINNER.rstrip() + "\n" + entry + "\n"
        assert yaml.safe_load(text)["changes"]
        new = [found.finding for found in check(dinner(text)) if found.finding.message not in before]
        assert not [found.message for found in new if found.severity == "error"], indent(entry, "  ")


def test_text_shows_three_and_counts_the_others() -> None:
    sheets = worksheets([dinner()])
    text = render("text", sheets)
    assert "3. Answer what Waiter said" in text
    assert "4. " not in text
    assert "and 2 more (--all shows them)" in text
    assert "5. " in render("text", sheets, most=0)
    assert "NOBODY ANSWERS IT" in text


def test_json_has_all_that_was_weighed() -> None:
    found = json.loads(render("json", worksheets([dinner()])))["journeys"][0]
    assert [one["number"] for one in found["changes"]] == [1, 2, 3, 4, 5]
    assert found["changes"][0]["mended"] == ["dinner/dish"]
    assert found["changes"][1]["must_be"] == 1


def test_the_command_takes_one_journey_of_several_workspaces(tmp_path: Path, ask: Callable[..., Any]) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "journeys.yaml").write_text("workspace: W\n", "utf-8")
        text = DINNER.replace("journey: Dinner\nid: dinner", f"journey: {name}\nid: {name}")
        (tmp_path / name / f"{name}.journey.yaml").write_text(text, "utf-8")
    found = ask("improve", "--journey", "two")
    assert (found.code, found.out.partition("\n")[0], found.out.count("The customer's job")) == (0, "two", 1)
    assert ask("improve").out.count("The customer's job") == 2
    refused = ask("improve", "--journey", "tvo")
    assert (refused.code, refused.out) == (2, "")
    assert "did you mean `two`?" in refused.err


def test_a_journey_that_says_nothing_asks_for_nothing() -> None:
    bare = "journey: J\nid: j\nsteps:\n  - {step: S, end: true}\n"
    (sheet,) = worksheets([dinner(bare)])
    assert sheet.changes == ()
    assert "Nothing that is written down asks for a change" in render("text", [sheet])
