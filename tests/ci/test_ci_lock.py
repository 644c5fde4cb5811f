"""The lock is held to what the project asks for, by the script that CI runs."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from repository import ROOT

UV = Path(sys.executable).with_name("uv")


@pytest.mark.skipif(not UV.exists() or os.name == "nt", reason="uv or a shell is missing")
@pytest.mark.parametrize(
    ("asked", "code", "said"),
    [("networkx>=3.2", 0, ""), ("networkx>=99", 1, ""), ("networkx<3.3", 1, "run .ci/lock")],
    ids=["locked", "not to be had", "not what is locked"],
)
def test_a_lock_that_is_not_what_the_project_asks_for_is_told(asked: str, code: int, said: str, tmp_path: Path) -> None:
    (tmp_path / ".ci").mkdir()
    shutil.copy(ROOT / ".ci/lock", tmp_path / ".ci/lock")
    project = f'[project]\nname = "small"\nversion = "1"\ndependencies = ["{asked}"]\noptional-dependencies.dev = []\n'
    (tmp_path / "pyproject.toml").write_text(project, "utf-8")
    locked = tmp_path / "constraints.txt"
    shutil.copy(ROOT / "constraints.txt", locked)
    environment = {**os.environ, "PATH": os.pathsep.join([str(UV.parent), os.environ["PATH"]])}
    if not code:
        subprocess.run([tmp_path / ".ci/lock"], env=environment, check=False, capture_output=True)
    before = locked.read_bytes()
    ran = subprocess.run(
        [tmp_path / ".ci/lock", "--check"], env=environment, check=False, capture_output=True, text=True
    )
    if "Failed to fetch" in ran.stderr:
        pytest.skip("no index of packages within reach")
    assert (ran.returncode, said in ran.stdout) == (code, True), ran.stderr
    assert locked.read_bytes() == before
