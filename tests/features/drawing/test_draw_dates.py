"""The title of a drawing says when its file was last changed: by git where git knows, else by the file."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner

from journeys.surfaces.cli.program import program

WRITTEN = 1_600_000_000
"""2020-09-13."""


def git(folder: Path, *words: str, day: str = "2024-03-05") -> None:
    about = {
        "GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@example.com", "GIT_COMMITTER_NAME": "A",
        "GIT_COMMITTER_EMAIL": "a@example.com", "GIT_AUTHOR_DATE": f"{day}T12:00:00Z",
        "GIT_COMMITTER_DATE": "2024-12-31T12:00:00Z",
    }  # fmt: skip
    subprocess.run(["git", *words], cwd=folder, env=os.environ | about, check=True, capture_output=True)


def changed(folder: Path, out: Path, *options: str) -> dict[str, str]:
    """What the title of each drawing says, by its name."""
    words = ["draw", str(folder), "-o", str(out), "--format", "text", "--again", *options]
    assert CliRunner().invoke(program, words, catch_exceptions=False, standalone_mode=False).exit_code == 0
    lines = {path.stem: path.read_text("utf-8").splitlines() for path in out.glob("*.txt")}
    said = {name: [line for line in found if line.startswith("Last changed: ")] for name, found in lines.items()}
    return {name: found[0].removeprefix("Last changed: ") if found else "" for name, found in said.items()}


def journey(folder: Path, name: str) -> Path:
    file = folder / "with a space" / f"{name}.journey.yaml"
    file.parent.mkdir(exist_ok=True)
    CliRunner().invoke(program, ["new", str(file)])
    file.write_text(file.read_text("utf-8") + f"id: {name}\n", "utf-8")
    os.utime(file, (WRITTEN, WRITTEN))
    return file


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "journeys"
    folder.mkdir()
    git(folder, "init", "-q", "-b", "main")
    for name in ("ålder", "edited", "later"):
        journey(folder, name)
    git(folder, "add", ".")
    git(folder, "commit", "-q", "-m", "one")
    later = folder / "with a space" / "later.journey.yaml"
    later.write_text(later.read_text("utf-8") + "# more\n", "utf-8")
    git(folder, "commit", "-q", "-a", "-m", "two", day="2024-04-06")
    edited = folder / "with a space" / "edited.journey.yaml"
    edited.write_text(edited.read_text("utf-8") + "# more\n", "utf-8")
    os.utime(edited, (WRITTEN, WRITTEN))
    journey(folder, "new")
    return folder


def test_the_day_is_that_of_the_commit_or_of_the_file(folder: Path, tmp_path: Path) -> None:
    expected = {"ålder": "2024-03-05", "later": "2024-04-06", "edited": "2020-09-13", "new": "2020-09-13"}
    assert changed(folder, tmp_path / "out") == expected
    assert set(changed(folder, tmp_path / "out", "--no-dates").values()) == {""}


def test_a_shallow_clone_says_only_what_it_knows(folder: Path, tmp_path: Path) -> None:
    git(tmp_path, "clone", "-q", "--depth", "1", folder.as_uri(), "clone")
    assert set(changed(tmp_path / "clone", tmp_path / "out").values()) == {""}


def test_without_git_the_file_says_it_and_a_build_can_set_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "plain").mkdir()
    journey(tmp_path / "plain", "alone")
    assert changed(tmp_path / "plain", tmp_path / "out") == {"alone": "2020-09-13"}
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    assert changed(tmp_path / "plain", tmp_path / "out") == {"alone": "1970-01-02"}


def test_a_repository_without_commits_or_without_git_is_no_obstacle(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "plain").mkdir()
    git(tmp_path / "plain", "init", "-q")
    journey(tmp_path / "plain", "alone")
    assert changed(tmp_path / "plain", tmp_path / "out") == {"alone": "2020-09-13"}
    monkeypatch.setenv("PATH", str(tmp_path))
    assert changed(tmp_path / "plain", tmp_path / "out") == {"alone": "2020-09-13"}


def test_a_link_and_what_it_leads_to_have_one_day(folder: Path, tmp_path: Path) -> None:
    (folder / "link.journey.yaml").symlink_to(folder / "with a space" / "later.journey.yaml")
    assert set(changed(folder, tmp_path / "out").values()) >= {"2024-04-06"}
    assert "2020-09-13" not in {changed(folder, tmp_path / "out")[name] for name in ("later",)}


def test_a_conflict_that_a_merge_settles_is_a_change(folder: Path, tmp_path: Path) -> None:
    file = folder / "with a space" / "later.journey.yaml"
    text = file.read_text("utf-8")
    git(folder, "switch", "-qc", "other")
    file.write_text(text + "# theirs\n", "utf-8")
    git(folder, "commit", "-qam", "theirs", day="2024-05-01")
    git(folder, "switch", "-q", "main")
    file.write_text(text + "# ours\n", "utf-8")
    git(folder, "commit", "-qam", "ours", day="2024-05-02")
    with pytest.raises(subprocess.CalledProcessError):
        git(folder, "merge", "-q", "other", day="2024-06-06")
    file.write_text(text + "# both\n", "utf-8")
    git(folder, "commit", "-qam", "merged", day="2024-06-06")
    assert changed(folder, tmp_path / "out")["later"] == "2024-06-06"
