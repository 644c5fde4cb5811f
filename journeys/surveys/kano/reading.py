"""The answers in the tables of a survey of pairs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from types import MappingProxyType

from journeys.language.quantities import counted
from journeys.surveys.kano.answered import Reading
from journeys.surveys.kano.counting import MOST_SEGMENTS, Counting
from journeys.surveys.kano.form import Form
from journeys.surveys.kano.parts import Part, second_of_two
from journeys.surveys.kano.rows import Meant, Rows, Said, Wrong
from journeys.surveys.kano.words import Words
from journeys.surveys.twice import Mark, Seen, Twice, Verdict
from journeys.tables import Table

MOST_LINES = 20
_WRONG: Mapping[str, str] = MappingProxyType(
    {
        "unread": "cannot be read: not counted",
        "nameless": "without a feature: not counted",
        "undated": "without a day: in neither survey",
        "nobody": "of nobody who is named: nobody can tell whether that was answered twice",
    }
)
"""What is said of rows, after their number."""
_TWICE: Mapping[Verdict, tuple[str, str]] = MappingProxyType(
    {
        Verdict.SAME: ("of somebody who answered the same before: counted once", "answered the same"),
        Verdict.REPLACED: (
            "of somebody who answered anew later: the later counts",
            "answered otherwise at another time,",
        ),
        Verdict.CONTRADICTED: (
            "of somebody who answered otherwise, too, and nothing says which came last: none of these counts",
            "answered otherwise",
        ),
    }
)
"""The same of rows whose respondent answered more than once, and of each row before where the other one is."""


def read(name: str, tables: Sequence[Table], form: Form, meant: Meant, *, since: date | None = None) -> Reading:
    """The answers in the tables of a survey, read as its form says.

    `meant` gives the expectation that the words for a feature mean. With `since`, the answers before that day are one
    survey, and those from then on another; without it they are where all are of just two days. Of somebody who answered
    more than once the last answers count, where a time tells which these are.

    Raises Unclear where columns, words or days have to be explained, UsageError where a file cannot be read.
    """
    parts = [Part(table, form) for table in tables]
    for part in parts:
        part.see()
    since = since or second_of_two(parts)
    rows = Rows(form, meant)
    counting = Counting(rows.words)
    problems = _Problems(parts)
    seen = Seen()
    try:
        for said, mark in _identified(parts, rows, since):
            seen.put(_who(said, parts[mark.file]), _what(said, rows.words), said.moment, mark)
        problems.twice(seen.judge())
        dropped = seen.dropped()
        skip = next(dropped, None)
        for number, part in enumerate(parts):
            for row in rows.of(part, since):
                if skip == (number, row.line):
                    skip = next(dropped, None)
                elif isinstance(row, Said):
                    problems.nobody(part, row)
                    counting.take(row)
                else:
                    problems.wrong(part, row)
    finally:
        seen.close()
    counting.explain()
    by_segment = any(part.layout.segment is not None for part in parts)
    surveys = tuple(counting.surveys(name, by_segment))
    notes = (*_read_so(parts, counting), *_parted(surveys, since), *problems.notes())
    return Reading(surveys, notes, tuple(problems.lines))


def _identified(parts: Sequence[Part], rows: Rows, since: date | None) -> Iterator[tuple[Said, Mark]]:
    """The rows that say who answered, with any answer in them."""
    for number, part in enumerate(parts):
        if part.layout.respondent is not None:
            for row in rows.of(part, since):
                if isinstance(row, Said) and row.respondent and _what(row, rows.words):
                    yield row, Mark(number, row.line)


def _who(said: Said, part: Part) -> str:
    """What is the same in rows of which one is to count."""
    about = said.pairs[0][0].key if part.layout.feature is not None else ""
    return f"{said.survey}\0{about}\0{said.respondent}"


def _what(said: Said, words: Words) -> str:
    """What a row answers; empty for nothing."""
    answers = [words.spelled(cell) for _, there, not_there in said.pairs for cell in (there, not_there)]
    return "\0".join(answers) if any(answers) else ""


class _Problems:
    """What is wrong with rows: how many, and the first of them by line."""

    def __init__(self, parts: Sequence[Part]) -> None:
        self._parts = parts
        self._numbers: Counter[str] = Counter()
        self._twice: Mapping[Verdict, int] = {}
        self.lines: list[str] = []

    def wrong(self, part: Part, row: Wrong) -> None:
        self._numbers[row.what] += 1
        self._tell(part, row.line, row.message)

    def nobody(self, part: Part, row: Said) -> None:
        self._numbers["nobody"] += part.layout.respondent is not None and not row.respondent

    def twice(self, found: Twice) -> None:
        self._twice = found.counts
        for verdict, pairs in found.shown.items():
            for one, other in pairs:
                there = self._parts[other.file].table.name
                where = f"line {other.line}" if one.file == other.file else f"{there}:{other.line}"
                self._tell(self._parts[one.file], one.line, f"the same person {_TWICE[verdict][1]} in {where}")

    def _tell(self, part: Part, line: int, message: str) -> None:
        if len(self.lines) < MOST_LINES:
            self.lines.append(f"{part.table.name}:{line}: {message}")

    def notes(self) -> Iterator[str]:
        for what, said in _WRONG.items():
            if self._numbers[what]:
                yield f"{counted(self._numbers[what], 'row')} {said}"
        for verdict, (said, _) in _TWICE.items():
            if self._twice.get(verdict):
                yield f"{counted(self._twice[verdict], 'row')} {said}"


def _read_so(parts: Sequence[Part], counting: Counting) -> Iterator[str]:
    for part in parts:
        yield from (f"{part.table.name}: {note}" for note in (*part.table.notes, *part.layout.notes))
    if counting.marks:
        yield "numbers are read as 1 like, 2 expect, 3 neutral, 4 accept, 5 dislike"
    if any(part.layout.respondent is None for part in parts):
        yield "no column says who answered: nobody can tell who did so twice (`--column respondent=…` names it)"
    if counting.too_many_segments:
        yield f"there are more than {MOST_SEGMENTS} segments: nothing is told by segment"


def _parted(surveys: Sequence[object], since: date | None) -> Iterator[str]:
    if since is not None and len(surveys) == 2:
        yield f"two surveys: what was answered before {since}, and what was answered since"
    elif since is not None:
        yield f"all was answered before {since} or all since: there is nothing to compare"
