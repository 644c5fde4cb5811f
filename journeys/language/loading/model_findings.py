"""What pydantic finds wrong, said so that a designer knows what to write instead."""

from __future__ import annotations

import re
from typing import Any, NamedTuple, get_args

from journeys.language.finding import Edit, KeyPath, Part, Place
from journeys.language.loading.document import Document
from journeys.language.loading.elsewhere import elsewhere
from journeys.language.model.base import Model, fields_of
from journeys.language.model.names import UNSAID
from journeys.language.model.purpose import PurposeSections
from journeys.language.signs import COLON, described, first_odd, in_place_of, instead_of, meant, stranger
from journeys.language.words import is_slip, known_as, nearest, shortened, suggestion

_NEEDS = {
    "journey": "begin the file with the journey's name: `journey: Get broadband installed`",
    "phase": "give the phase a name: `- phase: Order`",
    "step": "give the step a name: `- step: Place order`",
    "do": "say what is done: `do: Take the order`",
    "promise": "say what is promised: `promise: Online within five working days`",
    "by": "say which owner promises: `by: field-ops`",
    "to": "say whom it is made to: `to: home-mover`",
    "value": "say what it is called: `value: Calm`",
    "goal": "say what is to be reached: `goal: Half our customers are loyal`",
    "decision": "say what was decided: `decision: The router is sent before the visit`",
    "measure": "say what it is called: `measure: Time after the call until the next`",
    "practice": "say what is done: `practice: Judge agents by wrap-up time`",
    "voice": "say what was said: `voice: People ask where the router is`",
    "change": "say what is changed: `change: Text the number the evening before`",
    "survey": "say what it is called: `survey: Asked on the second evening`",
    "file": "name the file of answers: `file: surveys/answers.csv`",
    "expects": "say what is expected: `expects: I know when it comes`",
    "on": "say on which day: `on: 2026-10-01`",
    "at": "say where it is made: `at: Place order`",
    "all": "name the steps: `all: [Pack, Pay]`",
    "any": "name the places, one of which will do: `any: [Home, Pick up]`",
}
# What to write where a text or a list stands for something that has keys, by the model that is expected.
_SHAPES = {
    "Step": "write `- step:` and its name",
    "Phase": "write `- phase:` and its name",
    "Promise": "write `promise:`, `by:` and `to:` below it, indented",
    "Measure": "write `{measure: …}`, what it is called, and its other keys",
    "Practice": "write `{practice: …}`, what is done, and its other keys",
    "Voice": "write `{voice: …, from: …}`: what was said, and by whom",
    "Change": "write `{change: …}`, what is changed, and its other keys",
    "Survey": "write `{survey: …, file: …}`: what it is called, the file of answers, and its other keys",
    "Promised": "write `{within: 2 h}`, or another of its keys",
}
_BY_ID = frozenset(("owners", "customers", "promises", "channels", "lanes", "blueprints", *fields_of(PurposeSections)))
_WORKING_TIME = {"working_day": "day", "working_week": "week"}
_SHARED_ONLY = frozenset(("workspace", "brand"))


_INNER_COLON = re.compile(rf"(\w+)[ ]?(:|{COLON})\s*(.+)", re.DOTALL)
_LISTS: dict[KeyPath, str] = {("steps",): "step", ("phases",): "phase"}
_TEXT = "write a text after the colon"
_MANY = 200


class Wording(NamedTuple):
    """The words of a finding: the rule's name, the message, help, and a fix if it is mechanical."""

    name: str
    message: str
    help: str
    fix: tuple[Edit, ...] = ()
    meant: str = ""
    """The key that was meant by an unknown one: it is there, then, and is not missing."""


def wording(
    model: type[Model], details: Any, path: KeyPath, value: Any, document: Document, written: KeyPath
) -> Wording | None:
    """The words for one of pydantic's errors (`details`), or None for what need not be said (an empty optional key)."""
    key = str(next((part for part in reversed(path) if isinstance(part, str)), "file"))
    kind = details["type"]
    if kind == "extra_forbidden":
        return _unknown_key(model, details["loc"], path, value, document, written)
    if kind == "missing":
        return Wording("missing-key", f"`{path[-1]}` is missing", _needed(key, path))
    if value is None:
        if kind in ("dict_type", "model_type", "model_attributes_type"):
            return None
        help_ = _needed(key, path) if key in _NEEDS else "write a value after the colon, or leave the key out"
        return Wording("wrong-type", f"`{key}` is empty", help_)
    if kind == "string_type" and isinstance(value, dict | list):
        return _no_text(key, value, document, written)
    told = _wrong_value(key, kind, details, value)
    odd = first_odd(value[:100]) if isinstance(value, str) else ""
    return told._replace(message=f"{told.message}: {_holds(odd)}") if odd else told


