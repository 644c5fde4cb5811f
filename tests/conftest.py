"""How all tests run: random tests without a clock, from a seed that is told; what tests count is printed at the end."""

from __future__ import annotations

import random

import pytest
from effort import tries
from hypothesis import settings

pytest_plugins = ("browsing",)

COUNTED = "counted"
"""A test's property of this name is a line to print."""

# A slow machine finds no faults by being slow.
settings.register_profile("journeys", deadline=None, print_blob=True, max_examples=tries(100))
settings.load_profile("journeys")


@pytest.hookimpl(tryfirst=True)
def pytest_configure(config: pytest.Config) -> None:
    """Choose the seed here, so that it can be told and given back with `--hypothesis-seed`."""
    if config.getoption("hypothesis_seed", None) is None:
        config.option.hypothesis_seed = str(random.SystemRandom().randrange(2**32))


def pytest_report_header(config: pytest.Config) -> str:
    return f"random tests: --hypothesis-seed={config.getoption('hypothesis_seed')}"


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    reports = terminalreporter.stats.get("passed", []) + terminalreporter.stats.get("failed", [])
    lines = sorted({str(value) for one in reports for name, value in one.user_properties if name == COUNTED})
    lines.append(f"random tests: --hypothesis-seed={terminalreporter.config.getoption('hypothesis_seed')}")
    terminalreporter.section("counted")
    for line in lines:
        terminalreporter.line(line)
