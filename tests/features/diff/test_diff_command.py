"""`journeys diff` with real repositories."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest
from rules_of_geometry import problems
from svg_geometry import read

ONE = """\
journey: Buy a hat
customer: buyer
customers: {buyer: Buyer}
owners: {shop: The shop, post: The post}
steps:
  - step: Order
    customer: Order the hat
    frontstage: {do: Take the order, owner: shop, channel: web}
  - step: Receive
    customer: Take in the hat
    frontstage: {do: Bring the hat, owner: post, channel: at home}
    end: true
promises:
  hat-in-time:
    promise: The hat comes in time
    by: post
    to: buyer
    made: Order
    kept: Receive
    within: 3 days
"""
TWO = (
    ONE.replace("3 days", "5 days")
    .replace("step: Receive", "step: Get the hat")
    .replace("kept: Receive", "kept: Get the hat")
)


def run(folder: Path, *words: str, **env: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", "from journeys.surfaces.cli import main; main()", "diff", *words], cwd=folder,
        capture_output=True, text=True, encoding="utf-8", timeout=120, check=False, env={**os.environ, **env},
    )  # fmt: skip


def git(folder: Path, *words: str) -> None:
    about = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *about, *words], cwd=folder, check=True, capture_output=True, timeout=60)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository whose main branch holds one journey, and whose working tree another state of it."""
    if shutil.which("git") is None:
        pytest.skip("git is not installed")
    home = tmp_path / "home"
    (home / "shop").mkdir(parents=True)
    git(home, "init", "-q", "-b", "main")
    (home / "shop" / "hat.journey.yaml").write_text(ONE)
    git(home, "add", ".")
    git(home, "commit", "-qm", "one")
    git(home, "tag", "v1")
    (home / "shop" / "hat.journey.yaml").write_text(TWO)
    return home


@pytest.mark.parametrize(
    ("inside", "words"),
    [
        (".", ["main"]),
        (".", ["HEAD", "shop"]),
        (".", ["v1:shop/hat.journey.yaml", "shop/hat.journey.yaml"]),
        (".", ["v1:shop", "shop"]),
        ("shop", ["main"]),
        ("shop", ["v1:./hat.journey.yaml", "hat.journey.yaml"]),
        ("shop", ["main", "hat.journey.yaml"]),
    ],
)
def test_a_revision_is_compared_with_the_working_tree(repository: Path, inside: str, words: list[str]) -> None:
    done = run(repository / inside, *words, "--format", "json")
    assert done.returncode == 0, done.stderr
    data = json.loads(done.stdout)
    (journey,) = data["journeys"]
    (promise,) = journey["promises"]
    assert (promise["weakened"], promise["to"]) == (True, ["Buyer"])
    (step,) = journey["nodes"]
    assert (step["renamed"], step["old_name"], step["name"]) == (True, "Receive", "Get the hat")


def test_two_revisions_are_compared_whatever_the_working_tree_holds(repository: Path) -> None:
    git(repository, "commit", "-qam", "two")
    (repository / "shop" / "hat.journey.yaml").write_text("journey: [broken\n")
    done = run(repository, "HEAD~1", "main", "--fail-on", "weakened")
    assert done.returncode == 1
    assert "within: 3 days → 5 days (weaker)" in done.stdout
    assert run(repository, "main", "HEAD~1", "--fail-on", "weakened").returncode == 0
    assert run(repository, "main", "HEAD~1", "--fail-on", "any").returncode == 1
    assert run(repository, "main", "main", "--fail-on", "any").returncode == 0


def test_export_attributes_and_hooks_hide_nothing(repository: Path) -> None:
    (repository / ".gitattributes").write_text("*.yaml export-ignore\n")
    git(repository, "add", ".gitattributes")
    git(repository, "commit", "-qm", "attributes")
    assert "weaker" in run(repository, "main").stdout
    done = run(repository / "shop", "main", GIT_DIR=".git", GIT_INDEX_FILE=".git/index")
    assert (done.returncode, "weaker" in done.stdout) == (0, True)


def test_folders_are_compared_without_git(tmp_path: Path) -> None:
    for name, text in (("old", ONE), ("new", TWO)):
        (tmp_path / name).mkdir()
        (tmp_path / name / "hat.journey.yaml").write_text(text)
    done = run(tmp_path, "old", "new", "--format", "markdown", PATH="")
    assert done.returncode == 0, done.stderr
    assert "**weakened**" in done.stdout
    done = run(tmp_path, "old/hat.journey.yaml", "new/hat.journey.yaml", "--fail-on", "broken", PATH="")
    assert done.returncode == 0, done.stderr


def one_line(done: subprocess.CompletedProcess[str], code: int, words: str) -> None:
    assert (done.returncode, done.stdout) == (code, "")
    assert done.stderr.count("\n") == 1
    assert words in done.stderr


@pytest.mark.parametrize(
    "revision",
    [
        "nowhere",
        "--help-me",
        "-x",
        "main:nowhere",
        "nowhere:shop",
        "main~9",
        ":",
        "main^{tree}",
        "\x1b[31m",
        "--output=x",
    ],
)
def test_what_git_does_not_know_is_one_line(repository: Path, revision: str) -> None:
    done = run(repository, "--", revision)
    one_line(done, 2, "revision")
    assert "\x1b" not in done.stderr


