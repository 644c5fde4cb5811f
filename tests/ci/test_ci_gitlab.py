"""The template for GitLab: its script is run line by line, as a runner does."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

import pytest
import yaml
from repository import ROOT

TEXT = (ROOT / "templates" / "journeys.yml").read_text()
PROGRAM = f'#!/bin/sh\nexec "{sys.executable}" -c "from journeys.surfaces.cli import main; main()" "$@"\n'


def job(**inputs: str) -> dict[str, Any]:
    """The job of the template, its inputs put in as GitLab does."""
    spec, _ = yaml.safe_load_all(TEXT)
    given = {name: data.get("default", "") for name, data in spec["spec"]["inputs"].items()} | inputs
    body = TEXT.split("\n---\n", 1)[1]
    filled = re.sub(r"\$\[\[ inputs\.(\w+) \]\]", lambda found: given[found[1]], body)
    assert "$[[" not in filled
    jobs = yaml.safe_load(filled)
    assert list(jobs) == ["check-journeys"]
    found: dict[str, Any] = jobs["check-journeys"]
    return found


def run(folder: Path, one: dict[str, Any]) -> subprocess.CompletedProcess[str]:
    """The script of a job, ended by the first line that fails."""
    program = folder.parent / "bin" / "journeys"
    program.parent.mkdir()
    program.write_text(PROGRAM)
    program.chmod(0o755)
    variables = {name: str(value or "") for name, value in one["variables"].items()}
    return subprocess.run(
        ["sh", "-e", "-c", "\n".join(one["script"])],
        cwd=folder,
        capture_output=True,
        text=True,
        env={"PATH": f"{program.parent}{os.pathsep}/usr/bin:/bin", **variables},
    )


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """The examples in a repository of their own."""
    folder = tmp_path / "repository"
    shutil.copytree(ROOT / "examples", folder / "examples")
    return folder


def test_findings_fail_the_job_and_both_reports_are_there(repository: Path) -> None:
    one = job(paths="examples/benefits examples/broadband")
    done = run(repository, one)
    assert done.returncode == 1
    assert "examples/benefits/benefits.journey.yaml:" in done.stdout
    reports = one["artifacts"]["reports"]
    issues = json.loads((repository / reports["codequality"]).read_text())
    assert {issue["location"]["path"] for issue in issues} >= {"examples/benefits/benefits.journey.yaml"}
    assert ET.parse(repository / reports["junit"]).getroot().iter("failure")
    assert one["artifacts"]["when"] == "always"


def test_a_clean_workspace_passes_and_blocks_are_held(repository: Path) -> None:
    done = run(repository, job(paths="examples/marketplace", options="--profile strict"))
    assert done.returncode == 0, done.stderr
    shutil.rmtree(repository.parent / "bin")
    (repository / "page.md").write_text("<!-- journeys: owners marketplace -->\n<!-- /journeys -->\n")
    done = run(repository, job(paths="examples/marketplace", docs="page.md"))
    assert done.returncode == 1
    assert "page.md:1:1: error: D101" in done.stdout


def test_wrong_use_fails_at_once(repository: Path) -> None:
    done = run(repository, job(paths="nowhere"))
    assert done.returncode != 0
    assert "there is no such file or folder" in done.stderr
    assert not (repository / "gl-code-quality-report.json").exists()
