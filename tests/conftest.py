"""What tests count is printed at the end of a run, also where several processes ran them."""

from __future__ import annotations

import pytest

COUNTED = "counted"
"""A test's property of this name is a line to print."""


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    reports = terminalreporter.stats.get("passed", []) + terminalreporter.stats.get("failed", [])
    lines = sorted({str(value) for one in reports for name, value in one.user_properties if name == COUNTED})
    if lines:
        terminalreporter.section("counted")
        for line in lines:
            terminalreporter.line(line)
