"""One file as it was read: its text, its data, and the way from a key path to a span."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from journeys.language.finding import KeyPath, Part, Place, Related
from journeys.language.loading.plain import NotPlain, plain
from journeys.language.loading.spans import Spans
from journeys.language.loading.text_finding import TextFinding
from journeys.language.loading.tree import Tree, parse
from journeys.language.source import Source, Span

# Begins the path of a place that is a stretch of text; no key of a file can hold this character.
RAW = "\0"


class Document:
    """A file's source, its plain data, and its tree with places.

    Where the text is plain YAML the tree is made only when a place is asked for: most files have nothing
    to be told. `dropped` lists, by list, the items left out of the model.
    """

    def __init__(self, source: Source, tree: Tree | None = None) -> None:
        self.source = source
        self.dropped: dict[KeyPath, frozenset[int]] = {}
        self._tree = tree
        self._data: Any = None
        if tree is None:
            try:
                self._data = plain(source.text)
            except NotPlain:
                self._tree = parse(source.text)

    @property
    def tree(self) -> Tree:
        """The data with the place of each key and value."""
        if self._tree is None:
            self._tree = parse(self.source.text)
        return self._tree

    @property
    def data(self) -> Any:
        """What the text holds: dicts, lists, text and None."""
        return self._data if self._tree is None else self._tree.data

    @property
    def whole(self) -> bool:
        """Whether the text could be read to its end."""
        return self._tree is None or self._tree.whole

    @property
    def findings(self) -> Sequence[TextFinding]:
        """What is wrong with the text itself, and what of it is read otherwise than it looks."""
        return () if self._tree is None else (*self._tree.findings, *self._tree.misread)

    @property
    def left_out(self) -> Collection[int]:
        """Where the values begin that are left out because of what is wrong with the text."""
        return () if self._tree is None else self._tree.left_out

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
        node: Any = self.data
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
