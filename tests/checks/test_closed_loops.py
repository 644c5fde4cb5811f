"""Who asks is answered by a time: customers, owners who set something off, and those who are not content."""

from __future__ import annotations

import pytest
from asking import found, marked

ASKED = """
steps:
  - step: Order
    frontstage: {do: Take the order, owner: waiter}
  - step: Ask
    expects: [{id: soon, expects: To know soon}]
    customer: [{do: Wait}, {do: Where is it?, asks: true}]
    frontstage: {do: Listen, owner: waiter}
  - step: Eat
    frontstage: {do: Serve the dish, owner: waiter}
promises:
  answer: {promise: You know, by: waiter, to: %s}
"""


class TestQuestions:
    @pytest.mark.parametrize(
        ("promise", "answered"),
        [
            ("guest, made: Ask, kept: Eat, within: 5 min", True),
            ("guest, made: Ask, kept: Ask, within: 5 min", True),
            ("guest, made: Order, kept: Ask, within: 5 min", True),
            ("guest, kept: wherever, within: 5 min", True),
            ("guest, made: Order, kept: Eat, within: 5 min, answers: soon", True),
            ("guest, made: Order, kept: Eat, within: 5 min", False),  # about the dish, not about the question
            ("guest, made: Ask, kept: Order, within: 5 min", False),
            ("guest, made: Ask, kept: Eat", False),
            ("kitchen, made: Ask, kept: Eat, within: 5 min", False),
        ],
    )
    def test_an_answer_is_promised_to_who_asked_there_or_later_with_a_time(self, promise: str, answered: bool) -> None:
        assert marked("O301", ASKED % promise) == ([] if answered else ["Where is it?"])

    def test_an_answer_without_a_time_is_named(self) -> None:
        (one,) = found("O301", ASKED % "guest, made: Ask, kept: Eat")
        assert one.finding.message == "an answer to this is promised, but not by when"
        assert [related.message for related in one.finding.related] == ["“You know” names no time"]

    def test_where_nobody_meets_the_customer_the_answer_comes_later(self) -> None:
        body = ASKED.replace("    frontstage: {do: Listen, owner: waiter}\n", "") % "guest, made: Order, kept: Order"
        (one,) = found("O301", body)
        assert "made here and kept where it is answered" in one.finding.help


SET_OFF = """
steps:
  - step: Order
    frontstage: {do: Take the order, owner: waiter, triggers: cook}
  - step: Eat
    frontstage: {do: Serve the dish, id: serve, owner: waiter}
    backstage: {do: Cook, id: cook, owner: kitchen}
promises:
  cooked: {promise: It is cooked, by: kitchen, to: waiter, %s}
"""


class TestOwners:
    @pytest.mark.parametrize(
        ("promise", "told"),
        [
            ("made: Order, kept: cook", True),
            ("made: Order, kept: cook, within: 20 min", False),
            ("kept: wherever, within: 20 min", False),
            ("kept: wherever", True),
            # Nothing is promised there at all: another rule tells of it.
            ("made: Order, kept: serve", False),
        ],
    )
    def test_what_is_set_off_has_a_time(self, promise: str, told: bool) -> None:
        assert marked("O302", SET_OFF % promise) == (["cook"] if told else [])

    def test_a_promise_with_a_time_that_rests_on_it_is_time_enough(self) -> None:
        dish = "  dish: {promise: The dish, by: waiter, to: guest, made: Order, kept: serve, within: 30 min}\n"
        assert not found("O302", SET_OFF % "made: Order, kept: cook" + dish)


MEASURED = """
steps:
  - step: Ask
    frontstage: {do: Ask how it was, owner: waiter}
  - step: Read
    backstage: {do: Read the answers, owner: kitchen}
measures: {content: {measure: Content, of: Was it good?, at: %s}}
"""


class TestFollowUp:
    @pytest.mark.parametrize(
        ("words", "told"),
        [
            ("Ask, follow_up: {by: kitchen, within: 1 day}", False),
            ("Ask, follow_up: {by: manager, within: 1 day}", False),  # both report to the manager
            ("Read, follow_up: {by: waiter, within: 1 day}", True),
            ("Ask, follow_up: {by: waiter}", True),
            ("Ask, follow_up: {by: waitr, within: 1 day}", False),
            ("Asc, follow_up: {by: waiter, within: 1 day}", False),
            ("Ask", False),
        ],
    )
    def test_somebody_does_it_from_there_on_and_by_a_time(self, words: str, told: bool) -> None:
        assert bool(found("O303", MEASURED % words)) is told

    def test_the_workspace_measures_what_stands_in_a_journey(self) -> None:
        body, _, measures = (MEASURED % "Read, follow_up: {by: waiter, within: 1 day}").partition("measures")
        owners = "owners: {waiter: {name: Waiters}, kitchen: {name: Kitchen}}\n"
        (one,) = found("O303", body, head="journey: One\n", shared=f"{owners}measures{measures}")
        assert one.finding.message == (
            "“Waiters” is to get back to those who are not content, and does nothing at “Read” or after it"
        )

    @pytest.mark.parametrize(("words", "told"), [("Ask", True), ("Ask, follow_up: {by: kitchen}", False)])
    def test_who_asks_gets_back(self, words: str, told: bool) -> None:
        assert bool(found("O304", MEASURED % words)) is told
