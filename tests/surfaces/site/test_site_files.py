"""The files of a site: links, bytes, names, and what becomes of what stood there before."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from sites import ROOT, SHOWN, journeys

VOID = {"meta", "link", "img", "input", "br", "hr"}


class Read(HTMLParser):
    """A page's links, ids, text and structure."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.links: list[str] = []
        self.ids: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text: list[str] = []
        self.open: list[str] = []
        self.feed(path.read_text(encoding="utf-8"))
        assert self.open == [], path

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.tags.append((tag, found))
        self.links += [value for key in ("href", "src") if (value := found.get(key)) is not None]
        if found.get("id"):
            self.ids.append(str(found["id"]))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text.append(data)

    @property
    def words(self) -> str:
        return " ".join(" ".join(self.text).split())


def files_of(site: Path) -> dict[str, bytes]:
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


@pytest.mark.parametrize("which", ["examples", "hostile"])
def test_every_link_leads_to_a_file_and_a_place_in_it(which: str, request: pytest.FixtureRequest) -> None:
    site: Path = request.getfixturevalue(which)
    read = {path: Read(path) for path in sorted(site.rglob("*.html"))}
    assert len(read) > 20
    for path, page in read.items():
        assert len(page.ids) == len(set(page.ids)), path
        for link in page.links:
            parts = urlsplit(link)
            assert not parts.scheme + parts.netloc, (path, link)
            target = Path(os.path.normpath(path.parent / unquote(parts.path))) if parts.path else path
            assert target.is_relative_to(site), (path, link)
            assert target.is_file(), (path, link)
            if parts.fragment:
                assert unquote(parts.fragment) in read[target].ids, (path, link)


def test_every_page_can_be_reached_from_the_first(examples: Path) -> None:
    seen = {examples / "index.html"}
    queue = list(seen)
    for path in queue:
        for link in Read(path).links:
            parts = urlsplit(link)
            target = Path(os.path.normpath(path.parent / unquote(parts.path))) if parts.path else path
            if target not in seen:
                seen.add(target)
                if target.suffix == ".html":
                    queue.append(target)
    assert set(examples.rglob("*.html")) == {path for path in seen if path.suffix == ".html"}


def test_each_journey_has_every_drawing(examples: Path) -> None:
    from blueprints.views.registry import telling
    from journeys import api

    for journey in ("benefits", "broadband", "marketplace", "outpatient"):
        folder = examples / "journeys" / journey
        views = telling(api.load(ROOT / "examples" / journey))
        assert {path.stem for path in folder.glob("*.svg")} == set(views)
        for view in views:
            page = Read(folder / ("index.html" if view == "blueprint" else f"{view}.html"))
            drawings = [found for tag, found in page.tags if found.get("role") == "graphics-document document"]
            assert len(drawings) == 1
            assert drawings[0]["aria-labelledby"] == "d-drawing-title d-drawing-description"
            assert "d-drawing-title" in page.ids
            assert not any(tag == "style" or "style" in found for tag, found in page.tags)


def test_pages_tell_what_the_commands_tell(examples: Path) -> None:
    entries = json.loads(journeys("promises", "examples", "--format", "json").out)["promises"]
    ledger = Read(examples / "promises" / "index.html")
    states = [found["data-state"] for tag, found in ledger.tags if "data-state" in found]
    assert states == [entry["state"] for entry in entries]
    for entry in entries:
        page = Read(examples / "promises" / f"{entry['id'].replace('/', '.')}.html").words
        assert entry["promise"] in page
        assert entry["by_name"] in page
    found = json.loads(journeys("check", "examples", "--format", "json").out)["findings"]
    page = Read(examples / "findings" / "index.html")
    assert sum("finding" in (attributes.get("class") or "").split() for _, attributes in page.tags) == len(found)
    broken = Read(examples / "promises" / "broadband.online-in-ten-days.html").words
    assert "Root cause, backed all the way down" in broken
    assert "promised “Network operations” nothing" in broken


