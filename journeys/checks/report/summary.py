"""The one line that ends a report."""

from __future__ import annotations

from journeys.checks.report.report import Report
from journeys.language.finding import Severity


def summary(report: Report) -> str:
    """How many findings in how many journeys, and how many are kept quiet; one line, without a line break."""
    errors, warnings = report.count(Severity.ERROR), report.count(Severity.WARNING)
    found = [counted(number, word) for number, word in ((errors, "error"), (warnings, "warning")) if number]
    quiet = _quiet(report)
    if found:
        return f"{', '.join(found)} in {_checked(report)}{quiet}"
    if not report.files and not report.journeys:
        return "Nothing was checked: there are no journeys here"
    # A promise whose finding is suppressed does not hold, so the first sentence is only for a truly clean report.
    opening = "Nothing else found" if report.suppressed or report.baseline else "All promises hold: nothing found"
    return f"{opening} in {_checked(report)}{quiet}"


def counted(number: int, word: str) -> str:
    """`1 error`, `2 errors`."""
    return f"{number} {word}" if number == 1 else f"{number} {word}s"


def _checked(report: Report) -> str:
    if report.journeys or not report.files:
        return counted(report.journeys, "journey")
    return counted(report.files, "file")


def _quiet(report: Report) -> str:
    parts = []
    if report.suppressed:
        parts.append(f"{report.suppressed} suppressed")
    if report.baseline:
        parts.append(f"{report.baseline} in the baseline")
    # What is gone hides nothing, so it stands apart; `--write-baseline` forgets it.
    gone = f"; {report.stale} of the baseline no longer found" if report.stale else ""
    return (f" ({', '.join(parts)})" if parts else "") + gone
