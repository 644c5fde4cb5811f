"""The evaluation table: a pair of answers to a feature, and the kind of expectation that it speaks of."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType


class Answer(StrEnum):
    """What somebody says of a feature that is there (functional), or is not (dysfunctional); `mark` is its number.

    The five answers of Kano et al. (1984): I like it that way (1), it must be that way (2), I am neutral (3), I can
    live with it that way (4), I dislike it that way (5).
    """

    LIKE = "like"
    EXPECT = "expect"
    NEUTRAL = "neutral"
    ACCEPT = "accept"
    DISLIKE = "dislike"

    @property
    def mark(self) -> int:
        """From 1 (like) to 5 (dislike)."""
        return _ANSWERS.index(self) + 1


class Kind(StrEnum):
    """A kind of expectation, by the words of the key `kano`; the first four in the order that settles a tie."""

    MUST_BE = "must-be"
    PERFORMANCE = "performance"
    ATTRACTIVE = "attractive"
    INDIFFERENT = "indifferent"
    REVERSE = "reverse"
    QUESTIONABLE = "questionable"


_ANSWERS = tuple(Answer)
_LETTERS: Mapping[str, Kind] = MappingProxyType({kind.value[0]: kind for kind in Kind})
_TABLE = ("qaaap", "riiim", "riiim", "riiim", "rrrrq")
"""A line for each functional answer, in it a letter for each dysfunctional one; both from like to dislike."""


def kind_of(functional: Answer, dysfunctional: Answer) -> Kind:
    """What a pair of answers says of a feature.

    By the table of Kano et al. (1984) as in Berger et al. (1993), “Kano's methods for understanding customer-defined
    quality”, Center for Quality Management Journal 2(4), and in Sauerwein et al. (1996), figure 6, there with O
    (one-dimensional) for performance. Pouliot, in the same issue, takes `expect` twice and `accept` twice for
    questionable, too; here they are indifferent, as in most of what is published.
    """
    return _LETTERS[_TABLE[functional.mark - 1][dysfunctional.mark - 1]]


KINDS: Mapping[tuple[Answer, Answer], Kind] = MappingProxyType(
    {(there, not_there): kind_of(there, not_there) for there in Answer for not_there in Answer}
)
"""What each pair of answers says of a feature, the functional one first."""
