"""Comments that put findings aside: `# journeys: ignore[O101] the agency takes over in May`.

Such a comment holds for the findings that begin on its line or, standing alone, on the next line that says something.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from journeys.checks.select import matching, unknown_word
from journeys.language.finding import Edit, Finding, Located
from journeys.language.loading.comments import comments
from journeys.language.loading.document import Document
from journeys.language.source import Span

_MARK = re.compile(r"#\s*journeys:\s*ignore\b")
_WORDS = re.compile(r"\s*\[([^\]\n]*)\]")
_WORD = re.compile(r"[^,\s](?:[^,]*[^,\s])?")


@dataclass(frozen=True)
class Suppression:
    """One comment: its span, the line (from 1) it holds for, each word with its span, and whether it says why."""

    document: Document
    span: Span
    line: int
    words: tuple[tuple[str, Span], ...]
    reasoned: bool


def suppress(
    located: Sequence[Located],
    documents: Mapping[str, Document],
    asked: Callable[[str], frozenset[str]],
) -> tuple[tuple[Located, ...], tuple[Finding, ...]]:
    """The findings that no comment in their files suppresses, and what is noted of the comments themselves.

    `asked` gives the codes asked of a file (by its name): a comment about another code is not called unused, and
    where it gives none the file's comments are not judged.
    """
    found = [one for document in documents.values() for one in suppressions(document)]
    if not found:
        return tuple(located), ()
    by_line: dict[tuple[str, int], list[Suppression]] = {}
    for one in found:
        by_line.setdefault((one.document.source.name, one.line), []).append(one)
    used: set[tuple[str, Span]] = set()
    kept = []
    for item in located:
        line = item.source.position(item.span.start).line
        here = by_line.get((item.source.name, line), ())
        hits = [(item.source.name, span) for one in here for span in _hits(one, item.finding.code)]
        used.update(hits)
        if not hits:
            kept.append(item)
    return tuple(kept), tuple(finding for one in found for finding in _judged(one, used, asked))


def suppressions(document: Document) -> Iterator[Suppression]:
    """The comments of a file that suppress findings."""
    if not _MARK.search(document.source.text):
        return
    source = document.source
    saying = [number for number in range(1, source.line_count + 1) if _says_something(source.line(number))]
    for span in comments(document):
        text = source.text[span.start : span.end]
        match = _MARK.match(text)
        if match:
            yield _read(document, span, text, match.end(), _line(document, span, saying))


def _read(document: Document, span: Span, text: str, at: int, line: int) -> Suppression:
    listed = _WORDS.match(text, at)
    found = []
    if listed:
        base = span.start + listed.start(1)
        found = [(word[0], Span(base + word.start(), base + word.end())) for word in _WORD.finditer(listed[1])]
    rest = text[listed.end() if listed else at :]
    return Suppression(document, span, line, tuple(found), bool(re.search(r"\w", rest)))


def _line(document: Document, span: Span, saying: Sequence[int]) -> int:
    """The comment's own line, or the next of those that say something: with more than a comment on them."""
    source = document.source
    line, column = source.position(span.start)
    if source.line(line)[: column - 1].strip():
        return line
    following = bisect_right(saying, line)
    return saying[following] if following < len(saying) else line


def _says_something(line: str) -> bool:
    stripped = line.strip()
    return bool(stripped) and not stripped.startswith("#")


def _hits(one: Suppression, code: str) -> Iterator[Span]:
    return (span for word, span in one.words if any(rule.code == code for rule in matching(word)))


def _judged(one: Suppression, used: set[tuple[str, Span]], asked: Callable[[str], frozenset[str]]) -> Iterator[Finding]:
    codes = asked(one.document.source.name)
    if codes:
        yield from _about_form(one)
        yield from _about_words(one, used, codes)


def _about_form(one: Suppression) -> Iterator[Finding]:
    place = one.document.raw_place
    if not one.words:
        yield Finding(
            "this comment does not say which findings it puts aside",
            place(one.span),
            help="name rules by code or name, like `# journeys: ignore[O101] the reason`",
            name="suppression-of-unknown-rule",
        )
    elif not one.reasoned:
        yield Finding(
            "this comment does not say why",
            place(one.span),
            help="write the reason after the bracket, so that the next reader knows when it no longer holds",
            name="suppression-without-reason",
        )


def _about_words(one: Suppression, used: set[tuple[str, Span]], asked: frozenset[str]) -> Iterator[Finding]:
    for word, span in one.words:
        codes = {rule.code for rule in matching(word)}
        if not codes:
            yield unknown_word(word, one.document.raw_place(span), "suppression-of-unknown-rule", "replace")
        elif (one.document.source.name, span) not in used and one.document.whole and codes & asked:
            yield _unused(one, word, span)


def _unused(one: Suppression, word: str, span: Span) -> Finding:
    alone = len(one.words) == 1
    place = one.document.raw_place(one.span if alone else span)
    return Finding(
        f"nothing is found here that “{word[:60]}” would put aside",
        one.document.raw_place(span),
        help="delete the comment" if alone else "take it out of the brackets",
        fix=(Edit(place, "remove"),),
        name="unused-suppression",
    )
