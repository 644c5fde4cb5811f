"""What commands write, and what they leave alone: real files, real processes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from journeys.errors import ToolError, UsageError
from journeys.language.starter import starter
from journeys.writing import write_output, write_source

RAGGED = "journey:   Ask\nsteps: [{step: Ask, end: true}]\n"


def run(folder: Path, *words: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "journeys", *map(str, words)]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=120, check=False)


@pytest.fixture
def work(tmp_path: Path) -> Path:
    folder = tmp_path / "work"
    folder.mkdir()
    (folder / "a.journey.yaml").write_text(starter().replace("Borrow a bicycle", "A"), "utf-8")
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / ".bashrc").write_text("mine")
    return folder


def drawn(work: Path, *words: object) -> subprocess.CompletedProcess[str]:
    return run(work, "draw", "--format", "dot", "--no-dates", *words)


def test_drawings_go_through_no_link(work: Path) -> None:
    mine = work.parent / "home" / ".bashrc"
    for link in ("a.dot", ".drawings.json"):
        (work / "drawings").mkdir(exist_ok=True)
        (work / "drawings" / link).symlink_to("../../home/.bashrc")
        done = drawn(work)
        assert (done.returncode, done.stdout) == (2, "")
        assert f"drawings/{link} is a link, and is not written through" in done.stderr
        assert mine.read_text() == "mine"
        (work / "drawings" / link).unlink()
    (work / "drawings").rmdir()
    (work / "drawings").symlink_to("../home")
    done = drawn(work)
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert "drawings is a link" in done.stderr
    assert [path.name for path in mine.parent.iterdir()] == [".bashrc"]


def test_a_link_to_the_working_folder_is_a_persons_own_matter(work: Path) -> None:
    (work.parent / "link").symlink_to("work")
    assert drawn(work.parent / "link").returncode == 0
    assert drawn(work.parent / "home", "../work", "-o", work.parent / "link" / "d").returncode == 0
    assert (work / "d" / "a.dot").is_file()


@pytest.mark.parametrize(
    "words",
    [
        "check . -o a.journey.yaml",
        "check . -o JOURNEYS.YAML",
        "promises . -o a.journey.yaml",
        "draw . -o journeys.yml",
        "check . --write-baseline --baseline a.journey.yaml",
    ],
)
def test_what_people_write_is_not_written_over(work: Path, words: str) -> None:
    before = (work / "a.journey.yaml").read_text("utf-8")
    done = run(work, *words.split())
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert (work / "a.journey.yaml").read_text("utf-8") == before
    assert [path.name for path in work.iterdir()] == ["a.journey.yaml"]


def test_a_baseline_replaces_only_a_baseline(work: Path) -> None:
    (work / "package.json").write_text("{}")
    for name, says in (("a.journey.yaml", "that people write"), ("package.json", "is not a baseline")):
        (work / "journeys.yaml").write_text(f"settings: {{baseline: {name}}}\n")
        done = run(work, "check", "--write-baseline")
        assert done.returncode == 2
        assert says in done.stderr
    assert (work / "package.json").read_text() == "{}"
    (work / "journeys.yaml").write_text("settings: {baseline: known.json}\n")
    assert [run(work, "check", "--write-baseline").returncode for _ in range(2)] == [0, 0]


def test_a_file_of_somebody_else_is_drawn_over_only_with_force(work: Path) -> None:
    (work / "d").mkdir()
    for file, words in ((work / "notes.txt", ("draw",)), (work / "d" / "a.dot", ("draw", "--format", "dot"))):
        file.write_text("mine")
        out = file if file.suffix == ".txt" else file.parent
        done = run(work, *words, "-o", out)
        assert done.returncode == 2
        assert f"{file} is there already, and was not written by `journeys`" in done.stderr
        assert "--force" in done.stderr
        assert file.read_text() == "mine"
        assert run(work, *words, "-o", out, "--force").returncode == 0
        assert file.read_text() != "mine"
        assert run(work, *words, "-o", out, "--again").returncode == 0


def test_drawings_are_known_without_the_list_where_they_say_what_they_are(work: Path) -> None:
    names = [word for name in ("svg", "html", "dot", "json") for word in ("--format", name)]
    assert run(work, "draw", *names).returncode == 0
    (work / "drawings" / ".drawings.json").unlink()
    assert run(work, "draw", *names).returncode == 0


def test_old_and_new_are_drawn_over_nothing_else(work: Path) -> None:
    (work / "b.journey.yaml").write_text((work / "a.journey.yaml").read_text("utf-8").replace("Find", "Look"), "utf-8")
    (work / "x.svg").write_text("mine")
    words = ("diff", "a.journey.yaml", "b.journey.yaml", "--draw", "x.svg")
    done = run(work, *words)
    assert done.returncode == 2
    assert "--force" in done.stderr
    assert (work / "x.svg").read_text() == "mine"
    assert [run(work, *words, "--force").returncode, run(work, *words).returncode] == [0, 0]


def test_a_file_where_a_folder_has_to_be_is_said_in_words(work: Path) -> None:
    (work / "file").write_text("mine")
    for words in (("draw", "-o", "file/x.svg"), ("check", "-o", "file/x.txt"), ("draw", "-o", "file/deep/x.svg")):
        done = run(work, *words)
        assert done.returncode == 2
        assert "cannot be written: file is a file, and a folder would have to stand there" in done.stderr


def test_devices_and_pipes_are_written_to(work: Path) -> None:
    done = run(work, "check", "-o", "/dev/stdout")
    assert "nothing found in 1 journey" in done.stdout
    assert run(work, "check", "-o", "/dev/null").returncode == 0
    with (work / "log").open("w") as log:
        log.write("before\n")
        log.flush()
        command = [sys.executable, "-m", "journeys", "check", "-o", "/dev/stdout"]
        subprocess.run(command, cwd=work, stdout=log, check=True)
    assert (work / "log").read_text().startswith("before\n")


def test_nothing_is_written_outside_the_folder_asked_for(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="lies outside"):
        write_output(tmp_path / "d" / ".." / "x.svg", b"", within=tmp_path / "d")
    assert list(tmp_path.iterdir()) == []


def test_what_an_editor_saved_meanwhile_is_kept(tmp_path: Path) -> None:
    file = tmp_path / "a.journey.yaml"
    file.write_bytes(b"newer")
    with pytest.raises(ToolError, match="was changed meanwhile"):
        write_source(file, b"laid out", before=b"older")
    with pytest.raises(ToolError, match="was changed meanwhile"):
        write_source(file, b"new", before=None)
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("a.journey.yaml", b"newer")]


SAVED_MEANWHILE = """\
import sys
from pathlib import Path
import journeys.language.formatting.files as files
laid_out = files.format_text
def slow(text):
    Path("a.journey.yaml").write_text("journey: An editor saved this\\n")
    return laid_out(text)
