"""For people at a terminal: each finding with its source line, the chain that leads to it, why, and what to write."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from journeys.checks.report.concise import place
from journeys.checks.report.excerpt import Excerpt, excerpt
from journeys.checks.report.report import Report
from journeys.checks.report.summary import summary
from journeys.checks.report.visible import visible, visible_lines
from journeys.language.finding import Finding, Located, LocatedRelated, Severity

_CHAIN_HEAD, _CHAIN_TAIL = 8, 4
"""Of a longer chain these many links are shown: those next to the promise, and those next to the root cause."""


class _Palette(NamedTuple):
    """Escape sequences (ECMA-48, select graphic rendition), all empty where colour is off."""

    bold: str = ""
    faint: str = ""
    error: str = ""
    warning: str = ""
    good: str = ""
    off: str = ""

    def severity(self, severity: Severity) -> str:
        return self.error if severity is Severity.ERROR else self.warning


_PLAIN = _Palette()
_COLOUR = _Palette("\x1b[1m", "\x1b[36m", "\x1b[1;31m", "\x1b[1;33m", "\x1b[1;32m", "\x1b[0m")


def render(report: Report) -> str:
    """The findings with excerpts, an empty line between them, then the summary."""
    palette = _COLOUR if report.colour else _PLAIN
    blocks = ["\n".join(_block(item, palette)) for item in report.located]
    return "\n\n".join([*blocks, _closing(report, palette)]) + "\n"


def _closing(report: Report, palette: _Palette) -> str:
    if not report.located:
        return f"{palette.good}{summary(report)}{palette.off}"
    worst = Severity.ERROR if report.count(Severity.ERROR) else Severity.WARNING
    return f"{palette.severity(worst)}{summary(report)}{palette.off}"


def _block(item: Located, palette: _Palette) -> list[str]:
    finding, bold, off = item.finding, palette.bold, palette.off
    colour = palette.severity(finding.severity)
    heading = f"{colour}{finding.severity}: {finding.code}{off}"
    lines = [f"{bold}{place(item.source, item.span)}{off}: {heading} {bold}{visible(finding.message)}{off}"]
    main = excerpt(item.source, item.span)
    chain = _chain(item) if item.related else []
    gutter = _gutter(main, chain)
    if main:
        lines.append(_marked(main, "^", gutter, colour, palette))
    lines += [_link(link, gutter, palette) for link in chain]
    lines += [_note(name, text, gutter, palette) for name, text in _advice(finding)]
    return lines


def _advice(finding: Finding) -> Iterator[tuple[str, str]]:
    if finding.why:
        yield "why", finding.why
    if finding.help:
        yield "help", finding.help


class _Link(NamedTuple):
    """A link of the chain as shown; `shown` is None where its line has just been shown."""

    text: str
    shown: Excerpt | None = None


def _chain(item: Located) -> list[_Link]:
    related: Sequence[LocatedRelated] = item.related
    left_out = len(related) - _CHAIN_HEAD - _CHAIN_TAIL
    head = related if left_out <= 1 else related[:_CHAIN_HEAD]
    tail = () if left_out <= 1 else related[-_CHAIN_TAIL:]
    before = (item.source.name, item.source.position(item.span.start).line)
    links: list[_Link] = []
    for index, link in enumerate((*head, *tail)):
        if tail and index == _CHAIN_HEAD:
            links.append(_Link(f"… {left_out} more links …"))
        here = (link.source.name, link.source.position(link.span.start).line)
        shown = None if here == before else excerpt(link.source, link.span)
        links.append(_Link(f"{place(link.source, link.span)}: {visible(link.message)}", shown))
        before = here
    return links


def _gutter(main: Excerpt | None, chain: Sequence[_Link]) -> int:
    last = main.line if main else 0
    for link in chain:
        if link.shown and link.shown.line > last:
            last = link.shown.line
    return 1 + len(str(last))


def _marked(shown: Excerpt, mark: str, gutter: int, colour: str, palette: _Palette) -> str:
    faint, off = palette.faint, palette.off
    line, text, indent, length = shown
    return (
        f"{faint}{line:>{gutter}} |{off} {text}\n{faint}{'':{gutter}} |{off} {' ' * indent}{colour}{mark * length}{off}"
    )


def _link(link: _Link, gutter: int, palette: _Palette) -> str:
    note = _note("see", link.text, gutter, palette)
    return f"{note}\n{_marked(link.shown, '-', gutter, palette.faint, palette)}" if link.shown else note


def _note(name: str, text: str, gutter: int, palette: _Palette) -> str:
    """`= name: text`, further lines of the text aligned under its first."""
    faint, bold, off = palette.faint, palette.bold, palette.off
    further = "\n" + " " * (gutter + len(name) + 5)
    shown = visible(text) if "\n" not in text else further.join(visible_lines(text))
    return f"{'':{gutter}} {faint}={off} {bold}{name}:{off} {shown}"
