"""Many findings of one rule told as one, so that what is unusual is not lost among them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from journeys.checks.report.report import Report
from journeys.language.finding import Located

_FEW = 4
"""So many findings of one rule are told one by one."""

_SHOWN = 3


class Group(NamedTuple):
    """Findings of one rule: those that are shown, and how many there are in all."""

    shown: Sequence[Located]
    total: int


def groups(report: Report) -> list[Group]:
    """Each finding by itself, then those of rules with many of them together, the rarer first."""
    counts = Counter(item.finding.code for item in report.located if not report.every)
    many: dict[str, list[Located]] = {code: [] for code, count in counts.items() if count > _FEW}
    found = []
    for item in report.located:
        if item.finding.code in many:
            many[item.finding.code].append(item)
        else:
            found.append(Group([item], 1))
    return [*found, *(Group(items[:_SHOWN], len(items)) for items in sorted(many.values(), key=len))]


def by_rule(report: Report) -> list[tuple[int, str, str]]:
    """Of each rule how many findings there are, its code and its name: the most first."""
    counts = Counter((item.finding.code, item.finding.name) for item in report.located)
    return sorted(((count, code, name) for (code, name), count in counts.items()), key=lambda one: (-one[0], one[1]))
