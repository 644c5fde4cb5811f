"""Every key and every value has its exact place, however the text is laid out."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from effort import tries
from hypothesis import given, settings
from hypothesis import strategies as st

from journeys.language.finding import KeyPath, Part, Place
from journeys.language.loading.comments import comments
from journeys.language.loading.document import Document
from journeys.language.loading.misread import suspect
from journeys.language.loading.plain import NotPlain, plain
from journeys.language.loading.spans import Spans
from journeys.language.loading.tree import NULLS, parse
from journeys.language.source import Source, Span

EXAMPLES = sorted(Path("examples").rglob("*.yaml"))
# What YAML cannot hold as it is, PyYAML escapes; line breaks of other alphabets it writes as breaks.
LETTERS = st.characters(exclude_categories=("Cs",), exclude_characters="\x85\u2028\u2029\ufeff")
WHITE = " \t\r\n"
TEXTS = st.text(LETTERS, max_size=20)
# U+0000 marks what no key leads to; a key that holds it is refused.
KEYS = st.text(LETTERS.filter(lambda letter: letter != "\0"), min_size=1, max_size=12)
DATA = st.recursive(
    TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=15,
)


@st.composite
def dumped(draw: st.DrawFn) -> tuple[Any, str]:
    """A text that PyYAML lays out in a style chosen at random, and what its own parser in Python reads in it."""
    data = draw(st.dictionaries(KEYS, DATA, min_size=1, max_size=4))
    text = yaml.safe_dump(
        data,
        default_flow_style=draw(st.sampled_from([True, False, None])),
        default_style=draw(st.sampled_from([None, '"', "'", "|", ">"])),
        indent=draw(st.integers(2, 6)),
        width=draw(st.sampled_from([20, 80, 1000])),
        allow_unicode=draw(st.booleans()),
        line_break=draw(st.sampled_from(["\n", "\r\n"])),
        explicit_start=draw(st.booleans()),
        sort_keys=False,
    )
    return yaml.load(text, Loader=yaml.BaseLoader), text


def leaves(node: Spans, data: Any, path: KeyPath = ()) -> Iterator[tuple[KeyPath, Span, Any]]:
    """Each text with its place, and each key with its own."""
    if isinstance(node.items, dict):
        for key, entry in node.items.items():
            yield (*path, key), entry.key, key
            yield from leaves(entry.value, data[key], (*path, key))
    elif isinstance(node.items, list):
        for number, item in enumerate(node.items):
            yield from leaves(item, data[number], (*path, number))
    else:
        yield path, Span(node.start, node.end), data


def reads(written: str) -> str:
    """A scalar by itself, as it stands in a file, read by another parser; a block is one at the file's left edge."""
    return str(yaml.load(written, Loader=yaml.BaseLoader))


@settings(max_examples=tries(400))
@given(dumped())
def test_the_text_at_each_place_reads_as_the_value_there(case: tuple[Any, str]) -> None:
    data, text = case
    tags = any(mark in text for mark in ("!!", "&id"))
    tree = parse(text)
    assert tree.whole
    assert tags or not tree.findings
    assert tree.data == data
    for _, span, value in leaves(tree.spans, tree.data):
        written = text[span.start : span.end]
        if written[:1] in ("|", ">"):
            assert written[-1] not in WHITE
            continue
        assert written == written.strip(WHITE) or written[0] in "\"'"
        assert reads(written) == value, (written, value)


@settings(max_examples=tries(300))
@given(dumped())
def test_the_quick_way_reads_the_same_as_the_one_with_places(case: tuple[Any, str]) -> None:
    _, text = case
    try:
        assert plain(text) == parse(text).data
    except NotPlain:
        assert parse(text).findings or "\\" in text


