"""An action: what somebody does in one cell of the blueprint."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from journeys.language.model.base import Lasting, Many, Model, Rate, Text, shorthand


class Promised(Model):
    """Short for a promise by the action's owner to the owners of what the action supports."""

    id: Text | None = Field(None, description="A name to speak of it elsewhere.")
    promise: Text | None = Field(None, description="What is promised, in words.")
    to: Text | None = Field(None, description="Whom it is made to, where it is not the owner of what it supports.")
    within: Lasting | None = Field(None, description="When it is done, counted from the promise.")
    valid: Lasting | None = Field(None, description="How long what is given lasts.")
    at_least: Rate | None = Field(None, description="How often it is kept, of the times it is made.")
    relies_on: Many[Text] = Field((), description="The promises it depends on.")
    unless: Many[Text] = Field((), description="Steps that release it.")
    measure: Text | None = Field(None, description="How one sees that it is kept.")
    if_broken: Text | None = Field(None, description="What happens when it is not kept.")
    kano: Text | None = Field(None, description="must-be, performance or attractive.")
    note: Text | None = None
    for_: Many[Text] = Field((), alias="for", description="The variants it belongs to.")


class Action(Model):
    """One action of a cell. Text alone stands for `do`."""

    do: Text = Field(description="What is done, in a few words.")
    id: Text | None = Field(None, description="A name to refer to it by.")
    owner: Many[Text] = Field((), description="Who is accountable for it; `none` for nobody.")
    channel: Text | None = Field(None, description="How the customer is reached: web, telephone, at home …")
    system: Many[Text] = Field((), description="The systems it is done with.")
    takes: Lasting | None = Field(None, description="How long it takes at most.")
    uses: Many[Text] = Field((), description="The actions that support it.")
    triggers: Many[Text] = Field((), description="The actions it sets off.")
    promised: Promised | None = Field(None, description="What its owner promises to those it supports.")
    fail_point: Text | None = Field(None, description="What goes wrong here.")
    recovery: Text | None = Field(None, description="What is done when it goes wrong.")
    data: Many[Text] = Field((), description="The data it reads or writes.")
    status: Text | None = None
    note: Text | None = None
    link: Text | None = Field(None, description="A web page about it.")
    for_: Many[Text] = Field((), alias="for", description="The variants it belongs to.")


Cell = Many[Annotated[Action, shorthand("do")]]
