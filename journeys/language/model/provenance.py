"""How it is known what is claimed: its source, its day, what it rests on, how often it is looked at again."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, WithJsonSchema

from journeys.language.model.base import Lasting, Words
from journeys.language.model.key import Key

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def read_day(value: Any) -> date:
    """A date from what somebody wrote: the year, the month and the day. Raises ValueError, in words."""
    if isinstance(value, date):
        return value
    text = value.strip() if isinstance(value, str) else ""
    try:
        found = date.fromisoformat(text) if _DATE.fullmatch(text) else None
    except ValueError:
        found = None
    if found is None:
        shown = f"“{text[:40]}”" if text else "this"
        raise ValueError(f"{shown} is not a date; write the year, the month and the day, like `2026-03-02`")
    return found


Day = Annotated[
    date,
    BeforeValidator(read_day),
    WithJsonSchema({"type": "string", "format": "date", "examples": ["2026-03-02"]}),
]

Source = Annotated[Words | None, Key("Source"), Field(description="Where it comes from: a link, or words.")]
AsOf = Annotated[Day | None, Key("As of"), Field(description="The day on which it was so.")]
Basis = Annotated[
    Literal["observed", "assumed", "proposed"] | None, Key("Basis"), Field(description="What it rests on.")
]
ReviewEvery = Annotated[
    Lasting | None, Key("Looked at again every"), Field(description="How often it is to be looked at again.")
]