@settings(max_examples=tries(300))
@given(st.text("a:-?[]{},#&*!|>'\"% \n\té~", max_size=40))
def test_the_quick_way_gives_up_just_where_something_is_to_be_told(text: str) -> None:
    tree = parse(text)
    try:
        assert plain(text) == tree.data
        assert not tree.findings
        assert tree.whole
    except NotPlain:
        assert tree.findings or suspect(text)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_every_key_and_value_of_the_examples_is_where_its_place_says(path: Path) -> None:
    text = path.read_text("utf-8")
    document = Document(Source(path.name, text))
    for keys, span, value in leaves(document.tree.spans, document.tree.data):
        written = text[span.start : span.end]
        assert value is None or reads(written) == value
        part = Part.KEY if keys and keys[-1] == value and written == value else Part.VALUE
        if part is Part.VALUE:
            assert document.value(Place(path.name, keys)) == value


def placed(text: str, *path: str | int, part: Part = Part.VALUE) -> str:
    document = Document(Source("x", text))
    span = document.span(Place("x", path, part))
    return text[span.start : span.end]


@pytest.mark.parametrize(
    ("text", "path", "part", "marked"),
    [
        ("a: one two  # c\n", ("a",), Part.VALUE, "one two"),
        ("a: one two  # c\n", ("a",), Part.KEY, "a"),
        ("a:\n  b: c\n  d: e\n", ("a",), Part.VALUE, "c"),
        ("a: {b: c}\n", ("a",), Part.VALUE, "{b: c}"),
        ("a: [b, c]\n", ("a", 1), Part.VALUE, "c"),
        ("a: b\n", ("a", 0), Part.VALUE, "b"),
        ("a: b\n", ("a", 0, "do"), Part.VALUE, "b"),
        ("a: {b: c}\n", ("a", "gone"), Part.VALUE, "{b: c}"),
        ("s:\n  - step: Pay\n    do: x\n", ("s", 0, "gone"), Part.VALUE, "Pay"),
        ("a: |\n  one\n  two\n\nb: c\n", ("a",), Part.VALUE, "|\n  one\n  two"),
        ("a:\n\nb: c\n", ("a",), Part.KEY, "a"),
        ("'a b' : c\n", ("a b",), Part.KEY, "'a b'"),
        ("? a\n: b\n", ("a",), Part.VALUE, "b"),
        ("é: 名前\n", ("é",), Part.VALUE, "名前"),
        ("a: 👩‍👧 x\r\nb: y\r\n", ("b",), Part.VALUE, "y"),
        ("\ufeffa: b\n".lstrip("\ufeff"), ("a",), Part.VALUE, "b"),
    ],
)
def test_a_place_marks_what_a_person_would_point_at(text: str, path: KeyPath, part: Part, marked: str) -> None:
    assert placed(text, *path, part=part) == marked


def test_words_that_other_readers_turn_into_something_else_stay_words() -> None:
    text = "a: no\nb: 1:30\nc: 012\nd: 2024-01-01\ne: 1e3\nf: on\ng: 0x1f\nh: .5\ni: =\n"
    words = {
        "a": "no",
        "b": "1:30",
        "c": "012",
        "d": "2024-01-01",
        "e": "1e3",
        "f": "on",
        "g": "0x1f",
        "h": ".5",
        "i": "=",
    }
    assert parse(text).data == words


@pytest.mark.parametrize("empty", sorted(NULLS))
def test_what_is_empty_is_none_and_what_is_quoted_is_text(empty: str) -> None:
    for text in (f"a: {empty}\n", f"{{a: {empty}}}"):
        assert parse(text).data == plain(text) == {"a": None}
    quoted = f'a: "{empty}"\n'
    assert parse(quoted).data == plain(quoted) == {"a": empty}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# a\nb: c # d\n", ["# a", "# d"]),
        ("a: 'b # c'\n", []),
        ("a: b#c\n", []),
        ('a: "b # c" # d\n', ["# d"]),
        ("a: | # b\n  c # d\n# e\n", ["# b", "# e"]),
        ("a: one\n  # two\nb: c\n", ["# two"]),
        ("a: [b, # c\n  d] # e\n", ["# c", "# e"]),
        ("'a # b': c\n", []),
        ("a:\n  - b # c\r\n  # d\r\n", ["# c", "# d"]),
        ("a: http://x/#y\n", []),
    ],
)
def test_comments_are_what_no_text_holds(text: str, expected: list[str]) -> None:
    document = Document(Source("x", text))
    assert [text[span.start : span.end] for span in comments(document)] == expected
