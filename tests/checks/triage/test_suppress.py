"""Comments that put findings aside, and what is said of the comments themselves."""

from __future__ import annotations

import pytest

from journeys.api import check, examine, loads_workspace
from journeys.checks.select import Choice
from journeys.language.finding import Located

JOURNEY = """\
journey: Dinner for two
customer: guest
owner: manager
job: A good evening
steps:
  - step: Pay
    evidence: Receipt
    customer: Ask for the bill
    frontstage: Take the payment
    end: true
owners: {{manager: {{name: Manager, holder: Noor Haddad}}}}
customers: {{guest: {{name: Guest}}}}
{more}
"""


def journey(line: str = "    frontstage: Take the payment", more: str = "") -> str:
    return JOURNEY.format(more=more).replace("    frontstage: Take the payment", line)


def codes(found: list[Located]) -> list[str]:
    return sorted(item.finding.code for item in found if item.finding.code[0] in "OX")


def checked(text: str, profile: str = "standard") -> list[str]:
    return codes(check(loads_workspace({"a.journey.yaml": text}), Choice(profile=profile)))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "line",
    [
        "    frontstage: Take the payment  # journeys: ignore[O101] the agency takes over",
        "    # journeys: ignore[O101] the agency takes over\n    frontstage: Take the payment",
        "    # journeys: ignore[O101] the agency takes over\n\n    # a word more\n    frontstage: Take the payment",
        "    #journeys:ignore[ touchpoint-without-owner ]: the agency takes over\n    frontstage: Take the payment",
        "    # journeys: ignore[ownership] the agency takes over\n    frontstage: Take the payment",
        "    frontstage:   # journeys: ignore[B] another line and group\n      # journeys: ignore[O1] x\n      Take it",
    ],
)
def test_a_comment_puts_the_findings_of_its_line_or_the_next_aside(line: str) -> None:
    assert checked(journey("    frontstage: Take the payment")) == ["O101"]
    assert "O101" not in checked(journey(line))


def test_the_number_put_aside_is_told() -> None:
    text = journey("    frontstage: Take the payment  # journeys: ignore[O101] the agency takes over")
    examination = examine(loads_workspace({"a.journey.yaml": text}))
    assert examination.suppressed == 1
    assert codes(list(examination.located)) == []


@pytest.mark.parametrize(
    "line",
    [
        "    note: 'x # journeys: ignore[O101] this is a text'\n    frontstage: Take the payment",
        "    note: |\n      # journeys: ignore[O101] this is a text\n    frontstage: Take the payment",
        '    frontstage: "Take the payment # journeys: ignore[O101] this is a text"',
        "    frontstage: Take the payment#journeys:ignore[O101] no blank before it",
        "    frontstage: Take the payment # journeys: ignored[O101] another word",
    ],
)
def test_what_is_no_comment_puts_nothing_aside(line: str) -> None:
    assert checked(journey(line)) == ["O101"]


@pytest.mark.parametrize(
    ("comment", "expected"),
    [
        ("ignore[O101]", ["X101"]),
        ("ignore[O101]   --", ["X101"]),
        ("ignore[O101, O102] the agency", ["X102"]),
        ("ignore[O101, Q999] the agency", ["X103"]),
        ("ignore the agency", ["O101", "X103"]),
        ("ignore[] the agency", ["O101", "X103"]),
        ("ignore[O101 the agency", ["O101", "X103"]),
        ("ignore[O102] the agency", ["O101", "X102"]),
    ],
)
def test_what_is_wrong_with_a_comment_is_a_finding(comment: str, expected: list[str]) -> None:
    assert checked(journey(f"    frontstage: Take the payment # journeys: {comment}")) == expected


def test_a_comment_for_a_rule_that_is_not_asked_is_not_unused() -> None:
    text = journey("    frontstage: {do: Take it, owner: manager} # journeys: ignore[E205] strict only")
    assert checked(text) == []
    assert checked(text, "strict") == ["X102"]


def test_settings_govern_the_rules_about_comments_too() -> None:
    line = "    frontstage: {do: Take it, owner: manager} # journeys: ignore[O101] once"
    assert checked(journey(line, "settings: {ignore: X102}")) == []
    found = check(loads_workspace({"a.journey.yaml": journey(line, "settings: {rules: {X102: error}}")}))
    assert [item.finding.severity for item in found if item.finding.code == "X102"] == ["error"]


def test_a_broken_file_says_nothing_of_unused_comments() -> None:
    text = journey("    frontstage: Take the payment # journeys: ignore[O102] once\n    note: [")
    assert "X102" not in checked(text)


def test_a_comment_in_one_file_leaves_the_others_alone() -> None:
    with_comment = journey("    frontstage: Take the payment # journeys: ignore[O101] once").replace(
        "for two", "for one"
    )
    found = check(loads_workspace({"a.journey.yaml": with_comment, "b.journey.yaml": journey()}))
    assert [(item.source.name, item.finding.code) for item in found if item.finding.code == "O101"] == [
        ("b.journey.yaml", "O101")
    ]
