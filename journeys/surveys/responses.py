"""The responses in a file of answers, one after another: which columns are read, and what stands in them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple, TypeVar

from journeys.graph.index import Index
from journeys.language.words import shortened
from journeys.surveys.asking import LISTED, Unexplained, all_of, answer_option, column_option, listed_words, two_ways
from journeys.surveys.legend import NO_LEGEND, Legend
from journeys.surveys.reckoning import Heard, Reckoning, Says, folded
from journeys.tables import Days, Found, Problem, Row, Table, Wanted, find_columns, number, open_table, shown
from journeys.tables.columns import listed

_WORDS: Mapping[str, tuple[str, tuple[str, ...]]] = MappingProxyType(
    {
        "respondent": (
            "who answered",
            ("respondent id", "customer", "customer id", "customer no", "participant", "participant id", "user id"),
        ),
        "when": (
            "the day of the answer",
            ("date", "day", "answered", "answered on", "timestamp", "submitted", "response date", "survey date"),
        ),
        "segment": ("which customers the person belongs to", ("customer segment", "group", "customer type")),
        "step": ("the step after which was asked", ("touchpoint", "after step")),
    }
)
"""What a column says beside the answers, and the headings under which it is looked for, best first."""
_MOST_WORDS = 60
"""A column with more words that nothing explains holds no answers, but texts, or names."""
_A_TEXT = 80
"""A word of so many signs is a text."""
_YES_OR_NO = "yes, no, or none (no answer), unless the measure says which marks are a yes (`yes: [4, 5]`)"
_LONGEST = 200
_REMEMBERED = 20_000
T = TypeVar("T")


class Source(NamedTuple):
    """A file of answers, how it is read, and the file of those who were called back, if there is one."""

    path: Path
    legend: Legend = NO_LEGEND
    follow_up: Path | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Given:
    """The answers of a response, in the order of the measure's questions; whether any is there, and whether one is a
    no. `said` is the same for the same answers; mostly these are one object, too."""

    heard: tuple[Heard, ...]
    answered: bool
    no: bool
    said: str


class Response(NamedTuple):
    """What one row says; `when` is None where nothing says it."""

    line: int
    respondent: str
    when: date | datetime | None
    segment: str
    step: str
    given: Given

    @property
    def day(self) -> date | None:
        """The day of it."""
        return self.when.date() if isinstance(self.when, datetime) else self.when


def given(heard: tuple[Heard, ...]) -> Given:
    """Answers, looked at together."""
    answered = any(one.says is Says.ANSWER for one in heard)
    said = "\x1f".join(f"{one.says.name} {one.value}" for one in heard)
    return Given(heard, answered, any(one.no for one in heard), said)


@dataclass
class Sheet:
    """A file of answers that was looked through: its responses can be read. `unread` are rows that cannot."""

    source: Source
    table: Table
    places: Mapping[str, int]
    questions: tuple[int, ...]
    reckoning: Reckoning
    days: Days
    problems: list[Problem] = field(default_factory=list)
    """The first rows that cannot be read; `unread` is how many."""
    unread: int = 0

    def heading(self, role: str) -> str:
        """The heading of the column that says something; empty where none does."""
        return self.table.headings[self.places[role]] if role in self.places else ""

    def responses(self) -> Iterator[Response]:
        """The responses, in the order of the file; a row that answers nothing is one too."""
        who, when, segment, step = (self.places.get(role, -1) for role in _WORDS)
        heard, on = self.reckoning.heard, self.source.legend.on
        # Most rows say what others did: that is looked at once.
        read = remembering(self.days.read)
        together = remembering(given)
        for row in self.table.rows():
            if isinstance(row, Row):
                line, cells = row
                yield Response(
                    line,
                    shown(cells[who]) if who >= 0 else "",
                    read(cells[when]) if when >= 0 else on,
                    shown(cells[segment])[:_LONGEST] if segment >= 0 else "",
                    shown(cells[step])[:_LONGEST] if step >= 0 else "",
                    together(tuple([heard(cells[place]) for place in self.questions])),
                )


def remembering(find: Callable[[Any], T]) -> Callable[[Any], T]:
    """A function that remembers what it found, of very many different things the first."""
    known: dict[Any, T] = {}

    def found(asked: Any) -> T:
        if asked in known:
            return known[asked]
        answer = find(asked)
        if len(known) < _REMEMBERED:
            known[asked] = answer
        return answer

    return found


def looked_through(source: Source, name: str, index: Index, needed: Sequence[str] = ()) -> Sheet:
    """A file of answers to what an index asks (`name` is the measure's), with the columns found in it and its days
    understood; `needed` are the roles without which nothing can be told.

    Raises UsageError for a file that cannot be read, and `Unexplained` where a column, a word or the order of days has
    to be asked for: of all questions that are missing, and all words, in one message.
    """
    reckoning = Reckoning(name, index, source.legend.answers)
    table = open_table(source.path, sheet=source.legend.sheet)
    places = _places(table, source.legend, index, needed)
    questions = tuple(places[_question(id_)] for id_, _ in index.questions)
    sheet = Sheet(source, table, places, questions, reckoning, Days(source.legend.dates))
    asked = all_of((*_words_of(sheet, index), *_days_of(sheet)))
    if asked:
        raise asked
    return sheet


def _question(id_: str) -> str:
    """What a question is called among the columns: as no role is."""
    return f"question {id_}" if id_ in _WORDS else id_


def _places(table: Table, legend: Legend, index: Index, needed: Sequence[str]) -> Mapping[str, int]:
    asked = [
        Wanted(_question(id_), f"the answers to “{words}” ({id_})", (id_, words), True, legend.questions.get(id_, ""))
        for id_, words in index.questions
    ]
    roles = [
        Wanted(role, says, words, role in needed, legend.columns.get(role, ""))
        for role, (says, words) in _WORDS.items()
    ]
    found = find_columns((*asked, *roles), table.headings)
    if found.missing:
        raise _missing(table, found, asked, roles)
    taken = {found.places[one.name] for one in asked}
    # A question's own column is not read for a role that nobody said.
    return {
        name: place
        for name, place in found.places.items()
        if name not in _WORDS or name in legend.columns or place not in taken
    }


def _missing(table: Table, found: Found, asked: Sequence[Wanted], roles: Sequence[Wanted]) -> Unexplained:
    """What is asked where columns are missing: of questions whose columns nobody named all at once."""
    lost = [one for one in asked if one.name in found.without]
    unnamed = [one for one in lost if not one.heading]
    named = find_columns([*(one for one in lost if one.heading), *roles], table.headings).missing
    said = [named.partition("; the columns are")[0]] if named else []
    if unnamed:
        said.append(
            f"no column is called {', '.join(f'“{one.name}” or “{shortened(one.words[1])}”' for one in unnamed)}"
        )
    ids = {one.name: one.words[0] for one in asked}
    options = [column_option(ids.get(name, name)) for name in found.without]
    also = [column_option(role) for role in _WORDS if role not in found.places and role not in found.without]
    more = f"; if they are there, name these, too: {' '.join(also)}" if also else ""
    if 0 < len(lost) < len(asked):
        more += "; if it was not asked, take the question out of the measure"
    return Unexplained(f"{table.name}: {', and '.join(said)}; {listed(table.headings)}{more}", options)


@dataclass
class _Words:
    """What stands in the column of a question: words that nothing explains, marks, and whether words are yes or no."""

    unknown: Counter[str] = field(default_factory=Counter)
    marks: Counter[str] = field(default_factory=Counter)
    worded: bool = False

    def add(self, one: Heard) -> None:
        """One cell more."""
        if one.says is Says.UNKNOWN:
            _count(self.unknown, one.shown)
        elif one.bare and one.says is Says.ANSWER:
            _count(self.marks, one.shown)
        elif one.worded:
            self.worded = True

    @property
    def asked(self) -> Counter[str]:
        """What has to be asked for. Beside “yes” a 1 is hardly the lowest mark of a scale: nobody wrote what it is."""
        return self.unknown + self.marks if self.worded else self.unknown


def _count(words: Counter[str], word: str) -> None:
    if word in words or len(words) <= _MOST_WORDS:
        words[word] += 1


def _words_of(sheet: Sheet, index: Index) -> Iterator[Unexplained]:
    """The words that nothing explains, after going through the whole file; the cells with days are seen, too."""
    when = sheet.places.get("when", -1)
    columns = {place: _Words() for place in sheet.questions}
    heard, see = sheet.reckoning.heard, sheet.days.see
    for row in sheet.table.rows():
        if isinstance(row, Problem):
            sheet.unread += 1
            if len(sheet.problems) < 5:
                sheet.problems.append(row)
            continue
        cells = row.cells
        if when >= 0:
            see(cells[when])
        for place, words in columns.items():
            words.add(heard(cells[place]))
    for (id_, _), place in zip(index.questions, sheet.questions, strict=True):
        unknown = columns[place].unknown
        if len(unknown) > _MOST_WORDS or any(len(word) > _A_TEXT for word in unknown):
            heading = sheet.table.headings[place]
            message = f"{sheet.table.name}: “{heading}” holds texts, and no answers to “{id_}” that can be counted"
            yield Unexplained(message, [column_option(id_)])
            return
    yield from _unexplained(sheet, index, {place: words.asked for place, words in columns.items()})


def _unexplained(sheet: Sheet, index: Index, unknown: Mapping[int, Counter[str]]) -> Iterator[Unexplained]:
    found = {place: words for place, words in unknown.items() if words}
    if not found:
        return
    total = _as_one(sum(found.values(), Counter[str]()))
    where = ", ".join(f"“{sheet.table.headings[place]}”" for place in found)
    marks = f"a mark from {index.scale}" if index.scale else "a mark"
    means = f"{marks}, or none (no answer)"
    if index.a_share:
        means = f"{marks}, yes, no, or none (no answer)" if index.yes else _YES_OR_NO
        if not index.yes and all(number(word) is not None for word in total):
            means += ": write that there, for these are marks"
    yield Unexplained(
        f"{sheet.table.name}: nothing says what is meant in {where} by {listed_words(total)}; each can mean {means}",
        [answer_option(word) for word in list(total)[:LISTED]],
    )


def _as_one(words: Counter[str]) -> Mapping[str, int]:
    """Words that are read as one, since only their case differs, counted as one, the most frequent first."""
    spelled: dict[str, str] = {}
    found: Counter[str] = Counter()
    for word, count in sorted(words.items(), key=lambda one: (-one[1], one[0])):
        found[spelled.setdefault(folded(word), word)] += count
    return dict(sorted(found.items(), key=lambda one: (-one[1], one[0])))


def _days_of(sheet: Sheet) -> Iterator[Unexplained]:
    if sheet.days.ambiguous:
        yield two_ways(sheet.table.name, sheet.heading("when"), sheet.days)
