"""What findings about promises say, and where: the words a designer acts on."""

from __future__ import annotations

from asking import HEAD, found, marked

from journeys.api import check, loads, loads_workspace, told
from journeys.checks.select import Choice
from journeys.graph.verdict import Fault
from journeys.language.words import did_you_mean, nearest

STEPS = """\
steps:
  - step: Order
    customer: Choose
    frontstage: {do: Take the order, owner: waiter}
    backstage: {do: Cook, owner: kitchen, promised: {id: cooked}}
    next: [Eat, {to: Take away, when: no table is free}]
  - step: Eat
    customer: Eat
    frontstage: {do: Serve, owner: waiter}
    end: true
  - step: Take away
    customer: Carry the bag home
    frontstage: {do: Hand over the bag, owner: waiter}
    end: true
"""


def test_several_places_of_kept_are_explained_where_only_one_is_reached() -> None:
    body = STEPS + "promises:\n  warm: {promise: Warm, by: waiter, to: guest, made: Order, kept: [Eat, Take away]}\n"
    findings = [item.finding for item in found("P202", body)]
    assert {finding.message for finding in findings} == {
        "“Warm” is not kept at “Eat” on a path that ends at “Take away”",
        "“Warm” is not kept at “Take away” on a path that ends at “Eat”",
    }
    for finding in findings:
        assert finding.help.startswith(
            "each place of `kept` has to be come to; where one will do, write `kept: {any: [Eat, Take away]}`"
        )
        assert not finding.fix


def test_a_promise_for_each_place_released_at_the_other_is_sound() -> None:
    body = STEPS + (
        "promises:\n"
        "  here: {promise: Here, by: waiter, to: guest, made: Order, kept: Eat, unless: Take away}\n"
        "  away: {promise: Away, by: waiter, to: guest, made: Order, kept: Take away, unless: Eat}\n"
    )
    assert not found("P202", body)


def test_a_condition_promised_to_another_is_marked_where_it_is_said() -> None:
    body = STEPS + (
        "promises:\n"
        "  own: {promise: Own, by: manager, to: guest, made: Order, kept: Order}\n"
        "  warm: {promise: Warm, by: manager, to: guest, made: Order, kept: Order, relies_on: [own, cooked]}\n"
    )
    assert marked("P302", body) == ["cooked"]


def test_a_condition_that_two_promises_are_called_is_said_with_how_to_write_each() -> None:
    body = STEPS.replace("{do: Serve, owner: waiter}", "{do: Serve, owner: waiter, promised: {}}").replace(
        "{do: Hand over the bag, owner: waiter}", "{do: serve!, owner: waiter, promised: {}}"
    )
    body += "promises:\n  warm: {promise: Warm, by: waiter, to: guest, made: Order, kept: Order, relies_on: serve}\n"
    (item,) = found("P301", body)
    assert item.finding.message == "“Warm” relies on “serve”, which names 2 promises"
    assert item.finding.help == "say which: `eat.frontstage`, `take-away.frontstage`"


def test_a_condition_kept_too_late_is_marked_where_it_is_said() -> None:
    body = STEPS + (
        "promises:\n"
        "  served: {promise: Served, by: waiter, to: guest, made: Order, kept: Eat, unless: Take away}\n"
        "  warm: {promise: Warm, by: waiter, to: guest, made: Order, kept: Order, relies_on: [cooked, served]}\n"
    )
    assert marked("P303", body) == ["served"]


def test_a_broken_promise_counts_all_its_root_causes_and_names_the_nearest_first() -> None:
    conditions = ", ".join(f"no-{number}" for number in range(40))
    warm = f"warm: {{promise: Warm, by: waiter, to: guest, made: Order, kept: Order, relies_on: [{conditions}]}}"
    body = f"{STEPS}promises:\n  {warm}\n"
    [item] = found("P001", body)
    assert item.finding.message == "“Warm” cannot be kept (and 39 more causes)"
    assert item.finding.related[0].message == "root cause: “Warm” relies on “no-0”, which nobody promises"
    assert item.finding.related[1].message.startswith("another root cause: ")
    assert item.finding.help == "mend each root cause; `journeys explain dinner-for-two/warm` shows the way to each"


