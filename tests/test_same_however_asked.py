"""The same in every way of asking: the order of arguments, `python -OO`, seeds of hashes, a machine without fonts."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from repository import EXAMPLES

COMMANDS = (
    "check --format json", "check --format text", "check --format sarif", "promises --format csv", "promises",
    "whatif --ranked", "format --check", "draw --view all --no-dates -o out --format svg --format dot --format text",
    "voices", "due --today 2026-10-01",
)  # fmt: skip
DRAW = next(words for words in COMMANDS if words.startswith("draw"))
TEXT = """\
journey: 預約門診 — 예약 — حجز موعد
steps: [{step: 掛號, customer: 打電話給診所, frontstage: {do: 接聽電話, owner: desk, takes: 2 min}, end: true}]
owners: {desk: {name: 櫃檯}}
"""


def printed(words: str, *paths: object, cwd: Path, flags: tuple[str, ...] = (), **around: str) -> tuple[object, ...]:
    command = [sys.executable, *flags, "-m", "journeys", *words.split(), *map(str, paths)]
    environment = os.environ | {"PYTHONHASHSEED": "1", "COLUMNS": "100"} | around
    done = subprocess.run(command, cwd=cwd, env=environment, capture_output=True, timeout=300, check=False)
    drawn = {path.name: path.read_bytes() for path in (cwd / "out").glob("*") if path.suffix != ".json"}
    for path in (cwd / "out").glob("*"):
        path.unlink()
    return done.returncode, done.stdout, done.stderr, drawn


@pytest.mark.parametrize("words", COMMANDS)
def test_the_order_of_arguments_and_how_a_file_is_named_change_nothing(tmp_path: Path, words: str) -> None:
    for name in ("marketplace", "benefits", "outpatient"):
        (tmp_path / f"{name}.journey.yaml").write_bytes((EXAMPLES / name / f"{name}.journey.yaml").read_bytes())
    names = ["benefits.journey.yaml", "marketplace.journey.yaml", "outpatient.journey.yaml"]
    one = printed(words, *names, cwd=tmp_path)
    other = printed(words, tmp_path / names[2], names[1], f"./{names[0]}", names[2], cwd=tmp_path, PYTHONHASHSEED="2")
    assert one == other
    assert one == printed(words, cwd=tmp_path)


@pytest.mark.parametrize("words", [*COMMANDS[:3], "--help", "check --help", "rules", "schema", "explain O101"])
def test_python_may_forget_what_functions_say_of_themselves(tmp_path: Path, words: str) -> None:
    (tmp_path / "a.journey.yaml").write_bytes((EXAMPLES / "benefits" / "benefits.journey.yaml").read_bytes())
    assert printed(words, cwd=tmp_path, flags=("-OO",)) == printed(words, cwd=tmp_path)


def test_a_machine_without_fonts_draws_the_same(tmp_path: Path) -> None:
    (tmp_path / "a.journey.yaml").write_text(TEXT, "utf-8")
    bare = tmp_path / "fonts.conf"
    bare.write_text('<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig></fontconfig>')
    one = printed(DRAW, cwd=tmp_path)
    assert one[0] == 0
    assert one == printed(DRAW, cwd=tmp_path, FONTCONFIG_FILE=str(bare))
