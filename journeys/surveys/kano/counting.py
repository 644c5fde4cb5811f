"""Rows of answers, counted; none of them is kept."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

from journeys.surveys.asking import answer_option, listed_words
from journeys.surveys.kano.answered import Answered, Survey
from journeys.surveys.kano.evaluation import KINDS, Kind
from journeys.surveys.kano.form import Unclear
from journeys.surveys.kano.rows import Said, Topic
from journeys.surveys.kano.tally import Tally
from journeys.surveys.kano.words import Words
from journeys.tables import Cell, shown

MOST_SEGMENTS = 40
_MOST_WORDS = 1000


@dataclass(slots=True)
class _Counted:
    """What is counted of a feature in one survey."""

    topic: Topic
    segments: dict[str, dict[Kind, int]] = field(default_factory=dict)
    half: int = 0
    silent: int = 0

    def answered(self, by_segment: bool) -> Answered:
        whole = dict.fromkeys(Kind, 0)
        for counts in self.segments.values():
            for kind, number in counts.items():
                whole[kind] += number
        segments = {name: _tally(self.segments[name]) for name in sorted(self.segments)} if by_segment else {}
        name, expectation = self.topic.name, self.topic.expectation
        return Answered(name, expectation, _tally(whole), MappingProxyType(segments), self.half, self.silent)


def _tally(counts: Mapping[Kind, int]) -> Tally:
    return Tally(MappingProxyType(dict(counts)))


class Counting:
    """Counts what rows say, in one survey or two."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self._counted: dict[int, dict[str, _Counted]] = {}
        self._days: dict[int, tuple[date, date]] = {}
        self._segments: set[str] = set()
        self._unknown: Counter[str] = Counter()
        self.too_many_segments = False
        self.marks = False
        """Whether an answer was a number."""

    def take(self, said: Said) -> None:
        """Counts the answers of a row."""
        segment = self._segment(said.segment)
        here = self._counted.setdefault(said.survey, {})
        for topic, there, not_there in said.pairs:
            so_far = here.get(topic.key)
            if so_far is None:
                so_far = here[topic.key] = _Counted(topic)
            self._pair(so_far, segment, there, not_there)
        if said.day is not None:
            earliest, latest = self._days.get(said.survey, (said.day, said.day))
            self._days[said.survey] = min(earliest, said.day), max(latest, said.day)

    def _segment(self, name: str) -> str:
        if name not in self._segments and len(self._segments) >= MOST_SEGMENTS:
            self.too_many_segments = True
            return ""
        self._segments.add(name)
        return name

    def _pair(self, so_far: _Counted, segment: str, there: Cell, not_there: Cell) -> None:
        words = self._words
        if not (words.knows(there) and words.knows(not_there)):
            self._ask(there, not_there)
            return
        functional, dysfunctional = words.answer(there), words.answer(not_there)
        if functional is None or dysfunctional is None:
            so_far.silent += functional is dysfunctional
            so_far.half += functional is not dysfunctional
            return
        self.marks = self.marks or shown(there).isdigit()
        counts = so_far.segments.get(segment)
        if counts is None:
            counts = so_far.segments[segment] = dict.fromkeys(Kind, 0)
        counts[KINDS[functional, dysfunctional]] += 1

    def _ask(self, *cells: Cell) -> None:
        """Keeps in mind the words in some cells that nobody explained."""
        for cell in cells:
            word = shown(cell)
            if not self._words.knows(cell) and (word in self._unknown or len(self._unknown) < _MOST_WORDS):
                self._unknown[word] += 1

    def explain(self) -> None:
        """Raises Unclear for words that nobody explained."""
        if not self._unknown:
            return
        by_number = dict(sorted(self._unknown.items(), key=lambda one: (-one[1], one[0])))
        many = len(self._unknown)
        words = f"what {many} words{' or more' if many == _MOST_WORDS else ''} in the answers mean"
        raise Unclear(
            f"nothing says {words if many > 1 else 'what a word in the answers means'}: like, expect, neutral, accept, "
            "dislike, or none",
            map(answer_option, by_number),
            listed_words(by_number),
        )

    def surveys(self, name: str, by_segment: bool) -> Iterator[Survey]:
        """What was counted; `by_segment` where a column says segments."""
        for number in sorted(self._counted):
            earliest, latest = self._days.get(number, (None, None))
            apart = by_segment and not self.too_many_segments
            features = {key: one.answered(apart) for key, one in self._counted[number].items()}
            yield Survey(name, earliest, latest, MappingProxyType(features))
