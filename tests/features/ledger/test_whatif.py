"""`journeys whatif`, `journeys.features.ledger.whatif` and `ranked`."""

from __future__ import annotations

import json
from collections.abc import Callable
from random import Random
from typing import Any

import pytest
from effort import tries
from hypothesis import given, settings
from hypothesis import strategies as st
from repository import EXAMPLES

from journeys.api import load_workspace, loads, loads_workspace
from journeys.checks.report.cells import width_of
from journeys.errors import UsageError
from journeys.features.ledger import late, ranked, whatif, without
from journeys.features.ledger.whatif_formats import ranked_json, ranked_text
from journeys.graph.workspace import Workspace

Journeys = Callable[..., Any]


@pytest.fixture(scope="module")
def examples() -> Workspace:
    return load_workspace(EXAMPLES)


def void(workspace: Workspace, *words: str) -> dict[str, list[str]]:
    """The promises that break, each with the keys of its chain."""
    supposed = [late(workspace, word) if "=" in word else without(workspace, word) for word in words]
    return {one.promise.key: [entry.key for entry in one.chain] for one in whatif(workspace, supposed).void}


def test_an_owner_gone_breaks_what_rests_on_his_word(examples: Workspace) -> None:
    assert void(examples, "owner:returns-centre") == {
        "settled-in-forty-days": ["settled-in-forty-days", "money-in-fourteen-days", "parcel-cleared"],
        "money-in-fourteen-days": ["money-in-fourteen-days", "parcel-cleared"],
        "exchange-in-five-days": ["exchange-in-five-days", "exchange-packed"],
    }
    assert void(examples, "owner:Returns centre in Malmö") == void(examples, "owner:returns-centre")


def test_a_system_down_breaks_what_is_done_with_it(examples: Workspace) -> None:
    found = whatif(examples, [without(examples, "system:Kvik")])
    assert [one.promise.key for one in found.void] == ["conditions-in-plain-words"]
    assert found.void[0].because == "Kvik is down, so that “Fetch what is known about the claimant” cannot be done"
    assert {"money-in-ten-days", "paid-right"} <= {one.key for one in found.already}


@pytest.mark.parametrize("word", ["inspect-item", "check.backstage.1", "marketplace/inspect-item"])
def test_an_action_that_cannot_be_done(examples: Workspace, word: str) -> None:
    assert set(void(examples, f"action:{word}")) == {"settled-in-forty-days", "money-in-fourteen-days"}


def test_a_promise_withdrawn(examples: Workspace) -> None:
    found = whatif(examples, [without(examples, "promise:parcel-cleared")])
    assert {one.promise.key for one in found.void} == {"settled-in-forty-days", "money-in-fourteen-days"}
    assert "and that is withdrawn" in found.void[0].because
    own = whatif(examples, [without(examples, "promise:marketplace/told-once")])
    assert [one.because for one in own.void] == ["“You never have to tell your story twice” is withdrawn"]


def test_late_breaks_only_where_the_slack_is_too_small(examples: Workspace) -> None:
    assert void(examples, "parcel-cleared=2d") == {}
    assert set(void(examples, "parcel-cleared=3d")) == {"money-in-fourteen-days", "settled-in-forty-days"}


def test_a_late_promise_to_a_customer_is_broken_itself(examples: Workspace) -> None:
    assert void(examples, "parcel-arrives=1h") == {"parcel-arrives": ["parcel-arrives"]}


def test_days_late_are_days_of_the_promises_own_kind(examples: Workspace) -> None:
    assert str(late(examples, "line-switched-on=2d").late) == "2 working days"
    assert late(examples, "line-switched-on=2d").late.working  # type: ignore[union-attr]
    with pytest.raises(UsageError, match="working time"):
        late(examples, "parcel-cleared=2 working days")


def test_a_late_promise_does_not_contradict_its_neighbour() -> None:
    journey = loads(
        """
journey: Dinner
customer: guest
customers: {guest: {}}
owners: {waiter: {}, kitchen: {}}
steps:
  - step: Eat
    customer: Eat
    frontstage: {do: Bring the dish, owner: waiter}
    backstage: {do: Cook, owner: kitchen}
    end: true
promises:
  warm: {promise: Warm, by: waiter, to: guest, made: Eat, kept: Eat, relies_on: [soon, sure]}
  soon: {promise: Soon, by: kitchen, to: waiter, made: Eat, kept: Eat.backstage, within: 10 min, at_least: 90%}
  sure: {promise: Sure, by: kitchen, to: waiter, made: Eat, kept: Eat.backstage, within: 20 min, at_least: 99%}
"""
    )
    assert void(journey.workspace, "soon=10 min") == {}


def test_suppositions_hold_at_once(examples: Workspace) -> None:
    both = void(examples, "owner:bike-courier", "owner:torvet-care")
    assert set(both) == {*void(examples, "owner:bike-courier"), *void(examples, "owner:torvet-care")}


