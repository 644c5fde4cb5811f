"""Tables of what is designed on purpose, on pages."""

from __future__ import annotations

from pathlib import Path

import pytest
from lived import CAKE, SHARED

from journeys.errors import UsageError
from journeys.surfaces.embed.snippet import snippet


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    (tmp_path / "journeys.yaml").write_text(SHARED, encoding="utf-8")
    (tmp_path / "cake.journey.yaml").write_text(CAKE, encoding="utf-8")
    other = "journey: Other\nsteps: [{step: S, customer: A}]\n"
    (tmp_path / "other.journey.yaml").write_text(other, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("request_", "said"),
    [
        ("changes", "| lasted | A slip with the hour | Order"),
        ("changes", "5 changes: 1 thought of, 1 begun, 1 done, 1 measured, 1 lasted"),
        ("voices", "| “It comes late” | Shop | 2026-01-15 |"),
        ("voices cake --open", "_1 voice, 1 open_"),
        (
            "expectations cake",
            "| It is warm | Collect | must-be | 2025-03-01 | Ready in ten minutes (broken)<br>",
        ),
        ("governance", "12% on 2026-03-01, not there yet<br>after “A slip with the hour”"),
        ("governance", "Head of experience decides on experience. On the council: Head of experience, Shop."),
        ("values", "| Ring before they do | Ready in ten minutes (broken) | Collect: Hand over the cake"),
        ("values", "| Boldness | nothing |"),
    ],
)
def test_a_table_tells(shop: Path, request_: str, said: str) -> None:
    assert said in snippet(request_, shop).markdown().replace(" (Order a cake)", "")
    assert "<table>" in snippet(request_, shop).html()


@pytest.mark.parametrize("kind", ["changes", "voices", "expectations"])
def test_a_journey_without_any_says_so(shop: Path, kind: str) -> None:
    assert snippet(f"{kind} other", shop).markdown() == f"_No {kind} here_\n"


def test_an_option_that_is_not_there_is_refused(shop: Path) -> None:
    with pytest.raises(UsageError, match="did you mean `--open`"):
        snippet("voices --opn 1", shop)
