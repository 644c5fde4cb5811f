"""What is found in folders, and what is said of that which is not read."""

from __future__ import annotations

import ctypes
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from journeys.api import check, load_workspaces
from journeys.errors import UsageError

JOURNEY = """\
journey: Dinner for two
customer: guest
owner: manager
job: A good evening
steps:
  - step: Pay
    evidence: Receipt
    customer: Ask for the bill
    frontstage: {do: Take the payment, owner: manager}
    end: true
owners: {manager: {name: Manager, holder: Noor Haddad}}
customers: {guest: {name: Guest}}
"""
# <linux/prctl.h>, <linux/capability.h>: what lets root read whatever is shut.
_DROP, _OVERRIDE, _READ_SEARCH = 24, 1, 2


def _like_anybody() -> None:
    """Root reads every folder; without these two rights it is held to permissions as everybody is."""
    if sys.platform == "linux":
        prctl = ctypes.CDLL(None).prctl
        for right in (_OVERRIDE, _READ_SEARCH):
            prctl(_DROP, right, 0, 0, 0)


def journeys(cwd: Path, *arguments: object) -> subprocess.CompletedProcess[str]:
    """The program, as a person without special rights runs it."""
    return subprocess.run(
        [sys.executable, "-m", "journeys", *map(str, arguments)],
        cwd=cwd,
        preexec_fn=_like_anybody,
        env={**os.environ, "NO_COLOR": "1"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


@pytest.fixture
def shut(tmp_path: Path) -> Iterator[Path]:
    """A folder that nobody may look into, beside a journey."""
    (tmp_path / "dinner.journey.yaml").write_text(JOURNEY)
    folder = tmp_path / "teams" / "kitchen"
    folder.mkdir(parents=True)
    (folder / "lunch.journey.yaml").write_text(JOURNEY.replace("Dinner", "Lunch"))
    folder.chmod(0)
    yield folder
    folder.chmod(0o700)


@pytest.mark.usefixtures("shut")
def test_a_folder_that_cannot_be_searched_is_a_finding_as_a_file_is_that_cannot_be_read(tmp_path: Path) -> None:
    done = journeys(tmp_path, "check", ".")
    assert "teams/kitchen/:1:1: error: F101 the folder cannot be searched: Permission denied" in done.stdout
    assert "1 error" in done.stdout
    (found,) = json.loads(journeys(tmp_path, "check", ".", "--format", "json").stdout)["findings"]
    assert (found["code"], done.returncode, done.stderr) == ("F101", 1, "")
    drawn = journeys(tmp_path, "draw", ".", "--format", "dot")
    assert "teams/kitchen/ cannot be drawn; `journeys check` says why" in drawn.stderr
    assert drawn.returncode == 1


def test_folders_that_cannot_be_searched_are_not_taken_for_journeys_of_one_id(tmp_path: Path) -> None:
    shut = [tmp_path / team / "private" for team in ("kitchen", "bar")]
    for folder in shut:
        folder.mkdir(parents=True)
        folder.chmod(0)
    (tmp_path / "private.journey.yaml").write_text(JOURNEY)
    found = json.loads(journeys(tmp_path, "check", ".", "--format", "json").stdout)["findings"]
    assert [(one["code"], one["file"]) for one in found] == [("F101", "bar/private/"), ("F101", "kitchen/private/")]
    for folder in shut:
        folder.chmod(0o700)


def test_a_path_that_is_too_long_to_be_searched_is_told(tmp_path: Path) -> None:
    (tmp_path / "dinner.journey.yaml").write_text(JOURNEY)
    _deep(tmp_path, 20)
    (found,) = check(tmp_path)
    assert found.finding.code == "F101"
    assert "too long" in found.finding.message


def _deep(folder: Path, depth: int) -> None:
    """Folders in folders, further down than a path may lead; one step at a time there is no limit."""
    name = "f" * 250
    at = os.open(folder, os.O_RDONLY)
    for _ in range(depth):
        os.mkdir(name, dir_fd=at)
        below = os.open(name, os.O_RDONLY, dir_fd=at)
        os.close(at)
        at = below
    os.close(at)


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["format", "--check"], 1, "journeys: teams/kitchen/: the folder cannot be searched: Permission denied"),
        (["diff", ".", "."], 3, "journeys: teams/kitchen/: the folder cannot be searched, and so not compared"),
    ],
)
@pytest.mark.usefixtures("shut")
def test_other_commands_tell_it_too(tmp_path: Path, arguments: list[str], code: int, words: str) -> None:
    done = journeys(tmp_path, *arguments)
    assert words in done.stderr
    assert done.returncode == code


