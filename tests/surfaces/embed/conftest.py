"""A small workspace, and the command line run in its folder."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

PIZZA = """\
journey: Have a pizza brought home
id: pizza
owner: shop
customer: guest
job: Eat a warm pizza at home
owners:
  shop: {name: The shop, holder: Ada Okafor}
  rider: {name: Riders, reports_to: shop, holder: Bo Lind}
customers:
  guest: {name: Guest}
phases:
  - phase: Order
    steps:
      - step: Order
        customer: Order a pizza
        frontstage: {do: Take the order, owner: shop, channel: web}
        backstage: {do: Bake it, owner: shop, takes: 15 min}
  - phase: Eat
    steps:
      - step: Receive
        customer: Open the door
        frontstage: {do: Hand the pizza over, owner: rider, channel: at the door}
        end: true
promises:
  warm-at-the-door:
    promise: Warm at the door
    by: rider
    to: guest
    made: Order
    kept: Receive
    within: 45 min
"""


class Ran(NamedTuple):
    """What a run of the command line gave."""

    code: int
    out: str
    err: str


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository's root with one journey, as the working folder."""
    (tmp_path / ".git").mkdir()
    (tmp_path / "pizza.journey.yaml").write_text(PIZZA)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def journeys(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[..., Ran]:
    """Run `journeys` with some arguments."""
    from journeys.surfaces.cli.program import run

    def call(*arguments: str) -> Ran:
        monkeypatch.setattr(sys, "argv", ["journeys", *arguments])
        capsys.readouterr()
        code = run()
        return Ran(code, *capsys.readouterr())

    return call
