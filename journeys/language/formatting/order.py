"""The order in which keys are read aloud: what a thing is called, how it is, what it holds, where it leads."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any, get_args, get_origin

from journeys.language.formatting.layout import Entry, Note, Shape, Value
from journeys.language.model import purpose
from journeys.language.model.action import Action, Promised
from journeys.language.model.base import Model, fields_of
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


@dataclass(frozen=True)
class Kind:
    """A mapping of the language: its keys in order, and the kinds of what stands under some of them.

    `each` are keys under which things stand by their names (`owners`), `inside` those under which one thing stands
    or a list of them. What stands under any other key is of the kind `other`.
    """

    keys: tuple[str, ...]
    inside: Mapping[str, str] = field(default_factory=dict)
    each: Mapping[str, str] = field(default_factory=dict)
    other: str = ""


_MODELS: Mapping[str, type[Model]] = MappingProxyType(
    {
        "phase": Phase, "step": Step, "action": Action, "promised": Promised, "next": Next, "promise": Promise,
        "made": Made, "places": AnyPlace, "takes": Spread, "owner": Owner, "customer": Customer, "channel": Channel,
        "lane": LaneModel, "agreed": Agreed, "expectation": Expectation,
        "value": purpose.Value, "governance": purpose.Governance, "goal": purpose.Goal, "decision": purpose.Decision,
        "measure": purpose.Measure, "follow_up": purpose.FollowUp, "practice": purpose.Practice,
        "voice": purpose.Voice, "change": purpose.Change, "told": purpose.Told, "result": purpose.Result,
        "survey": Survey, "columns": Columns, "called_back": CalledBack,
        "calendar": Calendar, "settings": Settings, "rule": RuleSettings, "brand": Brand, "blueprint": BlueprintSpec,
    }
)  # fmt: skip
# What stands under one key, be it this or that, is of one kind.
_ALTERNATIVES: Mapping[str, type[Model]] = MappingProxyType({"next": Together})
_NAMES: Mapping[object, str] = MappingProxyType(
    {model: name for models in (_MODELS, _ALTERNATIVES) for name, model in models.items()}
)


def _kind(model: type[Model]) -> Kind:
    """The kind that a model declares: its fields in their order, and the models that stand under some of them."""
    fields = {key: model.model_fields[name] for key, name in fields_of(model).items()}
    each = {key: name for key, field in fields.items() if (name := _under(field.annotation, named=True))}
    inside = {key: name for key, field in fields.items() if (name := _under(field.annotation, named=False))}
    other = _ALTERNATIVES.get(_NAMES.get(model, ""))
    first, *rest = fields
    keys = dict.fromkeys((first, *(key for key in (fields_of(other) if other else ()) if key not in fields), *rest))
    return Kind(tuple(keys), inside, each, other="action" if model is Step else "")


def _under(annotation: Any, *, named: bool) -> str:
    """The kind of what stands under a field of such a type, by names (`dict`) or without; empty for plain values."""
    if annotation in _NAMES:
        return "" if named else _NAMES[annotation]
    by_names = get_origin(annotation) is dict
    if by_names and not named:
        return ""
    found = (_under(part, named=named and not by_names) for part in get_args(annotation))
    return next((name for name in found if name), "")


def _file() -> Kind:
    """A journey's and a workspace's file as one: what it is, what it declares, what it holds."""
    workspace, journey, sections = _kind(WorkspaceFile), _kind(Journey), _kind(Sections)
    designed = fields_of(purpose.PurposeSections)
    inside, each = {**workspace.inside, **journey.inside}, {**workspace.each, **journey.each}
    both = dict.fromkeys((*(key for key in workspace.keys if key not in journey.keys), *journey.keys))
    own = [key for key in both if key not in sections.keys and key != "customers"]
    holds = [key for key in own if key in inside or key in each]
    first, *others = (key for key in sections.keys if key not in designed)
    before = [key for key in own if key not in holds]
    # What is designed on purpose speaks of steps and promises: it comes after them, and drawings at last.
    after = sorted((*holds, *designed), key="blueprints".__eq__)
    keys = (*before, first, "customers", *others, *after)
    return Kind(keys, inside, each)


KINDS: Mapping[str, Kind] = MappingProxyType({"file": _file(), **{name: _kind(one) for name, one in _MODELS.items()}})


def arranged(root: Value) -> Value:
    """A file's layout with the entries of each mapping in their order; each takes its comments along.

    Comments at the head of the file, with an empty line below them, stay there.
    """
    result = _arranged(root, "file", named=False)
    first = root.entries[0]
    if result.entries[0].key == first.key:
        return result
    head, own = _head(first)
    top, *rest = result.entries
    rest = [replace(entry, leading=own) if entry.key == first.key else entry for entry in rest]
    return replace(result, entries=(_below(head, top), *rest))


def _head(first: Entry) -> tuple[tuple[Note, ...], tuple[Note, ...]]:
    """The comments above a file's first entry that belong to the file, and those that belong to the entry."""
    notes = first.leading
    split = len(notes) if first.blank else max((place for place, note in enumerate(notes) if note.blank), default=0)
    return notes[:split], notes[split:]


