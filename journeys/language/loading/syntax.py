"""What is wrong with YAML text, in words a designer understands, with what to write instead."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from journeys.language.loading.strange import strange, unquoted
from journeys.language.loading.text_finding import TextFinding
from journeys.language.signs import in_place_of, instead_of
from journeys.language.source import Span

_QUOTES = "put the whole text in quotes"
_ONE_PAIR = "put the whole text in one pair of quotes"
_LINE_UP = "line it up with the keys beside it; keys of one thing stand one below the other"
_SPACES = "indent with spaces, not with a tab"
_KEY = re.compile(r"\s*(?:- +)*[^\s:#][^:#]*:(?:\s|$)")
_BLOCK = re.compile(r"(?:^|\s)[|>][-+\d]{0,2}\s*$")
_CLOSE = re.compile(r"([\w-]{1,40}):(?=[^\s/])")
_EQUALS = re.compile(r"([\w-]{1,40})\s*=")
_COMMENT = re.compile(r"[ \t]#(?=.{0,300}[\]}])")
_NO_BLANK = re.compile(r"[ ]*-(?=[^\s-])")
_CLOSED = re.compile(r"\s*(?:- )*[\w-]+:\s+(\{[^{}]*\}|\[[^\[\]]*\])\s*[^\s,#}\]]")
_GOES_ON = re.compile(r"\s*(?:- )?[^:]*:\s+([\"'][^\"']*[\"'])\s*\S")


@dataclass(frozen=True)
class ParserMessage:
    """What the parser says: where it noticed (`at`), what was open (`opened`), what it was doing, and its words."""

    text: str
    at: int
    opened: int | None
    context: str
    words: str

    @property
    def char(self) -> str:
        """The character at which it noticed, empty at the end of the text."""
        return self.text[self.at : self.at + 1]

    @property
    def line(self) -> Span:
        """The line in which it noticed."""
        end = self.text.find("\n", self.at)
        return Span(self.text.rfind("\n", 0, self.at) + 1, end if end >= 0 else len(self.text))

    @property
    def span(self) -> Span:
        """What to point at: the character, or the last word before the end of a line."""
        if self.char not in ("", "\n", "\r"):
            return Span(self.at, self.at + 1)
        end = len(self.text[: self.at].rstrip())
        start = max(self.text.rfind(" ", 0, end), self.text.rfind("\n", 0, end)) + 1
        return Span(min(start, end), end)

    def finding(self, message: str, help_: str, span: Span | None = None) -> TextFinding:
        """The finding for it."""
        return TextFinding("bad-yaml", message, span or self.span, help_)


def explain(text: str, at: int, opened: int | None, context: str, words: str) -> TextFinding:
    """One finding for what the parser says: the first explanation that fits."""
    said = ParserMessage(text, at, opened, context, words)
    for explanation in _EXPLANATIONS:
        finding = explanation(said)
        if finding is not None:
            return finding
    return said.finding(f"the text cannot be read from here: {words or context}", "look at this line and the one above")


def _strange(it: ParserMessage) -> TextFinding | None:
    """The sign that was meant to be another one, before what its want leads to."""
    span = strange(it.text, it.at, it.opened, flow="flow" in it.context)
    if span is None:
        return None
    char = it.text[span.start : span.end]
    return it.finding(in_place_of(char), instead_of(char), span)


def _colon(it: ParserMessage) -> TextFinding | None:
    if "mapping values are not allowed" not in it.words:
        return None
    before = it.text[it.line.start : it.at]
    above = it.text[: it.line.start].rstrip().rpartition("\n")[2]
    if re.search(r":\s", before) or not above:
        return it.finding("a colon stands inside a text here", _QUOTES)
    if _KEY.match(above):
        start = it.line.start + len(before) - len(before.lstrip())
        message = "this line is indented deeper than the key above, and so is read as part of its text"
        return it.finding(message, _LINE_UP, Span(start, it.at))
    end = len(it.text[: it.line.start].rstrip())
    return _colon_missing(it, Span(end - len(above.lstrip()), end))


def _no_colon(it: ParserMessage) -> TextFinding | None:
    if "could not find expected ':'" not in it.words:
        return None
    start = it.at if it.opened is None else it.opened
    end = it.text.find("\n", start)
    line = it.text[start : end if end >= 0 else len(it.text)]
    return _colon_missing(it, Span(start, start + len(line.rstrip())))


def _colon_missing(it: ParserMessage, span: Span) -> TextFinding:
    line = it.text[span.start : span.end]
    above = it.text[: span.start].rstrip().rpartition("\n")[2]
    if _BLOCK.search(above):
        return it.finding(
            "a text that begins with “|” or “>” ends where a line is not indented deeper than its key",
            "indent each of its lines deeper than the key above",
            span,
        )
    close = _CLOSE.match(line)
    if close:
        return it.finding(
            "a blank is missing after the colon", f"write `{close[1]}: …`", Span(span.start, span.start + close.end())
        )
    equals = _EQUALS.match(line)
    example = f"{equals[1]}: …" if equals else "key: value"
    return it.finding(
        "a colon is missing after this", f"write `{example}`, or indent it as part of the text above", span
    )


def _tab(it: ParserMessage) -> TextFinding | None:
    before = it.text[it.line.start : it.at + 1]
    if it.char == "\t" or (not before.strip() and "\t" in before):
        return it.finding("a tab is used to indent", _SPACES)
    indent = before[: len(before) - len(before.lstrip())]
    return it.finding("a tab is used to indent", _SPACES, Span(it.line.start, it.at)) if "\t" in indent else None


def _reserved(it: ParserMessage) -> TextFinding | None:
    if "alphabetic" in it.words and it.opened is not None:
        return _star(it, Span(it.opened, it.opened + 1))
    sign = it.text[it.span.start : it.span.start + 1]
    if "cannot start any token" in it.words and sign in ("@", "`", "%"):
        if it.text.startswith("```", it.at):
            return it.finding("this line is no part of a journey", "leave out the lines that begin with “```”")
        return _begins(it, sign, it.span)
    if "not allowed in this context" not in it.words:
        return None
    if it.char == "-":
        return it.finding("a list cannot begin behind a key", f"begin it on the next line, or {_QUOTES}")
    return it.finding(f"“{it.char}” cannot begin a value", _QUOTES)


def _star(it: ParserMessage, span: Span) -> TextFinding:
    """`*` and `&` begin a name in YAML, and here none that it allows."""
    sign = it.text[span.start : span.end]
    before = it.text[it.text.rfind("\n", 0, span.start) + 1 : span.start]
    if sign == "*" and not before.strip() and it.text[span.end : span.end + 1] == " ":
        return it.finding("“*” begins no item of a list", "begin each item with `-` and a blank", span)
    return _begins(it, sign, span)


def _begins(it: ParserMessage, sign: str, span: Span) -> TextFinding:
    return it.finding(f"“{sign}” cannot begin a value", f"a text that begins with “{sign}” must stand in quotes", span)


def _block_text(it: ParserMessage) -> TextFinding | None:
    if "block scalar" not in it.context:
        return None
    return it.finding(
        "a text stands behind the sign that opens a block", f"begin the text on the next line, or {_QUOTES}"
    )


def _quote(it: ParserMessage) -> TextFinding | None:
    if "quoted scalar" not in it.context:
        return None
    if "escape" in it.words or "hexdecimal" in it.words:
        return it.finding(
            "a backslash in double quotes begins a sign that there is not",
            "write two backslashes for one, or use single quotes",
        )
    start = it.at if it.opened is None else it.opened
    quote = it.text[start : start + 1]
    help_ = f"close it with {quote}"
    if quote == "'":
        help_ += "; a text that holds an apostrophe stands in double quotes"
    return it.finding(f"the quote {quote} opened here is never closed", help_, Span(start, start + 1))


def _bracket(it: ParserMessage) -> TextFinding | None:
    if it.char in ("]", "}") and "flow" not in it.context:
        return it.finding(f"the bracket {it.char} closes nothing", f"take it out, or open it; else {_QUOTES}")
    if "flow" not in it.context:
        return None
    bracket = "{" if "mapping" in it.context else "["
    close = "}" if bracket == "{" else "]"
    opened = it.opened if it.opened is not None and it.text[it.opened] in "[{" else None
    comment = _COMMENT.search(unquoted(it.text[it.opened : it.at])) if it.opened is not None else None
    if comment:
        return it.finding(
            f"the bracket {bracket} is not closed: YAML takes what stands behind this for a comment, with the {close}",
            "put a text with “#” in quotes, or close the bracket before the comment",
            Span((it.opened or 0) + comment.end() - 1, (it.opened or 0) + comment.end()),
        )
    return TextFinding(
        "bad-yaml",
        f"the bracket {bracket} is not closed, or a comma is missing before this",
        it.span,
        f"close it with {close}, separate its parts by commas, and put texts with commas or colons in quotes",
        () if opened is None else ((Span(opened, opened + 1), "it is opened here"),),
    )


def _indent(it: ParserMessage) -> TextFinding | None:
    expected = ("did not find expected key", "expected <block end>", "did not find expected '-' indicator")
    if "expected <document start>" in it.words:
        return _outside(it)
    if not any(words in it.words for words in expected) and "block" not in it.context:
        return None
    line = it.text[it.line.start : it.line.end]
    dash = _NO_BLANK.match(line)
    if dash:
        where = Span(it.line.start + dash.end() - 1, it.line.start + dash.end())
        return it.finding("a blank is missing after the dash", "write `- ` before each item of a list", where)
    match = _GOES_ON.match(line)
    if match:
        where = Span(it.line.start + match.start(1), it.line.start + match.end(1))
        apostrophe = match[1][0] == "'" and "'" in line[match.end(1) :]
        help_ = "put a text that holds an apostrophe in double quotes" if apostrophe else _ONE_PAIR
        return it.finding("text goes on after the closing quote", help_, where)
    closed = _CLOSED.match(line)
    if closed:
        where = Span(it.line.start + closed.start(1), it.line.start + closed.end(1))
        return it.finding("text goes on after the closing bracket", _QUOTES, where)
    return it.finding("this line is not indented like the ones it belongs to", _LINE_UP)


def _outside(it: ParserMessage) -> TextFinding:
    """The parser took what stands above for all that there is."""
    if re.search(r"^\.\.\.\s", it.text[: it.at], re.MULTILINE):
        return it.finding("text stands below “...”, which ends the journey", "take the line “...” out")
    return it.finding("this line is indented less than the first one of the file", "begin them at the same column")


_EXPLANATIONS: tuple[Callable[[ParserMessage], TextFinding | None], ...] = (
    _strange, _colon, _reserved, _tab, _block_text, _quote, _bracket, _no_colon, _indent,
)  # fmt: skip
