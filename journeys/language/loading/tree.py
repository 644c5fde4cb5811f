"""Text to plain data with the span of every key and value. The only importer of PyYAML.

Every scalar stays the text it was written as (an empty one and `null` become None): which words are
numbers or switches is the model's business, so `no`, `1:30` and `012` never turn into something else.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import Any

import yaml

from journeys.language.loading.misread import cut_short, list_as_text, suspect, unfinished_merge
from journeys.language.loading.spans import NOWHERE, Entry, Spans
from journeys.language.loading.syntax import explain
from journeys.language.loading.text_finding import TextFinding
from journeys.language.source import Span

try:
    from yaml.cyaml import CParser  # type: ignore[attr-defined]
except ImportError:  # a platform without libyaml: the same events, slower
    from yaml import Loader as CParser  # type: ignore[assignment]

Parser: Any = CParser

MAX_DEPTH = 100
NULLS = frozenset(("", "~", "null", "Null", "NULL"))


@dataclass
class Tree:
    """What a text holds: `data` of dicts, lists, text and None; `whole` is False after a syntax error.

    `findings` tell what is wrong, `misread` what is read otherwise than it looks. Where a value of which something is
    wrong is left out begins at one of `left_out`: that it is empty need not be told.
    """

    data: Any = None
    spans: Spans = NOWHERE
    findings: list[TextFinding] = field(default_factory=list)
    misread: list[TextFinding] = field(default_factory=list)
    left_out: set[int] = field(default_factory=set)
    whole: bool = True


@contextmanager
def _no_collection() -> Iterator[None]:
    """Parsing makes many objects and no garbage; collecting meanwhile only costs time."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def parse(text: str) -> Tree:
    """Read YAML text (without a byte order mark). Never raises for what the text holds."""
    unfinished = unfinished_merge(text)
    if unfinished is not None:
        return Tree(findings=[unfinished], whole=False)
    with _no_collection():
        return _Builder(text).build()


def _levels(text: str) -> int:
    """How deep a text nests, up to where it breaks off.

    Newer libyaml refuses deep nesting by itself, before it has told of any: its place says how far to count.
    """
    parser, level, deepest = Parser(text), 0, 0
    with suppress(yaml.YAMLError):
        while event := parser.get_event():
            level += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            deepest = max(deepest, level)
    parser.dispose()
    return deepest


class _Open:
    """A collection whose end has not been met yet."""

    __slots__ = ("data", "flow", "items", "key", "key_span", "start")

    def __init__(self, data: dict[str, Any] | list[Any], start: int, flow: bool) -> None:
        self.data = data
        self.items: Any = {} if isinstance(data, dict) else []
        self.start = start
        self.flow = flow
        self.key: str | None = None
        self.key_span = Span(0, 0)


class _Named:
    """The places of one name of YAML's own: where it is `given` (`&name`), and where it is `used` (`*name`)."""

    __slots__ = ("given", "name", "used")

    def __init__(self, name: str) -> None:
        self.name = _short(name)
        self.given: list[Span] = []
        self.used: list[Span] = []

    def told(self) -> Iterator[TextFinding]:
        """What is wrong is told once, at the first place where it is used."""
        if not self.used:
            help_ = "leave it out, and give the thing an `id`; a text that begins with “&” must stand in quotes"
            for span in self.given:
                yield TextFinding("yaml-alias", f"“&{self.name}” is a YAML anchor", span, help_)
            return
        many = f"; so it does at {len(self.used)} places" if len(self.used) > 1 else ""
        yield TextFinding(
            "yaml-alias",
            f"“*{self.name}” refers to another place by a YAML alias{many}",
            self.used[0],
            "write it out here; journeys refer to each other by names and ids",
            (
                *((span, "here it gets its name, which goes, too") for span in self.given[:3]),
                *((span, "here as well") for span in self.used[1:4]),
            ),
        )


