"""What every format is made from: plain data, handed in complete."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from journeys.graph.verdict import State
from journeys.language.finding import Located, Severity
from journeys.language.source import Position, Source, Span


@dataclass(frozen=True, slots=True)
class RuleText:
    """A rule as people read it; the report knows nothing else of rules."""

    code: str
    name: str
    summary: str
    why: str = ""
    group: str = ""
    severity: Severity = Severity.ERROR
    help: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """The outcome of a check: the findings to show, in the order to show them, and what was counted.

    `files` and `journeys` are the numbers checked, `suppressed` and `baseline` the numbers of findings
    left out of `located` because a comment or the baseline file says so. `stale` findings of the
    baseline are there no longer. `max_warnings` is what the workspace's settings say. `promises` are the
    numbers of promises by their verdicts, counted where nothing was found. `version`, `rules`, `colour` and
    `every` (none is left out for being one of many) are for whoever shows it.
    """

    located: Sequence[Located]
    files: int = 0
    journeys: int = 0
    suppressed: int = 0
    baseline: int = 0
    version: str = ""
    rules: Mapping[str, RuleText] = field(default_factory=dict)
    colour: bool = False
    stale: int = 0
    max_warnings: int | None = None
    promises: Mapping[State, int] = field(default_factory=dict)
    every: bool = False

    def fails(self, max_warnings: int | None = None) -> bool:
        """Whether a check fails: any finding does; where `max_warnings` is said, errors and more warnings than that."""
        allowed = self.max_warnings if max_warnings is None else max_warnings
        if allowed is None:
            return bool(self.located)
        return bool(self.count(Severity.ERROR)) or self.count(Severity.WARNING) > allowed

    def joined(self, other: Report) -> Report:
        """Both as one; what the other's settings say goes before."""
        return replace(
            self,
            located=(*self.located, *other.located),
            files=self.files + other.files,
            journeys=self.journeys + other.journeys,
            suppressed=self.suppressed + other.suppressed,
            baseline=self.baseline + other.baseline,
            stale=self.stale + other.stale,
            max_warnings=self.max_warnings if other.max_warnings is None else other.max_warnings,
            promises=Counter(self.promises) + Counter(other.promises),
        )

    def count(self, severity: Severity) -> int:
        """Number of findings of this severity."""
        return sum(item.finding.severity is severity for item in self.located)

    def by_severity(self) -> list[Located]:
        """The findings with all errors first, otherwise in their own order."""
        return sorted(self.located, key=lambda item: item.finding.severity is not Severity.ERROR)


class Region(NamedTuple):
    """A span as positions; `end` is exclusive and never before `start`."""

    start: Position
    end: Position


def clamped(source: Source, span: Span) -> Span:
    """The span inside the text, its end not before its start."""
    start = max(0, min(span.start, len(source.text)))
    return Span(start, max(start, min(span.end, len(source.text))))


def region(source: Source, span: Span) -> Region:
    """The positions of a span's start and end."""
    start, end = clamped(source, span)
    return Region(source.position(start), source.position(end))
