"""The comments of a file. YAML's events leave them out, so they are what `#` begins outside every value."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from journeys.language.loading.document import Document
from journeys.language.source import Span

_HASH = re.compile(r"(?:(?<=^)|(?<=[ \t\r]))#", re.MULTILINE)
_LINE_END = re.compile(r"[ \t]*(?:[\r\n]|\Z)")


def comments(document: Document) -> Iterator[Span]:
    """Where each comment stands, from its `#` to the end of its line. A `#` inside a text is none."""
    scalars = sorted(document.tree.spans.scalars())
    starts = [span.start for span in scalars]
    text = document.source.text
    end = 0
    for match in _HASH.finditer(text):
        start = match.start()
        index = bisect_right(starts, start) - 1
        in_text = index >= 0 and start < scalars[index].end and not _in_header(text, scalars[index], start)
        if start >= end and not in_text:
            found = _LINE_END.search(text, start)
            end = found.start() if found else len(text)
            yield Span(start, end)


def _in_header(text: str, scalar: Span, at: int) -> bool:
    """Whether a place is on the line that opens a block text (`note: |  # a comment`)."""
    return text[scalar.start] in "|>" and "\n" not in text[scalar.start : at]
