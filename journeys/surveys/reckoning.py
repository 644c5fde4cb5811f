"""What a cell says in answer to a question, and what it counts for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import Enum
from fractions import Fraction

from journeys.errors import UsageError
from journeys.graph.index import Index
from journeys.graph.meanings import NO_ANSWER, meaning_of_mark
from journeys.language.finding import Place
from journeys.language.words import shortened
from journeys.surveys.tally import Number
from journeys.tables import Cell, number, shown

_DETRACTORS = 6
_TOP = 10
_REMEMBERED = 4096


class Says(Enum):
    """What kind of thing a cell says."""

    ANSWER = "an answer"
    NOTHING = "no answer"
    OFF = "a mark off the scale"
    UNKNOWN = "a word that nothing explains"


@dataclass(frozen=True, slots=True, eq=False)
class Heard:
    """What one cell says, as it is shown: of an answer its `value`, and whether it is a `no`.

    The value is 1 or 0 for yes and no, 1, 0 or -1 for promoters, passives and detractors, else the mark. `worded` is a
    word that is explained as yes or no, `bare` a mark that nothing explains. Cells that say the same are one object,
    but for those of a column with very many words.
    """

    says: Says
    value: Number = 0
    no: bool = False
    shown: str = ""
    worded: bool = False
    bare: bool = False


class Reckoning:
    """How the cells of a measure's questions are understood."""

    def __init__(self, name: str, index: Index, answers: Mapping[str, str]) -> None:
        """`name` is the measure's; `answers` are words with what they mean, as the language has it.

        Raises UsageError for a meaning that this measure cannot have, and for an NPS of a scale that does not end at
        10: who is a detractor there, nobody has defined.
        """
        if index.reckoned == "nps" and (index.scale is None or index.scale.high != _TOP):
            raise UsageError(
                f"“{name}” is a Net Promoter Score, which is of marks from 0 to {_TOP}, not {index.scale}: take its "
                "`scale` away, or write `as: share` and which marks are a `yes`"
            )
        self._index = index
        self._marks = index.reckoned in ("mean", "ces")
        self._meanings = {folded(word): _meant(word, said, name, index) for word, said in answers.items()}
        self._known: dict[Cell, Heard] = {}

    def heard(self, cell: Cell) -> Heard:
        """What a cell says."""
        found = self._known.get(cell) if cell.__class__ is not bool else self._heard(cell)
        if found is None:
            found = self._heard(cell)
            if len(self._known) < _REMEMBERED:
                self._known[cell] = found
        return found

    def _heard(self, cell: Cell) -> Heard:
        said = shown(cell)
        if not said:
            return Heard(Says.NOTHING)
        meaning = self._meanings.get(folded(said))
        if meaning is not None:
            return self._meaning(meaning, said)
        mark = number(cell)
        return Heard(Says.UNKNOWN, shown=said) if mark is None else replace(self._mark(mark, said), bare=True)

    def _meaning(self, meaning: str, said: str) -> Heard:
        if meaning == NO_ANSWER:
            return Heard(Says.NOTHING, shown=said)
        if meaning in ("yes", "no"):
            return Heard(Says.ANSWER, int(meaning == "yes"), meaning == "no", said, worded=True)
        return self._mark(Fraction(meaning), said)

    def _mark(self, mark: Fraction, said: str) -> Heard:
        scale, yes = self._index.scale, self._index.yes
        if scale and not scale.low <= mark <= scale.high:
            return Heard(Says.OFF, shown=said)
        if self._marks:
            value = mark.numerator if mark.denominator == 1 else mark
            return Heard(Says.ANSWER, value, bool(yes) and mark not in yes, said)
        if not yes:
            return Heard(Says.UNKNOWN, shown=said)
        if mark.denominator != 1:
            return Heard(Says.OFF, shown=said)
        if self._index.reckoned == "nps":
            promotes = int(mark in yes) or -int(mark <= _DETRACTORS)
            return Heard(Says.ANSWER, promotes, promotes < 0, said)
        return Heard(Says.ANSWER, int(mark in yes), mark not in yes, said)


def folded(word: str) -> str:
    """A word as it is looked up: case and blanks make no difference."""
    return " ".join(word.split()).casefold()


def _meant(word: str, meaning: str, name: str, index: Index) -> str:
    found = meaning_of_mark(meaning, name, index, Place("", ()))
    if found is not None:
        raise UsageError(f"the answer “{shortened(word, 40)}”: {found.message}: {found.help}")
    return meaning
