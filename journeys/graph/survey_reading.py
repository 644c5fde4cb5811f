"""A survey of the language to what its node says, with what is wrong in it at its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from journeys.graph.index import Index, index_of
from journeys.graph.lexicon import EXPECTATION, MEASURE, Lexicon
from journeys.graph.meanings import meaning_of_mark, meaning_of_pair
from journeys.graph.names import unknown
from journeys.graph.purpose_nodes import Feature
from journeys.graph.shared import Named
from journeys.graph.sheet import Sheet
from journeys.language.finding import Finding, KeyPath, Part, Place, Related
from journeys.language.model.base import Model
from journeys.language.model.names import UNSAID, meant
from journeys.language.model.purpose import Measure
from journeys.language.model.survey import CalledBack, Columns, Survey
from journeys.language.words import shortened

_PAIR = ("feature", "functional", "dysfunctional")


def surveyed(model: Survey, path: KeyPath, sheet: Sheet, lexicon: Lexicon) -> dict[str, Any]:
    """What a survey at a path says, by the fields of its node; what is wrong is among the sheet's findings."""
    return _Reader(model, path, sheet, lexicon).said()


class _Reader:
    """One survey of a file."""

    def __init__(self, model: Survey, path: KeyPath, sheet: Sheet, lexicon: Lexicon) -> None:
        self._model = model
        self._columns = model.columns or Columns()
        self._called = model.follow_up or CalledBack(file=UNSAID)
        self._path = path
        self._sheet = sheet
        self._lexicon = lexicon

    def said(self) -> dict[str, Any]:
        """The fields of its node."""
        model = self._model
        self._tell_without_effect()
        measure = self._measure()
        index = index_of(measure.entry) if measure and isinstance(measure.entry, Measure) else None
        if measure and index and not index.reckoned:
            self._tell_no_index(measure)
            index = None
        return {
            "files": tuple(file for file in model.file if file != UNSAID),
            "measure": measure.id if measure else "",
            "measure_text": model.measure or "",
            **{name: getattr(self._columns, name) or "" for name in _HEADINGS},
            "questions": tuple(self._questions(measure, index)) if measure and index else (),
            "features": () if model.measure else tuple(self._features()),
            "answers": tuple(self._answers(measure, index)),
            "dates": model.dates or "",
            "follow_up_file": "" if self._called.file == UNSAID else self._called.file,
            "follow_up_respondent": self._called.respondent or "",
            "follow_up_when": self._called.when or "",
        }

    def _measure(self) -> Named | None:
        word, place = self._model.measure, self._place("measure")
        found = self._lexicon.meant(self._sheet, (MEASURE,), word, place) if word else None
        return found if isinstance(found, Named) else None

    def _tell_no_index(self, measure: Named) -> None:
        message = f"“{measure.name}” is a plain number: it asks nothing that a survey could answer"
        help_ = "say in the measure what it asks (`of: …`), or name one that asks"
        self._tell(message, self._place("measure"), help_, Related(measure.place, "this is it"))

    def _questions(self, measure: Named, index: Index) -> Iterator[tuple[str, str]]:
        """The questions of the measure, by their ids, with their columns."""
        asked, words = dict(index.questions), self._model.questions
        found: dict[str, str] = {}
        for word in words:
            place = self._place("questions", word, part=Part.KEY)
            id_ = meant(word, asked)
            if not id_:
                message = f"“{measure.name}” asks no question “{shortened(word)}”"
                self._sheet.findings.append(replace(unknown(word, place, "question", asked), message=message))
            elif id_ in found:
                message = f"“{shortened(word)}” and “{shortened(found[id_])}” are one question"
                self._tell(message, place, "name each question once")
            else:
                found[id_] = word
        self._tell_twice(((word, ("questions", word), words[word]) for word in found.values()), "column")
        yield from ((id_, words[word]) for id_, word in found.items())

    def _features(self) -> Iterator[Feature]:
        """The expectations that pairs of questions are about."""
        said = self._model.features
        wide = self._wide
        found: dict[str, str] = {}
        for word, says in said.items():
            place = self._place("features", word, part=Part.KEY)
            id_ = self._lexicon.find(self._sheet, (EXPECTATION,), word, place)
            if id_ and id_ in found:
                message = f"“{shortened(word)}” and “{shortened(found[id_])}” are one expectation"
                self._tell(message, place, "name each expectation once")
                continue
            if wide and len(says) == 1:
                message = f"“{shortened(word)}” has one column, and a pair of questions has two"
                help_ = "write both: `[if it is there, if it is not]`"
                self._tell(message, self._place("features", word), help_)
                continue
            found[id_ or word] = word
            yield Feature(id_, word, says)
        places = (
            (word, ("features", word, number), one) for word in found.values() for number, one in enumerate(said[word])
        )
        self._tell_twice(places, "column" if wide else "word")

    @property
    def _wide(self) -> bool:
        """Whether each expectation has its pair of columns."""
        return any(len(says) == 2 for says in self._model.features.values())

    def _tell_twice(self, said: Iterable[tuple[str, KeyPath, str]], what: str) -> None:
        """Say of what is asked (each by its words and path) that something else is read from the same column."""
        before: dict[str, tuple[str, KeyPath]] = {}
        for word, path, column in said:
            if column in before:
                other, first = before[column]
                whose = "both answers" if other == word else f"“{shortened(other)}” too"
                message = f"“{shortened(column)}” is the {what} of {whose}"
                related = Related(self._place(*first), "here")
                self._tell(message, self._place(*path), f"name the {what} of each", related)
            else:
                before[column] = word, path

    def _answers(self, measure: Named | None, index: Index | None) -> Iterator[tuple[str, str]]:
        """What words mean, so far as they mean anything."""
        for word, meaning in self._model.answers.items():
            place = self._place("answers", word)
            if not self._model.measure:
                found = meaning_of_pair(meaning, place)
            elif measure and index:
                found = meaning_of_mark(meaning, measure.name, index, place)
            else:
                found = None  # Of which measure is told where it is named.
            if found is None:
                yield word, meaning
            else:
                self._sheet.findings.append(found)

    def _tell_without_effect(self) -> None:
        """Say of keys of the one kind of survey that they stand in the other, and of what nothing is left to say."""
        model, columns = self._model, self._columns
        if model.measure:
            why, help_ = "it is a survey of a measure, not of pairs", "take it away, or take `measure` away"
            self._vain(model, ("features",), why, help_)
            self._vain(columns, _PAIR, why, help_, "columns")
        else:
            why, help_ = "it is a survey of pairs", "name the `measure` that was surveyed, or take it away"
            self._vain(model, ("questions", "follow_up"), why, help_)
            self._vain(columns, ("step",), why, help_, "columns")
            if self._wide:
                self._vain(columns, _PAIR, "`features` name the columns", "take it away", "columns")
        if model.on and not columns.when and not self._called.when:
            why = "`on` says the day, and no column is read for it"
            self._vain(model, ("dates",), why, "take it away, or name the column of days: `columns: {when: …}`")

    def _vain(self, model: Model, keys: Iterable[str], why: str, help_: str, *inside: str) -> None:
        self._sheet.without_effect(model, keys, why, (*self._path, *inside), help_=help_)

    def _place(self, *path: str | int, part: Part = Part.VALUE) -> Place:
        return self._sheet.place(*self._path, *path, part=part)

    def _tell(self, message: str, place: Place, help_: str, *related: Related) -> None:
        self._sheet.findings.append(Finding(message, place, related, help_, name="wrong-type"))


_HEADINGS = tuple(name for name in Columns.model_fields if name != "own")