def test_the_workspace_stays_as_it_is(examples: Workspace) -> None:
    before = {id_: verdict.state for id_, verdict in examples.verdicts.items()}
    void(examples, "owner:payments", "promise:parcel-cleared", "system:Kvik", "parcel-arrives=9d")
    assert {id_: verdict.state for id_, verdict in examples.verdicts.items()} == before
    assert not any(
        owner.vacant for owner in examples.journeys["marketplace"].owners.values() if owner.key == "payments"
    )


@pytest.mark.parametrize(
    ("word", "told"),
    [
        ("owner:netwrk", "no owner is called “netwrk”: did you mean `network`?"),
        ("system:Kvikk", "did you mean `Kvik`?"),
        ("action:inspect-itm", "did you mean `inspect-item`?"),
        ("promise:told-onc", "did you mean `told-once`?"),
        ("action:Wait", "no action is called “Wait”"),
        ("network", "write owner:…, system:…, action:… or promise:…"),
    ],
)
def test_what_is_not_there_is_wrong_use(journeys: Journeys, word: str, told: str) -> None:
    said = journeys("whatif", "--without", word)
    assert (said.code, said.out) == (2, "")
    assert told in said.err


@pytest.mark.parametrize(
    ("word", "told"),
    [
        ("told-once=2d", "says no `within`"),
        ("parcel-cleared=soon", "is not a duration"),
        ("parcel-cleared", "does not say how late"),
    ],
)
def test_what_cannot_be_late_is_wrong_use(journeys: Journeys, word: str, told: str) -> None:
    said = journeys("whatif", "--late", word)
    assert (said.code, said.out) == (2, "")
    assert told in said.err


def test_an_action_of_two_journeys_has_to_be_named_in_full() -> None:
    text = """
journey: {0}
customer: guest
customers: {{guest: {{}}}}
owners: {{waiter: {{}}}}
steps: [{{step: Eat, customer: Eat, frontstage: {{do: Bring the dish, owner: waiter}}, end: true}}]
"""
    found = loads_workspace({"a.journey.yaml": text.format("A"), "b.journey.yaml": text.format("B")})
    with pytest.raises(UsageError, match=r"a/eat.frontstage.1 and b/eat.frontstage.1: say which"):
        without(found, "action:Bring the dish")
    assert without(found, "action:b/Bring the dish").ids == {"action:b/eat.frontstage.1"}


def test_nothing_supposed_is_wrong_use(journeys: Journeys) -> None:
    assert journeys("whatif").code == 2


def test_text_tells_the_chain(journeys: Journeys) -> None:
    said = journeys("whatif", "--without", "owner:returns-centre")
    assert said.code == 0
    told = " ".join(said.out.split())
    assert told.startswith("What if nobody fills the post of Returns centre in Malmö? Of 13 promises")
    assert "“The right size within five days of the check” (Cykelbud (couriers to the door) to Buyer;" in told
    assert "└─ it relies on “The exchange is packed and ready" in told
    assert all(width_of(line) <= 90 for line in said.out.splitlines())


def test_json_tells_the_same(journeys: Journeys) -> None:
    told = json.loads(journeys("whatif", "--without", "owner:returns-centre", "--format", "json").out)
    assert told["summary"] == {"held": 13, "void": 3, "unproven": 0, "broken": 16}
    assert told["void"][2]["chain"] == ["marketplace/exchange-in-five-days", "marketplace/exchange-packed"]
    assert told["hypotheses"] == [
        {
            "kind": "owner",
            "without": "owner:returns-centre",
            "text": "nobody fills the post of Returns centre in Malmö",
            "late": None,
        }
    ]


def test_of_a_long_chain_the_ends_are_told() -> None:
    count = 3000
    lines = [
        f"  p{n}: {{promise: P{n}, by: a, to: {'b' if n else 'x'}, made: S, kept: S, relies_on: [p{n + 1}]}}"
        for n in range(count)
    ]
    head = "journey: Chain\ncustomer: x\ncustomers: {x: {}}\nowners: {a: {}, b: {}}\nsteps:\n"
    step = "  - {step: S, customer: C, frontstage: {do: F, owner: a}, end: true}\n"
    last = f"  p{count}: {{promise: Last, by: a, to: b, made: S, kept: S}}\n"
    workspace = loads(head + step + "promises:\n" + "\n".join(lines) + "\n" + last).workspace
    (one,) = whatif(workspace, [without(workspace, "promise:Last")]).void
    assert [entry.key for entry in one.chain] == [*(f"p{n}" for n in range(12)), f"p{count - 1}"]
    assert one.left_out == count - 13


def test_ranked_names_what_each_carries(journeys: Journeys) -> None:
    told = json.loads(journeys("whatif", "--ranked", "--format", "json").out)["ranked"]
    counts = [one["breaks"] for one in told]
    assert counts == sorted(counts, reverse=True)
    assert all(one["breaks"] == len(one["promises"]) > 0 for one in told)
    by_word = {one["without"]: one["promises"] for one in told}
    assert by_word["system:Kvik"] == ["benefits/conditions-in-plain-words"]
    text = journeys("whatif", "--ranked", "--top", "2").out
    assert text.count("owner:") == 2
    assert f"and {len(told) - 2} more" in text


