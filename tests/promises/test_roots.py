"""From a broken promise to the nearest of what breaks it, and from what breaks promises to whom it hurts."""

from __future__ import annotations

import pytest

from journeys.api import loads, loads_workspace
from journeys.graph.journey import JourneyGraph
from journeys.graph.verdict import Fault, Root, State
from journeys.graph.workspace import Workspace, workspace_around

HEAD = """
journey: J
customers: {guest: {}}
owners: {cook: {}}
steps: [{step: A, frontstage: {do: Serve, owner: cook}, end: true}]
promises:
"""


def promises(relies: dict[str, str], *, to_owners: str = "") -> JourneyGraph:
    """Promises by their ids, each with what it relies on; those of `to_owners` are made to an owner."""
    lines = [
        f"  {key}: {{promise: {key}, by: cook, to: {'cook' if key in to_owners.split() else 'guest'}, "
        f"made: A, kept: Serve, relies_on: [{on}]}}"
        for key, on in relies.items()
    ]
    return loads(HEAD + "\n".join(lines))


def ids(*keys: str) -> tuple[str, ...]:
    return tuple(f"promise:j/{key}" for key in keys)


def workspace(relies: dict[str, str], *, to_owners: str = "") -> Workspace:
    return workspace_around(promises(relies, to_owners=to_owners))


class TestBreakage:
    @pytest.mark.parametrize(
        ("relies", "way"),
        [
            ({"a": "x"}, ["a"]),
            ({"a": "b", "b": "x"}, ["a", "b"]),
            ({"a": "b", "b": "c", "c": "x"}, ["a", "b", "c"]),
            ({"a": "b, c", "b": "d", "c": "x", "d": "y"}, ["a", "c"]),
            ({"a": "b, x", "b": "y"}, ["a"]),
            ({"a": "b, c", "b": "x", "c": "y"}, ["a", "b"]),
            ({"a": "c, b", "b": "x", "c": "y"}, ["a", "b"]),
        ],
    )
    def test_it_leads_the_shortest_way_to_what_breaks_a_promise(self, relies: dict[str, str], way: list[str]) -> None:
        found = workspace(relies).breakage("promise:j/a")
        assert found is not None
        assert found.way == ids(*way)
        assert found.cause.promise == f"promise:j/{way[-1]}"

    def test_a_promise_that_holds_has_none(self) -> None:
        judged = workspace({"a": "b", "b": "", "c": "x"})
        assert judged.breakage("promise:j/a") is None
        assert judged.breakage("promise:j/c") is not None

    @pytest.mark.parametrize(("count", "others", "more"), [(1, 0, 0), (2, 1, 0), (7, 6, 0), (8, 6, 1), (20, 6, 13)])
    def test_of_the_other_causes_the_first_are_named_and_the_rest_counted(
        self, count: int, others: int, more: int
    ) -> None:
        words = ", ".join(f"x{number}" for number in range(count))
        found = workspace({"a": words}).breakage("promise:j/a")
        assert found is not None
        assert "x0" in found.cause.root.ids
        assert [f"x{number}" in cause.root.ids for number, cause in enumerate(found.others, 1)] == [True] * others
        assert found.more == more

    @pytest.mark.parametrize(
        ("length", "told"),
        [
            (11, [*range(11)]),
            (12, [*range(12)]),
            (13, [*range(13)]),
            (14, [*range(12), 13]),
            (40, [*range(12), 39]),
        ],
    )
    def test_of_a_long_way_the_first_twelve_and_the_last_are_told(self, length: int, told: list[int]) -> None:
        relies = {f"p{number}": f"p{number + 1}" for number in range(length)}
        del relies[f"p{length - 1}"]
        found = workspace({**relies, f"p{length - 1}": "x"}).breakage("promise:j/p0")
        assert found is not None
        assert found.way == ids(*(f"p{number}" for number in told))
        assert found.cause.promise == f"promise:j/p{length - 1}"

    def test_in_a_circle_the_nearest_is_the_circle_itself(self) -> None:
        judged = workspace({"a": "b", "b": "c", "c": "b, x"})
        found = judged.breakage("promise:j/a")
        assert found is not None
        assert (found.way, found.cause.root.fault) == (ids("a", "b"), Fault.CIRCLE)
        assert [cause.root.fault for cause in found.others] == [Fault.UNPROMISED]


