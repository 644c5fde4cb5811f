"""Where an edit works: the keys that the file really spells out, and the spans that stand there."""

from __future__ import annotations

from typing import NamedTuple

from journeys.language.finding import KeyPath, Place
from journeys.language.loading.document import RAW, Document
from journeys.language.loading.spans import Entry, Spans
from journeys.language.source import Span

# Keys that shorthand leaves out: a text stands for a mapping with that text under one of these.
_SHORTHAND = frozenset(("do", "at", "to", "name", "title", "severity"))


class Spot(NamedTuple):
    """A node with the collection it stands in (None for the root) and the key or index it stands under."""

    path: KeyPath
    node: Spans
    parent: Spans | None = None

    @property
    def last(self) -> str | int:
        """The key or the index."""
        return self.path[-1]

    @property
    def entry(self) -> Entry | None:
        """The entry of the mapping it stands in, None in a list."""
        if self.parent is None or not isinstance(self.parent.items, dict):
            return None
        found: Entry = self.parent.items[str(self.last)]
        return found

    @property
    def whole(self) -> Span:
        """The stretch from its key, if it has one, to the end of its value."""
        start = self.entry.key.start if self.entry else self.node.start
        return Span(start, max(self.node.end, self.entry.key.end if self.entry else 0))


def spot(document: Document, place: Place) -> Spot | None:
    """What stands at a place; None for what the file does not spell out.

    A list of one that is written without its brackets, the key of a shorthand and the model's `lanes` are passed over.
    """
    if place.path[:1] == (RAW,):
        return None
    path: list[str | int] = []
    node, parent = document.tree.spans, None
    for key in place.path:
        items = node.items
        if isinstance(items, dict) and isinstance(key, str) and key in items:
            node, parent = items[key].value, node
        elif isinstance(items, list) and isinstance(key, int) and key < len(items):
            node, parent = items[key], node
        elif _is_left_out(key, node):
            continue
        else:
            return None
        path.append(key)
    return Spot(tuple(path), node, parent)


def _is_left_out(key: str | int, node: Spans) -> bool:
    if isinstance(key, int):
        return key == 0 and not isinstance(node.items, list)
    return (key in _SHORTHAND and node.items is None) or (key == "lanes" and isinstance(node.items, dict))
