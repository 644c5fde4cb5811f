"""What is wrong with blocks, as findings that every report format knows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from journeys.checks.report import RuleText
from journeys.checks.report.fingerprint import fingerprint
from journeys.language.finding import Finding, Located, Place, Severity
from journeys.language.source import Source, Span

_RULES = (
    ("D101", "block-out-of-date", "A block does not show what the journeys say."),
    ("D102", "block-not-understood", "A block asks for something that is not there."),
    ("D103", "block-never-closed", "A block is begun and never closed."),
    ("D104", "closing-without-block", "A block is closed that was never begun."),
    ("D105", "block-within-a-line", "A block begins or ends within a line."),
    ("D106", "block-holds-other-text", "A block holds a text that was not written by `journeys docs`."),
    ("D107", "page-not-read", "A page cannot be read."),
    ("D108", "page-not-written", "A page or a drawing cannot be written."),
    ("D109", "drawing-not-tracked", "A page shows a drawing that git does not track."),
)
_WHY = "Readers trust a drawing on a page; one that nobody keeps true misleads them."

RULES: Mapping[str, RuleText] = MappingProxyType(
    {code: RuleText(code, name, summary, _WHY, "documentation") for code, name, summary in _RULES}
)
"""The rules about blocks by code."""


def page_finding(source: Source, lines: Sequence[str], line: int, rule: str, message: str, help_: str = "") -> Located:
    """A finding at a line of a page (from 0), its span the line without blanks around it."""
    found = next(text for text in RULES.values() if text.name == rule)
    finding = Finding(message, Place(source.name, (rule, message)), help=help_).ruled(
        found.code, found.name, Severity.ERROR, found.why
    )
    text = lines[line] if line < len(lines) else ""
    before = sum(map(len, lines[:line])) + len(text) - len(text.lstrip())
    span = Span(before, before + len(text.strip()))
    mark = fingerprint(finding, (source.name, rule, text.strip()))
    return Located(finding, source, span, fingerprint=mark)
