"""Which rules are asked, and how much each weighs: profiles, settings, and the command line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from journeys.checks.registry import by_name, catalogue
from journeys.checks.rule import GROUPS, PROFILES, Profile, Rule
from journeys.errors import UsageError
from journeys.finding import Finding, Severity
from journeys.loading.words import did_you_mean
from journeys.model.settings import RuleSettings, Settings


@dataclass(frozen=True)
class Choice:
    """What was asked for on the command line or by a caller; it goes before the settings of files."""

    profile: Profile | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    only: tuple[str, ...] = ()


@dataclass(frozen=True)
class Chosen:
    """The rules to ask, and their settings."""

    rules: tuple[Rule, ...]
    settings: Mapping[str, RuleSettings] = field(default_factory=dict)

    def weighed(self, finding: Finding) -> Finding:
        """The finding with the severity that the settings give its rule."""
        severity = self.settings.get(finding.code, RuleSettings()).severity
        if severity in (None, "off"):
            return finding
        return replace(finding, severity=Severity(severity))


def chosen(choice: Choice, settings: Settings | None) -> Chosen:
    """The rules of a profile, with what is selected besides and without what is ignored.

    Raises UsageError for a word on the command line that names no rule.
    """
    profile = choice.profile or (settings.profile if settings else None) or "standard"
    level = PROFILES.index(profile)
    for word in (*choice.select, *choice.ignore, *choice.only):
        if not matching(word):
            raise UsageError(f"no rule is called “{word}”: {did_you_mean(word, _words())}")
    own = {rule.code: value for word, value in (settings.rules if settings else {}).items() for rule in matching(word)}
    off = {code for code, value in own.items() if value.severity == "off"}
    off |= _codes(settings.ignore if settings else ()) - _codes(choice.select)
    on = _codes(settings.select if settings else ()) | _codes(choice.select)
    on |= {code for code, value in own.items() if value.severity not in (None, "off")}
    off |= _codes(choice.ignore)
    only = _codes(choice.only)
    rules = [
        _limited(rule, own.get(rule.code))
        for rule in catalogue()
        if rule.code not in off
        and (rule.code in only if only else rule.code in on or PROFILES.index(rule.profile) <= level)
    ]
    return Chosen(tuple(rules), own)


def _limited(rule: Rule, settings: RuleSettings | None) -> Rule:
    """The rule with the number it is to use, where it takes one."""
    if rule.limit is None:
        return rule
    limit = rule.limit if settings is None or settings.limit is None else settings.limit
    check = rule.check
    return replace(rule, limit=limit, check=lambda subject: check(subject, limit))


def matching(word: str) -> tuple[Rule, ...]:
    """The rules of a code, the beginning of one (`O1`), a name or a group."""
    if word in by_name():
        return (by_name()[word],)
    if word in GROUPS.values():
        return tuple(rule for rule in catalogue() if rule.group == word)
    if word and word[0] in GROUPS and (len(word) == 1 or word[1:].isdigit()):
        return tuple(rule for rule in catalogue() if rule.code.startswith(word))
    return ()


def _codes(words: Iterable[str]) -> set[str]:
    return {rule.code for word in words for rule in matching(word)}


def _words() -> list[str]:
    return [*GROUPS.values(), *by_name()]
