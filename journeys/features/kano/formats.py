"""Kinds of expectations in text for people, json for programs, csv for spreadsheets, and Markdown."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

from journeys.checks.report import spreadsheet
from journeys.checks.report.cells import Row, hanging, table
from journeys.checks.report.markdown import escaped
from journeys.features.kano.sentences import coefficient, intervals, kind_said, said_of, sentences
from journeys.features.kano.told import Known, Sheet, Told
from journeys.language.quantities import counted
from journeys.surveys.intervals import Interval
from journeys.surveys.kano import Kind, Shift, Tally

FORMATS: tuple[str, ...] = ("text", "json", "csv", "markdown", "svg")
# The number of the JSON structure: it grows when a field changes its meaning or goes, not when one is added.
VERSION = 1
_LETTERS = tuple(kind.value[0].upper() for kind in Kind)
_HEADINGS = ("FEATURE", "KIND", *_LETTERS, "BETTER", "WORSE")
LEGEND = "M must-be, P performance, A attractive, I indifferent, R reverse, Q questionable"


def text(sheet: Sheet, width: int) -> str:
    """A table of the features, one by segment, what was noted, what is past its time; at last their number."""
    lines: list[str] = []
    if sheet.features:
        lines += [*table(_HEADINGS, [_row(one) for one in sheet.features], width), *_wrapped(LEGEND, width), ""]
    if any(len(one.found.answered.segments) > 1 for one in sheet.features):
        lines += ["By segment", *table(_HEADINGS, list(_segments(sheet)), width), ""]
    for title, said in (
        ("Past its time, and not asked about", [f"“{one.words}”: {said_of(one)}" for one in sheet.unasked]),
        ("Not read", sheet.unread),
        ("Notes", (*sheet.notes, *sheet.lines)),
    ):
        if said:
            lines += [title, *(line for one in said for line in _wrapped(one, width)), ""]
    return "\n".join([*lines, summary(sheet)]) + "\n"


def _wrapped(said: str, width: int) -> list[str]:
    return hanging(said, width, "  ", "    ")


def _row(one: Told) -> Row:
    tally = one.found.tally
    return Row((one.name, *_figures(tally)), (*intervals(tally), *sentences(one)))


def _figures(tally: Tally) -> tuple[str, ...]:
    return (*_counts(tally), coefficient(tally.better), coefficient(tally.worse))


def _counts(tally: Tally) -> tuple[str, ...]:
    return (kind_said(tally), *(str(tally.of(kind)) for kind in Kind))


def _segments(sheet: Sheet) -> Iterator[Row]:
    for one in sheet.features:
        for name, tally in one.found.answered.segments.items():
            yield Row((f"{one.name}: {name or 'no segment said'}", *_figures(tally)), tuple(intervals(tally)))


def summary(sheet: Sheet) -> str:
    """How many features, how many answers, of which days."""
    if not sheet.features:
        return "No answers"
    days = sorted({one.found.day for one in sheet.features if one.found.day})
    span = f", {days[0]} to {days[-1]}" if len(days) > 1 else f", {days[0]}" if days else ""
    answers = sum(one.found.tally.answers for one in sheet.features)
    return f"{counted(len(sheet.features), 'feature')}, {counted(answers, 'pair')} of answers{span}"


def as_json(sheet: Sheet, today: date) -> str:
    """`{"version", "today", "features": [feature…], "past_their_time": [expectation…], "notes", "lines", "unread"}`.

    ASCII only. A feature has `name`, `expectation` (null for none), `survey`, `first`, `last`, what a tally has,
    `unanswered`, `segments` (tallies by name), `before` (null, or the same of the survey before, and `better` and
    `worse` as they moved) and `known`. A tally has `answers`, `kind` (null for none), `few`, `counts` by kind, `better`
    and `worse` (with `value`, `low`, `high`; null for none), `strength`, `total_strength`, `lead`, `needed`,
    `significant` and `understood`.
    """
    data = {
        "version": VERSION,
        "today": today,
        "features": [_feature(one) for one in sheet.features],
        "past_their_time": [_known(one) for one in sheet.unasked],
        "notes": sheet.notes,
        "lines": sheet.lines,
        "unread": sheet.unread,
    }
    return json.dumps(data, indent=2, default=str) + "\n"


def _feature(one: Told) -> dict[str, Any]:
    found, answered = one.found, one.found.answered
    before = None
    if found.before and found.moved:
        survey, then = found.before
        before = {
            "survey": survey.name, "first": survey.first, "last": survey.last, **_tally(then.tally),
            "moved": {"better": _shift(found.moved.better), "worse": _shift(found.moved.worse)},
        }  # fmt: skip
    return {
        "name": found.name, "expectation": found.expectation or None,
        "survey": found.survey.name, "first": found.survey.first, "last": found.survey.last,
        **_tally(found.tally),
        "unanswered": {"one_question": answered.half, "both": answered.silent},
        "segments": {name: _tally(tally) for name, tally in answered.segments.items()},
        "before": before,
        "known": _known(one.known) if one.known else None,
    }  # fmt: skip


def _tally(tally: Tally) -> dict[str, Any]:
    return {
        "answers": tally.answers,
        "kind": None if tally.few else tally.kind,
        "few": tally.few,
        "counts": {kind.value: tally.of(kind) for kind in Kind},
        "better": _ranged(tally.better, tally.better_interval),
        "worse": _ranged(tally.worse, tally.worse_interval),
        "strength": _number(tally.strength),
        "total_strength": _number(tally.total_strength),
        "lead": tally.lead,
        "needed": _number(tally.needed),
        "significant": tally.significant,
        "understood": tally.understood,
    }


def _ranged(value: object, interval: Interval | None) -> dict[str, float] | None:
    if value is None or interval is None:
        return None
    return {"value": _number(value), "low": _number(interval.low), "high": _number(interval.high)}


def _number(value: Any) -> float:
    return round(float(value), 6) + 0.0


def _shift(shift: Shift | None) -> dict[str, Any] | None:
    if shift is None:
        return None
    chance = None if shift.chance is None else _number(shift.chance)
    return {"difference": _number(shift.difference), "p": chance, "more_than_chance": shift.told}


def _known(one: Known) -> dict[str, Any]:
    return {
        "id": one.id, "expects": one.words, "step": one.step, "kano": one.kano or None, "as_of": one.as_of,
        "review": one.review, "overdue": one.overdue, "file": one.file, "line": one.line,
    }  # fmt: skip


_COLUMNS = (
    "feature", "segment", "kind", *(kind.value for kind in Kind), "answers", "better", "better low", "better high",
    "worse", "worse low", "worse high", "strength", "total strength", "significant", "expectation", "survey", "last",
    "kind before", "better before", "worse before", "last before", "better p", "worse p",
)  # fmt: skip


def as_csv(sheet: Sheet) -> str:
    """A row for each feature, and one for each of its segments; coefficients are from 0 to 1, and 0 to -1."""
    return spreadsheet.as_csv(_COLUMNS, _cells(sheet))


def _cells(sheet: Sheet) -> Iterator[tuple[Any, ...]]:
    for one in sheet.features:
        found = one.found
        about = (found.expectation, found.survey.name, str(found.day or ""))
        yield (one.name, "", *_values(found.tally), *about, *_before(one))
        for name, tally in found.answered.segments.items():
            yield (one.name, name or "no segment said", *_values(tally), *about, *(None,) * 6)


def _values(tally: Tally) -> tuple[Any, ...]:
    better, worse = _ranged(tally.better, tally.better_interval), _ranged(tally.worse, tally.worse_interval)
    return (
        kind_said(tally),
        *(tally.of(kind) for kind in Kind),
        tally.answers,
        *(better or dict.fromkeys(("value", "low", "high"))).values(),
        *(worse or dict.fromkeys(("value", "low", "high"))).values(),
        _number(tally.strength),
        _number(tally.total_strength),
        tally.significant,
    )


def _before(one: Told) -> tuple[Any, ...]:
    if one.found.before is None or one.found.moved is None:
        return (None,) * 6
    survey, then = one.found.before
    shifts = (one.found.moved.better, one.found.moved.worse)
    chances = (None if shift is None or shift.chance is None else _number(shift.chance) for shift in shifts)
    values = (None if value is None else _number(value) for value in (then.tally.better, then.tally.worse))
    return (kind_said(then.tally), *values, str(survey.last or ""), *chances)


def as_markdown(sheet: Sheet) -> str:
    """A table of the features, and beneath it what is told of each."""
    heads = ("Feature", "Kind", *_LETTERS, "Better", "Worse")
    rows = [(one.name, *_counts(one.found.tally), *_ranges(one.found.tally)) for one in sheet.features]
    closing = f"{LEGEND}; in brackets the interval at 95%."
    lines = [_line(heads), _line(("---",) * len(heads), escape=False), *map(_line, rows), "", closing, ""]
    for one in sheet.features:
        lines.append(f"- **{escaped(one.name)}**: {escaped('; '.join(sentences(one)))}.")
    notes = (*(f"“{one.words}”: {said_of(one)}" for one in sheet.unasked), *sheet.unread, *sheet.notes)
    lines += ["", *(f"- {escaped(note)}" for note in notes)] if notes else []
    return "\n".join([*lines, "", escaped(summary(sheet))]) + "\n"


def _ranges(tally: Tally) -> tuple[str, str]:
    return coefficient(tally.better, tally.better_interval), coefficient(tally.worse, tally.worse_interval)


def _line(cells: tuple[str, ...], *, escape: bool = True) -> str:
    return f"| {' | '.join(map(escaped, cells) if escape else cells)} |"