def _below(head: tuple[Note, ...], entry: Entry) -> Entry:
    if not head:
        return entry
    if not entry.leading:
        return replace(entry, leading=head, blank=True)
    return replace(entry, leading=(*head, replace(entry.leading[0], blank=True), *entry.leading[1:]))


def _arranged(value: Value, kind: str, *, named: bool) -> Value:
    entries = tuple(_arranged_entry(entry, kind, named=named) for entry in value.entries)
    if value.shape is Shape.MAP and not named:
        entries = _ordered(kind, entries)
    return replace(value, entries=entries)


def _arranged_entry(entry: Entry, kind: str, *, named: bool) -> Entry:
    if entry.key is not None and not named:
        kind, named = kind_under(kind, entry)
        return replace(entry, value=_arranged(entry.value, kind, named=named))
    if entry.key is None and entry.suppresses and entry.value.entries and not entry.value.flow:
        return _arranged_below_comment(entry, kind)
    return replace(entry, value=_arranged(entry.value, kind, named=False))


def _arranged_below_comment(item: Entry, kind: str) -> Entry:
    """An item whose comment speaks of its first line: what stands there stays there, and the comment is its own."""
    value = _arranged(item.value, kind, named=False)
    first = _arranged_entry(item.value.entries[0], kind, named=False)
    place = value.entries.index(first)
    others = (*value.entries[:place], *value.entries[place + 1 :])
    first = replace(first, leading=(*item.leading, *first.leading), blank=item.blank)
    blank = item.leading[0].blank if item.leading else item.blank
    return replace(item, value=replace(value, entries=(first, *others)), leading=(), blank=blank)


def _ordered(kind: str, entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """The entries in the order of their kind. A key it does not know stays behind the one before it."""
    known = {key: place for place, key in enumerate(KINDS[kind].keys)} if kind else {}
    ranks: list[int] = []
    for entry in entries:
        before = ranks[-1] if ranks else -1
        ranks.append(known.get(_ranked_as(kind, entry), before))
    return tuple(entry for _, entry in sorted(zip(ranks, entries, strict=True), key=lambda pair: pair[0]))


def _ranked_as(kind: str, entry: Entry) -> str:
    """Customers may be named in a list like the one customer, or declared in a section of their own."""
    if kind == "file" and entry.key == "customers" and entry.value.shape is not Shape.MAP:
        return "customer"
    return entry.key or ""


def kind_under(kind: str, entry: Entry) -> tuple[str, bool]:
    """The kind of what stands under an entry, and whether it stands there by names of its own."""
    known = KINDS.get(kind)
    if known is None or entry.key is None:
        return "", False
    if entry.key in known.each and entry.value.shape is Shape.MAP:
        return known.each[entry.key], True
    if entry.key in known.inside:
        return known.inside[entry.key], False
    return ("", False) if entry.key in known.keys else (known.other, False)


def is_section(value: Value, kind: str, named: bool) -> bool:
    """Whether a value at the root is a part of the file that empty lines set off."""
    return bool(value.entries) and (named or kind in ("phase", "step", "governance"))