def test_a_folder_that_holds_nothing_but_a_link_out_of_it_says_so(tmp_path: Path) -> None:
    inside, outside = tmp_path / "inside", tmp_path / "outside"
    inside.mkdir()
    outside.mkdir()
    (outside / "dinner.journey.yaml").write_text(JOURNEY)
    (inside / "dinner.journey.yaml").symlink_to(outside / "dinner.journey.yaml")
    done = journeys(tmp_path, "check", "inside")
    assert done.stderr == (
        "journeys: no journeys in inside: the link inside/dinner.journey.yaml leads out of the folder, "
        "and is not followed: name what it leads to\n"
    )
    assert done.returncode == 2
    assert journeys(tmp_path, "check", "inside/dinner.journey.yaml").returncode == 0


@pytest.mark.parametrize(
    ("name", "target", "words"),
    [
        ("away", "../outside", "inside/away leads out of the folder, and is not followed"),
        ("lost.journey.yaml", "nowhere", "inside/lost.journey.yaml leads nowhere, or in a circle: mend it"),
        ("notes.txt", "../outside/notes.txt", "their files end in .journey.yaml"),
        (".hidden", "../outside", "their files end in .journey.yaml"),
        ("round", "../inside", "their files end in .journey.yaml"),
    ],
)
def test_only_what_may_lead_to_journeys_is_spoken_of(tmp_path: Path, name: str, target: str, words: str) -> None:
    for folder in ("inside", "outside"):
        (tmp_path / folder).mkdir()
    (tmp_path / "inside" / name).symlink_to(target)
    with pytest.raises(UsageError) as caught:
        load_workspaces([tmp_path / "inside"])
    assert words in str(caught.value)
    assert "more" not in str(caught.value)


def test_of_many_links_one_is_named_and_the_others_are_counted(tmp_path: Path) -> None:
    inside = tmp_path / "inside"
    inside.mkdir()
    for number in range(4):
        (inside / f"{number}.journey.yaml").symlink_to(tmp_path)
    with pytest.raises(UsageError, match=r"the link \S+/0\.journey\.yaml leads .*; 3 more are not followed$"):
        load_workspaces([inside])


@pytest.mark.parametrize("named", [".", "journeys.yaml", "dinner.journey.yaml"])
def test_a_folder_in_the_place_of_the_workspace_file_is_told(tmp_path: Path, named: str) -> None:
    (tmp_path / "dinner.journey.yaml").write_text(JOURNEY)
    (tmp_path / "journeys.yaml").mkdir()
    done = journeys(tmp_path, "check", named)
    assert "journeys.yaml/:1:1: error: F101 this is a folder, and a file is expected here" in done.stdout
    assert done.returncode == 1


def test_a_workspace_file_that_is_a_link_to_nowhere_is_told(tmp_path: Path) -> None:
    (tmp_path / "dinner.journey.yaml").write_text(JOURNEY)
    (tmp_path / "journeys.yaml").symlink_to("nowhere")
    (found,) = check(tmp_path)
    assert found.finding.code == "F101"
    assert found.source.name.endswith("/journeys.yaml")


def test_a_journey_that_ends_in_yml_is_read_like_any_other(tmp_path: Path) -> None:
    (tmp_path / "dinner.journey.yml").write_text(JOURNEY.replace("journey: Dinner for two\n", "journey: …\n", 1))
    (tmp_path / "lunch.journey.yaml").write_text(JOURNEY)
    (workspace,) = load_workspaces([tmp_path])
    assert [journey.file.rpartition("/")[2] for journey in workspace.journeys.values()] == [
        "dinner.journey.yml",
        "lunch.journey.yaml",
    ]
    assert next(iter(workspace.journeys)) == "dinner"


def test_what_a_file_speaks_of_in_another_is_read_too(tmp_path: Path) -> None:
    (tmp_path / "journeys.yaml").write_text("workspace: W\n")
    (tmp_path / "b.journey.yml").write_text(
        "journey: B\nid: b\nsteps: [{step: S, support: {do: Use, id: use}, end: true}]\n"
    )
    for number, said in enumerate(
        ("frontstage: {do: F, uses: b/use}", "journey: B", "frontstage: {do: F, triggers: b/use}")
    ):
        one = tmp_path / f"a{number}.journey.yaml"
        one.write_text(f"journey: A{number}\nsteps: [{{step: S, {said}, end: true}}]\n")
        (workspace,) = load_workspaces([one])
        assert "b" in workspace.journeys
        assert workspace.journeys[f"a{number}"].findings == ()


def test_without_a_workspace_file_the_journeys_of_the_same_folder_may_be_spoken_of(tmp_path: Path) -> None:
    one = tmp_path / "a.journey.yaml"
    one.write_text("journey: A\nsteps: [{step: S, journey: B, end: true}]\n")
    (tmp_path / "b.journey.yaml").write_text("journey: B\nsteps: [{step: T, end: true}]\n")
    (tmp_path / "below").mkdir()
    (tmp_path / "below" / "c.journey.yaml").write_text("journey: C\nsteps: [{step: T, end: true}]\n")
    (workspace,) = load_workspaces([one])
    assert list(workspace.journeys) == ["a", "b"]
    assert [journey.id for journey in workspace.selected] == ["a"]
    assert workspace.journeys["a"].findings == ()


