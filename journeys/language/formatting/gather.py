"""From a file's tree and text to its layout: every comment finds the entry it belongs to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from journeys.language.formatting.layout import Entry, Note, Shape, Value
from journeys.language.loading.spans import Spans
from journeys.language.loading.tree import Tree
from journeys.language.source import Span

# What YAML's reader takes for the end of a line; a comment ends there.
_COMMENT = re.compile("#[^\n\r\x85\u2028\u2029]*")
_STRUCTURE = re.compile(r"[\s\ufeff:?,\[\]{}-]*(?:\.\.\.\s*)?")


class UnknownText(ValueError):
    """Something stands in a file that is neither a value nor a comment; `span` is where."""

    def __init__(self, span: Span) -> None:
        super().__init__("neither a value nor a comment")
        self.span = span


class _Comment(NamedTuple):
    start: int
    note: Note
    alone: bool


class _Child(NamedTuple):
    start: int
    key: str | None
    key_span: Span
    value: Spans
    data: object


def gather(text: str, tree: Tree) -> Value:
    """The layout of a text (with `\\n` as its only line break) whose tree has no findings. Raises UnknownText."""
    return _Gatherer(text, tree).root()


class _Gatherer:
    def __init__(self, text: str, tree: Tree) -> None:
        self._text = text
        self._tree = tree
        self._comments = [self._comment(span) for span in _comments(text, tree.spans)]
        self._next = 0

    def root(self) -> Value:
        """The whole file; comments below its last entry belong to it."""
        value = self._collection(self._tree.data, self._tree.spans, len(self._text), ())
        rest = tuple(comment.note for comment in self._comments[self._next :])
        return replace(value, tail=(*value.tail, *rest))

    def _comment(self, span: Span) -> _Comment:
        line = self._text.rfind("\n", 0, span.start) + 1
        alone = not self._text[line : span.start].strip()
        text = self._text[span.start : span.end].rstrip()
        return _Comment(span.start, Note(text, span.start - line, alone and self._blank_above(span.start)), alone)

    def _blank_above(self, at: int) -> bool:
        line = self._text.rfind("\n", 0, at)
        above = self._text.rfind("\n", 0, max(line, 0))
        return line > 0 and not self._text[above + 1 : line].strip()

    def _take(self, before: int) -> list[_Comment]:
        first = self._next
        while self._next < len(self._comments) and self._comments[self._next].start < before:
            self._next += 1
        return self._comments[first : self._next]

    def _take_on_line(self, after: int, before: int) -> list[_Comment]:
        line_end = self._text.find("\n", after)
        return self._take(min(before, line_end if line_end >= 0 else len(self._text)))

    def _collection(self, data: object, spans: Spans, limit: int, above: tuple[Note, ...]) -> Value:
        """A list or mapping; `above` are comments that belong above its first entry."""
        children = list(_children(data, spans))
        limit = spans.end if spans.flow else limit
        entries = []
        for number, child in enumerate(children):
            following = children[number + 1].start if number + 1 < len(children) else limit
            leading = (*above, *(comment.note for comment in self._take(child.start)))
            entries.append(self._entry(child, leading, following))
            above = ()
        shape = Shape.MAP if isinstance(spans.items, dict) else Shape.LIST
        return Value(shape, flow=spans.flow, entries=tuple(entries), tail=(*above, *self._tail(spans, limit)))

    def _tail(self, spans: Spans, limit: int) -> Iterator[Note]:
        """The comments below the last entry: in a block, those that are indented as far as its entries."""
        column = spans.start - self._text.rfind("\n", 0, spans.start) - 1
        while self._next < len(self._comments):
            comment = self._comments[self._next]
            inside = spans.flow or (comment.alone and comment.note.column >= column)
            if comment.start >= limit or not inside:
                return
            self._next += 1
            yield comment.note

    def _entry(self, child: _Child, leading: tuple[Note, ...], following: int) -> Entry:
        within = self._take(child.value.start) if child.key is not None else []
        on_line = [comment.note for comment in within if not comment.alone]
        below = [comment.note for comment in within if comment.alone]
        if child.value.items is None:
            value, after = self._text_value(child), self._take(child.value.end)
            after += self._take_on_line(child.value.end, following)
            notes = [*on_line, *below, *(comment.note for comment in after)]
        elif child.value.flow:
            value = self._collection(child.data, child.value, following, ())
            closing = [comment.note for comment in self._take_on_line(child.value.end, following)]
            if not value.entries:
                value, closing = replace(value, tail=()), [*value.tail, *closing]
            elif value.commented:
                value, closing = replace(value, tail=(*value.tail, *closing)), []
            notes = [*on_line, *below, *closing]
        else:
            value = self._collection(child.data, child.value, following, tuple(below))
            notes = on_line
        return Entry(
            value,
            child.key,
            self._text[child.key_span.start : child.key_span.end],
            (*leading, *(replace(note, blank=False) for note in notes[:-1])),
            notes[-1] if notes else None,
            self._blank_above(child.start),
            child.key is not None and ":" not in self._text[child.key_span.end : child.value.end + 1],
        )

    def _text_value(self, child: _Child) -> Value:
        text = child.data if isinstance(child.data, str) else None
        return Value(Shape.TEXT, text, self._text[child.value.start : child.value.end])


def _children(data: object, spans: Spans) -> Iterator[_Child]:
    if isinstance(spans.items, dict):
        assert isinstance(data, dict)
        for key, entry in spans.items.items():
            yield _Child(entry.key.start, key, entry.key, entry.value, data[key])
    elif isinstance(spans.items, list):
        assert isinstance(data, list)
        for item, value in zip(spans.items, data, strict=True):
            yield _Child(item.start, None, Span(item.start, item.start), item, value)


def _comments(text: str, root: Spans) -> Iterator[Span]:
    """Where each comment stands, in order. Between two texts, all that begins with `#` is one."""
    at = 0
    for span in (*sorted(root.scalars()), Span(len(text), len(text))):
        yield from _in_gap(text, at, span.start)
        at = span.end
        if text[span.start : span.start + 1] in ("|", ">"):  # a comment may stand on the line that opens it
            header = text[span.start : at].partition("\n")[0]
            marks = len(header) - len(header.lstrip("|>+-0123456789"))
            yield from _in_gap(text, span.start + marks, span.start + len(header))


def _in_gap(text: str, start: int, end: int) -> Iterator[Span]:
    while match := _COMMENT.search(text, start, end):
        _structure(text, start, match.start())
        yield Span(*match.span())
        start = match.end()
    _structure(text, start, end)


def _structure(text: str, start: int, end: int) -> None:
    match = _STRUCTURE.fullmatch(text, start, end)
    if match is None:
        known = _STRUCTURE.match(text, start, end)
        raise UnknownText(Span(known.end() if known else start, end))
