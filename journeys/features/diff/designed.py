"""What is designed on purpose, compared: values, governance, measures, practices, voices, changes, surveys."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import fields

from journeys.features.diff.changes import Detail, How, NodeChange
from journeys.features.diff.listed import difference, differing_words
from journeys.features.diff.matching import Matching
from journeys.graph.nodes import PurposeNode
from journeys.graph.purpose import NO_PURPOSE, Governance, Purpose

Called = Callable[[str], str]
"""What people call the node of an id."""
_ASIDE = frozenset(("id", "name", "place", "journey", "own", "goals", "decisions", "replaces"))


def designed(
    old: Purpose, new: Purpose, was: Called, is_: Called, matching: Matching | None = None
) -> Iterator[NodeChange]:
    """The entries that were added, removed or changed, in the order of the new file; then who governs."""
    matching = matching or Matching()
    back = {matching.ids[node.id]: node for node in old.nodes if node.id in matching.ids}
    compared = _Compared(was, is_, matching)
    for node in new.nodes:
        before = back.get(node.id)
        kind = node.id.partition(":")[0]
        if before is None:
            yield NodeChange(kind, How.ADDED, node.id, node.name)
            continue
        details = (*compared.details(before, node), *(Detail(*one) for one in differing_words(before.own, node.own)))
        if details or before.name != node.name:
            yield NodeChange(kind, How.CHANGED, node.id, node.name, before.id, before.name, details=details)
    for node in old.nodes:
        if node.id not in matching.ids:
            yield NodeChange(node.id.partition(":")[0], How.REMOVED, node.id, node.name, node.id, node.name)
    details = tuple(compared.details(old.governance, new.governance))
    if details:
        name = "who decides on experience"
        yield NodeChange("governance", How.CHANGED, "governance", name, "governance", name, details=details)


def all_designed(purpose: Purpose, how: How) -> Iterator[NodeChange]:
    """The entries of a journey that is new or gone."""
    old, new = (NO_PURPOSE, purpose) if how is How.ADDED else (purpose, NO_PURPOSE)
    return (one for one in designed(old, new, str, str) if one.kind != "governance")


class _Compared:
    """The fields of two entries one by one."""

    def __init__(self, was: Called, is_: Called, matching: Matching) -> None:
        self._was = was
        self._is = is_
        self._matching = matching

    def details(self, old: PurposeNode | Governance, new: PurposeNode | Governance) -> Iterator[Detail]:
        """What differs. Of what is referred to the names are told, and what the file says where that is unknown."""
        for field in fields(new):
            name = field.name
            if name in _ASIDE or name.endswith("_text"):
                continue
            before, after = getattr(old, name), getattr(new, name)
            word = _WORDS.get(name, name.replace("_", " "))
            if name in _OWNERS or name in getattr(new, "refers", ()):
                yield from self._reference(word, (old, before), (new, after), f"{name}_text")
            elif isinstance(after, tuple):
                yield from difference(word, *(list(map(_said, each)) for each in (before, after)))
            elif _said(before) != _said(after):
                yield Detail(word, _said(before), _said(after))

    def _reference(
        self, word: str, old: tuple[object, str | tuple[str, ...]], new: tuple[object, str | tuple[str, ...]], text: str
    ) -> Iterator[Detail]:
        before, after = (_several(ids) for _, ids in (old, new))
        same = [self._matching.of(id_) for id_ in before] == list(after)
        if same and (before or getattr(old[0], text, ()) == getattr(new[0], text, ())):
            return
        names = [
            ", ".join(called(id_) for id_ in ids) or ", ".join(_several(getattr(node, text, "")))
            for called, ids, (node, _) in ((self._was, before, old), (self._is, after, new))
        ]
        yield Detail(word, *names)


_OWNERS = frozenset(("owner", "authority", "council"))
_WORDS = {
    "key": "id",
    "files": "file",
    "from_": "from",
    "order": "goals before it",
    "makes": "expects",
    "makes_new": "expects",
    "measures": "measure",
    "reckoned": "reckoned as",
    "told_at": "told at",
    "follow_up_by": "follow-up by",
    "follow_up_within": "follow-up within",
    "follow_up_file": "follow-up file",
    "follow_up_respondent": "follow-up respondent",
    "follow_up_when": "follow-up when",
}


def _several(ids: str | tuple[str, ...]) -> tuple[str, ...]:
    return ids if isinstance(ids, tuple) else (ids,) if ids else ()


def _said(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if type(value) is tuple:
        return ": ".join(map(str, value))
    return "" if value is None else str(value)
