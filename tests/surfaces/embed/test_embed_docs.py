"""`journeys docs`: pages brought up to date, held to, and never harmed."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

DRAW = "<!-- journeys: draw pizza --promise warm-at-the-door -->\n<!-- /journeys -->\n"
LEDGER = "<!-- journeys: promises pizza -->\n<!-- /journeys -->\n"
STEM = "pizza-promise-warm-at-the-door"


@pytest.fixture
def page(home: Path) -> Path:
    """A page with a drawing and a ledger, in a folder below the journey's."""
    path = home / "docs" / "page.md"
    path.parent.mkdir()
    path.write_text(f"# Pizza\n\n{DRAW}\nText.\n\n{LEDGER}")
    return path


def test_one_block_is_spoken_of_as_one(home: Path, journeys: Callable) -> None:
    (home / "page.md").write_text(LEDGER)
    assert journeys("docs").out == "1 block in 1 page, up to date\n"


def test_a_drawing_and_a_ledger_are_written_and_then_stay(page: Path, journeys: Callable) -> None:
    assert journeys("docs", "--check").code == 1
    assert not (page.parent / "blueprints").exists()
    ran = journeys("docs")
    assert (ran.code, ran.out) == (0, "2 blocks in 1 page, all up to date\n")
    text, svg = page.read_text(), (page.parent / "blueprints" / f"{STEM}.svg").read_text()
    assert f"](blueprints/{STEM}.svg)\n" in text
    assert "![Service blueprint of “Have a pizza brought home”" in text
    assert "| Riders (Bo Lind) | Guest | Warm at the door<br>↳ on " in text
    assert "it is assumed that it takes none | 45 min | 30 min to spare | assumed |" in text
    assert svg.startswith("<?xml")
    assert "Hand the pizza over" in svg
    before = {path: path.stat().st_mtime_ns for path in page.parent.rglob("*.*")}
    assert journeys("docs").code == 0
    assert journeys("docs", "--check").code == 0
    assert {path: path.stat().st_mtime_ns for path in page.parent.rglob("*.*")} == before


def test_check_says_which_block_is_out_of_date_and_writes_nothing(home: Path, page: Path, journeys: Callable) -> None:
    journeys("docs")
    written = page.read_bytes()
    journey = home / "pizza.journey.yaml"
    journey.write_text(journey.read_text().replace("Warm at the door", "Hot at the door"))
    ran = journeys("docs", "--check", "--format", "concise")
    assert ran.code == 1
    # What the drawing shows in words names the promise.
    assert "docs/page.md:3:1: error: D101 this block is out of date" in ran.out
    assert "docs/page.md:11:1: error: D101 this block is out of date" in ran.out
    assert page.read_bytes() == written
    journey.write_text(journey.read_text().replace("Hot at the door", "Warm at the door").replace("Bake it", "Bake"))
    ran = journeys("docs", "--check", "--format", "concise")
    assert "docs/page.md:3:1: error: D101 the drawing" in ran.out
    journey.write_text(journey.read_text().replace("Warm at the door", "Hot at the door"))
    assert journeys("docs").code == 0
    assert "Hot at the door" in page.read_text()
    assert journeys("docs", "--check").code == 0


def test_a_drawing_changed_by_hand_or_lost_is_drawn_anew(page: Path, journeys: Callable) -> None:
    journeys("docs")
    svg = page.parent / "blueprints" / f"{STEM}.svg"
    drawn = svg.read_bytes()
    for harm in (lambda: svg.write_bytes(drawn.replace(b"Bake it", b"Burn it")), svg.unlink):
        harm()
        assert "is out of date" in journeys("docs", "--check").out
        assert journeys("docs").code == 0
        assert svg.read_bytes() == drawn


def test_line_breaks_changed_by_git_make_nothing_out_of_date(page: Path, journeys: Callable) -> None:
    journeys("docs")
    for path in (page, page.parent / "blueprints" / f"{STEM}.svg"):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert journeys("docs", "--check").code == 0


def test_a_picture_that_was_not_drawn_here_is_kept(page: Path, journeys: Callable) -> None:
    svg = page.parent / "blueprints" / f"{STEM}.svg"
    svg.parent.mkdir()
    svg.write_text("<svg>mine</svg>")
    ran = journeys("docs", "--format", "concise")
    assert ran.code == 1
    assert "page.md:3:1: error: D102" in ran.out
    assert "move it away" in ran.out
    assert svg.read_text() == "<svg>mine</svg>"
    assert "Warm at the door" in page.read_text(), "the other block goes on"


BAD = {
    "no such journey": ("draw piza", "did you mean `pizza`?"),
    "no such kind": ("drew pizza", "did you mean `draw`?"),
    "no such option": ("draw pizza --promis x", "did you mean `--promise`?"),
    "no value": ("draw pizza --promise", "--promise needs a value"),
    "no such promise": ("draw pizza --promise warm", "there is no promise “warm”"),
    "no such view": ("draw pizza --view map", "there is no view “map”"),
    "no such theme": ("draw pizza --theme pink", "there is no theme “pink”"),
    "no such owner": ("owners pizza --owner rifer", "did you mean `rider`?"),
    "open quotation": ("draw 'pizza", "never closed"),
    "two journeys": ("draw pizza pizza", "one journey at a time"),
    "nothing": ("", "nothing is asked for"),
    "no such file": ("draw ../pasta.journey.yaml", "there is no such file"),
}


