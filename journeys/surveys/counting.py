"""Responses counted: as a whole, by question, and by month, segment and step."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from journeys.graph.index import Index
from journeys.surveys.reckoning import Heard, Says
from journeys.surveys.responses import Given, Response
from journeys.surveys.tally import Number, Tally
from journeys.surveys.twice import Mark

_MOST_GROUPS = 400
"""A column with more different words tells no groups: memory, and what is told, do not grow with it."""
_MOST_MARKS = 100
_AT_ONCE = 50_000


@dataclass
class Groups:
    """A tally by word; `too_many` once there are more words than groups can be told of."""

    tallies: dict[str, Tally] = field(default_factory=dict)
    too_many: bool = False

    def add(self, word: str, values: Number, answers: int, times: int) -> None:
        """So many more responses alike, if their group is known."""
        if not word or self.too_many:
            return
        tally = self.tallies.get(word)
        if tally is None:
            if len(self.tallies) >= _MOST_GROUPS:
                self.tallies, self.too_many = {}, True
                return
            tally = self.tallies[word] = Tally()
        tally.add(values, answers, times)

    def renamed(self, name: Callable[[str], str]) -> dict[str, Tally]:
        """The tallies by the names of their words; those of one name are added up."""
        found: dict[str, Tally] = {}
        for word, tally in self.tallies.items():
            found.setdefault(name(word), Tally()).add_all(tally)
        return found


@dataclass
class QuestionCounts:
    """What was answered to one question. `only_no` are responses in which it alone got a no, and all others a yes."""

    tally: Tally = field(default_factory=Tally)
    only_no: int = 0
    nothing: int = 0
    off: Counter[str] = field(default_factory=Counter)
    """Marks off the scale, as they are written (of very many the first); they count as no answer."""
    off_at: Mark | None = None

    def add(self, one: Heard, mark: Mark, times: int) -> None:
        """So many more cells alike, the first of them at a place."""
        if one.says is Says.ANSWER:
            self.tally.add(one.value, 1, times)
            return
        self.nothing += times
        if one.says is Says.OFF:
            self.off_at = self.off_at or mark
            if one.shown in self.off or len(self.off) < _MOST_MARKS:
                self.off[one.shown] += times


@dataclass(slots=True)
class Alike:
    """How many responses are alike, and where the first of them stands."""

    mark: Mark
    times: int = 1


@dataclass
class Counts:
    """The responses to an index, of the day `since` or later. `left_out` lack an answer that the index needs,
    `unanswered` have none at all."""

    index: Index
    since: date | None = None
    whole: Tally = field(default_factory=Tally)
    questions: list[QuestionCounts] = field(default_factory=list)
    months: Groups = field(default_factory=Groups)
    segments: Groups = field(default_factory=Groups)
    steps: Groups = field(default_factory=Groups)
    left_out: int = 0
    unanswered: int = 0
    undated: int = 0
    undated_at: Mark | None = None
    first: date | None = None
    last: date | None = None
    _alike: dict[tuple[Given, date | None, str, str], Alike] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.questions = self.questions or [QuestionCounts() for _ in self.index.questions]

    def add(self, response: Response, mark: Mark) -> bool:
        """One more response, and where it stands. False for one of another time."""
        day = response.day
        alike = self._alike.get(key := (response.given, day, response.segment, response.step))
        if alike is not None:
            alike.times += 1
        else:
            if len(self._alike) >= _AT_ONCE:
                self.close()
            self._alike[key] = Alike(mark)
        return not self.since or (day is not None and day >= self.since)

    def close(self) -> None:
        """Add up what was kept to be added at once: many responses are alike."""
        for (given, day, segment, step), alike in self._alike.items():
            self._add(given, day, segment, step, alike.times, alike.mark)
        self._alike.clear()

    def _add(self, given: Given, day: date | None, segment: str, step: str, times: int, mark: Mark) -> None:
        if day is None:
            self.undated += times
            self.undated_at = self.undated_at or mark
        if self.since and (day is None or day < self.since):
            return
        for asked, one in zip(self.questions, given.heard, strict=True):
            asked.add(one, mark, times)
        if not given.answered:
            self.unanswered += times
        elif (counted := self._counted(given.heard, times)) is None:
            self.left_out += times
        else:
            self.whole.add(*counted, times)
            self.segments.add(segment, *counted, times)
            self.steps.add(step, *counted, times)
            if day is not None:
                self.months.add(f"{day.year:04}-{day.month:02}", *counted, times)
                self.first = day if self.first is None or day < self.first else self.first
                self.last = day if self.last is None or day > self.last else self.last

    def _counted(self, heard: tuple[Heard, ...], times: int) -> tuple[Number, int] | None:
        """The values of each of some responses alike, and of how many answers; None where that cannot be told.

        Of an index `all_of` one no is enough to count as no, whatever was not answered; without a no, what lacks an
        answer might have been one, and is left out.
        """
        if self.index.reckoned != "all":
            given = [one.value for one in heard if one.says is Says.ANSWER]
            return sum(given), len(given)
        noes = [place for place, one in enumerate(heard) if one.says is Says.ANSWER and one.no]
        complete = all(one.says is Says.ANSWER for one in heard)
        if len(noes) == 1 and complete:
            self.questions[noes[0]].only_no += times
        if noes:
            return 0, 1
        return (1, 1) if complete else None
