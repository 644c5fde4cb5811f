"""The sign that other programs take for standard input or output is refused, and it is said what to write."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from journeys.language.starter import STARTER_NAME, starter

TO_READ = "the standard input is not read, so save the text to a file and name that"
TO_WRITE = "leave out -o, and the standard output is written to"


@pytest.mark.parametrize(
    ("arguments", "instead"),
    [
        *((f"{command} -", TO_READ) for command in ("check", "format", "promises", "docs", "draw", "diff", "diff .")),
        *((f"{command} . -", TO_READ) for command in ("check", "format", "site pages")),
        *(("whatif - --ranked", TO_READ), ("explain online --in -", TO_READ)),
        *((f"{command} . -o -", TO_WRITE) for command in ("check", "promises", "docs", "diff", "whatif --ranked")),
        *(("check . --output -", TO_WRITE), ("explain O101 -o -", TO_WRITE)),
        *(("check . --baseline -", "name the file"), ("diff . --draw -", "name the file"), ("site -", "name the fold")),
    ],
)
def test_a_dash_is_refused_in_one_line(tmp_path: Path, arguments: str, instead: str) -> None:
    (tmp_path / STARTER_NAME).write_text(starter(), "utf-8")
    command = [sys.executable, "-m", "journeys", *arguments.split()]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=60, check=False)
    assert done.stderr.startswith(f"journeys: `-` is no file here: {instead}")
    assert done.stderr.count("\n") == 1
    assert (done.stdout, done.returncode) == ("", 2)
    assert [path.name for path in tmp_path.iterdir()] == [STARTER_NAME]
