"""What the tool has to say about a journey, addressed by key path. No I/O, no line numbers.

A finding is made by a loader or a rule in terms of keys (`phases`, 0, `steps`, 2, `frontstage`);
`journeys.language.loading` turns the keys into spans, and `journeys.checks.report` turns those into text or JSON.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import NamedTuple

from journeys.language.source import Source, Span

KeyPath = tuple[str | int, ...]


class Severity(StrEnum):
    """How much a finding weighs: an error contradicts the model, a warning is advice."""

    ERROR = "error"
    WARNING = "warning"


class Part(StrEnum):
    """Which part of a mapping entry a place means."""

    KEY = "key"
    VALUE = "value"


class Place(NamedTuple):
    """Where in which file: `file` as the loader names it, `path` the keys from the root."""

    file: str
    path: KeyPath
    part: Part = Part.VALUE

    def at(self, *keys: str | int, part: Part = Part.VALUE) -> Place:
        """The place further in, at `keys` below this one."""
        return Place(self.file, self.path + keys, part)


class Related(NamedTuple):
    """Another place that belongs to a finding, and what it has to do with it."""

    place: Place
    message: str


class Paired(NamedTuple):
    """Texts by their keys, each key once: what stands under a key of an entry as a mapping of its own."""

    says: tuple[tuple[str, str | tuple[str, ...]], ...]


class Entered(NamedTuple):
    """An entry that is put into a mapping: its `key`, and what stands under it, key by key: a text, several of them, or
    texts by keys."""

    key: str
    says: tuple[tuple[str, str | tuple[str, ...] | Paired], ...]


class Edit(NamedTuple):
    """A piece of a fix: put `text` where the value (or the whole entry) at `place` stands.

    `action` is `replace` (the value), `rename` (the key), `remove` (the entry), `insert` (a new entry `key: text` at
    the end of the mapping at `place`), `extend` (the `items` go into the list under `key` of the mapping at `place`;
    a single value there becomes the first of a list, and where the key is missing it is written), `enter` (the
    `entries` go into the mapping under `key` of the mapping at `place`; where the key is missing it is written) or
    `put` (what `text` says as YAML becomes the value at `place`, there or not; where a text alone stands for the
    mapping it belongs to, that text is written under `key`).
    """

    place: Place
    action: str
    text: str = ""
    key: str = ""
    items: tuple[str, ...] = ()
    entries: tuple[Entered, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to say. `code`, `name`, `severity` and `why` are filled in from the rule."""

    message: str
    place: Place
    related: tuple[Related, ...] = ()
    help: str = ""
    fix: tuple[Edit, ...] = ()
    code: str = ""
    name: str = ""
    severity: Severity = Severity.ERROR
    why: str = ""
    journey: str = ""

    def ruled(self, code: str, name: str, severity: Severity, why: str = "") -> Finding:
        """The same finding under a rule's code, name and severity."""
        return replace(self, code=code, name=name, severity=severity, why=why or self.why)


@dataclass(frozen=True, slots=True)
class LocatedRelated:
    """A related place with its span."""

    source: Source
    span: Span
    message: str


@dataclass(frozen=True, slots=True)
class Located:
    """A finding with the span of its place and of each related place: what reports read."""

    finding: Finding
    source: Source
    span: Span
    related: tuple[LocatedRelated, ...] = ()
    fingerprint: str = ""
