"""Sites written by the command itself, and a real browser to read them in."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sites import hostile_texts, journeys

_ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
)


@pytest.fixture(scope="session")
def examples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the four examples."""
    out = tmp_path_factory.mktemp("examples") / "site"
    ran = journeys("site", out, "examples")
    assert ran.code == 0, ran.err
    return out


@pytest.fixture(scope="session")
def hostile_workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace whose every name wants to be markup, a path or a script, with a file that breaks off."""
    folder = tmp_path_factory.mktemp("hostile")
    for name, text in hostile_texts().items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def hostile(hostile_workspace: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the hostile workspace."""
    out = tmp_path_factory.mktemp("hostile-site") / "site"
    ran = journeys("site", out, cwd=hostile_workspace)
    assert ran.code == 0, ran.err
    return out


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """A headless Chromium; without it the tests that need it are skipped, and say so."""
    playwright = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if program is None:
        pytest.skip("no Chromium on this machine")
    with playwright.sync_playwright() as run:
        started = run.chromium.launch(executable_path=program, args=list(_ARGUMENTS))
        yield started
        started.close()
