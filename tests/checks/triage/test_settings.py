"""Which rules are asked: profiles, the workspace's settings, a journey's own, and what a caller chooses."""

from __future__ import annotations

import pytest

from journeys.api import check, loads_workspace
from journeys.checks.select import Choice, chosen, matching
from journeys.errors import UsageError
from journeys.language.model.settings import RuleSettings, Settings

JOURNEY = """\
journey: {name}
customer: guest
owner: manager
steps:
  - step: Pay
    evidence: Receipt
    customer: Ask for the bill
    frontstage: Take the payment
    end: true
{more}
"""
SHARED = "owners: {manager: {name: Manager, holder: Noor}}\ncustomers: {guest: {name: Guest}}\n"


def codes(choice: Choice, shared: Settings | None = None, own: Settings | None = None) -> frozenset[str]:
    return chosen(choice, shared, own).codes


def test_each_profile_asks_what_the_one_before_asks_and_more() -> None:
    draft, standard, strict = (codes(Choice(profile=profile)) for profile in ("draft", "standard", "strict"))
    assert draft < standard < strict
    assert codes(Choice()) == standard


def test_the_callers_choice_goes_before_the_journeys_settings_and_those_before_the_workspaces() -> None:
    shared, own = Settings(ignore=("O101",), profile="draft"), Settings(select=("O101",), profile="strict")
    assert "O101" not in codes(Choice(), shared)
    assert "O101" in codes(Choice(), shared, own)
    assert "O101" not in codes(Choice(ignore=("O101",)), shared, own)
    assert "E103" in codes(Choice(), shared, own)
    assert "E103" not in codes(Choice(profile="standard"), shared, own)
    assert codes(Choice(only=("O101", "X")), shared) >= {"O101", "X101"}
    assert "O102" not in codes(Choice(only=("O101",)))


def test_what_is_said_of_one_rule_counts_more_than_what_is_said_of_its_group() -> None:
    settings = Settings(rules={"O101": RuleSettings(severity="warning"), "ownership": RuleSettings(severity="off")})
    assert {code for code in codes(Choice(), settings) if code[0] == "O"} == {"O101"}


def test_a_limit_is_handed_to_the_rule() -> None:
    settings = Settings(rules={"silent-wait": RuleSettings(limit=99)})
    rules = {rule.code: rule for rule in chosen(Choice(), settings).rules}
    assert rules["E201"].limit == 99


@pytest.mark.parametrize("choice", [Choice(select=("Q1",)), Choice(ignore=("",)), Choice(only=("touchpoint",))])
def test_a_word_that_names_no_rule_is_wrong_use(choice: Choice) -> None:
    with pytest.raises(UsageError, match="no rule is called"):
        check(loads_workspace({}), choice)


def test_a_rule_goes_by_its_code_its_name_the_beginning_of_a_code_or_its_group() -> None:
    assert [rule.name for rule in matching("O101")] == ["touchpoint-without-owner"]
    assert [rule.code for rule in matching("touchpoint-without-owner")] == ["O101"]
    assert {rule.code[:2] for rule in matching("F1")} == {"F1"}
    assert {rule.group for rule in matching("experience")} == {"experience"}
    assert {rule.group for rule in matching("E")} == {"experience"}


def test_a_journeys_own_settings_hold_for_that_journey_alone() -> None:
    texts = {
        "a.journey.yaml": JOURNEY.format(name="One", more="settings: {ignore: [O101, E101]}"),
        "b.journey.yaml": JOURNEY.format(name="Two", more="settings: {rules: {O101: warning}}"),
    }
    found = check(loads_workspace(texts, SHARED))
    told = {(item.source.name[0], item.finding.code, item.finding.severity.value) for item in found}
    assert {entry for entry in told if entry[1] in ("O101", "E101")} == {
        ("b", "O101", "warning"),
        ("b", "E101", "warning"),
    }


def test_an_unknown_rule_in_the_workspaces_settings_is_told_in_its_file() -> None:
    found = check(
        loads_workspace({"a.journey.yaml": JOURNEY.format(name="One", more="")}, SHARED + "settings: {select: [O1, Q]}")
    )
    (unknown,) = [item for item in found if item.finding.code == "F206"]
    assert unknown.source.name == "journeys.yaml"
    assert unknown.source.text[unknown.span.start : unknown.span.end] == "Q"
