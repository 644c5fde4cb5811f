"""The words in which loading speaks, each with what it points at."""

from __future__ import annotations

import pytest

from journeys.api import check, loads

TOLD = [
    (
        "journey: x\nsteps:\n  - step: A\n    frontstage: {do: Take name, seat and fare}\n",
        [("seat and fare", "the text breaks off at a comma: “seat and fare” is read as a key")],
    ),
    (
        "journey: x\nsteps:\n  - step: A\n   customer: B\n",
        [("c", "this line is not indented like the ones it belongs to")],
    ),
    (
        "journey: x\nsteps:\n  - step: A\n      customer: B\n",
        [("customer", "this line is indented deeper than the key above, and so is read as part of its text")],
    ),
    ("journey: x\nsteps:\n- step: A\n  customer: it's: fine\n", [(":", "a colon stands inside a text here")]),
    ('journey: x\nsteps:\n- step: "A" and B\n', [('"A"', "text goes on after the closing quote")]),
    ("journey: x\nsteps:\n- step: 'A\n  customer: B\n", [("'", "the quote ' opened here is never closed")]),
    ("journey: x\nsteps: [a, b\n", [("b", "the bracket [ is not closed, or a comma is missing before this")]),
    ("journey: x\nsteps: a, b]\n", [("a, b]", "`steps` takes keys of its own, not “a, b]”")]),
    ("journey: x\nsteps: {a: b\nowner: c\n", [(":", "the bracket { is not closed, or a comma is missing before this")]),
    ("journey: x\nsteps: }\n", [("}", "the bracket } closes nothing")]),
    ("journey: x\n\tsteps: y\n", [("\t", "a tab is used to indent")]),
    (
        "journey: x\nsteps:\n  -step: A\n",
        [("-step", "a blank is missing after the dash of “-step”"), ("A", "`step` is missing")],
    ),
    ("journey: x\nsteps:\n  - step A\n", [("step A", "`steps` takes keys of its own, not “step A”")]),
    ("journey x\nsteps:\n  - step: A\n", [("journey x", "a colon is missing after this")]),
    ("journey: x\nowner\nsteps:\n  - step: A\n", [("owner", "a colon is missing after this")]),
    ("journey: 50% off\nowner: %x\n", [("%", "“%” cannot begin a value")]),
    ("journey: x\nowner: `x`\n", [("`", "“`” cannot begin a value")]),
    ("journey: x\nowner: *\n", [("*", "“*” cannot begin a value")]),
    ("journey: x\nowner: &\n", [("&", "“&” cannot begin a value")]),
    ("journey: x\nowner: !\n", [("!", "“!” is a YAML tag")]),
    ("journey: x\nowner: | y\n", [("y", "a text stands behind the sign that opens a block")]),
    ("journey: x\nowner: > y\n", [("y", "a text stands behind the sign that opens a block")]),
    ("journey: x\nnote: |\n  a\n b\n", [("b", "this line is not indented like the ones it belongs to")]),
    ("journey: x\nowner: ? y\n", [("?", "“?” cannot begin a value")]),
    ("journey: x\nowner: - y\n", [("-", "a list cannot begin behind a key")]),
    ('journey: x\nowner: "\\q"\n', [("\\", "a backslash in double quotes begins a sign that there is not")]),
    (
        "journey: x\nsteps:\n  - A\n  - B\n",
        [("A", "`steps` takes keys of its own, not “A”"), ("B", "`steps` takes keys of its own, not “B”")],
    ),
    ("journey: x\nsteps: 5\n", [("5", "`steps` takes keys of its own, not “5”")]),
    ("journey: x\nphases: A\n", [("A", "`phases` takes keys of its own, not “A”")]),
    (
        "journey: x\nphases:\n  A:\n    steps: []\n",
        [("A", "“A” stands where a phase begins"), ("[]", "`phase` is missing")],
    ),
    ("journey: x\npromises:\n  - promise: A\n", [("A", "`promises` takes keys of its own, not a list")]),
    ("journey: x\npromises: none\n", [("none", "`promises` takes keys of its own, not “none”")]),
    ("journey: x\npromises:\n  p: Online soon\n", [("Online soon", "`p` takes keys of its own, not “Online soon”")]),
    (
        "journey: x\npromises:\n  p: {promise: A}\n",
        [("{promise: A}", "`by` is missing"), ("{promise: A}", "`to` is missing")],
    ),
    ("journey: [x, y]\n", [("[x, y]", "`journey` takes a text, not a list")]),
    ("journey: {a: b}\n", [("{a: b}", "`journey` takes a text, not keys of its own")]),
    ("journey:\n", [("", "`journey` is empty")]),
    (
        (
            "journey: x\nsteps:\n  - step: A\n    feeling: good\n    moment_of_truth: yes\n    wait: soon\n"
            "    next: {when: x}\n"
        ),
        [
            ("good", "`feeling` cannot be “good”"),
            ("yes", "`moment_of_truth` cannot be “yes”"),
            ("soon", "“soon” is not a duration"),
            ("{when: x}", "`to` is missing"),
        ],
    ),
    (
        (
            "journey: x\nsteps:\n  - step: A\n    feeling: 2.5\n    next:\n      - {to: B, at_most: 0}\n"
            "      - {to: B, at_most: often}\n    end: [true]\n"
        ),
        [
            ("2.5", "`feeling` cannot be “2.5”"),
            ("B", "there is no step “B”"),
            ("0", "`at_most` is “0”"),
            ("B", "there is no step “B”"),
            ("often", "`at_most` takes a whole number, not “often”"),
            ("[true]", "`end` cannot be a list"),
        ],
    ),
    (
        (
            "journey: x\nsteps:\n  - step: A\n    frontstage: {do: x, promised: yes}\n"
            "    backstage: {do: x, promised: {within: 3, at_least: 120%}}\n"
        ),
        [
            ("yes", "`promised` takes keys of its own, not “yes”"),
            ("3", "“3” is not a duration"),
            ("120%", "“120%” is not a rate"),
        ],
    ),
    (
        "journey: x\nsteps:\n  - step:\n    customer: B\n  - customer: C\n",
        [("", "`step` is empty"), ("C", "`step` is missing")],
    ),
    (
        "journey: x\nowners: [a, b]\ncustomers: [b]\n",
        [("[a, b]", "`owners` takes keys of its own, not a list"), ("b", "there is no customer “b”")],
    ),
    (
        "journey: x\nowners:\n  a: {kind: sytem, vacant: maybe, holder: [a, b]}\n",
        [
            ("sytem", "`kind` cannot be “sytem”"),
            ("maybe", "`vacant` cannot be “maybe”"),
            ("[a, b]", "`holder` takes a text, not a list"),
        ],
    ),
    (
        "journey: x\nlanes: {partner: {kind: firm}}\nchannels: [web]\n",
        [("firm", "`kind` cannot be “firm”"), ("[web]", "`channels` takes keys of its own, not a list")],
    ),
    (
        "journey: x\nsettings: {profile: hard, max_warnings: -1, rules: {O101: loud}}\n",
        [("hard", "`profile` cannot be “hard”"), ("-1", "`max_warnings` is “-1”"), ("loud", "`O101` cannot be “loud”")],
    ),
    (
        "journey: x\ncalendar: {day: long, hours: {mon-fry: '8-9', sat: 9 to 8}}\nbrand: {accent: red}\nworkspace: y\n",
        [
            ("long", "“long” is not a duration"),
            ("'8-9'", "`mon-fry` cannot be “8-9”"),
            ("9 to 8", "`sat` cannot be “9 to 8”"),
            ("brand", "“brand” is no part of a journey"),
            ("workspace", "“workspace” is no part of a journey"),
        ],
    ),
    (
        "journey: x\nsteps:\n  - step: A\n    touchpoint: B\n    Feeling: 1\n    next: B\n",
        [
            ("touchpoint", "“touchpoint” is not a word of the language here"),
            ("Feeling", "“Feeling” is not a word of the language here"),
            ("B", "there is no step “B”"),
        ],
    ),
    (
        "journey: x\nblueprints: {a: {view: blueprnt, columns: many, theme: pink}}\n",
        [
            ("blueprnt", "`view` cannot be “blueprnt”"),
            ("many", "`columns` takes a whole number, not “many”"),
            ("pink", "`theme` cannot be “pink”"),
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_a_slip_is_told_at_its_place_with_what_to_write(text: str, expected: list[tuple[str, str]]) -> None:
    found = [item for item in check(loads(text)) if item.finding.code[0] == "F"]
    told = [(text[item.span.start : item.span.end], item.finding.message) for item in found]
    assert told == expected
    assert all(item.finding.help for item in found)
