"""Whatever the text, the span and the names: every format renders, and what it says can be read back."""

from __future__ import annotations

import json
import re
from xml.etree import ElementTree

from effort import tries
from hypothesis import given, settings
from hypothesis import strategies as st
from report_samples import RULES

from journeys.checks.report import FORMATS, Report, render
from journeys.checks.report.visible import visible, widths
from journeys.language.finding import Finding, Located, LocatedRelated, Place, Severity
from journeys.language.source import Source, Span

anything = st.text(st.characters(exclude_categories=()), max_size=60)
awkward = st.text(st.sampled_from("a :\t\r\n\x1b漢e\u0301\u200d\ufe0f👍🏽\u202e\u2028|`<&%"), max_size=400)
sources = st.builds(Source, anything, st.one_of(st.text(max_size=80), awkward))
spans = st.builds(Span, st.integers(-3, 410), st.integers(-3, 410))
links = st.lists(st.builds(LocatedRelated, sources, spans, anything), max_size=15).map(tuple)
findings = st.builds(
    Finding,
    message=anything,
    place=st.builds(Place, anything, st.lists(st.one_of(anything, st.integers()), max_size=3).map(tuple)),
    help=anything,
    code=st.sampled_from([*RULES, "P201"]),
    name=anything,
    severity=st.sampled_from(Severity),
    why=anything,
    journey=anything,
)
reports = st.builds(
    Report,
    st.lists(st.builds(Located, findings, sources, spans, links, st.sampled_from(["", "a", "b"])), max_size=4),
    st.integers(0, 9),
    st.integers(0, 9),
    st.integers(0, 9),
    st.integers(0, 9),
    rules=st.just(RULES),
    colour=st.booleans(),
)


@settings(max_examples=tries(150))
@given(reports)
def test_every_format_renders_and_is_utf8(report: Report) -> None:
    for name in FORMATS:
        assert render(name, report).encode("utf-8").endswith(b"\n")


@settings(max_examples=tries(150))
@given(reports)
def test_json_and_xml_say_the_same_message(report: Report) -> None:
    messages = [item.finding.message for item in report.located]
    assert [item["message"] for item in json.loads(render("json", report))["findings"]] == messages
    failures = list(ElementTree.fromstring(render("junit", report)).iter("failure"))
    assert len(failures) == len(messages)
    read = {failure.get("message") for failure in failures}
    legal = re.compile("[\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]*")
    assert {message for message in messages if legal.fullmatch(message)} <= read


@settings(max_examples=tries(150))
@given(reports)
def test_the_terminal_gets_nothing_but_colours(report: Report) -> None:
    for name in ("text", "concise", "github"):
        plain = re.sub(r"\x1b\[[0-9;]+m", "", render(name, report)) if report.colour else render(name, report)
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]", plain)


@given(anything)
def test_visible_text_stays_visible_and_has_a_width(text: str) -> None:
    shown = visible(text)
    assert visible(shown) == shown
    assert "\n" not in shown
    assert len(widths(shown)) == len(shown)
    assert all(cell in (0, 1, 2) for cell in widths(shown))
