"""Every key of the language and where it may stand, found from the models, so that none can be forgotten."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, get_args, get_origin

from journeys.language.model.action import Cell
from journeys.language.model.base import OWN, Model
from journeys.language.model.journey import Journey, WorkspaceFile
from journeys.language.model.step import Step

Path = tuple[str | int, ...]
OWN_KEY = f"{OWN}ref"
"""A key of the user's own."""
ROOTS: tuple[type[Model], ...] = (Journey, WorkspaceFile)
OWN_LANES = ("behind", "before", "seen", "known")
"""Lanes of the workspace's own, one of each kind: a step holds their cells under their names, not under `lanes`."""


@dataclass(frozen=True)
class Under:
    """A kind of mapping under the key of another: `model` under `key` of `parent`; a root stands under nothing."""

    model: type[Model]
    parent: type[Model] | None = None
    key: str = ""

    def __str__(self) -> str:
        return f"{self.parent.__name__}.{self.key}" if self.parent else self.model.__name__


def keys_of(model: type[Model]) -> Mapping[str, Any]:
    """The keys as a file writes them, each with its type; of the user's own, one."""
    written = {field.alias or name: field.annotation for name, field in model.model_fields.items()}
    keys = {OWN_KEY if key == OWN else key: kind for key, kind in written.items()}
    return (
        {**{key: kind for key, kind in keys.items() if key != "lanes"}, **dict.fromkeys(OWN_LANES, Cell)}
        if (model is Step)
        else keys
    )


def models_in(annotation: Any) -> Iterator[tuple[type[Model], bool]]:
    """The models that may stand under a key of such a type, and whether each stands there by a name."""
    if isinstance(annotation, type) and issubclass(annotation, Model):
        yield annotation, False
    for part in get_args(annotation):
        yield from ((model, named or get_origin(annotation) is dict) for model, named in models_in(part))


def all_kinds() -> set[Under]:
    """All kinds of mappings, each under each key that may hold it."""
    found: set[Under] = set()
    waiting = [Under(root) for root in ROOTS]
    while waiting:
        one = waiting.pop()
        known = any(other.model is one.model for other in found)
        found.add(one)
        if not known:
            waiting += [
                Under(model, one.model, key) for key, kind in keys_of(one.model).items() for model, _ in models_in(kind)
            ]
    return found


def standing(data: Mapping[str, Any], under: Under, path: Path = ()) -> Iterator[tuple[Under, Path]]:
    """Each mapping in the data of a file, beginning with `data` itself, and the path to it."""
    yield under, path
    for key, kind in keys_of(under.model).items():
        found = dict(models_in(kind)) if key in data else {}
        for model, named in found.items():
            for inner, way in _inner(data[key], (key,), named=named):
                if len(found) == 1 or keys_of(model).keys() >= inner.keys():  # Of several models, the one it is.
                    for below, rest in standing(inner, Under(model, under.model, key)):
                        yield below, (*path, *way, *rest)


def _inner(value: Any, path: Path, *, named: bool) -> Iterator[tuple[Mapping[str, Any], Path]]:
    if isinstance(value, list):
        for number, one in enumerate(value):
            yield from _inner(one, (*path, number), named=named)
    elif isinstance(value, dict) and named:
        for key, one in value.items():
            yield from _inner(one, (*path, key), named=False)
    elif isinstance(value, dict):
        yield value, path
