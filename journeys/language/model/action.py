"""An action: what somebody does in one cell of the blueprint."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from journeys.language.model.base import Lasting, Many, Model, Rate, Switch, Text, Words, shorthand
from journeys.language.model.expectation import Kano
from journeys.language.model.key import Key
from journeys.language.model.promise import Agreed
from journeys.language.model.provenance import AsOf, Basis, ReviewEvery, Source
from journeys.language.model.taking import Taking

NONE = "none"
"""In place of an owner, of what is used, or of a time: that there is none, and that somebody thought of it."""


class Promised(Model):
    """Short for a promise by the action's owner to the owners of what the action supports."""

    told_apart: ClassVar[bool] = True

    id: Text | None = Field(None, description="A name to speak of it elsewhere.")
    promise: Text | None = Field(None, description="What is promised, in words.")
    for_: Many[Text] = Field((), alias="for", description="The variants it belongs to.")
    to: Text | None = Field(None, description="Whom it is made to, where it is not the owner of what it supports.")
    within: Lasting | None = Field(None, description="When it is done, counted from the promise.")
    valid: Lasting | None = Field(None, description="How long what is given lasts.")
    aim: Annotated[Lasting | None, Key("Aim", site=True)] = Field(
        None, description="What the promiser sets himself, tighter than what he promises."
    )
    at_least: Rate | None = Field(None, description="How often it is kept, of the times it is made.")
    kano: Annotated[Kano, Key("Kano", site=True)] = None
    measure: Annotated[Words | None, Key("Measured by", site=True)] = Field(
        None, description="How one sees that it is kept."
    )
    if_broken: Words | None = Field(None, description="What happens when it is not kept.")
    agreed: Annotated[Annotated[Agreed, shorthand("by")] | None, Key("Agreed by", site=True)] = Field(
        None, description="Who said yes, and when."
    )
    answers: Many[Text] = Field((), description="What the customer expects and it answers: by id, or in its words.")
    serves: Many[Text] = Field((), description="The values that it serves.")
    unless: Many[Text] = Field((), description="Steps that release it.")
    relies_on: Many[Text] = Field((), description="The promises it depends on.")
    source: Source = None
    as_of: AsOf = None
    basis: Basis = None
    review_every: ReviewEvery = None
    note: Annotated[Words | None, Key("Note")] = Field(None, description="What should be known besides.")


class Action(Model):
    """One action of a cell. Text alone stands for `do`."""

    told_apart: ClassVar[bool] = True

    do: Text = Field(description="What is done, in a few words.")
    id: Text | None = Field(None, description="A name to refer to it by; the slug of `do` if left out.")
    for_: Many[Text] = Field((), alias="for", description="The variants it belongs to.")
    status: Annotated[Text | None, Key("Status")] = Field(None, description="as-is, to-be, planned …")
    owner: Many[Text] = Field((), description="Who is accountable for it; `none` for nobody.")
    channel: Annotated[Text | None, Key()] = Field(
        None, description="How the customer is reached: web, telephone, at home …"
    )
    system: Annotated[Many[Text], Key()] = Field((), description="The systems it is done with.")
    takes: Annotated[Taking | None, Key()] = Field(
        None, description="How long it takes: a time, `none`, or `{usually, at_most, at_least}`; the worst counts."
    )
    uses: Many[Text] = Field(
        (),
        description="Actions of the cell below, if not all support it (`none`: none); and others elsewhere.",
    )
    triggers: Many[Text] = Field((), description="The actions it sets off.")
    asks: Annotated[Switch, Key("Waits for an answer")] = Field(
        False, description="Whether it is a question of the customer that waits for an answer."
    )
    promised: Promised | None = Field(None, description="What its owner promises to those it supports.")
    fail_point: Annotated[Words | None, Key("Fail point", site=True)] = Field(None, description="What goes wrong here.")
    recovery: Annotated[Words | None, Key("Recovery", site=True)] = Field(
        None, description="What is done when it goes wrong."
    )
    data: Annotated[Many[Text], Key("Data", site=True)] = Field((), description="The data it reads or writes.")
    source: Source = None
    as_of: AsOf = None
    basis: Basis = None
    review_every: ReviewEvery = None
    note: Annotated[Words | None, Key("Note")] = Field(None, description="What should be known besides.")
    link: Annotated[Text | None, Key()] = Field(None, description="A web page about it.")


Cell = Many[Annotated[Action, shorthand("do")]]
