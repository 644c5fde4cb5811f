"""What a comparison says of two states of a workspace."""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from repository import EXAMPLES

from journeys.api import loads_workspace
from journeys.features.diff import FailOn, WorkspaceDiff, compare
from journeys.features.diff.formats import FORMATS
from journeys.features.diff.nodes import longest_run
from journeys.features.diff.pairing import pair_up

SHARED = (EXAMPLES / "journeys.yaml").read_text("utf-8")
NAME = "a.journey.yaml"


def example(name: str) -> str:
    return (EXAMPLES / name / f"{name}.journey.yaml").read_text("utf-8")


MARKET = example("marketplace")


def changed(*pairs: tuple[str, str], text: str = MARKET) -> WorkspaceDiff:
    after = text
    for old, new in pairs:
        assert old in after
        after = after.replace(old, new)
    return compare(loads_workspace({NAME: text}, SHARED), loads_workspace({NAME: after}, SHARED))


def promise(diff: WorkspaceDiff, key: str):  # type: ignore[no-untyped-def]
    return next(found for found in diff.promises() if found.key == key)


@pytest.mark.parametrize("name", ["broadband", "outpatient", "benefits", "marketplace"])
def test_nothing_differs_from_itself(name: str) -> None:
    diff = changed(text=example(name))
    assert diff.empty
    assert not diff.agreements
    assert not diff.fails(FailOn)


MEASURE = "    measure: days from the first scan of"
WITHIN = "\n    within: 14 days"
KEPT = "\n    kept: refund"


@pytest.mark.parametrize(
    ("old", "new", "field", "weaker"),
    [
        ("within: 14 days", "within: 20 days", "within", True),
        ("within: 14 days", "within: 13 days", "within", False),
        ("    within: 14 days\n", "", "within", True),
        ("within: 14 days", "within: 11 working days", "within", True),
        (f"    kano: performance\n{MEASURE}", f"    valid: 3 days\n{MEASURE}", "valid", False),
        (f"unless: [exchange]{WITHIN}", f"unless: [exchange, keep-after-all]{WITHIN}", "unless", True),
        (f"made: [parcel-shop, at-the-door]{KEPT}", f"made: [parcel-shop]{KEPT}", "made", True),
        (f"made: [parcel-shop, at-the-door]{KEPT}", f"made: [check, parcel-shop, at-the-door]{KEPT}", "made", False),
        ("    if_broken: The money at once, with 10 % on top as a voucher\n", "", "if broken", True),
    ],
)  # fmt: skip
def test_terms_say_what_became_stronger_and_weaker(old: str, new: str, field: str, weaker: bool) -> None:
    found = promise(changed((old, new)), "money-in-fourteen-days")
    term = next(term for term in found.terms if term.field == field)
    assert term.effect == ("weaker" if weaker else "stronger")
    assert found.weakened or not weaker


def test_a_rate_that_falls_weakens_and_who_relies_on_it_has_to_agree() -> None:
    diff = changed(
        (
            "kept: inspect-item\n    within: 4 days\n    at_least: 98%",
            "kept: inspect-item\n    within: 4 days\n    at_least: 90%",
        )
    )
    found = promise(diff, "parcel-cleared")
    assert [(term.field, term.old, term.new) for term in found.terms] == [("at least", "98%", "90%")]
    assert found.to == ("Payments and refunds",)
    agreement = next(one for one in diff.agreements if one.owner == "Payments and refunds")
    assert any("relies on" in reason and "fourteen days" in reason for reason in agreement.reasons)
    assert promise(diff, "money-in-fourteen-days").broken
    assert diff.fails([FailOn.WEAKENED])
    assert diff.fails([FailOn.BROKEN])
    assert not diff.fails([FailOn.DROPPED])
    assert {finding.code for finding in diff.appeared} >= {"P403"}


def test_what_breaks_by_one_change_is_mended_by_its_opposite() -> None:
    before = MARKET.replace(
        "at_least: 95%\n    kano: performance\n    measure: days from the first scan",
        "at_least: 99%\n    kano: performance\n    measure: days from the first scan",
    )
    diff = compare(loads_workspace({NAME: before}, SHARED), loads_workspace({NAME: MARKET}, SHARED))
    back = compare(loads_workspace({NAME: MARKET}, SHARED), loads_workspace({NAME: before}, SHARED))
    assert diff.gone
    # What is mended may still rest on what nobody wrote down, which is advice of its own.
    assert {one.code for one in diff.appeared} <= {"P002"}
    assert [one.fingerprint for one in back.appeared] == [one.fingerprint for one in diff.gone]


def test_a_dropped_promise_is_said_to_those_who_relied_on_it() -> None:
    start, end = MARKET.index("  exchange-packed:"), MARKET.index("  seller-settles:")
    diff = changed((MARKET[start:end], ""))
    assert promise(diff, "exchange-packed").dropped
    assert promise(diff, "exchange-in-five-days").broken
    courier = next(one for one in diff.agreements if one.owner.startswith("Cykelbud"))
    assert any("dropped" in reason for reason in courier.reasons)
    assert diff.fails([FailOn.DROPPED])


