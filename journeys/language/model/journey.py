"""The whole of a journey file, and the whole of a workspace file."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar

from pydantic import Discriminator, Field, Tag

from journeys.language.model.base import Id, Many, Text, Words, shorthand
from journeys.language.model.blueprint import Blueprints
from journeys.language.model.key import Key
from journeys.language.model.promise import Promise
from journeys.language.model.settings import Brand
from journeys.language.model.shared import Customer, Sections
from journeys.language.model.step import Exits, Phase, Step

Customers = dict[Text, Annotated[Customer, shorthand("name")]]


def _declares(value: Any) -> str:
    return "declared" if isinstance(value, dict) else "named"


class Journey(Sections):
    """A journey file: who travels, through what, served by whom, and what they are promised."""

    told_apart: ClassVar[bool] = True

    journey: Text = Field(description="Its name.")
    id: Id | None = Field(None, description="A name to refer to it by; the slug of its name if left out.")
    owner: Text | None = Field(None, description="The one owner accountable for the whole journey.")
    customer: Many[Text] = Field((), description="The customer, or customers, who travel it.")
    job: Annotated[Text | None, Key()] = Field(None, description="The customer's job to be done.")
    status: Annotated[Text | None, Key("Status", site=True)] = Field(None, description="draft, as-is, to-be …")
    version: Annotated[Text | None, Key("Version", site=True)] = Field(
        None, description="Its version; it stands in the title block."
    )
    date: Annotated[Text | None, Key("Date", site=True)] = Field(
        None, description="Its date; it stands in the title block."
    )
    authors: Annotated[Many[Text], Key("Authors", site=True)] = Field((), description="Who wrote it down.")
    entry: Annotated[Many[Text], Key("Begins when", site=True)] = Field(
        (), description="What brings the customer here."
    )
    success: Annotated[Many[Text], Key("Succeeds when", site=True)] = Field(
        (), description="How one sees that the job is done."
    )
    variants: Many[Text] = Field((), description="The variants that `for` may name.")
    note: Annotated[Words | None, Key("Note")] = Field(None, description="What should be known besides.")
    link: Annotated[Text | None, Key()] = Field(None, description="A web page about it; its title leads there.")
    customers: Annotated[
        Annotated[Customers, Tag("declared")] | Annotated[Many[Text], Tag("named")], Discriminator(_declares)
    ] = Field((), description="Customers, named or declared here.")
    anywhere: Exits = Field((), description="Exits from each step.")
    phases: Many[Phase] = Field((), description="Steps under headings.")
    steps: Many[Step] = Field((), description="Steps, where there are no phases.")
    promises: dict[Text, Promise] = Field({}, description="Who owes whom what.")
    blueprints: Blueprints = Field({}, description="Drawings that are needed again and again.")


class WorkspaceFile(Sections):
    """The file `journeys.yaml`: what the journeys of a folder share."""

    told_apart: ClassVar[bool] = True

    workspace: Text | None = Field(None, description="Its name.")
    customers: Customers = Field({}, description="Customers whom any journey may name.")
    variants: Many[Text] = Field((), description="The variants that `for` may name in any journey.")
    blueprints: Blueprints = Field({}, description="Drawings of each journey, or of one.")
    brand: Brand | None = Field(None, description="How drawings look.")
    exclude: Many[Text] = Field((), description="Files and folders passed over: names, or paths, with `*` and `**`.")
