"""For people at a terminal: each finding with its source line, the chain that leads to it, why, and what to write."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from journeys.checks.report.concise import place
from journeys.checks.report.excerpt import Excerpt, excerpt
from journeys.checks.report.grouping import Group, by_rule, groups
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


class _Link(NamedTuple):
    """A place beside the finding's own; `shown` is None where its line has just been shown."""

    text: str
    shown: Excerpt | None = None


_PLAIN = _Palette()
_COLOUR = _Palette("\x1b[1m", "\x1b[36m", "\x1b[1;31m", "\x1b[1;33m", "\x1b[1;32m", "\x1b[0m")


def render(report: Report) -> str:
    """The findings with excerpts, an empty line between them, then the summary.

    Many of one rule are told as one, unless the report tells `every` one.
    """
    palette = _COLOUR if report.colour else _PLAIN
    found = groups(report)
    blocks = ["\n".join(_block(group, palette)) for group in found]
    if any(group.total > 1 for group in found):
        blocks.append("\n".join(_by_rule(report, palette)))
    return "\n\n".join([*blocks, _closing(report, palette)]) + "\n"


def _by_rule(report: Report, palette: _Palette) -> Iterator[str]:
    rows = by_rule(report)
    width = len(str(rows[0][0]))
    for count, code, name in rows:
        yield f"{palette.bold}{count:>{width}}{palette.off}  {visible(code)} {visible(name)}".rstrip()


def _closing(report: Report, palette: _Palette) -> str:
    if not report.located:
        return f"{palette.good}{summary(report)}{palette.off}"
    worst = Severity.ERROR if report.count(Severity.ERROR) else Severity.WARNING
    return f"{palette.severity(worst)}{summary(report)}{palette.off}"


def _block(group: Group, palette: _Palette) -> list[str]:
    item = group.shown[0]
    finding, bold, off = item.finding, palette.bold, palette.off
    colour = palette.severity(finding.severity)
    heading = f"{colour}{finding.severity}: {finding.code}{off}"
    times = f" ({group.total} times)" if group.total > 1 else ""
    lines = [f"{bold}{place(item.source, item.span)}{off}: {heading} {bold}{visible(finding.message)}{off}{times}"]
    main = excerpt(item.source, item.span)
    chain = _chain(item) if item.related and group.total == 1 else []
    also = [_also(other, finding.message) for other in group.shown[1:]]
    gutter = _gutter(main, [*chain, *also])
    if main:
        lines.append(_marked(main, "^", gutter, colour, palette))
    lines += [_link("see", link, gutter, palette) for link in chain]
    lines += [_link("also", link, gutter, palette) for link in also]
    if more := group.total - len(group.shown):
        lines.append(_note("also", f"{more} more; `--all` tells every one", gutter, palette))
    lines += [_note(name, text, gutter, palette) for name, text in _advice(finding)]
    return lines


def _also(item: Located, said: str) -> _Link:
    """Another finding of the same rule; what was said of the first is not said again."""
    message = item.finding.message
    where = place(item.source, item.span)
    return _Link(where if message == said else f"{where}: {visible(message)}", excerpt(item.source, item.span))


def _advice(finding: Finding) -> Iterator[tuple[str, str]]:
    if finding.why:
        yield "why", finding.why
    if finding.help:
        yield "help", finding.help


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


def _link(name: str, link: _Link, gutter: int, palette: _Palette) -> str:
    note = _note(name, link.text, gutter, palette)
    return f"{note}\n{_marked(link.shown, '-', gutter, palette.faint, palette)}" if link.shown else note


def _note(name: str, text: str, gutter: int, palette: _Palette) -> str:
    """`= name: text`, further lines of the text aligned under its first."""
    faint, bold, off = palette.faint, palette.bold, palette.off
    further = "\n" + " " * (gutter + len(name) + 5)
    shown = visible(text) if "\n" not in text else further.join(visible_lines(text))
    return f"{'':{gutter}} {faint}={off} {bold}{name}:{off} {shown}"
