"""The catalogue as people read it: a list, JSON, and the page of each rule. All made from the rules themselves."""

from __future__ import annotations

import json
from collections.abc import Iterable

from journeys.checks.registry import catalogue
from journeys.checks.report.report import RuleText
from journeys.checks.rule import EXAMPLE_DAY, GROUPS, Example, Rule
from journeys.errors import UsageError
from journeys.language.words import did_you_mean


def listing(format_: str, group: str | None = None) -> str:
    """The rules as `text`, `json` or `markdown`. Raises UsageError for a group that is not there."""
    if group is not None and group not in GROUPS.values():
        raise UsageError(f"there is no group “{group}”: {did_you_mean(group, GROUPS.values())}")
    rules = [rule for rule in catalogue() if group in (None, rule.group)]
    if format_ == "json":
        return json.dumps([_data(rule) for rule in rules], indent=2, ensure_ascii=False) + "\n"
    return markdown_list(rules) if format_ == "markdown" else _text(rules)


def _text(rules: Iterable[Rule]) -> str:
    lines: list[str] = []
    group = ""
    for rule in rules:
        if rule.group != group:
            group = rule.group
            lines += ([""] if lines else []) + [group]
        weight = "wrong" if rule.wrong else "advice"
        lines.append(f"  {rule.code}  {rule.name:<38} {weight:<7} {rule.profile:<9} {rule.summary}")
    count = sum(1 for _ in lines if _.startswith("  "))
    return "\n".join(lines) + f"\n\n{count} rules; `journeys explain CODE` tells more of each\n"


def _data(rule: Rule) -> dict[str, object]:
    return {
        "code": rule.code,
        "name": rule.name,
        "group": rule.group,
        "severity": rule.severity.value,
        "profile": rule.profile,
        "summary": rule.summary,
        "why": rule.why,
        "source": rule.source,
        "fixes": rule.fixes,
        "limit": rule.limit,
        "bad": [example.shown for example in rule.bad],
        "good": [example.shown for example in rule.good],
    }


def markdown_list(rules: Iterable[Rule]) -> str:
    """A table of rules, each linked to its page."""
    lines = ["| Code | Rule | Weight | Profile | What it says |", "| --- | --- | --- | --- | --- |"]
    for rule in rules:
        weight = "wrong" if rule.wrong else "advice"
        lines.append(f"| {rule.code} | [{rule.name}]({rule.name}.md) | {weight} | {rule.profile} | {rule.summary} |")
    return "\n".join(lines) + "\n"


def page(rule: Rule) -> str:
    """The documentation page of one rule."""
    weight = "wrong: an error" if rule.wrong else "advice: a warning"
    fix = "\n`journeys check --fix` can mend it.\n" if rule.fixes else ""
    dated = (
        f"\nIt depends on the day, and is asked where one is said: `journeys check --today {EXAMPLE_DAY}`. The "
        "examples are read as of that day.\n"
        if rule.over == "due"
        else ""
    )
    limit = (
        f"\nIt takes a number, `limit`, which is {rule.limit} unless settings say otherwise.\n"
        if rule.limit is not None
        else ""
    )
    parts = [
        f"# {rule.code} {rule.name}\n",
        f"{rule.summary}\n",
        f"*{rule.group}; {weight}; asked from the profile `{rule.profile}` on. Source: {rule.source}.*\n",
        f"{rule.why}\n{fix}{limit}{dated}",
        *_examples("What trips it", rule.bad),
        *_examples("What is fine", rule.good),
    ]
    return "\n".join(part.rstrip("\n") + "\n" for part in parts)


def _examples(title: str, examples: Iterable[Example]) -> list[str]:
    return [f"## {title}\n", *(f"```yaml\n{example.shown}```\n" for example in examples if example.shown.strip())]


def rule_texts() -> dict[str, RuleText]:
    """The rules as reports tell them, by code."""
    return {
        rule.code: RuleText(rule.code, rule.name, rule.summary, rule.why, rule.group, rule.severity, rule.why)
        for rule in catalogue()
    }
