"""The DOT of the examples is the committed one. To renew: python tests/blueprints/formats/test_drawing_golden.py"""

from __future__ import annotations

from pathlib import Path

import pytest
from repository import ROOT

import blueprints
from journeys import api

GOLDEN = Path(__file__).parent / "golden"
EXAMPLES = ("broadband", "marketplace")


def dot_of(name: str) -> str:
    """The DOT text of an example."""
    return blueprints.draw(api.load(ROOT / "examples" / name)).dot


@pytest.mark.parametrize("name", EXAMPLES)
def test_dot_is_the_golden_one(name: str) -> None:
    assert dot_of(name) == (GOLDEN / f"{name}.dot").read_text(encoding="utf-8")


if __name__ == "__main__":
    GOLDEN.mkdir(exist_ok=True)
    for example in EXAMPLES:
        (GOLDEN / f"{example}.dot").write_text(dot_of(example), encoding="utf-8")
