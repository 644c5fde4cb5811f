"""What a key of the language takes, in words, from the annotation of the model's field."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from fractions import Fraction
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from annotated_types import Ge, Le
from pydantic import WithJsonSchema
from pydantic.fields import FieldInfo

from journeys.language.model.base import Model
from journeys.language.model.duration import Duration
from journeys.language.model.quantity import Quantity, Scale

_PLAIN = {
    str: "text",
    bool: "`true` or `false`",
    int: "a whole number",
    float: "a number",
    Duration: "a [duration](#durations)",
    Fraction: "a [rate](#rates)",
    date: "a [date](#dates)",
    Quantity: "a [quantity](#quantities)",
    Scale: "a scale like `1 to 5`",
}


def takes(field: FieldInfo) -> str:
    """What a field takes: `text`, `a duration`, `one or many: step` and the like, in Markdown."""
    return _words(field.annotation, tuple(field.metadata))


def _words(annotation: Any, metadata: tuple[Any, ...] = ()) -> str:
    origin = get_origin(annotation)
    if origin is Annotated:
        inner, *more = get_args(annotation)
        offered = next((one.json_schema or {} for one in more if isinstance(one, WithJsonSchema)), {})
        if "enum" in offered:
            return _choices(offered["enum"])
        many = ", or a list" if any(one.get("type") == "array" for one in offered.get("anyOf", ())) else ""
        return _words(inner, tuple(_unfolded(more))) + many
    if origin in (Union, UnionType):
        options = [_words(option, metadata) for option in get_args(annotation) if option is not NoneType]
        return "; or ".join(dict.fromkeys(options))
    if origin is tuple:
        return f"{_words(get_args(annotation)[0])}, or a list"
    if origin is dict:
        return f"by id: {_words(get_args(annotation)[1])}"
    if origin is Literal:
        return _choices(get_args(annotation))
    return _single(annotation, metadata)


def _choices(options: Iterable[Any]) -> str:
    return ", ".join(f"`{option}`" for option in options)


def _unfolded(metadata: Iterable[Any]) -> Iterator[Any]:
    """Constraints one by one: a `Field(ge=0, le=9)` inside an annotation holds several."""
    for one in metadata:
        yield from one.metadata if isinstance(one, FieldInfo) else (one,)


def _single(annotation: Any, metadata: tuple[Any, ...]) -> str:
    if isinstance(annotation, type) and issubclass(annotation, Model):
        name = annotation.__name__
        return f"[{title(name)}](#{title(name).replace(' ', '-')})"
    if any(getattr(one, "pattern", None) for one in metadata):
        return "a colour like `#0b6e6e`"
    return _PLAIN[annotation] + _bounds(metadata)


def _bounds(metadata: tuple[Any, ...]) -> str:
    least = next((one.ge for one in metadata if isinstance(one, Ge)), None)
    most = next((one.le for one in metadata if isinstance(one, Le)), None)
    if least is None:
        return ""
    return f" from {least}".replace("-", "−") + (f" to {most}" if most is not None else "")


_TITLES = {
    "Journey": "journey file",
    "WorkspaceFile": "workspace file",
    "LaneModel": "lane",
    "BlueprintSpec": "named blueprint",
    "RuleSettings": "settings of a rule",
    "Next": "way on",
    "Together": "ways at once",
    "AnyPlace": "one of several places",
    "Spread": "time it takes",
    "Made": "where it is made",
    "Promised": "promised",
    "Agreed": "who said yes",
    "FollowUp": "follow-up",
    "Told": "who is told",
    "Columns": "columns of a survey",
    "CalledBack": "who was called back",
}


def title(model: str) -> str:
    """What people call a model of the language, in lower case."""
    return _TITLES.get(model, model.lower())
