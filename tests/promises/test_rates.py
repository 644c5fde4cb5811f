"""A rate is never said, or counted, higher than it is."""

from __future__ import annotations

from fractions import Fraction
from math import prod

import pytest

from journeys.api import loads
from journeys.graph.workspace import workspace_around

from .telling import HEAD, ONLINE, ORDER_AND_VISIT, verdicts


def test_a_product_too_long_to_be_kept_exactly_is_cut_and_never_raised() -> None:
    rates = [Fraction(999 - number, 1000) for number in range(12)]
    conditions = "".join(
        f"  c{number}: {{promise: C, by: shop, to: mover, made: Order, kept: Order, at_least: {float(rate * 100)}%}}\n"
        for number, rate in enumerate(rates)
    )
    named = ", ".join(f"c{number}" for number in range(12))
    middle = f"  all: {{promise: All, by: field, to: mover, made: Order, kept: Visit, relies_on: [{named}]}}\n"
    best = verdicts(ORDER_AND_VISIT + ONLINE % ", relies_on: all" + middle + conditions)["online"].best_rate
    assert best is not None
    assert prod(rates) - Fraction(1, 10**30) < best < prod(rates)


RATED = """
promises:
  online: {promise: Online, by: field, to: mover, made: Order, kept: Visit, at_least: 1%%, relies_on: [%s]}
  slot: {promise: A slot, by: shop, to: mover, made: Order, kept: Order, at_least: 90%%, relies_on: [%s]}
  van: {promise: A van, by: field, to: mover, made: Order, kept: Visit, at_least: 80%%, relies_on: [%s]}
  silent: {promise: Silent, by: field, to: mover, made: Order, kept: Visit, relies_on: [%s]}
"""


def nearest(*relies: str) -> list[tuple[str, Fraction]]:
    workspace = workspace_around(loads(HEAD + ORDER_AND_VISIT + RATED % relies))
    return [(id_.rpartition("/")[2], rate) for id_, rate in workspace.nearest_rates("promise:line/online")]


@pytest.mark.parametrize(
    ("online", "slot", "van", "silent", "expected"),
    [
        ("", "", "", "", {}),
        ("slot", "", "", "", {"slot": 90}),
        ("slot, van", "", "", "", {"slot": 90, "van": 80}),
        ("silent", "", "", "slot, van", {"silent": 72}),
        ("silent", "", "", "", {"silent": 100}),
        ("silent, slot", "", "", "slot", {"silent": 90}),
        ("slot, silent", "", "", "slot", {"silent": 90}),
        ("slot, van", "van", "", "", {"slot": 90}),
        ("van, slot", "van", "", "", {"slot": 90}),
        ("slot, van, silent", "van", "silent", "", {"slot": 90}),
        ("slot, van, silent", "silent", "silent", "", {"slot": 90, "van": 80}),
        ("slot, silent", "van", "slot", "van", {"silent": 80}),
        ("slot, van", "slot", "", "", {"slot": 90, "van": 80}),
        ("slot, van", "silent", "", "slot", {"slot": 90, "van": 80}),
        ("slot, van, silent", "slot", "slot", "", {"van": 80, "silent": 100}),
        ("silent, van, slot", "slot", "slot", "", {"silent": 100, "van": 80}),
    ],
)
def test_the_conditions_that_count_are_those_beneath_no_other(
    online: str, slot: str, van: str, silent: str, expected: dict[str, int]
) -> None:
    assert dict(nearest(online, slot, van, silent)) == {key: Fraction(rate, 100) for key, rate in expected.items()}


@pytest.mark.parametrize(
    ("rates", "shared", "expected"),
    [
        ([90], True, (900, 900, 900)),
        ([90, 80], True, (720, 700, 800)),
        ([60, 50], True, (300, 100, 500)),
        ([40, 50], True, (200, 0, 400)),
        ([90, 80, 70], True, (504, 400, 700)),
        ([90, 80], False, (720, 700, 800)),
    ],
)
def test_between_what_bounds_promises_are_kept_together(
    rates: list[int], shared: bool, expected: tuple[int, int, int]
) -> None:
    steps = ORDER_AND_VISIT.replace("end: true", "") + "  - {step: Bill, frontstage: {do: Bill, owner: shop}}\n"
    places = ["Order"] * 3 if shared else ["Order", "Bill"]
    words = ", ".join(f"p{number}" for number in range(len(rates)))
    text = f"promises:\n  all: {{promise: All, by: shop, to: mover, made: Order, kept: Bill, relies_on: [{words}]}}\n"
    text += "".join(
        f"  p{number}: {{promise: P, by: shop, to: mover, made: Order, kept: {place}, at_least: {rate}%}}\n"
        for number, (rate, place) in enumerate(zip(rates, places, strict=False))
    )
    rate = verdicts(steps + text)["all"].rate
    assert rate is not None
    assert (rate.likely, rate.sure, rate.most) == tuple(Fraction(one, 1000) for one in expected)
    assert rate.shared == (("action:line/order.frontstage.1",) if shared and len(rates) > 1 else ())


@pytest.mark.parametrize(
    ("one", "other", "beneath", "shared"),
    [
        ("", "", "", ()),
        (", system: CRM", "", "", ()),
        (", system: CRM", ", system: [ERP, CRM]", "", ("system:CRM",)),
        (", system: [CRM, ERP]", ", system: [ERP, CRM]", "", ("system:CRM", "system:ERP")),
        (", uses: Look", ", uses: Look", "", ("action:line/order.support.1",)),
        (
            ", uses: Look",
            ", uses: Look",
            ", system: CRM",
            ("action:line/order.support.1", "system:CRM"),
        ),
        (", uses: Look", ", system: CRM", ", system: CRM", ("system:CRM",)),
    ],
)
def test_what_two_conditions_share(one: str, other: str, beneath: str, shared: tuple[str, ...]) -> None:
    text = f"""
steps:
  - step: Order
    frontstage: {{do: Take the order, owner: shop{one}}}
    support: {{do: Look, owner: shop{beneath}}}
  - {{step: Visit, frontstage: {{do: Install, owner: shop{other}}}, end: true}}
promises:
  all: {{promise: All, by: shop, to: mover, made: Order, kept: Visit, relies_on: [p, q]}}
  p: {{promise: P, by: shop, to: mover, made: Order, kept: Order, at_least: 90%}}
  q: {{promise: Q, by: shop, to: mover, made: Order, kept: Visit, at_least: 90%}}
"""
    text = text if "Look" in one else text.replace("shop}", "shop, uses: none}", 1)
    rate = verdicts(text)["all"].rate
    assert rate is not None
    assert rate.shared == shared


def test_promises_that_rely_on_one_promise_share_it() -> None:
    text = RATED % ("slot, van", "silent", "silent", "")
    rate = verdicts(ORDER_AND_VISIT + text)["online"].rate
    assert rate is not None
    assert "promise:line/silent" in rate.shared
    assert (rate.sure, rate.likely) == (Fraction(70, 100), Fraction(72, 100))


@pytest.mark.parametrize(("count", "named"), [(99, 99), (100, 100), (101, 100)])
def test_of_very_much_that_is_shared_a_hundred_are_named(count: int, named: int) -> None:
    systems = ", ".join(f"S{number}" for number in range(count))
    steps = ORDER_AND_VISIT.replace("owner: shop}", f"owner: shop, system: [{systems}]}}")
    steps = steps.replace("owner: field}", f"owner: field, system: [{systems}]}}")
    rate = verdicts(steps + RATED % ("slot, van", "", "", ""))["online"].rate
    assert rate is not None
    assert len(rate.shared) == named
