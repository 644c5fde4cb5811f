"""A small workspace in which each kind of mapping stands somewhere, and for each key a value that it has not there."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import cache
from typing import Any, Literal, get_args, get_origin

from keys_walked import OWN_KEY, Path, Under, all_kinds, keys_of, models_in, standing

from journeys.language.model import purpose
from journeys.language.model.action import Action, Promised
from journeys.language.model.blueprint import BlueprintSpec
from journeys.language.model.calendar import Calendar
from journeys.language.model.duration import Duration
from journeys.language.model.journey import Journey, WorkspaceFile
from journeys.language.model.promise import Agreed, AnyPlace, Made, Promise
from journeys.language.model.quantity import Quantity, Scale
from journeys.language.model.settings import Brand, RuleSettings, Settings
from journeys.language.model.shared import LaneModel, Owner
from journeys.language.model.step import Next, Phase, Step, Together
from journeys.language.model.survey import CalledBack, Survey
from journeys.language.model.taking import Spread

SHARED = "journeys.yaml"
ALPHA, BETA, GAMMA = "alpha.journey.yaml", "beta.journey.yaml", "gamma.journey.yaml"
FILES: Mapping[str, dict[str, Any]] = {
    SHARED: {
        "workspace": "Shop",
        "owners": {"boss": {"name": "Boss"}, "ops": {"name": "Operations"}, "lab": {"name": "Laboratory"}},
        "customers": {"kim": {"name": "Kim"}, "lee": {"name": "Lee"}},
        "channels": {"web": {"name": "Web shop"}, "post": {"name": "Letters"}},
        "lanes": {
            "behind": {"name": "Far behind", "takes": {"usually": "1 h", "at_most": "8 h"}},
            "before": {"name": "Family", "kind": "customer"},
            "seen": {"name": "Seen", "kind": "evidence"},
            "known": {"name": "Known", "kind": "info"},
        },
        "calendar": {"day": "6 h"},
        "values": {"calm": {"value": "Calm"}, "brisk": {"value": "Brisk"}},
        "governance": {
            "authority": "boss",
            "goals": [{"goal": "Be quick", "owner": "ops"}, {"goal": "Be slow"}],
            "decisions": [{"decision": "Ask once", "by": "boss"}],
        },
        "measures": {
            "speed": {"measure": "Speed"},
            "loyalty": {"measure": "Loyalty", "of": {"again": "Would you come again?"}, "follow_up": {"by": "ops"}},
            "whole": {"measure": "Of all", "all_of": {"again": "Again?"}},
        },
        "practices": {"once": {"practice": "Ask once"}},
        "voices": {"where": {"voice": "Where is it?", "from": "ops"}},
        "changes": {
            "text": {
                "change": "Send a text",
                "told": {"by": "ops"},
                "results": [{"on": "2026-01-01", "value": "31"}],
            },
        },
        "surveys": {
            "evening": {
                "survey": "In the evening",
                "file": ["evening.csv"],
                "measure": "loyalty",
                "columns": {"when": "Day"},
                "follow_up": {"file": "calls.csv"},
            },
            "wishes": {
                "survey": "Wishes",
                "file": ["wishes.csv"],
                "columns": {"feature": "Wish", "functional": "There", "dysfunctional": "Not there"},
            },
        },
        "settings": {"rules": {"no-feelings": {"severity": "warning", "limit": 1}}},
        "blueprints": {"all": {"title": "All of it"}},
        "brand": {"font": "Georgia"},
    },
    ALPHA: {
        "journey": "Alpha",
        "owner": "ops",
        "customer": "kim",
        "owners": {"own": {"name": "Own team"}},
        "customers": {"pat": {"name": "Pat"}},
        "channels": {"home": {"name": "At home", "kind": "letter"}},
        "lanes": {"aside": {"name": "Neighbours", "kind": "customer", "before": "customer"}},
        "calendar": {"week": "4 days"},
        "values": {"own": {"value": "Our own"}},
        "governance": {"goals": [{"goal": "Be calm"}], "decisions": [{"decision": "Ask twice"}]},
        "measures": {"wait": {"measure": "Wait", "follow_up": {"by": "ops"}}},
        "practices": {"twice": {"practice": "Ask twice"}},
        "voices": {"here": {"voice": "Here it is"}},
        "changes": {
            "call": {"change": "Call", "told": {"by": "ops"}, "results": [{"on": "2026-01-01", "value": "31"}]},
        },
        "surveys": {
            "morning": {
                "survey": "In the morning",
                "file": ["morning.csv"],
                "measure": "loyalty",
                "columns": {"when": "Day"},
                "follow_up": {"file": "calls.csv"},
            },
        },
        "settings": {"rules": {"no-feelings": {"severity": "error", "limit": 3}}},
        "blueprints": {"part": {"title": "A part"}},
        "anywhere": [{"to": "beta/"}],
        "phases": [
            {
                "phase": "First",
                "id": "first",
                "anywhere": [{"to": "Leave"}],
                "steps": [
                    {
                        "step": "Ask",
                        "expects": [{"expects": "An answer"}],
                        "evidence": [{"do": "Form"}],
                        "customer": [{"do": "Fill it in"}],
                        "frontstage": [{"do": "Read it", "owner": "ops", "channel": "web", "takes": "1 h"}],
                        "backstage": [
                            {
                                "do": "Decide",
                                "id": "decide",
                                "owner": "lab",
                                "takes": "1 working day",
                                "promised": {"id": "decided", "within": "2 working days", "agreed": {"by": "ops"}},
                            },
                        ],
                        "support": [{"do": "Rules"}],
                        "behind": [{"do": "File it", "owner": "own"}, {"do": "Shelve it"}],
                        "before": [{"do": "Wait with Kim"}],
                        "seen": [{"do": "A poster"}],
                        "known": [{"do": "Half of them ask twice"}],
                        "aside": [{"do": "Look on"}],
                        "next": [{"to": "Wait", "at_most": 3}, {"to": "Get it", "when": "it is ready"}],
                    },
                ],
            },
            {
                "phase": "Second",
                "steps": [
                    {"step": "Wait", "wait": "1 h", "customer": [{"do": "Sit down"}]},
                    {
                        "step": "Get it",
                        "customer": [{"do": "Take it"}],
                        "frontstage": [{"do": "Hand it over", "owner": "ops", "channel": "home", "takes": "1 h"}],
                    },
                    {"step": "Leave", "customer": [{"do": "Go"}], "end": True},
                ],
            },
        ],
        "promises": {
            "done": {
                "promise": "Done in a week",
                "by": "ops",
                "to": "kim",
                "made": [{"at": "Ask"}],
                "kept": ["Get it.frontstage"],
                "within": "1 working week",
                "agreed": {"by": "ops"},
            },
            "asked": {"promise": "We ask twice", "by": "ops", "to": "kim", "made": [{"at": "Ask"}], "kept": ["Get it"]},
        },
    },
    BETA: {
        "journey": "Beta",
        "steps": [
            {
                "step": "Come in",
                "expects": [{"expects": "To be let in"}],
                "customer": [{"do": "Open the door"}],
                "frontstage": [{"do": "Say hello", "channel": "web", "takes": "4 working days"}],
                "evidence": [{"do": "Door"}],
            },
            {
                "step": "Leave",
                "customer": [{"do": "Go"}],
                "frontstage": [{"do": "Wave", "channel": "post", "takes": "1 h"}],
            },
        ],
        "promises": {
            "soon": {
                "promise": "Soon",
                "by": "ops",
                "to": "kim",
                "made": [{"at": "Come in"}],
                "kept": ["Leave"],
                "within": "1 working week",
            },
        },
    },
    GAMMA: {
        "journey": "Gamma",
        "customer": "lee",
        "steps": [
            {
                "step": "Part",
                "customer": [{"do": "Ask both"}],
                "frontstage": [{"do": "Split", "owner": "ops", "takes": {"usually": "1 h", "at_most": "8 h"}}],
                "next": [{"all": ["Left", "Right"]}],
            },
            {
                "step": "Left",
                "customer": [{"do": "Look left"}],
                "frontstage": [{"do": "Hand over the left one", "owner": "ops", "takes": "1 h"}],
                "next": [{"to": "Meet"}],
            },
            {
                "step": "Right",
                "customer": [{"do": "Look right"}],
                "frontstage": [{"do": "Hand over the right one", "owner": "ops", "takes": "1 h"}],
            },
            {"step": "Meet", "customer": [{"do": "Go"}], "end": True},
        ],
        "promises": {
            "one": {
                "promise": "One of them",
                "by": "ops",
                "to": "lee",
                "made": [{"at": "Part"}],
                "kept": {"any": ["Left.frontstage", "Right.frontstage"]},
                "within": "2 days",
            },
        },
    },
}

ZEBRA = "zebra"
_VALUES: Mapping[tuple[type, str], Any] = {
    (Journey, "owner"): "lab",
    (Journey, "customer"): ["lee"],
    (Step, "owner"): "boss",
    (Step, "journey"): "gamma",
    (Step, "next"): ["alpha/"],
    (Next, "to"): "Get it",
    (Together, "all"): ["Left", "Meet"],
    (Phase, "owner"): "boss",
    (Action, "owner"): ["boss"],
    (Action, "takes"): "7 h",
    (Spread, "at_least"): "30 min",
    (Action, "promised"): {"within": "1 day"},
    (Action, "uses"): ["Wait.customer"],
    (Action, "triggers"): ["Wait.customer"],
    (Promised, "to"): "boss",
    (Promised, "unless"): ["Leave"],
    (Promised, "relies_on"): ["asked"],
    (Promise, "by"): "lab",
    (Promise, "to"): "lee",
    (Promise, "kept"): ["Ask.frontstage"],
    (Promise, "unless"): ["Wait"],
    (Promise, "relies_on"): ["decided"],
    (AnyPlace, "any"): ["Left.frontstage"],
    (Made, "at"): ["Wait"],
    (Owner, "reports_to"): "ops",
    (Owner, "judged_by"): ["speed"],
    (Promise, "answers"): ["An answer"],
    (Promised, "answers"): ["An answer"],
    (Promise, "serves"): ["calm"],
    (Promised, "serves"): ["calm"],
    (Agreed, "by"): "boss",
    (purpose.Goal, "owner"): "boss",
    (purpose.Goal, "measure"): "speed",
    (purpose.Goal, "against"): ["Be slow"],
    (purpose.Decision, "by"): "ops",
    (purpose.Decision, "about"): ["done"],
    (purpose.Governance, "authority"): "ops",
    (purpose.Governance, "council"): ["ops", "boss"],
    (purpose.Measure, "owner"): "ops",
    (purpose.Measure, "yes"): ["4"],
    (purpose.Measure, "at"): ["Get it"],
    (purpose.FollowUp, "by"): "boss",
    (purpose.Practice, "serves"): ["calm"],
    (purpose.Practice, "at"): ["Get it"],
    (purpose.Practice, "measure"): ["speed"],
    (purpose.Practice, "owner"): "ops",
    (purpose.Voice, "from"): "boss",
    (purpose.Voice, "at"): ["Get it"],
    (purpose.Change, "at"): ["Get it"],
    (purpose.Change, "owner"): "ops",
    (purpose.Change, "answers"): ["where"],
    (purpose.Change, "expects"): ["An answer"],
    (purpose.Change, "measure"): "speed",
    (purpose.Told, "at"): ["Get it"],
    (purpose.Told, "by"): "boss",
    (Survey, "file"): ["other.csv"],
    (Survey, "measure"): "whole",
    (Survey, "questions"): {"again": "Column 1"},
    (Survey, "features"): {"An answer": "Answering"},
    (Survey, "answers"): {"ja": "none"},
    (CalledBack, "file"): "other.csv",
    (LaneModel, "owner"): "boss",
    (LaneModel, "takes"): "7 h",
    (LaneModel, "after"): "frontstage",
    (LaneModel, "before"): "backstage",
    (BlueprintSpec, "journey"): "beta",
    (BlueprintSpec, "phases"): ["First"],
    (BlueprintSpec, "lanes"): ["customer"],
    (BlueprintSpec, "owner"): "ops",
    (BlueprintSpec, "promise"): "done",
    (Calendar, "week"): "3 days",
    (Calendar, "hours"): {"mon-tue": ["9:00-12:00"]},
    (WorkspaceFile, "exclude"): [GAMMA],
    (Brand, "accent"): "#123456",
    (Brand, "text"): "#123456",
    (Brand, "background"): "#fedcba",
    (RuleSettings, "limit"): 1000,
    (Settings, "select"): ["E"],
    (Settings, "ignore"): ["P001"],
}
"""What a key that refers to something is changed to; other values follow from the key's type."""

