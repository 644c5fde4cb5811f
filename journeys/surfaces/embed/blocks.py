"""Blocks in Markdown that are kept up to date: where they stand in a text, and the text with new ones.

A block begins with `<!-- journeys: draw broadband -->` and ends with `<!-- /journeys -->`, each on lines of its own.
What counts as a comment and what is code is told by a CommonMark parser: fences in lists, indented code and `<pre>`
cannot be told by looking at single lines. Everything outside of blocks stays as it is, to the byte.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it.token import Token

_LINE = re.compile(r"[^\r\n]*(?:\r\n?|\n)|[^\r\n]+\Z")
_OPENING = re.compile(r"\s*<!--\s*journeys:(.*?)-->\s*", re.DOTALL)
_CLOSING = re.compile(r"\s*<!--\s*/\s*journeys\s*-->\s*")
# What it is as soon as an empty line stands before it, as one does before the end of a block.
_CODE = re.compile(r" {4}")
_EITHER = re.compile(r"<!--\s*(?:journeys:|/\s*journeys\s*-->)")
# Blocks of HTML whose inside is no Markdown: CommonMark 0.31, 4.6, kinds 1, 3, 4 and 5.
_VERBATIM = re.compile(r"\s*<(?:pre|script|style|textarea|[?!](?!--))", re.IGNORECASE)
_WRITTEN_HERE = re.compile(r"[ \t>]*(?:\||!\[|_|\r?\n?\Z)")
_FRONT_MATTER = re.compile(r"\ufeff?---[ \t]*\Z")


@dataclass(frozen=True, slots=True)
class Block:
    """A block in the lines of a text, from 0: its comment begins at `line`, its inside is `first` to before `end`.

    `indent` is what stands before each of its lines: blanks, or the `>` of a quotation.
    """

    request: str
    line: int
    first: int
    end: int
    indent: str


@dataclass(frozen=True, slots=True)
class BlockFinding:
    """A mark that makes no block: the line it stands in (from 0), the rule's name, what is wrong, what to write."""

    line: int
    rule: str
    message: str
    help: str


@dataclass(frozen=True, slots=True)
class _Mark:
    """A comment that opens (with a request) or closes (None) a block, in the lines `line` to before `end`."""

    request: str | None
    line: int
    end: int


def split_lines(text: str) -> list[str]:
    """The lines of a text with their line breaks, as CommonMark counts them."""
    return _LINE.findall(text)


def find_blocks(text: str) -> tuple[list[Block], list[BlockFinding]]:
    """The blocks of a text, and the marks that make none."""
    if not _EITHER.search(text):
        return [], []
    lines = split_lines(text)
    tokens = _tokens(lines)
    marks = [mark for token in tokens for mark in _marks(token)]
    blocks, findings = _pair(marks, lines)
    findings += [finding for token in tokens for finding in _inside_lines(token)]
    return blocks, sorted(findings, key=lambda finding: finding.line)


def replaced(text: str, insides: Mapping[Block, str]) -> str:
    """The text with new insides of some of its blocks; the lines of an inside end in a line feed.

    A block keeps the line breaks of its opening line, and an empty line stands before and after what is in it:
    without them Markdown would take the comment and the table for one.
    """
    lines = split_lines(text)
    for block, inside in sorted(insides.items(), key=lambda item: item[0].line, reverse=True):
        ending = _ending(lines[block.first - 1])
        new = ["", *inside.rstrip("\n").split("\n"), ""]
        lines[block.first : block.end] = [f"{block.indent}{line}".rstrip() + ending for line in new]
    return "".join(lines)


def _ending(line: str) -> str:
    return line[len(line.rstrip("\r\n")) :] or "\n"


def _tokens(lines: Sequence[str]) -> list[Token]:
    from markdown_it import MarkdownIt

    shown = [line.rstrip("\r\n").removeprefix("\ufeff") for line in lines]
    if lines and _FRONT_MATTER.match(lines[0].rstrip("\r\n")):
        end = next((number for number, line in enumerate(shown[1:], 1) if line.rstrip() in ("---", "...")), 0)
        shown[: end + 1 if end else 0] = [""] * (end + 1 if end else 0)
    return MarkdownIt("commonmark").parse("\n".join(shown))


def _marks(token: Token) -> Iterator[_Mark]:
    if token.type != "html_block" or token.map is None or _VERBATIM.match(token.content):
        return
    begin, end = token.map
    opening = _OPENING.fullmatch(token.content)
    if opening and "-->" not in opening[1]:
        yield _Mark(opening[1], begin, end)
        return
    inside = token.content.split("\n")
    # A comment of several lines hides the marks in it; after it, on its last line, nothing of ours can begin.
    for number, line in enumerate(inside[:1] if token.content.lstrip().startswith("<!--") else inside):
        opening = _OPENING.fullmatch(line)
        if opening:
            yield _Mark(opening[1], begin + number, begin + number + 1)
        elif _CLOSING.fullmatch(line) and not _CODE.match(line.expandtabs(4)):
            yield _Mark(None, begin + number, begin + number + 1)


def _inside_lines(token: Token) -> Iterator[BlockFinding]:
    for child in token.children or ():
        if child.type == "html_inline" and _EITHER.match(child.content) and token.map:
            message = "this comment stands within a line or a paragraph, where no block can begin or end"
            yield BlockFinding(token.map[0], "block-within-a-line", message, "put it on a line of its own")


def _pair(marks: Sequence[_Mark], lines: Sequence[str]) -> tuple[list[Block], list[BlockFinding]]:
    blocks: list[Block] = []
    findings: list[BlockFinding] = []
    opened: _Mark | None = None
    for mark in sorted(marks, key=lambda mark: mark.line):
        if mark.request is not None:
            if opened is not None:
                findings.append(_never_closed(opened))
            opened = mark
        elif opened is None:
            message = "a block ends here, and none was begun"
            help_ = "begin it with `<!-- journeys: draw NAME -->`, or take this line away"
            findings.append(BlockFinding(mark.line, "closing-without-block", message, help_))
        else:
            block = Block(
                (opened.request or "").strip(), opened.line, opened.end, mark.line, _indent(lines[opened.line])
            )
            stranger = _stranger(block, lines)
            blocks, findings = (blocks, [*findings, stranger]) if stranger else ([*blocks, block], findings)
            opened = None
    if opened is not None:
        findings.append(_never_closed(opened))
    return blocks, findings


def _never_closed(mark: _Mark) -> BlockFinding:
    message = "this block is never closed, so it is left as it is"
    return BlockFinding(
        mark.line, "block-never-closed", message, "write `<!-- /journeys -->` on a line of its own below it"
    )


def _stranger(block: Block, lines: Sequence[str]) -> BlockFinding | None:
    """What stands in a block and was not written here would be lost: the block is left alone."""
    for number in range(block.first, block.end):
        if not _WRITTEN_HERE.match(lines[number]):
            message = "this line stands in a block that is written anew each time, and would be lost"
            return BlockFinding(
                number, "block-holds-other-text", message, "move it out of the block, or close the block above it"
            )
    return None


def _indent(line: str) -> str:
    """What must stand before each line to belong where the comment belongs: a list's bullet counts as blanks."""
    return re.sub(r"[^>\s]", " ", line[: line.index("<!--")].removeprefix("\ufeff"))