def test_an_owner_owns_owes_and_is_owed(examples: Path) -> None:
    page = Read(examples / "owners" / "field-ops.html").words
    assert "Renée Dubois" in page
    assert "Reports to Chief operating officer of Fjordnet" in page
    assert "Owes 4" in page
    assert "Is owed 2" in page
    assert "Owns 5" in page


def test_every_rule_has_a_page(examples: Path) -> None:
    from journeys.checks.registry import catalogue

    for rule in catalogue():
        page = Read(examples / "rules" / f"{rule.name}.html").words
        assert rule.code in page
        assert rule.source in page


def test_the_same_journeys_give_the_same_bytes(examples: Path, tmp_path: Path) -> None:
    assert journeys("site", tmp_path / "again", "examples").code == 0
    assert files_of(tmp_path / "again") == files_of(examples)


def test_names_stay_words(hostile: Path) -> None:
    names = [path.relative_to(hostile) for path in hostile.rglob("*")]
    assert all(part not in ("..", "con.html") for name in names for part in name.parts)
    for path in hostile.rglob("*.html"):
        page = Read(path)
        assert not any(tag == "img" or any(key.startswith("on") for key in found) for tag, found in page.tags), path
        assert all((found.get("src") or "").endswith(".js") for tag, found in page.tags if tag == "script")
        assert not any("javascript" in link for link in page.links)
        text = path.read_text(encoding="utf-8")
        assert "\u202e" not in text
        assert "\x1b" not in text
    shown = Read(hostile / "index.html").words
    assert f"{SHOWN} workspace" in shown
    assert f"{SHOWN} journey" in shown
    index = (hostile / "assets" / "search-index.js").read_bytes()
    assert index.isascii()


def test_a_file_that_breaks_off_has_a_page_that_says_why(hostile: Path, hostile_workspace: Path) -> None:
    broken = Read(hostile / "journeys" / "half-a-file" / "index.html").words
    assert "half.journey.yaml cannot be read to its end" in broken
    assert "half.journey.yaml:" in broken.partition("What is wrong")[2]
    assert "Half a file" in Read(hostile / "index.html").words
    plain = Read(hostile / "journeys" / "a-plain-one" / "index.html").words
    assert "Step by step 1" in plain
    ran = journeys("site", hostile, cwd=hostile_workspace)
    assert ran.code == 0
    assert "half.journey.yaml cannot be read to its end: its page says why" in ran.err


def test_a_broken_workspace_file_is_told_on_the_first_page(tmp_path: Path) -> None:
    (tmp_path / "journeys.yaml").write_text("workspace: Torn\nowners: {boss: [\n", encoding="utf-8")
    (tmp_path / "one.journey.yaml").write_text("journey: One\nsteps: [{step: Ask, end: true}]\n", encoding="utf-8")
    ran = journeys("site", "out", cwd=tmp_path)
    assert ran.code == 0, ran.err
    assert "The workspace’s own file" in Read(tmp_path / "out" / "index.html").words
    assert "journeys.yaml:" in Read(tmp_path / "out" / "index.html").words
    assert (tmp_path / "out" / "journeys" / "one" / "blueprint.svg").is_file()


@pytest.fixture
def small(tmp_path: Path) -> Path:
    (tmp_path / "one.journey.yaml").write_text("journey: One\nsteps: [{step: Ask, end: true}]\n", encoding="utf-8")
    return tmp_path


