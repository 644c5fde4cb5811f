"""Promises: to whom, where made and kept, released by what, and what they rest on."""

from __future__ import annotations

import pytest

from journeys.api import loads
from journeys.graph.nodes import PromiseNode

HEAD = """
journey: J
customer: guest
customers: {guest: {}}
owners: {cook: {}, waiter: {}, farm: {}}
"""
STEPS = """
steps:
  - {step: Order, frontstage: {do: Listen, owner: waiter}}
  - {step: Rain, frontstage: {do: Wait, owner: waiter}}
  - {step: Snow, frontstage: {do: Stay, owner: waiter}}
  - step: Eat
    customer: Eat
    frontstage: {do: Serve, owner: waiter}
    backstage: {do: Cook, owner: cook, promised: {id: cooked%s}}
    end: true
promises:
  warm: {promise: Warm, by: waiter, to: guest, made: Order, kept: Eat, unless: %s}
  good: {promise: Good, by: waiter, to: guest, made: Rain, kept: Eat, unless: %s}
"""


def node(text: str, key: str) -> PromiseNode:
    return loads(HEAD + text).promises[key].node


def steps(ids: tuple[str, ...]) -> list[str]:
    return [id_.rpartition("/")[2] for id_ in ids]


class TestWhereItIsMadeAndReleased:
    @pytest.mark.parametrize(
        ("one", "other", "released"),
        [
            ("[Rain, Snow]", "[Snow]", ["snow"]),
            ("[Rain]", "[Snow]", []),
            ("[Snow, Rain]", "[Snow, Rain]", ["rain", "snow"]),
        ],
    )
    def test_what_releases_all_above_releases_it(self, one: str, other: str, released: list[str]) -> None:
        cooked = node(STEPS % ("", one, other), "cooked")
        assert steps(cooked.unless) == released

    def test_its_own_releases_are_added(self) -> None:
        assert steps(node(STEPS % (", unless: Rain", "Snow", "Snow"), "cooked").unless) == ["rain", "snow"]

    def test_it_is_made_where_what_it_supports_is_made(self) -> None:
        assert steps(node(STEPS % ("", "[]", "[]"), "cooked").made) == ["order", "rain"]

    def test_it_is_made_in_its_own_step_where_nothing_above_is_promised(self) -> None:
        assert steps(node((STEPS % ("", "[]", "[]")).partition("promises:")[0], "cooked").made) == ["eat"]

    def test_it_rests_on_what_is_promised_beneath(self) -> None:
        assert node(STEPS % ("", "[]", "[]"), "warm").beneath == ("promise:j/cooked",)


class TestToWhom:
    @pytest.mark.parametrize(
        ("cells", "to"),
        [
            ("customer: C, frontstage: {do: F, owner: cook, promised: {id: p}}", ["guest"]),
            ("customer: C, backstage: {do: F, owner: cook, promised: {id: p}}", ["guest"]),
            ("frontstage: {do: F, owner: waiter}, backstage: {do: B, owner: cook, promised: {id: p}}", ["waiter"]),
            ("frontstage: {do: F, owner: cook}, backstage: {do: B, owner: cook, promised: {id: p}}", ["cook"]),
            (
                (
                    "frontstage: [{do: F, owner: cook}, {do: G, owner: waiter}], "
                    "backstage: {do: B, owner: cook, promised: {id: p}}"
                ),
                ["waiter"],
            ),
            ("frontstage: F, backstage: {do: B, owner: cook, promised: {id: p}}", []),
            ("backstage: {do: B, owner: cook, promised: {id: p}}", []),
            ("customer: C, frontstage: {do: F, owner: cook, promised: {id: p, to: farm}}", ["farm"]),
        ],
    )
    def test_an_action_promises_to_the_owners_it_supports_or_the_customer(self, cells: str, to: list[str]) -> None:
        promise = node(f"steps: [{{step: A, {cells}}}]", "p")
        assert steps(promise.to) == to
        assert promise.to_customer == ("guest" in to)


