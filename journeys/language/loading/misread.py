"""What YAML reads without complaint, and otherwise than it looks."""

from __future__ import annotations

import re

from journeys.language.loading.text_finding import TextFinding
from journeys.language.signs import ITEM
from journeys.language.source import Span
from journeys.language.words import shortened

_NUMBER = r"#(?:[ ]?\d|[^\W\d]{0,20}\d)"
_CUT = re.compile(rf"[ \t]+({_NUMBER}[^\r\n]*)")
_EMPTIED = re.compile(r"[ \t]+(#[^\s#][^\r\n]*)(?=[\r\n]|\Z)")
_BEFORE = r"(?:[-*](?=[^\s*-])|" + ITEM + r"(?=\s?\w))"
_ITEM = re.compile(_BEFORE)
_ITEM_BELOW = re.compile(rf"[\r\n][ \t]*{_BEFORE}")
_UNFINISHED = ">" * 7
_CONFLICT = re.compile(r"^(?:<{7}|>{7}|\|{7})(?: [^\r\n]*)?$|^={7}$", re.MULTILINE)
_ITEM_IN_LINES = re.compile(rf"\n[ \t]*{_BEFORE}")
_CUT_OR_EMPTIED = re.compile(rf"[ \t]{_NUMBER}|:[ \t]+#[^\s#]")


def suspect(text: str) -> bool:
    """Whether something in a text may be misread: a quick look, which may be wrong only in saying yes."""
    # Every file is looked at, and most have none of these signs: to look for a sign is ten times as fast.
    if "<<" in text or _UNFINISHED in text or ("#" in text and _CUT_OR_EMPTIED.search(text)):
        return True
    return (_ITEM_BELOW if "\r" in text else _ITEM_IN_LINES).search(text) is not None


def unfinished_merge(text: str) -> TextFinding | None:
    """The finding for a text with the marks that Git leaves where two changes could not be joined."""
    if "<" * 7 not in text and _UNFINISHED not in text:
        return None
    marks = [Span(*match.span()) for match in _CONFLICT.finditer(text)]
    signs = {text[mark.start] for mark in marks}
    if not signs & {"<", ">"}:
        return None
    return TextFinding(
        "bad-yaml",
        "two versions of the text stand here one below the other: a merge was not finished",
        marks[0],
        "keep what is right of the two, and delete the lines that begin with “<<<<<<<”, “=======” and “>>>>>>>”",
        tuple((mark, "another of its marks") for mark in marks[1:4]),
    )


def cut_short(text: str, start: int, end: int) -> TextFinding | None:
    """The finding for a text without quotes, from `start` to `end`, that ends at what may be no comment."""
    match = _CUT.match(text, end) if end > start else _EMPTIED.match(text, end)
    if match is None:
        return None
    shown = shortened(" ".join(f"{text[start:end]} {match[1]}".split()))
    sign = shortened(match[1], 30)
    return TextFinding(
        "text-misread",
        f"YAML takes “{sign}” for a comment: it is no part of the text",
        Span(*match.span(1)),
        f"if it is, put the whole in quotes: `{_quoted(shown)}`; if not, begin the comment with a word",
    )


def list_as_text(text: str, start: int, end: int) -> TextFinding | None:
    """The finding for a text over several lines, without quotes, that looks like a list."""
    if not _ITEM.match(text, start) or not _ITEM_BELOW.search(text, start, end):
        return None
    return TextFinding(
        "text-misread",
        "these lines look like a list, and are read as one text",
        Span(start, start + 1),
        "begin each item with `-` and a blank, or put the whole text in quotes",
    )


def _quoted(text: str) -> str:
    return f"'{text}'" if '"' in text and "'" not in text else '"' + text.replace('"', "'") + '"'
