"""The command line as a function, run in a folder of its own."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from journeys.surfaces.cli.program import run


class Printed(NamedTuple):
    """What a command printed, and the code it left with."""

    code: int
    out: str
    err: str


@pytest.fixture
def ask(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Callable[..., Printed]:
    """`ask("voices", "--open")`, run in the folder of the test."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setenv("NO_COLOR", "1")

    def call(*words: str) -> Printed:
        monkeypatch.setattr(sys, "argv", ["journeys", *words])
        code = run()
        captured = capsys.readouterr()
        return Printed(code, captured.out, captured.err)

    return call
