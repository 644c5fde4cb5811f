"""How random workspaces are tried: `JOURNEYS_EXAMPLES=10000 pytest tests/promises` tries more, and new ones."""

from __future__ import annotations

import os
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, Phase, settings

from .shrinking import smallest
from .strategies import Draft

EXAMPLES = int(os.environ.get("JOURNEYS_EXAMPLES", "1500"))

# A seed says nothing when it gets smaller, so hypothesis is not asked to shrink it: `holds` does.
RANDOM_WORKSPACES = settings(
    max_examples=EXAMPLES,
    deadline=None,
    database=None,
    derandomize="JOURNEYS_EXAMPLES" not in os.environ,
    phases=(Phase.explicit, Phase.generate),
    report_multiple_bugs=False,
    suppress_health_check=list(HealthCheck),
)


def holds(draft: Draft, complaints: Callable[[Draft], list[str]]) -> None:
    """Fail if there are complaints about a workspace, with the smallest one that gives any."""
    if complaints(draft):
        draft = smallest(draft, lambda smaller: bool(complaints(smaller)))
        pytest.fail(f"{draft}\n" + "\n".join(complaints(draft)), pytrace=False)
