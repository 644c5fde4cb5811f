"""Sections that few files have: what reads them is built when one is first written."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler, TypeAdapter
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema


@dataclass(frozen=True, slots=True)
class Seldom:
    """Says of a field that it is seldom written: a file without it must not wait until its models are built.

    What is wrong in it is told at its place, as of every other field.
    """

    def __get_pydantic_core_schema__(self, kind: Any, _: GetCoreSchemaHandler) -> CoreSchema:
        """A validator that asks the one of the field's type, made at the first use; its errors keep their places."""
        return core_schema.no_info_plain_validator_function(
            lambda value: _reader(kind).validate_python(value), metadata={"kind": kind}
        )

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """The JSON Schema of the field's type."""
        return handler(_reader(schema["metadata"]["kind"]).core_schema)


@cache
def _reader(kind: Any) -> TypeAdapter[Any]:
    return TypeAdapter(kind)