class _Builder:
    def __init__(self, text: str, until: int | None = None) -> None:
        self._text = text
        self._until = until
        self._tree = Tree()
        self._stack: list[_Open] = []
        self._documents = 0
        self._suspect = suspect(text)
        self._named: dict[str, _Named] = {}
        self._handlers = {
            yaml.ScalarEvent: self._scalar,
            yaml.MappingStartEvent: self._mapping,
            yaml.SequenceStartEvent: self._sequence,
            yaml.MappingEndEvent: self._end,
            yaml.SequenceEndEvent: self._end,
            yaml.AliasEvent: self._alias,
            yaml.DocumentStartEvent: self._document,
        }

    def build(self) -> Tree:
        try:
            self._run()
        except yaml.MarkedYAMLError as error:
            at = self._place(error)
            if _levels(self._text[:at]) > MAX_DEPTH:
                return _Builder(self._text, at).build()
            self._broken(error, at)
        except yaml.reader.ReaderError as error:
            at = min(error.position, len(self._text))
            code = ord(error.character) if isinstance(error.character, str) else error.character
            self._found(
                "bad-yaml",
                f"the character U+{code:04X} may not stand in a journey file",
                Span(at, at + 1),
                "delete it; it is often left by copying from a document",
            )
            self._tree.whole = False
        while self._stack:
            self._close(len(self._text.rstrip()))
        if not self._tree.whole:
            self._tree.misread.clear()  # what breaks off tells more about the same place
        self._tree.findings += (found for named in self._named.values() for found in named.told())
        return self._tree

    def _run(self) -> None:
        parser = Parser(self._text[: self._until])
        handlers = self._handlers
        try:
            get_event = parser.get_event
            event = get_event()
            while event is not None:
                handler = handlers.get(type(event))
                if handler is not None and handler(event) is False:
                    return
                event = get_event()
        finally:
            parser.dispose()

    def _found(
        self, name: str, message: str, span: Span, help_: str = "", related: tuple[tuple[Span, str], ...] = ()
    ) -> None:
        self._tree.findings.append(TextFinding(name, message, span, help_, related))

    def _place(self, error: yaml.MarkedYAMLError) -> int:
        mark = error.problem_mark or error.context_mark
        return min(mark.index if mark else 0, len(self._text))

    def _broken(self, error: yaml.MarkedYAMLError, at: int) -> None:
        opened = error.context_mark.index if error.context_mark else None
        if opened is not None and opened >= len(self._text):
            opened = None  # libyaml ends each text with a line break of its own
        self._tree.findings.append(explain(self._text, at, opened, str(error.context or ""), str(error.problem or "")))
        self._tree.whole = False

    def _document(self, event: Any) -> bool | None:
        self._documents += 1
        if self._documents == 1:
            return None
        start = event.start_mark.index
        self._found(
            "bad-yaml",
            "a second document begins here",
            Span(start, start + 3),
            "keep one journey in a file: move what follows into a file of its own",
        )
        return False

    def _scalar(self, event: Any) -> None:
        start, end = event.start_mark.index, event.end_mark.index
        value = event.value
        if event.tag is not None:
            self._refuse_tag(event, start)
        if event.anchor is not None:
            self._refuse_anchor(event, start)
        if not event.style:  # libyaml says "" of a plain one, PyYAML itself None
            if self._suspect:
                self._misread(start, end)
            if value in NULLS:
                value = None
        elif event.style in "|>":
            end = start + len(self._text[start:end].rstrip())
        stack = self._stack
        if stack and stack[-1].key is None and type(stack[-1].data) is dict:
            self._key(stack[-1], self._sane(event.value, start, end), start, end)
        else:
            self._put(value, Spans(start, end))

    def _misread(self, start: int, end: int) -> None:
        found = cut_short(self._text, start, end) or list_as_text(self._text, start, end)
        if found is not None:
            self._tree.misread.append(found)

    def _key(self, owner: _Open, key: str, start: int, end: int) -> None:
        if key == "<<":
            key = f"\0{start}"
            help_ = "write them out here; what several share can be said for a phase or a lane, or in journeys.yaml"
            self._found("yaml-alias", "“<<” takes over the keys of another place", Span(start, end), help_)
        if key in owner.items:
            first = owner.items[key].key
            self._found(
                "duplicate-key",
                f"“{_short(key)}” is said twice here",
                Span(start, end),
                "keep one of the two, or give one another name",
                ((first, "it is said here first"),),
            )
            key = f"{key}\0{start}"
        owner.key, owner.key_span = key, Span(start, end)

    def _sane(self, key: str, start: int, end: int) -> str:
        """The key, or one that leads nowhere for a key with the character that marks those."""
        if "\0" not in key:
            return key
        self._found("bad-yaml", "the character U+0000 may not stand in a key", Span(start, end), "take it out")
        return f"\0{start}"

    def _put(self, value: Any, spans: Spans) -> None:
        if not self._stack:
            self._tree.data, self._tree.spans = value, spans
            return
        owner = self._stack[-1]
        if type(owner.data) is list:
            owner.data.append(value)
            owner.items.append(spans)
            return
        assert isinstance(owner.data, dict)
        if owner.key is None:
            span = Span(spans.start, spans.end)
            if self._tree.whole:  # else it may have been no key, had the text gone on
                self._found("bad-yaml", "a list or a mapping cannot be a key", span, "write a word as the key")
            owner.key, owner.key_span = f"\0{spans.start}", span
            return
        if "\0" not in owner.key:  # the second of two equal keys, or no word at all: kept for its place only
            owner.data[owner.key] = value
        owner.items[owner.key] = Entry(owner.key_span, spans)
        owner.key = None

    def _mapping(self, event: Any) -> bool | None:
        return self._open({}, event)

    def _sequence(self, event: Any) -> bool | None:
        return self._open([], event)

    def _open(self, data: dict[str, Any] | list[Any], event: Any) -> bool | None:
        start = event.start_mark.index
        if event.tag is not None:
            self._refuse_tag(event, start)
        if event.anchor is not None:
            self._refuse_anchor(event, start)
        if len(self._stack) >= MAX_DEPTH:
            self._found(
                "too-deep",
                f"more than {MAX_DEPTH} levels are nested here",
                Span(start, start + 1),
                "a journey needs about ten levels; look for a bracket that was never closed",
            )
            self._tree.whole = False
            return False
        self._stack.append(_Open(data, start, bool(event.flow_style)))
        return None

    def _end(self, event: Any) -> None:
        self._close(event.end_mark.index if self._stack[-1].flow else None)

    def _close(self, end: int | None) -> None:
        done = self._stack.pop()
        if end is None:
            end = self._last_end(done)
        if type(done.data) is dict and done.key is not None:
            # The text broke off after a key: keep the key, so that a finding can point at it.
            done.data[done.key] = None
            done.items[done.key] = Entry(done.key_span, Spans(done.key_span.end, done.key_span.end))
        self._put(done.data, Spans(done.start, max(done.start, end), done.items, done.flow))

    @staticmethod
    def _last_end(done: _Open) -> int:
        """Where the last item ends: libyaml's own end of a block takes in the blank lines after it."""
        if not done.items:
            return done.start
        last = done.items[-1] if isinstance(done.items, list) else next(reversed(done.items.values())).value
        return int(last.end)

    def _alias(self, event: Any) -> None:
        span = Span(event.start_mark.index, event.end_mark.index)
        self._tree.left_out.add(span.start)
        if not self._of_no_key():
            self._of_name(event.anchor).used.append(span)
        self._put_or_key(None, span)

    def _of_no_key(self) -> bool:
        """Whether what comes stands under a key that was told to be none."""
        owner = self._stack[-1] if self._stack else None
        return owner is not None and owner.key is not None and owner.key.startswith("\0")

    def _of_name(self, name: str) -> _Named:
        return self._named.setdefault(name, _Named(name))

    def _put_or_key(self, value: Any, span: Span) -> None:
        stack = self._stack
        if stack and stack[-1].key is None and type(stack[-1].data) is dict:
            self._key(stack[-1], f"\0{span.start}", span.start, span.end)
        else:
            self._put(value, Spans(span.start, span.end))

    def _refuse_anchor(self, event: Any, start: int) -> None:
        self._of_name(event.anchor).given.append(Span(start, start + 1 + len(event.anchor)))

    def _refuse_tag(self, event: Any, start: int) -> None:
        written = self._text[start : start + 1]
        length = len(self._text[start:].split(None, 1)[0]) if written == "!" else 1
        span = Span(start, start + length)
        help_ = "leave it out; a text that begins with “!” must stand in quotes"
        self._found("yaml-tag", f"“{_short(str(event.tag))}” is a YAML tag", span, help_)


def _short(text: str) -> str:
    return text if len(text) <= 40 else text[:39] + "…"
