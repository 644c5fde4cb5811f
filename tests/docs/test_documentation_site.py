"""The documentation is built with the project's own fence, strictly: nothing in it fails to show."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from page_session import ROOT

WHY = "the documentation is not built here: `pip install -e '.[dev]'` brings mkdocs"
pytest.importorskip("mkdocs", reason=WHY)
pytest.importorskip("pymdownx", reason=WHY)


def test_the_documentation_builds_strictly_and_shows_its_drawings(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", tmp_path],
        cwd=ROOT,
        env={**os.environ, "NO_COLOR": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stdout
    calculus = (tmp_path / "calculus/index.html").read_text("utf-8")
    assert calculus.count('<figure class="journeys journeys-draw"') == 15
    assert "root cause" in calculus
    example = (tmp_path / "examples/benefits/index.html").read_text("utf-8")
    for kind in ("draw", "promises", "owners", "findings"):
        assert f"journeys-{kind}" in example
    assert "journeys-error" not in example
    assert (tmp_path / "rules/touchpoint-without-owner/index.html").is_file()
    assert not list(tmp_path.rglob("*.journey.yaml"))
