"""Names of files: each its own on any system, and short enough for all."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from journeys.file_names import is_source, safe_name, safe_names

STEP = "id: {id}\nsteps: [{{step: Ask, end: true}}]\n"


def test_names_that_a_system_takes_for_one_get_a_number() -> None:
    assert safe_names(("A", "a", "con", "con.x", "a/b", "a b")) == ("A", "a-2", "con-", "con-.x", "a-b", "a-b-2")
    assert safe_names(("index", "x"), taken=("index",)) == ("index-2", "x")


@pytest.mark.parametrize("letter", ["a", "ö", "界", "𝔘"])
def test_long_names_are_cut_between_letters_and_stay_apart(letter: str) -> None:
    names = [safe_name(letter * 200 + end) for end in ("", letter, "-promises-1", "-promises-2")]
    assert len(set(names)) == 4
    assert all(len(name.encode()) <= 130 for name in names)
    assert names[2].endswith("-promises-1")
    assert all(name == safe_name(name) for name in names)


def test_files_that_people_write_are_known_by_their_names() -> None:
    assert all(map(is_source, ("a.journey.yaml", "A.Journey.YML", "journeys.yaml", "Journeys.yml")))
    assert not any(map(is_source, ("a.yaml", "journey.yaml", "my-journeys.yaml")))


def test_drawings_of_journeys_that_differ_in_case_or_at_their_ends(tmp_path: Path) -> None:
    ids = ["A", "a", "con", "x" * 150 + "1", "x" * 150 + "2"]
    for number, id_ in enumerate(ids):
        text = f"journey: {number}\n" + STEP.format(id=id_)
        (tmp_path / f"{number}.journey.yaml").write_text(text)
    words = ("draw", "--format", "dot", "--view", "blueprint", "--view", "promises")
    done = subprocess.run([sys.executable, "-m", "journeys", *words], cwd=tmp_path, check=False, capture_output=True)
    assert done.returncode == 0, done.stderr
    names = [path.stem for path in (tmp_path / "drawings").glob("*.dot")]
    assert len({name.casefold() for name in names}) == 2 * len(ids)
    assert {"A", "a-2", "A-promises", "con-"} <= set(names)
    assert sum(name.endswith("-promises") for name in names) == 4
    assert not any("again" in name for name in names)