class TestBrokenBy:
    def test_a_cause_breaks_all_promises_to_customers_above_it(self) -> None:
        judged = workspace({"a": "b, c", "b": "x", "c": "", "d": "b", "e": "c", "f": "d"}, to_owners="b d")
        ((cause,),) = judged.causes.values()
        assert judged.broken_by(cause.root) == list(ids("a", "f"))

    def test_of_two_causes_each_breaks_its_own(self) -> None:
        judged = workspace({"a": "x", "b": "y", "c": "a, b"})
        one, other = judged.causes[Fault.UNPROMISED]
        assert (judged.broken_by(one.root), judged.broken_by(other.root)) == ([*ids("a", "c")], [*ids("b", "c")])

    def test_what_was_never_a_cause_breaks_none(self) -> None:
        assert list(workspace({"a": ""}).broken_by(Root(Fault.TOO_LATE, ("promise:j/a",)))) == []

    def test_of_very_many_causes_of_one_promise_each_of_the_first_two_hundred_names_it(self) -> None:
        words = ", ".join(f"x{number}" for number in range(210))
        judged = workspace({"a": words})
        told = [bool(judged.broken_by(cause.root)) for cause in judged.causes[Fault.UNPROMISED]]
        assert told == [True] * 200 + [False] * 10

    def test_a_cause_seen_from_several_promises_is_one(self) -> None:
        judged = workspace({"a": "b", "b": "a"})
        (circle,) = judged.causes[Fault.CIRCLE]
        assert judged.broken_by(circle.root) == [*ids("a", "b")]
        assert {cause.root for key in "ab" for cause in judged.verdicts[f"promise:j/{key}"].causes} == {circle.root}


class TestChains:
    def test_there_is_one_to_each_cause_by_the_shortest_way_nearest_first(self) -> None:
        judged = workspace({"a": "b, c", "b": "d", "c": "d, y", "d": "x"})
        assert [chain.promises for chain in judged.chains("promise:j/a")] == [ids("a", "c"), ids("a", "b", "d")]
        assert judged.chains("promise:j/d")[0].promises == ids("d")

    def test_they_cross_from_journey_to_journey(self) -> None:
        people = "customers: {guest: {}}\nowners: {cook: {}}\n"
        head = HEAD.replace(people, "")
        text = head + "  a: {promise: A, by: cook, to: guest, made: A, kept: Serve, relies_on: [k/b]}\n"
        other = head.replace("journey: J", "journey: K")
        other += "  b: {promise: B, by: cook, to: guest, made: A, kept: Serve, relies_on: [x]}\n"
        judged = loads_workspace({"j.journey.yaml": text, "k.journey.yaml": other}, people)
        assert [chain.promises for chain in judged.chains("promise:j/a")] == [("promise:j/a", "promise:k/b")]
        found = judged.breakage("promise:j/a")
        assert found is not None
        assert found.way == ("promise:j/a", "promise:k/b")


UNPROVEN = """
journey: J
customers: {guest: {}}
owners: {cook: {}}
steps:
  - {step: A, frontstage: {do: Ask, owner: cook}, next: [B, {to: A, when: unclear}]}
  - {step: B, frontstage: {do: Serve, owner: cook}, end: true}
promises:
  a: {promise: A, by: cook, to: guest, made: A, kept: Serve, within: 2 days, relies_on: [%s]}
  b: {promise: B, by: cook, to: guest, made: A, kept: Ask, relies_on: [%s]}
"""


class TestUnproven:
    def test_what_cannot_be_bounded_breaks_nothing(self) -> None:
        judged = workspace_around(loads(UNPROVEN % ("", "")))
        assert judged.verdicts["promise:j/a"].state is State.UNPROVEN
        (cause,) = judged.verdicts["promise:j/a"].causes
        assert cause.unproven
        assert judged.breakage("promise:j/a") is None
        assert list(judged.broken_by(cause.root)) == []
        assert judged.causes == {cause.root.fault: (cause,)}

    def test_beside_what_breaks_a_promise_it_is_not_counted(self) -> None:
        judged = workspace_around(loads(UNPROVEN % ("x", "")))
        found = judged.breakage("promise:j/a")
        assert found is not None
        assert (found.cause.root.fault, found.others, found.more) == (Fault.UNPROMISED, (), 0)

    def test_the_nearest_that_breaks_is_looked_for_beneath_it(self) -> None:
        judged = workspace_around(loads(UNPROVEN % ("b", "x")))
        found = judged.breakage("promise:j/a")
        assert found is not None
        assert (found.way, found.cause.promise) == (ids("a", "b"), "promise:j/b")
