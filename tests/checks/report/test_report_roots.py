"""Formats that hosts of repositories read name files from the repository's root, wherever the check is run."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest


def run(folder: Path, *words: str) -> str:
    command = [sys.executable, "-m", "journeys", "check", *words]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False).stdout


@pytest.fixture
def home(tmp_path: Path) -> Path:
    for name in ("home/deep/x.journey.yaml", "home/other/y.journey.yaml", "outside/z.journey.yaml"):
        (tmp_path / name).parent.mkdir(parents=True)
        (tmp_path / name).write_text(f"journey: {Path(name).stem}\nstpes: [{{step: Ask}}]\n", "utf-8")
    subprocess.run(["git", "init", "-q", tmp_path / "home"], check=True)
    return tmp_path / "home"


@pytest.mark.parametrize(
    ("inside", "words"), [("deep", (".", "../other")), ("", ("deep", "other")), ("..", ("home/deep", "home/other"))]
)
def test_files_of_a_repository_are_named_from_its_root(home: Path, inside: str, words: tuple[str, ...]) -> None:
    wanted = {"deep/x.journey.yaml", "other/y.journey.yaml"}
    folder = home / inside
    assert set(re.findall(r"file=([^,]+),", run(folder, *words, "--format", "github"))) == wanted
    assert {one["location"]["path"] for one in json.loads(run(folder, *words, "--format", "gitlab"))} == wanted
    (log,) = json.loads(run(folder, *words, "--format", "sarif"))["runs"]
    places = [one["locations"][0]["physicalLocation"] for one in log["results"]]
    assert {place["artifactLocation"]["uri"] for place in places} == wanted


def test_files_of_no_repository_are_named_as_they_were(home: Path) -> None:
    assert "file=z.journey.yaml," in run(home.parent / "outside", "--format", "github")


def test_people_are_told_from_where_they_are(home: Path) -> None:
    assert run(home / "deep", "--format", "concise").startswith("x.journey.yaml:")
