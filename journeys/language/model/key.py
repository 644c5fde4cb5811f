"""What a key of the language says of itself, beside its name and its kind: how it is compared and told.

Its place in a file needs no words: keys are written in the order in which the model declares them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, get_args

if TYPE_CHECKING:
    from journeys.language.model.base import Model


@dataclass(frozen=True, slots=True)
class Key:
    """A plain key: the node has a field of its name, and `journeys diff` compares it.

    `told` is the word under which the site tells it among a thing's facts, and drawings where a pointer rests (HTML
    pages in their details, text and Markdown as a note); empty where it is shown in a way of its own. With `site`
    drawings leave it out there: they show it otherwise, or not at all.
    """

    told: str = ""
    site: bool = False


@cache
def keys_of(model: type[Model]) -> tuple[tuple[str, Key], ...]:
    """The plain keys of a model by the names of its fields, in their order."""
    return tuple(
        (name, key) for name, field in model.model_fields.items() for key in field.metadata if isinstance(key, Key)
    )


def plain(model: Model) -> dict[str, Any]:
    """What is written under the plain keys of a model, for the node made of it; what is left out is not there."""
    found = {}
    for name in model.model_fields_set & _names_of(type(model)):
        value = getattr(model, name)
        if value is not None:
            found[name] = value
    said = own(model)
    if said:
        found["own"] = said
    return found


@cache
def _names_of(model: type[Model]) -> frozenset[str]:
    return frozenset(name for name, _ in keys_of(model))


def own(model: Model) -> tuple[tuple[str, str], ...]:
    """The user's own keys of a model (without what they begin with), and what they say, as text.

    Those of what it holds and is no thing of its own (ways, lanes, channels, settings) come after them, each with where
    it stands: `colour (next Leave)`.
    """
    if not model.own and model.model_fields_set.isdisjoint(_holding(type(model))):
        return ()
    return tuple(_own(model, ()))


def _own(model: Model, where: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    stands = f" ({', '.join(where)})" if where else ""
    yield from ((f"{key.partition('-')[2]}{stands}", _worded(value)) for key, value in model.own.items())
    for name in _holding(type(model)):
        for at, inner in _held(name, getattr(model, name)):
            yield from _own(inner, (*where, at))


@cache
def _holding(model: type[Model]) -> tuple[str, ...]:
    """The fields of a model that may hold mappings which are no things of their own."""
    return tuple(name for name, field in model.model_fields.items() if _may_hold(field.annotation))


def _may_hold(annotation: Any) -> bool:
    if isinstance(annotation, type):
        return hasattr(annotation, "told_apart") and not annotation.told_apart
    return any(map(_may_hold, get_args(annotation)))


def _held(name: str, value: Any) -> Iterator[tuple[str, Model]]:
    """The mappings under a key, each with where it stands: by its own key, where it leads, or its number."""
    if isinstance(value, dict):
        found = [(f"{name} {key}", one) for key, one in value.items()]
    elif isinstance(value, tuple):
        found = [(f"{name} {getattr(one, 'to', number)}", one) for number, one in enumerate(value, 1)]
    else:
        found = [(name, value)]
    return ((at, one) for at, one in found if not getattr(one, "told_apart", True))


def _worded(value: Any) -> str:
    if isinstance(value, dict):
        return "; ".join(f"{key}: {_worded(inner)}" for key, inner in value.items())
    if isinstance(value, list | tuple):
        return ", ".join(map(_worded, value))
    return "" if value is None else str(value)


def told(model: type[Model], node: object, besides: Collection[str] = ()) -> Iterator[tuple[Key, tuple[str, ...]]]:
    """Each key of a node that is told in words and says something, with what it says; without those named `besides`.

    The user's own come at last.
    """
    for name, key in keys_of(model):
        value = getattr(node, name, None) if key.told and name not in besides else None
        texts = tuple(_text(one) for one in (value if isinstance(value, tuple) else (value,)) if one)
        if texts:
            yield key, texts
    yield from ((Key(word), (text,)) for word, text in getattr(node, "own", ()))


def _text(value: object) -> str:
    return "yes" if value is True else str(value)


def said(model: type[Model], node: object) -> str:
    """What drawings tell of a node where a pointer rests, as one text; a note needs no word before it."""
    found = ((key.told, "; ".join(texts)) for key, texts in told(model, node) if not key.site)
    return " · ".join(text if word == "Note" else f"{word}: {text}" for word, text in found)
