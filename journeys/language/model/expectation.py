"""What a customer expects at a step."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from journeys.language.model.base import Many, Model, Text, Words
from journeys.language.model.key import Key
from journeys.language.model.provenance import AsOf, Basis, ReviewEvery, Source


class Expectation(Model):
    """What the customer expects at a step. Text alone stands for `expects`."""

    told_apart: ClassVar[bool] = True

    expects: Text = Field(description="What is expected, in the customer's words.")
    id: Text | None = Field(None, description="A name to refer to it by.")
    for_: Many[Text] = Field((), alias="for", description="The variants it belongs to.")
    kano: Annotated[Text | None, Key()] = Field(None, description="must-be, performance or attractive.")
    source: Source = None
    as_of: AsOf = None
    basis: Basis = None
    review_every: ReviewEvery = None
    note: Annotated[Words | None, Key("Note")] = Field(None, description="What should be known besides.")
    link: Annotated[Text | None, Key()] = Field(None, description="A web page about it.")
