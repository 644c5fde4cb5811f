"""What was answered in a survey of pairs, counted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from journeys.surveys.kano.tally import Tally


@dataclass(frozen=True, slots=True)
class Answered:
    """A feature in a survey: its name there, the expectation that it is (node id, or empty), how it was answered, by
    segment too. `half` of the pairs have only one answer, `silent` none; they are not among the others."""

    name: str
    expectation: str
    tally: Tally
    segments: Mapping[str, Tally]
    half: int = 0
    silent: int = 0


@dataclass(frozen=True, slots=True)
class Survey:
    """What was answered in a survey, from the `first` day of an answer to the `last`; None where no day is known.

    `features` are by expectation, or by name where that is none.
    """

    name: str
    first: date | None
    last: date | None
    features: Mapping[str, Answered]


@dataclass(frozen=True, slots=True)
class Reading:
    """The surveys in some tables (one, or that before a day and that since), and what has to be said of the rows.

    `notes` hold nothing that anybody answered; `lines` are about single rows, the first of
    them, and for those who hold the answers.
    """

    surveys: tuple[Survey, ...]
    notes: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()