_REFERRED = {Action: ("triggers", "phases", 1, "steps", 1, "frontstage", 0), Step: ("unless", "promises", "done"),
             Promised: ("relies_on", "promises", "done")}  # fmt: skip
"""Where something refers to the id: it shows where somebody uses it."""


@dataclass(frozen=True)
class Case:
    """A key at a place of a file, and the texts of the workspace without and with the change."""

    under: Under
    key: str
    file: str
    path: Path

    def __str__(self) -> str:
        return f"{self.under}:{self.under.model.__name__}.{self.key}"

    def sides(self) -> tuple[dict[str, dict[str, Any]], dict[str, dict[str, Any]]]:
        """The data of the files before and after the change."""
        before: dict[str, dict[str, Any]] = deepcopy(dict(FILES))
        if self.key == "id" and self.under.model in _REFERRED:
            key, *way = _REFERRED[self.under.model]
            at(before[ALPHA], tuple(way))[key] = [ZEBRA]
        after = deepcopy(before)
        place = at(after[self.file], self.path)
        if self.key in place and self.holds:
            del place[self.key]
        else:
            self.change(place)
        return before, after

    @property
    def holds(self) -> bool:
        """Whether mappings stand under the key."""
        return any(models_in(keys_of(self.under.model)[self.key]))

    def change(self, place: dict[str, Any]) -> None:
        """Write something new under the key."""
        place[self.key] = _value(self.under.model, self.key, place.get(self.key))