def _holds(odd: str) -> str:
    """What is odd about a text that holds a character which is taken for another one."""
    return f"“{odd}” in it is {described(odd)}" if odd.isprintable() else f"in it is {described(odd)}"


def _no_text(key: str, value: Any, document: Document, written: KeyPath) -> Wording:
    start = document.span(Place(document.source.name, written)).start
    sign = document.source.text[start : start + 1]
    help_ = f"a text that begins with “{sign}” must stand in quotes" if sign in ("{", "[") else _TEXT
    return Wording("wrong-type", f"`{key}` takes a text, not {_show(value)}", help_)


def _needed(key: str, path: KeyPath) -> str:
    if "results" in path and key == "value":
        return "say what was measured: `value: 31%`"
    if "agreed" in path and key == "by":
        return "say which owner said yes: `by: network`"
    if key == "to" and ("next" in path or "anywhere" in path):
        return "say where it goes: `to: Engineer visit`"
    return _NEEDS.get(key, f"write `{key}:` and what it is")


def _wrong_value(key: str, kind: str, details: Any, value: Any) -> Wording:
    context = details.get("ctx", {})
    if kind == "value_error":
        error = str(context.get("error", ""))
        name = {"is not a duration": "bad-duration", "longer than": "bad-duration", "is not a rate": "bad-rate"}
        found = next((rule for words, rule in name.items() if words in error), "wrong-type")
        message, _, help_ = error.partition("; ")
        if not help_ and found == "wrong-type":
            return Wording(found, f"`{key}` cannot be {_show(value)}", message)
        return Wording(found, message, help_)
    if kind == "literal_error":
        words = [word.strip("'") for word in str(context.get("expected", "")).replace(" or ", ", ").split(", ")]
        words = [word for word in words if word != "system"]
        return Wording("wrong-type", f"`{key}` cannot be {_show(value)}", _one_of(value, words))
    if kind.startswith(("greater_than", "less_than", "int")):
        return _wrong_number(key, kind, context, value)
    if kind == "string_pattern_mismatch":
        return Wording("wrong-type", f"`{key}` cannot be {_show(value)}", "write a colour like `#0b6e6e`")
    if kind == "string_too_long":
        return Wording("wrong-type", f"`{key}` is longer than {context.get('max_length')} characters", "shorten it")
    if kind == "string_too_short":
        return Wording("wrong-type", f"`{key}` is empty", "write a text, or leave the key out")
    if kind.startswith("string"):
        return Wording("wrong-type", f"`{key}` takes a text, not {_show(value)}", _TEXT)
    return _no_mapping(key, context, value)


def _no_mapping(key: str, context: Any, value: Any) -> Wording:
    """What is said of a text or a list where keys are expected."""
    if key in _WORKING_TIME and context.get("class_name") == "Practice" and isinstance(value, str):
        return _working_time(key, value)
    message = f"`{key}` takes keys of its own, not {_show(value)}"
    if key in _BY_ID and not isinstance(value, dict) and "class_name" not in context:
        return Wording("wrong-type", message, "write each below it, indented, with an id before it: `an-id: …`")
    return Wording(
        "wrong-type", message, _SHAPES.get(context.get("class_name", ""), "write its keys below it, indented")
    )


def _wrong_number(key: str, kind: str, context: Any, value: Any) -> Wording:
    if kind.startswith("int"):
        return Wording("wrong-type", f"`{key}` takes a whole number, not {_show(value)}", "write a number, like `2`")
    bound = context.get("ge", context.get("le"))
    help_ = f"write a number of {'at least' if 'ge' in context else 'at most'} {bound}"
    return Wording("wrong-type", f"`{key}` is {_show(value)}", help_)


def _one_of(value: Any, words: list[str]) -> str:
    found = nearest(value, words) if isinstance(value, str) else None
    return f"did you mean `{found}`?" if found else "write one of " + ", ".join(f"`{word}`" for word in words)


def _show(value: Any) -> str:
    if isinstance(value, dict):
        return "keys of its own"
    if isinstance(value, list):
        return "a list"
    return f"“{shortened(' '.join(str(value)[:1000].split()), 40)}”"