def test_a_promise_in_a_list_is_made_to_those_who_may_build_on_it() -> None:
    body = """\
steps:
  - step: Eat
    customer: Eat
    frontstage: {do: Serve, owner: waiter}
    backstage:
      - {do: Cook, owner: kitchen, promised: {id: cooked}}
      - {do: Wash up, owner: kitchen}
    end: true
promises:
  warm: {promise: Warm, by: waiter, to: guest, made: Eat, kept: Eat, relies_on: cooked}
"""
    journey = loads(HEAD + body)
    assert journey.promises["cooked"].node.to == ("owner:dinner-for-two/waiter",)
    assert not found("P302", body)
    assert not found("P103", body)


def test_a_promise_above_what_is_likely_is_unproven_where_something_is_shared_and_broken_above_all() -> None:
    body = """\
steps:
  - step: Eat
    customer: Eat
    frontstage: {do: Serve, owner: waiter}
    backstage:
      - {do: Cook, owner: kitchen, uses: Buy, promised: {at_least: 98%}}
      - {do: Decorate, owner: kitchen, uses: Buy, promised: {at_least: 98%}}
    support: {do: Buy, owner: manager, promised: {at_least: 99%}}
    end: true
promises:
  warm: {promise: Warm, by: waiter, to: guest, made: Eat, kept: Eat, at_least: RATE}
"""
    [unproven] = found("P406", body.replace("RATE", "97%"))
    assert "promised 97% of the time, and its conditions reach 96.04%; they share “Buy”" in unproven.finding.message
    assert not found("P001", body.replace("RATE", "97%"))
    [broken] = found("P403", body.replace("RATE", "99%"))
    assert [item.finding.message for item in found("P001", body.replace("RATE", "99%"))] == ["“Warm” cannot be kept"]
    assert broken.finding.help == (
        "promise at most 96%, which holds however they fail (96.04% if they fail independently), "
        "or agree on better rates below"
    )


def test_a_loop_of_years_is_counted_on_the_calendar() -> None:
    body = """\
steps:
  - {step: Ask, wait: 1 day, customer: Ask, frontstage: {do: Answer, owner: waiter}}
  - {step: Wait, wait: 1 day, customer: Wait, next: [End, {to: Ask, when: unclear, at_most: 5000}]}
  - {step: End, customer: Go, frontstage: {do: Say goodbye, owner: waiter}, end: true}
promises:
  soon: {promise: Soon, by: waiter, to: guest, made: Ask, kept: End, within: 9000 working days}
  sooner: {promise: Sooner, by: waiter, to: guest, made: Ask, kept: End, within: 1 working day}
"""
    assert not found("P402", body)
    [late] = found("P401", body)
    assert late.finding.message.startswith("“Sooner”")


def test_ten_thousand_wrong_words_among_ten_thousand_right_ones_are_all_answered() -> None:
    right = [f"right-{number}" for number in range(10_000)]
    assert nearest("Right 9876", right) == "right-9876"
    assert nearest("right-98765", right) is not None
    assert did_you_mean("zebra", right) == "none of the 10000 known here is near it"
    assert all(nearest(f"zebu {number}", right) is None for number in range(10_000))


def test_what_ten_thousand_conditions_share_is_named_in_part() -> None:
    promises = "".join(
        f"  p{number}: {{promise: P {number}, by: waiter, to: guest, made: Order, kept: Order, at_least: 90%"
        + (f", relies_on: [p{2 * (number // 2) + 2}, p{2 * (number // 2) + 3}]}}\n" if number < 2998 else "}\n")
        for number in range(3000)
    )
    workspace = loads_workspace({"a.journey.yaml": HEADING + STEPS + "promises:\n" + promises})
    rate = workspace.journeys["dinner-for-two"].promises["p0"].verdict.rate
    assert rate is not None
    assert len(rate.shared) == 100
    [finding, *_] = check(workspace, Choice(only=("P406",)))
    assert "they share “Cook” and more, and so may fail together" in finding.finding.message


def test_ten_thousand_promises_in_a_circle_are_one_root() -> None:
    promises = "".join(
        f"  p{number}: {{promise: P {number}, by: waiter, to: guest, made: Order, kept: Order, "
        f"relies_on: p{(number + 1) % 10_000}}}\n"
        for number in range(10_000)
    )
    journey = loads(HEADING + STEPS + "promises:\n" + promises)
    [cause] = journey.workspace.causes[Fault.CIRCLE]
    circle = told(cause, journey)
    assert circle.message == "“P 0”, “P 1”, “P 2”, “P 3”, “P 4” … wait for one another"
    assert len(circle.related) == 7


HEADING = """\
journey: Dinner for two
customer: guest
customers: {guest: Guest}
owners: {waiter: {name: Waiters}, kitchen: {name: Kitchen}}
"""
