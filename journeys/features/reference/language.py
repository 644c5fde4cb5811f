"""The page on every key of the language."""

from __future__ import annotations

import inspect
from collections.abc import Iterator, Mapping

from pydantic.fields import FieldInfo

from journeys.features.reference.words import takes, title
from journeys.language.model import purpose
from journeys.language.model.action import Action, Promised
from journeys.language.model.base import Model
from journeys.language.model.blueprint import BlueprintSpec
from journeys.language.model.calendar import Calendar
from journeys.language.model.expectation import Expectation
from journeys.language.model.journey import Journey, WorkspaceFile
from journeys.language.model.promise import Agreed, AnyPlace, Made, Promise
from journeys.language.model.settings import Brand, RuleSettings, Settings
from journeys.language.model.shared import Channel, Customer, LaneModel, Owner, Sections
from journeys.language.model.step import Next, Phase, Step, Together
from journeys.language.model.survey import CalledBack, Columns, Survey
from journeys.language.model.taking import Spread

# In the order in which somebody who writes a journey meets them.
MODELS: tuple[type[Model], ...] = (
    Journey,
    Phase,
    Step,
    Expectation,
    Next,
    Together,
    Action,
    Spread,
    Promised,
    Promise,
    Made,
    AnyPlace,
    Agreed,
    Owner,
    Customer,
    Channel,
    LaneModel,
    Calendar,
    purpose.Value,
    purpose.Governance,
    purpose.Goal,
    purpose.Decision,
    purpose.Measure,
    purpose.FollowUp,
    purpose.Practice,
    purpose.Voice,
    purpose.Change,
    purpose.Told,
    purpose.Result,
    Survey,
    Columns,
    CalledBack,
    BlueprintSpec,
    WorkspaceFile,
    Settings,
    RuleSettings,
    Brand,
)
# A step holds the cells of the workspace's own lanes under the lanes' names.
_NOT_WRITTEN = ((Step, "lanes"),)
_INTRODUCTION = """\
# Language reference

Every key of a journey file (`*.journey.yaml`, or `.yml`) and of the workspace file (`journeys.yaml`). For a gentle
way in, read [the language](../language.md) first. Keys in **bold** have to be there. Where a list is taken, a single
item may stand without the list. `journeys schema` prints the same as a JSON Schema for editors.
"""
_CLOSING = """\
## Durations

`30 s`, `30 min`, `2 h`, `3 days`, `2 weeks`, `1 month`, `1 year` are elapsed time; `4 working hours`,
`5 working days`, `2 working weeks` are working time. Amounts may have a fraction (`1.5 h`). `about 3 days` and
`up to 3 days` are three days, of `2 to 4 days` the worst counts, and ISO 8601 (`P3D`, `PT2H`) is read too. A working
day has 8 hours and a working week 5 days: Monday to Friday from 9:00, unless the workspace's [calendar](#calendar) says
otherwise.

## Rates

How often something is kept, of the times it is promised: `95%`, `99.5%` or `0.95`.

## Quantities

A number with its unit: `31%`, `2.4`, `4 min`, `€ 12`. Results of one change, and a goal and its measure, are compared:
minutes with hours, but not with per cent.

## Dates

The year, the month and the day: `2026-03-02`.

## References

A step, an action or a promise is referred to by its id or its exact name. An action can also be named by its place:
`step.lane` where the cell holds one action, `step.lane.2` for the second of several. An id that is left out is the
slug of the name: “Place the order” becomes `place-the-order`. Two of one name are fine until someone refers to them:
then the finding says how each is written. Where a step and an action have one name, the step is meant: its touchpoint,
where an action is asked for. A promise written on an action, without an id, goes by `step.lane` or by the name of the
action. An action of another journey is `journey/action`, a promise of it `journey/promise`, and `other-journey/` stands
for the journey itself. In the workspace file a step, an action or a promise is named `journey/step`; a bare name means
the one that exactly one journey has.

## Lanes of your own

A workspace may declare lanes besides the five: `lanes: {partner: {name: Partners, kind: company, after: backstage}}`.
A step then holds a cell under the lane's id (`partner:`), written like `backstage`. A lane of the kind `info` holds
texts that nobody does: figures, policies, quotes. Of a lane that is built in, `lanes` may say `name`, `owner`, `takes`.

## Keys of your own

A key that begins with `x-` may stand wherever keys stand. It is kept, shown in details (of a way, a lane, a channel or
settings: with what holds them), and never judged.
"""


def language_page() -> str:
    """A section for each kind of mapping in the language, with a table of its keys."""
    return "\n".join([_INTRODUCTION, *(_section(model) for model in MODELS), _CLOSING])


def _section(model: type[Model]) -> str:
    heading = title(model.__name__)
    about = inspect.cleandoc(model.__doc__ or "")
    head = "| Key | Takes | What it says |\n| --- | --- | --- |"
    return "\n".join([f"## {heading[0].upper()}{heading[1:]}\n", f"{about}\n", head, *_rows(model), ""])


def _shared(model: type[Model]) -> Mapping[str, FieldInfo]:
    return Sections.model_fields if issubclass(model, Sections) else {}


def _rows(model: type[Model]) -> Iterator[str]:
    # What a file shares with the workspace's comes last, though the models inherit it.
    for name, field in sorted(model.model_fields.items(), key=lambda item: item[0] in _shared(model)):
        if (model, name) in _NOT_WRITTEN or name == "own":
            continue
        key = f"`{field.alias or name}`"
        shown = f"**{key}**" if field.is_required() else key
        yield f"| {shown} | {takes(field)} | {field.description or ''} |"
