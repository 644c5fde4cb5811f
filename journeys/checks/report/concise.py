"""One line a finding, in the form editors and terminals already know: `path:line:column: severity: code message`."""

from __future__ import annotations

from journeys.checks.report.report import Report
from journeys.checks.report.summary import summary
from journeys.checks.report.visible import visible
from journeys.language.finding import Located
from journeys.language.source import Source, Span


def render(report: Report) -> str:
    """The findings one a line, then the summary."""
    return "\n".join([*map(_line, report.located), summary(report)]) + "\n"


def place(source: Source, span: Span) -> str:
    """`path:line:column` of a span's start, line and column from 1, the column in code points."""
    line, column = source.position(span.start)
    return f"{visible(source.name)}:{line}:{column}"


def _line(item: Located) -> str:
    finding = item.finding
    return f"{place(item.source, item.span)}: {finding.severity}: {finding.code} {visible(finding.message)}"
