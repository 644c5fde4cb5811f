"""The hooks for pre-commit, run by pre-commit itself in a real repository."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest
import yaml
from repository import ROOT

MANIFEST = ROOT / ".pre-commit-hooks.yaml"
PROGRAM = f'#!/bin/sh\nexec "{sys.executable}" -c "from journeys.surfaces.cli import main; main()" "$@"\n'

pytestmark = pytest.mark.skipif(
    find_spec("pre_commit") is None or shutil.which("git") is None, reason="pre-commit or git is not installed"
)


class Repository:
    """A git repository whose hooks are those of the manifest, run by the program that is installed here."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "repository"
        self.folder.mkdir()
        program = folder / "bin" / "journeys"
        program.parent.mkdir()
        program.write_text(PROGRAM)
        program.chmod(0o755)
        self._variables = {
            "PATH": f"{program.parent}{os.pathsep}{os.environ['PATH']}",
            "HOME": str(folder),
            "PRE_COMMIT_HOME": str(folder / "cache"),
            "GIT_CONFIG_GLOBAL": os.devnull,
        }
        hooks = [hook | {"language": "system"} for hook in yaml.safe_load(MANIFEST.read_text())]
        hooks[0]["args"] = ["--ignore", "owner-owns-nothing"]
        self.write(".pre-commit-config.yaml", yaml.safe_dump({"repos": [{"repo": "local", "hooks": hooks}]}))
        self._run("git", "init", "-q")

    def write(self, name: str, text: str) -> None:
        """Write a file."""
        (self.folder / name).write_text(text)

    def hooks(self, *names: str) -> subprocess.CompletedProcess[str]:
        """Run hooks on all files, or on those that are named."""
        self._run("git", "add", "--all")
        return self._run(sys.executable, "-m", "pre_commit", "run", "--color", "never", *(names or ("--all-files",)))

    def _run(self, *command: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(command, cwd=self.folder, capture_output=True, text=True, env=self._variables)


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """A repository without journeys."""
    return Repository(tmp_path)


def test_pre_commit_accepts_the_manifest() -> None:
    done = subprocess.run([sys.executable, "-m", "pre_commit", "validate-manifest", str(MANIFEST)], capture_output=True)
    assert done.returncode == 0, done.stderr
    assert [hook["id"] for hook in yaml.safe_load(MANIFEST.read_text())] == [
        "journeys-check", "journeys-format", "journeys-docs",
    ]  # fmt: skip


def test_a_repository_without_journeys_is_left_in_peace(repository: Repository) -> None:
    repository.write("data.yaml", "a: 1\n")
    done = repository.hooks()
    assert done.returncode == 0, done.stdout
    assert done.stdout.count("(no files to check)Skipped") == 3


def test_hooks_find_lay_out_and_bring_up_to_date(repository: Repository) -> None:
    folder = repository.folder / "marketplace"
    shutil.copytree(ROOT / "examples" / "marketplace", folder)
    shutil.copy(ROOT / "examples" / "journeys.yaml", repository.folder)
    repository.hooks()
    assert repository.hooks().returncode == 0, "laid out and clean"

    repository.write("page.md", "<!-- journeys: draw marketplace -->\n<!-- /journeys -->\n")
    done = repository.hooks()
    assert done.returncode == 1
    assert "files were modified by this hook" in done.stdout
    assert (repository.folder / "blueprints" / "marketplace.svg").exists()
    assert repository.hooks().returncode == 0

    journey = folder / "marketplace.journey.yaml"
    text = journey.read_text()
    journey.write_text(text.replace("journey:", "journey:   ", 1))
    done = repository.hooks("journeys-format", "--all-files")
    assert done.returncode == 1
    assert "laid out" in done.stdout
    assert journey.read_text() == text

    journey.write_text(text.replace("owner: returns\n", "owner: nobody-here\n"))
    done = repository.hooks("journeys-check", "--files", "journeys.yaml")
    assert done.returncode == 1
    assert "marketplace/marketplace.journey.yaml:" in done.stdout
