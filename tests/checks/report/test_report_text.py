"""The text and concise reports, as a person sees them."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from report_samples import CHAIN, HOSTILE, TEXT, full, hostile, located, warning

from journeys.checks.report import Report, render
from journeys.graph.verdict import State
from journeys.language.finding import Located, LocatedRelated
from journeys.language.source import Source, Span

_FORBIDDEN = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def shown(item: Located) -> list[str]:
    return render("text", Report([item], 1, 1)).splitlines()


def marked(text: str, part: str) -> tuple[str, str]:
    """The source line as shown, and what stands above the carets (one character a cell for ASCII)."""
    lines = shown(located(text=text, at=part))
    return lines[1].split("| ", 1)[1], lines[2].split("| ", 1)[1]


def test_a_finding_shows_place_code_message_line_chain_why_and_help() -> None:
    item = located(why="What nobody owns, nobody keeps.", help="owner: digital\nor: another", related=CHAIN)
    assert render("text", Report([item, warning()], 2, 2)) == (
        "shop/pay.journey.yaml:6:21: error: O101 nobody owns this touchpoint\n"
        " 6 |         frontstage: Take the payment\n"
        "   |                     ^^^^^^^^^^^^^^^^\n"
        "   = see: shop/pay.journey.yaml:8:3: relies on line-switched-on\n"
        " 8 |   online-in-five-days:\n"
        "   |   -------------------\n"
        "   = see: shop/pay.journey.yaml:9:17: nobody promises this\n"
        " 9 |     relies_on: [line-switched-on]\n"
        "   |                 ----------------\n"
        "   = why: What nobody owns, nobody keeps.\n"
        "   = help: owner: digital\n"
        "           or: another\n"
        "\n"
        "shop/wait.journey.yaml:6:21: warning: X301 nothing is said while the customer waits\n"
        " 6 |         frontstage: Take the payment\n"
        "   |                     ^^^^^^^^^^^^^^^^\n"
        "\n"
        "1 error, 1 warning in 2 journeys\n"
    )


def test_one_related_place_is_something_to_see_and_its_line_is_not_shown_twice() -> None:
    lines = shown(located(related=(("frontstage", "said here"),)))
    assert lines[3] == "   = see: shop/pay.journey.yaml:6:9: said here"
    assert lines[4] == ""


def test_a_long_chain_keeps_its_beginning_and_its_root() -> None:
    source = Source("a.journey.yaml", TEXT)
    chain = tuple(LocatedRelated(source, Span(0, 7), f"link {number}") for number in range(10_000))
    lines = shown(replace(located(), related=chain))
    assert [line.rsplit(" ", 1)[1] for line in lines if ": link" in line] == [
        *"01234567",
        "9996",
        "9997",
        "9998",
        "9999",
    ]
    assert "   = see: … 9988 more links …" in lines


def test_concise_is_one_line_each() -> None:
    assert render("concise", Report([located(related=CHAIN, help="x"), warning()], 2, 2)) == (
        "shop/pay.journey.yaml:6:21: error: O101 nobody owns this touchpoint\n"
        "shop/wait.journey.yaml:6:21: warning: X301 nothing is said while the customer waits\n"
        "1 error, 1 warning in 2 journeys\n"
    )


def test_many_of_one_rule_are_told_as_one_after_what_is_unusual_and_counted_at_the_end() -> None:
    many = [
        replace(located(code="O101", help="write `owner:`"), source=Source(f"{number}.yaml", TEXT))
        for number in range(6)
    ]
    report = Report([*many[:3], warning(), *many[3:]], 6, 6)
    lines = render("text", report).splitlines()
    assert [line for line in lines if line and not line.startswith(" ")] == [
        "shop/wait.journey.yaml:6:21: warning: X301 nothing is said while the customer waits",
        "0.yaml:6:21: error: O101 nobody owns this touchpoint (6 times)",
        "6  O101 touchpoint-without-owner",
        "1  X301 silent-wait",
        "6 errors, 1 warning in 6 journeys",
    ]
    assert [line.strip() for line in lines if "= " in line] == [
        "= also: 1.yaml:6:21",
        "= also: 2.yaml:6:21",
        "= also: 3 more; `--all` tells every one",
        "= help: write `owner:`",
    ]
    every = render("text", replace(report, every=True))
    assert every.count("error: O101") == 6
    assert "times" not in every


def test_four_of_one_rule_are_told_one_by_one() -> None:
    assert render("text", Report([located()] * 4, 1, 1)).count("error: O101") == 4


@pytest.mark.parametrize(
    ("report", "line"),
    [
        (Report([], 5, 4, promises={State.SOUND: 2}), "All promises hold: nothing found in 4 journeys"),
        (Report([], 1, 1, promises={State.SOUND: 1}), "All promises hold: nothing found in 1 journey"),
        (Report([], 1, 1), "Nothing found in 1 journey, and nothing promised"),
        (
            Report([], 1, 1, promises={State.SOUND: 2, State.ASSUMED: 1, State.BROKEN: 2}),
            "Nothing found in 1 journey; of 5 promises 2 are broken, 1 is assumed",
        ),
        (
            Report([], 1, 1, suppressed=1, promises={State.BROKEN: 1}),
            "Nothing else found in 1 journey (1 suppressed); of 1 promise 1 is broken",
        ),
        (
            Report([], 4, 4, suppressed=1, baseline=2),
            "Nothing else found in 4 journeys (1 suppressed, 2 in the baseline)",
        ),
        (
            Report([], 1, 1, baseline=5, stale=3),
            "Nothing else found in 1 journey (5 in the baseline); 3 of the baseline no longer found",
        ),
        (
            Report([], 1, 1, stale=1, promises={State.SOUND: 1}),
            "All promises hold: nothing found in 1 journey; 1 of the baseline no longer found",
        ),
        (Report([], 0, 0), "Nothing was checked: there are no journeys here"),
        (Report([located()], 1, 0), "1 error in 1 file"),
        (Report([warning(), warning()], 2, 2, suppressed=3), "2 warnings in 2 journeys (3 suppressed)"),
    ],
)
def test_the_last_line_counts(report: Report, line: str) -> None:
    assert render("text", report).splitlines()[-1] == line
    assert render("concise", report).splitlines()[-1] == line


def test_colour_only_adds_sequences() -> None:
    plain, coloured = render("text", full()), render("text", replace(full(), colour=True))
    assert "\x1b" not in plain
    assert coloured.count("\x1b[0m") > 10
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == plain


@pytest.mark.parametrize(
    ("text", "part", "line", "marks"),
    [
        ("a: word", "word", "a: word", "   ^^^^"),
        ("a:\tword", "word", "a:  word", "    ^^^^"),
        ("é: café", "café", "é: café", "   ^^^^"),
        ("a: e\u0301te\u0301 x", "e\u0301te\u0301", "a: e\u0301te\u0301 x", "   ^^^"),
        ("支払: 受取人 x", "受取人", "支払: 受取人 x", "      ^^^^^^"),
        ("👍🏽: 👩‍👩‍👧 ok", "👩‍👩‍👧", "👍🏽: 👩‍👩‍👧 ok", "    ^^"),
        ("❤\ufe0f: x", "x", "❤\ufe0f: x", "    ^"),
        ("a: \x1b[2Jx", "x", "a: ␛[2Jx", "       ^"),
        ("a: \u202ex", "x", "a: <U+202E>x", "           ^"),
        ("a: \u202e", "\u202e", "a: <U+202E>", "   ^^^^^^^^"),
        ("a: 1\r\nb: 2", "1", "a: 1", "   ^"),
        ("한글: x", "x", "한글: x", "      ^"),
    ],
)
def test_carets_stand_under_what_they_mean(text: str, part: str, line: str, marks: str) -> None:
    assert marked(text, part) == (line, marks)


def test_a_span_over_lines_is_marked_to_the_end_of_its_first() -> None:
    text = "a: >-  \r\n  folded\n"
    lines = shown(located(text=text, at=Span(3, len(text))))
    assert lines[1:3] == [" 1 | a: >-  ", "   |    ^^"]


@pytest.mark.parametrize("at", [Span(4, 4), Span(4, 99), Span(99, 120), Span(9, 4)])
def test_a_span_at_or_past_the_end_still_has_a_caret(at: Span) -> None:
    lines = shown(located(text="a: 1", at=at))
    assert lines[0].startswith("shop/pay.journey.yaml:1:5: ")
    assert lines[1:3] == [" 1 | a: 1", "   |     ^"]


def test_an_empty_file_has_no_excerpt() -> None:
    lines = shown(located("the file is empty", text="", at=Span(0, 0)))
    assert lines == ["shop/pay.journey.yaml:1:1: error: O101 the file is empty", "", "1 error in 1 journey"]


@pytest.mark.parametrize("filler", ["x", "漢", "e\u0301", "\x1b"])
@pytest.mark.parametrize("before", [0, 50, 5_000, 9_990])
def test_a_very_long_line_is_cut_around_the_span(filler: str, before: int) -> None:
    text = "a: " + filler * before + "HERE" + filler * 10_000
    line, marks = marked(text, "HERE")
    assert "HERE" in line
    assert line.endswith("…")
    assert line.startswith(("a: ", "…"))
    assert len(line) <= 250
    assert marks.strip() == "^^^^"
    if filler in "x\x1b":
        assert line.index("HERE") == marks.index("^")


def test_a_marked_stretch_of_a_very_long_line_is_cut_too() -> None:
    line, marks = marked("a: " + "x" * 10_000, "x" * 10_000)
    assert len(line) == 121
    assert marks == "   " + "^" * 117


@pytest.mark.parametrize("name", ["text", "concise"])
def test_a_hostile_file_cannot_write_to_the_terminal(name: str) -> None:
    assert not _FORBIDDEN.search(render(name, hostile()))
    output = render(name, replace(hostile(), every=True))
    assert not _FORBIDDEN.search(output)
    assert output.encode("utf-8")
    heads = [line for line in output.split("\n") if ": error: O101 " in line]
    assert len(heads) == len(HOSTILE)
    assert output.count("\x1b") == 0


def test_signs_stand_for_what_cannot_be_shown() -> None:
    assert shown(located("a\x1b[31m\nb\u202e\x85\x7f"))[0].endswith("O101 a␛[31m␊b<U+202E><U+0085>␡")
