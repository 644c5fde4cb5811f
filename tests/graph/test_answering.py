"""Which promise answers what a customer expects: the one that says so, else those that hold there."""

from __future__ import annotations

from journeys.api import loads_workspace
from journeys.graph.answering import answering

HEAD = "customer: kim\nowners: {care: {}, van: {}}\ncustomers: {kim: {}}\n"
STEPS = """
steps:
  - step: Order
    frontstage: {do: Take the order, owner: care}
  - step: Wait
    expects: [{id: know-when, expects: To know when it comes}, {id: news, expects: To hear of a delay}]
    customer: Wait
  - step: Get it
    expects: [{id: dry, expects: A dry parcel}]
    frontstage: {do: Bring it, owner: van}
"""
THERE = "  there: {promise: It is there, by: van, to: kim, made: Order, kept: Get it, within: 3 days%s}\n"


def answers(promises: str, steps: str = STEPS, **others: str) -> dict[str, list[str]]:
    texts = {f"{name}.journey.yaml": text for name, text in others.items()}
    texts["one.journey.yaml"] = f"journey: One\n{HEAD}{steps}promises:\n{promises}"
    journey = loads_workspace(texts).journeys["one"]
    found = answering(journey)
    return {one.key: [promise.key for promise in found[id_]] for id_, one in journey.expectations.items()}


def test_a_promise_that_names_nothing_answers_what_is_expected_where_it_holds() -> None:
    assert answers(THERE % "") == {"know-when": ["there"], "news": ["there"], "dry": ["there"]}


def test_a_promise_answers_what_it_names_and_nothing_else() -> None:
    assert answers(THERE % ", answers: dry") == {"know-when": [], "news": [], "dry": ["there"]}


def test_where_one_says_that_it_answers_the_others_are_not_guessed_at() -> None:
    told = "  told: {promise: We text you, by: care, to: kim, made: Order, kept: Order, answers: know-when}\n"
    assert answers(THERE % "" + told) == {"know-when": ["told"], "news": ["there"], "dry": ["there"]}


def test_what_customers_do_not_want_is_answered_by_what_says_so_and_by_nothing_else() -> None:
    steps = STEPS.replace("{id: news,", "{id: news, kano: Indifferent,").replace(
        "{id: dry,", "{id: dry, kano: reverse,"
    )
    assert answers(THERE % "", steps) == {"know-when": ["there"], "news": [], "dry": []}
    assert answers(THERE % ", answers: dry", steps) == {"know-when": [], "news": [], "dry": ["there"]}


def test_a_promise_of_another_journey_answers_what_it_names() -> None:
    other = f"journey: Two\n{HEAD}steps: [{{step: Ask, frontstage: {{do: Tell, owner: care}}}}]\npromises:\n"
    other += "  news: {promise: We tell you, by: care, to: kim, made: Ask, kept: Ask, answers: one/news}\n"
    assert answers(THERE % ", answers: dry", two=other)["news"] == ["news"]


def test_what_an_owner_is_promised_is_no_answer_to_a_customer() -> None:
    assert answers(THERE.replace("to: kim", "to: care") % ", answers: dry")["dry"] == []
