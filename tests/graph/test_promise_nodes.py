"""Promises: to whom, by whom, on what conditions, and what is said of words that name nothing."""

from __future__ import annotations

import pytest

from journeys.api import loads

from .promising import EAT, HEAD, PEOPLE, node, steps


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
                ["cook", "waiter"],
            ),
            ("frontstage: F, backstage: {do: B, owner: cook, promised: {id: p}}", []),
            ("backstage: {do: B, owner: cook, promised: {id: p}}", ["guest"]),
            ("customer: C, frontstage: {do: F, owner: cook, promised: {id: p, to: farm}}", ["farm"]),
        ],
    )
    def test_an_action_promises_to_the_owners_it_supports_or_the_customer(self, cells: str, to: list[str]) -> None:
        promise = node(f"steps: [{{step: A, {cells}}}]", "p")
        assert steps(promise.to) == to
        assert promise.to_customer == ("guest" in to)


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
    (finding,) = journey.findings
    assert (finding.message, finding.help) == ("the promise “p” is there twice", "give one another id")
    assert (finding.name, finding.place.path) == ("duplicate-id", ("steps", 0, "support", 0, "promised"))


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
        (finding,) = loads(f"{PEOPLE}{EAT}promises: {{p: {{promise: P, {said}}}}}").findings
        assert finding.message == message
        assert finding.place.path == ("promises", "p", *path)
        assert finding.name == "unknown-reference"

    @pytest.mark.parametrize(
        ("said", "message", "path"),
        [
            ("to: gest", "there is no customer or owner “gest”", ("to",)),
            ("unless: [A, Noon]", "there is no step “Noon”", ("unless", 1)),
        ],
    )
    def test_so_it_is_in_promised(self, said: str, message: str, path: tuple[str | int, ...]) -> None:
        cell = f"support: {{do: S, owner: cook, promised: {{{said}}}}}"
        (finding,) = loads(f"{PEOPLE}steps: [{{step: A, {cell}}}]").findings
        assert finding.message == message
        assert finding.place.path == ("steps", 0, "support", 0, "promised", *path)

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
        assert [making.when for making in promise.makings] == ["", "", "it rains", "it rains"]


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
    SHORT = (
        PEOPLE
        + "steps: [{step: Eat, backstage: {do: Cook the dish, owner: cook, promised: {to: guest, %s}}}]\n"
        + "promises: {a: {promise: A, by: cook, to: guest, relies_on: %s}}"
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

    def test_a_name_that_two_have_means_none_of_them(self) -> None:
        text = self.TEXT.replace("Same: {promise: Key", "c: {promise: Key")
        node = loads(text % "[Same]").promises["a"].node
        assert node.relies_on == ()
        assert [(one.help, one.named) for one in node.unmet] == [("say which: `a`, `b`", 2)]

    @pytest.mark.parametrize("word", ["cook-the-dish", "Cook the dish", "eat.backstage", "j/cook-the-dish"])
    def test_an_actions_promise_without_an_id_is_named_as_the_action_is(self, word: str) -> None:
        node = loads(self.SHORT % ("", word)).promises["a"].node
        assert (node.relies_on, node.unmet) == (("promise:j/eat.backstage",), ())

    def test_an_id_takes_the_place_of_the_slug(self) -> None:
        node = loads(self.SHORT % ("id: cooked", "cook-the-dish")).promises["a"].node
        assert [(one.word, one.named) for one in node.unmet] == [("cook-the-dish", 0)]
        assert node.unmet[0].help == "the promise of that action is `cooked`"

    @pytest.mark.parametrize("word", ["cook-the-dish", "Eat", "eat.backstage", "j/cook-the-dish"])
    def test_an_action_that_promises_nothing_is_told_apart_from_a_slip(self, word: str) -> None:
        text = (self.SHORT % ("", word)).replace(", promised: {to: guest, }", "")
        (unmet,) = loads(text).promises["a"].node.unmet
        assert unmet.help == "“Cook the dish” promises nothing yet: write `promised: {within: …}` on it"

    def test_words_that_name_none_are_kept_with_their_places_in_order(self) -> None:
        promise = loads(self.TEXT % "[b, bb, x/yy, b]").promises["a"].node
        assert promise.relies_on == ("promise:j/b",)
        assert [(one.word, one.place.path) for one in promise.unmet] == [
            ("bb", ("promises", "a", "relies_on", 1)),
            ("x/yy", ("promises", "a", "relies_on", 2)),
        ]

    def test_help_names_the_nearest(self) -> None:
        text = self.TEXT.replace("  b:", "  baked:")
        (unmet,) = loads(text % "[bake]").promises["a"].node.unmet
        assert unmet.help == "did you mean `baked`?"
