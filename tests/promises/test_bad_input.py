"""Whatever is written, every promise gets a verdict, and what is wrong elsewhere spoils none of the others."""

from __future__ import annotations

import pytest

from journeys import api
from journeys.api import loads_workspace
from journeys.graph.verdict import State
from journeys.graph.workspace import Workspace

PEOPLE = "customers: {buyer: {}}\nowners: {shop: {}, depot: {}}\n"
STEPS = """
  - {step: Order, frontstage: {do: Take it, owner: shop, takes: none}MORE}
  - {step: Serve, frontstage: {do: Hand over, owner: shop, takes: none}, end: true}
"""
TIMED = "p: {promise: P, by: shop, to: buyer, made: Order, kept: Serve, within: 1 day}"


def journey(name: str, steps: str = STEPS.replace("MORE", ""), promises: str = TIMED, more: str = "") -> str:
    return f"journey: {name}\nid: {name}\ncustomer: buyer\n{more}steps:{steps}promises: {{{promises}}}\n"


def workspace(*texts: str, shared: str = PEOPLE) -> Workspace:
    return loads_workspace({f"{number}.journey.yaml": text for number, text in enumerate(texts)}, shared)


def states(judged: Workspace) -> dict[str, State]:
    return {id_.removeprefix("promise:"): verdict.state for id_, verdict in judged.verdicts.items()}


def told(judged: Workspace) -> set[str]:
    """The names of all findings, those of the files and those of the rules."""
    return {one.finding.name for one in api.check(judged)}


def test_journeys_nested_in_a_circle_take_no_time_and_say_so() -> None:
    names = [f"n{number}" for number in range(10)]
    texts = [
        journey(name, STEPS.replace("MORE", f", journey: {after}"))
        for name, after in zip(names, [*names[1:], names[0]], strict=True)
    ]
    judged = workspace(*texts)
    assert states(judged) == {f"{name}/p": State.SOUND for name in names}
    assert any("nested" in name or "circle" in name or "itself" in name for name in told(judged))


@pytest.mark.parametrize("depth", [10, 1000])
def test_nested_very_deep_it_takes_what_lies_inside(depth: int) -> None:
    """Each tenth of the journeys promises, and relies on what the next of those promises."""
    promising = range(0, depth, depth // 10)

    def text(number: int) -> str:
        inside = ", wait: 2 h" if number == depth - 1 else f", wait: 1 min, journey: n{number + 1}"
        after = number + depth // 10
        relies = f", relies_on: n{after}/p" if after in promising else ""
        promise = TIMED.replace("within: 1 day", f"within: 2 h{relies}") if number in promising else ""
        return journey(f"n{number}", STEPS.replace("MORE", inside), promise)

    judged = workspace(*map(text, range(depth)))
    verdicts = [judged.verdicts[f"promise:n{number}/p"] for number in promising]
    assert [verdict.slack for verdict in verdicts] == [0] * 10
    assert [verdict.state for verdict in verdicts] == [State.ASSUMED] * 9 + [State.SOUND]


def test_many_steps_may_stand_for_one_journey_at_every_depth() -> None:
    steps = """
  - {step: Order, frontstage: {do: Take it, owner: shop, takes: none}, wait: 1 min, journey: INNER}
  - {step: Again, journey: INNER}
  - {step: Once more, journey: INNER, next: [{to: Order, at_most: 1}, Serve]}
  - {step: Serve, frontstage: {do: Hand over, owner: shop, takes: none}, end: true}
"""
    outer = [journey(f"n{number}", steps.replace("INNER", f"n{number + 1}")) for number in range(30)]
    judged = workspace(*outer, journey("n30"))
    assert judged.verdicts["promise:n29/p"].state is State.SOUND
    assert judged.verdicts["promise:n0/p"].state is State.BROKEN


NEVER = """
  - {step: Order, frontstage: {do: Take it, owner: shop, takes: none}, next: [{all: [Serve, Gift]}]}
  - {step: Serve, frontstage: {do: Hand over, owner: shop, takes: none}, end: true}
  - {step: Gift, frontstage: {do: Wrap, owner: depot, takes: 2 days}, end: true}
"""
LOOP = """
  - {step: Order, frontstage: {do: Take it, owner: shop, takes: none}, next: [{all: [Ask, Gift]}, Serve]}
  - {step: Ask, frontstage: {do: Ask, owner: shop, takes: 1 h}, next: [{to: Order, when: unclear, at_most: 2}]}
  - {step: Gift, frontstage: {do: Wrap, owner: shop, takes: 2 h}, next: Order}
  - {step: Serve, frontstage: {do: Hand over, owner: shop, takes: none}, end: true}
"""


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        (NEVER, State.SOUND),
        (LOOP, State.UNPROVEN),
        (LOOP.replace("next: Order}", "next: [{to: Order, at_most: 2}]}"), State.UNPROVEN),
    ],
    ids=["that never meet", "in a loop without a bound", "in loops"],
)
def test_ways_at_once(steps: str, expected: State) -> None:
    assert states(workspace(journey("j", steps), journey("k"))) == {"j/p": expected, "k/p": State.SOUND}


BROKEN = "q: {promise: Q, by: nobody, to: nobody, made: Nowhere, kept: Nothing, relies_on: [none, k/none]}"


@pytest.mark.parametrize(
    ("more", "people", "expected"),
    [
        (", uses: gone/it", "", State.SOUND),
        (", uses: [gone/it, none]", "", State.SOUND),
        (", journey: gone", "", State.SOUND),
        (", next: [gone/, Serve]", "", State.BROKEN),
        (", next: Gone", "", State.BROKEN),
        (", uses: Take it", "", State.SOUND),
        (", wait: {at_most: 1 h, usually: 2 h}", "", State.SOUND),
        (", wait: soon", "", State.SOUND),
        (", backstage: {do: Bake}", "lanes: {backstage: {owner: nobody}}\n", State.ASSUMED),
        (", backstage: {do: Bake, takes: {at_most: 1 h, usually: 2 h}}", "", State.SOUND),
    ],
)
def test_what_is_wrong_spoils_no_other_verdict(more: str, people: str, expected: State) -> None:
    inside = more.startswith(", uses")
    steps = STEPS.replace("takes: none}MORE", f"takes: none{more}}}" if inside else f"takes: none}}{more}")
    judged = workspace(journey("j", steps, f"{TIMED}, {BROKEN}"), journey("k"), shared=PEOPLE + people)
    found = states(judged)
    assert found["k/p"] is State.SOUND
    assert found["j/q"] is State.BROKEN
    assert found["j/p"] is expected
