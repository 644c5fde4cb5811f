"""Rows below the headings that are no answers, as the services write them that ask people.

Each is told by what the service writes there, never by how it looks.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

_IMPORT = re.compile(r"\{\s*[\"']ImportId[\"']\s*:")
_LEGACY = ("V1", "ResponseID")
_RESPONDENT = ("Respondent ID", "RespondentID")
_ONE, _OPEN = "Response", "Open-Ended Response"
"""SurveyMonkey's words beneath a question with one answer, chosen or written."""


class Heads(NamedTuple):
    """The headings, how many rows below them belong to them, and what to tell of that."""

    headings: tuple[str, ...]
    below: int = 0
    note: str = ""


def heads_of(rows: Sequence[Sequence[str]]) -> Heads:
    """The headings of the first rows of a table, each as its texts (the heading and up to three rows more)."""
    head = tuple(rows[0])
    for below, row in enumerate(rows[1:3], 1):
        if any(_IMPORT.match(cell) for cell in row):
            return Heads(head, below, "the rows with Qualtrics' questions and ids below the headings are no answers")
    if len(rows) > 1 and (head[:1], tuple(rows[1][:1])) == (_LEGACY[:1], _LEGACY[1:]):
        return Heads(head, 1, "the row with Qualtrics' questions below the headings is no answer")
    if len(rows) > 1 and _parts_answers(*rows[:3]):
        note = "SurveyMonkey's two rows of headings are read as one: `question: answer`"
        return Heads(_joined(head, rows[1]), 1, note)
    return Heads(head)


def _parts_answers(head: Sequence[str], row: Sequence[str], next_: Sequence[str] = ()) -> bool:
    if _OPEN in row or list(row).count(_ONE) > 1:
        return True
    return head[0] in _RESPONDENT and not row[0] and bool(next_) and bool(next_[0])


def _joined(questions: Sequence[str], answers: Sequence[str]) -> tuple[str, ...]:
    """A question stands above the first of its answers only."""
    joined, question = [], ""
    for place in range(max(len(questions), len(answers))):
        written = questions[place] if place < len(questions) else ""
        answer = answers[place] if place < len(answers) else ""
        question = written or question
        one = answer in (_ONE, _OPEN) or not answer
        joined.append((question if answer else written) if one else f"{question}: {answer}")
    return tuple(joined)
