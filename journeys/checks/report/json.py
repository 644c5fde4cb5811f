"""For programs: one JSON object, described by `report.schema.json` beside this file.

ASCII only, so that it passes through any terminal or encoding unharmed. `version` is the number of the
structure: it grows when a field changes its meaning or goes, not when one is added.
"""

from __future__ import annotations

import json
from typing import Any

from journeys.checks.report.report import Report, clamped
from journeys.language.finding import Edit, Located, LocatedRelated, Severity
from journeys.language.source import Source, Span

VERSION = 1


def render(report: Report) -> str:
    """The report as JSON, each finding on a line of its own (which is also several times faster than indenting)."""
    opening = json.dumps(_heading(report))[:-1]
    findings = ",\n".join([json.dumps(_finding(item)) for item in report.located])
    return f'{opening}, "findings": [\n{findings}\n]}}\n' if findings else f'{opening}, "findings": []}}\n'


def _heading(report: Report) -> dict[str, Any]:
    return {
        "version": VERSION,
        "tool": {"name": "journeys", "version": report.version},
        "summary": {
            "files": report.files,
            "journeys": report.journeys,
            "errors": report.count(Severity.ERROR),
            "warnings": report.count(Severity.WARNING),
            "suppressed": report.suppressed,
            "baseline": report.baseline,
        },
    }


def _finding(item: Located) -> dict[str, Any]:
    finding = item.finding
    return {
        "code": finding.code,
        "name": finding.name,
        "severity": str(finding.severity),
        "message": finding.message,
        "why": finding.why,
        "help": finding.help,
        "journey": finding.journey,
        "fingerprint": item.fingerprint,
        **_place(item.source, item.span),
        "path": list(finding.place.path),
        "related": [_related(link) for link in item.related],
        "fix": [_edit(edit) for edit in finding.fix],
    }


def _related(link: LocatedRelated) -> dict[str, Any]:
    return {"message": link.message, **_place(link.source, link.span)}


def _place(source: Source, span: Span) -> dict[str, Any]:
    start, end = clamped(source, span)
    return {"file": source.name, "start": _position(source, start), "end": _position(source, end)}


def _position(source: Source, offset: int) -> dict[str, int]:
    line, column = source.position(offset)
    return {"line": line, "column": column, "offset": offset, "utf16": source.utf16_position(offset)[1]}


def _edit(edit: Edit) -> dict[str, Any]:
    place = edit.place
    return {
        "file": place.file,
        "path": list(place.path),
        "part": str(place.part),
        "action": edit.action,
        "key": edit.key,
        "text": edit.text,
        "items": list(edit.items),
    }
