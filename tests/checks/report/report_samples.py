"""Hand-made findings for the tests of reports."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from journeys.checks.report import Report, RuleText
from journeys.language.finding import Edit, Finding, Located, LocatedRelated, Place, Severity
from journeys.language.source import Source, Span

SCHEMAS = Path(__file__).parent / "schemas"

TEXT = """\
journey: Get broadband installed
phases:
  - phase: Order
    steps:
      - step: Pay
        frontstage: Take the payment
promises:
  online-in-five-days:
    relies_on: [line-switched-on]
"""

RULES = {
    "O101": RuleText(
        "O101",
        "touchpoint-without-owner",
        "A touchpoint has no owner.",
        "What nobody owns, nobody keeps.",
        "ownership",
        Severity.ERROR,
        "Name an owner of the workspace.",
    ),
    "X301": RuleText("X301", "silent-wait", "A wait says nothing.", "Silence worries.", "experience", Severity.WARNING),
}

HOSTILE = [
    "quotes \" ' and <b>tags</b> & entities &amp; ]]>",
    "line\nfeed, carriage\rreturn, both\r\nand a\ttab",
    "escape \x1b[2J\x1b]0;title\x07 bell, null \x00, C1 \x9b31m, delete \x7f",
    "right to left \u202eevil\u202c \u2066isolate\u2069 mark \u200f",
    "separators \u2028 \u2029 byte order \ufeff noncharacter \ufffe \uffff",
    "漢字と かな 한국어 ｆｕｌｌ",
    "e\u0301 combining, 👩‍👩‍👧 family, 👍🏽 tone, ❤️ heart, 🏴\U000e0067\U000e007f tag",
    "| pipe | `code` **bold** [link](https://example.org) ![image](x) @someone #12 www.example.org $x$ ~~no~~",
    "%0A::error file=x::forged%25 , : ; {0} {{1}}",
    "lone \ud800 surrogate",
    "שלום مرحبا",
    "",
    " ",
]


def span_of(text: str, part: str) -> Span:
    """Where `part` first stands in `text`."""
    start = text.index(part)
    return Span(start, start + len(part))


def located(
    message: str = "nobody owns this touchpoint",
    *,
    text: str = TEXT,
    at: str | Span = "Take the payment",
    file: str = "shop/pay.journey.yaml",
    code: str = "O101",
    severity: Severity = Severity.ERROR,
    related: tuple[tuple[str, str], ...] = (),
    why: str = "",
    help: str = "",  # noqa: A002 - the field's name in a finding
    name: str = "touchpoint-without-owner",
    fingerprint: str = "f00d",
) -> Located:
    """A finding in `text`; `related` are pairs of a part of the text and a message."""
    source = Source(file, text)
    place = Place(file, ("phases", 0, "steps", 0, "frontstage"))
    fix = (Edit(place.at("owner"), "insert", "digital", "owner"),) if help else ()
    finding = Finding(message, place, (), help, fix, code, name, severity, why, "get-broadband")
    links = tuple(LocatedRelated(source, span_of(text, part), note) for part, note in related)
    return Located(finding, source, at if isinstance(at, Span) else span_of(text, at), links, fingerprint)


def warning() -> Located:
    """A warning of another rule in another file."""
    return located(
        "nothing is said while the customer waits",
        file="shop/wait.journey.yaml",
        code="X301",
        name="silent-wait",
        severity=Severity.WARNING,
        fingerprint="beef",
    )


CHAIN = (("online-in-five-days", "relies on line-switched-on"), ("line-switched-on", "nobody promises this"))


def full() -> Report:
    """Two rules in two files, a chain, advice, a span over several lines, a span at the end, an empty file."""
    steps = Span(TEXT.index("phases"), TEXT.index("promises"))
    findings = [
        warning(),
        located(why="What nobody owns, nobody keeps.", help="owner: digital\nor another one", related=CHAIN),
        located("the same again", at="step: Pay"),
        located("over several lines", at=steps, related=CHAIN[:1], code="P201", name=""),
        located("at the end", at=Span(len(TEXT), len(TEXT)), fingerprint=""),
        located("the file is empty", text="", at=Span(0, 0), file="empty.journey.yaml"),
    ]
    return Report(findings, files=3, journeys=3, suppressed=2, baseline=1, version="1.2.3", rules=RULES)


def hostile() -> Report:
    """Every hostile text as message, line of the file, help and file name."""
    findings = [
        located(
            text,
            text=f"a: {text}\nb: 1",
            at=Span(3, 3 + len(text)),
            file=f"{text}.journey.yaml",
            why=text,
            help=text,
            related=(("b: 1", text), ("a", text)),
        )
        for text in HOSTILE
        if "\ud800" not in text
    ]
    findings.append(located("lone \ud800 surrogate", why="\udfff", help="\ud800", name="\ud800"))
    rules = {"O101": RuleText("O101", "a\ud800|b", "\x1b<x>", "](http://x)", "g", help="\u202e")}
    return Report(findings, files=1, journeys=1, version="1", rules=rules)


def schema(name: str) -> Any:
    """A JSON schema of the tests."""
    return json.loads((SCHEMAS / name).read_text(encoding="utf-8"))
