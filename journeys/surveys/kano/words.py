"""What the cells of answers mean: the five answers by their names, their numbers, or words that somebody explained."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from journeys.errors import UsageError
from journeys.graph.meanings import NO_ANSWER
from journeys.surveys.kano.evaluation import Answer
from journeys.tables import Cell, number, shown

_PUBLISHED: Mapping[Answer, tuple[str, ...]] = MappingProxyType(
    {
        Answer.LIKE: ("I like it that way", "I enjoy it that way"),
        Answer.EXPECT: (
            "It must be that way", "must be", "must-be", "I expect it that way", "I am expecting it to be that way",
        ),
        Answer.NEUTRAL: ("I am neutral",),
        Answer.ACCEPT: (
            "I can live with it that way", "live with", "I can accept it", "I can accept it to be that way",
        ),
        Answer.DISLIKE: ("I dislike it that way",),
    }
)  # fmt: skip
"""As the questionnaires of Kano et al. (1984) and Berger et al. (1993) word the answers, and tables shorten them."""

_REMEMBERED = 1000
"""So many spellings of answers are read only once."""


class Words:
    """What words mean, by what somebody explained and then by what is published.

    `explained` are pairs of a word and its meaning: an answer's name, its number, or `none`. Raises UsageError for
    another meaning.
    """

    def __init__(self, explained: Iterable[tuple[str, str]] = ()) -> None:
        known: dict[str, Answer | None] = {}
        for answer, phrases in _PUBLISHED.items():
            known.update(dict.fromkeys(map(_folded, (answer.value, str(answer.mark), *phrases)), answer))
        meanings: dict[str, Answer | None] = {NO_ANSWER: None}
        for one in Answer:
            meanings[one.value] = meanings[str(one.mark)] = one
        for word, meaning in explained:
            if _folded(meaning) not in meanings:
                raise UsageError(
                    f"“{word[:40]}” cannot mean “{meaning[:40]}” here: an answer is one of "
                    f"{', '.join(Answer)} (or 1 to 5, 1 for like), and `{NO_ANSWER}` is no answer"
                )
            known[_folded(word)] = meanings[_folded(meaning)]
        self._known = known
        self._met: dict[str, Answer | None] = {}

    def knows(self, cell: Cell) -> bool:
        """Whether what a cell says is explained; nothing needs no explanation."""
        if cell is None or (isinstance(cell, str) and cell in self._met):
            return True
        said = _said(cell)
        if said not in self._known:
            return False
        if isinstance(cell, str) and len(self._met) < _REMEMBERED:
            self._met[cell] = self._known[said]
        return True

    def answer(self, cell: Cell) -> Answer | None:
        """The answer in a cell whose words are known; None for no answer."""
        if isinstance(cell, str) and cell in self._met:
            return self._met[cell]
        return None if cell is None else self._known[_said(cell)]

    def spelled(self, cell: Cell) -> str:
        """What a cell says, the same for all words of one meaning; empty for no answer."""
        if self.knows(cell):
            return self.answer(cell) or ""
        return _said(cell)


def _said(cell: Cell) -> str:
    mark = number(cell)
    return str(mark) if mark is not None else _folded(shown(cell))


def _folded(word: str) -> str:
    """Case, blanks, and a full stop at the end make no difference."""
    return " ".join(word.casefold().split()).rstrip(".")
