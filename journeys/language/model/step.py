"""Steps and the phases that hold them."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from journeys.language.model.action import Cell
from journeys.language.model.base import Lasting, Many, Model, Switch, Text, shorthand
from journeys.language.model.key import Key


class Next(Model):
    """Where the customer goes from a step. Text alone stands for `to`."""

    to: Text = Field(description="A step, or `another-journey/`.")
    for_: Many[Text] = Field((), alias="for", description="The variants it belongs to.")
    after: Lasting | None = Field(None, description="The time that triggers it.")
    when: Text | None = Field(None, description="The condition, in words.")
    at_most: Annotated[int, Field(ge=1, le=10_000)] | None = Field(None, description="How often it is taken at most.")


Nexts = Many[Annotated[Next, shorthand("to")]]


class Step(Model):
    """A column of the blueprint: what the customer does, and all that stands behind it."""

    step: Text = Field(description="Its name.")
    id: Text | None = Field(None, description="A name to refer to it by.")
    journey: Text | None = Field(None, description="A journey that this step stands for.")
    for_: Many[Text] = Field((), alias="for", description="The variants it belongs to.")
    event: Annotated[Text | None, Key("Event")] = Field(None, description="The name that telemetry uses.")
    status: Annotated[Text | None, Key("Status", site=True)] = Field(None, description="as-is, to-be, planned …")
    start: Annotated[Switch, Key()] = Field(False, description="Whether a journey can start here.")
    owner: Text | None = Field(None, description="Owner of each of its company actions that names none.")
    wait: Annotated[Lasting | None, Key()] = Field(None, description="How long the customer waits at most.")
    moment_of_truth: Annotated[Switch, Key()] = Field(False, description="Whether the relation is made or broken here.")
    proactive: Annotated[Switch, Key()] = Field(False, description="Whether the company acts before it is asked.")
    feeling: Annotated[Annotated[int, Field(ge=-2, le=2)] | None, Key()] = Field(
        None, description="How it feels: -2 … 2."
    )
    emotion: Annotated[Text | None, Key()] = Field(None, description="The feeling, in a word.")
    thought: Annotated[Text | None, Key()] = Field(None, description="What the customer thinks.")
    expects: Annotated[Many[Text], Key("Expects", site=True)] = Field((), description="What the customer expects here.")
    pains: Annotated[Many[Text], Key("Pains", site=True)] = Field((), description="What hurts the customer here.")
    opportunities: Annotated[Many[Text], Key("Opportunities", site=True)] = Field(
        (), description="What could be better here."
    )
    data: Annotated[Many[Text], Key("Data")] = Field((), description="The data that arise here.")
    evidence: Cell = Field((), description="What the customer sees or holds.")
    customer: Cell = Field((), description="What the customer does.")
    frontstage: Cell = Field((), description="What the company does in sight of the customer: touchpoints.")
    backstage: Cell = Field((), description="What the company does out of sight.")
    support: Cell = Field((), description="What stands behind it: processes, systems, partners.")
    lanes: dict[str, Cell] = Field({}, description="Cells of the lanes that the workspace declares.")
    note: Annotated[Text | None, Key("Note")] = Field(None, description="What should be known besides.")
    link: Annotated[Text | None, Key()] = Field(None, description="A web page about it.")
    next: Nexts = Field((), description="Where it goes from here; the following step if left out.")
    end: Annotated[Switch, Key()] = Field(False, description="Whether the journey can end here.")


class Phase(Model):
    """Steps under one heading."""

    phase: Text = Field(description="Its name.")
    id: Text | None = Field(None, description="A name to choose it by, as in `journeys draw --phase`.")
    note: Text | None = Field(None, description="What should be known besides.")
    anywhere: Nexts = Field((), description="Exits from each of its steps.")
    steps: Many[Step] = Field((), description="Its steps.")
