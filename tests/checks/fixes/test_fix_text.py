"""Fixes change exactly what they say: comments, layout and everything else stay."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from effort import tries
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from journeys.api import check, loads_workspace
from journeys.checks.fixes import Fixed, diff, fix_files, fix_text
from journeys.language.finding import Edit, Entered, Finding, KeyPath, Located, Paired, Part, Place
from journeys.language.loading.document import Document
from journeys.language.loading.spans import Spans
from journeys.language.loading.tree import parse
from journeys.language.source import Source

EXAMPLES = sorted(Path("examples").rglob("*.yaml"))
NAME = "a.journey.yaml"


def document(text: str) -> Document:
    return Document(Source(NAME, text), parse(text))


def located(doc: Document, *edits: Edit) -> Located:
    place = edits[0].place
    return Located(Finding("to mend", place, fix=edits), doc.source, doc.span(place))


def edited(text: str, *edits: Edit) -> Fixed:
    doc = document(text)
    return fix_text(doc, [located(doc, *edits)])


def at(*path: str | int, part: Part = Part.VALUE) -> Place:
    return Place(NAME, path, part)


@pytest.mark.parametrize(
    ("before", "edit", "after"),
    [
        ("a: 1  # one\n", Edit(at("a"), "replace", "two"), "a: two  # one\n"),
        ("a: 'x'\n", Edit(at("a"), "replace", "it"), "a: 'it'\n"),
        ('a: "x"\n', Edit(at("a"), "replace", 'so "it" is: x'), 'a: "so \\"it\\" is: x"\n'),
        ("a:\n", Edit(at("a"), "replace", "two"), "a: two\n"),
        ("{a: [x, y]}", Edit(at("a", 1), "replace", "one, two"), '{a: [x, "one, two"]}'),
        ("a: x\n", Edit(at("a", 0), "replace", "null"), 'a: "null"\n'),
        ("ownr: x # who\n", Edit(at("ownr"), "rename", "owner"), "owner: x # who\n"),
        ("{ownr: x}\n", Edit(at("ownr"), "rename", "owner"), "{owner: x}\n"),
        ("a: 1\nb: 2\n", Edit(at("a"), "remove"), "b: 2\n"),
        ("a: 1  # one\n", Edit(at("a"), "put", "{x: y}"), "a: {x: y}  # one\n"),
        ("a: 1\n", Edit(at("b"), "put", "{x: y}"), "a: 1\nb: {x: y}\n"),
        ("s: {do: x}\n", Edit(at("s", 0, "takes"), "put", "2 h", "do"), "s: {do: x, takes: 2 h}\n"),
        ("s:\n  - x: 'Go, now'\n", Edit(at("s", 0, "x", "b"), "put", "1", "do"), 's:\n  - x: {do: "Go, now", b: 1}\n'),
        ("s: [x, y]\n", Edit(at("s", 1, "b"), "put", "1", "to"), "s: [x, {to: y, b: 1}]\n"),
        ("a: {x: {usually: 1, at_most: 2}}\n", Edit(at("a", "x"), "put", "3"), "a: {x: 3}\n"),
        ("a: 1\nb: 2 # keep me\n", Edit(at("b"), "remove"), "a: 1\n# keep me\n"),
        ("a: 1\nb:\n  - x\n  - y\nc: 3\n", Edit(at("b"), "remove"), "a: 1\nc: 3\n"),
        ("a:\n  - x\n  - y\n", Edit(at("a", 0), "remove"), "a:\n  - y\n"),
        ("s:\n  - id: x\n    do: y\n", Edit(at("s", 0, "id"), "remove"), "s:\n  - do: y\n"),
        ("{a: 1, b: 2, c: 3}", Edit(at("b"), "remove"), "{a: 1, c: 3}"),
        ("{a: 1, b: 2}", Edit(at("b"), "remove"), "{a: 1}"),
        ("{a: 1}", Edit(at("a"), "remove"), "{}"),
        ("a: [x, y, z]\n", Edit(at("a", 2), "remove"), "a: [x, y]\n"),
        ("a: {b: 1}\n", Edit(at("a"), "insert", "x: y", key="c"), 'a: {b: 1, c: "x: y"}\n'),
        (
            "s:\n  - a: 1  # x\n  - b: 2\n",
            Edit(at("s", 0), "insert", "3", key="c"),
            "s:\n  - a: 1  # x\n    c: 3\n  - b: 2\n",
        ),
        ("a: {b: 1}\n", Edit(at("a"), "extend", key="c", items=("x", "y: z")), 'a: {b: 1, c: [x, "y: z"]}\n'),
        ("a:\n  c: x  # one\n", Edit(at("a"), "extend", key="c", items=("y",)), "a:\n  c: [x, y]  # one\n"),
        ("a:\n  c: [x]  # one\n", Edit(at("a"), "extend", key="c", items=("y", "z")), "a:\n  c: [x, y, z]  # one\n"),
        ("a:\n  c:\n  b: 1\n", Edit(at("a"), "extend", key="c", items=("y",)), "a:\n  c: [y]\n  b: 1\n"),
        (
            "a:\n  c:\n    - x  # one\n    # two\n  b: 1\n",
            Edit(at("a"), "extend", key="c", items=("y", "z")),
            "a:\n  c:\n    - x  # one\n    - y\n    - z\n    # two\n  b: 1\n",
        ),
        ("a:\n  b: |\n    x\n\nc: 1\n", Edit(at("a"), "insert", "2", key="d"), "a:\n  b: |\n    x\n  d: 2\n\nc: 1\n"),
        ("a: 1", Edit(at(), "insert", "2", key="b"), "a: 1\nb: 2"),
        ("a: 1\r\nb: 2\r\n", Edit(at(), "insert", "3", key="c"), "a: 1\r\nb: 2\r\nc: 3\r\n"),
        ("ключ: 名前  # ☕\n", Edit(at("ключ"), "replace", "مرحبا"), "ключ: مرحبا  # ☕\n"),
    ],
)
def test_an_edit_changes_its_place_and_nothing_else(before: str, edit: Edit, after: str) -> None:
    fixed = edited(before, edit)
    assert fixed.text == after
    assert len(fixed.applied) == 1


@pytest.mark.parametrize(
    ("text", "edit"),
    [
        ("a: 1\n", Edit(at("b"), "replace", "2")),
        ("a: 1\n", Edit(at("a"), "remove")),
        ("a: 1\nowner: x\n", Edit(at("a"), "rename", "owner")),
        ("a: 1\nb: 2\n", Edit(at(), "insert", "2", key="b")),
        ("a: 1\nb:\n  # why\n  c: 2\n", Edit(at("b"), "remove")),
        ("a: 1\n", Edit(Place("b.journey.yaml", ("a",)), "replace", "2")),
        ("a: 1\n", Edit(at("a"), "paint", "2")),
    ],
)
def test_an_edit_that_cannot_be_made_without_loss_is_left_out(text: str, edit: Edit) -> None:
    fixed = edited(text, edit)
    assert fixed.text == text
    assert not fixed.applied
    assert len(fixed.skipped) == 1


ENTER = Edit(at(), "enter", key="c", entries=(Entered("x", (("v", "it: 1"), ("w", ("a", "b")))), Entered("no", ())))
IN_LINE = '{x: {v: "it: 1", w: [a, b]}, no: {}}'


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a: 1\n", 'a: 1\n\nc:\n  x: {v: "it: 1", w: [a, b]}\n  no: {}\n'),
        ("c:  # why\n  # more\nd: 2\n", 'c:  # why\n  x: {v: "it: 1", w: [a, b]}\n  no: {}\n  # more\nd: 2\n'),
        ("c: {}  # why\nd: 2\n", 'c:   # why\n  x: {v: "it: 1", w: [a, b]}\n  no: {}\nd: 2\n'),
        ("c:\n    y: 1  # one\n\nd: 2", 'c:\n    y: 1  # one\n    x: {v: "it: 1", w: [a, b]}\n    no: {}\n\nd: 2'),
        ("c: {y: 1}\n", 'c: {y: 1, x: {v: "it: 1", w: [a, b]}, no: {}}\n'),
        ("{a: 1}\n", f"{{a: 1, c: {IN_LINE}}}\n"),
        ("{c: {}, a: 1}\n", f"{{c: {IN_LINE}, a: 1}}\n"),
        ("c:\r\na: 1\r\n", 'c:\r\n  x: {v: "it: 1", w: [a, b]}\r\n  no: {}\r\na: 1\r\n'),
    ],
)
def test_entries_are_put_behind_those_that_are_there(before: str, after: str) -> None:
    assert edited(before, ENTER).text == after


@pytest.mark.parametrize("text", ["c: x\n", "c: [x]\n", "c: {x: 1}\n", "- c\n"])
def test_entries_are_put_into_nothing_else(text: str) -> None:
    assert edited(text, ENTER).skipped
    assert edited(text, ENTER).text == text


def test_a_long_entry_has_a_line_for_each_key() -> None:
    said = "word " * 30 + "end"
    edit = Edit(at(), "enter", key="c", entries=(Entered("x", (("v", said), ("w", "y"))),))
    assert edited("a: 1\n", edit).text == f"a: 1\n\nc:\n  x:\n    v: {said}\n    w: y\n"


def test_under_a_key_of_an_entry_texts_may_stand_by_keys() -> None:
    says = (("v", Paired((("a: b", "1"), ("c", ("d", "e"))))), ("w", Paired(())))
    edit = Edit(at(), "enter", key="c", entries=(Entered("x", says),))
    assert edited("a: 1\n", edit).text == 'a: 1\n\nc:\n  x: {v: {"a: b": 1, c: [d, e]}, w: {}}\n'


def test_of_two_fixes_for_one_place_the_first_is_made() -> None:
    doc = document("a: 1\nb: 2\n")
    first, second = (located(doc, Edit(at("a"), "replace", text)) for text in ("x", "y"))
    fixed = fix_text(doc, [first, second])
    assert fixed.text == "a: x\nb: 2\n"
    assert fixed.applied == (first,)
    assert fixed.skipped == (second,)


def test_a_fix_of_several_edits_is_made_whole_or_not_at_all() -> None:
    assert edited("a: 1\nb: 2\n", Edit(at("a"), "replace", "x"), Edit(at("c"), "replace", "y")).text == "a: 1\nb: 2\n"
    assert edited("a: 1\nb: 2\n", Edit(at("a"), "replace", "x"), Edit(at("b"), "rename", "c")).text == "a: x\nc: 2\n"


def test_the_outer_key_and_what_stands_below_it_can_be_mended_together() -> None:
    doc = document("stps:\n  - stp: Pay\n")
    fixes = [
        located(doc, Edit(at("stps"), "rename", "steps")),
        located(doc, Edit(at("stps", 0, "stp"), "rename", "step")),
    ]
    assert fix_text(doc, fixes).text == "steps:\n  - step: Pay\n"


JOURNEY = """\
# A slip in every line.
journey: Dinner for two
ownr: waiter   # accountable
customer: guest
steps:
  - step: Pay
    evidence: Receipt
    customer: Ask for the bill
    frontstage: {do: Take the payment, owner: waitr}  # a slip
    next: laeve
  - step: Leave   # the end
    evidence: Coat
    customer: Go
    # journeys: ignore[O101] nobody stands at the door
    end: true
