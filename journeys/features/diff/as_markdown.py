"""A comparison as a comment on a pull request, in GitHub's Markdown."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator

from journeys.checks.report.markdown import escaped
from journeys.checks.report.visible import visible
from journeys.features.diff.changes import FindingChange, NodeChange, PromiseChange, WorkspaceDiff
from journeys.features.diff.words import (
    journey_title,
    node_lines,
    node_title,
    nodes_of,
    outcome,
    people_of,
    promise_lines,
    summary,
)

LIMIT = 60_000
"""Characters; a comment on GitHub holds 65,536."""


def render(diff: WorkspaceDiff) -> str:
    """What it does to promises first, then who has to agree, the findings, and the rest folded."""
    blocks = [f"### {escaped(summary(diff))}", *_blocks(diff)]
    kept: list[str] = []
    size = 0
    for block in blocks:
        size += len(block) + 2
        if size > LIMIT:
            kept.append("… and more: run `journeys diff` to see it all.")
            break
        kept.append(block)
    return "\n\n".join(kept) + "\n"


def _blocks(diff: WorkspaceDiff) -> Iterator[str]:
    for journey in diff.journeys:
        if journey.promises:
            yield f"#### {escaped(journey_title(journey))}"
            yield _table(("Promise", "By, to", "What becomes of it"), map(_promise, journey.promises))
    if diff.agreements:
        yield "#### Has to agree"
        yield _table(
            ("Owner", "Why"), ((_person(one.owner, one.holder), _lines(one.reasons)) for one in diff.agreements)
        )
    for title, findings in (("Findings that appeared", diff.appeared), ("Findings that went", diff.gone)):
        if findings:
            yield f"#### {title}"
            yield _table(("", "Place", "Finding"), map(_finding, findings))
    for journey in diff.journeys:
        if nodes := list(nodes_of(journey)):
            yield from _folded(journey_title(journey), nodes)
    if diff.people or diff.shared:
        yield from _folded("What journeys share", (*diff.people, *diff.shared))


def _promise(promise: PromiseChange) -> tuple[str, str, str]:
    return (
        escaped(promise.name),
        escaped(people_of(promise)),
        _lines((f"**{escaped(outcome(promise))}**", *map(escaped, promise_lines(promise))), ready=True),
    )


def _finding(finding: FindingChange) -> tuple[str, str, str]:
    place = f"{finding.file}:{finding.line}:{finding.column}"
    return escaped(f"{finding.severity} {finding.code}"), escaped(place), escaped(finding.message)


def _person(name: str, holder: str) -> str:
    return escaped(f"{name} ({holder})" if holder else name)


def _lines(lines: Iterable[str], *, ready: bool = False) -> str:
    return "<br>".join(lines if ready else map(escaped, lines))


def _in_html(text: str) -> str:
    """Text inside an HTML block, where Markdown means nothing and GitHub still looks for mentions."""
    return re.sub(r"[@#](?=\w)", r"\g<0><!-- -->", html.escape(visible(text)))


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    """A table of as many rows as there is room for."""
    lines = [f"| {' | '.join(cells)} |" for cells in (head, ("---",) * len(head), *rows)]
    size = 0
    for number, line in enumerate(lines):
        size += len(line) + 1
        if size > LIMIT // 2:
            return "\n".join([*lines[:number], "", f"… and {len(lines) - number} more."])
    return "\n".join(lines)


def _folded(title: str, nodes: Iterable[NodeChange]) -> Iterator[str]:
    lines: list[str] = []
    for node in nodes:
        lines.append(f"- {escaped(node_title(node))}")
        lines += [f"  - {escaped(line)}" for line in node_lines(node)]
    yield f"<details><summary>{_in_html(title)}: steps, actions and owners</summary>"
    yield "\n".join(lines)
    yield "</details>"
