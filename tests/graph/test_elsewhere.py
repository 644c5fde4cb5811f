"""What leads from one journey to another: actions that are used, places where promises are kept."""

from __future__ import annotations

import pytest

from journeys.api import check, loads_workspace
from journeys.graph.answering import promised_steps
from journeys.graph.resting import links_below
from journeys.graph.workspace import Workspace

SHARED = "owners: {cook: {}, waiter: {}, farm: {}}\ncustomers: {guest: {}}\n"
DINNER = """
journey: Dinner
customer: guest
steps:
  - {step: Order, customer: Order, frontstage: {do: Listen, owner: waiter}}
  - step: Eat
    customer: Eat
    frontstage: {do: Serve, owner: waiter, %s}
    backstage: {do: Cook, id: cook, owner: cook}
    end: true
promises: {warm: {promise: Warm, by: waiter, to: guest, made: Order, kept: %s, unless: []}}
"""
FARM = """
journey: The farm
id: farm
customer: guest
steps:
  - {step: Sow, customer: Wait, support: {do: Sow, owner: farm}}
  - step: Reap
    customer: Wait
    frontstage: {do: Deliver, id: deliver, owner: farm}
    backstage: {do: Reap, id: reap, owner: farm, promised: {id: ripe}}
    support: [{do: Hoe, owner: farm}, {do: Water, owner: farm}]
    end: true
"""


def workspace(uses: str = "note: x", kept: str = "Eat") -> Workspace:
    return loads_workspace({"dinner.journey.yaml": DINNER % (uses, kept), "farm.journey.yaml": FARM}, SHARED)


def messages(uses: str = "note: x", kept: str = "Eat") -> list[tuple[str, str]]:
    findings = workspace(uses, kept).journeys["dinner"].findings
    return [(".".join(map(str, found.place.path)), found.message) for found in findings]


@pytest.mark.parametrize("word", ["farm/reap", "farm/Reap.backstage", "The farm/reap.backstage.1"])
def test_an_action_of_another_journey_is_used_and_takes_nothing_away(word: str) -> None:
    journey = workspace(f"uses: {word}").journeys["dinner"]
    assert journey.findings == ()
    below = [(link.below, link.explicit) for link in journey.supports_of("action:dinner/eat.frontstage.1")]
    assert below == [("action:dinner/eat.backstage.1", False), ("action:farm/reap.backstage.1", True)]
    assert "action:farm/reap.backstage.1" in journey.graph
    assert journey.graph.nodes["action:farm/reap.backstage.1"]["name"] == "Reap"


def test_support_is_followed_into_other_journeys() -> None:
    found = workspace("uses: farm/reap")
    journey = found.journeys["dinner"]
    warm = journey.promises["warm"].node
    below = [journey.called(action.id) for _, action in links_below(found.journeys, warm, ())]
    assert below == ["Cook", "Reap", "Hoe", "Water"]
    farm = found.journeys["farm"]
    assert [link.above for link in farm.supported_by("action:farm/reap.backstage.1")] == [
        "action:dinner/eat.frontstage.1",
        "action:farm/reap.frontstage.1",
    ]


@pytest.mark.parametrize("key", ["uses", "triggers"])
@pytest.mark.parametrize(
    ("word", "message"),
    [
        ("gone/reap", "there is no journey “gone”"),
        ("farm/reep", "there is no step or action “reep” in the journey “farm”"),
        ("farm/Reap.support", "“Reap.support” names 2 actions in the journey “farm”"),
    ],
)
def test_what_leads_nowhere_is_found_at_its_place(key: str, word: str, message: str) -> None:
    assert messages(f"{key}: {word}") == [(f"steps.1.frontstage.0.{key}.0", message)]


def test_a_slip_in_a_name_with_a_slash_is_a_slip_in_a_name() -> None:
    text = "journey: a\nsteps: [{step: Sign in / up, frontstage: F}, {step: B, support: {do: S, uses: Sing in / up}}]"
    (finding,) = loads_workspace({"a.journey.yaml": text}).journeys["a"].findings
    assert (finding.message, finding.help) == (
        "there is no step or action “Sing in / up”",
        "did you mean `Sign in / up`?",
    )


