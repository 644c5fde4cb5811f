"""Worksheets as text that can be read aloud, and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from journeys.checks.report.cells import hanging
from journeys.checks.report.visible import visible
from journeys.features.improve.candidate import Candidate, CandidateKind
from journeys.features.improve.worksheet import Expected, Worksheet
from journeys.graph.node import short
from journeys.language.quantities import counted, every

FORMATS = ("text", "json")
VERSION = 1
"""The number of the JSON structure: it grows when a field changes its meaning or goes, not when one is added."""


def render(format_: str, sheets: Sequence[Worksheet], width: int = 100, *, most: int = 3) -> str:
    """Worksheets in one of `FORMATS`; text shows the first `most` changes of each (0: all)."""
    if format_ == "json":
        return as_json(sheets)
    return "\n\n".join("\n".join(_sheet(one, width, most)) for one in sheets) + "\n"


def _sheet(one: Worksheet, width: int, most: int) -> Iterator[str]:
    yield from hanging(one.name, width, "", "")
    job = f"“{one.job}”" if one.job else "not said: write `job:`, or nobody can tell what is an improvement"
    yield from hanging(f"The customer's job: {job}", width, "", "  ")
    yield ""
    yield from _expectations(one, width)
    yield from _reactive(one, width)
    yield ""
    yield from _changes(one, width, most)


def _expectations(one: Worksheet, width: int) -> Iterator[str]:
    who = " and ".join(one.customers) or "the customer"
    if not one.expected:
        yield from hanging(f"What {who} expects, nobody wrote down (`expects:` at a step).", width, "", "  ")
        return
    yield from hanging(f"What {who} expects:", width, "", "  ")
    for expected in one.expected:
        yield from hanging(_expected(expected), width, "  – ", "    ")


def _expected(one: Expected) -> str:
    known = f"known since {one.as_of}" if one.as_of else "age not noted"
    said = [one.kano or "kind not noted", known] if one.kano or one.as_of else ["kind and age not noted"]
    said += [f"to be looked at {every(one.review_every)}"] if one.review_every else []
    answers = "; ".join(f"“{name}” answers it ({state})" for name, state in one.answered)
    unanswered = "NOBODY ANSWERS IT" if one.wanted else "nobody answers it, and nobody has to"
    return f"“{one.words}” at “{one.step}” ({', '.join(said)}): {answers or unanswered}"


def _reactive(one: Worksheet, width: int) -> Iterator[str]:
    if not one.hard:
        return
    yield ""
    first = len(one.hard) - len(one.reactive)
    steps = f"{counted(len(one.hard), 'step')} where customers wait or hurt"
    where = "; it waits to be asked at " + ", ".join(f"“{name}”" for name in one.reactive) if one.reactive else ""
    yield from hanging(f"Of {steps}, the company acts first at {first}{where}.", width, "", "  ")


def _changes(one: Worksheet, width: int, most: int) -> Iterator[str]:
    if not one.changes:
        yield "Nothing that is written down asks for a change. Listen, and write what you hear under `voices:`."
        return
    shown = one.changes[:most] if most else one.changes
    yield "The next small change:" if len(shown) == 1 else "The next small changes, what weighs most first:"
    for number, change in enumerate(shown, 1):
        yield ""
        yield from _change(number, change, width)
    if left := len(one.changes) - len(shown):
        yield ""
        yield f"and {left} more (--all shows them)"


def _change(number: int, one: Candidate, width: int) -> Iterator[str]:
    yield from hanging(f"{one.do}.", width, f"{number}. ", "   ")
    yield from hanging(f"Why: {one.because}.", width, "   ", "     ")
    yield from hanging(f"Weighed: {weighing(one)}.", width, "   ", "     ")
    if one.command:
        yield from hanging(f"Other ways, and how to write it: {one.command}", width, "   ", "     ")
    for line in (*one.writes, *one.entry):
        yield visible(f"     {line}")


def weighing(one: Candidate) -> str:
    """What a change weighs, in words."""
    if one.kind in (CandidateKind.MEND, CandidateKind.EXPECTATION):
        kept = f"{counted(len(one.mended), 'promise')} to customers mended, {len(one.broken) or 'none'} broken"
        parts = [kept, *([f"{one.assumed} of all would hold on assumptions"] if one.assumed else [])]
    else:
        parts = ["no promise changes"]
    parts += ["a must-be expectation answered"] if one.must_be == 1 else []
    parts += [f"{one.must_be} must-be expectations answered"] if one.must_be > 1 else []
    parts += ["one voice answered"] if one.voices else []
    parts += [f"to be asked: {', '.join(one.agree)}" if one.agree else "nobody to be asked"]
    parts += [f"{counted(one.effort, 'thing')} to do"]
    return "; ".join(parts)


def as_json(sheets: Sequence[Worksheet]) -> str:
    """`{"version", "journeys"}`, ASCII only; each journey with `id`, `name`, `job`, `customers`, `expected`, `hard`,
    `reactive` and `changes`, which are ranked and carry all that they were weighed by."""
    return json.dumps({"version": VERSION, "journeys": [_json_sheet(one) for one in sheets]}, indent=2) + "\n"


def _json_sheet(one: Worksheet) -> dict[str, Any]:
    return {
        "id": one.id, "name": one.name, "job": one.job, "customers": list(one.customers),
        "expected": [_json_expected(expected) for expected in one.expected],
        "hard": list(one.hard), "reactive": list(one.reactive),
        "changes": [_json_change(number, change) for number, change in enumerate(one.changes, 1)],
    }  # fmt: skip


def _json_expected(one: Expected) -> dict[str, Any]:
    return {
        "expects": one.words, "step": one.step, "kano": one.kano, "as_of": str(one.as_of) if one.as_of else None,
        "review_every": one.review_every,
        "answered": [{"promise": name, "state": state.value} for name, state in one.answered],
    }  # fmt: skip


def _json_change(number: int, one: Candidate) -> dict[str, Any]:
    return {
        "number": number, "kind": one.kind.value, "do": one.do, "because": one.because, "at": list(one.at),
        "mended": [short(id_) for id_ in one.mended],
        "broken": [short(id_) for id_ in one.broken],
        "assumed": one.assumed, "must_be": one.must_be, "voices": one.voices, "agree": list(one.agree),
        "effort": one.effort, "entry": list(one.entry), "writes": list(one.writes), "command": one.command,
    }  # fmt: skip
