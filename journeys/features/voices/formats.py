"""Voices in their formats: text for people, json for programs, csv for spreadsheets (and to be added elsewhere)."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from fractions import Fraction
from typing import Any

from journeys.checks.report import spreadsheet
from journeys.checks.report.cells import Row, table
from journeys.features.voices.told import Answer, Said, Summary
from journeys.language.quantities import counted, percent

FORMATS: tuple[str, ...] = ("text", "json", "csv")
# The number of the JSON structure: it grows when a field changes its meaning or goes, not when one is added.
VERSION = 1
_HEADINGS = ("VOICE", "FROM", "WHERE", "HEARD")
_COLUMNS = ("voice", "from", "at", "heard", "answered by", "done", "id", "file", "line")


def text(found: Sequence[Said], numbers: Summary, width: int) -> str:
    """The voices that no change answers, then the others, each with what answers it; at last their numbers."""
    lines: list[str] = []
    for heading, group in (
        ("No change answers", [one for one in found if one.open]),
        ("Answered", [one for one in found if not one.open]),
    ):
        if group:
            lines += [heading, *table(_HEADINGS, [_row(one) for one in group], width), ""]
    return "\n".join([*lines, _summary(numbers)]) + "\n"


def _row(one: Said) -> Row:
    heard = str(one.heard) if one.heard else ""
    answers = [f"answered by “{answer.change}”, {_stage(answer)}" for answer in one.answers]
    return Row((one.voice, one.by_name, ", ".join(one.at_names), heard), (*answers, f"{one.id}, {one.file}:{one.line}"))


def _stage(answer: Answer) -> str:
    if answer.done:
        return f"done on {answer.done}"
    return f"begun on {answer.started} and not done" if answer.started else "not begun"


def _summary(numbers: Summary) -> str:
    if not numbers.voices:
        said = "No voices here"
    elif numbers.open:
        said = f"{counted(numbers.voices, 'voice')}, {numbers.open} open"
    else:
        said = f"{counted(numbers.voices, 'voice')}, none open"
    if not numbers.changes:
        return f"{said}; no change is written down"
    share = percent(Fraction(numbers.from_front_line * 100 // numbers.changes, 100))
    return (
        f"{said}; {numbers.from_front_line} of {counted(numbers.changes, 'change')} ({share}) "
        "came from the front line (owners of touchpoints)"
    )


def as_json(found: Sequence[Said], numbers: Summary) -> str:
    """`{"version", "summary": {"voices", "open", "changes", "from_front_line"}, "voices": [voice…]}`, ASCII only.

    A voice has the fields of `Said`, with dates as text, and `open`.
    """
    data = {"version": VERSION, "summary": asdict(numbers), "voices": [_data(one) for one in found]}
    return json.dumps(data, indent=2, default=str) + "\n"


def _data(one: Said) -> dict[str, Any]:
    return asdict(one) | {"open": one.open}


def as_csv(found: Sequence[Said]) -> str:
    """A row for each voice, with the columns that `journeys voices --add` reads, and more."""
    return spreadsheet.as_csv(_COLUMNS, map(_cells, found))


def _cells(one: Said) -> tuple[Any, ...]:
    done = max((str(answer.done) for answer in one.answers if answer.done), default="")
    heard = str(one.heard) if one.heard else ""
    answers = tuple(answer.change for answer in one.answers)
    return (one.voice, one.by, one.at, heard, answers, done, one.id, one.file, one.line)