def test_an_earlier_site_is_replaced_whole(small: Path) -> None:
    assert journeys("site", "out", cwd=small).code == 0
    (small / "one.journey.yaml").rename(small / "two.journey.yaml")
    (small / "two.journey.yaml").write_text("journey: Two\nsteps: [{step: Ask, end: true}]\n", encoding="utf-8")
    assert journeys("site", "out", cwd=small).code == 0
    assert not (small / "out" / "journeys" / "one").exists()
    assert (small / "out" / "journeys" / "two" / "index.html").is_file()
    assert sorted(path.name for path in small.iterdir()) == ["out", "two.journey.yaml"]
    assert (small / "out").stat().st_mode & 0o777 == (0o777 & ~_umask())


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def test_nothing_but_a_site_is_replaced(small: Path) -> None:
    (small / "kept").mkdir()
    (small / "kept" / "letter.txt").write_text("mine")
    (small / "file").write_text("mine")
    (small / "link").symlink_to("kept", target_is_directory=True)
    (small / "circle").symlink_to("circle")
    for out, says in (
        ("kept", "holds other things and no earlier site"),
        (".", "holds other things and no earlier site"),
        ("file", "is a file"),
        ("link", "is a symbolic link"),
        ("circle", "is a symbolic link"),
    ):
        ran = journeys("site", out, cwd=small)
        assert (ran.code, ran.out) == (2, ""), out
        assert says in ran.err
        assert ran.err.count("\n") == 1
    assert (small / "kept" / "letter.txt").read_text() == "mine"
    assert (small / "file").read_text() == "mine"


def test_what_was_put_into_a_site_is_not_lost(small: Path) -> None:
    assert journeys("site", "out", cwd=small).code == 0
    (small / "out" / "CNAME").write_text("journeys.example")
    ran = journeys("site", "out", cwd=small)
    assert ran.code == 2
    assert "out/CNAME was not written by `journeys site`" in ran.err
    assert (small / "out" / "CNAME").read_text() == "journeys.example"


def test_an_empty_folder_is_taken(small: Path) -> None:
    (small / "empty").mkdir()
    assert journeys("site", "empty", cwd=small).code == 0
    assert (small / "empty" / "index.html").is_file()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written(small: Path) -> None:
    (small / "locked").mkdir(mode=0o500)
    ran = journeys("site", "locked/out", cwd=small)
    assert ran.code == 3
    assert "locked/out cannot be written" in ran.err


def test_a_parent_that_is_a_file(small: Path) -> None:
    (small / "file").write_text("mine")
    ran = journeys("site", "file/out", cwd=small)
    assert ran.code == 2
    assert "file/out/.journeys-site cannot be written: file is a file" in ran.err


def test_a_site_is_of_one_workspace(small: Path) -> None:
    for name in ("a", "b"):
        (small / name).mkdir()
        (small / name / "journeys.yaml").write_text(f"workspace: {name}\n")
        (small / name / "x.journey.yaml").write_text("journey: X\nsteps: [{step: Ask, end: true}]\n")
    ran = journeys("site", "out", "a", "b", cwd=small)
    assert ran.code == 2
    assert "there are 2 workspaces here" in ran.err
    assert not (small / "out").exists()


def test_a_site_that_fails_on_the_way_leaves_the_earlier_one(tmp_path: Path) -> None:
    from journeys.errors import ToolError
    from journeys.surfaces.site import Page, write_site

    def failing() -> Iterator[Page]:
        yield Page("index.html", b"new")
        raise ToolError("Graphviz has gone")

    assert write_site(tmp_path / "out", [Page("index.html", b"old"), Page("a/b.html", b"deep")]) == 2
    before = files_of(tmp_path / "out")
    with pytest.raises(ToolError, match="Graphviz has gone"):
        write_site(tmp_path / "out", failing())
    assert files_of(tmp_path / "out") == before
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_what_is_put_into_a_site_while_it_is_made_is_kept_and_the_folder_is_never_missing(tmp_path: Path) -> None:
    from journeys.errors import UsageError
    from journeys.surfaces.site import Page, write_site

    out = tmp_path / "out"

    def meanwhile() -> Iterator[Page]:
        assert (out / "index.html").read_bytes() == b"old"
        (out / "CNAME").write_text("mine")
        (out / "new.html").write_text("mine")
        yield Page("index.html", b"new")
        assert (out / "index.html").read_bytes() == b"old"
        yield Page("CNAME2", b"new")

    write_site(out, [Page("index.html", b"old"), Page("gone/x.html", b"old")])
    there = out.stat().st_ino
    assert write_site(out, meanwhile()) == 2
    assert out.stat().st_ino == there
    assert {path: text for path, text in files_of(out).items() if not path.startswith(".")} == {
        "CNAME": b"mine", "CNAME2": b"new", "index.html": b"new", "new.html": b"mine",
    }  # fmt: skip
    assert not (out / "gone").exists()
    (out / "CNAME").unlink()
    (out / "new.html").unlink()

    def taken() -> Iterator[Page]:
        yield Page("other.html", b"new")
        (out / "other.html").write_text("mine")

    with pytest.raises(UsageError, match=r"other\.html is there already"):
        write_site(out, taken())
    assert (out / "other.html").read_text() == "mine"
    assert (out / "index.html").read_bytes() == b"new"


