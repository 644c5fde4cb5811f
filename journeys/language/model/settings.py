"""Settings of the checks, as a workspace or a journey writes them."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, WithJsonSchema

from journeys.language.model.base import Lasting, Many, Model, Text, shorthand
from journeys.language.model.duration import parse_duration

REVIEW_EVERY = parse_duration("1 month")
"""How soon something is looked at again where no settings say `review_every`."""


class RuleSettings(Model):
    """What is set for one rule. Text alone stands for `severity`."""

    severity: Literal["error", "warning", "off"] | None = Field(None, description="How much it weighs here.")
    limit: Annotated[int, Field(ge=0, le=1_000_000)] | None = Field(None, description="The rule's number, if any.")


class Settings(Model):
    """Which rules are asked, and how much each weighs."""

    profile: Literal["draft", "standard", "strict"] | None = Field(None, description="A choice of rules.")
    select: Many[Text] = Field((), description="Rules asked besides, by code, name or group.")
    ignore: Many[Text] = Field((), description="Rules not asked, by code, name or group.")
    rules: dict[Text, Annotated[RuleSettings, shorthand("severity")]] = Field({}, description="Settings by rule.")
    max_warnings: Annotated[int, Field(ge=0)] | None = Field(None, description="More warnings than this fail a check.")
    review_every: Lasting | None = Field(
        None,
        description="How soon a voice that no change answers, and a change that is done, are looked at again; "
        "`1 month` if left out.",
    )
    baseline: Text | None = Field(None, description="A file of findings that are known, beside the workspace file.")


Colour = Annotated[
    str,
    Field(pattern=r"^#[0-9a-fA-F]{6}$"),
    WithJsonSchema({"type": "string", "pattern": "^#[0-9a-fA-F]{6}$", "examples": ["#0b6e6e"]}),
]


class Brand(Model):
    """The company's colours and font for its drawings."""

    font: Text | None = Field(None, description="The font of all texts.")
    accent: Colour | None = Field(None, description="The colour of phases, steps and ways.")
    text: Colour | None = Field(None, description="The colour of texts.")
    background: Colour | None = Field(None, description="The colour of the page.")
