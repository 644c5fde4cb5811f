"""A baseline: findings that are known, in a file that people read and tools compare."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from journeys.api import check, load_workspace
from journeys.checks.select import Choice
from journeys.checks.triage.baseline import baseline_of, baseline_path, read_baseline, write_baseline
from journeys.checks.triage.examine import examine
from journeys.errors import UsageError

STEP = """
  - step: {name}
    evidence: Receipt
    customer: Ask
    frontstage: Answer
"""
HEAD = "journey: Dinner for two\ncustomer: guest\nowner: manager\njob: Eat\nsteps:"
SHARED = "owners: {manager: {name: Manager, holder: Noor}}\ncustomers: {guest: {name: Guest}}\n"


def write(folder: Path, *steps: str, settings: str = "") -> Path:
    (folder / "journeys.yaml").write_text(SHARED + settings, "utf-8")
    file = folder / "a.journey.yaml"
    file.write_text(HEAD + "".join(STEP.format(name=name) for name in steps) + "    end: true\n", "utf-8")
    return file


def test_what_is_in_the_baseline_is_known_and_what_is_not_is_new(tmp_path: Path) -> None:
    unowned = Choice(only=("O101",))
    write(tmp_path, "Pay", "Leave")
    first = examine(load_workspace(tmp_path), unowned)
    write_baseline(tmp_path / "known.json", baseline_of(first.located))
    # A step before the others moves every line, and brings a finding of its own.
    write(tmp_path, "Arrive", "Pay", "Leave")
    again = examine(load_workspace(tmp_path), unowned, read_baseline(tmp_path / "known.json"))
    assert (len(first.located), again.baseline, again.stale) == (2, 2, 0)
    (new,) = again.located
    assert new.source.position(new.span.start).line == 9


def test_what_was_mended_is_counted_as_stale(tmp_path: Path) -> None:
    write(tmp_path, "Pay", "Leave")
    baseline = baseline_of(examine(load_workspace(tmp_path)).located)
    file = write(tmp_path, "Pay", "Leave")
    file.write_text(
        file.read_text("utf-8").replace("frontstage: Answer", "frontstage: {do: Answer, owner: manager}", 1), "utf-8"
    )
    again = examine(load_workspace(tmp_path), baseline=baseline)
    assert again.stale >= 1
    assert not [item for item in again.located if item.finding.code == "O101"]


def test_the_settings_name_the_baseline(tmp_path: Path) -> None:
    file = write(tmp_path, "Pay")
    write_baseline(tmp_path / "known.json", baseline_of(examine(load_workspace(tmp_path)).located))
    assert check(tmp_path)
    write(tmp_path, "Pay", settings="settings: {baseline: known.json}\n")
    assert check(tmp_path) == []
    assert check(file) == []


def test_findings_are_the_same_from_wherever_the_tool_is_called(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, "Pay", settings="ownrs: {}\n")
    marks = set()
    for folder in (tmp_path, tmp_path.parent, Path("/")):
        monkeypatch.chdir(folder)
        marks.add(tuple(sorted(item.fingerprint for item in examine(load_workspace(tmp_path)).located)))
    assert len(marks) == 1


def test_the_file_is_the_same_each_time_and_says_what_it_knows(tmp_path: Path) -> None:
    write(tmp_path, "Pay \u202e«ö»", "Leave")
    found = examine(load_workspace(tmp_path)).located
    for name, ordered in (("a", found), ("b", found[::-1])):
        write_baseline(tmp_path / f"{name}.json", baseline_of(ordered))
    assert (tmp_path / "a.json").read_bytes() == (tmp_path / "b.json").read_bytes()
    entries = json.loads((tmp_path / "a.json").read_text("utf-8"))["findings"]
    assert {(entry["code"], entry["message"]) for entry in entries} == {
        (item.finding.code, item.finding.message) for item in found
    }


def test_a_file_that_is_no_baseline_is_wrong_use(tmp_path: Path) -> None:
    for content in (
        "",
        "[]",
        "{}",
        '{"findings": [{}]}',
        '{"findings": [{"fingerprint": 1, "code": "x"}]}',
        "[" * 100_000,
    ):
        (tmp_path / "known.json").write_text(content, "utf-8")
        with pytest.raises(UsageError, match="is not a baseline"):
            read_baseline(tmp_path / "known.json")
    with pytest.raises(UsageError, match="cannot be read"):
        read_baseline(tmp_path / "nothing.json")


def test_a_baseline_outside_the_workspace_is_refused(tmp_path: Path) -> None:
    write(tmp_path, "Pay", settings="settings: {baseline: ../known.json}\n")
    with pytest.raises(UsageError, match="lies outside"):
        baseline_path(load_workspace(tmp_path))


def test_nothing_is_left_behind_where_a_baseline_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "known.json").mkdir()
    with pytest.raises(UsageError, match=r"known\.json is a folder"):
        write_baseline(tmp_path / "known.json", baseline_of(()))
    assert [path.name for path in tmp_path.iterdir()] == ["known.json"]


def test_an_empty_baseline_knows_nothing(tmp_path: Path) -> None:
    write(tmp_path, "Pay")
    found = examine(load_workspace(tmp_path))
    assert found.located
    assert examine(load_workspace(tmp_path), baseline=baseline_of(())) == found
