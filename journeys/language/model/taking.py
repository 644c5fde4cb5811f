"""How long something takes: a time, none, or what it usually, at most and at least takes."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Discriminator, Field, Tag, ValidationInfo, field_validator

from journeys.language.model.base import Lasting, Model
from journeys.language.model.duration import NO_TIME, Duration, WorkingTime
from journeys.language.model.key import own


class Spread(Model):
    """The times between which something lies. The worst counts: `at_most`, else `usually`."""

    usually: Lasting | None = Field(None, description="What it takes mostly.")
    at_most: Lasting | None = Field(None, description="What it never takes longer than.")
    at_least: Lasting | None = Field(None, description="What it never takes less than.")

    @field_validator("at_most")
    @classmethod
    def _not_below(cls, at_most: Duration | None, info: ValidationInfo) -> Duration | None:
        usually = info.data.get("usually")
        if _shorter(at_most, usually):
            raise ValueError(f"it takes at most {at_most}, and usually {usually}; `at_most` is the longest time of all")
        return at_most

    @field_validator("at_least")
    @classmethod
    def _not_above(cls, at_least: Duration | None, info: ValidationInfo) -> Duration | None:
        longer = next((one for one in map(info.data.get, ("usually", "at_most")) if one), None)
        if _shorter(longer, at_least):
            raise ValueError(f"it takes at least {at_least}, and only {longer}; `at_least` is the shortest time of all")
        return at_least


def _shorter(one: Duration | None, other: Duration | None) -> bool:
    """Whether a time is shorter than another; what is measured in hours of work and by the clock is not compared."""
    if one is None or other is None or one.working != other.working:
        return False
    return one.seconds(WorkingTime()) < other.seconds(WorkingTime())


def _said(value: Any) -> str:
    return "between" if isinstance(value, dict | Spread) else "time"


def _none(value: Any) -> Any:
    return NO_TIME if value == NO_TIME.text else value


def _worst(value: Spread | Duration) -> Duration:
    """The time that counts, in words that tell the others too."""
    if isinstance(value, Duration):
        return value
    worst = value.at_most or value.usually
    if worst is None:
        raise ValueError("the longest time is not said; write what it takes `usually`, or `at_most`")
    words = [("usually", value.usually), ("at most", value.at_most), ("at least", value.at_least)]
    text = ", ".join((*(f"{word} {time}" for word, time in words if time), *map(": ".join, own(value))))
    return Duration(text, worst.elapsed, worst.working_hours, worst.working_days, worst.working_weeks)


Taking = Annotated[
    Annotated[Spread, Tag("between")] | Annotated[Lasting, BeforeValidator(_none), Tag("time")],
    Discriminator(_said),
    AfterValidator(_worst),
]
