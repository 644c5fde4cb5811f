"""`journeys draw`: views, formats, named blueprints, and drawing again only what has changed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from repository import EXAMPLES

from journeys.errors import ToolError, UsageError
from journeys.surfaces.cli.program import program

NAMED = """
blueprints:
  workshop: {title: For the workshop, view: journey}
  promise: {promise: bicycle-opens, theme: print}
"""


def draw(*arguments: object) -> Result:
    return CliRunner().invoke(program, ["draw", *map(str, arguments)], catch_exceptions=False, standalone_mode=False)


@pytest.fixture
def first(tmp_path: Path) -> Path:
    file = tmp_path / "first.journey.yaml"
    CliRunner().invoke(program, ["new", str(file)])
    return file


def test_every_view_in_every_format_of_words(first: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    formats = ("text", "markdown", "mermaid", "json", "html", "dot")
    result = draw(first, "-o", out, "--view", "all", *(part for word in formats for part in ("--format", word)))
    assert len(result.output.splitlines()) == 5 * len(formats)
    assert {path.suffix for path in out.glob("borrow-a-bicycle*")} == {".txt", ".md", ".mmd", ".json", ".html", ".dot"}
    assert "Hold the phone to the lock" in (out / "borrow-a-bicycle.txt").read_text("utf-8")
    assert json.loads((out / "borrow-a-bicycle-promises.json").read_text("utf-8"))


def test_blueprints_that_the_file_names_are_drawn_too(first: Path, tmp_path: Path) -> None:
    first.write_text(first.read_text("utf-8") + NAMED, "utf-8")
    out = tmp_path / "out"
    draw(first, "-o", out, "--format", "dot")
    assert sorted(path.name for path in out.glob("*.dot")) == [
        "borrow-a-bicycle-promise.dot",
        "borrow-a-bicycle-workshop.dot",
        "borrow-a-bicycle.dot",
    ]
    assert "For the workshop" in (out / "borrow-a-bicycle-workshop.dot").read_text("utf-8")


def test_only_what_has_changed_is_drawn_again(first: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert draw(first, "-o", out).output.startswith("drew")
    before = (out / "borrow-a-bicycle.svg").read_bytes()
    assert draw(first, "-o", out).output.startswith("same")
    assert draw(first, "-o", out, "--again").output.startswith("drew")
    assert (out / "borrow-a-bicycle.svg").read_bytes() == before
    assert draw(first, "-o", out, "--theme", "dark").output.startswith("drew")
    first.write_text(first.read_text("utf-8").replace("Ride across town", "Ride across the town"), "utf-8")
    assert draw(first, "-o", out, "--theme", "dark").output.startswith("drew")
    (out / "borrow-a-bicycle.svg").unlink()
    assert draw(first, "-o", out, "--theme", "dark").output.startswith("drew")


def test_a_long_journey_is_drawn_on_pages(tmp_path: Path) -> None:
    draw(EXAMPLES / "broadband", "-o", tmp_path, "--columns", 5, "--format", "dot")
    assert sorted(path.name for path in tmp_path.glob("*.dot")) == [f"broadband-{page}.dot" for page in (1, 2, 3)]


@pytest.mark.parametrize(
    ("option", "word", "meant"),
    [
        ("--phase", "Instal", "Install"),
        ("--owner", "field-op", "field-ops"),
        ("--promise", "online-in-ten-day", "online-in-ten-days"),
        ("--lanes", "frontstag", "frontstage"),
    ],
)
def test_an_unknown_word_names_the_nearest(option: str, word: str, meant: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=meant):
        draw(EXAMPLES / "broadband", "-o", tmp_path, option, word)


def test_several_drawings_need_a_folder(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="folder"):
        draw(EXAMPLES, "-o", tmp_path / "one.svg")


def test_findings_are_marked_unless_they_are_not_wanted(tmp_path: Path) -> None:
    draw(EXAMPLES / "broadband", "-o", tmp_path / "with.svg")
    draw(EXAMPLES / "broadband", "-o", tmp_path / "without.svg", "--no-findings")
    assert "nobody owns this touchpoint" in (tmp_path / "with.svg").read_text("utf-8")
    assert "nobody owns this touchpoint" not in (tmp_path / "without.svg").read_text("utf-8")


def test_a_file_that_cannot_be_read_is_named_and_the_others_are_drawn(first: Path, tmp_path: Path) -> None:
    (tmp_path / "noise.journey.yaml").write_bytes(b"\x00\xff\x13" * 100)
    result = draw(tmp_path, "-o", tmp_path / "out")
    assert result.return_value == 1
    assert "noise.journey.yaml cannot be drawn" in result.output
    assert [path.name for path in (tmp_path / "out").glob("*.svg")] == ["borrow-a-bicycle.svg"]


def test_a_broken_promise_behind_the_scenes_shows_the_code_of_its_cause(tmp_path: Path) -> None:
    draw(EXAMPLES / "broadband", "-o", tmp_path / "a.txt")
    draw(EXAMPLES / "broadband", "-o", tmp_path / "a.svg")
    assert "broken O201" in (tmp_path / "a.svg").read_text("utf-8")


def test_many_journeys_are_drawn_by_several_processes_as_by_one(tmp_path: Path) -> None:
    (tmp_path / "journeys.yaml").write_text("owners: {shop: Shop}\ncustomers: {buyer: Buyer}\n", "utf-8")
    for number in range(14):
        (tmp_path / f"j{number}.journey.yaml").write_text(
            f"journey: Journey {number}\nid: j{number}\nowner: shop\ncustomer: buyer\nsteps:\n"
            f"  - step: Ask {number} times\n    customer: Ask\n    frontstage: {{do: Answer, owner: shop}}\n",
            "utf-8",
        )
    out = tmp_path / "out"
    names = [f"j{number}" for number in (0, 1, 10, 11, 12, 13, *range(2, 10))]
    expected = [f"drew {out / name}.{ending}" for name in names for ending in ("svg", "html")]
    assert draw(tmp_path, "-o", out, "--format", "svg", "--format", "html").output.splitlines() == expected
    draw(tmp_path / "j7.journey.yaml", "-o", tmp_path / "alone", "--format", "svg", "--format", "html")
    for ending in ("svg", "html"):
        assert (out / f"j7.{ending}").read_bytes() == (tmp_path / "alone" / f"j7.{ending}").read_bytes()
    (out / "j3.svg").unlink()
    again = draw(tmp_path, "-o", out, "--format", "svg").output.splitlines()
    assert [line for line in again if line.startswith("drew")] == [f"drew {out / 'j3.svg'}"]


def test_a_drawing_that_fails_is_named_and_those_before_it_are_whole(tmp_path: Path) -> None:
    out = tmp_path / "out"
    with pytest.raises(ToolError, match=r"benefits\.png: a picture of \d+ million pixels"):
        draw(EXAMPLES / "benefits", "-o", out, "--format", "svg", "--format", "png", "--scale", "8")
    assert [path.name for path in out.glob("*.*g")] == ["benefits.svg"]


def test_what_only_some_journeys_have_is_drawn_where_it_is(tmp_path: Path) -> None:
    done = draw(EXAMPLES, "-o", tmp_path, "--format", "text", "--promise", "online-in-ten-days")
    assert [line for line in done.stdout.splitlines() if line.startswith("drew")] == [
        f"drew {tmp_path / 'broadband.txt'}"
    ]
    assert (
        "left out “Claim the benefit for a reduced capacity to work” as blueprint: there is no promise" in done.stderr
    )
    assert done.return_value == 0
    views = draw(EXAMPLES / "broadband", "-o", tmp_path, "--format", "text", "--view", "all", "--phase", "Order")
    assert {path.stem for path in tmp_path.glob("broadband*.txt")} == {
        "broadband", "broadband-journey", "broadband-owners",
    }  # fmt: skip
    assert "as org: the drawing “org” of “Get broadband installed in the new home” has no phases" in views.stderr
    with pytest.raises(UsageError, match="there is no promise “nowhere”"):
        draw(EXAMPLES, "-o", tmp_path, "--promise", "nowhere")


def test_a_misspelt_theme_is_refused_though_a_blueprint_has_its_own(first: Path, tmp_path: Path) -> None:
    first.write_text(first.read_text("utf-8") + NAMED, "utf-8")
    with pytest.raises(UsageError, match="there is no theme “lihgt”: did you mean `light`"):
        draw(first, "-o", tmp_path / "out", "--theme", "lihgt")


def test_a_named_blueprint_that_cannot_be_drawn_stops_no_other(first: Path, tmp_path: Path) -> None:
    first.write_text(first.read_text("utf-8") + NAMED + "  wrong: {phases: [Nowhere]}\n", "utf-8")
    done = draw(first, "-o", tmp_path / "out", "--format", "dot")
    assert len(list((tmp_path / "out").glob("*.dot"))) == 3
    assert "left out “wrong”" in done.stderr
    assert done.return_value == 1


@pytest.mark.parametrize("formats", [["svg"], ["png", "svg"]])
def test_a_file_and_a_format_that_contradict_are_refused(first: Path, tmp_path: Path, formats: list[str]) -> None:
    words = [word for name in formats for word in ("--format", name)]
    with pytest.raises(UsageError, match=f"is one file, and --format says {' and '.join(formats)}"):
        draw(first, "-o", tmp_path / "x.png", *words)
    assert draw(first, "-o", tmp_path / "x.html", "--format", "html").output.startswith("drew")


def test_a_blueprint_of_a_journey_that_is_not_there_stops_no_other(first: Path, tmp_path: Path) -> None:
    other = "blueprints:\n  lost: {journey: nowhere}\n  found: {view: owners}\n"
    (first.parent / "journeys.yaml").write_text(other, "utf-8")
    done = draw(first, "-o", tmp_path / "out", "--format", "dot")
    assert len(list((tmp_path / "out").glob("*.dot"))) == 2
    assert "left out “lost”: it is of a journey “nowhere” that is not there" in done.stderr
    assert done.return_value == 1


def test_paper_is_drawn_page_by_page(first: Path, tmp_path: Path) -> None:
    draw(first, "-o", tmp_path / "a4", "--paper", "A4", "--portrait")
    pages = sorted((tmp_path / "a4").glob("*.svg"))
    assert len(pages) > 1
    assert all('width="595.28pt" height="841.89pt"' in page.read_text("utf-8") for page in pages)
    again = draw(first, "-o", tmp_path / "a4", "--paper", "A4", "--landscape").output
    assert "drew" in again
    assert "same" not in again
    with pytest.raises(UsageError, match="there is no paper “A5”: known here: `A3`, `A4`, `letter`"):
        draw(first, "-o", tmp_path / "a5", "--paper", "A5")
