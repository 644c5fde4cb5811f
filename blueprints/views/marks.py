"""Findings as numbered marks: which number stands on which node, and what the legend says of it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from blueprints.views.findings import Mark
from blueprints.views.view import Found, Note

_MANY = 6
"""So many findings of a rule are told one by one; of more, the first is told and the others are counted."""

_Key = tuple[bool, str, str, str]


@dataclass(frozen=True, slots=True)
class Numbered:
    """The legend's notes, and the numbers at each node."""

    notes: tuple[Note, ...]
    numbers: Mapping[str, tuple[int, ...]]

    def at(self, node_id: str) -> tuple[int, ...]:
        """The numbers of the marks at a node."""
        return self.numbers.get(node_id, ())


def number_marks(findings: Sequence[Mark], order: Mapping[str, int]) -> Numbered:
    """Number the findings by where their nodes come in the drawing (`order`); the rest come last.

    Those that say the same have one number, and so have all of a rule with many. What a tag shows has none.
    """
    last = len(order)
    ranked = sorted(findings, key=lambda mark: (order.get(mark.node_id, last), mark.severity, mark.code))
    many = {code for code, count in Counter(mark.code for mark in findings).items() if count > _MANY}
    alike: defaultdict[_Key, list[Mark]] = defaultdict(list)
    for mark in ranked:
        alike[mark.tagged, mark.code, mark.severity, "" if mark.code in many else mark.message].append(mark)
    notes: list[Note] = []
    numbers: defaultdict[str, list[int]] = defaultdict(list)
    for key in sorted(alike, key=lambda one: one[0]):
        group = alike[key]
        number = 0 if group[0].tagged else len([note for note in notes if note.number]) + 1
        places = tuple(Found(mark.node_id, mark.message) for mark in group)
        notes.append(Note(number, group[0].code, group[0].message, group[0].severity, places=places))
        for node in dict.fromkeys(mark.node_id for mark in group) if number else ():
            numbers[node].append(number)
    return Numbered(tuple(notes), {node: tuple(found) for node, found in numbers.items()})


def notes_at(notes: Iterable[Note], gone: Collection[str]) -> tuple[Note, ...]:
    """The notes without what they say of some nodes; one of which nothing is left is left out."""
    return tuple(found for note in notes if (found := _without(note, gone)))


def _without(note: Note, gone: Collection[str]) -> Note | None:
    places = tuple(one for one in note.places if one.node not in gone)
    if len(places) == len(note.places):
        return note
    return replace(note, places=places, message=places[0].message) if places else None
