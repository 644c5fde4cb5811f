"""Sites written by the command itself."""

from __future__ import annotations

from pathlib import Path

import pytest
from lived import CAKE, SHARED
from sites import HOSTILE, hostile_texts, journeys
from surveyed import TODAY, surveyed


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
def lived_in(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of a shop with values, governance, voices and changes."""
    folder = tmp_path_factory.mktemp("lived")
    (folder / "journeys.yaml").write_text(SHARED, encoding="utf-8")
    (folder / "cake.journey.yaml").write_text(CAKE, encoding="utf-8")
    ran = journeys("site", folder / "site", cwd=folder)
    assert ran.code == 0, ran.err
    return folder / "site"


@pytest.fixture(scope="session")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of a workspace whose customers were asked, some of whom call themselves what nobody is called."""
    folder = surveyed(tmp_path_factory.mktemp("asked"), renter=HOSTILE)
    ran = journeys("site", folder / "site", "--today", str(TODAY), cwd=folder)
    assert (ran.code, ran.err.count("\n")) == (0, 1), ran.err
    return folder / "site"
