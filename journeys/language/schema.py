"""JSON Schema of the two kinds of file, made from the models."""

from __future__ import annotations

from collections.abc import Iterable
from types import MappingProxyType
from typing import Any

from pydantic.json_schema import GenerateJsonSchema

from journeys.language.model.base import OWN, Model
from journeys.language.model.journey import Journey, WorkspaceFile
from journeys.language.model.lanes import Lane
from journeys.language.offered import Named, offer
from journeys.language.offered import definitions as offered

NOBODY: Named = MappingProxyType({})
_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_CELLS = ("evidence", "customer", "frontstage", "backstage", "support")


class _FileSchema(GenerateJsonSchema):
    """Files may say the short forms, which the models take apart before they validate."""

    def generate(self, schema: Any, mode: Any = "validation") -> dict[str, Any]:
        result = super().generate(schema, mode)
        return {"$schema": _DIALECT, **result}


def schema(kind: str = "journey", lanes: Iterable[Lane] = (), named: Named = NOBODY) -> dict[str, Any]:
    """The schema of a `journey` or a `workspace` file.

    Steps may hold the lanes that are given besides; whoever and whatever is `named` is offered where it can stand.
    """
    model: type[Model] = WorkspaceFile if kind == "workspace" else Journey
    result = model.model_json_schema(by_alias=True, schema_generator=_FileSchema)
    definitions = result.get("$defs", {})
    for name, definition in ((model.__name__, result), *definitions.items()):
        _allow_short_forms(name, definition, named)
    if "Step" in definitions:
        _allow_lanes(definitions["Step"], lanes)
    definitions.update(offered(named))
    return result


# The models whose whole mapping may be written as one text, and the key which that text stands for.
_SHORT = {
    "Action": "do",
    "Next": "to",
    "Made": "at",
    "Owner": "name",
    "Customer": "name",
    "Channel": "name",
    "BlueprintSpec": "title",
    "RuleSettings": "severity",
    "Agreed": "by",
    "Expectation": "expects",
    "Value": "value",
}


def _allow_short_forms(model: str, definition: dict[str, Any], named: Named) -> None:
    """Short forms, keys of the user's own, and words to choose from."""
    if "properties" in definition:
        definition["properties"].pop(OWN, None)
        definition["patternProperties"] = {f"^{OWN}": {}}
    for name, field in definition.get("properties", {}).items():
        definition["properties"][name] = offer(model, name, _short(field), named)


_EMPTY: dict[str, Any] = {"not": {"type": ["string", "number", "boolean", "array", "object"]}}
"""A key may be left empty, and no editor offers it."""


def _short(field: Any) -> Any:
    """A list may be a single item, a referred model a text, and a key may be left empty."""
    if not isinstance(field, dict):
        return field
    if field.get("type") == "null":
        return _EMPTY
    # What holds where a key is left out is nothing to write: editors would offer `null` and empty lists.
    field = {key: value for key, value in field.items() if key != "default" or value not in (None, [], {})}
    described = {key: value for key, value in field.items() if key in ("title", "description", "default")}
    if "$ref" in field and field["$ref"].rsplit("/", 1)[-1] in _SHORT:
        return {"anyOf": [{"type": ["string", "number"]}, {"$ref": field["$ref"]}], **described}
    if field.get("type") == "array":
        item = _short(field.get("items", {}))
        return {
            **{k: v for k, v in described.items() if k != "default"},
            "anyOf": [item, {"type": "array", "items": item}],
        }
    if field.get("type") == "object" and isinstance(field.get("additionalProperties"), dict):
        return {**field, "additionalProperties": _short(field["additionalProperties"])}
    if "anyOf" in field or "oneOf" in field:
        key = "anyOf" if "anyOf" in field else "oneOf"
        return {**{k: v for k, v in field.items() if k != key}, "anyOf": [_short(option) for option in field[key]]}
    return field


def _allow_lanes(step: dict[str, Any], lanes: Iterable[Lane]) -> None:
    cell = step["properties"][_CELLS[-1]]
    step["properties"].pop("lanes", None)
    for lane in lanes:
        if lane.id not in _CELLS:
            step["properties"][lane.id] = {**cell, "description": f"The lane “{lane.name}”."}
