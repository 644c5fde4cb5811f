"""What is wrong with YAML text, in words a designer understands, with what to write instead."""

from __future__ import annotations

import re

from journeys.loading.tree import Trouble
from journeys.source import Span

_RESERVED = {
    "@": "a text that begins with “@” must stand in quotes",
    "`": "a text that begins with “`” must stand in quotes",
    "%": "a text that begins with “%” must stand in quotes",
    "\t": "indent with spaces, not with a tab",
}


def explain(text: str, at: int, opened: int | None, context: str, problem: str) -> Trouble:
    """One finding for a parser's complaint: where it noticed (`at`), what was open (`opened`), its words."""
    line_start = text.rfind("\n", 0, at) + 1
    line_end = text.find("\n", at)
    line = text[line_start : line_end if line_end >= 0 else len(text)]
    char = text[at : at + 1]
    span = Span(at, min(len(text), at + 1)) if char not in ("", "\n") else _last_word(text, at)
    if "mapping values are not allowed" in problem:
        return Trouble(
            "bad-yaml",
            "a colon stands inside a text here",
            span,
            "put the whole text in quotes, or indent this key like the ones beside it",
        )
    if "cannot start any token" in problem and char in _RESERVED:
        return Trouble("bad-yaml", f"“{'tab' if char == chr(9) else char}” cannot begin a value", span, _RESERVED[char])
    if char == "\t" or "\t" in line[: at - line_start + 1]:
        return Trouble("bad-yaml", "a tab is used to indent", span, _RESERVED["\t"])
    if "quoted scalar" in context:
        start = opened if opened is not None else at
        quote = text[start : start + 1]
        where = Span(start, start + 1)
        return Trouble("bad-yaml", f"the quote {quote} opened here is never closed", where, f"close it with {quote}")
    if "flow" in context:
        return _flow(text, span, opened, context)
    if "could not find expected ':'" in problem:
        where = _line_of(text, opened if opened is not None else at)
        return Trouble("bad-yaml", "a colon is missing after this", where, "write `key: value`, or indent it as text")
    if "did not find expected key" in problem or "expected <block end>" in problem or "block" in context:
        return _block(line, line_start, span)
    return Trouble("bad-yaml", f"the text cannot be read from here: {problem or context}", span, "look at this line")


def _block(line: str, line_start: int, span: Span) -> Trouble:
    match = re.match(r"\s*(?:- )?[^:]*:\s+([\"'][^\"']*[\"'])\s*\S", line)
    if match:
        where = Span(line_start + match.start(1), line_start + match.end(1))
        help_ = "put the whole text in one pair of quotes"
        return Trouble("bad-yaml", "text goes on after the closing quote", where, help_)
    return Trouble(
        "bad-yaml",
        "this line is not indented like the ones it belongs to",
        span,
        "line it up with the keys beside it; keys of one thing stand one below the other",
    )


def _flow(text: str, span: Span, opened: int | None, context: str) -> Trouble:
    bracket = "{" if "mapping" in context else "["
    close = "}" if bracket == "{" else "]"
    related = ((Span(opened, opened + 1), "it is opened here"),) if opened is not None and text[opened] in "[{" else ()
    return Trouble(
        "bad-yaml",
        f"the bracket {bracket} is not closed, or a comma is missing before this",
        span,
        f"close it with {close}, separate its parts by commas, and put texts with commas or colons in quotes",
        related,
    )


def _last_word(text: str, at: int) -> Span:
    end = len(text[:at].rstrip())
    start = max(text.rfind(" ", 0, end), text.rfind("\n", 0, end)) + 1
    return Span(min(start, end), end)


def _line_of(text: str, at: int) -> Span:
    line_end = text.find("\n", at)
    end = line_end if line_end >= 0 else len(text)
    return Span(at, at + len(text[at:end].rstrip()))