def test_a_folder_in_no_repository_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "a.journey.yaml").write_text(ONE)
    one_line(run(tmp_path, "main", GIT_CEILING_DIRECTORIES=str(tmp_path.parent)), 2, "no git repository")


def test_a_machine_without_git_is_one_line(repository: Path) -> None:
    one_line(run(repository, "main", PATH=""), 3, "git is not installed")


def test_a_broken_git_is_one_line(repository: Path, tmp_path: Path) -> None:
    tools = tmp_path / "tools"
    tools.mkdir()
    fake = tools / "git"
    fake.write_text("#!/bin/sh\necho 'fatal: disk on fire' >&2\nexit 128\n")
    fake.chmod(0o755)
    one_line(run(repository, "main", PATH=f"{tools}:/bin:/usr/bin"), 3, "disk on fire")


def test_a_path_that_is_no_journey_is_one_line(repository: Path) -> None:
    (repository / "empty").mkdir()
    one_line(run(repository, "main", "empty"), 2, "no journeys in empty")


def test_a_repository_without_commits_is_one_line(tmp_path: Path) -> None:
    if shutil.which("git") is None:
        pytest.skip("git is not installed")
    git(tmp_path, "init", "-q")
    (tmp_path / "a.journey.yaml").write_text(ONE)
    one_line(run(tmp_path, "HEAD"), 2, "revision")


def test_a_journey_that_was_not_there_is_new(repository: Path) -> None:
    (repository / "shop" / "coat.journey.yaml").write_text(ONE.replace("hat", "coat"))
    done = run(repository, "main")
    assert "Buy a coat (new)" in done.stdout
    (repository / "shop" / "coat.journey.yaml").write_text(
        "journey: Be paid\nsteps: [{step: Ask, customer: Ask, end: true}]\n"
    )
    (repository / "shop" / "hat.journey.yaml").unlink()
    assert "promise “The hat comes in time” (The post to Buyer): dropped" in run(repository, "main").stdout


def test_a_broken_file_does_not_stop_the_others(repository: Path) -> None:
    (repository / "shop" / "bad.journey.yaml").write_text("journey: [x\n")
    done = run(repository, "main")
    assert done.returncode == 0, done.stderr
    assert "weaker" in done.stdout


def test_workspaces_of_one_repository_are_paired_by_folder(repository: Path) -> None:
    for name in ("a", "b"):
        (repository / name).mkdir()
        (repository / name / "journeys.yaml").write_text("workspace: W\n")
        (repository / name / "x.journey.yaml").write_text(ONE.replace("hat", name))
    git(repository, "add", ".")
    git(repository, "commit", "-qm", "more")
    (repository / "b" / "x.journey.yaml").write_text(ONE.replace("hat", "b").replace("3 days", "9 days"))
    data = json.loads(run(repository, "main", "--format", "json").stdout)
    assert [journey["file"] for journey in data["journeys"]] == ["b/x.journey.yaml"]


def test_a_drawing_shows_old_and_new_by_words(repository: Path) -> None:
    text = TWO.replace("  - step: Get", "  - step: Wait\n    customer: Look out of the window\n  - step: Get")
    (repository / "shop" / "hat.journey.yaml").write_text(
        text.replace("    frontstage: {do: Take the order, owner: shop, channel: web}\n", "")
    )
    done = run(repository, "main", "--draw", "out.svg")
    assert done.returncode == 0, done.stderr
    svg = (repository / "out.svg").read_text("utf-8")
    changes = [element.get("data-change") for element in ElementTree.fromstring(svg).iter()]
    assert {"added", "removed", "changed"} <= set(changes)
    outlines = {}
    for group in ElementTree.fromstring(svg).iter("{http://www.w3.org/2000/svg}g"):
        for one in group.findall("{http://www.w3.org/2000/svg}rect[@class]"):
            if one.get("class", "").startswith("change look-change-") and group.get("data-change"):
                outlines.setdefault(group.get("data-change"), set()).add(
                    (one.get("class"), float(one.get("stroke-width", "1")), bool(one.get("stroke-dasharray")))
                )
    assert set(outlines) == {"added", "removed", "changed"}
    drawn = {change: next(iter(found))[1:] for change, found in outlines.items() if len(found) == 1}
    assert len(set(drawn.values())) == 3, "without colour they must still differ"
    assert all(word in svg for word in ("New (thick)", "Gone (dashed)", "Changed (double outline)"))
    words = " ".join(
        "".join(element.itertext()) for element in ElementTree.fromstring(svg).iter("{http://www.w3.org/2000/svg}text")
    )
    assert "+ Wait" in words
    assert "− Take the order" in words
    assert "~ Get the hat" in words


