"""How hard random tests try: each says how many examples are enough; a long run takes ten times as many."""

from __future__ import annotations

import os

LONG = os.environ.get("JOURNEYS_TESTS") == "long"
"""Set by `JOURNEYS_TESTS=long pytest`, for the night."""


def tries(enough: int) -> int:
    """How many examples to try where `enough` find what there is to find on most days."""
    return enough * 10 if LONG else enough