@pytest.mark.parametrize(("request_", "said"), BAD.values(), ids=BAD.keys())
def test_what_is_not_understood_is_said_and_all_else_goes_on(
    home: Path, journeys: Callable, request_: str, said: str
) -> None:
    page = home / "page.md"
    block = f"<!-- journeys: {request_} -->\n| old |\n<!-- /journeys -->\n"
    page.write_text(f"{block}\n{LEDGER}")
    ran = journeys("docs", "--format", "concise")
    assert ran.code == 1
    assert ran.out.startswith("page.md:1:1: error: D102 ")
    assert said in ran.out
    assert page.read_text().startswith(block)
    assert "Warm at the door" in page.read_text()


def test_a_broken_file_stops_only_what_asks_for_it(home: Path, journeys: Callable) -> None:
    (home / "broken.journey.yaml").write_text("journey: Broken\nid: broken\nsteps: [{step: \n")
    page = home / "page.md"
    page.write_text(f"{DRAW.replace('pizza --promise warm-at-the-door', 'broken')}\n{LEDGER}")
    ran = journeys("docs", "--format", "concise")
    assert ran.code == 1
    assert "page.md:1:1: error: D102 broken.journey.yaml:" in ran.out
    assert "Warm at the door" in page.read_text()


def test_a_page_where_no_journeys_are(home: Path, journeys: Callable) -> None:
    (home / "pizza.journey.yaml").unlink()
    (home / "page.md").write_text(LEDGER)
    ran = journeys("docs", "--format", "concise")
    assert ran.code == 1
    assert "no journey is called “pizza”" in ran.out


def test_without_a_repository_journeys_are_found_from_the_working_folder(
    page: Path, home: Path, journeys: Callable
) -> None:
    (home / ".git").rmdir()
    assert journeys("docs", "docs").code == 0
    assert "Warm at the door" in page.read_text()


def test_two_journeys_of_one_id_are_told_apart_by_path(home: Path, journeys: Callable) -> None:
    other = home / "other"
    other.mkdir()
    (other / "journeys.yaml").write_text("workspace: Other\n")
    (other / "pizza.journey.yaml").write_text((home / "pizza.journey.yaml").read_text().replace("Warm", "Cold"))
    page = home / "page.md"
    page.write_text(LEDGER)
    assert "several journeys are called “pizza”" in journeys("docs").out
    page.write_text(LEDGER.replace("promises pizza", "promises other/pizza.journey.yaml"))
    assert journeys("docs").code == 0
    assert "Cold at the door" in page.read_text()
    draw = "<!-- journeys: draw {} -->\n<!-- /journeys -->\n"
    page.write_text(draw.format("other/pizza.journey.yaml") + draw.format("./pizza.journey.yaml"))
    assert "two journeys have one id" in journeys("docs").out


def test_bytes_that_are_no_text_are_kept(home: Path, journeys: Callable) -> None:
    page = home / "page.md"
    page.write_bytes(b"\xef\xbb\xbf# \xff\xfe\x00\r\n" + LEDGER.encode().replace(b"\n", b"\r\n") + b"end \xc3")
    assert journeys("docs").code == 0
    content = page.read_bytes()
    assert content.startswith(b"\xef\xbb\xbf# \xff\xfe\x00\r\n<!--")
    assert content.endswith(b"-->\r\nend \xc3")
    assert content.count(b"\n") == content.count(b"\r\n")


def test_a_drawing_that_cannot_be_written_leaves_its_block(page: Path, journeys: Callable) -> None:
    (page.parent / "blueprints").write_text("a file where the folder should be")
    before = page.read_text()
    ran = journeys("docs", "--format", "concise")
    assert ran.code == 1
    assert "page.md:3:1: error:" in ran.out
    assert "cannot be written" in ran.out
    assert page.read_text().startswith(before[: before.index("Text.")])
    assert "Warm at the door" in page.read_text()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_page_that_cannot_be_written(page: Path, journeys: Callable) -> None:
    page.chmod(0o444)
    before = page.read_bytes()
    ran = journeys("docs", "--format", "concise")
    assert ran.code == 1
    assert "docs/page.md:1:1: error: D108" in ran.out
    assert page.read_bytes() == before


def test_a_page_that_cannot_be_written_is_whole_and_the_next_is_written(
    page: Path, home: Path, journeys: Callable, monkeypatch: pytest.MonkeyPatch
) -> None:
    (home / "z.md").write_text(LEDGER)
    before, replace = page.read_bytes(), Path.replace

    def refuse(self: Path, target: Path) -> Path:
        if Path(target).name == "page.md":
            raise PermissionError(13, "it is on a disk that can only be read")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", refuse)
    ran = journeys("docs", "--format", "concise")
    assert ran.code == 1
    assert "D108" in ran.out
    assert "can only be read" in ran.out
    assert page.read_bytes() == before
    assert sorted(path.name for path in page.parent.iterdir()) == ["blueprints", "page.md"]
    assert "Warm at the door" in (home / "z.md").read_text()


