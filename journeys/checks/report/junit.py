"""JUnit XML as Jenkins' xUnit plugin, GitLab and editors read it: a suite a file, a test case a rule.

A report without findings holds one case that passes, since readers take an empty report for a broken run.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from xml.etree import ElementTree

from journeys.checks.report.concise import place
from journeys.checks.report.report import Report
from journeys.checks.report.summary import summary
from journeys.checks.report.visible import visible
from journeys.language.finding import Located

_ILLEGAL = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 has no way to hold, and the carriage return, which readers turn into a line feed."""


def render(report: Report) -> str:
    """The report as an XML document."""
    total = str(len(report.located))
    suites = ElementTree.Element("testsuites", name="journeys", errors="0", failures=total)
    files = _grouped(report.located, lambda item: item.source.name)
    cases = sum(_suite(suites, name, items) for name, items in files) if files else _passed(suites, report)
    suites.set("tests", str(cases))
    ElementTree.indent(suites)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ElementTree.tostring(suites, encoding="unicode")}\n'


def _passed(suites: ElementTree.Element, report: Report) -> int:
    suite = ElementTree.SubElement(suites, "testsuite", name="journeys", tests="1", failures="0", errors="0")
    ElementTree.SubElement(suite, "testcase", name=summary(report), classname="journeys")
    return 1


def _suite(suites: ElementTree.Element, file: str, findings: Sequence[Located]) -> int:
    """A file's suite; returns its number of cases."""
    rules = _grouped(findings, lambda item: item.finding.code)
    numbers = {"tests": str(len(rules)), "failures": str(len(findings)), "errors": "0"}
    suite = ElementTree.SubElement(suites, "testsuite", {"name": _legal(file), **numbers})
    for _, group in rules:
        first = group[0].finding
        name = _legal(f"{first.code} {first.name}".strip())
        case = ElementTree.SubElement(suite, "testcase", name=name, classname=_legal(file))
        for item in group:
            _failure(case, item)
    return len(rules)


def _failure(case: ElementTree.Element, item: Located) -> None:
    finding = item.finding
    failure = ElementTree.SubElement(case, "failure", type=str(finding.severity), message=_legal(finding.message))
    lines = [f"{place(item.source, item.span)}: {finding.code} {finding.message}"]
    lines += [f"{place(link.source, link.span)}: {link.message}" for link in item.related]
    lines += [f"{label}: {text}" for label, text in (("why", finding.why), ("help", finding.help)) if text]
    failure.text = _legal("\n".join(lines))


def _grouped(items: Sequence[Located], key: Callable[[Located], str]) -> list[tuple[str, list[Located]]]:
    """The items of each key, in the order in which the keys first occur."""
    groups: dict[str, list[Located]] = {}
    for item in items:
        groups.setdefault(key(item), []).append(item)
    return list(groups.items())


def _legal(text: str) -> str:
    return _ILLEGAL.sub(lambda match: _sign(match.group()), text)


def _sign(character: str) -> str:
    """A sign for a character that XML cannot hold; U+FFFE and U+FFFF have none."""
    sign = visible(character)
    return "\ufffd" if sign == character else sign