def test_a_slip_in_another_journey_is_mended_with_its_journey() -> None:
    (finding,) = workspace("uses: farm/delivr").journeys["dinner"].findings
    assert [edit.text for edit in finding.fix] == ["farm/deliver"]


def test_a_promise_is_kept_in_another_journey_and_rests_on_what_is_promised_there() -> None:
    found = workspace(kept="farm/deliver")
    node = found.journeys["dinner"].promises["warm"].node
    assert (node.kept, node.unfit) == (("action:farm/reap.frontstage.1",), ())
    assert node.beneath == ("promise:farm/ripe",)
    assert found.journeys["farm"].kept_at("action:farm/reap.frontstage.1") == (node,)
    # What it supports is made in another journey, so the promise beneath is made in its own step.
    assert found.promises["promise:farm/ripe"].makings == (("step:farm/reap", ""),)


def test_who_uses_it_from_another_journey_is_promised_it_too() -> None:
    ripe = workspace("uses: farm/reap").promises["promise:farm/ripe"]
    assert ripe.to == ("owner:waiter", "owner:farm")
    assert ripe.makings == (("step:farm/reap", ""),)


@pytest.mark.parametrize(
    ("kept", "places", "unfit", "findings"),
    [
        ("[Eat, Order]", 2, [], 0),
        ("{any: [Eat, Order]}", 2, [], 0),
        ("Eat.customer", 0, [("Eat.customer", "name what the company does to deliver it: `eat.frontstage`")], 0),
        ("[Eat, Eaten]", 1, [("Eaten", "did you mean `eat`?")], 1),
        ("farm/Sow.customer", 0,
         [("farm/Sow.customer", "name what the company does to deliver it: `farm/sow.support`")], 0),
    ],
)  # fmt: skip
def test_what_keeps_nothing_is_named(kept: str, places: int, unfit: list[tuple[str, str]], findings: int) -> None:
    journey = workspace(kept=kept).journeys["dinner"]
    node = journey.promises["warm"].node
    assert (len(node.kept), node.any_place) == (places, "any" in kept)
    assert [(word, help_) for word, _, help_ in node.unfit] == unfit
    assert len(journey.findings) == findings


def test_evidence_keeps_nothing_and_that_is_found() -> None:
    text = "journey: a\nsteps: [{step: Eat, evidence: Plate, frontstage: {do: Serve, uses: Plate}}]\n"
    text += "promises: {p: {promise: P, by: x, to: y, made: Eat, kept: Eat.evidence}}"
    journey = loads_workspace({"a.journey.yaml": text}).journeys["a"]
    assert [finding.message for finding in journey.findings if "evidence" in finding.message] == [
        "“Plate” is evidence: it is seen or held, and does nothing",
        "“Eat.evidence” is evidence: it is seen or held, and does nothing",
    ]
    ((word, place, _),) = journey.promises["p"].node.unfit
    assert (word, place.path) == ("Eat.evidence", ("promises", "p", "kept", 0))


@pytest.mark.parametrize(
    ("made", "kept", "held"),
    [
        ("dinner/Order", "farm/deliver", {"farm": {"sow", "reap"}, "dinner": set()}),
        ("Sow", "dinner/Serve", {"farm": {"sow", "reap"}, "dinner": set()}),
        ("dinner/Order", "dinner/Serve", {"farm": set(), "dinner": set()}),
    ],
)
def test_a_promise_made_or_kept_in_another_journey_holds_from_the_first_step_or_to_the_last(
    made: str, kept: str, held: dict[str, set[str]]
) -> None:
    promise = f"promises: {{fresh: {{promise: Fresh, by: farm, to: guest, made: {made}, kept: {kept}}}}}\n"
    found = loads_workspace(
        {"dinner.journey.yaml": DINNER.partition("promises:")[0] % "id: serve", "farm.journey.yaml": FARM + promise},
        SHARED,
    )
    for journey, steps in held.items():
        assert promised_steps(found.journeys[journey]) == {f"step:{journey}/{step}" for step in steps}
    check(found)
