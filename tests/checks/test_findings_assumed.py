"""Promises that hold only by what nobody wrote down; and the one escape for all the ends at which one is missed."""

from __future__ import annotations

from asking import HEAD, found

from journeys.api import check, loads_workspace
from journeys.checks.fixes import fix_text
from journeys.checks.select import Choice

STEPS = """\
steps:
  - step: Order
    customer: Choose
    frontstage: {do: Take the order, owner: waiter}
  - step: Eat
    customer: {do: Eat, id: eating}
    frontstage: {do: Serve, owner: waiter, id: serve}
    backstage: {do: Cook, owner: kitchen, promised: {id: cooked, within: 20 min}}
    end: true
"""
WARM = "promises:\n  warm: {promise: Warm, by: waiter, to: guest, made: Order, kept: serve, within: 30 min}\n"


def test_its_own_assumptions_and_those_of_what_it_relies_on_are_named_with_what_to_write() -> None:
    [item] = found("P002", STEPS + WARM)
    finding = item.finding
    assert finding.message == "“Warm” rests on 3 assumptions: what nobody wrote down is taken for nothing"
    assert [link.message for link in finding.related] == [
        "“Take the order” says no time, and it is assumed that it takes none",
        "“Serve” says no time, and it is assumed that it takes none",
        "“Cook” says no time, and it is assumed that it takes none, by way of the promise “Cook”",
    ]
    assert finding.help == (
        "write `takes: …`, or `takes: none` if it takes no time; for a whole lane `lanes: {frontstage: {takes: none}}`"
    )
    assert finding.severity.value == "warning"


def test_one_assumption_is_told_in_the_message() -> None:
    steps = STEPS.replace("owner: waiter", "owner: waiter, takes: 1 min")
    [item] = found("P002", steps + WARM)
    assert item.finding.message == (
        "“Warm” rests on an assumption: “Cook” says no time, and it is assumed that it takes none"
    )


def test_of_many_assumptions_a_dozen_are_named_and_all_are_counted() -> None:
    steps = "steps:\n" + "".join(
        f"  - {{step: S{number}, customer: Wait, frontstage: {{do: Do {number}, owner: waiter}}}}\n"
        for number in range(40)
    )
    body = steps + "promises:\n  p: {promise: P, by: waiter, to: guest, made: S0, kept: S39, within: 30 min}\n"
    [item] = found("P002", body)
    assert "40 assumptions" in item.finding.message
    assert len(item.finding.related) == 12
    assert item.finding.related[-1].message.endswith("(and 28 more)")
    assert "`journeys explain dinner-for-two/p` lists them all" in item.finding.help


def test_a_promise_between_owners_is_told_only_by_those_to_customers_that_rest_on_it() -> None:
    body = STEPS + WARM.replace("to: guest", "to: kitchen")
    assert not found("P002", body)


def test_a_rate_nobody_said_and_independence_are_assumptions_with_their_own_words() -> None:
    steps = STEPS.replace("within: 20 min", "at_least: 98%").replace(
        "    end: true", "    support: {do: Buy, owner: manager, promised: {id: bought}}\n    end: true"
    )
    body = steps + WARM.replace("within: 30 min", "at_least: 98%")
    [item] = found("P002", body)
    assert item.finding.message.endswith("“Buy” says no rate, and it is assumed that it is always kept")
    assert "`at_least: 100%`" in item.finding.help


def test_a_thousand_promises_in_a_chain_are_counted_without_walking_each_to_its_end() -> None:
    promises = "".join(
        f"  p{number}: {{promise: P{number}, by: waiter, to: guest, made: Order, kept: Eat, at_least: 90%, "
        f"relies_on: p{number + 1}}}\n"
        for number in range(999)
    )
    last = "  p999: {promise: Last, by: waiter, to: guest, made: Order, kept: Order}\n"
    items = found("P002", STEPS.replace(", within: 20 min", ", at_least: 99%") + "promises:\n" + promises + last)
    assert len(items) == 999
    assert "“Last” says no rate" in items[0].finding.message


def test_a_promise_kept_at_what_the_customer_does_is_told_which_action_of_the_company_to_name() -> None:
    [item] = found("P106", STEPS + WARM.replace("kept: serve", "kept: eating"))
    assert item.finding.message == ("“Warm” is said to be kept at “eating”, which is nothing that the company does")
    assert item.finding.help == "name what the company does to deliver it: `serve`"
    assert not found("P104", STEPS + WARM.replace("kept: serve", "kept: eating"))


MISSED = """\
steps:
  - step: Order
    customer: Choose
    frontstage: {do: Take the order, owner: waiter}
    next: [Eat, {to: Leave, when: it takes long}, {to: "Out: of it", when: closed}]
  - {step: Eat, customer: Eat, frontstage: {do: Serve, owner: waiter}, end: true}
  - {step: Leave, customer: Leave, frontstage: {do: Wave, owner: waiter}, end: true}
  - {step: "Out: of it", customer: Go, frontstage: {do: Wave, owner: waiter}, end: true}
promises:
  warm: {promise: Warm, by: waiter, to: guest, made: Order, kept: Eat}
  hot: # to be mended
    promise: Hot
    by: waiter
    to: guest
    made: Order
    kept: Eat
    unless: Leave
"""


def test_all_ends_at_which_a_promise_is_missed_are_one_finding_with_one_fix() -> None:
    workspace = loads_workspace({"a.journey.yaml": HEAD + MISSED}, "")
    choice = Choice(only=("P202",))
    located = check(workspace, choice)
    assert [item.finding.message for item in located] == [
        "“Warm” is not kept on 2 paths, which end at “Leave”, “Out: of it”",
        "“Hot” is not kept on a path that ends at “Out: of it”",
    ]
    [document] = [one for name, one in workspace.files.documents.items() if name.endswith("a.journey.yaml")]
    fixed = fix_text(document, located)
    assert 'made: Order, kept: Eat, unless: [Leave, "Out: of it"]}' in fixed.text
    assert '    unless: [Leave, "Out: of it"]\n' in fixed.text
    assert not check(loads_workspace({"a.journey.yaml": fixed.text}, ""), choice)


def test_where_a_path_never_ends_no_release_is_offered() -> None:
    body = """\
steps:
  - step: Order
    customer: Choose
    frontstage: {do: Take the order, owner: waiter}
    next: [Eat, {to: Wait, when: full}]
  - {step: Eat, customer: Eat, frontstage: {do: Serve, owner: waiter}, end: true}
  - {step: Wait, customer: Wait, frontstage: {do: Wave, owner: waiter}, next: Wait}
promises:
  warm: {promise: Warm, by: waiter, to: guest, made: Order, kept: Eat}
"""
    [item] = found("P202", body)
    assert not item.finding.fix
