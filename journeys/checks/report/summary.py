"""The one line that ends a report."""

from __future__ import annotations

from journeys.checks.report.report import Report
from journeys.graph.verdict import State
from journeys.language.finding import Severity
from journeys.language.quantities import counted


def summary(report: Report) -> str:
    """How many findings in how many journeys, and how many are kept quiet; one line, without a line break."""
    errors, warnings = report.count(Severity.ERROR), report.count(Severity.WARNING)
    found = [counted(number, word) for number, word in ((errors, "error"), (warnings, "warning")) if number]
    quiet = _quiet(report)
    if found:
        return f"{', '.join(found)} in {_checked(report)}{quiet}"
    if not report.files and not report.journeys:
        return "Nothing was checked: there are no journeys here"
    checked, less = _checked(report), _less_than_sound(report)
    if report.suppressed or report.baseline:
        return f"Nothing else found in {checked}{quiet}{less}"
    if not report.promises:
        return f"Nothing found in {checked}, and nothing promised{quiet}"
    # A promise may be worse than sound although no rule that was asked says so.
    return f"{'Nothing' if less else 'All promises hold: nothing'} found in {checked}{quiet}{less}"


def _less_than_sound(report: Report) -> str:
    counts = [(state, report.promises.get(state, 0)) for state in reversed(State) if state is not State.SOUND]
    parts = [f"{number} {'is' if number == 1 else 'are'} {state}" for state, number in counts if number]
    total = sum(report.promises.values())
    return f"; of {counted(total, 'promise')} {', '.join(parts)}" if parts else ""


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
