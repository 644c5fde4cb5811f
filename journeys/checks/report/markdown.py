"""A table for a pull request's comment or a job's summary, in GitHub's Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from journeys.checks.report.concise import place
from journeys.checks.report.report import Report, RuleText
from journeys.checks.report.summary import summary
from journeys.checks.report.visible import visible
from journeys.language.finding import Located

LIMIT = 50_000
"""Characters of rows: a comment on GitHub holds 65,536, and the rest of the report needs room."""

_PUNCTUATION = re.compile(r"[\\`*_{}\[\]()!|~:$^=]")
_MENTION = re.compile(r"[@#](?=\w)")
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}


def render(report: Report) -> str:
    """The summary as heading, a table of findings, and why the rules exist, folded."""
    parts = [f"### {escaped(summary(report))}"]
    if report.located:
        shown = _rows(report.located)
        parts.append("\n".join(["| | Place | Finding | What to write |", "|---|---|---|---|", *shown]))
        if left_out := len(report.located) - len(shown):
            parts.append(f"… and {left_out} more.")
        parts.extend(_reasons(report))
    return "\n\n".join(parts) + "\n"


def escaped(text: str) -> str:
    """`text` on one line, shown as it is: no markup, HTML, table cell, link, mention or reference comes of it."""
    text = re.sub(r"[&<>]", lambda match: _ENTITIES[match.group()], visible(text))
    text = _PUNCTUATION.sub(r"\\\g<0>", text)
    text = re.sub(r"\bwww\.", r"www\.", text, flags=re.IGNORECASE)
    return _MENTION.sub(r"\g<0><!-- -->", text)


def _rows(located: Sequence[Located]) -> list[str]:
    rows: list[str] = []
    size = 0
    for item in located:
        row = _row(item)
        size += len(row) + 1
        if size > LIMIT:
            break
        rows.append(row)
    return rows


def _row(item: Located) -> str:
    finding = item.finding
    what = [finding.message, *(f"↳ {place(link.source, link.span)}: {link.message}" for link in item.related)]
    cells = (
        f"{finding.severity} {escaped(finding.code)}",
        escaped(place(item.source, item.span)),
        "<br>".join(map(escaped, what)),
        "<br>".join(map(escaped, finding.help.splitlines())),
    )
    return f"| {' | '.join(cells)} |"


def _reasons(report: Report) -> Iterator[str]:
    found = {item.finding.code for item in report.located}
    rules = sorted((rule for rule in report.rules.values() if rule.code in found), key=lambda rule: rule.code)
    if rules:
        yield "<details><summary>Why these matter</summary>"
        yield "\n".join(map(_reason, rules))
        yield "</details>"


def _reason(rule: RuleText) -> str:
    return f"- **{escaped(rule.code)} {escaped(rule.name)}**: {escaped(rule.why or rule.summary)}"
