"""A key with a slip in it is told once: what it was meant for is not missing as well."""

from __future__ import annotations

import pytest

from journeys.api import check, loads

JOURNEY = """\
journey: Dinner for two
customer: [guest]
customers: {guest: {name: Guest}}
owner: manager
job: A good evening
steps:
  - step: Pay
    evidence: Receipt
    customer: Ask for the bill
    frontstage: {do: Take the payment, owner: manager}
    end: true
owners: {manager: {name: Manager, holder: Noor Haddad}}
"""
NOBODY = JOURNEY.replace("customer: [guest]\ncustomers: {guest: {name: Guest}}\n", "")


def told(text: str) -> list[tuple[str, str]]:
    """Code and marked text of each finding."""
    return [(item.finding.code, item.source.text[item.span.start : item.span.end]) for item in check(loads(text))]


@pytest.mark.parametrize("slip", ["custmer: guest", "Customer: guest", "custmers: {guest: {name: Guest}}"])
def test_a_customer_with_a_slip_in_the_key_is_said(slip: str) -> None:
    assert told(f"{NOBODY}{slip}\n") == [("F301", slip.partition(":")[0])]


@pytest.mark.parametrize(("right", "slip"), [("job", "jb"), ("owner", "ownr")])
def test_a_job_or_an_owner_with_a_slip_in_the_key_is_said(right: str, slip: str) -> None:
    assert told(JOURNEY.replace(f"\n{right}:", f"\n{slip}:")) == [("F301", slip)]


@pytest.mark.parametrize("key", ["guests: {}", "x: y"])
def test_another_unknown_key_is_not_taken_for_the_customer(key: str) -> None:
    assert {code for code, _ in told(f"{NOBODY}{key}\n")} == {"F301", "E102"}
    assert [code for code, _ in told(NOBODY)] == ["E102"]


def test_a_slip_further_in_is_not_taken_for_the_journeys_customer() -> None:
    text = NOBODY.replace("    customer:", "    custmer:")
    assert {"F301", "E102"} <= {code for code, _ in told(text)}


@pytest.mark.parametrize(
    ("right", "slip"),
    [("journey: Din", "journy: Din"), ("- step: Pay", "- stepp: Pay"), ("{do: Take", "{Do: Take")],
)
def test_a_key_with_a_slip_is_not_missing_as_well(right: str, slip: str) -> None:
    codes = [code for code, _ in told(JOURNEY.replace(right, slip))]
    assert "F301" in codes
    assert "F302" not in codes


def test_what_is_missing_beside_a_slip_is_told() -> None:
    text = JOURNEY + "promises:\n  fast: {promise: Fast, by: manager, too: guest, made: Pay, kept: Pay}\n"
    assert "F302" not in {code for code, _ in told(text)}
    assert ("F302", "{promise: Fast, mad: Pay, kept: Pay, to: guest}") in told(
        text.replace("by: manager, too: guest, made: Pay, kept: Pay", "mad: Pay, kept: Pay, to: guest")
    )


def test_a_missing_key_of_one_step_is_told_whatever_is_misspelt_in_another() -> None:
    text = JOURNEY.replace("steps:\n", "steps:\n  - {customer: Sit down, next: Pay}\n").replace("- step:", "- stepp:")
    assert [code for code, _ in told(text)].count("F302") == 1


def test_a_slip_is_told_at_its_own_place_though_what_holds_it_is_left_out() -> None:
    assert ("F301", "doo") in told(JOURNEY.replace("{do: Take", "{doo: Take"))