def test_a_journey_that_speaks_of_itself_alone_is_read_alone(tmp_path: Path) -> None:
    one = tmp_path / "a.journey.yaml"
    one.write_text("journey: A\nsteps: [{step: S, end: true}]\n")
    (tmp_path / "b.journey.yaml").write_text("journey: B\nsteps: [{step: T, end: true}]\n")
    assert list(load_workspaces([one])[0].journeys) == ["a"]


def test_a_workspace_file_may_end_in_yml_and_there_is_only_one(tmp_path: Path) -> None:
    (tmp_path / "journeys.yml").write_text("owners: {waiter: Waiters}\ncustomers: {guest: Guest}\n", "utf-8")
    (tmp_path / "dinner.journey.yml").write_text(
        "journey: Dinner\nowner: waiter\ncustomer: guest\nsteps:\n"
        "  - {step: Eat, customer: Eat, frontstage: {do: Serve, owner: waiter, takes: none}, end: true}\n",
        "utf-8",
    )
    (workspace,) = load_workspaces([tmp_path])
    assert [journey.id for journey in workspace.selected] == ["dinner"]
    assert not [one for one in check(workspace) if one.finding.severity == "error"]
    (tmp_path / "journeys.yaml").write_text("owners: {waiter: Waiters}\ncustomers: {guest: Guest}\n", "utf-8")
    (workspace,) = load_workspaces([tmp_path])
    (found,) = [one for one in check(workspace) if one.finding.severity == "error"]
    assert (found.finding.code, found.source.name.rsplit("/", 1)[-1]) == ("F101", "journeys.yaml")
    assert "journeys.yml stands beside this one: it is not read" in found.finding.message


def names_in(folder: Path) -> list[str]:
    return sorted(
        Path(journey.file).relative_to(folder).as_posix()
        for workspace in load_workspaces([folder])
        for journey in workspace.selected
    )


@pytest.fixture
def many(tmp_path: Path) -> Path:
    for name in ("a", "old/b", "old/deep/c", "team/draft-d", "team/e", "team/old/f"):
        path = tmp_path / f"{name}.journey.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"journey: {path.stem[:-8]}\nsteps: [{{step: Ask, end: true}}]\n", "utf-8")
    (tmp_path / "journeys.yaml").write_text("workspace: W\n", "utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("exclude", "left_out"),
    [
        ("old", ["old/b", "old/deep/c", "team/old/f"]),
        ("./old/", ["old/b", "old/deep/c", "team/old/f"]),
        ("old/*.journey.yaml", ["old/b"]),
        ("old/**", ["old/b", "old/deep/c"]),
        ("'**/old/f*'", ["team/old/f"]),
        ("draft-*", ["team/draft-d"]),
        ("[team/old, 'draft-?.journey.yaml']", ["team/draft-d", "team/old/f"]),
        ("'[ab].journey.yaml'", []),
        ("[{a: b}, '', 7, nothing]", []),
    ],
)
def test_what_the_workspace_file_excludes_is_passed_over(many: Path, exclude: str, left_out: list[str]) -> None:
    everything = names_in(many)
    (many / "journeys.yaml").write_text(f"workspace: W\nexclude: {exclude}\n", "utf-8")
    expected = [name for name in everything if name.removesuffix(".journey.yaml") not in left_out]
    assert names_in(many) == expected
    assert len(load_workspaces([many / "old" / "b.journey.yaml"])[0].selected) == 1


def test_a_folder_within_heeds_what_its_workspace_excludes_above(many: Path) -> None:
    (many / "journeys.yaml").write_text("exclude: team/old\n", "utf-8")
    assert names_in(many / "team") == ["draft-d.journey.yaml", "e.journey.yaml"]


def test_what_git_ignores_is_passed_over_unless_it_is_asked_for(many: Path) -> None:
    subprocess.run(["git", "init", "-q", many], check=True)
    (many / ".gitignore").write_text("old/\ndraft-*\n", "utf-8")
    subprocess.run(["git", "add", "-f", "team/old"], cwd=many, check=True)
    assert names_in(many) == ["a.journey.yaml", "team/e.journey.yaml", "team/old/f.journey.yaml"]
    assert names_in(many / "old") == ["b.journey.yaml", "deep/c.journey.yaml"]
    assert len(load_workspaces([many / "team" / "draft-d.journey.yaml"])[0].selected) == 1
    command = [sys.executable, "-m", "journeys", "format", "--check"]
    done = subprocess.run(command, cwd=many, capture_output=True, text=True, check=False)
    assert "old/b" not in done.stdout
