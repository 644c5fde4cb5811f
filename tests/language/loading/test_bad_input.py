"""Whatever a file holds, it gives findings at their places or one line of error, never a traceback."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

import pytest
from effort import tries
from hypothesis import given, settings
from hypothesis import strategies as st

from journeys.api import check, load, load_workspace, load_workspaces, loads
from journeys.errors import UsageError
from journeys.language.finding import Located
from journeys.language.loading.files import load_journey, load_shared
from journeys.language.loading.reader import MAX_BYTES, decode

GOOD = """\
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


def told(found: list[Located]) -> list[tuple[str, int, str]]:
    """Code, line and the marked text of each finding."""
    return [
        (
            item.finding.code,
            item.source.position(item.span.start).line,
            item.source.text[item.span.start : item.span.end],
        )
        for item in found
    ]


def checked(tmp_path: Path, content: bytes) -> list[Located]:
    file = tmp_path / "a.journey.yaml"
    file.write_bytes(content)
    return check(file)


@pytest.mark.parametrize(
    ("content", "code", "words"),
    [
        (b"", "F103", "the file is empty"),
        (b"\n\n  \n", "F103", "the file is empty"),
        (b"# nothing yet\n", "F103", "the file is empty"),
        (b"\xef\xbb\xbf", "F103", "the file is empty"),
        (b"---\n...\n", "F103", "the file is empty"),
        (b"just a text", "F103", "the file is a text"),
        (b"- a\n- b\n", "F103", "the file is a list"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "F101", "not a text file"),
        (b"\x7fELF\x02\x01\x01\0", "F101", "not a text file"),
        (GOOD.encode("utf-16"), "F101", "UTF-16"),
        (GOOD.encode("utf-16-be"), "F101", "not a text file"),
        (GOOD.encode("utf-32"), "F101", "UTF-"),
        (GOOD.replace("Noor", "Zoë").encode("latin-1"), "F101", "line 11 is not in UTF-8"),
        (b"journey: caf\xc3", "F101", "not in UTF-8"),
        (b"journey: \xed\xa0\x80", "F101", "not in UTF-8"),
        (b"x" * (MAX_BYTES + 1), "F102", "larger than"),
        (b"journey: Dinner\x0bfor two", "F104", "U+000B"),
        (b"journey: Dinner\x1b[31m", "F104", "U+001B"),
        ("journey: Dinner\ufffe".encode(), "F104", "U+FFFE"),
        (b"[" * 50_000, "F106", "more than 100 levels"),
        (b"{journey: " * 50_000, "F106", "more than 100 levels"),
        (b"- " * 50_000, "F106", "more than 100 levels"),
        (GOOD.encode() + b"---\njourney: Another\n", "F104", "a second document"),
        (b"%YAML 3.0\n---\njourney: x\n", "F104", ""),
        (b"journey: x\n\tcustomer: y\n", "F104", "tab"),
        (b"journey: x\nsteps:\n\t- step: Pay\n", "F104", "tab"),
        (b"journey: @home\n", "F104", "cannot begin a value"),
        (b"journey: x: y\n", "F104", "a colon stands inside"),
        (b'journey: "x\nsteps: []\n', "F104", "never closed"),
        (b"journey: [x\nsteps: []\n", "F104", "bracket"),
        (b"journey: x\n  steps: []\n", "F104", ""),
        (b"journey: x\nsteps\nowner: y\n", "F104", "colon is missing"),
        (b'journey: "x" y\n', "F104", ""),
        (b'journey: x\n"a\\0b": x\n', "F104", "U+0000"),
        (b"journey: x\n? [a, b]\n: y\n", "F104", "cannot be a key"),
    ],
)
def test_what_is_no_journey_is_told_once_and_in_words(tmp_path: Path, content: bytes, code: str, words: str) -> None:
    found = [item for item in checked(tmp_path, content) if item.finding.code[0] == "F"]
    assert found[0].finding.code == code, told(found)
    assert words in found[0].finding.message
    assert found[0].finding.help
    assert len(found) == 1, told(found)


STAIRS = range(1_500)


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("[" * 50_000, 100),
        ("{" * 50_000, 100),
        ("[{" * 25_000, 100),
        ("[" * 5_000 + "]" * 5_000, 100),
        ("[" * 300 + "@", 100),
        ("journey: x\nsteps: " + "[" * 50_000, 117),
        ("[a: " * 20_000, 200),
        ("- " * 50_000, 200),
        ("? " * 50_000, 200),
        ("".join(f"{' ' * n}-\n" for n in STAIRS), 5_250),
        ("".join(f"{' ' * n}a:\n" for n in STAIRS), 5_350),
    ],
    ids=lambda value: value[:20] if isinstance(value, str) else "",
)
def test_the_level_that_is_too_deep_is_told_once_whatever_limit_the_parser_has(text: str, mark: int) -> None:
    (found,) = [item for item in check(loads(text)) if item.finding.code[0] == "F"]
    assert (found.finding.code, found.span.start, found.span.end) == ("F106", mark, mark + 1)


