"""`journeys format` as it is called."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

RAGGED = "journey:   'A'\nsteps:\n- step: B\n  end: true   # last\n"
NEAT = "journey: A\n\nsteps:\n  - step: B\n    end: true  # last\n"


def run(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", "from journeys.surfaces.cli import main; main()", "format", *words],
        cwd=folder, capture_output=True, text=True, encoding="utf-8", timeout=120, check=False,
    )  # fmt: skip


def test_check_tells_and_changes_nothing(tmp_path: Path) -> None:
    file = tmp_path / "a.journey.yaml"
    file.write_text(RAGGED)
    done = run(tmp_path, "--check")
    assert (done.returncode, done.stdout) == (1, "would lay out a.journey.yaml\n")
    assert file.read_text() == RAGGED


def test_diff_shows_and_changes_nothing(tmp_path: Path) -> None:
    file = tmp_path / "a.journey.yaml"
    file.write_text(RAGGED)
    done = run(tmp_path, "--diff", "--no-colour")
    assert done.returncode == 0
    assert "-journey:   'A'\n+journey: A\n" in done.stdout
    assert file.read_text() == RAGGED
    assert run(tmp_path, "--diff", "--check").returncode == 1


def test_a_folder_is_laid_out_with_its_workspace_file_and_keeps_its_modes(tmp_path: Path) -> None:
    (tmp_path / "journeys.yaml").write_bytes(b"\xef\xbb\xbfowners: {a:   A}\r\n")
    file = tmp_path / "sub" / "a.journey.yaml"
    file.parent.mkdir()
    file.write_text(RAGGED)
    file.chmod(0o640)
    done = run(tmp_path)
    assert done.returncode == 0
    assert (tmp_path / "journeys.yaml").read_bytes() == b"owners: {a: A}\r\n"
    assert file.read_text() == NEAT
    assert file.stat().st_mode & 0o777 == 0o640
    assert run(tmp_path, "--check").returncode == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["journeys.yaml", "sub"]


def test_the_line_ends_of_another_system_are_kept(tmp_path: Path) -> None:
    file = tmp_path / "a.journey.yaml"
    file.write_bytes(NEAT.replace("\n", "\r\n").encode())
    assert run(tmp_path, "--check").returncode == 0
    file.write_bytes(RAGGED.replace("\n", "\r\n").encode())
    assert run(tmp_path).returncode == 0
    assert file.read_bytes() == NEAT.replace("\n", "\r\n").encode()


def test_a_broken_file_is_left_alone_and_the_others_go_on(tmp_path: Path) -> None:
    broken = tmp_path / "a.journey.yaml"
    broken.write_text("journey: [x\n")
    (tmp_path / "b.journey.yaml").write_text(RAGGED)
    (tmp_path / "c.journey.yaml").write_bytes(b"journey: \xff\n")
    done = run(tmp_path)
    assert done.returncode == 1
    assert broken.read_text() == "journey: [x\n"
    assert "a.journey.yaml:1:" in done.stderr
    assert "not in UTF-8" in done.stderr
    assert (tmp_path / "b.journey.yaml").read_text() == NEAT
    (tmp_path / "c.journey.yaml").unlink()
    assert run(tmp_path).returncode == 1


def test_links_are_written_through_and_circles_told(tmp_path: Path) -> None:
    target = tmp_path / "kept" / "real.yaml"
    target.parent.mkdir()
    target.write_text(RAGGED)
    link = tmp_path / "a.journey.yaml"
    link.symlink_to(target)
    assert run(tmp_path, "a.journey.yaml").returncode == 0
    assert link.is_symlink()
    assert target.read_text() == NEAT
    (tmp_path / "loop.journey.yaml").symlink_to(tmp_path / "loop.journey.yaml")
    done = run(tmp_path, "loop.journey.yaml")
    assert done.returncode == 1
    assert done.stderr.count("\n") == 2


def test_links_that_lead_outside_are_passed_over(tmp_path: Path) -> None:
    outside = tmp_path / "outside.journey.yaml"
    outside.write_text(RAGGED)
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "in.journey.yaml").write_text(NEAT)
    (folder / "out.journey.yaml").symlink_to(outside)
    assert run(folder).returncode == 0
    assert outside.read_text() == RAGGED


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
def test_a_read_only_file_is_one_line_and_the_others_go_on(tmp_path: Path) -> None:
    shut = tmp_path / "a.journey.yaml"
    shut.write_text(RAGGED)
    shut.chmod(0o444)
    (tmp_path / "b.journey.yaml").write_text(RAGGED)
    done = run(tmp_path)
    assert done.returncode == 3
    assert shut.read_text() == RAGGED
    assert (tmp_path / "b.journey.yaml").read_text() == NEAT


def test_hostile_names_do_not_reach_the_terminal(tmp_path: Path) -> None:
    (tmp_path / "a\x1b[31m.journey.yaml").write_text('journey:   "\\e[2J"   # \x9b\n')
    done = run(tmp_path, "--diff")
    assert "\x1b" not in done.stdout + done.stderr
    assert "\x9b" not in done.stdout + done.stderr


def test_a_path_that_is_not_there_is_wrong_use(tmp_path: Path) -> None:
    done = run(tmp_path, "nowhere")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("journeys: nowhere: ")
