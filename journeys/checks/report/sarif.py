"""SARIF 2.1.0 (OASIS), as GitHub code scanning reads it."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from journeys.checks.report.fingerprint import distinct
from journeys.checks.report.replace import whole
from journeys.checks.report.report import Report, RuleText, region
from journeys.language.finding import Finding, Located, LocatedRelated
from journeys.language.source import Source, Span

LIMIT = 25_000
"""The most results of a run that GitHub accepts."""

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

# GitHub's own key (primaryLocationLineHash) is left to its upload, which warns of each value it would not have made.
_FINGERPRINT = "journeysFinding/v1"


def render(report: Report) -> str:
    """The report as a SARIF log of one run, errors first where not all results fit."""
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [_run(report)]}
    return json.dumps(log) + "\n"


def _run(report: Report) -> dict[str, Any]:
    kept = report.located if len(report.located) <= LIMIT else report.by_severity()[:LIMIT]
    rules = _rules(report, kept)
    index = {rule.code: number for number, rule in enumerate(rules)}
    driver: dict[str, Any] = {"name": "journeys", "rules": [_rule(rule) for rule in rules]}
    if report.version:
        driver["version"] = report.version
    marks = distinct(kept)
    return {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(len(report.located) - len(kept))],
        "results": [_result(item, index[item.finding.code], mark) for item, mark in zip(kept, marks, strict=True)],
    }


def _invocation(left_out: int) -> dict[str, Any]:
    invocation: dict[str, Any] = {"executionSuccessful": True}
    if left_out:
        text = f"{left_out} more results are left out: a run holds at most {LIMIT}."
        invocation["toolExecutionNotifications"] = [{"level": "warning", "message": {"text": text}}]
    return invocation


def _rules(report: Report, kept: Sequence[Located]) -> list[RuleText]:
    """The rules handed in, and a bare one for each code found that is not among them, sorted by code."""
    rules = {rule.code: rule for rule in report.rules.values()}
    for item in kept:
        rules.setdefault(item.finding.code, _bare(item.finding))
    return [rules[code] for code in sorted(rules)]


def _bare(finding: Finding) -> RuleText:
    return RuleText(finding.code, finding.name, finding.name or finding.code, finding.why, severity=finding.severity)


def _rule(rule: RuleText) -> dict[str, Any]:
    text: dict[str, Any] = {
        "id": whole(rule.code),
        "shortDescription": {"text": whole(rule.summary or rule.name)},
        "fullDescription": {"text": whole(rule.why or rule.summary or rule.name)},
        "help": {"text": whole(rule.help or rule.why or rule.summary or rule.name)},
        "defaultConfiguration": {"level": str(rule.severity)},
        "properties": {"tags": [rule.group] if rule.group else [], "problem.severity": str(rule.severity)},
    }
    if rule.name:
        text["name"] = whole(rule.name)
    return text


def _result(item: Located, rule: int, mark: str) -> dict[str, Any]:
    finding = item.finding
    text = f"{finding.message}\n{finding.help}" if finding.help else finding.message
    result: dict[str, Any] = {
        "ruleId": whole(finding.code),
        "ruleIndex": rule,
        "level": str(finding.severity),
        "message": _message(text),
        "locations": [_location(item.source, item.span)],
        "partialFingerprints": {_FINGERPRINT: mark},
    }
    if item.related:
        result["relatedLocations"] = [_link(link, number) for number, link in enumerate(item.related)]
    if len(item.related) > 1:
        result["codeFlows"] = [{"threadFlows": [{"locations": _flow(item)}]}]
    return result


def _flow(item: Located) -> list[dict[str, Any]]:
    """The chain from the finding's own place to its root cause."""
    start = {**_location(item.source, item.span), "message": _message(item.finding.message)}
    return [{"location": location} for location in (start, *(_link(link) for link in item.related))]


def _link(link: LocatedRelated, number: int | None = None) -> dict[str, Any]:
    location = {**_location(link.source, link.span), "message": _message(link.message)}
    return location if number is None else {"id": number, **location}


def _message(text: str) -> dict[str, str]:
    """Plain text; a space keeps a name from becoming an embedded link (SARIF 3.11.6)."""
    return {"text": whole(text).replace("](", "] (")}


def _location(source: Source, span: Span) -> dict[str, Any]:
    start, end = region(source, span)
    area = {"startLine": start.line, "startColumn": start.column, "endLine": end.line, "endColumn": end.column}
    return {"physicalLocation": {"artifactLocation": {"uri": uri(source.name)}, "region": area}}


def uri(name: str) -> str:
    """A path as a URI reference: relative where the path is, else a `file:` URI."""
    path = quote(name.encode("utf-8", "surrogatepass"), safe="/~")
    if name.startswith("/"):
        return f"file://{path}"
    if re.match(r"[A-Za-z]:/", name):
        return f"file:///{name[0]}:{path[4:]}"
    return path
