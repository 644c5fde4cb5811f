"""What a customer expects at a step."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from journeys.language.model.base import Many, Model, Text, Words
from journeys.language.model.key import Key
from journeys.language.model.provenance import AsOf, Basis, ReviewEvery, Source

MUST_BE, PERFORMANCE, ATTRACTIVE, INDIFFERENT, REVERSE = (
    "must-be",
    "performance",
    "attractive",
    "indifferent",
    "reverse",
)
KINDS = (MUST_BE, PERFORMANCE, ATTRACTIVE, INDIFFERENT, REVERSE)
"""The kinds of an expectation or a promise (Kano et al. 1984); case does not count."""
Kano = Annotated[Text | None, Field(description=f"Its kind, by Kano: {', '.join(KINDS[:-1])} or {KINDS[-1]}.")]


class Expectation(Model):
    """What the customer expects at a step. Text alone stands for `expects`."""

    told_apart: ClassVar[bool] = True

    expects: Text = Field(description="What is expected, in the customer's words.")
    id: Text | None = Field(None, description="A name to refer to it by.")
    for_: Many[Text] = Field((), alias="for", description="The variants it belongs to.")
    kano: Annotated[Kano, Key()] = None
    source: Source = None
    as_of: AsOf = None
    basis: Basis = None
    review_every: ReviewEvery = None
    note: Annotated[Words | None, Key("Note")] = Field(None, description="What should be known besides.")
    link: Annotated[Text | None, Key()] = Field(None, description="A web page about it.")
