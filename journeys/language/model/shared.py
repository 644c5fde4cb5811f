"""What a workspace and a journey may both declare: owners, customers, channels, lanes, a calendar, purpose."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field, WithJsonSchema

from journeys.language.model.base import Many, Model, Switch, Text, Words, shorthand
from journeys.language.model.calendar import Calendar
from journeys.language.model.key import Key
from journeys.language.model.purpose import PurposeSections
from journeys.language.model.settings import Settings
from journeys.language.model.taking import Taking

# `system` is read so that a rule can say why a system cannot own anything; editors are not offered it.
OwnerKind = Annotated[
    Literal["person", "role", "team", "partner", "system"],
    WithJsonSchema({"type": "string", "enum": ["person", "role", "team", "partner"]}),
]


class Owner(Model):
    """Somebody who can be accountable and can promise. Text alone stands for `name`."""

    told_apart: ClassVar[bool] = True

    name: Text | None = Field(None, description="What people call it; the id if left out.")
    kind: Annotated[OwnerKind | None, Key("Kind", site=True)] = Field(
        None, description="A person, a role, a team or a partner; never a system."
    )
    reports_to: Text | None = Field(None, description="The owner above.")
    holder: Annotated[Text | None, Key("Held by", site=True)] = Field(None, description="Who holds the post.")
    contact: Annotated[Text | None, Key("Contact")] = Field(None, description="How the owner is reached.")
    vacant: Annotated[Switch, Key()] = Field(False, description="Whether nobody fills the post.")
    function: Annotated[Text | None, Key("Function")] = Field(
        None, description="What it does in the company: marketing, sales, service …"
    )
    judged_by: Many[Text] = Field((), description="The measures that it is judged by.")


class Customer(Model):
    """A kind of customer. Text alone stands for `name`."""

    told_apart: ClassVar[bool] = True

    name: Text | None = Field(None, description="What people call them; the id if left out.")
    description: Annotated[Words | None, Key("Description")] = Field(None, description="Who they are, in a sentence.")
    goals: Annotated[Many[Text], Key("Goals")] = Field((), description="What they want to reach.")
    needs: Annotated[Many[Text], Key("Needs")] = Field((), description="What they cannot do without.")
    pains: Annotated[Many[Text], Key("Pains")] = Field((), description="What hurts them.")
    quote: Annotated[Words | None, Key("Quote")] = Field(None, description="What one of them said.")
    portrait: Annotated[Text | None, Key("Portrait", site=True)] = Field(
        None, description="A picture of them: its address."
    )


class Channel(Model):
    """A way in which customer and company meet. Text alone stands for `name`."""

    name: Text | None = Field(None, description="What people call it; the id if left out.")
    kind: Text | None = Field(None, description="web, app, telephone, e-mail, letter, shop, in person …")


class LaneModel(Model):
    """A lane of the workspace's own, with its place among the others; or what is said of one that is built in."""

    name: Text | None = Field(None, description="What people call it; the id if left out.")
    kind: Literal["evidence", "customer", "company", "info"] | None = Field(
        None, description="Whose lane it is; `company` if left out, `info` for what nobody does."
    )
    owner: Text | None = Field(None, description="Owner of its company actions for which none is said nearer by.")
    takes: Taking | None = Field(None, description="How long its actions take that do not say so.")
    after: Text | None = Field(None, description="The lane above it.")
    before: Text | None = Field(None, description="The lane below it.")


class Sections(PurposeSections):
    """The sections that a workspace file and a journey file may both hold."""

    owners: dict[Text, Annotated[Owner, shorthand("name")]] = Field(
        {}, description="Who is accountable, and can promise."
    )
    channels: dict[Text, Annotated[Channel, shorthand("name")]] = Field(
        {}, description="Ways in which customer and company meet; once one is declared, others are findings."
    )
    lanes: dict[Text, LaneModel] = Field({}, description="Lanes besides the five.")
    calendar: Calendar | None = Field(
        None, description="When people work; Monday to Friday from 9:00, 8 h, if left out."
    )
    settings: Settings | None = Field(None, description="Settings of the checks.")
