"""The command line as a function, and journeys to ask about."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from repository import EXAMPLES

from journeys.surfaces.cli.program import run


class Said(NamedTuple):
    """What a command said, and the code it left with."""

    code: int
    out: str
    err: str


Journeys = Callable[..., Said]


@pytest.fixture
def journeys(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Journeys:
    """`journeys("promises", "--broken")`, run in the folder of the examples."""
    monkeypatch.chdir(EXAMPLES)
    monkeypatch.setenv("COLUMNS", "90")

    def call(*words: str | Path) -> Said:
        monkeypatch.setattr(sys, "argv", ["journeys", *map(str, words)])
        code = run()
        captured = capsys.readouterr()
        return Said(code, captured.out, captured.err)

    return call


HOSTILE = """\
journey: "Dinner \\e[31m for | two <b>"
id: dinner
customer: guest
customers: {guest: {name: "=HYPERLINK(\\"http://x\\")"}}
owners:
  waiter: {name: "@SUM(A1) \\u202ewaiter", holder: "-2+3"}
  kitchen: {name: "厨房厨房厨房厨房厨房厨房厨房厨房厨房厨房厨房", kind: team}
steps:
  - step: "Order ]]> \\"now\\""
    customer: Choose
    frontstage: {do: "+Take, the; order", owner: waiter}
  - step: "Eat\\nwell"
    customer: Eat
    frontstage: {do: Bring the dish, owner: waiter}
    backstage: {do: Cook, owner: kitchen, system: "=cmd|' /C calc'!A0", promised: {id: "+cooked", within: 20 min}}
    end: true
promises:
  warm-dish:
    promise: "=1+1, \\"warm\\"\\n| dish <script>"
    by: waiter
    to: guest
    made: "Order ]]> \\"now\\""
    kept: "Eat\\nwell"
    within: 30 min
    at_least: 90%
"""


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    """A journey whose names mean something to terminals, spreadsheets, Markdown and HTML."""
    path = tmp_path / "dinner.journey.yaml"
    path.write_text(HOSTILE, encoding="utf-8")
    return path
