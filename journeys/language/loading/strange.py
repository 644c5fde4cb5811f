"""Characters in the place of YAML's own signs, found where a text cannot be read."""

from __future__ import annotations

import re

from journeys.language.signs import BREAK, COLON, FLOW, GAP, ITEM, QUOTE
from journeys.language.source import Span

# Where a line begins, where an item or a value begins, and between a key and its value.
_PLACES = re.compile(
    rf"^[ \t]*(?P<indent>{GAP})"
    rf"|^[ \t]*(?:-[ \t]+)*(?P<item>{ITEM})(?=\s)"
    rf"|^[ \t]*-(?P<dash>{GAP})"
    rf"|^[ \t]*(?:-[ \t]+)*[\w-]+[ \t]*(?::(?P<gap>{GAP})|(?P<colon>{COLON}))"
    rf"|(?:^|[:\[{{,-][ \t]+|^[ \t]+|[\[{{])(?P<quote>{QUOTE}|[｛［])"
    rf"|(?P<broken>{BREAK})",
    re.MULTILINE,
)
_FLOW = re.compile(FLOW)
_QUOTED = re.compile(r"\"(?:[^\"\\\n]|\\.)*\"|'[^'\n]*'")


def strange(text: str, at: int, opened: int | None, *, flow: bool) -> Span | None:
    """The character that may be why the text cannot be read at `at`; in brackets (`flow`), since they were opened.

    It is looked for in the line, in the one above, and in the one in which something was opened.
    """
    above = text[: text.rfind("\n", 0, at) + 1].rstrip()
    start = above.rfind("\n") + 1
    if opened is not None:
        start = max(min(start, text.rfind("\n", 0, opened) + 1), at - 10_000)
    end = text.find("\n", at)
    match = _PLACES.search(text, start, end if end >= 0 else len(text))
    if match and match.lastgroup:
        return Span(*match.span(match.lastgroup))
    if not flow or opened is None:
        return None
    found = _FLOW.search(unquoted(text[max(start, opened) : at + 1]))
    return Span(max(start, opened) + found.start(), max(start, opened) + found.end()) if found else None


def unquoted(text: str) -> str:
    """A text of the same length, with blanks in the place of all that stands in quotes."""
    return _QUOTED.sub(lambda quoted: " " * len(quoted[0]), text)
