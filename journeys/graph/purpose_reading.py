"""The sections of designing on purpose to nodes, with what they refer to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import Any

from journeys.graph.index import index_of
from journeys.graph.lexicon import EXPECTATION, GOAL, MEASURE, PLACE, PRACTICE, PROMISE, VALUE, VOICE, Lexicon
from journeys.graph.purpose import NO_PURPOSE, NOBODY, Governance, Purpose
from journeys.graph.purpose_nodes import (
    ChangeNode,
    DecisionNode,
    GoalNode,
    Measured,
    MeasureNode,
    PracticeNode,
    SurveyNode,
    ValueNode,
    VoiceNode,
)
from journeys.graph.sheet import Sheet
from journeys.graph.survey_reading import surveyed
from journeys.language.finding import Finding, KeyPath, Part, Place, Related
from journeys.language.model import purpose as written
from journeys.language.model.base import Model
from journeys.language.model.key import plain
from journeys.language.model.names import listed
from journeys.language.model.quantity import Quantity
from journeys.language.model.survey import Survey


def purpose_of(model: written.PurposeSections, sheet: Sheet, lexicon: Lexicon, base: Purpose = NO_PURPOSE) -> Purpose:
    """What a file says, as nodes. What refers to nothing is among the sheet's findings; `base` is the workspace's."""
    reader = _Reader(sheet, lexicon)
    measures = {key: reader.measure(key, one) for key, one in model.measures.items()}
    reader.units = {node.id: node.unit for node in (*base.measures.values(), *measures.values())}
    return Purpose(
        {key: reader.value(key, one) for key, one in model.values.items()},
        measures,
        {key: reader.practice(key, one) for key, one in model.practices.items()},
        {key: reader.voice(key, one) for key, one in model.voices.items()},
        {key: reader.change(key, one) for key, one in model.changes.items()},
        {key: reader.survey(key, one) for key, one in model.surveys.items()},
        reader.governance(model.governance, base.governance) if model.governance else NOBODY,
    )


_REPLACED = (MEASURE, PRACTICE)
_AN_ID = re.compile(r"[^\W_]{2,}([-_][^\W_]{2,})+")
_RECKONED = ("unit", "better", "all_of", "of", "as_", "scale", "yes")


class _Reader:
    """The entries of one file to nodes."""

    def __init__(self, sheet: Sheet, lexicon: Lexicon) -> None:
        self._sheet = sheet
        self._lexicon = lexicon
        self._prefix = f"{sheet.id}/" if sheet.id else ""
        self.units: Mapping[str, str] = {}

    def value(self, key: str, model: written.Value) -> ValueNode:
        return ValueNode(**self._entry("value", "values", key, model.value, model))

    def measure(self, key: str, model: written.Measure) -> MeasureNode:
        path: KeyPath = ("measures", key)
        said = model.follow_up or written.FollowUp()
        index = index_of(model)
        if not index.reckoned:
            why = "it says how answers are counted, and no question is asked"
            self._sheet.without_effect(model, ("as_", "scale", "yes"), why, path, help_="write the question: `of: …`")
        elif model.all_of:
            why = "`all_of` counts those who say yes to all"
            self._sheet.without_effect(model, ("of", "as_"), why, path, help_="take it away, or take `all_of` away")
        return MeasureNode(
            **self._entry("measure", "measures", key, model.measure, model, *_RECKONED),
            owner=self._owner(model.owner, *path, "owner"),
            owner_text=model.owner or "",
            unit=model.unit or ("%" if index.a_share else ""),
            better=model.better or ("higher" if index.reckoned else ""),
            reckoned=index.reckoned,
            questions=index.questions,
            scale=index.scale,
            yes=index.yes,
            at=self._all(model.at, (PLACE,), *path, "at"),
            follow_up_by=self._owner(said.by, *path, "follow_up", "by"),
            follow_up_text=said.by or "",
            follow_up_within=said.within,
        )

    def practice(self, key: str, model: written.Practice) -> PracticeNode:
        path: KeyPath = ("practices", key)
        entry = self._entry("practice", "practices", key, model.practice, model)
        replaced = dict.fromkeys(self._replaced(entry["id"], model.instead_of, *path, "instead_of"))
        return PracticeNode(
            **entry,
            replaces=tuple(replaced),
            serves=self._all(model.serves, (VALUE,), *path, "serves"),
            serves_text=model.serves,
            at=self._all(model.at, (PLACE,), *path, "at"),
            at_text=model.at,
            measures=self._all(model.measure, (MEASURE,), *path, "measure"),
            owner=self._owner(model.owner, *path, "owner"),
            owner_text=model.owner or "",
        )

    def _replaced(self, practice: str, words: Iterable[str], *path: str | int) -> Iterator[str]:
        """The measures and practices that some words name; what looks like the id of one and is none is told, and a
        practice (by id) that names itself."""
        for number, word in enumerate(words):
            found = self._lexicon.named(self._sheet, _REPLACED, word)
            yield from (id_ for id_ in found if id_ != practice)
            if practice in found:
                self._sheet.findings.append(_in_its_own_place(self._sheet.place(*path, number)))
            if not found and self._lexicon.whole:
                place = self._sheet.place(*path, number)
                finding = self._lexicon.unknown(self._sheet, _REPLACED, word, place)
                if finding.fix or _AN_ID.fullmatch(word):
                    help_ = finding.help if finding.fix else "declare it under `measures`, or write it in words"
                    self._sheet.findings.append(replace(finding, name="practice-replaces-nothing", help=help_))

    def voice(self, key: str, model: written.Voice) -> VoiceNode:
        path: KeyPath = ("voices", key)
        return VoiceNode(
            **self._entry("voice", "voices", key, model.voice, model),
            by=self._sheet.anyone(model.from_, self._sheet.place(*path, "from")) if model.from_ else "",
            by_text=model.from_ or "",
            at=self._all(model.at, (PLACE,), *path, "at"),
        )

    def change(self, key: str, model: written.Change) -> ChangeNode:
        path: KeyPath = ("changes", key)
        told = model.told or written.Told()
        measure = self._one(model.measure, MEASURE, *path, "measure")
        makes = [self._lexicon.knows(self._sheet, EXPECTATION, word) for word in model.expects]
        results = self._results(model.results, self.units.get(measure, ""), *path, "results")
        return ChangeNode(
            **self._entry("change", "changes", key, model.change, model),
            at=self._all(model.at, (PLACE,), *path, "at"),
            owner=self._owner(model.owner, *path, "owner"),
            owner_text=model.owner or "",
            answers=self._all(model.answers, (VOICE, EXPECTATION), *path, "answers"),
            makes=tuple(dict.fromkeys(filter(None, makes))),
            makes_new=tuple(word for word, id_ in zip(model.expects, makes, strict=True) if not id_),
            told_at=self._all(told.at, (PLACE,), *path, "told", "at"),
            told_by=self._owner(told.by, *path, "told", "by"),
            told_by_text=told.by or "",
            measure=measure,
            measure_text=model.measure or "",
            results=tuple(sorted(results, key=lambda one: one.on)),
        )

    def survey(self, key: str, model: Survey) -> SurveyNode:
        entry = self._entry("survey", "surveys", key, model.survey, model)
        return SurveyNode(**entry, **surveyed(model, ("surveys", key), self._sheet, self._lexicon))

    def governance(self, model: written.Governance, base: Governance) -> Governance:
        path: KeyPath = ("governance",)
        for key, before in (("authority", base.authority_text), ("meets", base.meets)):
            if before and getattr(model, key):
                self._sheet.findings.append(self._governed_twice(key, base))
        council = [self._owner(word, *path, "council", number) for number, word in enumerate(model.council)]
        said = plain(model)
        said.pop("own", None)  # It is no node: the user's own keys in it are told with the file.
        return Governance(
            **said,
            authority=self._sheet.said(model.authority, *path, "authority").owner,
            authority_text=model.authority or "",
            council=tuple(dict.fromkeys(filter(None, council))),
            council_text=model.council,
            goals=tuple(self._goals(model.goals)),
            decisions=tuple(self._decisions(model.decisions)),
            place=self._sheet.place(*path, part=Part.KEY),
        )

    def _governed_twice(self, key: str, base: Governance) -> Finding:
        related = (Related(base.place, "it is said here for all journeys"),) if base.place else ()
        place = self._sheet.place("governance", key, part=Part.KEY)
        message = f"`{key}` is said in the workspace too"
        return Finding(message, place, related, "leave it out here", name="name-said-twice")

    def _goals(self, models: Sequence[written.Goal]) -> Iterator[GoalNode]:
        ids = listed("goal", self._prefix, (model.goal for model in models))
        for number, (model, (id_, key)) in enumerate(zip(models, ids, strict=True)):
            yield self._goal(number, model, id_, key)

    def _goal(self, number: int, model: written.Goal, id_: str, key: str) -> GoalNode:
        path: KeyPath = ("governance", "goals", number)
        measure = self._one(model.measure, MEASURE, *path, "measure")
        unit = self.units.get(measure) or None
        entry = self._listed(id_, key, model.goal, model, path)
        for key in ("at_least", "at_most"):
            if key in entry:
                fitting = self._in_unit(entry[key], unit, "its measure", self._sheet.place(*path, key))
                entry[key] = fitting or entry[key]
        self._bounds(entry.get("at_least"), entry.get("at_most"), path)
        return GoalNode(
            **entry,
            order=number,
            owner=self._owner(model.owner, *path, "owner"),
            owner_text=model.owner or "",
            measure=measure,
            measure_text=model.measure or "",
            against=tuple(self._against(id_, model, path)),
        )

    def _bounds(self, least: Quantity | None, most: Quantity | None, path: KeyPath) -> None:
        """Say of two bounds that nothing can be between them."""
        if least and most and least.measure == most.measure and most.amount < least.amount:
            message = f"“{most}” at most, and “{least}” at least: nobody can reach both"
            help_ = "take one of the two away, or let `at_most` be more than `at_least`"
            place = self._sheet.place(*path, "at_most")
            self._sheet.findings.append(Finding(message, place, help=help_, name="wrong-type"))

    def _against(self, goal: str, model: written.Goal, path: KeyPath) -> Iterator[str]:
        """The goals that a goal says it works against; itself is none of them."""
        for id_ in self._all(model.against, (GOAL,), *path, "against"):
            if id_ == goal:
                why = "a goal does not work against itself"
                self._sheet.without_effect(model, ("against",), why, path, help_="name the goal of somebody else")
            else:
                yield id_

    def _decisions(self, models: Sequence[written.Decision]) -> Iterator[DecisionNode]:
        ids = listed("decision", self._prefix, (model.decision for model in models))
        for number, (model, (id_, key)) in enumerate(zip(models, ids, strict=True)):
            yield self._decision(number, model, id_, key)

    def _decision(self, number: int, model: written.Decision, id_: str, key: str) -> DecisionNode:
        path: KeyPath = ("governance", "decisions", number)
        return DecisionNode(
            **self._listed(id_, key, model.decision, model, path),
            by=self._owner(model.by, *path, "by"),
            by_text=model.by or "",
            about=self._all(model.about, (PROMISE,), *path, "about"),
        )

    def _results(self, models: Iterable[written.Result], unit: str, *path: str | int) -> Iterator[Measured]:
        """The results that can be compared: with the unit of the measure, or else of the first."""
        known, whose = unit or None, "its measure"
        for number, one in enumerate(models):
            place = self._sheet.place(*path, number, "value")
            value = self._in_unit(one.value, known, whose, place)
            if value is not None:
                yield Measured(one.on, value, place)
            if known is None:
                known, whose = one.value.unit, "the first result"

    def _in_unit(self, value: Quantity, unit: str | None, whose: str, place: Place) -> Quantity | None:
        """A quantity in a unit (`""`: without one); None, and a finding, for one that cannot be compared with it."""
        if unit is None:
            return value
        found = value.within(unit)
        if found.measure == Quantity("1", Fraction(1)).within(unit).measure:
            return found
        said = f"in `{found.unit}`" if found.unit else "without a unit"
        known = f"in `{unit}`" if unit else "without one"
        help_ = f"write it in `{unit}`, or give it a measure of its own" if unit else "write it without a unit"
        message = f"“{value}” is {said}, and {whose} is {known}: they cannot be compared"
        self._sheet.findings.append(Finding(message, place, help=help_, name="wrong-type"))
        return None

    def _entry(self, kind: str, section: str, key: str, name: str, model: Model, *besides: str) -> dict[str, Any]:
        """What every entry says; without the keys named `besides`, which are read in another way."""
        self._sheet.variants(getattr(model, "for_", ()), section, key)
        return {
            "id": f"{kind}:{self._prefix}{key}",
            "name": name,
            "place": self._sheet.place(section, key, part=Part.KEY),
            "journey": self._sheet.id,
            "key": key,
            **{field: value for field, value in plain(model).items() if field not in besides},
        }

    def _listed(self, id_: str, key: str, name: str, model: Model, path: KeyPath) -> dict[str, Any]:
        """The same for one of a list, whose id comes from its words."""
        self._sheet.variants(getattr(model, "for_", ()), *path)
        place = self._sheet.place(*path, id_.partition(":")[0])
        return {"id": id_, "name": name, "place": place, "journey": self._sheet.id, "key": key, **plain(model)}

    def _owner(self, word: str | None, *path: str | int) -> str:
        return self._sheet.owner(word, self._sheet.place(*path)) if word else ""

    def _one(self, word: str | None, what: str, *path: str | int) -> str:
        return self._lexicon.find(self._sheet, (what,), word, self._sheet.place(*path)) if word else ""

    def _all(self, words: Iterable[str], whats: tuple[str, ...], *path: str | int) -> tuple[str, ...]:
        found = (
            self._lexicon.find(self._sheet, whats, word, self._sheet.place(*path, number))
            for number, word in enumerate(words)
        )
        return tuple(dict.fromkeys(filter(None, found)))


def _in_its_own_place(place: Place) -> Finding:
    return Finding(
        "a practice does not take the place of itself",
        place,
        help="name the measure or the practice that it sets aside, or say it in words",
        name="practice-replaces-nothing",
    )
