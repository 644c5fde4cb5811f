"""One row of answers, understood: whose it is, of which day, and the pairs that it holds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime, time
from typing import NamedTuple

from journeys.errors import UsageError
from journeys.graph.purpose_nodes import Feature
from journeys.language.model.names import slug
from journeys.surveys.kano.form import Form
from journeys.surveys.kano.parts import Part
from journeys.surveys.kano.words import Words
from journeys.surveys.twice import NO_TIME
from journeys.tables import Cell, Problem, Row, shown

MOST_FEATURES = 1000
Meant = Callable[[str], str]
"""The id of the expectation that some words mean; empty for none."""


class Topic(NamedTuple):
    """A feature that is asked about: the key that it is counted under, its name, its expectation (empty for none)."""

    key: str
    name: str
    expectation: str


_NOTHING = Topic("", "", "")


class Said(NamedTuple):
    """What a row says. `survey` is 1 for what was answered from the day on that parts two surveys, else 0."""

    line: int
    survey: int
    when: date | datetime | None
    respondent: str
    segment: str
    pairs: tuple[tuple[Topic, Cell, Cell], ...]

    @property
    def day(self) -> date | None:
        """The day of the answers."""
        return self.when.date() if isinstance(self.when, datetime) else self.when

    @property
    def moment(self) -> int:
        """When it was answered, in seconds; NO_TIME where not even a day is known."""
        if self.when is None:
            return NO_TIME
        at = self.when if isinstance(self.when, datetime) else datetime.combine(self.when, time())
        return int((at - datetime.min).total_seconds())


class Wrong(NamedTuple):
    """A row that is not counted: why, as a word for all of its kind, and in words."""

    line: int
    what: str
    message: str


class Rows:
    """Understands rows as a form says; `meant` gives the expectation that words for a feature mean."""

    def __init__(self, form: Form, meant: Meant) -> None:
        self.words = Words(form.answers)
        self._meant = meant
        self._called = {slug(one.says[0]): one for one in form.features if len(one.says) == 1}
        self._topics: dict[tuple[str, str], Topic] = {}

    def of(self, part: Part, since: date | None) -> Iterator[Said | Wrong]:
        """The rows of a table; `since` is the day that parts two surveys, None for one."""
        for row in part.table.rows():
            if isinstance(row, Problem):
                yield Wrong(row.line, "unread", row.message)
            else:
                yield self._understood(part, row, since)

    def _understood(self, part: Part, row: Row, since: date | None) -> Said | Wrong:
        layout = part.layout
        said = Said(
            row.line,
            0,
            part.when(row),
            _cell(row, layout.respondent),
            _cell(row, layout.segment),
            self._pairs(part, row),
        )
        if not said.pairs:
            return Wrong(row.line, "nameless", "no feature is named")
        if since is None:
            return said
        if said.day is None:
            return Wrong(row.line, "undated", "no day that can be read")
        return said._replace(survey=int(said.day >= since))

    def _pairs(self, part: Part, row: Row) -> tuple[tuple[Topic, Cell, Cell], ...]:
        cells, named = row.cells, part.layout.feature
        if named is not None:
            ((_, there, not_there, _),) = part.layout.pairs
            topic = self._topic(_cell(row, named), "")
            return ((topic, cells[there], cells[not_there]),) if topic.key else ()
        return tuple(
            [
                (self._topic(name, expectation), cells[there], cells[not_there])
                for name, there, not_there, expectation in part.layout.pairs
            ]
        )

    def _topic(self, name: str, expectation: str) -> Topic:
        """The feature that some words name, as it was called first; without a key for no words."""
        known = self._topics.get((name, expectation))
        if known is None:
            name = " ".join(name.split())
            if not slug(name):
                return _NOTHING
            called = self._called.get(slug(name), Feature(expectation, name, ()))
            id_ = called.expectation or self._meant(called.text) or self._meant(name)
            key = id_ or slug(called.text)
            known = next((one for one in self._topics.values() if one.key == key), Topic(key, called.text, id_))
            if len(self._topics) >= MOST_FEATURES:
                raise UsageError(f"more than {MOST_FEATURES:,} features are named: look whether that is their column")
            self._topics[name, expectation] = known
        return known


def _cell(row: Row, place: int | None) -> str:
    return "" if place is None else shown(row.cells[place])
