"""A small table for a page, in HTML and in Markdown that every tool reads alike. Texts are escaped here alone."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import quote

from journeys.checks.report.visible import visible

# Entities are understood by CommonMark and Python-Markdown alike; backslashes before these signs are not.
_MARKUP = re.compile(r"[\\`*_{}\[\]<>&|~$^=!]|:(?=//|\w+:)|[@#](?=\w)|(?<=\bwww)\.", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Link:
    """A text that leads somewhere: `href` is a path, perhaps with a fragment."""

    text: str
    href: str


Line = str | Link
Cell = str | Link | tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a sentence beneath it; without rows, the sentence alone."""

    heads: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    closing: str

    def markdown(self) -> str:
        """Lines that each begin with `|`, a blank line, and the sentence in italics."""
        said = f"_{escaped(self.closing)}_\n"
        if not self.rows:
            return said
        lines = [self.heads, *self.rows]
        shown = [f"| {' | '.join('<br>'.join(map(_markdown, lines_of(cell))) for cell in row)} |" for row in lines]
        return "\n".join([shown[0], f"|{' --- |' * len(self.heads)}", *shown[1:], "", said])

    def html(self) -> str:
        """A `table` with heads of columns, and the sentence as a paragraph."""
        said = f"<p>{html.escape(visible(self.closing))}</p>\n"
        if not self.rows:
            return said
        heads = "".join(f'<th scope="col">{html.escape(head)}</th>' for head in self.heads)
        rows = "".join(f"<tr>{''.join(map(_html, row))}</tr>\n" for row in self.rows)
        return f"<table>\n<thead><tr>{heads}</tr></thead>\n<tbody>\n{rows}</tbody>\n</table>\n{said}"


def lines_of(cell: Cell) -> Sequence[Line]:
    """The lines of a cell."""
    return cell if isinstance(cell, tuple) else (cell,)


def words(line: Line) -> str:
    """The text of a line, safe to show and unescaped."""
    return visible(line.text if isinstance(line, Link) else line)


def escaped(text: str) -> str:
    """A text on one line of Markdown, shown as it is in any dialect: no markup, HTML, link or mention comes of it."""
    return _MARKUP.sub(lambda match: f"&#{ord(match.group())};", visible(text))


def address(path: str) -> str:
    """A relative path as a link's target."""
    return quote(path, safe="/.#", errors="surrogateescape")


def _markdown(line: Line) -> str:
    return f"[{escaped(line.text)}]({address(line.href)})" if isinstance(line, Link) else escaped(line)


def _html(cell: Cell) -> str:
    return f"<td>{'<br>'.join(html.escape(words(line)) for line in lines_of(cell))}</td>"