@pytest.mark.parametrize(("count", "named", "left"), [(3, 3, ""), (4, 3, "and 1 more"), (40, 3, "and 37 more")])
def test_of_many_promises_ranked_names_three_and_counts_the_others(count: int, named: int, left: str) -> None:
    promises = "".join(
        f"  p{n}: {{promise: Promise {n}, by: cook, to: guest, made: Eat, kept: Eat, within: 1 h}}\n"
        for n in range(count)
    )
    workspace = loads_workspace(
        {
            "j.journey.yaml": "journey: j\ncustomers: {guest: {}}\nowners: {cook: {holder: A}}\nsteps:\n"
            "  - {step: Eat, customer: Eat, frontstage: {do: Serve, owner: cook}, end: true}\n"
            f"promises:\n{promises}"
        }
    )
    carriers = [one for one in ranked(workspace) if one.name == "cook"]
    lines = [line.strip() for line in ranked_text(workspace, carriers, 0).splitlines()]
    assert [line for line in lines if line.startswith("- ")] == [f"- Promise {n}" for n in range(named)]
    assert [line for line in lines if line.startswith("and ")] == ([left] if left else [])
    (told,) = json.loads(ranked_json(carriers))["ranked"]
    assert told["breaks"] == len(told["promises"]) == count


def test_ranked_under_a_supposition(journeys: Journeys) -> None:
    told = json.loads(journeys("whatif", "--ranked", "--without", "owner:payments", "--format", "json").out)["ranked"]
    assert "owner:payments" not in {one["without"] for one in told}


def test_ranked_agrees_with_each_supposition_on_the_examples(examples: Workspace) -> None:
    assert _disagreements(examples) == []


@given(st.integers(0, 2**32))
@settings(max_examples=tries(150))
def test_ranked_agrees_with_each_supposition(seed: int) -> None:
    workspace = loads_workspace(_random_texts(Random(seed)))
    assert _disagreements(workspace) == []


def _disagreements(workspace: Workspace) -> list[str]:
    """What `ranked` says that judging anew does not."""
    weights = {one.word: {id_.partition(":")[2] for id_ in one.promises} for one in ranked(workspace)}
    words = set(weights)
    for journey in workspace.journeys.values():
        words |= {f"owner:{owner.id.partition(':')[2]}" for owner in journey.owners.values()}
        words |= {f"action:{action.id.partition(':')[2]}" for action in journey.actions if action.company}
        words |= {f"system:{system}" for action in journey.actions for system in action.system}
    found = []
    for word in sorted(words):
        broken = {one.promise.id for one in whatif(workspace, [without(workspace, word)]).void}
        if broken != weights.get(word, set()):
            found.append(f"{word}: {sorted(broken)} and not {sorted(weights.get(word, set()))}")
    return found


def _random_texts(random: Random) -> dict[str, str]:
    """Two journeys of a few steps, most of whose handoffs are promised, and promises across both."""
    return {f"{name}.journey.yaml": _random_text(random, name, other) for name, other in (("j", "k"), ("k", "j"))}


def _random_text(random: Random, name: str, other: str) -> str:
    owners, systems = ("a", "b", "c"), ("S", "T")
    lines = [f"journey: {name}", "customer: x", "customers: {x: {}}"]
    lines += [f"owners: {{{', '.join(f'{name}{owner}: {{}}' for owner in owners)}}}", "steps:"]
    count = random.randint(1, 3)
    for step in range(count):
        lines += [f"  - step: s{step}", "    customer: C"]
        for lane in ("frontstage", "backstage", "support")[: random.randint(1, 3)]:
            promised = ", promised: {}" if random.random() < 0.8 and lane != "frontstage" else ""
            system = f", system: {random.choice(systems)}" if random.random() < 0.4 else ""
            lines.append(f"    {lane}: {{do: {lane[0]}{step}, owner: {name}{random.choice(owners)}{system}{promised}}}")
    lines += ["    end: true", "promises:"]
    promises = random.randint(1, 4)
    for number in range(promises):
        to = "x" if number == 0 or random.random() < 0.5 else f"{name}{random.choice(owners)}"
        conditions = [f"p{one}" for one in range(number + 1, promises) if random.random() < 0.4]
        conditions += [f"{other}/p0"] if name == "j" and random.random() < 0.5 else []
        kept = f"s{random.randint(0, count - 1)}"
        lines.append(
            f"  p{number}: {{promise: P, by: {name}{random.choice(owners)}, to: {to}, made: s0, kept: {kept}, "
            f"relies_on: [{', '.join(conditions)}]}}"
        )
    return "\n".join(lines) + "\n"
