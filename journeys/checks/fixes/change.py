"""A change of a text, and how an entry is put at the end of a mapping."""

from __future__ import annotations

from typing import NamedTuple

from journeys.language.loading.document import Document
from journeys.language.loading.spans import Spans


class Change(NamedTuple):
    """Put `text` in place of what stands from `start` to `end`."""

    start: int
    end: int
    text: str


def line_end(text: str, at: int) -> int:
    """Where the next line begins."""
    found = text.find("\n", at)
    return found + 1 if found >= 0 else len(text)


def entry_put(document: Document, node: Spans, written: str) -> Change:
    """An entry as it is to be read, at the end of a mapping that is not empty; each of its lines gets the indent."""
    assert isinstance(node.items, dict)
    text = document.source.text
    entries = list(node.items.values())
    end = max(entries[-1].value.end, entries[-1].key.end)
    if node.flow:
        return Change(end, end, f", {written}")
    first = entries[0].key.start
    indent = " " * (first - text.rfind("\n", 0, first) - 1)
    newline = "\r\n" if "\r\n" in text else "\n"
    written = written.replace("\n", newline + indent)
    at = line_end(text, end)
    if at == len(text) and not text.endswith("\n"):
        return Change(at, at, f"{newline}{indent}{written}")
    return Change(at, at, f"{indent}{written}{newline}")
