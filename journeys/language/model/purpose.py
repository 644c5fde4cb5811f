"""Designing on purpose: what is valued, who governs, what is measured, practised, heard and changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, Any, ClassVar, Literal

from pydantic import BeforeValidator, Field, ValidationInfo, WithJsonSchema, field_validator

from journeys.language.model.base import Lasting, Many, Model, Switch, Text, Words, shorthand
from journeys.language.model.key import Key
from journeys.language.model.names import slug
from journeys.language.model.provenance import Day, Source
from journeys.language.model.quantity import Amount, Marked, Marks, Scale
from journeys.language.model.seldom import Seldom
from journeys.language.model.survey import Survey

For = Annotated[Many[Text], Field(alias="for", description="The variants it belongs to.")]
Note = Annotated[Words | None, Key("Note"), Field(description="What should be known besides.")]
Web = Annotated[Text | None, Key(), Field(description="A web page about it.")]


class Value(Model):
    """What the company stands for, and its practices serve. Text alone stands for `value`."""

    told_apart: ClassVar[bool] = True

    value: Text = Field(description="What it is called.")
    for_: For = ()
    says: Annotated[Words | None, Key("Says")] = Field(None, description="What it means, in words that one can act on.")
    source: Source = None
    note: Note = None
    link: Web = None


class Goal(Model):
    """What is to be reached, and by when. Of several the first weighs most."""

    told_apart: ClassVar[bool] = True

    goal: Text = Field(description="What is to be reached, in words.")
    for_: For = ()
    owner: Text | None = Field(None, description="The owner accountable for it.")
    measure: Text | None = Field(None, description="The measure by which one sees it.")
    at_least: Annotated[Amount | None, Key("At least")] = Field(None, description="What the measure has to reach.")
    at_most: Annotated[Amount | None, Key("At most")] = Field(None, description="What the measure may not exceed.")
    until: Annotated[Day | None, Key("Until")] = Field(None, description="The day by which it is reached.")
    against: Many[Text] = Field((), description="The goals that it works against, by their words or the slug of these.")
    from_: Annotated[Literal["benchmark"] | None, Key("From")] = Field(
        None, alias="from", description="`benchmark` where the number is what others reach."
    )
    because: Annotated[Words | None, Key("Because")] = Field(None, description="Why it is this number.")
    source: Source = None
    note: Note = None
    link: Web = None


class Decision(Model):
    """What was decided, by whom and when."""

    told_apart: ClassVar[bool] = True

    decision: Text = Field(description="What was decided.")
    for_: For = ()
    by: Text | None = Field(None, description="The owner who decided.")
    on: Annotated[Day | None, Key("On")] = Field(None, description="The day of the decision.")
    about: Many[Text] = Field((), description="The promises that it is about.")
    source: Source = None
    note: Note = None
    link: Web = None


class Governance(Model):
    """Who decides on experience, when they meet, what they aim at and what they decided."""

    authority: Text | None = Field(None, description="The owner who decides on experience.")
    council: Many[Text] = Field((), description="The owners who decide together.")
    meets: Annotated[Lasting | None, Key("Meets every")] = Field(None, description="How often the council meets.")
    met: Annotated[Many[Day], Key("Met on")] = Field((), description="The days on which it met.")
    goals: Many[Goal] = Field((), description="What is to be reached; the first weighs most.")
    decisions: Many[Decision] = Field((), description="What was decided.")


def _questions(value: Any) -> Any:
    return {slug(value) or "question": value} if isinstance(value, str) else value


Questions = Annotated[
    dict[Text, Text],
    BeforeValidator(_questions),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": ["string", "number"]},
                {"type": "object", "additionalProperties": {"type": ["string", "number"]}},
            ]
        }
    ),
]
"""A question, or several by their ids."""


class FollowUp(Model):
    """How the loop is closed with those who are not content."""

    by: Text | None = Field(None, description="The owner who gets in touch with them.")
    within: Annotated[Lasting | None, Key()] = Field(None, description="How soon.")


class Measure(Model):
    """What is measured: a number with a unit, or an index of what customers answer to questions.

    `{of: Would you recommend us?, as: nps}` is all that a Net Promoter Score needs (of a scale of 0 to 10, those who
    say 9 or 10 less those who say 6 or less); `as: csat` is the share of those who say 4 or 5 of 1 to 5, `as: ces` the
    mean of 1 to 7; `as: mean` the mean of the answers, `as: share` the share of the answers that are in `yes`.
    """

    told_apart: ClassVar[bool] = True

    measure: Text = Field(description="What it is called.")
    for_: For = ()
    unit: Annotated[Text | None, Key("Unit")] = Field(None, description="What it is counted in: min, %, calls …")
    better: Annotated[Literal["lower", "higher"] | None, Key("Better")] = Field(
        None, description="Which way is better."
    )
    owner: Text | None = Field(None, description="The owner accountable for it.")
    all_of: Annotated[Questions, Key()] = Field(
        {}, description="Questions by their ids: those count who answer yes to all."
    )
    of: Annotated[Questions, Key()] = Field(
        {}, description="A question, or questions by their ids, reckoned `as` it says."
    )
    as_: Annotated[Literal["mean", "share", "nps", "csat", "ces"] | None, Key("Reckoned as")] = Field(
        None, alias="as", description="How the answers to `of` make a number; `mean` if left out."
    )
    scale: Annotated[Marked | None, Key("Scale")] = Field(None, description="The marks of an answer: `1 to 5`.")
    yes: Annotated[Marks, Key("Yes is")] = Field((), description="The marks that count as a yes: `[4, 5]` or `4 to 5`.")
    at: Many[Text] = Field((), description="Steps or actions where it is measured.")
    follow_up: FollowUp | None = Field(None, description="Who gets in touch with those who are not content.")
    source: Source = None
    note: Note = None
    link: Web = None

    @field_validator("yes")
    @classmethod
    def _on_the_scale(cls, marks: tuple[int, ...], info: ValidationInfo) -> tuple[int, ...]:
        scale: Scale | None = info.data.get("scale")
        outside = [mark for mark in marks if scale and not scale.low <= mark <= scale.high]
        if scale and outside:
            raise ValueError(f"`{outside[0]}` is no mark of the scale; write marks from {scale.low} to {scale.high}")
        return marks


class Practice(Model):
    """How the company works on purpose: not the best practice, but its own."""

    told_apart: ClassVar[bool] = True

    practice: Text = Field(description="What is done, in words.")
    for_: For = ()
    instead_of: Annotated[Many[Text], Key("Instead of")] = Field(
        (), description="What it takes the place of: a measure, a practice, in words or by its id."
    )
    serves: Many[Text] = Field((), description="The values that it serves.")
    at: Many[Text] = Field((), description="Steps or actions where it is practised.")
    measure: Many[Text] = Field((), description="The measures by which one sees that it works.")
    owner: Text | None = Field(None, description="The owner accountable for it.")
    source: Source = None
    note: Note = None
    link: Web = None


class Voice(Model):
    """What somebody said who knows: at the front line, or a customer."""

    told_apart: ClassVar[bool] = True

    voice: Text = Field(description="What was said.")
    for_: For = ()
    from_: Text | None = Field(None, alias="from", description="The owner or the customer who said it.")
    at: Many[Text] = Field((), description="Steps or actions that it is about.")
    heard: Annotated[Day | None, Key("Heard on")] = Field(None, description="The day on which it was heard.")
    source: Source = None
    note: Note = None
    link: Web = None


class Told(Model):
    """Where, and by whom, customers are told of a change."""

    at: Many[Text] = Field((), description="Steps or actions where they are told.")
    by: Text | None = Field(None, description="The owner who tells them.")


class Result(Model):
    """What was measured on a day."""

    on: Day = Field(description="The day.")
    value: Amount = Field(description="What was measured, with its unit: `31%`, `2.4`, `4 min`.")


class Change(Model):
    """One small change: what it is, what it answers, what came of it."""

    told_apart: ClassVar[bool] = True

    change: Text = Field(description="What is changed, in words.")
    for_: For = ()
    at: Many[Text] = Field((), description="Steps or actions that it changes.")
    kind: Annotated[Literal["add", "take away", "alter", "train"] | None, Key("Kind")] = Field(
        None, description="Whether something is added, taken away, altered, or people are trained."
    )
    effort: Annotated[Lasting | None, Key("Effort")] = Field(None, description="How much work it is.")
    owner: Text | None = Field(None, description="The owner accountable for it.")
    answers: Many[Text] = Field((), description="The voices and expectations that it answers.")
    expects: Many[Text] = Field((), description="The expectation that it makes: the id of a step's, or words.")
    told: Told | None = Field(None, description="Where and by whom customers are told.")
    proactive: Annotated[Switch, Key("Proactive")] = Field(
        False, description="Whether the company acts before it is asked."
    )
    measure: Text | None = Field(None, description="The measure by which one sees what came of it.")
    started: Annotated[Day | None, Key("Started on")] = Field(None, description="The day on which it began.")
    done: Annotated[Day | None, Key("Done on")] = Field(None, description="The day on which it was done.")
    results: Many[Result] = Field((), description="What was measured, before it and after.")
    source: Source = None
    note: Note = None
    link: Web = None

    @field_validator("done")
    @classmethod
    def _after_it_began(cls, done: Any, info: ValidationInfo) -> Any:
        started = info.data.get("started")
        if done and started and done < started:
            raise ValueError(f"it is done on {done}, before it began; write a day from {started} on")
        return done


class PurposeSections(Model):
    """The sections of designing on purpose, in a workspace or in a journey."""

    values: Annotated[dict[Text, Annotated[Value, shorthand("value")]], Seldom()] = Field(
        {}, description="What the company stands for."
    )
    governance: Annotated[Governance | None, Seldom()] = Field(
        None, description="Who decides on experience, and what they aim at."
    )
    measures: Annotated[dict[Text, Measure], Seldom()] = Field({}, description="What is measured.")
    practices: Annotated[dict[Text, Practice], Seldom()] = Field({}, description="How the company works on purpose.")
    voices: Annotated[dict[Text, Voice], Seldom()] = Field({}, description="What the front line and customers know.")
    changes: Annotated[dict[Text, Change], Seldom()] = Field({}, description="Small changes, one at a time.")
    surveys: Annotated[dict[Text, Survey], Seldom()] = Field({}, description="What customers were asked and answered.")


def words_elsewhere(model: PurposeSections) -> Iterator[str]:
    """The words by which these sections refer to what stands in a journey: steps, actions, promises, voices …"""
    sections: tuple[Mapping[str, Measure | Practice | Voice | Change], ...] = (
        model.measures,
        model.practices,
        model.voices,
        model.changes,
    )
    for located in sections:
        for entry in located.values():
            yield from entry.at
    for change in model.changes.values():
        yield from (*change.answers, *change.expects, *(change.told.at if change.told else ()))
        yield change.measure or ""
    for practice in model.practices.values():
        yield from (*practice.serves, *practice.measure, *practice.instead_of)
    for survey in model.surveys.values():
        yield from (survey.measure or "", *survey.features)
    for goal in model.governance.goals if model.governance else ():
        yield from (goal.measure or "", *goal.against)
    for decision in model.governance.decisions if model.governance else ():
        yield from decision.about
