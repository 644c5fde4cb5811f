"""Where in a table the pairs of answers stand: in one pair of columns for all features, or in one for each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import NamedTuple

from journeys.language.model.names import slug
from journeys.surveys.asking import column_option
from journeys.surveys.kano.form import DYSFUNCTIONAL, FUNCTIONAL, ROLES, Form, Unclear, side_of
from journeys.tables import Table, Wanted, find_columns

_WORDS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "respondent": ("respondent id", "response id", "participant", "person", "id"),
        "when": ("date", "day", "answered on", "submitted", "timestamp"),
        "segment": ("customer group", "group"),
        "feature": ("attribute", "requirement", "expectation"),
        FUNCTIONAL: (),
        DYSFUNCTIONAL: (),
    }
)
"""Headings that are as good as the names of the roles."""
_ABOUT_PAIRS = ("feature", FUNCTIONAL, DYSFUNCTIONAL)


class Pair(NamedTuple):
    """The two columns (from 0) of a feature, and its expectation (node id), where one is said."""

    name: str
    functional: int
    dysfunctional: int
    expectation: str = ""


@dataclass(frozen=True, slots=True)
class Layout:
    """Where things stand in a table, from 0. With `feature`, a row is one pair of answers, and `pairs` has one entry
    without a name; else it is all that one person answered. `notes` tell what is left aside."""

    pairs: tuple[Pair, ...]
    feature: int | None = None
    respondent: int | None = None
    when: int | None = None
    segment: int | None = None
    notes: tuple[str, ...] = ()


def layout_of(table: Table, form: Form) -> Layout:
    """Where in a table a survey's answers stand: by what the form says, else by clear headings.

    Raises Unclear where neither tells.
    """
    found = find_columns([_wanted(role, form, needed=False) for role in ROLES], table.headings)
    if found.missing:
        raise Unclear(f"{table.name}: {found.missing}", map(column_option, found.without))
    place = found.places.get
    around = Layout((), None, place("respondent"), place("when"), place("segment"))
    if any(len(one.says) == 2 for one in form.features):
        return replace(around, pairs=tuple(_said_pairs(table, form)))
    if all(role in found.places for role in _ABOUT_PAIRS):
        pair = Pair("", found.places[FUNCTIONAL], found.places[DYSFUNCTIONAL])
        return replace(around, pairs=(pair,), feature=found.places["feature"])
    pairs, notes = _clear_pairs(table.headings)
    if not pairs:
        raise _unclear(table, form)
    return replace(around, pairs=tuple(pairs), notes=tuple(notes))


def _wanted(role: str, form: Form, *, needed: bool) -> Wanted:
    return Wanted(role, ROLES[role], _WORDS[role], needed, form.columns.get(role, ""))


def _said_pairs(table: Table, form: Form) -> Iterator[Pair]:
    for one in form.features:
        if len(one.says) == 2:
            sides = zip((FUNCTIONAL, DYSFUNCTIONAL), one.says, strict=True)
            wanted = [Wanted(side, f"the {side} answer to “{one.text}”", heading=said) for side, said in sides]
            found = find_columns(wanted, table.headings)
            if found.missing:
                lost = [f"{one.text} {side}" for side in found.without]
                raise Unclear(f"{table.name}: {found.missing}", map(column_option, lost))
            yield Pair(one.text, found.places[FUNCTIONAL], found.places[DYSFUNCTIONAL], one.expectation)


def _clear_pairs(headings: Sequence[str]) -> tuple[list[Pair], list[str]]:
    """The pairs that the headings tell of by themselves, and what is left aside."""
    sided: dict[str, dict[str, list[int]]] = {}
    names: dict[str, str] = {}
    for place, heading in enumerate(headings):
        if found := side_of(heading):
            name, side = found
            key = slug(name) or name
            names.setdefault(key, name)
            sided.setdefault(key, {FUNCTIONAL: [], DYSFUNCTIONAL: []})[side].append(place)
    pairs, notes = [], []
    for key, sides in sided.items():
        lacking = [side for side, places in sides.items() if not places]
        if lacking:
            notes.append(f"“{names[key][:40]}” has no {lacking[0]} column, and is not reckoned")
        elif any(len(places) > 1 for places in sides.values()):
            notes.append(f"“{names[key][:40]}” has more than one pair of columns, and is not reckoned")
        else:
            pairs.append(Pair(names[key], sides[FUNCTIONAL][0], sides[DYSFUNCTIONAL][0]))
    return pairs, notes


def _unclear(table: Table, form: Form) -> Unclear:
    lost = find_columns([_wanted(role, form, needed=True) for role in _ABOUT_PAIRS], table.headings)
    return Unclear(
        f"{table.name}: {lost.missing}; or say the two columns of each feature, `--column 'know-when {FUNCTIONAL}=…'` "
        f"and `--column 'know-when {DYSFUNCTIONAL}=…'`",
        map(column_option, lost.without),
    )