def _value(model: type, key: str, old: Any) -> Any:
    if key == OWN_KEY:
        return ZEBRA
    return _VALUES[model, key] if (model, key) in _VALUES else _of_type(keys_of(model)[key], old)


def _of_type(kind: Any, old: Any) -> Any:
    """A value of a type that is not the old one, nor what a key means that is left out."""
    if any(model is Action for model, _ in models_in(kind)):
        return [{"do": ZEBRA}]
    parts = [part for part in get_args(kind) if part is not type(None)]
    if get_origin(kind) is Literal:
        return next(word for word in reversed(parts) if word not in (old, "system"))
    if kind is Duration:
        return "7 h"
    if kind is date:
        return "2026-05-05"
    if kind is Quantity:
        return "7"
    if kind is Scale:
        return "1 to 9"
    if kind is bool:
        return not old
    if kind is Fraction:
        return "50%"
    return {str: ZEBRA, int: 2, float: 1.5}.get(kind) or (_of_type(parts[0], old) if parts else None)


def at(data: Any, path: Path) -> Any:
    """What stands at a path of some data."""
    for key in path:
        data = data[key]
    return data


@cache
def cases() -> tuple[Case, ...]:
    """Each key under each kind of mapping that may hold it, at a place in the workspace that has it, if any."""
    places: dict[Under, list[tuple[str, Path]]] = {under: [] for under in all_kinds()}
    for file, data in FILES.items():
        for under, path in standing(data, Under(WorkspaceFile if file == SHARED else Journey)):
            places[under].append((file, path))
    return tuple(
        Case(under, key, *next((one for one in found if key in at(FILES[one[0]], one[1])), found[0]))
        for under, found in sorted(places.items(), key=str)
        for key in keys_of(under.model)
    )


def everything(file: str) -> dict[str, Any]:
    """The data of a file with a value under each key that holds no mappings."""
    data = deepcopy(FILES[file])
    for case in cases():
        if case.file == file and not case.holds:
            case.change(at(data, case.path))
    return data