def test_a_hundred_levels_are_not_too_deep() -> None:
    assert {item.finding.code for item in check(loads("[" * 100 + "]" * 100))} == {"F103"}
    assert [item.finding.code for item in check(loads("[" * 100 + "@"))] == ["F104"]


def test_a_file_of_fifty_megabytes_is_not_read_whole(tmp_path: Path) -> None:
    file = tmp_path / "a.journey.yaml"
    with file.open("wb") as out:
        out.truncate(50_000_000)
    assert [item.finding.code for item in check(file)] == ["F102"]


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_line_ends_and_a_byte_order_mark_change_nothing(tmp_path: Path, ending: str, mark: bytes) -> None:
    text = GOOD.replace("owner: manager}", "owner: nobody-known}").replace("\n", ending)
    found = checked(tmp_path, mark + text.encode())
    (unknown,) = [item for item in found if item.finding.code == "F201"]
    assert unknown.source.text[unknown.span.start : unknown.span.end] == "nobody-known"
    if ending != "\r":  # a line, as editors count it, ends with a line feed
        assert unknown.source.position(unknown.span.start) == (9, 47)


def test_an_alias_bomb_is_refused_before_it_grows(tmp_path: Path) -> None:
    lines = ["a0: &a0 [x, x]"] + [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 40)]
    found = checked(tmp_path, "\n".join(["journey: Bomb", *lines]).encode())
    assert {"F107"} <= {item.finding.code for item in found}
    assert ("F107", 3, "*a0") in told(found)


def test_many_errors_in_one_file_are_all_told(tmp_path: Path) -> None:
    slips = "".join(f"  - step: S{n}\n    feeling: high\n    chanel: x\n    wait: long\n" for n in range(500))
    found = checked(tmp_path, f"journey: Slips\nsteps:\n{slips}".encode())
    codes = [item.finding.code for item in found]
    assert (codes.count("F303"), codes.count("F301"), codes.count("F304")) == (500, 500, 500)


def test_steps_promises_and_owners_in_circles_end(tmp_path: Path) -> None:
    text = GOOD.replace("    end: true", "    next: Pay").replace(
        "owners: {manager: {name: Manager, holder: Noor Haddad}}",
        "owners: {manager: {name: Manager, reports_to: chief}, chief: {name: Chief, reports_to: manager}}\n"
        "promises:\n"
        "  one: {promise: One, by: manager, to: guest, made: Pay, kept: Pay, relies_on: two}\n"
        "  two: {promise: Two, by: manager, to: guest, made: Pay, kept: Pay, relies_on: [one, two]}",
    )
    codes = {item.finding.code for item in checked(tmp_path, text.encode())}
    assert codes
    assert not codes & {"F201", "F202", "F303"}


NAMES = [
    *("\"Quoted\" and 'quoted'", "<script>alert(1)</script>", "Fish & chips", "]]>", "a\nb", "a\tb", "%s %d {0}", "\\"),
    *(
        "مرحبا بالعالم",
        "שלום",
        "旅行の予約",
        "e\u0301\u0301\u0301",
        "👩‍👩‍👧",
        "\u202eabc\u202c",
        "a\u2028b\u2029c",
        "a\x85b",
        "\ud800",
    ),
    *("#1", "a: b", "- a", "null", "~", "true", "1:30", "..", "a/b", "step.frontstage.1", "x" * 900, "$(reboot)"),
    *("{a}", "*a", "&a"),
]
# As they are, YAML 1.1's parsers take these for line breaks.
ESCAPED = re.compile("[\ud800\u2028\u2029\x85]")


@pytest.mark.parametrize("name", NAMES, ids=ascii)
def test_any_name_can_be_a_name_and_be_referred_to(name: str) -> None:
    quoted = ESCAPED.sub(lambda match: f"\\u{ord(match[0]):04x}", json.dumps(name, ensure_ascii=False))
    text = GOOD.replace("step: Pay", f"step: {quoted}").replace("owner: manager}", f"owner: {quoted}}}")
    text = text.replace("owners: {", f"owners: {{{quoted}: {{name: {quoted}, holder: Noor}}, ")
    text += "promises:\n  p: {promise: NAME, by: NAME, to: guest, made: NAME, kept: NAME}\n".replace("NAME", quoted)
    found = check(loads(text))
    journey = loads(text)
    if name == "\ud800":
        assert [item.finding.code for item in found] == ["F104"]
        return
    assert not [entry for entry in told(found) if entry[0][0] == "F"]
    assert journey.steps[0].name == name
    assert journey.promises["p"].node.made == (journey.steps[0].id,)


