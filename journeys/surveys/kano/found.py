"""What customers say of each feature now, what they said before, and whether that moved."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from journeys.surveys.kano.answered import Answered, Survey
from journeys.surveys.kano.evaluation import Kind
from journeys.surveys.kano.moved import Moved, moved
from journeys.surveys.kano.tally import Tally


@dataclass(frozen=True, slots=True)
class Found:
    """A feature as the last `survey` that asked about it was answered, and as the one `before` was, if any.

    `moved` compares the two.
    """

    survey: Survey
    answered: Answered
    before: tuple[Survey, Answered] | None = None
    moved: Moved | None = None

    @property
    def name(self) -> str:
        """How the survey calls it."""
        return self.answered.name

    @property
    def expectation(self) -> str:
        """The expectation that it is (node id); empty for none in the files."""
        return self.answered.expectation

    @property
    def tally(self) -> Tally:
        """How it was answered."""
        return self.answered.tally

    @property
    def day(self) -> date | None:
        """The last day of an answer; None where none is known."""
        return self.survey.last

    @property
    def kind(self) -> Kind | None:
        """The kind of expectation; None for too few answers, and where two kinds are equal and no rule parts them."""
        return None if self.tally.few else self.tally.kind


def found_in(surveys: Iterable[Survey], *, undated: bool = False) -> dict[str, Found]:
    """What was found of each feature that a survey asked about: by expectation, or by name where that is none.

    The surveys come in the order of their days. Two of the same day are not compared, nor are those without a day, but
    where these are to be (`undated`).
    """
    found: dict[str, Found] = {}
    for survey in surveys:
        for key, answered in survey.features.items():
            last = found.get(key)
            apart = last and (undated if None in (last.day, survey.last) else last.day != survey.last)
            found[key] = Found(survey, answered, (last.survey, last.answered) if last and apart else None)
    pairs = {key: (one.before[1].tally, one.tally) for key, one in found.items() if one.before}
    compared = moved(pairs)
    return {key: replace(one, moved=compared.get(key)) for key, one in found.items()}