class TestStanding:
    TEXT = """
steps:
  - {step: A, customer: C, frontstage: {do: F, owner: waiter}, backstage: {do: B, owner: cook}}
  - {step: B, frontstage: {do: G, owner: cook}, backstage: {do: H, owner: cook}}
  - {step: D, support: {do: S, owner: cook}, frontstage: {do: T, owner: waiter, uses: none, triggers: d.support}}
promises: {p: {promise: P, by: %s, to: %s, kept: wherever}}
"""

    @pytest.mark.parametrize(
        ("by", "to", "kept"),
        [
            ("cook", "waiter", ["a.backstage.1", "d.support.1"]),
            ("cook", "cook", ["b.backstage.1"]),
            ("waiter", "guest", ["a.frontstage.1"]),
            ("waiter", "cook", []),
        ],
    )
    def test_it_is_kept_where_the_promiser_supports_the_promisee(self, by: str, to: str, kept: list[str]) -> None:
        promise = node(self.TEXT % (by, to), "p")
        assert steps(promise.kept) == kept
        assert (promise.made, promise.standing) == ((), True)


def test_a_promise_is_relied_on_by_id_or_by_name_and_once() -> None:
    text = (
        "promises: {a: {promise: A, by: cook, to: guest, relies_on: [b, Bee]}, b: {promise: Bee, by: cook, to: guest}}"
    )
    promise = node("steps: [{step: A}]\n" + text, "a")
    assert promise.relies_on == ("promise:j/b",)
    assert promise.relies_on_at[0].path == ("promises", "a", "relies_on", 0)


def test_one_id_for_two_promises_is_said() -> None:
    text = "steps: [{step: A, support: {do: S, owner: cook, promised: {id: p}}}]\n"
    journey = loads(HEAD + text + "promises: {p: {promise: P, by: cook, to: guest, made: A, kept: A}}")
    (problem,) = journey.problems
    assert (problem.message, problem.help) == ("the promise “p” is there twice", "give one another id")
    assert (problem.name, problem.place.path) == ("duplicate-id", ("steps", 0, "support", 0, "promised"))


PEOPLE = (
    "journey: J\ncustomer: guest\ncustomers: {guest: {name: The guest}}\nowners: {cook: {name: The cook}, waiter: {}}\n"
)
EAT = "steps: [{step: A, frontstage: {do: Serve, owner: waiter}, backstage: {do: Cook, owner: cook}}]\n"


class TestWords:
    """Each word of a promise that names something is looked up, and said at its own place where it names nothing."""

    @pytest.mark.parametrize(
        ("said", "message", "path"),
        [
            ("by: nobody, to: guest", "there is no owner “nobody”", ("by",)),
            ("by: guest, to: guest", "there is no owner “guest”", ("by",)),
            ("by: cook, to: gest", "there is no customer or owner “gest”", ("to",)),
            ("by: cook, to: guest, made: {at: [A, Noon]}", "there is no step “Noon”", ("made", 0, "at", 1)),
            ("by: cook, to: guest, kept: [A, Noon]", "there is no step or action “Noon”", ("kept", 1)),
            ("by: cook, to: guest, unless: [A, Noon]", "there is no step “Noon”", ("unless", 1)),
        ],
    )
    def test_one_that_names_nothing_is_said_where_it_stands(
        self, said: str, message: str, path: tuple[str | int, ...]
    ) -> None:
        (problem,) = loads(f"{PEOPLE}{EAT}promises: {{p: {{promise: P, {said}}}}}").problems
        assert problem.message == message
        assert problem.place.path == ("promises", "p", *path)
        assert problem.name == "unknown-reference"

    @pytest.mark.parametrize(
        ("said", "message", "path"),
        [
            ("to: gest", "there is no customer or owner “gest”", ("to",)),
            ("unless: [A, Noon]", "there is no step “Noon”", ("unless", 1)),
        ],
    )
    def test_so_it_is_in_promised(self, said: str, message: str, path: tuple[str | int, ...]) -> None:
        cell = f"support: {{do: S, owner: cook, promised: {{{said}}}}}"
        (problem,) = loads(f"{PEOPLE}steps: [{{step: A, {cell}}}]").problems
        assert problem.message == message
        assert problem.place.path == ("steps", 0, "support", 0, "promised", *path)

    @pytest.mark.parametrize(
        ("to", "person", "customer"), [("The guest", "customer:j/guest", True), ("cook", "owner:j/cook", False)]
    )
    def test_it_is_made_to_a_customer_or_an_owner(self, to: str, person: str, customer: bool) -> None:
        promise = loads(f"{PEOPLE}{EAT}promises: {{p: {{promise: P, by: The cook, to: {to}}}}}").promises["p"].node
        assert (promise.by, promise.by_text) == ("owner:j/cook", "The cook")
        assert (promise.to, promise.to_text, promise.to_customer) == ((person,), (to,), customer)

    def test_one_who_is_not_there_is_nobody(self) -> None:
        promise = loads(f"{PEOPLE}{EAT}promises: {{p: {{promise: P, by: x, to: y}}}}").promises["p"].node
        assert (promise.by, promise.by_text) == ("", "x")
        assert (promise.to, promise.to_text, promise.to_customer) == ((), ("y",), False)

    def test_places_named_twice_count_once_in_the_order_they_are_named(self) -> None:
        text = "steps: [{step: A, support: S}, {step: B, support: T}, {step: C, support: U}]\npromises:\n"
        said = "made: [{at: [C, A]}, {at: [A, B], when: it rains}], kept: [T, S, T], unless: [C, B, C]"
        promise = loads(f"{PEOPLE}{text}  p: {{promise: P, by: cook, to: guest, {said}}}").promises["p"].node
        assert steps(promise.made) == ["c", "a", "b"]
        assert steps(promise.kept) == ["b.support.1", "a.support.1"]
        assert steps(promise.unless) == ["c", "b"]
        assert promise.made_when == "it rains"


