"""Graphviz as a stranger: programs called `dot` that write garbage, too much, or never end."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from journeys.language.starter import STARTER_NAME, starter

pytestmark = pytest.mark.skipif(os.name != "posix", reason="the programs are shell scripts")


def draw(folder: Path, script: str, ending: str) -> subprocess.CompletedProcess[str]:
    """Draw with a `dot` that is found on the way on which programs are looked for."""
    (folder / STARTER_NAME).write_text(starter(), "utf-8")
    program = folder / "bin" / "dot"
    program.parent.mkdir()
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)
    command = [sys.executable, "-m", "journeys", "draw", "--dot", "dot", "-o", f"x.{ending}"]
    around = os.environ | {"PATH": f"{program.parent}:{os.environ['PATH']}"}
    return subprocess.run(command, cwd=folder, env=around, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("ending", ["svg", "pdf", "png"])
@pytest.mark.parametrize("script", ["cat >/dev/null; echo garbage", "echo '%PDF-1.7'; echo '<svg'"])
def test_what_comes_back_is_looked_at_before_it_is_kept(tmp_path: Path, ending: str, script: str) -> None:
    done = draw(tmp_path, script, ending)
    assert done.returncode == 3
    assert "what Graphviz (dot) wrote is no " in done.stderr
    assert done.stderr.count("\n") == 1
    assert not (tmp_path / f"x.{ending}").exists()


@pytest.mark.parametrize("where", ["", " >&2"])
def test_a_program_that_floods_is_ended(tmp_path: Path, where: str) -> None:
    done = draw(tmp_path, f"yes journeys{where}", "svg")
    assert done.returncode == 3
    assert "Graphviz wrote more than 100 MB, and was ended" in done.stderr
    assert done.stderr.count("\n") == 1


LIMITED = """\
import sys
from blueprints.engine import run_graphviz
from journeys.errors import ToolError
try:
    run_graphviz("digraph {}", dot=sys.argv[1], time_limit=1)
except ToolError as error:
    print(error)
"""


def test_what_a_program_that_hangs_has_started_ends_with_it(tmp_path: Path) -> None:
    program = tmp_path / "dot"
    program.write_text(f"#!/bin/sh\nsleep 600 &\necho $! > {tmp_path}/child\nwait\n")
    program.chmod(0o755)
    done = subprocess.run([sys.executable, "-c", LIMITED, program], capture_output=True, text=True, check=False)
    assert "did not finish within 1 s" in done.stdout, done.stderr
    child = int((tmp_path / "child").read_text())
    ends = time.monotonic() + 20
    while _runs(child) and time.monotonic() < ends:
        time.sleep(0.05)
    assert not _runs(child)


def _runs(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"
