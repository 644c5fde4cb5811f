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


def entry_put(document: Document, node: Spans, *written: str) -> Change:
    """Entries as they are to be read, at the end of a mapping that is not empty: in a block the lines of them."""
    assert isinstance(node.items, dict)
    text = document.source.text
    there = list(node.items.values())
    end = max(there[-1].value.end, there[-1].key.end)
    if node.flow:
        return Change(end, end, "".join(f", {one}" for one in written))
    first = there[0].key.start
    indent = " " * (first - text.rfind("\n", 0, first) - 1)
    newline = "\r\n" if "\r\n" in text else "\n"
    at = line_end(text, end)
    lines = [f"{indent}{line}" if line else "" for line in written]
    if at == len(text) and not text.endswith("\n"):
        return Change(at, at, "".join(f"{newline}{line}" for line in lines))
    return Change(at, at, "".join(f"{line}{newline}" for line in lines))
