"""A promise as it is written."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Discriminator, Field, Tag

from journeys.language.model.base import Lasting, Many, Model, Rate, Text, Words, shorthand
from journeys.language.model.expectation import Kano
from journeys.language.model.key import Key
from journeys.language.model.provenance import AsOf, Basis, Day, ReviewEvery, Source


class Made(Model):
    """Where a promise is made, and to whom of those who pass there. Text alone stands for `at`."""

    at: Many[Text] = Field(description="Steps or actions.")
    when: Text | None = Field(None, description="It is made to those alone for whom this holds.")


class AnyPlace(Model):
    """Several places of which one will do."""

    any: Many[Text] = Field(description="Steps or actions, one of which keeps the promise.")


def _places(value: object) -> str:
    return "one of them" if isinstance(value, dict | AnyPlace) else "each of them"


Places = Annotated[
    Annotated[AnyPlace, Tag("one of them")] | Annotated[Many[Text], Tag("each of them")], Discriminator(_places)
]


class Agreed(Model):
    """Who said yes to a promise, and when. Text alone stands for `by`."""

    by: Text = Field(description="The owner who said yes.")
    on: Day | None = Field(None, description="The day on which it was agreed.")


class Promise(Model):
    """Somebody owes somebody something, by a time, at a rate."""

    told_apart: ClassVar[bool] = True

    promise: Text = Field(description="What is promised, in the words the promisee hears.")
    for_: Many[Text] = Field((), alias="for", description="The variants it belongs to.")
    by: Text = Field(description="The owner who promises (the promiser).")
    to: Text = Field(description="The customer or owner it is made to (the promisee).")
    made: Many[Annotated[Made, shorthand("at")]] = Field((), description="Where the promisee hears it.")
    kept: Places = Field(
        (),
        description="Where it is delivered: steps (for their touchpoint, with all beneath it) or actions, at each; "
        "`{any: [A, B]}` at one; `wherever` for a standing promise.",
    )
    unless: Many[Text] = Field((), description="Steps that release it.")
    within: Lasting | None = Field(None, description="When it is done, counted from where it is made.")
    valid: Lasting | None = Field(None, description="How long what is given lasts.")
    aim: Annotated[Lasting | None, Key("Aim", site=True)] = Field(
        None, description="What the promiser sets himself, tighter than what he promises."
    )
    at_least: Rate | None = Field(None, description="How often it is kept, of the times it is made.")
    kano: Annotated[Kano, Key("Kano", site=True)] = None
    measure: Annotated[Words | None, Key("Measured by", site=True)] = Field(
        None, description="How one sees that it is kept."
    )
    if_broken: Words | None = Field(None, description="What the promisee gets when it is not kept.")
    agreed: Annotated[Annotated[Agreed, shorthand("by")] | None, Key("Agreed by", site=True)] = Field(
        None, description="Who said yes, and when."
    )
    answers: Many[Text] = Field((), description="What the customer expects and it answers: by id, or in its words.")
    serves: Many[Text] = Field((), description="The values that it serves.")
    relies_on: Many[Text] = Field((), description="Promises it depends on; `journey/promise` in another file.")
    source: Source = None
    as_of: AsOf = None
    basis: Basis = None
    review_every: ReviewEvery = None
    note: Annotated[Words | None, Key("Note")] = Field(None, description="What should be known besides.")
    link: Annotated[Text | None, Key()] = Field(None, description="A web page about it; its bar leads there.")
