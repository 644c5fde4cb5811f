"""A small workspace that asks, and files of answers to it."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from pathlib import Path

from journeys.api import loads_workspace
from journeys.graph.workspace import Workspace

JOURNEY = """\
journey: Get broadband
owner: cxo
customer: mover
steps:
  - step: Order
    customer: Order
    frontstage: {do: Take the order, owner: care}
  - step: First evening
    customer: Watch a film
    frontstage: {do: Call those who said no, owner: care}
    end: true
"""
SHARED = """\
workspace: Fjordnet
owners:
  cxo: {name: Head of experience, holder: Dana Wills}
  care: {name: Customer care, reports_to: cxo}
customers: {mover: {name: Home mover}}
"""
LOYALTY = """\
measures:
  loyalty:
    measure: Loyalty
    all_of: {good: Was it good?, again: Again?, tell: Would you tell others?}
    scale: 1 to 5
    yes: [4, 5]
    owner: cxo
    at: First evening
    follow_up: {by: care, within: 2 working days}
"""
HEADINGS = ("respondent", "when", "segment", "step", "good", "again", "tell")


def workspace(sections: str = LOYALTY) -> Workspace:
    """The workspace with some more sections."""
    return loads_workspace({"broadband.journey.yaml": JOURNEY}, SHARED + sections)


def on_disk(folder: Path, sections: str = LOYALTY) -> None:
    """The same as files."""
    (folder / "journeys.yaml").write_text(SHARED + sections, "utf-8")
    (folder / "broadband.journey.yaml").write_text(JOURNEY, "utf-8")


def answers(path: Path, rows: Iterable[Sequence[object]], headings: Sequence[str] = HEADINGS) -> Path:
    """A file of answers."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([headings, *rows])
    return path
