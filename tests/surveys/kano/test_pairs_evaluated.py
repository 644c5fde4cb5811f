"""A pair of answers and the kind it speaks of; what words mean."""

from __future__ import annotations

from itertools import product

import pytest

from journeys.checks.rules.unknown_kano import KINDS
from journeys.errors import UsageError
from journeys.language.model.survey import FEELINGS
from journeys.surveys.kano import Answer, Kind, kind_of
from journeys.surveys.kano.words import Words


def expected(functional: Answer, dysfunctional: Answer) -> Kind:
    """The table of Kano et al. (1984), told in sentences."""
    if functional == dysfunctional and functional in (Answer.LIKE, Answer.DISLIKE):
        return Kind.QUESTIONABLE
    if functional is Answer.DISLIKE or dysfunctional is Answer.LIKE:
        return Kind.REVERSE
    if functional is Answer.LIKE:
        return Kind.PERFORMANCE if dysfunctional is Answer.DISLIKE else Kind.ATTRACTIVE
    return Kind.MUST_BE if dysfunctional is Answer.DISLIKE else Kind.INDIFFERENT


@pytest.mark.parametrize("pair", list(product(Answer, Answer)), ids=" / ".join)
def test_each_pair_speaks_of_the_kind_in_the_published_table(pair: tuple[Answer, Answer]) -> None:
    assert kind_of(*pair) is expected(*pair)


def test_answers_and_kinds_are_the_words_of_the_language() -> None:
    assert tuple(Answer) == FEELINGS
    assert set(Kind) == {*KINDS, "questionable"}


@pytest.mark.parametrize(
    ("cell", "answer"),
    [
        ("like", Answer.LIKE), (" EXPECT ", Answer.EXPECT), ("1", Answer.LIKE), ("5", Answer.DISLIKE),
        (3, Answer.NEUTRAL), (4.0, Answer.ACCEPT), ("2,0", Answer.EXPECT), ("I like it that way.", Answer.LIKE),
        ("It must be  that way", Answer.EXPECT), ("I can live with it that way", Answer.ACCEPT), (None, None),
    ],
)  # fmt: skip
def test_answers_are_known_by_name_by_number_and_as_they_are_published(
    cell: str | float, answer: Answer | None
) -> None:
    words = Words()
    assert words.knows(cell)
    assert words.answer(cell) is answer


@pytest.mark.parametrize("cell", ["gut", "0", "6", "2.5", "yes", "likes", True, "=1+1"])
def test_nothing_else_is_guessed(cell: str | float) -> None:
    assert not Words().knows(cell)


def test_yes_is_no_1() -> None:
    words = Words()
    assert words.knows(1)
    assert words.answer(1) is Answer.LIKE
    assert not words.knows(True)


def test_what_somebody_explains_goes_before_what_is_known() -> None:
    words = Words([("5", "like"), ("1", "5"), ("Egal", "neutral"), ("k. A.", "none")])
    assert [words.answer(cell) for cell in ("5", "1", "egal", "K. A.") if words.knows(cell)] == [
        Answer.LIKE, Answer.DISLIKE, Answer.NEUTRAL, None,
    ]  # fmt: skip


def test_a_meaning_that_there_is_not_is_refused() -> None:
    with pytest.raises(UsageError, match="“egal” cannot mean “meh” here: an answer is one of like, expect, neutral"):
        Words([("egal", "meh")])
