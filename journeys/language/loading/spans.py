"""Where each value of a text stands."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from journeys.language.source import Span


class Entry(NamedTuple):
    """A key of a mapping and what stands under it."""

    key: Span
    value: Spans


class Spans(NamedTuple):
    """Where a value stands, and where its items (a list) or entries (a dict) stand."""

    start: int
    end: int
    items: list[Spans] | dict[str, Entry] | None = None
    flow: bool = False

    def scalars(self) -> Iterator[Span]:
        """The keys and the texts here and below, in no order; without recursion: depth is the file's to choose."""
        queue = [self]
        while queue:
            node = queue.pop()
            if node.items is None:
                if node.end > node.start:
                    yield Span(node.start, node.end)
            elif isinstance(node.items, list):
                queue += node.items
            else:
                for entry in node.items.values():
                    yield entry.key
                    queue.append(entry.value)


NOWHERE = Spans(0, 0)