def drawn_words(repository: Path, old: str, new: str) -> str:
    """All words of the drawing of a change."""
    file = repository / "moved" / "x.journey.yaml"
    file.parent.mkdir()
    file.write_text(old)
    git(repository, "add", ".")
    git(repository, "commit", "-qm", "old")
    file.write_text(new)
    done = run(repository, "HEAD", "moved", "--draw", "out.svg")
    assert done.returncode == 0, done.stderr
    root = ElementTree.fromstring((repository / "out.svg").read_text("utf-8"))
    return " ".join("".join(element.itertext()) for element in root.iter("{http://www.w3.org/2000/svg}text"))


ALPHA = "  - step: Alpha\n    customer: Ask\n"
BETA = "  - step: Beta\n    customer: Get\n"
HEAD_OF = "journey: X\nid: x\nowners: {a: A}\ncustomers: {c: C}\nsteps:\n"


def test_a_promise_goes_whose_steps_have_changed_places(repository: Path) -> None:
    promise = "promises:\n  soon: {promise: Soon there, by: a, to: c, made: Alpha, kept: Beta}\n"
    words = drawn_words(repository, HEAD_OF + ALPHA + BETA + promise, HEAD_OF + BETA + ALPHA)
    assert "Soon there" in words
    assert "− Gone" in words


def test_of_two_ways_to_one_step_both_are_drawn(repository: Path) -> None:
    ways = "    next: [{to: beta, when: it rains}, {to: beta, when: it snows}]\n"
    named = BETA.replace("Beta\n", "Beta\n    id: beta\n")
    old = HEAD_OF + ALPHA + ways + named
    words = drawn_words(repository, old, old.replace("it rains", "it pours"))
    assert all(word in words for word in ("+ it pours", "− it rains", "it snows"))


def test_a_word_that_takes_commits_away_is_no_revision(repository: Path) -> None:
    one_line(run(repository, "^HEAD"), 2, "git knows no such revision")


def test_a_bare_repository_has_revisions_and_no_files(repository: Path, tmp_path: Path) -> None:
    bare = tmp_path / "bare.git"
    git(repository, "commit", "-qam", "two")
    git(repository, "clone", "-q", "--bare", ".", str(bare))
    one_line(run(bare, "HEAD"), 2, "no working tree to compare with: name two revisions")
    done = run(bare, "v1", "HEAD", "--fail-on", "any")
    expected = run(repository, "v1", "HEAD", "--fail-on", "any")
    assert (done.returncode, done.stdout) == (expected.returncode, expected.stdout)
    assert done.returncode == 1


def test_a_clean_tree_does_not_differ_whatever_git_leaves_out(repository: Path, tmp_path: Path) -> None:
    git(repository, "checkout", "-q", "-f", "HEAD")
    other = tmp_path / "other"
    other.mkdir()
    (other / "x.journey.yaml").write_text("journey: X\nsteps: [{step: Ask, end: true}]\n")
    git(other, "init", "-q")
    git(other, "add", "-A")
    git(other, "commit", "-qm", "x")
    git(repository, "-c", "protocol.file.allow=always", "submodule", "--quiet", "add", str(other), "inner")
    (repository / ".gitignore").write_text("copies/\n")
    git(repository, "add", "-A")
    git(repository, "commit", "-qm", "with a submodule")
    (repository / "copies").mkdir()
    (repository / "copies" / "y.journey.yaml").write_text("journey: Y\nsteps: [{step: Ask, end: true}]\n")
    done = run(repository, "HEAD", "--fail-on", "any")
    assert (done.returncode, done.stderr) == (0, ""), done.stdout
    (repository / "new.journey.yaml").write_text("journey: Z\nsteps: [{step: Ask, end: true}]\n")
    assert run(repository, "HEAD", "--fail-on", "any").returncode == 1


def test_a_changed_card_says_what_it_was(repository: Path) -> None:
    work = "    frontstage: {do: Serve, id: serve, owner: a, channel: web, takes: 2 h}\n"
    new = work.replace("do: Serve", "do: Wait on them").replace("2 h", "3 h").replace("web", "phone")
    words = drawn_words(repository, HEAD_OF + ALPHA + work, HEAD_OF + ALPHA + new)
    assert "~ Wait on them" in words
    assert "Changed (was: “Serve”; web; 2 h)" in words


def test_the_label_of_a_new_link_lies_on_no_card(repository: Path) -> None:
    """Also of one whose way begins between two columns."""
    cells = "".join(
        f"  - step: S{n}\n    customer: Act {n}\n    frontstage: [{{do: F{n}, id: f{n}, owner: a}}, "
        f"{{do: G{n}, id: g{n}, owner: a}}]\n    backstage: [{{do: B{n}, id: b{n}, owner: a}}, "
        f"{{do: C{n}, id: c{n}, owner: a}}]\n"
        for n in range(4)
    )
    new = cells.replace("id: f0,", "id: f0, uses: [c3, b2],").replace("id: g3,", "id: g3, uses: c0,")
    drawn_words(repository, HEAD_OF + cells, HEAD_OF + new)
    picture = read((repository / "out.svg").read_text("utf-8"))
    assert [one for one in problems(picture) if "label" in one] == []
    assert sum(words.text == "+" for holder in picture.of("connector") for words in holder.words) >= 2
