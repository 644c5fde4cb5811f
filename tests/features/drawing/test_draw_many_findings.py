"""A journey as it is on the first day: most of what is found of it is one thing, many times."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from journeys.surfaces.cli.program import program

STEPS = 15


@pytest.fixture
def first(tmp_path: Path) -> Path:
    """Nobody owns anything in it, and nothing is there to see."""
    steps = "".join(
        f"  - step: Step {n}\n    customer: Act {n}\n    frontstage: [Serve {n}, Help {n}]\n    backstage: Work {n}\n"
        for n in range(STEPS)
    )
    (tmp_path / "first.journey.yaml").write_text(f"journey: First\nid: first\nsteps:\n{steps}", "utf-8")
    return tmp_path


def drawn(folder: Path, ending: str, *words: str) -> str:
    done = CliRunner().invoke(
        program, ["draw", str(folder), "-o", str(folder / f"out.{ending}"), *words], standalone_mode=False
    )
    assert done.return_value == 0, done.output
    return (folder / f"out.{ending}").read_text("utf-8")


def test_findings_that_say_the_same_are_one_entry_with_a_count(first: Path) -> None:
    words = drawn(first, "txt").partition("Findings\n")[2].splitlines()
    assert words == [
        "  1. warning: for 15 steps in a row nobody of the company owns anything (O203)",
        "  2. warning: the customer has nothing to see or to hold here (15 times) (B201)",
        "  3. error: the journey stops here without an end (B103)",
        "  4. warning: the journey says nothing of the job the customer wants done (E101)",
        "  5. warning: the journey does not say which customer travels it (E102)",
        "  6. warning: nobody is accountable for this journey as a whole (O108)",
        "  error: nobody owns this touchpoint (30 times) (O101)",
        "  error: nobody owns this action of the lane “Backstage” (15 times) (O102)",
    ]


def test_what_nobody_owns_is_marked_by_its_tag_alone(first: Path) -> None:
    cards = json.loads(drawn(first, "json"))["cards"]
    company = [card for card in cards if card["style"] == "company"]
    assert {card["owner"] for card in company} == {"no owner"}
    assert {tuple(card["findings"]) for card in company} == {()}
    assert {tuple(card["findings"]) for card in cards if card["style"] == "customer"} == {(2,)}
    assert "B201: the customer has nothing to see or to hold here" in drawn(first, "html")


def test_a_page_counts_what_is_on_it(first: Path) -> None:
    done = CliRunner().invoke(
        program, ["draw", str(first), "-o", str(first / "p"), "--columns", "14", "--format", "text"],
        standalone_mode=False,
    )  # fmt: skip
    assert done.return_value == 0
    last = (first / "p" / "first-2.txt").read_text("utf-8")
    assert ": the customer has nothing to see or to hold here (B201)\n" in last
    assert ": nobody owns this touchpoint (2 times) (O101)" in last


def test_many_findings_of_a_rule_are_one_entry_though_each_says_something_else(first: Path) -> None:
    file = first / "first.journey.yaml"
    promises = "".join(
        f"  p{n}: {{promise: We do it {n}, by: shop, to: guest, made: Step {n}, kept: 'Step {n}.frontstage.1'}}\n"
        for n in range(8)
    )
    owned = (
        file.read_text("utf-8").replace("frontstage: [Serve", "frontstage: [{do: Serve").replace(", Help", "}, Help")
    )
    owned = owned.replace("}, Help", ", owner: shop}, Help")
    file.write_text(f"{owned}owners: {{shop: Shop}}\ncustomers: {{guest: Guest}}\npromises:\n{promises}", "utf-8")
    words = drawn(first, "txt").partition("Findings\n")[2]
    (head,) = (line for line in words.splitlines() if ", 8 times (" in line)
    number = head.split(".")[0].strip()
    assert words.count("“We do it ") >= 8, "in words each is told"
    svg = drawn(first, "svg")
    assert "and 7 more</text>" in svg
    bars = json.loads(drawn(first, "json"))["findings"]
    assert sum(str(one["number"]) == number for one in bars) == 8