class TestPromisedOnAnAction:
    def test_it_is_called_and_known_as_it_says_or_as_its_action(self) -> None:
        text = (
            "steps: [{step: A, support: [{do: S, owner: cook, promised: {}}, {do: T, promised: {id: t, promise: U}}]}]"
        )
        promises = loads(PEOPLE + text).promises
        assert [(key, one.node.name, one.node.by, one.node.by_text) for key, one in promises.items()] == [
            ("a.support.1", "S", "owner:j/cook", "cook"),
            ("t", "U", "", ""),
        ]
        assert all(one.node.implied for one in promises.values())
        assert [one.node.place.path for one in promises.values()] == [
            ("steps", 0, "support", number, "promised") for number in (0, 1)
        ]

    def test_a_customer_promises_nothing_so(self) -> None:
        assert loads(PEOPLE + "steps: [{step: A, customer: {do: Eat, promised: {}}}]").promises == {}

    def test_written_ones_come_before_those_on_actions(self) -> None:
        text = "steps: [{step: A, support: {do: S, owner: cook, promised: {id: one}}}]\n"
        text += "promises: {two: {promise: T, by: cook, to: guest}, three: {promise: U, by: cook, to: guest}}"
        assert list(loads(PEOPLE + text).promises) == ["two", "three", "one"]

    @pytest.mark.parametrize(
        ("said", "to", "text"),
        [("", ("owner:j/waiter",), ()), (", to: The guest", ("customer:j/guest",), ("The guest",))],
    )
    def test_to_whom_it_is_made_is_told_in_the_words_of_the_file(
        self, said: str, to: tuple[str, ...], text: tuple[str, ...]
    ) -> None:
        cells = "frontstage: {do: F, owner: waiter}, backstage: {do: B, owner: cook, promised: {id: p%s}}"
        promise = loads(f"{PEOPLE}steps: [{{step: A, {cells % said}}}]").promises["p"].node
        assert (promise.to, promise.to_text) == (to, text)

    @pytest.mark.parametrize(
        ("cells", "to"),
        [
            ("customer: C, frontstage: F, support: {do: S, owner: cook, uses: none, promised: {id: p}}", []),
            ("robot: R, support: {do: S, owner: cook, uses: none, promised: {id: p}}", ["guest"]),
            ("frontstage: F, support: {do: S, owner: cook, promised: {id: p}}", []),
            ("customer: {do: C, uses: S}, support: {do: S, owner: cook, promised: {id: p}}", ["guest"]),
        ],
    )
    def test_work_is_promised_to_the_customer_where_he_builds_on_it_or_meets_nobody(
        self, cells: str, to: list[str]
    ) -> None:
        text = f"lanes: {{robot: {{kind: customer}}}}\nsteps: [{{step: A, {cells}}}]"
        assert steps(loads(PEOPLE + text).promises["p"].node.to) == to

    def test_a_touchpoint_that_owners_build_on_is_promised_to_them_and_the_customer(self) -> None:
        text = """
steps:
  - step: A
    customer: C
    frontstage:
      - {do: F, owner: waiter, uses: G}
      - {do: G, owner: cook, promised: {id: p}}
"""
        promise = loads(PEOPLE + text).promises["p"].node
        assert promise.to == ("customer:j/guest", "owner:j/waiter")
        assert promise.to_customer


