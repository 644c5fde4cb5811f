"""How a file of answers is read: which column says what, and what the words in it mean."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from types import MappingProxyType

from journeys.errors import UsageError
from journeys.graph.purpose_nodes import SurveyNode
from journeys.language.words import did_you_mean, shortened
from journeys.tables.days import DAY_FIRST, MONTH_FIRST

ROLES = ("respondent", "when", "segment", "step")
"""What a column may say beside an answer, for every survey."""
PAIR_ROLES = ("feature", "functional", "dysfunctional")
"""And in a survey of pairs."""
CALLED: Mapping[str, str] = MappingProxyType(
    {"follow_up.respondent": "who was called back", "follow_up.when": "the day of the call"}
)
"""What columns of a file of those who were called back say."""


@dataclass(frozen=True, slots=True)
class Legend:
    """`columns` and `questions` are headings of columns, by what they say and by the question's id; `answers` are words
    with what they mean, as it is written in the language; `dates` is `day first`, `month first` or empty; `on` is the
    day of answers of which no column says it; `sheet` is that of a workbook with several."""

    columns: Mapping[str, str] = field(default_factory=dict)
    questions: Mapping[str, str] = field(default_factory=dict)
    answers: Mapping[str, str] = field(default_factory=dict)
    dates: str = ""
    on: date | None = None
    sheet: str = ""

    def on_top_of(self, base: Legend) -> Legend:
        """This, and what `base` says where this says nothing."""
        return Legend(
            {**base.columns, **self.columns},
            {**base.questions, **self.questions},
            {**base.answers, **self.answers},
            self.dates or base.dates,
            self.on or base.on,
            self.sheet or base.sheet,
        )

    def without(self, roles: Iterable[str]) -> Legend:
        """The same, saying nothing of some columns."""
        left_out = set(roles)
        return replace(self, columns={role: said for role, said in self.columns.items() if role not in left_out})

    def asking(self, questions: Iterable[str]) -> Legend:
        """The same where some columns are those of questions (by id). One that is called as a role is that.

        Raises UsageError for a column that is to say what is neither.
        """
        ids = tuple(questions)
        asked = [id_ for id_ in ids if id_ in self.columns and id_ not in ROLES]
        others = {name: heading for name, heading in self.columns.items() if name not in asked}
        strange = next((name for name in others if name not in (*ROLES, *CALLED)), "")
        if strange:
            known = (*ids, *ROLES, *CALLED)
            raise UsageError(
                f"--column {shortened(strange, 40)}=…: nothing is called so: {did_you_mean(strange, known)}"
            )
        return replace(self, columns=others, questions={**{id_: self.columns[id_] for id_ in asked}, **self.questions})


NO_LEGEND = Legend()


def legend_of(survey: SurveyNode) -> Legend:
    """What a survey in the file says of its columns and words."""
    said = {role: getattr(survey, role) for role in (*ROLES, *PAIR_ROLES)}
    said |= dict(zip(CALLED, (survey.follow_up_respondent, survey.follow_up_when), strict=True))
    columns = {role: heading for role, heading in said.items() if heading}
    return Legend(columns, dict(survey.questions), dict(survey.answers), survey.dates, survey.on, survey.sheet)


def legend_said(columns: Iterable[str], answers: Iterable[str], dates: str = "", sheet: str = "") -> Legend:
    """What options of a command say: `ROLE=HEADING`, `WORD=MEANING`, the order of days, the sheet.

    A heading may hold a `=`, and so may a word. Raises UsageError for what is written otherwise, or said twice.
    """
    if dates not in ("", DAY_FIRST, MONTH_FIRST):
        raise UsageError(f'--dates is "{DAY_FIRST}" or "{MONTH_FIRST}", not “{shortened(dates, 40)}”')
    return Legend(_parted(columns, "--column", False), {}, _parted(answers, "--answer", True), dates, sheet=sheet)


_LIKE = {"--column": '`respondent="Customer no."`', "--answer": "`ja=yes` or `5 stars=5`"}


def _parted(said: Iterable[str], option: str, from_behind: bool) -> dict[str, str]:
    found: dict[str, str] = {}
    for one in said:
        name, sign, value = (part.strip() for part in (one.rpartition("=") if from_behind else one.partition("=")))
        if not (name and sign and value):
            raise UsageError(f"{option} “{shortened(one)}” is not understood: write it like {_LIKE[option]}")
        if found.setdefault(name, value) != value:
            raise UsageError(
                f"{option} says two things of “{shortened(name)}”: “{shortened(found[name])}” and “{shortened(value)}”"
            )
    return found
