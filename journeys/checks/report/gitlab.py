"""GitLab's code quality report, a JSON array of issues (docs.gitlab.com/ci/testing/code_quality)."""

from __future__ import annotations

import json
from typing import Any

from journeys.checks.report.fingerprint import distinct
from journeys.checks.report.replace import whole
from journeys.checks.report.report import Report, region
from journeys.language.finding import Located, Severity

_SEVERITY = {Severity.ERROR: "major", Severity.WARNING: "minor"}


def render(report: Report) -> str:
    """The findings as GitLab's issues, one a line; GitLab counts them itself."""
    marks = distinct(report.located)
    issues = [json.dumps(_issue(item, mark)) for item, mark in zip(report.located, marks, strict=True)]
    return "[\n" + ",\n".join(issues) + "\n]\n" if issues else "[]\n"


def _issue(item: Located, mark: str) -> dict[str, Any]:
    start, end = region(item.source, item.span)
    return {
        "description": whole(item.finding.message),
        "check_name": whole(item.finding.code),
        "fingerprint": mark,
        "severity": _SEVERITY[item.finding.severity],
        "location": {
            "path": whole(item.source.name.removeprefix("./")),
            "lines": {"begin": start.line, "end": end.line},
        },
    }