SUPPORTS = """
steps:
  - {step: Order, frontstage: {do: Listen, owner: waiter}}
  - {step: Pay, frontstage: {do: Charge, owner: waiter}}
  - step: Eat
    customer: Eat
    frontstage: {do: Serve, owner: waiter, uses: %s}
    backstage:
      - {do: Cook, owner: cook, uses: %s, promised: {id: cooked}}
      - {do: Season, owner: cook, uses: %s}
    support: {do: Fetch, owner: cook, uses: none, promised: {id: fetched}}
    end: true
promises:
  warm: {promise: Warm, by: waiter, to: guest, made: Order, kept: Serve, unless: Pay}
"""


class TestBeneath:
    @pytest.mark.parametrize(
        ("serve", "cook", "season", "beneath"),
        [
            ("Cook", "none", "none", ["cooked"]),
            ("Cook", "Fetch", "none", ["cooked"]),
            ("Season", "none", "Fetch", ["fetched"]),
            ("Season", "none", "none", []),
            ("[Cook, Fetch]", "none", "none", ["cooked", "fetched"]),
            ("[Season, Cook]", "Fetch", "Fetch", ["cooked", "fetched"]),
            ("[Cook, Season]", "none", "Cook", ["cooked"]),
            ("[Season, Cook]", "none", "Season", ["cooked"]),
        ],
    )
    def test_a_promise_rests_on_the_nearest_that_are_promised(
        self, serve: str, cook: str, season: str, beneath: list[str]
    ) -> None:
        found = loads(PEOPLE + SUPPORTS % (serve, cook, season)).promises["warm"].node.beneath
        assert sorted(steps(found)) == beneath

    def test_what_it_says_that_it_relies_on_is_not_told_again(self) -> None:
        text = (SUPPORTS % ("[Cook, Fetch]", "none", "none")).replace("unless: Pay", "unless: Pay, relies_on: cooked")
        warm = loads(PEOPLE + text).promises["warm"].node
        assert (steps(warm.relies_on), steps(warm.beneath)) == (["cooked"], ["fetched"])
        assert steps(warm.conditions) == ["cooked", "fetched"]

    def test_two_promises_at_one_action_do_not_rest_on_one_another(self) -> None:
        text = SUPPORTS.replace("kept: Serve", "kept: Cook") % ("Cook", "Cook", "none")
        promises = loads(PEOPLE + text).promises
        assert promises["cooked"].node.beneath == ()


class TestDerivedPlaces:
    @pytest.mark.parametrize(
        ("serve", "cook", "season", "key", "made", "unless"),
        [
            ("Cook", "none", "none", "cooked", ["order"], ["pay"]),
            ("Cook", "Fetch", "none", "fetched", ["order"], ["pay"]),
            ("Season", "none", "Fetch", "fetched", ["order"], ["pay"]),
            ("Season", "Fetch", "none", "fetched", ["eat"], []),
            ("[Cook, Season]", "Season", "Cook", "cooked", ["order"], ["pay"]),
            ("Season", "none", "none", "cooked", ["eat"], []),
        ],
    )
    def test_it_is_made_and_released_where_what_it_supports_is(
        self, serve: str, cook: str, season: str, key: str, made: list[str], unless: list[str]
    ) -> None:
        promise = loads(PEOPLE + SUPPORTS % (serve, cook, season)).promises[key].node
        assert (steps(promise.made), steps(promise.unless)) == (made, unless)

    def test_one_to_an_owner_that_names_no_step_is_made_where_the_promise_above_is(self) -> None:
        text = SUPPORTS % ("Season", "none", "none") + "  mild: {promise: Mild, by: cook, to: waiter, kept: Season}\n"
        assert steps(loads(PEOPLE + text).promises["mild"].node.made) == ["order"]

    @pytest.mark.parametrize(("to", "made", "expected"), [("guest", "", []), ("waiter", ", made: Pay", ["pay"])])
    def test_one_to_a_customer_or_that_names_a_step_is_left_as_written(
        self, to: str, made: str, expected: list[str]
    ) -> None:
        text = SUPPORTS % ("Season", "none", "none")
        text += f"  mild: {{promise: Mild, by: cook, to: {to}, kept: Season{made}}}\n"
        assert steps(loads(PEOPLE + text).promises["mild"].node.made) == expected

    def test_the_nearest_above_that_says_where_it_is_made_counts(self) -> None:
        text = SUPPORTS % ("Season", "none", "Fetch")
        text += "  mild: {promise: Mild, by: cook, to: waiter, made: Pay, kept: Season}\n"
        assert steps(loads(PEOPLE + text).promises["fetched"].node.made) == ["pay"]

    def test_its_places_come_in_the_order_of_the_steps(self) -> None:
        text = """
steps:
  - {step: Zero, support: Z}
  - {step: Yes, support: Y}
  - {step: Also, frontstage: {do: Serve, uses: Cook}, support: {do: Cook, owner: cook, promised: {id: cooked}}}
promises:
  one: {promise: One, by: waiter, to: guest, made: Also, kept: Serve, unless: [Yes, Zero]}
  two: {promise: Two, by: waiter, to: guest, made: [Yes, Zero], kept: Serve, unless: [Zero, Also, Yes]}
"""
        cooked = loads(PEOPLE + text).promises["cooked"].node
        assert (steps(cooked.made), steps(cooked.unless)) == (["zero", "yes", "also"], ["zero", "yes"])


