"""Steps and the phases that hold them."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar, Literal

from pydantic import BeforeValidator, Discriminator, Field, Tag, WithJsonSchema

from journeys.language.model.action import Cell
from journeys.language.model.base import Feeling, Lasting, Many, Model, Switch, Text, Words, shorthand
from journeys.language.model.expectation import Expectation
from journeys.language.model.key import Key
from journeys.language.model.provenance import AsOf, Basis, ReviewEvery, Source


class Next(Model):
    """Where the customer goes from a step. Text alone stands for `to`."""

    to: Text = Field(description="A step, or `another-journey/`.")
    for_: Many[Text] = Field((), alias="for", description="The variants it belongs to.")
    after: Lasting | None = Field(None, description="The time that triggers it.")
    when: Text | None = Field(None, description="The condition, in words.")
    at_most: Annotated[int, Field(ge=1, le=10_000)] | None = Field(None, description="How often it is taken at most.")


class Together(Model):
    """Ways that the customer takes all at once, until they meet."""

    all: Many[Text] = Field(description="Steps, two or more.")
    for_: Many[Text] = Field((), alias="for", description="The variants they belong to.")
    after: Lasting | None = Field(None, description="The time that triggers them.")
    when: Text | None = Field(None, description="The condition, in words.")


def _ways(value: Any) -> str:
    at_once = isinstance(value, Together) or (isinstance(value, dict) and "all" in value)
    return "at once" if at_once else "one way"


Exits = Many[Annotated[Next, shorthand("to")]]
Nexts = Many[
    Annotated[
        Annotated[Next, Tag("one way")] | Annotated[Together, Tag("at once")], Discriminator(_ways), shorthand("to")
    ]
]
DROPPED_OUT = "dropped out"


def _end(value: Any) -> Any:
    known = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
    found = known.get(value, value) if isinstance(value, str) else value
    if isinstance(found, bool) or found == DROPPED_OUT:
        return found
    raise ValueError(f"write `true` or `false`, or `{DROPPED_OUT}` for an end that nobody wished for")


End = Annotated[
    bool | Literal["dropped out"],
    BeforeValidator(_end),
    WithJsonSchema({"anyOf": [{"type": "boolean"}, {"const": DROPPED_OUT}]}),
]


class Step(Model):
    """A column of the blueprint: what the customer does, and all that stands behind it."""

    told_apart: ClassVar[bool] = True

    step: Text = Field(description="Its name.")
    id: Text | None = Field(None, description="A name to refer to it by.")
    journey: Text | None = Field(None, description="The whole journey that this step stands for.")
    for_: Many[Text] = Field((), alias="for", description="The variants it belongs to.")
    event: Annotated[Words | None, Key("Event")] = Field(None, description="The name that telemetry uses.")
    status: Annotated[Text | None, Key("Status", site=True)] = Field(None, description="as-is, to-be, planned …")
    start: Annotated[Switch, Key()] = Field(False, description="Whether a journey can start here.")
    owner: Text | None = Field(None, description="Owner of its company actions that name none; `none` for nobody.")
    wait: Annotated[Lasting | None, Key()] = Field(
        None, description="How long the customer waits at most; the work runs meanwhile, and the longer counts."
    )
    moment_of_truth: Annotated[Switch, Key()] = Field(False, description="Whether the relation is made or broken here.")
    proactive: Annotated[Switch, Key()] = Field(False, description="Whether the company acts before it is asked.")
    feeling: Annotated[Feeling | None, Key()] = Field(None, description="How it feels: -2 … 2, halves too.")
    emotion: Annotated[Words | None, Key()] = Field(None, description="The feeling, in a word.")
    thought: Annotated[Many[Text], Key()] = Field((), description="What the customer thinks.")
    expects: Annotated[Many[Annotated[Expectation, shorthand("expects")]], Key("Expects", site=True)] = Field(
        (), description="What the customer expects here."
    )
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
    source: Source = None
    as_of: AsOf = None
    basis: Basis = None
    review_every: ReviewEvery = None
    note: Annotated[Words | None, Key("Note")] = Field(None, description="What should be known besides.")
    link: Annotated[Text | None, Key()] = Field(None, description="A web page about it.")
    next: Nexts = Field((), description="Where it goes from here; the following step if left out.")
    end: Annotated[End, Key()] = Field(
        False, description="Whether the journey can end here; `dropped out` is an end that nobody wished for."
    )


class Phase(Model):
    """Steps under one heading."""

    told_apart: ClassVar[bool] = True

    phase: Text = Field(description="Its name.")
    id: Text | None = Field(None, description="A name to choose it by, as in `journeys draw --phase`.")
    owner: Text | None = Field(None, description="Owner of its company actions for which none is said nearer by.")
    note: Words | None = Field(None, description="What should be known besides.")
    anywhere: Exits = Field((), description="Exits from each of its steps.")
    steps: Many[Step] = Field((), description="Its steps.")