files.format_text = slow
from journeys.surfaces.cli import main
main()
"""


def test_format_leaves_what_was_saved_while_it_worked(work: Path) -> None:
    (work / "a.journey.yaml").write_text(RAGGED)
    command = [sys.executable, "-c", SAVED_MEANWHILE, "format"]
    done = subprocess.run(command, cwd=work, capture_output=True, text=True, check=False)
    assert done.returncode == 3
    assert "a.journey.yaml was changed meanwhile" in done.stderr
    assert (work / "a.journey.yaml").read_text() == "journey: An editor saved this\n"


def test_a_file_keeps_its_mode_its_names_and_its_attributes(work: Path) -> None:
    file, other = work / "a.journey.yaml", work / "b.txt"
    file.write_text(RAGGED)
    file.chmod(0o640)
    owner = (os.getuid(), 12345 if os.getuid() == 0 else os.getgid())
    os.chown(file, *owner)
    try:
        os.setxattr(file, "user.note", b"mine")
    except (OSError, AttributeError):
        noted = False
    else:
        noted = True
    assert run(work, "format").returncode == 0
    assert file.read_text() != RAGGED
    assert (file.stat().st_mode & 0o777, file.stat().st_uid, file.stat().st_gid) == (0o640, *owner)
    assert not noted or os.getxattr(file, "user.note") == b"mine"
    file.write_text(RAGGED)
    other.hardlink_to(file)
    assert run(work, "format").returncode == 0
    assert other.samefile(file)
    assert other.read_text() != RAGGED
    assert sorted(path.name for path in work.iterdir()) == ["a.journey.yaml", "b.txt"]


KILLED = """\
import os
from pathlib import Path
Path.replace = lambda self, target: os.kill(os.getpid(), 9)
from journeys.surfaces.cli import main
main()
"""


def test_what_a_killed_run_left_behind_is_cleared_by_the_next(work: Path) -> None:
    (work / "a.journey.yaml").write_text(RAGGED)
    done = subprocess.run([sys.executable, "-c", KILLED, "format"], cwd=work, capture_output=True, check=False)
    assert done.returncode == -9
    assert len(list(work.iterdir())) == 2
    assert (work / "a.journey.yaml").read_text() == RAGGED
    assert run(work, "format").returncode == 0
    assert [path.name for path in work.iterdir()] == ["a.journey.yaml"]


def test_what_is_made_leaves_the_other_names_of_a_file_alone(work: Path) -> None:
    assert drawn(work).returncode == 0
    backup = work / "backup"
    backup.hardlink_to(work / "drawings" / "a.dot")
    before = backup.read_bytes()
    (work / "a.journey.yaml").write_text(starter().replace("Borrow a bicycle", "Other"), "utf-8")
    (work / "a.journey.yaml").write_text("id: a\n" + (work / "a.journey.yaml").read_text("utf-8"), "utf-8")
    assert drawn(work).stdout.startswith("drew")
    assert backup.read_bytes() == before != (work / "drawings" / "a.dot").read_bytes()


def test_many_writers_of_one_file_leave_one_whole_and_nothing_else(tmp_path: Path) -> None:
    program = "import sys; from pathlib import Path; from journeys.writing import write_output\n"
    program += "for _ in range(200): write_output(Path('x'), sys.argv[1].encode() * 10_000)"
    running = [subprocess.Popen([sys.executable, "-c", program, letter], cwd=tmp_path) for letter in "abc"]
    assert [one.wait() for one in running] == [0, 0, 0]
    assert [path.name for path in tmp_path.iterdir()] == ["x"]
    assert (tmp_path / "x").read_text() in {letter * 10_000 for letter in "abc"}


def test_new_writes_over_a_file_with_force_and_through_no_link(work: Path) -> None:
    (work / "l.journey.yaml").symlink_to("../home/.bashrc")
    done = run(work, "new", "l.journey.yaml", "--force")
    assert done.returncode == 2
    assert "is a link" in done.stderr
    assert (work.parent / "home" / ".bashrc").read_text() == "mine"


def test_the_list_of_drawings_is_left_as_it_was_by_what_is_refused(work: Path) -> None:
    assert drawn(work).returncode == 0
    before = json.loads((work / "drawings" / ".drawings.json").read_text())
    (work / "drawings" / "a.txt").write_text("mine")
    assert run(work, "draw", "--format", "text").returncode == 2
    assert json.loads((work / "drawings" / ".drawings.json").read_text()) == before


FULL = """\
import os
def full(handle):
    raise OSError(28, "No space left on device")
os.fsync = full
from journeys.surfaces.cli import main
main()
"""


@pytest.mark.parametrize("words", ["check --fix", "format"])
def test_a_disk_that_is_full_is_a_failure_and_leaves_all_as_it_was(work: Path, words: str) -> None:
    file = work / "a.journey.yaml"
    file.write_text("journey:   Ask\nstpes: [{step: Ask, end: true}]\n")
    for name in ("", "b.txt"):
        if name:  # A file of several names is written into, not replaced.
            (work / name).hardlink_to(file)
        command = [sys.executable, "-c", FULL, *words.split()]
        done = subprocess.run(command, cwd=work, capture_output=True, text=True, check=False)
        assert done.returncode == 3
        assert "a.journey.yaml cannot be written: No space left on device" in done.stderr
        assert file.read_text().startswith("journey:   Ask\nstpes")
        assert sorted(path.name for path in work.iterdir()) == sorted(filter(None, ("a.journey.yaml", name)))