def test_what_a_killed_site_left_behind_is_cleared(small: Path) -> None:
    (small / "out" / ".journeys-site.new").mkdir(parents=True)
    (small / "out" / ".journeys-site.new" / "index.html").write_text("half")
    assert journeys("site", "out", cwd=small).code == 0
    assert not (small / "out" / ".journeys-site.new").exists()


def test_without_jinja_it_says_what_to_install(small: Path) -> None:
    program = "import sys; sys.modules['jinja2'] = None; from journeys.surfaces.cli import main; sys.exit(main())"
    done = subprocess.run(
        [sys.executable, "-c", program, "site", "out"],
        cwd=small,
        env={"PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 3
    assert done.stderr == "journeys: a site needs Jinja2: pip install 'journeys[site]'\n"
    assert [path.name for path in small.iterdir()] == ["one.journey.yaml"]


def test_blueprints_that_files_name_are_drawn_too(small: Path) -> None:
    text = "journey: One\nsteps: [{step: Ask, end: true}]\nblueprints:\n"
    text += "  org: {title: For the board, view: journey, theme: print}\n  lost: {title: Lost, promise: nobody}\n"
    (small / "one.journey.yaml").write_text(text, encoding="utf-8")
    assert journeys("site", "out", cwd=small).code == 0
    folder = small / "out" / "journeys" / "one"
    board = Read(folder / "one-org.html")
    assert "For the board" in board.words
    assert not any("follows" in (found.get("class") or "") for _, found in board.tags)
    assert (folder / "one-org.svg").is_file()
    assert "This cannot be drawn: the blueprint “lost”" in Read(folder / "lost.html").words


SILENT = """\
journey: Dinner for two
owner: waiter
customer: guest
customers: {guest: {name: Guest}}
owners: {waiter: {name: Waiters}, kitchen: {name: Kitchen}}
steps:
  - step: Eat
    customer: Eat
    frontstage: {do: Serve, owner: waiter, takes: 2 min}
    backstage: {do: Cook, owner: kitchen, promised: {within: 20 min}}
    end: true
promises:
  warm: {promise: Warm, by: waiter, to: guest, made: Eat, kept: Eat, within: 1 h}
"""


def test_an_assumed_promise_says_what_it_takes_for_nothing(tmp_path: Path) -> None:
    (tmp_path / "dinner.journey.yaml").write_text(SILENT, encoding="utf-8")
    assert journeys("site", "out", ".", cwd=tmp_path).code == 0
    page = Read(tmp_path / "out/promises/dinner-for-two.warm.html").words
    assert "Assumed It can be kept if what nobody wrote down is nothing." in page
    assert "What is assumed 1 “Cook” says no time, and it is assumed that it takes none: the promise" in page
    assert "What it relies on says no time for “Cook” (dinner.journey.yaml:" in page
    assert "Why it holds then" in page
    assert "Conditions are promised (assumed):" in page
    home = Read(tmp_path / "out/index.html").words
    assert "Promises assumed 2" in home
    ledger = Read(tmp_path / "out/promises/index.html").words
    assert "Assumed 2" in ledger
    assert "On one assumption: “Cook” says no time" in ledger