def test_a_new_promise_needs_its_promiser() -> None:
    words = "promise: Called back, by: torvet-care, to: buyer, made: check, kept: refund"
    new = f"promises:\n  called-back: {{{words}}}\n"
    diff = changed(("promises:\n", new))
    assert promise(diff, "called-back").made
    care = next(one for one in diff.agreements if one.owner == "Customer care at Torvet")
    assert care.reasons[0].startswith("promises “Called back”")


def test_a_step_by_another_name_is_the_same_step() -> None:
    diff = changed(
        ("- step: Follow the parcel\n        id: on-its-way", "- step: Track it\n        id: tracking"),
        ("on-its-way", "tracking"),
    )
    steps = [node for node in diff.journeys[0].nodes if node.kind == "step"]
    assert [(node.how, node.old_name, node.name) for node in steps] == [("changed", "Follow the parcel", "Track it")]
    assert not list(diff.promises())
    assert not diff.appeared


def test_a_step_replaced_by_another_one_is_not_the_same() -> None:
    steps = ("{step: One, customer: Walk}", "{step: Two, customer: Sit}", "{step: Three, customer: Run, end: true}")
    text = "journey: J\nsteps:\n" + "".join(f"  - {step}\n" for step in steps)
    diff = changed(
        ("{step: Two, customer: Sit}", "{step: Pay the bill by card, customer: Take out the card}"), text=text
    )
    assert [(node.how, node.kind) for node in diff.journeys[0].nodes] == [
        ("added", "step"), ("added", "action"), ("removed", "step"), ("removed", "action"),
    ]  # fmt: skip


def test_owners_moves_ways_and_feelings_are_told() -> None:
    diff = changed(
        ("owner: returns-centre\n            takes: 5 min", "owner: returns\n            takes: 6 min"),
        ("id: refund\n        wait: 2 days", "id: refund\n        wait: 3 days"),
        ("{to: sellers-answer, when: The item is worn or incomplete}", "{to: sellers-answer, when: The item is worn}"),
    )
    details = {
        (node.name, detail.field): (detail.old, detail.new)
        for node in diff.journeys[0].nodes
        for detail in node.details
    }
    assert details["Photograph the item from all sides", "owner"] == ("Returns centre in Malmö", "Returns team")
    assert details["Photograph the item from all sides", "takes"] == ("5 min", "6 min")
    assert details["Get the money back", "wait"] == ("2 days", "3 days")
    assert ("Have the item checked", "way") in details
    assert any(
        "becomes accountable" in reason
        for one in diff.agreements
        if one.owner == "Returns team"
        for reason in one.reasons
    )


def test_people_are_followed_through_another_id() -> None:
    old, new = loads_workspace({NAME: MARKET}, SHARED), loads_workspace(
        {NAME: re.sub(r"(?<=[:,] )payments\b", "refunds", MARKET)},
        re.sub(r"(?<=owner: )payments|(?<=^  )payments(?=:$)", "refunds", SHARED, flags=re.MULTILINE),
    )  # fmt: skip
    diff = compare(old, new)
    assert [(one.name, one.details[0].old, one.details[0].new) for one in diff.people] == [
        ("Payments and refunds", "payments", "refunds")
    ]
    assert not diff.journeys


def test_a_moved_step_is_said_to_stand_elsewhere() -> None:
    text = "journey: J\nsteps:\n" + "".join(f"  - {{step: S{number}, customer: Do {number}}}\n" for number in range(5))
    lines = text.splitlines(keepends=True)
    after = "".join([*lines[:2], lines[6], *lines[2:6]])
    diff = compare(loads_workspace({NAME: text}), loads_workspace({NAME: after}))
    moved = [(node.name, node.details) for node in diff.journeys[0].nodes]
    assert [(name, details[0].field, details[0].old, details[0].new) for name, details in moved] == [
        ("S4", "place", "after S3", "first")
    ]


def test_journeys_come_and_go_and_are_matched_by_file() -> None:
    one = "journey: One\nsteps: [{step: A, end: true}]\n"
    two = "journey: Two\nsteps: [{step: B, end: true}]\n"
    diff = compare(
        loads_workspace({"1.journey.yaml": one}), loads_workspace({"1.journey.yaml": one, "2.journey.yaml": two})
    )
    assert [(journey.name, journey.how) for journey in diff.journeys] == [("Two", "added")]
    diff = compare(
        loads_workspace({"1.journey.yaml": one, "2.journey.yaml": two}), loads_workspace({"1.journey.yaml": one})
    )
    assert [(journey.name, journey.how) for journey in diff.journeys] == [("Two", "removed")]
    renamed = compare(
        loads_workspace({"1.journey.yaml": one}), loads_workspace({"1.journey.yaml": one.replace("One", "Uno")})
    )
    assert renamed.journeys[0].itself is not None
    assert (renamed.journeys[0].itself.old_name, renamed.journeys[0].itself.name) == ("One", "Uno")


