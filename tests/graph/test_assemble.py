"""Who travels, who owns the journey, who reports to whom: what is read once for a journey as a whole."""

from __future__ import annotations

import pytest

from journeys.api import loads, loads_workspace
from journeys.graph.journey import JourneyGraph

DECLARED = "journey: J\ncustomers: {adult: {name: An adult}, child: {}, senior: {}}\nsteps: [{step: A}]\n"
SHARED = "workspace: W\ncustomers: {adult: {name: An adult}, child: {}, senior: {}}\nowners: {chef: {name: The chef}}"
HERE = "journey: J\nsteps: [{step: A}]\n"


def customers(journey: JourneyGraph) -> list[str]:
    return [customer.key for customer in journey.customers]


class TestCustomers:
    @pytest.mark.parametrize(
        ("said", "expected"),
        [
            ("", ["adult", "child", "senior"]),
            ("customer: child", ["child"]),
            ("customer: An adult", ["adult"]),
            ("customer: [senior, adult]", ["adult", "senior"]),
            ("customer: [child, child]", ["child"]),
        ],
    )
    def test_those_named_travel_or_all_that_the_journey_declares(self, said: str, expected: list[str]) -> None:
        journey = loads(DECLARED + said)
        assert customers(journey) == expected
        assert list(journey.known_customers) == ["adult", "child", "senior"]
        assert journey.findings == ()

    @pytest.mark.parametrize(
        ("said", "expected"),
        [
            ("", []),
            ("customer: child", ["child"]),
            ("customers: [senior, An adult]", ["adult", "senior"]),
            ("customer: child\ncustomers: [senior]", ["child", "senior"]),
        ],
    )
    def test_of_the_workspaces_customers_only_those_named_travel(self, said: str, expected: list[str]) -> None:
        journey = loads_workspace({"j.journey.yaml": HERE + said}, SHARED).journeys["j"]
        assert customers(journey) == expected
        assert journey.findings == ()

    @pytest.mark.parametrize(
        ("said", "path"),
        [
            ("customer: [child, chid]", ("customer", 1)),
            ("customers: [child, chid]", ("customers", 1)),
            ("customer: [child]\ncustomers: [chid]", ("customers", 0)),
        ],
    )
    def test_one_who_is_not_there_is_said_where_he_is_named(self, said: str, path: tuple[str | int, ...]) -> None:
        journey = loads_workspace({"j.journey.yaml": HERE + said}, SHARED).journeys["j"]
        (finding,) = journey.findings
        assert (finding.message, finding.help) == ("there is no customer “chid”", "did you mean `child`?")
        assert finding.place.path == path
        assert customers(journey) == ["child"]

    def test_an_owner_is_no_customer(self) -> None:
        journey = loads_workspace({"j.journey.yaml": HERE + "customer: chef"}, SHARED).journeys["j"]
        assert [finding.message for finding in journey.findings] == ["there is no customer “chef”"]
        assert customers(journey) == []


class TestOwner:
    @pytest.mark.parametrize("word", ["chef", "The chef"])
    def test_a_journeys_owner_is_named_by_id_or_name(self, word: str) -> None:
        journey = loads_workspace({"j.journey.yaml": HERE + f"owner: {word}"}, SHARED).journeys["j"]
        assert (journey.owner, journey.owner_text, journey.findings) == ("owner:chef", word, ())

    def test_one_who_is_not_there_is_said(self) -> None:
        journey = loads_workspace({"j.journey.yaml": HERE + "owner: cheff"}, SHARED).journeys["j"]
        (finding,) = journey.findings
        assert (finding.message, finding.help) == ("there is no owner “cheff”", "did you mean `chef`?")
        assert (finding.place.path, finding.place.file) == (("owner",), "j.journey.yaml")
        assert (journey.owner, journey.owner_text) == ("", "cheff")

    def test_a_customer_is_no_owner(self) -> None:
        journey = loads_workspace({"j.journey.yaml": HERE + "owner: child"}, SHARED).journeys["j"]
        assert [finding.message for finding in journey.findings] == ["there is no owner “child”"]


def test_an_owner_above_who_is_not_there_is_said_where_he_is_named() -> None:
    journey = loads("journey: J\nowners: {cook: {reports_to: chef}, boss: {reports_to: bos}, x: {reports_to: cook}}")
    found = [one for one in journey.findings if one.name == "unknown-reference"]
    assert [(one.message, one.place.path, one.help) for one in found] == [
        ("there is no owner “chef”", ("owners", "cook", "reports_to"), "known here: `cook`, `boss`, `x`"),
        ("there is no owner “bos”", ("owners", "boss", "reports_to"), "did you mean `boss`?"),
    ]
    assert {one.place.file for one in found} == {"text.journey.yaml"}


def test_of_a_text_that_breaks_off_nothing_is_missed() -> None:
    journey = loads(HERE + "owner: nobody-here\npromises: {p: {promise: P\n")
    assert not journey.whole
    assert journey.findings
    assert "there is no owner “nobody-here”" not in [finding.message for finding in journey.findings]


def test_phases_come_in_order_and_steps_outside_of_them_last() -> None:
    journey = loads("journey: J\nphases: [{phase: P, steps: [{step: A}]}, {phase: Q}]\nsteps: [{step: B}]")
    assert journey.phases == ("P", "Q", "")
    assert [(step.name, step.phase, step.phase_index, step.index) for step in journey.steps] == [
        ("A", "P", 0, 0),
        ("B", "", 2, 1),
    ]


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        (HERE, True),
        (HERE + "colour: red", True),
        ("journey: J\nowners: {a: {}}", True),
        ("journey: J\nsteps: 3", False),
        (HERE + "owners: {", False),
    ],
)
def test_a_journey_is_whole_unless_its_text_breaks_off_or_its_steps_could_not_be_read(text: str, whole: bool) -> None:
    assert loads(text).whole is whole
