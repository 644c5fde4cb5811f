"""How the tables of a survey of pairs are read: which heading says what, and what words mean."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from journeys.errors import UsageError
from journeys.graph.purpose_nodes import Feature
from journeys.surveys.asking import LISTED, Unexplained
from journeys.surveys.legend import CALLED, Legend

FUNCTIONAL, DYSFUNCTIONAL = "functional", "dysfunctional"
ROLES: Mapping[str, str] = MappingProxyType(
    {
        "respondent": "who answered",
        "when": "the day of the answer",
        "segment": "which customers somebody belongs to",
        "feature": "what the pair of answers is about",
        FUNCTIONAL: "how somebody feels if it is there",
        DYSFUNCTIONAL: "how somebody feels if it is not there",
    }
)
"""What a column can say, and that in words."""
_OF_MEASURES = ("step", *CALLED)
"""What it can say in surveys of measures; in one of pairs nothing is told by it."""
_PLUS = "+"
_SIDED = re.compile(
    r"(?P<name>.*[^\s_:,./([-])(?:[\s_:,./-]+|\s*[(\[]\s*)(?P<side>dysfunctional|functional)\s*[)\]]?"
    r"|(?P<named>.*[^\s_:,./([-])(?:[\s_:,./]+|\s*[(\[]\s*)(?P<sign>[-+−–])\s*[)\]]?",
    re.IGNORECASE | re.DOTALL,
)  # fmt: skip


class Unclear(Unexplained):
    """Something in the answers that nothing explains; `shown` are words of respondents about which it is.

    These are for whoever holds the answers, and for no page.
    """

    def __init__(self, message: str, options: Iterable[str], shown: str = "") -> None:
        super().__init__(message, tuple(options))
        self.shown = shown

    def with_command(self, command: str) -> UsageError:
        """What is asked, the words it is about, and the command that answers it."""
        options = [*self.options[:LISTED], *(["…"] if len(self.options) > LISTED else [])]
        what = f"{self}: {self.shown}" if self.shown else str(self)
        return UsageError(f"{what}. Say it with: {' '.join((command, *options))}")


@dataclass(frozen=True, slots=True)
class Form:
    """How a survey's tables are read: `columns` are headings by role, `features` those of which something is said.

    `answers` are words with their meanings, `dates` is `day first`, `month first` or empty, `on` the day of answers of
    which no column says it, `sheet` that of a workbook with several.
    """

    columns: Mapping[str, str]
    features: tuple[Feature, ...] = ()
    answers: tuple[tuple[str, str], ...] = ()
    dates: str = ""
    on: date | None = None
    sheet: str = ""


def form_of(legend: Legend, features: Iterable[Feature] = ()) -> Form:
    """The form of what is said of columns and words, and of what a survey in the file says of its features.

    A column may be said by its role or, like `know-when functional`, by a feature and the question. Raises UsageError
    for a role that there is not, and for a feature of which only one column is said.
    """
    columns: dict[str, str] = {}
    pairs: dict[str, dict[str, str]] = {}
    for role, heading in legend.columns.items():
        if role.casefold() in (*ROLES, *_OF_MEASURES):
            columns[role.casefold()] = heading
        elif sided := side_of(role):
            pairs.setdefault(sided[0], {})[sided[1]] = heading
        else:
            raise UsageError(
                f"“{role[:40]}” is nothing that a column says here: write one of {', '.join(ROLES)}, or a feature "
                f"with `{FUNCTIONAL}` or `{DYSFUNCTIONAL}` behind it"
            )
    for name, both in pairs.items():
        if len(both) < 2:
            (side,) = both
            raise UsageError(f"only the {side} column of “{name[:40]}” is said: say the other one, too")
    more = (Feature("", name, (both[FUNCTIONAL], both[DYSFUNCTIONAL])) for name, both in pairs.items())
    kept = (one for one in features if one.text not in pairs)
    return Form(columns, (*kept, *more), tuple(legend.answers.items()), legend.dates, legend.on, legend.sheet)


def side_of(heading: str) -> tuple[str, str] | None:
    """The feature that a heading is about, and whether it holds the functional or the dysfunctional answers.

    `know-when functional`, `Know when (+)`, `know_when_dysfunctional`, `Know when -`; None for any other.
    """
    found = _SIDED.fullmatch(heading.strip())
    if found is None:
        return None
    if found["name"]:
        return found["name"], found["side"].casefold()
    return found["named"], FUNCTIONAL if found["sign"] == _PLUS else DYSFUNCTIONAL
