"""Measures for programs: JSON, and CSV for spreadsheets."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from journeys.checks.report import spreadsheet
from journeys.features.measure import words
from journeys.surveys.intervals import CONFIDENCE
from journeys.surveys.loop import Followed, Loop
from journeys.surveys.measurement import Measurement
from journeys.surveys.tally import Figure

VERSION = 1
"""The number of the JSON structure: it grows when a field changes its meaning or goes, not when one is added."""
_DIGITS = 6
"""So many decimals are the same on every machine."""
_COLUMNS = ("measure", "of", "name", "value", "low", "high", "responses", "few", "only no")
_LIST = ("measure", "respondent", "said no", "to", "step", "due", "called", "state", "days late", "owner")


def as_json(found: Sequence[Measurement], *, who: bool) -> str:
    """`{"version", "confidence", "measures": [measure…]}`, ASCII only.

    A measure has its `figure` (`value`, `low`, `high`, null for none; `responses`, `few`), the same of its `questions`,
    `months`, `segments` and `steps`, its `goals` with their verdict, what was read, and the `loop` of those who said
    no: `who` lists them, else they are only counted.
    """
    measures = [_measure(one, who) for one in found]
    return json.dumps({"version": VERSION, "confidence": CONFIDENCE, "measures": measures}, indent=2) + "\n"


def _measure(one: Measurement, who: bool) -> dict[str, Any]:
    return {
        "id": one.measure.id.partition(":")[2],
        "name": one.measure.name,
        "reckoned": one.index.reckoned,
        "unit": one.measure.unit,
        "from": str(one.first) if one.first else None,
        "to": str(one.last) if one.last else None,
        "figure": figure(one.figure),
        "left_out": one.left_out,
        "questions": [
            {"id": asked.id, "question": asked.words, **figure(asked.figure), "only_no": asked.only_no}
            for asked in one.questions
        ],
        "months": [{"month": group.name, **figure(group.figure)} for group in one.months],
        "segments": [{"segment": group.name, **figure(group.figure)} for group in one.segments],
        "steps": [
            {"step": group.name, "id": group.id.partition(":")[2], **figure(group.figure)} for group in one.steps
        ],
        "goals": [
            {
                "goal": verdict.goal.name,
                "at_least": str(verdict.goal.at_least) if verdict.goal.at_least else None,
                "at_most": str(verdict.goal.at_most) if verdict.goal.at_most else None,
                "until": str(verdict.goal.until) if verdict.goal.until else None,
                "verdict": verdict.reached.value,
                "why": verdict.why,
            }
            for verdict in one.goals
        ],
        "loop": _loop(one.loop, who) if one.loop else None,
        "read": [{"file": read.name, "rows": read.responses, "columns": dict(read.columns)} for read in one.files],
        "notes": list(one.notes),
    }


def figure(one: Figure) -> dict[str, Any]:
    """A figure as JSON knows it."""
    low, high = one.interval or (None, None)
    return {
        "value": _number(one.value), "low": _number(low), "high": _number(high), "responses": one.answers,
        "few": one.few,
    }  # fmt: skip


def _number(value: Any) -> float | None:
    return None if value is None else round(float(value), _DIGITS)


def _loop(loop: Loop, who: bool) -> dict[str, Any]:
    in_time, of = loop.in_time
    said: dict[str, Any] = {
        "owner": loop.owner.partition(":")[2],
        "within": str(loop.within) if loop.within else None,
        "counts": {state.value: number for state, number in loop.counts.items()},
        "in_time": in_time,
        "of": of,
        "notes": list(loop.notes),
    }
    return said | ({"list": [_followed(one) for one in loop.followed]} if who else {})


def _followed(one: Followed) -> dict[str, Any]:
    return {
        "respondent": one.no.respondent, "said_no": words.moment(one.no.when), "to": list(one.no.questions),
        "step": one.no.step, "due": words.moment(one.due), "called": words.moment(one.called),
        "state": one.state.value, "late_seconds": int(one.late.total_seconds()),
    }  # fmt: skip


def as_csv(found: Sequence[Measurement]) -> str:
    """A row for each figure: of the whole, of each question, month, segment and step."""
    return spreadsheet.as_csv(_COLUMNS, (row for one in found for row in _rows(one)))


def _rows(one: Measurement) -> Iterator[tuple[Any, ...]]:
    name = one.measure.id.partition(":")[2]
    yield (name, "all", one.measure.name, *_cells(one.figure), "")
    for asked in one.questions:
        yield (name, "question", asked.words, *_cells(asked.figure), asked.only_no)
    for kind, groups in (("month", one.months), ("segment", one.segments), ("step", one.steps)):
        for group in groups:
            yield (name, kind, group.name, *_cells(group.figure), "")


def _cells(one: Figure) -> tuple[Any, ...]:
    return tuple(figure(one).values())


def followed_csv(found: Sequence[Measurement]) -> str:
    """A row for each who said no, and what became of it."""
    return spreadsheet.as_csv(_LIST, (row for one in found if one.loop for row in _list(one, one.loop)))


def _list(one: Measurement, loop: Loop) -> Iterator[tuple[Any, ...]]:
    for followed in loop.followed:
        no = followed.no
        yield (
            one.measure.id.partition(":")[2], no.respondent, words.moment(no.when), no.questions, no.step,
            words.moment(followed.due), words.moment(followed.called), followed.state.value,
            followed.late.days if followed.late else "", loop.owner.partition(":")[2],
        )  # fmt: skip
