"""Where promises are made, kept and released, and what they rest on there."""

from __future__ import annotations

import pytest

from journeys.api import loads

from .promising import EAT, PEOPLE, node, steps

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
            ("Cook", "Fetch", "none", ["cooked", "fetched"]),
            ("Season", "none", "Fetch", ["fetched"]),
            ("Season", "none", "none", []),
            ("[Cook, Fetch]", "none", "none", ["cooked", "fetched"]),
            ("[Season, Cook]", "Fetch", "Fetch", ["cooked", "fetched"]),
            ("[Cook, Season]", "none", "[none, Cook]", ["cooked"]),
            ("[Season, Cook]", "none", "none", ["cooked"]),
        ],
    )
    def test_a_promise_rests_on_all_that_are_promised_beneath(
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
        text = SUPPORTS.replace("kept: Serve", "kept: Cook") % ("Cook", "none", "none")
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

    def test_all_above_that_say_where_they_are_made_count(self) -> None:
        text = SUPPORTS % ("Season", "none", "Fetch")
        text += "  mild: {promise: Mild, by: cook, to: waiter, made: Pay, kept: Season}\n"
        assert steps(loads(PEOPLE + text).promises["fetched"].node.made) == ["order", "pay"]

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
            ("cook", "waiter", ["a.backstage.1"]),
            ("cook", "cook", ["b.backstage.1"]),
            ("waiter", "guest", ["a.frontstage.1", "d.frontstage.1"]),
            ("waiter", "cook", []),
        ],
    )
    def test_it_is_kept_where_the_promiser_supports_the_promisee(self, by: str, to: str, kept: list[str]) -> None:
        promise = node(self.TEXT % (by, to), "p")
        assert steps(promise.kept) == kept
        assert (promise.made, promise.standing) == ((), True)

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
        assert steps(promises["any"].node.kept) == []
        assert steps(promises["cooked"].node.made) == ["b"]

    def test_it_is_made_nowhere_even_where_a_step_is_named(self) -> None:
        promise = loads(f"{PEOPLE}{EAT}promises: {{p: {{promise: P, by: cook, to: waiter, made: A, kept: wherever}}}}")
        (finding,) = promise.findings
        assert (finding.name, finding.place.path) == ("key-without-effect", ("promises", "p", "made"))
        assert promise.promises["p"].node.made == ()
        assert steps(promise.promises["p"].node.kept) == ["a.backstage.1"]

    @pytest.mark.parametrize("people", ["by: nobody, to: waiter", "by: cook, to: nobody"])
    def test_without_both_people_it_is_kept_nowhere(self, people: str) -> None:
        journey = loads(f"{PEOPLE}{EAT}promises: {{p: {{promise: P, {people}, kept: wherever}}}}")
        assert journey.promises["p"].node.kept == ()

    def test_it_is_kept_at_each_action_of_a_cell(self) -> None:
        text = "steps: [{step: A, owner: cook, frontstage: {do: F, owner: waiter}, support: [S, T]}]\n"
        journey = loads(f"{PEOPLE}{text}promises: {{p: {{promise: P, by: cook, to: waiter, kept: wherever}}}}")
        assert steps(journey.promises["p"].node.kept) == ["a.support.1", "a.support.2"]