def test_a_folder_without_journeys_is_wrong_use(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no journeys in"):
        load_workspace(tmp_path)
    with pytest.raises(UsageError, match="no such file"):
        load_workspace(tmp_path / "nothing.journey.yaml")


def test_what_is_no_file_is_a_finding(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.journey.yaml")
    (tmp_path / "gone.journey.yaml").symlink_to(tmp_path / "nothing")
    (tmp_path / "circle.journey.yaml").symlink_to(tmp_path / "circle.journey.yaml")
    for name, words in (("pipe", "not a regular file"), ("gone", "cannot be read"), ("circle", "cannot be read")):
        (found,) = check(tmp_path / f"{name}.journey.yaml")
        assert found.finding.code == "F101"
        assert words in found.finding.message


def test_folders_that_lead_outside_or_in_a_circle_are_passed_over(tmp_path: Path) -> None:
    inside, outside = tmp_path / "inside", tmp_path / "outside"
    inside.mkdir()
    outside.mkdir()
    (inside / "a.journey.yaml").write_text(GOOD)
    (outside / "b.journey.yaml").write_text(GOOD)
    (inside / "circle").symlink_to(inside)
    (inside / "way-out").symlink_to(outside)
    (inside / "b.journey.yaml").symlink_to(outside / "b.journey.yaml")
    (inside / ".hidden").mkdir()
    (inside / ".hidden" / "c.journey.yaml").write_text(GOOD)
    (workspace,) = load_workspaces([inside])
    assert [file.stem for file in workspace.files.journeys] == ["a"]


def test_a_broken_file_does_not_hide_the_others(tmp_path: Path) -> None:
    (tmp_path / "a.journey.yaml").write_bytes(b"\0")
    (tmp_path / "b.journey.yaml").write_text(GOOD.replace("owner: manager}", "owner: nobody}"))
    (tmp_path / "c.journey.yaml").write_text("journey: [\n")
    codes = {(item.source.name.rsplit("/")[-1][0], item.finding.code) for item in check(tmp_path)}
    assert {("a", "F101"), ("b", "F201"), ("c", "F104")} <= codes


def test_a_broken_workspace_file_is_told_in_its_place(tmp_path: Path) -> None:
    (tmp_path / "journeys.yaml").write_text("workspace: Shared\nownrs: {}\nowners: {a: {kind: robot}}\n")
    (tmp_path / "a.journey.yaml").write_text(GOOD)
    found = [item for item in check(tmp_path) if item.source.name.endswith("/journeys.yaml")]
    assert [entry for entry in told(found) if entry[0][0] == "F"] == [("F301", 2, "ownrs"), ("F303", 3, "robot")]


@pytest.mark.parametrize("content", [b"", b"\0", b"owners: {a: {name: \xe9}}", b"- [", b"3 [", b"\xff\xfeo\0"])
def test_a_workspace_file_that_cannot_be_read_hides_no_journey(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "journeys.yaml").write_bytes(content)
    (tmp_path / "a.journey.yaml").write_text(GOOD.replace("owner: manager}", "owner: nobody}"))
    found = {(item.source.name.rpartition("/")[2], item.finding.code) for item in check(tmp_path)}
    assert ("a.journey.yaml", "F201") in found
    assert [code for name, code in found if name == "journeys.yaml" and code.startswith("F10")]


def test_a_superior_who_is_not_there_is_told_where_he_is_named(tmp_path: Path) -> None:
    (tmp_path / "journeys.yaml").write_text("owners: {a: {name: A, reports_to: boss}, chief: Chief}\n")
    (tmp_path / "a.journey.yaml").write_text("journey: x\nowners: {b: {reports_to: chef}}\n")
    found = [entry for entry in told(check(tmp_path)) if entry[0] == "F201"]
    assert found == [("F201", 2, "chef"), ("F201", 1, "boss")]


def test_two_journeys_of_one_id_are_told(tmp_path: Path) -> None:
    for name in "ab":
        (tmp_path / f"{name}.journey.yaml").write_text(GOOD)
    found = [item for item in check(tmp_path) if item.finding.code == "F205"]
    assert [item.source.name.rsplit("/")[-1] for item in found] == ["b.journey.yaml"]
    with pytest.raises(UsageError, match="holds 2 journeys"):
        load(tmp_path)


@settings(max_examples=tries(300))
@given(st.binary(max_size=400))
def test_random_bytes_never_raise(content: bytes) -> None:
    file = load_journey(decode(content), "a.journey.yaml")
    assert file.model.journey
    assert load_shared(decode(content), "journeys.yaml")[1] is not None
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        assert file.findings
    else:
        check(loads(text))


# Pieces of YAML and of the language: thrown together they reach further into the parser than any bytes do.
PIECES = [
    *("journey: x\n", "steps:\n", "  - step: Pay\n", "promises:\n", "    customer: y\n", "next: [Pay]\n", "for: z\n"),
    *(
        "  p: {by: a, to: b, made: Pay, kept: Pay}\n",
        "a",
        ": ",
        "- ",
        "    ",
        "\n",
        "\r\n",
        "\t",
        "{",
        "}",
        "[",
        "]",
        ",",
    ),
    *("'", '"', "|\n", ">\n", "#", "&a ", "*a", "!t ", "?", "---\n", "...\n", "%YAML 1.2\n", "<<: ", "null", "~"),
    *("é", "步", "\ufeff", "\u2028"),
]


@settings(max_examples=tries(500))
@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
def test_random_pieces_of_journeys_never_raise_and_each_finding_has_its_place(text: str) -> None:
    journey = loads(text)
    for item in check(journey):
        assert 0 <= item.span.start <= item.span.end <= len(item.source.text)
        assert item.finding.message
