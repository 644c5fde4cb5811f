"""Located findings in, the text of one format out. Each format is a module, imported when it is asked for.

A format's module has one public function, `render(report) -> str`; the text ends in a line break.
"""

from __future__ import annotations

from importlib import import_module

from journeys.checks.report.report import Report, RuleText
from journeys.errors import UsageError

__all__ = ["FORMATS", "Report", "RuleText", "render"]

FORMATS: tuple[str, ...] = ("text", "concise", "json", "sarif", "github", "gitlab", "junit", "markdown")
_OF_HOSTS = ("sarif", "github", "gitlab")
"""Formats that a host of repositories reads."""


def render(name: str, report: Report) -> str:
    """The report in the format called `name`, one of `FORMATS`, ending in a line break.

    Raises UsageError for a name that is none of them.
    """
    if name not in FORMATS:
        raise UsageError(f"unknown format {name!r}: choose one of {', '.join(FORMATS)}")
    if name in _OF_HOSTS:
        from journeys.checks.report.roots import from_root

        report = from_root(report)
    text: str = import_module(f"journeys.checks.report.{name}").render(report)
    return text