def test_links_that_lead_out_or_in_a_circle(home: Path, page: Path, journeys: Callable, tmp_path_factory) -> None:  # type: ignore[no-untyped-def]
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (elsewhere / "far.md").write_text(LEDGER)
    (home / "far.md").symlink_to(elsewhere / "far.md")
    (home / "round.md").symlink_to(home / "round.md")
    (home / "near.md").symlink_to(page)
    ran = journeys("docs")
    assert ran.code == 0
    assert "far.md is passed over: it is a link that leads out" in ran.err
    assert "round.md is passed over: it is a link that leads nowhere, or in a circle" in ran.err
    assert (elsewhere / "far.md").read_text() == LEDGER
    assert (home / "near.md").is_symlink()
    assert "Warm at the door" in page.read_text()
    ran = journeys("docs", "round.md", "docs", "--format", "concise")
    assert ran.code == 1
    assert "round.md:1:1: error: D107" in ran.out


def test_nothing_is_drawn_through_a_link_out_of_the_repository(
    page: Path, journeys: Callable, tmp_path_factory
) -> None:  # type: ignore[no-untyped-def]
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (page.parent / "blueprints").symlink_to(elsewhere)
    ran = journeys("docs")
    assert ran.code == 1
    assert "docs/blueprints is a link, and is not written through" in ran.out
    assert list(elsewhere.iterdir()) == []


def test_a_path_that_is_not_there_is_wrong_use(home: Path, journeys: Callable) -> None:
    ran = journeys("docs", "nowhere.md")
    assert ran.code == 2
    assert ran.err == "journeys: nowhere.md: there is no such file or folder\n"


def test_findings_come_in_the_formats_of_ci(home: Path, journeys: Callable) -> None:
    (home / "page.md").write_text(f"text\n\n{LEDGER}\n<!-- journeys: draw piza -->\n")
    lines = journeys("docs", "--check", "--format", "github").out.splitlines()
    assert lines[0].startswith("::error file=page.md,line=3,endLine=3,title=D101 block-out-of-date,")
    assert lines[1].startswith("::error file=page.md,line=6,")
    results = json.loads(journeys("docs", "--check", "--format", "sarif").out)["runs"][0]["results"]
    assert [result["ruleId"] for result in results] == ["D101", "D103"]
    assert (
        len({issue["fingerprint"] for issue in json.loads(journeys("docs", "--check", "--format", "gitlab").out)}) == 2
    )


def test_hidden_folders_and_environments_are_passed_over(home: Path, journeys: Callable) -> None:
    for folder in (".hidden", "node_modules", "venv"):
        (home / folder).mkdir()
        (home / folder / "page.md").write_text(LEDGER)
    (home / "venv" / "pyvenv.cfg").touch()
    assert journeys("docs").out == "0 blocks in 0 pages, all up to date\n"
    assert (home / "venv" / "page.md").read_text() == LEDGER


def test_each_page_of_a_drawing_is_a_file(home: Path, journeys: Callable) -> None:
    page = home / "pages.md"
    page.write_text("<!-- journeys: draw pizza --columns 1 -->\n<!-- /journeys -->\n")
    assert journeys("docs", "pages.md").code == 0
    assert sorted(path.name for path in (home / "blueprints").iterdir()) == [
        "pizza-columns-1-1.svg", "pizza-columns-1-2.svg",
    ]  # fmt: skip
    assert "](blueprints/pizza-columns-1-2.svg)" in page.read_text()
    (home / "blueprints" / "pizza-columns-1-2.svg").unlink()
    ran = journeys("docs", "--check", "--format", "concise", "pages.md")
    assert "the drawing blueprints/pizza-columns-1-2.svg of this block is out of date" in ran.out
    assert journeys("docs", "pages.md").code == 0
    assert journeys("docs", "--check", "pages.md").code == 0


def test_a_drawing_that_git_does_not_track_is_found(tmp_path: Path, home: Path, journeys: Callable) -> None:
    """A page that is committed without its drawing shows nothing to anybody else."""
    (home / ".git").rmdir()
    git = partial(subprocess.run, cwd=home, check=True, capture_output=True)
    git(["git", "init", "-q"])
    (home / "page.md").write_text(DRAW)
    journeys("docs", "page.md")
    git(["git", "add", "page.md", "pizza.journey.yaml"])
    assert journeys("docs", "page.md").code == 0
    ran = journeys("docs", "--tracked", "--format", "concise", "page.md")
    assert ran.code == 1
    assert f"page.md:1:1: error: D109 git does not track the drawing blueprints/{STEM}.svg" in ran.out
    git(["git", "add", "blueprints"])
    assert journeys("docs", "--tracked", "page.md").code == 0
    git(["git", "rm", "-q", "--cached", "-r", "blueprints"])
    assert journeys("docs", "--tracked", "--check", "page.md").code == 1
