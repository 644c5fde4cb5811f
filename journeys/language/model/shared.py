"""What a workspace and a journey may both declare: owners, customers, channels, lanes, practices."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, Field, WithJsonSchema

from journeys.language.model.base import Lasting, Many, Model, Switch, Text, shorthand
from journeys.language.model.duration import HOUR, Duration
from journeys.language.model.key import Key
from journeys.language.model.settings import Settings

# `system` is read so that a rule can say why a system cannot own anything; editors are not offered it.
OwnerKind = Annotated[
    Literal["person", "role", "team", "partner", "system"],
    WithJsonSchema({"type": "string", "enum": ["person", "role", "team", "partner"]}),
]


class Owner(Model):
    """Somebody who can be accountable and can promise. Text alone stands for `name`."""

    name: Text | None = Field(None, description="What people call it; the id if left out.")
    kind: Annotated[OwnerKind | None, Key("Kind", site=True)] = Field(
        None, description="A person, a role, a team or a partner; never a system."
    )
    reports_to: Text | None = Field(None, description="The owner above.")
    holder: Annotated[Text | None, Key("Held by", site=True)] = Field(None, description="Who holds the post.")
    contact: Annotated[Text | None, Key("Contact")] = Field(None, description="How the owner is reached.")
    vacant: Annotated[Switch, Key()] = Field(False, description="Whether nobody fills the post.")


class Customer(Model):
    """A kind of customer. Text alone stands for `name`."""

    name: Text | None = Field(None, description="What people call them; the id if left out.")
    description: Annotated[Text | None, Key("Description")] = Field(None, description="Who they are, in a sentence.")
    goals: Annotated[Many[Text], Key("Goals")] = Field((), description="What they want to reach.")
    needs: Annotated[Many[Text], Key("Needs")] = Field((), description="What they cannot do without.")
    pains: Annotated[Many[Text], Key("Pains")] = Field((), description="What hurts them.")
    quote: Annotated[Text | None, Key("Quote")] = Field(None, description="What one of them said.")
    portrait: Annotated[Text | None, Key("Portrait", site=True)] = Field(
        None, description="A picture of them: its address."
    )


class Channel(Model):
    """A way in which customer and company meet. Text alone stands for `name`."""

    name: Text | None = Field(None, description="What people call it; the id if left out.")
    kind: Text | None = Field(None, description="web, app, telephone, e-mail, letter, shop, in person …")


class LaneModel(Model):
    """A lane of the workspace's own, with its place among the others."""

    name: Text | None = Field(None, description="What people call it; the id if left out.")
    kind: Literal["evidence", "customer", "company"] = Field(
        "company", description="Whose lane it is: only what the company does needs an owner."
    )
    after: Text | None = Field(None, description="The lane above it.")
    before: Text | None = Field(None, description="The lane below it.")


def _working_day(day: Duration | None) -> Duration | None:
    if day is not None and (day.working or not 0 < day.elapsed <= 24 * HOUR):
        raise ValueError("write the hours that people work in a day, more than none and up to 24, like `7.5 h`")
    return day


def _working_week(week: Duration | None) -> Duration | None:
    days = (week.elapsed / (24 * HOUR) or week.working_days) if week is not None else 1
    if not 1 <= days <= 7 or days.denominator != 1:
        raise ValueError("write the days that people work in a week, from 1 to 7, like `5 days`")
    return week


class Practices(Model):
    """How the organisation works, where it differs from 8 hours a day and 5 days a week."""

    working_day: Annotated[Lasting | None, AfterValidator(_working_day)] = Field(
        None, description="Hours in a working day, like `7.5 h`."
    )
    working_week: Annotated[Lasting | None, AfterValidator(_working_week)] = Field(
        None, description="Days in a working week, like `5 days`."
    )


class Sections(Model):
    """The sections that a workspace file and a journey file may both hold."""

    owners: dict[Text, Annotated[Owner, shorthand("name")]] = Field(
        {}, description="Who is accountable, and can promise."
    )
    channels: dict[Text, Annotated[Channel, shorthand("name")]] = Field(
        {}, description="Ways in which customer and company meet."
    )
    lanes: dict[Text, LaneModel] = Field({}, description="Lanes besides the five.")
    practices: Practices | None = Field(None, description="How the organisation works.")
    settings: Settings | None = Field(None, description="Settings of the checks.")
