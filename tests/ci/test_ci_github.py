"""The action for GitHub: its own script is run by bash with the variables that GitHub would give it."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml
from repository import ROOT

ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text())
STEPS: list[dict[str, Any]] = ACTION["runs"]["steps"]
PROGRAM = f'#!/bin/sh\nexec "{sys.executable}" -c "from journeys.surfaces.cli import main; main()" "$@"\n'


class Run(NamedTuple):
    """What the step left behind."""

    code: int
    out: str
    outputs: dict[str, str]
    summary: str


def step(name: str) -> dict[str, Any]:
    """The step of a name."""
    return next(one for one in STEPS if one.get("name") == name)


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """`journeys` as a file that can be run."""
    path = tmp_path / "bin" / "journeys"
    path.parent.mkdir()
    path.write_text(PROGRAM)
    path.chmod(0o755)
    return path


def check(folder: Path, program: Path, **inputs: str) -> Run:
    """Run the step that checks, with the action's defaults for what is not given."""
    given = {name: data.get("default", "") for name, data in ACTION["inputs"].items()}
    given |= {name.replace("_", "-"): value for name, value in inputs.items()}
    one = step("Check journeys")
    variables = {
        name: re.sub(r"\$\{\{ inputs\.([\w-]+) \}\}", lambda found: given[found[1]], value)
        for name, value in one["env"].items()
    }
    assert not any("${{" in value for value in variables.values())
    files = {name: folder.parent / name.lower() for name in ("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY")}
    for path in files.values():
        path.write_text("")
    bash = shutil.which("bash")
    assert bash is not None
    done = subprocess.run(
        [bash, "--noprofile", "--norc", "-eo", "pipefail", "-c", one["run"]],
        cwd=folder,
        capture_output=True,
        text=True,
        env={"PATH": "/usr/bin:/bin", "JOURNEYS": str(program)} | variables | {k: str(v) for k, v in files.items()},
    )
    outputs = dict(line.split("=", 1) for line in files["GITHUB_OUTPUT"].read_text().splitlines())
    return Run(done.returncode, done.stdout + done.stderr, outputs, files["GITHUB_STEP_SUMMARY"].read_text())


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """The examples in a repository of their own."""
    folder = tmp_path / "repository"
    shutil.copytree(ROOT / "examples", folder / "examples")
    return folder


def test_findings_become_annotations_sarif_and_a_summary(repository: Path, program: Path) -> None:
    run = check(repository, program, paths="examples/benefits")
    assert run.code == 0, "a later step fails the job, after SARIF was uploaded"
    assert run.outputs == {"sarif-file": "journeys.sarif", "clean": "false"}
    assert "::error file=examples/benefits/benefits.journey.yaml,line=" in run.out
    sarif = json.loads((repository / "journeys.sarif").read_text())
    assert len(sarif["runs"][0]["results"]) > 10
    assert run.summary.startswith("### ")
    assert "| O101" not in run.out
    assert "O101" in run.summary


def test_a_clean_workspace_is_clean(repository: Path, program: Path) -> None:
    run = check(repository, program, paths="examples/marketplace\n", profile="strict")
    assert (run.code, run.outputs["clean"]) == (0, "true")
    assert "::error" not in run.out


def test_warnings_can_be_allowed_and_blocks_held(repository: Path, program: Path) -> None:
    (repository / "page one.md").write_text("<!-- journeys: owners marketplace -->\n<!-- /journeys -->\n")
    run = check(repository, program, paths="examples/marketplace", max_warnings="0", docs="page one.md\n")
    assert run.outputs["clean"] == "false"
    assert "::error file=page one.md,line=1,endLine=1,title=D101 block-out-of-date" in run.out
    assert "this block is out of date" in run.summary


def test_a_path_that_is_not_there_ends_the_step(repository: Path, program: Path) -> None:
    run = check(repository, program, paths="nowhere")
    assert run.code == 2
    assert "clean" not in run.outputs


@pytest.mark.parametrize("hostile", ["$(touch pwned)", '"; touch pwned; "', "`touch pwned`", "--fix"])
def test_inputs_are_never_run(repository: Path, program: Path, hostile: str) -> None:
    assert check(repository, program, paths=hostile).code == 2
    assert not (repository / "pwned").exists()


def test_no_script_holds_an_input_and_every_input_is_used() -> None:
    scripts = "".join(one.get("run", "") for one in STEPS)
    assert "${{" not in scripts
    used = set(re.findall(r"inputs\.([\w-]+)", (ROOT / "action.yml").read_text()))
    assert used == set(ACTION["inputs"])
    assert set(re.findall(r"steps\.(\w+)\.", (ROOT / "action.yml").read_text())) <= {one.get("id") for one in STEPS}


@pytest.mark.parametrize("script", [one["run"] for one in STEPS if "run" in one])
def test_bash_understands_every_script(script: str) -> None:
    assert subprocess.run(["bash", "-n", "-c", script]).returncode == 0
