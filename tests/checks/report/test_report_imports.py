"""A format costs only itself at start-up."""

from __future__ import annotations

import subprocess
import sys

import pytest

HEAVY = ("xml.etree", "hashlib", "urllib.parse", "networkx", "pydantic", "yaml", "click")


@pytest.mark.parametrize("name", ["text", "concise"])
def test_the_everyday_formats_import_nothing_heavy(name: str) -> None:
    program = (
        "import sys; from journeys.checks.report import Report, render; "
        f"render({name!r}, Report([], 1, 1)); "
        f"print([m for m in {HEAVY!r} if m in sys.modules], "
        "sorted(m for m in sys.modules if m.startswith('journeys.checks.report.')))"
    )
    result = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=60)
    assert result.stdout.startswith("[] [")
    assert "journeys.checks.report.sarif" not in result.stdout
    assert f"journeys.checks.report.{name}" in result.stdout
