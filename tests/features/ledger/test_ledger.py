"""`journeys promises` and `journeys.features.ledger.ledger`."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from repository import EXAMPLES

from journeys.api import load_workspace
from journeys.checks.report.cells import width_of
from journeys.errors import UsageError
from journeys.features.ledger import Entry, ledger

Journeys = Callable[..., Any]


def test_an_entry_says_who_owes_whom_what_by_when() -> None:
    found = {one.key: one for one in ledger(load_workspace(EXAMPLES / "marketplace"))}
    one = found["money-in-fourteen-days"]
    assert (one.by, one.by_name, one.holder) == ("payments", "Payments and refunds", "Noël Janssen")
    assert (one.to, one.to_names, one.to_customer) == (("buyer",), ("Buyer",), True)
    assert (one.within, one.at_least, one.state.holds) == ("14 days", Fraction(95, 100), True)
    assert one.made == ("Hand in the parcel at a parcel shop", "Hand the parcel to the courier at the door")
    assert one.kept == ("Get the money back: Tell that the money has been sent and how much",)
    assert (one.slack, one.slack_text, one.clock) == (2 * 24 * 3600, "2 days", "elapsed")
    assert (one.sure_rate, one.likely_rate) == (Fraction(96, 100), Fraction(98, 100) ** 2)
    assert one.relies_on == ("marketplace/parcel-arrives", "marketplace/parcel-cleared")
    line = Path(one.file).read_text(encoding="utf-8").splitlines()[one.line - 1]
    assert line.strip() == "money-in-fourteen-days:"


def test_a_folder_of_a_workspace_gives_the_promises_of_its_journeys_alone() -> None:
    assert {one.journey for one in ledger(load_workspace(EXAMPLES / "marketplace"))} == {"marketplace"}
    assert {one.journey for one in ledger(load_workspace(EXAMPLES))} == {
        "benefits", "broadband", "marketplace", "outpatient",
    }  # fmt: skip


def test_text_has_each_promise_under_its_promiser_and_fits(journeys: Journeys) -> None:
    said = journeys("promises", "marketplace")
    assert said.code == 0
    assert all(width_of(line) <= 90 for line in said.out.splitlines())
    groups = [line for line in said.out.splitlines() if line.endswith(" owes")]
    assert groups == sorted(groups, key=str.casefold)
    under = said.out.split("Payments and refunds (Noël Janssen) owes")[1].split(" owes")[0]
    assert "marketplace/money-in-fourteen-days" in under
    assert "2 days" in under
    assert "marketplace/parcel-arrives" not in under
    counted = said.out.splitlines()[-1]
    assert counted.startswith("18 promises: ")
    assert "broken" not in counted
    assert "unproven" not in counted


def test_broken_promises_say_why(journeys: Journeys) -> None:
    said = journeys("promises", ".", "--broken")
    assert said.code == 0
    assert "12 days late" in said.out
    assert "because “Medical secretaries of cardiology” promises, and nobody fills that post" in " ".join(
        said.out.split()
    )
    assert " sound" not in said.out.splitlines()[-1]


@pytest.mark.parametrize("word", ["payments", "Payments and refunds"])
def test_owner_by_id_or_name(journeys: Journeys, word: str) -> None:
    found = json.loads(journeys("promises", "--owner", word, "--format", "json").out)
    assert {one["by"] for one in found["promises"]} == {"payments"}
    assert found["summary"]["promises"] == 4


def test_customer(journeys: Journeys) -> None:
    found = json.loads(journeys("promises", "--customer", "claimant", "--format", "json").out)["promises"]
    assert found
    assert all("claimant" in one["to"] for one in found)


@pytest.mark.parametrize(
    ("option", "word", "meant"), [("--owner", "paymets", "payments"), ("--customer", "byer", "buyer")]
)
def test_an_unknown_name_is_wrong_use_and_names_the_nearest(
    journeys: Journeys, option: str, word: str, meant: str
) -> None:
    said = journeys("promises", option, word)
    assert (said.code, said.out) == (2, "")
    assert f"did you mean `{meant}`?" in said.err


def test_unknown_owner_through_the_api() -> None:
    with pytest.raises(UsageError, match="no owner is called “nobody-here”"):
        ledger(load_workspace(EXAMPLES), owner="nobody-here")


def test_json_and_csv_say_the_same(journeys: Journeys) -> None:
    rows = list(csv.DictReader(io.StringIO(journeys("promises", "--format", "csv").out)))
    told = json.loads(journeys("promises", "--format", "json").out)["promises"]
    assert list(rows[0]) == list(told[0]) == list(Entry.__dataclass_fields__)
    assert [row["id"] for row in rows] == [one["id"] for one in told]
    for row, one in zip(rows, told, strict=True):
        assert row["slack"] == ("" if one["slack"] is None else str(one["slack"]))
        assert row["made"] == "; ".join(one["made"])
    assert any(row["slack"].startswith("-") for row in rows), "numbers stay numbers"


def test_csv_holds_no_formula(journeys: Journeys, hostile: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(journeys("promises", hostile, "--format", "csv").out, newline="")))
    warm, cooked = rows
    assert warm["promise"].startswith("'=1+1")
    assert warm["by_name"].startswith("'@SUM(A1)")
    assert warm["holder"] == "'-2+3"
    assert warm["to_names"] == '\'=HYPERLINK("http://x")'
    assert cooked["key"] == "'+cooked"
    assert not [cell for row in rows for cell in row.values() if cell.startswith(("=", "+", "@", "\t", "\r"))]


def test_hostile_names_stay_text(journeys: Journeys, hostile: Path) -> None:
    text = journeys("promises", hostile).out
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert all(width_of(line) <= 90 for line in text.splitlines())
    told = json.loads(journeys("promises", hostile, "--format", "json").out)["promises"]
    assert told[0]["promise"].splitlines()[1] == "| dish <script>"
    page = journeys("promises", hostile, "--format", "markdown").out
    assert "<script>" not in page
    table = [line for line in page.splitlines() if line.startswith("|")]
    assert len(table) == 2 + 2
    assert {line.replace("\\|", "").count("|") for line in table} == {12}


def test_output_goes_to_a_file(journeys: Journeys, tmp_path: Path) -> None:
    path = tmp_path / "ledger.csv"
    assert journeys("promises", "marketplace", "--format", "csv", "-o", path).out == ""
    assert len(list(csv.reader(path.open(encoding="utf-8", newline="")))) == 19


def test_no_promises(journeys: Journeys, tmp_path: Path) -> None:
    (tmp_path / "x.journey.yaml").write_text("journey: X\nsteps: [{step: A, customer: Look, end: true}]\n")
    assert journeys("promises", tmp_path).out == "No promises here\n"
    assert json.loads(journeys("promises", tmp_path, "--format", "json").out)["promises"] == []
