"""A rate is said alike wherever it is met, and never better than it is."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest
from click.testing import CliRunner

from journeys.language.quantities import percent, slack, to_spare
from journeys.surfaces.cli.program import program

JOURNEY = """\
journey: Dinner for two
customer: guest
owner: manager
steps:
  - step: Pay
    customer: Ask for the bill
    frontstage: {{do: Take the payment, id: pay, owner: waiter}}
    end: true
owners: {{manager: {{name: Manager}}, waiter: {{name: Waiters, reports_to: manager}}}}
customers: {{guest: {{name: Guest}}}}
promises:
  paid-at-once: {{promise: Paid at once, by: manager, to: guest, made: Pay, kept: pay, at_least: {stated},
    relies_on: till-works}}
  till-works: {{promise: The till works, by: waiter, to: manager, made: Pay, kept: pay, at_least: {below}}}
"""


def ran(*words: str | Path) -> str:
    done = CliRunner().invoke(program, [str(word) for word in words])
    assert done.exit_code in (0, 1), done.output
    return done.output


def write(folder: Path, stated: str, below: str) -> Path:
    folder.mkdir()
    path = folder / "dinner.journey.yaml"
    path.write_text(JOURNEY.format(stated=stated, below=below), "utf-8")
    return path


def test_a_rate_close_to_all_is_said_alike_everywhere(tmp_path: Path) -> None:
    before = write(tmp_path / "before", "99%", "99.99%")
    broken = write(tmp_path / "broken", "99.999%", "99.99%")
    sound = write(tmp_path / "sound", "99.999%", "100%")
    ran("site", tmp_path / "site", broken)
    ran("draw", broken, "-o", tmp_path / "drawn.svg")
    ran("draw", broken, "--view", "promises", "-o", tmp_path / "cards.svg")
    places = {
        "ledger": ran("promises", broken),
        "finding": ran("check", broken, "--only", "promise-too-often"),
        "proof": ran("explain", "paid-at-once", "--promise", "--in", sound),
        "difference": ran("diff", before, broken),
        "site": "".join(page.read_text("utf-8") for page in (tmp_path / "site").rglob("*.html")),
        "drawing": (tmp_path / "drawn.svg").read_text("utf-8"),
        "cards": (tmp_path / "cards.svg").read_text("utf-8"),
    }
    assert [place for place, text in places.items() if "99.999%" not in text] == []


@pytest.mark.parametrize(
    ("share", "said"),
    [
        (Fraction(1), "100%"),
        (Fraction("0.995"), "99.5%"),
        (Fraction("0.99999"), "99.999%"),
        (Fraction("0.991234"), "99.1234%"),
        (Fraction("0.9604"), "96.04%"),
        (Fraction("0.9999998765"), "99.99998%"),
        (Fraction("0.99") ** 5, "95.09%"),
        (Fraction(2, 3), "66.66%"),
        (Fraction(1, 10), "10%"),
        (Fraction("0.0000001"), "0.00001%"),
        (Fraction("0.00000018"), "0.00001%"),
        (Fraction("1e-31"), f"0.{'0' * 28}1%"),
        (Fraction(1, 30_000), "0.003%"),
    ],
)
def test_a_rate_is_as_written_or_cut_and_never_rounded_up(share: Fraction, said: str) -> None:
    assert percent(share) == said
    assert Fraction(percent(share)[:-1]) / 100 <= share


@pytest.mark.parametrize(
    ("seconds", "said", "phrase"),
    [(7200, "2 h", "2 h to spare"), (0, "none", "nothing to spare"), (-7200, "2 h late", "2 h late")],
)
def test_a_slack_is_said_short_and_as_a_phrase(seconds: int, said: str, phrase: str) -> None:
    assert slack(Fraction(seconds)) == said
    assert to_spare(said) == phrase
