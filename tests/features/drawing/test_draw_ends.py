"""Drawing many files, and what becomes of them when it ends early."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner
from repository import EXAMPLES

from journeys.errors import ToolError
from journeys.surfaces.cli.program import program

SCRIPT = """
from pathlib import Path
from journeys.api import load_workspaces
from journeys.features.drawing import Order, plan
print(len(list(plan(load_workspaces([Path({folder!r})]), Order(Path({out!r}), formats=("text",))).draw())))
"""


def draw(*words: object) -> list[str]:
    done = CliRunner().invoke(program, ["draw", *map(str, words)], catch_exceptions=False, standalone_mode=False)
    return done.output.splitlines()


@pytest.fixture
def many(tmp_path: Path) -> Path:
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(30):
        steps = "".join(f"  - step: Step {n}\n    customer: Act\n" for n in range(20))
        (folder / f"j{number}.journey.yaml").write_text(f"journey: J{number}\nid: j{number}\nsteps:\n{steps}", "utf-8")
    return folder


def test_what_a_failed_run_drew_does_not_pass_for_what_was_there(tmp_path: Path) -> None:
    out = tmp_path / "out"
    draw(EXAMPLES / "benefits", "-o", out)
    before = (out / "benefits.svg").read_bytes()
    with pytest.raises(ToolError, match="million pixels"):
        draw(EXAMPLES / "benefits", "-o", out, "--theme", "dark", "--format", "svg", "--format", "png", "--scale", "8")
    assert (out / "benefits.svg").read_bytes() != before
    assert draw(EXAMPLES / "benefits", "-o", out) == [f"drew {out / 'benefits.svg'}"]
    assert (out / "benefits.svg").read_bytes() == before


PROMISES = """
journey: A
owner: shop
owners: {shop: Shop}
customer: host
customers: {host: Host}
steps:
  - step: One
    customer: Act
    frontstage: {do: Serve, owner: shop}
promises:
  soon: {promise: Soon, by: shop, to: host, made: One, kept: One}
  well: {promise: Well, by: shop, to: host, made: One, kept: One}
"""


def test_a_page_is_drawn_again_when_a_chain_has_changed(tmp_path: Path) -> None:
    file = tmp_path / "a.journey.yaml"
    words = (file, "-o", tmp_path / "out", "--format", "html", "--no-dates", "--no-findings")
    file.write_text(PROMISES, "utf-8")
    assert draw(*words)[0].startswith("drew")
    assert draw(*words)[0].startswith("same")
    file.write_text(PROMISES.replace("kept: One}", "kept: One, relies_on: [well]}", 1), "utf-8")
    assert draw(*words)[0].startswith("drew")


@pytest.mark.parametrize(
    "where", ["", ", made: Ordr, kept: Ordr", ", kept: wherever it is asked", ", kept: One", ", made: One"]
)
def test_a_promise_that_is_made_or_kept_nowhere_is_drawn(tmp_path: Path, where: str) -> None:
    file = tmp_path / "a.journey.yaml"
    file.write_text(PROMISES.replace(", made: One, kept: One", where), "utf-8")
    for narrowed in ([], ["--columns", "1"]):
        assert draw(file, "-o", tmp_path / "out", "--format", "dot", "--again", *narrowed)[0].startswith("drew")


def test_a_broken_memory_is_no_obstacle(tmp_path: Path) -> None:
    for memory in ("[" * 100_000, '{"' + "x" * 5000 + '": "1"}', "[]", "\x00"):
        (tmp_path / ".drawings.json").write_text(memory, "utf-8")
        assert draw(EXAMPLES / "broadband", "-o", tmp_path, "--format", "dot")[0].startswith("drew")
        assert draw(EXAMPLES / "broadband", "-o", tmp_path, "--format", "dot")[0].startswith("same")


def test_a_script_that_is_its_own_main_module_draws_them_too(many: Path, tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(SCRIPT.format(folder=str(many), out=str(tmp_path / "out")), "utf-8")
    done = subprocess.run([sys.executable, script], capture_output=True, text=True, check=False)
    assert done.stdout == "30\n", done.stderr
    assert len(list((tmp_path / "out").glob("*.txt"))) == 30


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="this system does not list its processes as files")
def test_processes_end_with_the_one_that_started_them(many: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "journeys", "draw", str(many), "-o", str(tmp_path / "out"), "--format", "png"]
    running = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert running.stdout is not None
    assert running.stdout.readline().startswith("drew")
    children = _children(running.pid)
    assert children or len(os.sched_getaffinity(0)) == 1
    running.send_signal(signal.SIGKILL)
    running.wait()
    running.stdout.close()
    deadline = time.monotonic() + 20
    while any(map(_runs, children)) and time.monotonic() < deadline:
        time.sleep(0.1)
    assert not any(map(_runs, children))


def _children(parent: int) -> list[int]:
    listed = Path(f"/proc/{parent}/task/{parent}/children").read_text("ascii")
    return [int(word) for word in listed.split() if "spawn_main" in Path(f"/proc/{word}/cmdline").read_text("utf-8")]


def _runs(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text("utf-8").rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def test_a_repositorys_settings_run_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "repository"
    folder.mkdir()
    hostile = tmp_path / "hostile.sh"
    hostile.write_text(f"#!/bin/sh\necho ran >> {tmp_path / 'ran'}\ncat\n", "utf-8")
    hostile.chmod(0o755)
    CliRunner().invoke(program, ["new", str(folder / "a.journey.yaml")])
    about = {
        "GIT_AUTHOR_NAME": "A",
        "GIT_AUTHOR_EMAIL": "a@b.c",
        "GIT_COMMITTER_NAME": "A",
        "GIT_COMMITTER_EMAIL": "a@b.c",
    }
    for words in (["init", "-q"], ["add", "."], ["commit", "-qm", "one"]):
        subprocess.run(["git", *words], cwd=folder, env=os.environ | about, check=True)
    (folder / ".gitattributes").write_text("*.yaml filter=f diff=d\n", "utf-8")
    for name in (
        "core.fsmonitor",
        "filter.f.clean",
        "filter.f.smudge",
        "diff.d.textconv",
        "diff.external",
        "gpg.program",
    ):
        subprocess.run(["git", "config", name, str(hostile)], cwd=folder, check=True)
    subprocess.run(["git", "config", "log.showSignature", "true"], cwd=folder, check=True)
    os.utime(folder / "a.journey.yaml", (1, 1))
    (text,) = draw(folder, "-o", tmp_path / "out", "--format", "text")
    assert "1970" not in Path(text.removeprefix("drew ")).read_text("utf-8"), "git was not asked"
    assert not (tmp_path / "ran").exists()
