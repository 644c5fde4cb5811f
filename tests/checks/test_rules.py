"""Every rule's examples are its tests: a bad one gives exactly its findings, a good one is clean under all rules."""

from __future__ import annotations

import pytest

from journeys.api import check, loads_workspace
from journeys.checks.registry import RETIRED, by_fault, catalogue
from journeys.checks.rule import EXAMPLE_DAY, EXAMPLE_FILE, Example, Rule
from journeys.checks.select import Choice
from journeys.graph.verdict import Fault
from journeys.language.finding import Located

STRICT = Choice(profile="strict")
DATED = Choice(profile="strict", today=EXAMPLE_DAY)
BAD = [pytest.param(rule, example, id=f"{rule.code}-{n}") for rule in catalogue() for n, example in enumerate(rule.bad)]
GOOD = [
    pytest.param(rule, example, id=f"{rule.code}-{n}") for rule in catalogue() for n, example in enumerate(rule.good)
]


def findings(rule: Rule, example: Example) -> list[Located]:
    return check(loads_workspace(example.files, example.shared), DATED if rule.over == "due" else STRICT)


def told(found: list[Located]) -> str:
    return "\n".join(
        f"{item.finding.code} {item.source.position(item.span.start)} {item.finding.message}" for item in found
    )


def place(item: Located) -> tuple[str, int, int, int]:
    start, end = item.source.position(item.span.start), item.source.position(item.span.end)
    return item.source.name, start.line, start.column, end.column


@pytest.mark.parametrize(("rule", "example"), BAD)
def test_a_bad_example_gives_exactly_what_its_carets_say(rule: Rule, example: Example) -> None:
    found = findings(rule, example)
    own = [item for item in found if item.finding.code == rule.code]
    places = [place(item) for item in own]
    expected = [(mark.file or EXAMPLE_FILE, mark.line, mark.column, mark.end) for mark in example.expected]
    assert places == expected, told(found)
    for item, mark in zip(own, example.expected, strict=True):
        assert mark.words in item.finding.message
        assert item.finding.severity is rule.severity
    others = {item.finding.code for item in found} - {rule.code}
    assert others == set(example.also), told(found)


@pytest.mark.parametrize(("rule", "example"), GOOD)
def test_a_good_example_is_clean_under_all_rules(rule: Rule, example: Example) -> None:
    found = findings(rule, example)
    assert not found, told(found)


def test_codes_and_names_are_unique_and_none_is_used_again() -> None:
    rules = catalogue()
    assert len({rule.code for rule in rules}) == len(rules)
    assert len({rule.name for rule in rules}) == len(rules)
    assert not RETIRED & {rule.code for rule in rules}


@pytest.mark.parametrize("fault", Fault)
def test_each_fault_has_a_rule_that_tells_of_it(fault: Fault) -> None:
    assert by_fault()[fault]
    assert fault is Fault.UNOWNED or len(by_fault()[fault]) == 1


@pytest.mark.parametrize("rule", catalogue(), ids=lambda rule: rule.code)
def test_a_rule_explains_itself(rule: Rule) -> None:
    assert rule.bad
    assert rule.good
    assert all(example.expected for example in rule.bad)
    assert rule.summary.endswith(".")
    assert len(rule.why.split(". ")) >= 2, "say why it matters and how to mend it"
    assert rule.source