def _unknown_key(
    model: type[Model], loc: tuple[str | int, ...], path: KeyPath, value: Any, document: Document, written: KeyPath
) -> Wording:
    key = str(path[-1])
    known = fields_at(model, loc[:-1])
    shown = shortened(key)
    if value is None and _in_flow_mapping(document, written[:-1]):
        return _broken_off(key, shown, known, document, written)
    if key.startswith("-"):
        return Wording(
            "unknown-key", f"a blank is missing after the dash of “{shown}”", f"write `- {key.lstrip('-')}:`"
        )
    if key in _SHARED_ONLY and len(path) == 1:
        help_ = "it stands in journeys.yaml, the file that the journeys of a folder share"
        return Wording("unknown-key", f"“{shown}” is no part of a journey", help_)
    if path[-2:-1] in _LISTS and isinstance(value, dict):
        word = _LISTS[path[-2:-1]]
        help_ = f"`{word}s` is a list: write `- {word}: {shown}`, and its keys below `{word}`"
        return Wording("unknown-key", f"“{shown}” stands where a {word} begins", help_)
    return _unknown_word(key, shown, known, _beside(document, written), Place(document.source.name, written, Part.KEY))


def _unknown_word(key: str, shown: str, known: list[str], beside: frozenset[str], place: Place) -> Wording:
    """What was meant: a word that is written otherwise, one of another place, or one that is like it."""
    message = f"“{shown}” is not a word of the language here"
    free = [word for word in known if word not in beside]
    found = known_as(key, free) or nearest(key, free)
    sure = found is not None and is_slip(key, found)
    place_of_it = None if sure else elsewhere(key, known)
    if place_of_it:
        return Wording("unknown-key", message, place_of_it)
    odd = stranger(key, found) if found else ""
    if odd:
        message += f": {_holds(odd)}"
    fix = (Edit(place, "rename", found),) if found and sure else ()
    return Wording("unknown-key", message, suggestion(found, known), fix, found if found and sure else "")


def _beside(document: Document, written: KeyPath) -> frozenset[str]:
    """The other keys of the mapping in which a key stands: none of them was meant by it."""
    holder = document.value(Place(document.source.name, written[:-1]))
    return frozenset(holder) if isinstance(holder, dict) and len(holder) < _MANY else frozenset()


def _broken_off(key: str, shown: str, known: list[str], document: Document, written: KeyPath) -> Wording:
    """A key without a value in braces: a colon that is none, or the rest of a text with a comma in it."""
    colon = _INNER_COLON.match(key)
    word = known_as(colon[1], known) if colon else None
    if colon and word:
        right = f"{word}: {colon[3]}"
        message = in_place_of(colon[2])
        if colon[2] == ":":
            message = f"a blank is missing after the colon of “{shown}”"
        return Wording("unknown-key", message, f"write `{shortened(right)}`", meant=word)
    span = document.span(Place(document.source.name, written[:-1]))
    before = document.source.text[span.start : document.span(Place(document.source.name, written, Part.KEY)).end][-500:]
    quote = next((sign for sign in before if meant(sign) == '"'), "")
    if quote:
        return Wording("unknown-key", in_place_of(quote), f"{instead_of(quote)}, and at the end of the text")
    return Wording(
        "unknown-key",
        f"the text breaks off at a comma: “{shown}” is read as a key",
        'put the whole text in quotes, like `{do: "Take name, seat and fare"}`',
    )


def _working_time(key: str, value: str) -> Wording:
    """What to write in place of a key under `practices`, where working time once stood."""
    help_ = f"write `calendar: {{{_WORKING_TIME[key]}: {value}}}`"
    return Wording("unknown-key", "“practices” does not say when people work: `calendar` does", help_)


def _in_flow_mapping(document: Document, path: KeyPath) -> bool:
    span = document.span(Place(document.source.name, path))
    return document.source.text[span.start : span.start + 1] == "{"


def fields_at(model: type[Model], loc: tuple[str | int, ...]) -> list[str]:
    """The keys that may stand at a location of a model."""
    candidates = [model]
    for key in loc:
        inner: list[type[Model]] = []
        for candidate in candidates:
            for name, info in candidate.model_fields.items():
                if key in (name, info.alias):
                    inner += _models_in(info.annotation)
        candidates = inner or candidates
    return [key for candidate in candidates for key in fields_of(candidate)]


def _models_in(annotation: Any) -> list[type[Model]]:
    if isinstance(annotation, type) and issubclass(annotation, Model):
        return [annotation]
    return [found for part in get_args(annotation) for found in _models_in(part)]


def never_written(model: type[Model]) -> dict[str, Any]:
    """The least data that a model accepts."""
    return {name: UNSAID for name, info in model.model_fields.items() if info.is_required()}
