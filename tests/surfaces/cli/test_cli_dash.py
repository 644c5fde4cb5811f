"""`-` is the standard input where journeys are read; elsewhere it is refused, and it is said what to write."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from journeys.language.starter import STARTER_NAME, starter

TO_READ = "the standard input is not read, so save the text to a file and name that"
TO_WRITE = "leave out -o, and the standard output is written to"


def run(folder: Path, *words: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "journeys", *words]
    return subprocess.run(command, cwd=folder, input=given, capture_output=True, timeout=60, check=False)


@pytest.mark.parametrize(
    ("arguments", "instead"),
    [
        *((arguments, TO_READ) for arguments in ("docs -", "diff -", "diff . -", "site pages -")),
        *((f"{command} . -o -", TO_WRITE) for command in ("check", "promises", "docs", "diff", "whatif --ranked")),
        *(("check . --output -", TO_WRITE), ("explain O101 -o -", TO_WRITE)),
        *(("check . --baseline -", "name the file"), ("diff . --draw -", "name the file"), ("site -", "name the fold")),
    ],
)
def test_a_dash_is_refused_in_one_line(tmp_path: Path, arguments: str, instead: str) -> None:
    (tmp_path / STARTER_NAME).write_text(starter(), "utf-8")
    done = run(tmp_path, *arguments.split())
    assert done.stderr.decode().startswith(f"journeys: `-` is no file here: {instead}")
    assert done.stderr.count(b"\n") == 1
    assert (done.stdout, done.returncode) == (b"", 2)
    assert [path.name for path in tmp_path.iterdir()] == [STARTER_NAME]


@pytest.mark.parametrize("arguments", ["check", "promises", "whatif --ranked", "explain bicycle-opens --in"])
def test_a_journey_is_read_from_the_standard_input(tmp_path: Path, arguments: str) -> None:
    (tmp_path / "stdin").write_text(starter(), "utf-8")
    named = run(tmp_path, *arguments.split(), "stdin")
    piped = run(tmp_path, *arguments.split(), "-", given=starter().encode())
    assert (piped.returncode, piped.stdout, piped.stderr) == (named.returncode, named.stdout, named.stderr)
    assert piped.returncode == 0


def test_findings_are_told_of_it_and_what_the_folder_shares_is_known(tmp_path: Path) -> None:
    (tmp_path / "journeys.yaml").write_text("owners: {waiter: Waiters}\n", "utf-8")
    text = "journey: Dinner\nsteps:\n  - {step: Eat, frontstage: {do: Serve, owner: waitr}, end: true}\n"
    done = run(tmp_path, "check", "-", "--format", "concise", given=text.encode())
    assert done.returncode == 1
    assert b"stdin:3:48: error: F201 there is no owner" in done.stdout
    assert run(tmp_path, "check", "-", "--diff", given=text.encode()).stdout.startswith(b"--- a/stdin\n")
    refused = run(tmp_path, "check", "-", "--fix", given=text.encode())
    assert (refused.returncode, refused.stderr.count(b"\n")) == (2, 1)
    assert run(tmp_path, "check", "-", given=b"\xff").returncode == 1


def test_it_is_drawn(tmp_path: Path) -> None:
    done = run(tmp_path, "draw", "-", "--format", "text", given=starter().encode())
    assert done.returncode == 0, done.stderr
    assert [path.name for path in (tmp_path / "drawings").glob("*.txt")] == ["borrow-a-bicycle.txt"]


def test_it_is_laid_out_to_the_standard_output(tmp_path: Path) -> None:
    ragged, neat = b"journey:   A\r\nsteps: [{step: Ask}]\r\n", b"journey: A\r\n"
    done = run(tmp_path, "format", "-", given=ragged)
    assert done.returncode == 0
    assert done.stdout.startswith(neat)
    assert run(tmp_path, "format", "-", given=done.stdout).stdout == done.stdout
    assert run(tmp_path, "format", "-", "--check", given=done.stdout).returncode == 0
    broken = run(tmp_path, "format", "-", given=b"journey: [x\n")
    assert (broken.returncode, broken.stdout) == (1, b"")
    assert list(tmp_path.iterdir()) == []
