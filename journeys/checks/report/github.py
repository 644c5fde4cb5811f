"""Annotations of GitHub Actions: workflow commands on standard output.

GitHub shows ten annotations of each level for a step, so errors come first and the numbers are in a last line.
The escapes are those of GitHub's own toolkit (`@actions/core`, command.ts).
"""

from __future__ import annotations

from journeys.checks.report.concise import place
from journeys.checks.report.report import Report, region
from journeys.checks.report.summary import summary
from journeys.checks.report.visible import visible, visible_lines
from journeys.language.finding import Located


def render(report: Report) -> str:
    """One command a line, and the summary."""
    lines = [_command(item) for item in report.by_severity()]
    closing = f"::notice title=journeys::{_data(summary(report))}" if lines else summary(report)
    return "\n".join([*lines, closing]) + "\n"


def _command(item: Located) -> str:
    finding = item.finding
    start, end = region(item.source, item.span)
    properties = {
        "file": item.source.name,
        "line": str(start.line),
        "endLine": str(end.line),
        "title": f"{finding.code} {finding.name}".strip(),
    }
    if start.line == end.line:  # GitHub refuses columns where the lines differ.
        properties |= {"col": str(start.column), "endColumn": str(end.column)}
    settings = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{finding.severity} {settings}::{_data(_text(item))}"


def _text(item: Located) -> str:
    lines = visible_lines(item.finding.message)
    lines += [f"{place(link.source, link.span)}: {visible(link.message)}" for link in item.related]
    if item.finding.help:
        first, *rest = visible_lines(item.finding.help)
        lines += [f"help: {first}", *rest]
    return "\n".join(lines)


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(visible(text)).replace(":", "%3A").replace(",", "%2C")
