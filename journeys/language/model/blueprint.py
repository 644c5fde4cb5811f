"""A drawing that is kept in the file as text."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from journeys.language.model.base import Many, Model, Text, shorthand
from journeys.language.model.drawn import LevelName, ThemeName, ViewName


class BlueprintSpec(Model):
    """One named drawing. Text alone stands for `title`."""

    title: Text | None = Field(None, description="It stands over the journey's name.")
    journey: Text | None = Field(None, description="Which journey, where it stands in a workspace.")
    view: ViewName = Field("blueprint", description="What it shows.")
    theme: ThemeName | None = Field(None, description="How it looks; `auto` follows the reader.")
    phases: Many[Text] = Field((), description="Only these phases.")
    lanes: Many[Text] = Field((), description="Only these lanes.")
    owner: Text | None = Field(None, description="The others are faded.")
    promise: Text | None = Field(None, description="Its chain is lit, the rest is faded.")
    level: LevelName = Field("full", description="Everything, or a card for each phase and lane.")
    columns: Annotated[int, Field(ge=1, le=1000)] | None = Field(None, description="Steps in a row.")


Blueprints = dict[Text, Annotated[BlueprintSpec, shorthand("title")]]
