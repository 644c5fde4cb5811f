"""A reader of the output that goes away before its end, as `head` does."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from journeys.language.starter import STARTER_NAME, starter

COMMANDS = [
    *("--help", "--version", "check --help", "rules", "schema", "explain O101"),
    *("check .", "check . --format json", "promises .", "whatif . --ranked", "format --diff .", "diff old ."),
    *("draw . --again --format dot --view all", "site pages .", "new --force", "docs ."),
]


def journeys(folder: Path, arguments: str, stdout: int, stderr: int) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "journeys", *arguments.split()],
        cwd=folder,
        env={**{name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}, "NO_COLOR": "1"},
        stdout=stdout,
        stderr=stderr,
        text=True,
        timeout=120,
        check=False,
    )


@pytest.fixture
def unread() -> Iterator[int]:
    """A pipe that nobody reads."""
    reading, writing = os.pipe()
    os.close(reading)
    yield writing
    os.close(writing)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A journey with something to find, to lay out and to compare."""
    (tmp_path / "old").mkdir()
    (tmp_path / "old" / STARTER_NAME).write_text(starter(), "utf-8")
    (tmp_path / STARTER_NAME).write_text(starter().replace("job:", "jobs:   ", 1), "utf-8")
    return tmp_path


@pytest.mark.parametrize("arguments", COMMANDS)
def test_a_command_that_nobody_reads_ends_without_a_word(folder: Path, unread: int, arguments: str) -> None:
    done = journeys(folder, arguments, unread, subprocess.PIPE)
    assert "Traceback" not in done.stderr
    assert "Broken pipe" not in done.stderr
    assert "Exception ignored" not in done.stderr
    assert done.returncode == 141, done.stderr


@pytest.mark.parametrize(("arguments", "code"), [("check .", 141), ("check nowhere", 2), ("chek", 2), ("docs .", 141)])
def test_errors_that_nobody_reads_leave_the_exit_code_as_it_is(
    folder: Path, unread: int, arguments: str, code: int
) -> None:
    assert journeys(folder, arguments, unread, unread).returncode == code


def test_who_reads_only_the_beginning_gets_it(folder: Path) -> None:
    command = f"{sys.executable} -m journeys draw . --again --format dot --view all | head -1"
    done = subprocess.run(["sh", "-c", command], cwd=folder, capture_output=True, text=True, timeout=120, check=False)
    assert done.stdout.startswith("drew drawings")
    assert (done.stdout.count("\n"), done.stderr, done.returncode) == (1, "", 0)
