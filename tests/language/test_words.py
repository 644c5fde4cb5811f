"""The nearest right word, and what is said where there is none."""

from __future__ import annotations

import pytest

from journeys.language.words import did_you_mean

FEW = ["money-in-ten-days", "told-once"]
MANY = ["money-in-ten-days", "money-back", "told-once", *(f"p{number}" for number in range(40))]


@pytest.mark.parametrize(
    ("word", "known", "said"),
    [
        ("told-onc", MANY, "did you mean `told-once`?"),
        ("xyzzy", FEW, "known here: `money-in-ten-days`, `told-once`"),
        ("xyzzy", [], "none is declared yet: declare it first"),
        ("all-the-money-of-the-world", MANY, "near it are `money-in-ten-days`, `money-back`"),
        ("was-it-told-before", MANY, "near it is `told-once`"),
        ("xyzzy", MANY, "none of the 43 known here is near it"),
        ("x" * 10_000, MANY, "none of the 43 known here is near it"),
    ],
)
def test_of_many_known_words_only_those_that_are_near_are_named(word: str, known: list[str], said: str) -> None:
    assert did_you_mean(word, known) == said