HOSTILE = '\\e[2J<b>|@all `x` ]]> \\u202e\\" & <!-- [a](b) #12'


@pytest.mark.parametrize("format_", FORMATS)
def test_hostile_names_are_shown_as_they_are(format_: str) -> None:
    text = f'journey: "J{HOSTILE}"\nowners: {{o: "O{HOSTILE}"}}\nsteps:\n  - step: "S{HOSTILE}"\n'
    text += f'    frontstage: {{do: "D{HOSTILE}", owner: o}}\n    end: true\n'
    after = text.replace('"S', '"T').replace("end: true", "end: true\n    feeling: 2")
    out = FORMATS[format_](compare(loads_workspace({NAME: text}), loads_workspace({NAME: after})))
    assert "\x1b" not in out
    if format_ == "json":
        names = [node["name"] for journey in json.loads(out)["journeys"] for node in journey["nodes"]]
        assert any(name.startswith("T\x1b[2J") for name in names)
        return
    assert "\u202e" not in out
    if format_ == "markdown":
        assert "<b>" not in out
        assert "@all" not in out
        assert "<!-- [" not in out


def test_a_huge_change_still_fits_a_comment() -> None:
    steps = "".join(f"  - step: Step {number} {'x' * 100}\n    customer: Do {number}\n" for number in range(1500))
    diff = compare(loads_workspace({}), loads_workspace({NAME: f"journey: J\nsteps:\n{steps}"}))
    assert len(FORMATS["markdown"](diff)) < 65_536
    assert diff.fails([FailOn.ANY])


@given(st.permutations(range(8)))
def test_the_longest_run_rises(numbers: list[int]) -> None:
    run = [numbers[index] for index in longest_run(numbers)]
    assert run == sorted(run)
    best = [1] * len(numbers)
    for right in range(len(numbers)):
        best[right] = 1 + max((best[left] for left in range(right) if numbers[left] < numbers[right]), default=0)
    assert len(run) == max(best)


@given(st.lists(st.text("ab", max_size=3), max_size=6), st.lists(st.text("ab", max_size=3), max_size=6))
def test_pairs_take_each_thing_once(old: list[str], new: list[str]) -> None:
    pairs = pair_up(list(enumerate(old)), list(enumerate(new)), [lambda item: item[1]], lambda one, other: 0.6)
    assert len(pairs) == min(len(old), len(new))
    assert len({one[0] for one, _ in pairs}) == len({other[0] for _, other in pairs}) == len(pairs)
    exact = sum(one[1] == other[1] for one, other in pairs)
    assert exact == sum(min(old.count(text), new.count(text)) for text in set(old))


SILENT = """\
journey: Dinner for two
id: dinner
customer: guest
customers: {guest: Guest}
owners: {waiter: Waiters}
steps:
  - {step: Order, customer: Choose, frontstage: {do: Take the order, owner: waiter, takes: 5 min}}
  - {step: Eat, customer: Eat, frontstage: {do: Serve, owner: waiter, takes: 5 min}, end: true}
promises:
  warm: {promise: Warm, by: waiter, to: guest, made: Order, kept: Eat, within: 30 min}
"""


def test_a_promise_that_becomes_assumed_is_weakened_and_the_diff_says_by_what() -> None:
    from journeys.features.diff import as_text

    before, after = SILENT, SILENT.replace("Serve, owner: waiter, takes: 5 min", "Serve, owner: waiter")
    diff = compare(loads_workspace({NAME: before}, ""), loads_workspace({NAME: after}, ""))
    [change] = diff.promises()
    assert (change.old_state, change.new_state, change.weakened, change.strengthened) == (
        "sound", "assumed", True, False,
    )  # fmt: skip
    said = as_text.render(diff)
    assert "promise “Warm” (Waiters to Guest): weakened, assumed now\n" in said
    assert "      verdict: sound → assumed (weaker)\n" in said
    assert "      assumed: “Serve” says no time, and it is assumed that it takes none\n" in said
    back = compare(loads_workspace({NAME: after}, ""), loads_workspace({NAME: before}, ""))
    [change] = back.promises()
    assert (change.strengthened, change.assumed) == (True, ())


def test_a_promise_that_becomes_assumed_from_broken_is_mended_and_strengthened() -> None:
    broken = SILENT.replace("within: 30 min", "within: 3 min")
    mended = SILENT.replace("Serve, owner: waiter, takes: 5 min", "Serve, owner: waiter")
    [change] = compare(loads_workspace({NAME: broken}, ""), loads_workspace({NAME: mended}, "")).promises()
    assert (change.new_state, change.strengthened) == ("assumed", True)