class TestStandingOnes:
    def test_what_sets_it_off_supports_nothing(self) -> None:
        text = """
steps:
  - {step: A, frontstage: {do: Serve, owner: waiter, triggers: Cook, uses: none}}
  - {step: B, backstage: {do: Cook, owner: cook, promised: {id: cooked}}}
promises:
  warm: {promise: Warm, by: waiter, to: guest, made: A, kept: Serve}
  any: {promise: Any, by: cook, to: waiter, kept: wherever}
"""
        promises = loads(PEOPLE + text).promises
        assert steps(promises["any"].node.kept) == ["b.backstage.1"]
        assert steps(promises["cooked"].node.made) == ["b"]

    def test_it_is_made_nowhere_even_where_a_step_is_named(self) -> None:
        promise = loads(f"{PEOPLE}{EAT}promises: {{p: {{promise: P, by: cook, to: waiter, made: A, kept: wherever}}}}")
        assert (promise.promises["p"].node.made, promise.problems) == ((), ())
        assert steps(promise.promises["p"].node.kept) == ["a.backstage.1"]

    @pytest.mark.parametrize("people", ["by: nobody, to: waiter", "by: cook, to: nobody"])
    def test_without_both_people_it_is_kept_nowhere(self, people: str) -> None:
        journey = loads(f"{PEOPLE}{EAT}promises: {{p: {{promise: P, {people}, kept: wherever}}}}")
        assert journey.promises["p"].node.kept == ()

    def test_support_that_is_not_certain_does_not_count(self) -> None:
        text = "steps: [{step: A, owner: cook, frontstage: {do: F, owner: waiter}, support: [S, T]}]\n"
        journey = loads(f"{PEOPLE}{text}promises: {{p: {{promise: P, by: cook, to: waiter, kept: wherever}}}}")
        assert journey.promises["p"].node.kept == ()


class TestConditions:
    TEXT = (
        PEOPLE
        + EAT
        + (
            "promises:\n"
            "  a: {promise: Same, by: cook, to: guest, relies_on: %s}\n"
            "  b: {promise: Same, by: cook, to: guest}\n"
            "  x/y: {promise: Slash, by: cook, to: guest}\n"
            "  Same: {promise: Key, by: cook, to: guest}\n"
        )
    )

    @pytest.mark.parametrize(
        ("word", "key"),
        [
            ("b", "b"),
            ("Same", "Same"),
            ("Key", "Same"),
            ("x/y", "x/y"),
            ("Slash", "x/y"),
            ("J/b", "b"),
            ("text/b", "b"),
        ],
    )
    def test_an_id_goes_before_a_name_and_both_before_another_journey(self, word: str, key: str) -> None:
        promise = loads(self.TEXT % f"[{word}]").promises["a"].node
        assert (promise.relies_on, promise.unmet) == ((f"promise:j/{key}",), ())

    def test_of_a_name_that_two_have_the_first_is_meant(self) -> None:
        text = self.TEXT.replace("Same: {promise: Key", "c: {promise: Key")
        assert loads(text % "[Same]").promises["a"].node.relies_on == ("promise:j/a",)

    def test_words_that_name_none_are_kept_with_their_places_in_order(self) -> None:
        promise = loads(self.TEXT % "[b, bb, x/yy, b]").promises["a"].node
        assert promise.relies_on == ("promise:j/b",)
        assert [(word, place.path) for word, place, _ in promise.unmet] == [
            ("bb", ("promises", "a", "relies_on", 1)),
            ("x/yy", ("promises", "a", "relies_on", 2)),
        ]

    def test_help_names_the_nearest(self) -> None:
        text = self.TEXT.replace("  b:", "  baked:")
        ((_, _, help_),) = loads(text % "[bake]").promises["a"].node.unmet
        assert help_ == "did you mean `baked`?"
