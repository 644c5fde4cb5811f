"""A key with a slip in it is told once: what it was meant for is not missing as well."""

from __future__ import annotations

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


def told(text: str) -> list[tuple[str, str]]:
    """Code and marked text of each finding."""
    return [(item.finding.code, item.source.text[item.span.start : item.span.end]) for item in check(loads(text))]


def test_a_slip_is_told_at_its_own_place_though_what_holds_it_is_left_out() -> None:
    assert ("F301", "doo") in told(JOURNEY.replace("{do: Take", "{doo: Take"))
