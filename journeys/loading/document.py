"""One file as it was read: its text, its data, and the way from a key path to a span."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from journeys.finding import KeyPath, Part, Place, Related
from journeys.loading.tree import Spans, Tree
from journeys.source import Source, Span

# Begins the path of a place that is a stretch of text; no key of a file can hold this character.
RAW = "\0"


@dataclass
class Document:
    """A file's source and tree. `dropped` lists, by list, the items left out of the model."""

    source: Source
    tree: Tree
    dropped: dict[KeyPath, frozenset[int]] = field(default_factory=dict)

    def raw_place(self, span: Span) -> Place:
        """A place for a stretch of text that no key leads to: bad YAML, a second equal key."""
        return Place(self.source.name, (RAW, span.start, span.end))

    def raw_related(self, span: Span, message: str) -> Related:
        """A related place for a stretch of text."""
        return Related(self.raw_place(span), message)

    def span(self, place: Place) -> Span:
        """Where a place stands.

        Keys that the file does not spell out (a cell of one action has no index, `do` may be left out)
        are passed over; for something that is not there at all, the thing it would belong to is named.
        """
        if place.path[:1] == (RAW,):
            return Span(*(int(offset) for offset in place.path[1:]))
        node, entry_key, missed = self.tree.spans, None, False
        for key in place.path:
            step = _descend(node, key)
            if step is None:
                missed = missed or isinstance(node.items, dict)
                continue
            node, entry_key, missed = step[0], step[1] or entry_key, False
        if place.part is Part.KEY and entry_key is not None and not missed:
            return entry_key
        if missed and entry_key is not None and not isinstance(node.items, dict):
            return entry_key
        return self._visible(node)

    def value(self, place: Place) -> Any:
        """The data at a place, None where there is none."""
        node: Any = self.tree.data
        for key in place.path:
            try:
                node = node[key]
            except (KeyError, IndexError, TypeError):
                return None
        return node

    def _visible(self, node: Spans) -> Span:
        """A block is shown by its first value: a finding on thirty lines points nowhere."""
        while node.items and not node.flow:
            items = node.items
            node = items[0] if isinstance(items, list) else next(iter(items.values())).value
        if node.start == node.end and node.start == 0:
            return self._first_line()
        return Span(node.start, node.end)

    def _first_line(self) -> Span:
        text = self.source.text
        start = len(text) - len(text.lstrip())
        end = text.find("\n", start)
        return Span(start, end if end >= 0 else len(text))

    def written(self, path: KeyPath) -> KeyPath:
        """A key path of the model as the file has it: indexes count the items left out of the model."""
        if not self.dropped:
            return path
        out: list[str | int] = []
        seen: list[str | int] = []
        node = self.tree.spans
        for key in path:
            if isinstance(key, int) and isinstance(node.items, list):
                key = _shift(key, self.dropped.get(tuple(seen), frozenset()))
            step = _descend(node, key)
            out.append(key)
            if step is not None:
                seen.append(key)
                node = step[0]
        return tuple(out)


def _descend(node: Spans, key: str | int) -> tuple[Spans, Span | None] | None:
    items = node.items
    if isinstance(key, int):
        if isinstance(items, list) and key < len(items):
            return items[key], None
        return None
    if isinstance(items, dict) and key in items:
        entry = items[key]
        return entry.value, entry.key
    return None


def _shift(index: int, dropped: Sequence[int] | frozenset[int]) -> int:
    for gone in sorted(dropped):
        if gone > index:
            break
        index += 1
    return index
