"""Words that an editor offers while somebody writes: known ones, and names of the workspace. Others stay valid."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from journeys.language.model.expectation import KINDS
from journeys.language.model.survey import FEELINGS

Named = Mapping[str, Mapping[str, str]]
"""What a workspace declares: names by id, by what is named (`owner`, `customer`, `channel`, `step`, `action`,
`promise` …)."""

_STATUS = ("as-is", "to-be", "planned", "draft")
_CHANNELS = ("web", "app", "telephone", "e-mail", "chat", "text message", "letter", "shop", "in person", "at home")
_WORDS = {
    ("Action", "status"): _STATUS,
    ("Step", "status"): _STATUS,
    ("Journey", "status"): _STATUS,
    ("Action", "channel"): _CHANNELS,
    ("Channel", "kind"): _CHANNELS,
    ("Promise", "kano"): KINDS,
    ("Promised", "kano"): KINDS,
    ("Expectation", "kano"): KINDS,
    ("Action", "takes"): ("none",),
    ("LaneModel", "takes"): ("none",),
    ("Action", "uses"): ("none",),
    ("Promise", "kept"): ("wherever",),
    ("Survey", "answers"): ("yes", "no", "none", *FEELINGS),
}
_OWNERS = ("Journey", "Phase", "Step", "Action", "LaneModel", "BlueprintSpec", "Goal", "Measure", "Practice", "Change")
_LOCATED = ("Measure", "Practice", "Voice", "Change", "Told")
_NAMED: Mapping[tuple[str, str], tuple[str, ...]] = {
    **{(model, "owner"): ("owner",) for model in _OWNERS},
    ("Owner", "reports_to"): ("owner",),
    ("Promise", "by"): ("owner",),
    ("Promise", "to"): ("customer", "owner"),
    ("Promised", "to"): ("customer", "owner"),
    ("Journey", "customer"): ("customer",),
    ("Journey", "customers"): ("customer",),
    ("Action", "channel"): ("channel",),
    ("Next", "to"): ("step",),
    ("Step", "next"): ("step",),
    ("Together", "all"): ("step",),
    ("Journey", "anywhere"): ("step",),
    ("Phase", "anywhere"): ("step",),
    ("Promise", "made"): ("step",),
    ("Made", "at"): ("step",),
    ("Action", "uses"): ("action",),
    ("Action", "triggers"): ("action",),
    ("Promise", "kept"): ("step", "action"),
    ("AnyPlace", "any"): ("step", "action"),
    ("Promise", "unless"): ("step",),
    ("Promised", "unless"): ("step",),
    ("Promise", "relies_on"): ("promise",),
    ("Promised", "relies_on"): ("promise",),
    ("BlueprintSpec", "promise"): ("promise",),
    **{(model, "at"): ("step",) for model in _LOCATED},
    **{(model, "measure"): ("measure",) for model in ("Promise", "Promised", "Goal", "Practice", "Change", "Survey")},
    **{(model, "by"): ("owner",) for model in ("Agreed", "Decision", "FollowUp", "Told")},
    ("Governance", "authority"): ("owner",),
    ("Governance", "council"): ("owner",),
    ("Owner", "judged_by"): ("measure",),
    ("Decision", "about"): ("promise",),
    **{(model, "serves"): ("value",) for model in ("Practice", "Promise", "Promised")},
    ("Practice", "instead_of"): ("measure", "practice"),
    ("Goal", "against"): ("goal",),
    ("Voice", "from"): ("owner", "customer"),
    ("Change", "answers"): ("voice", "expectation"),
    ("Change", "expects"): ("expectation",),
    ("Promise", "answers"): ("expectation",),
    ("Promised", "answers"): ("expectation",),
}


def definitions(named: Named) -> dict[str, Any]:
    """A definition for each kind of what is named, with the name of each id."""
    return {
        _definition(kind): {"anyOf": [{"const": id_, "description": name} for id_, name in names.items()]}
        for kind, names in named.items()
        if names
    }


def offer(model: str, key: str, field: Any, named: Named) -> Any:
    """The schema of a model's field, where each text (or each of several) may be one that is offered."""
    offers: list[Any] = [{"enum": list(_WORDS[model, key])}] if (model, key) in _WORDS else []
    kinds = (kind for kind in _NAMED.get((model, key), ()) if named.get(kind))
    offers += ({"$ref": f"#/$defs/{_definition(kind)}"} for kind in kinds)
    return _among(field, offers) if offers else field


def _definition(kind: str) -> str:
    return f"Known{kind.capitalize()}"


def _among(field: Any, offers: list[Any]) -> Any:
    """The offers beside each place of a field at which a text may stand; not within what has keys of its own."""
    if "anyOf" in field:
        return {**field, "anyOf": [_among(option, offers) for option in field["anyOf"]]}
    if field.get("type") == "array":
        return {**field, "items": _among(field["items"], offers)}
    if "additionalProperties" in field:
        return {**field, "additionalProperties": _among(field["additionalProperties"], offers)}
    types = field.get("type")
    if "string" not in (types if isinstance(types, list) else [types]):
        return field
    about = {word: field[word] for word in ("title", "description") if word in field}
    return {**about, "anyOf": [*offers, {word: value for word, value in field.items() if word not in about}]}