owners: {waiter: {name: Waiters, holder: Noor Haddad}}
customers: {guest: {name: Guest}}
"""


def test_the_findings_of_a_journey_are_mended_and_shown_as_a_diff() -> None:
    workspace = loads_workspace({NAME: JOURNEY})
    (file,) = fix_files(workspace, check(workspace))
    assert "owner: waiter   # accountable" in file.fixed.text
    assert "owner: waiter}  # a slip" in file.fixed.text
    assert "next: leave" in file.fixed.text
    assert "journeys: ignore" not in file.fixed.text
    changes = diff([file]).splitlines()
    assert changes[:2] == [f"--- a/{NAME}", f"+++ b/{NAME}"]
    assert [line for line in changes[2:] if line[0] == "+"] == [
        "+owner: waiter   # accountable",
        "+    frontstage: {do: Take the payment, owner: waiter}  # a slip",
        "+    next: leave",
    ]
    left = {item.finding.code for item in check(loads_workspace({NAME: file.fixed.text}))}
    assert not left & {"F201", "F301", "X102"}


def paths(node: Spans, above: KeyPath = ()) -> list[KeyPath]:
    items = node.items
    if isinstance(items, dict):
        return [found for key, entry in items.items() for found in ((*above, key), *paths(entry.value, (*above, key)))]
    found: list[KeyPath] = []
    for number, item in enumerate(items or ()):
        found += [(*above, number), *paths(item, (*above, number))]
    return found


TEXTS = {path: path.read_text("utf-8") for path in EXAMPLES}
PATHS = {path: paths(parse(text).spans) for path, text in TEXTS.items()}
# The examples hold no `#` but in comments and in two colours, so this finds them without the code under test.
COMMENT = re.compile(r"(?:^|(?<=\s))#.*")
VALUES = st.text(st.characters(exclude_categories=("Cs",)), max_size=12)


@st.composite
def fixes(draw: st.DrawFn) -> tuple[Path, list[Edit]]:
    path = draw(st.sampled_from(EXAMPLES))
    name = path.as_posix()
    places = draw(st.lists(st.sampled_from(PATHS[path]), min_size=1, max_size=6))
    return path, [
        Edit(
            Place(name, where),
            draw(st.sampled_from(["replace", "rename", "remove", "insert"])),
            draw(VALUES),
            draw(VALUES),
        )
        for where in places
    ]


@settings(max_examples=tries(150), suppress_health_check=[HealthCheck.too_slow])
@given(fixes())
def test_random_fixes_keep_every_comment_and_read_back(case: tuple[Path, list[Edit]]) -> None:
    path, edits = case
    doc = Document(Source(path.as_posix(), TEXTS[path]), parse(TEXTS[path]))
    fixed = fix_text(doc, [located(doc, edit) for edit in edits])
    after = parse(fixed.text)
    assert after.whole
    assert not after.findings
    before, there = (Counter(match.rstrip() for match in COMMENT.findall(text)) for text in (TEXTS[path], fixed.text))
    assert not before - there
    assert len(fixed.applied) + len(fixed.skipped) == len(edits)
    assert bool(fixed.applied) or fixed.text == TEXTS[path]


@settings(max_examples=tries(100), suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(EXAMPLES), st.data(), VALUES)
def test_a_value_that_is_replaced_reads_back_as_the_new_one(path: Path, data: st.DataObject, value: str) -> None:
    doc = Document(Source(path.as_posix(), TEXTS[path]), parse(TEXTS[path]))
    where = data.draw(st.sampled_from([keys for keys in PATHS[path] if isinstance(doc.value(Place("", keys)), str)]))
    place = Place(path.as_posix(), where)
    fixed = fix_text(doc, [located(doc, Edit(place, "replace", value))])
    assert len(fixed.applied) == 1
    again = Document(Source("", fixed.text), parse(fixed.text))
    assert again.value(place) == value
    assert len(paths(again.tree.spans)) == len(PATHS[path])
