"""What has a time, in text for people and in json for programs."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import date
from types import MappingProxyType

from journeys.checks.report.cells import Row, table
from journeys.features.due.listed import Listed, When
from journeys.language.quantities import ago, counted, every

# The number of the JSON structure: it grows when a field changes its meaning or goes, not when one is added.
VERSION = 1
_TITLES: Mapping[When, tuple[str, str]] = MappingProxyType(
    {
        When.OVERDUE: ("Overdue", "overdue"),
        When.WEEK: ("Within 7 days", "within 7 days"),
        When.MONTH: ("Within 30 days", "within 30 days"),
        When.LATER: ("Later", "later"),
        When.UNDATED: ("Without a day to count from", "without a day to count from"),
    }
)


def text(found: Sequence[Listed], today: date, width: int) -> str:
    """What has a time, by how soon it is due; then how much there is of each."""
    if not found:
        return "Nothing here has a time: no `review_every`, `until` or `meets`, no open voice, no change that is done\n"
    lines: list[str] = []
    for when, (title, _) in _TITLES.items():
        group = [one for one in found if one.when is when]
        if group:
            lines += [title, *table(("WHAT", "KIND", "DUE", ""), [_row(one, today) for one in group], width), ""]
    return "\n".join([*lines, _summary(found, today)]) + "\n"


def _row(one: Listed, today: date) -> Row:
    day, far = (str(one.day), ago(one.day, today)) if one.day else ("", "")
    often = every(one.every) if one.every else ""
    note = "; ".join(filter(None, (one.says, often, one.owner)))
    return Row((one.what, one.kind.value, day, far), (f"{note}; {one.file}:{one.line}".removeprefix("; "),))


def _summary(found: Sequence[Listed], today: date) -> str:
    counts = Counter(one.when for one in found)
    said = ", ".join(f"{counts[when]} {words}" for when, (_, words) in _TITLES.items() if counts[when])
    return f"{counted(len(found), 'thing')} with a time on {today}: {said}"


def as_json(found: Sequence[Listed], today: date) -> str:
    """`{"version", "today", "summary": {"due", "overdue", "week", "month", "later", "undated"}, "due": [thing…]}`.

    ASCII only. A thing has the fields of `Listed`, with dates as text, null for none.
    """
    counts = Counter(one.when for one in found)
    summary = {"due": len(found)} | {when.value: counts[when] for when in When}
    data = {"version": VERSION, "today": today, "summary": summary, "due": [asdict(one) for one in found]}
    return json.dumps(data, indent=2, default=str) + "\n"
