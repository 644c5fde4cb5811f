"""Which rules are asked, and how much each weighs: profiles, settings, and the command line. Decided here, and once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from journeys.checks.registry import by_name, catalogue
from journeys.checks.rule import GROUPS, PROFILES, Profile, Rule
from journeys.errors import UsageError
from journeys.graph.workspace import Workspace
from journeys.language.finding import Edit, Finding, Part, Place, Severity
from journeys.language.model.settings import RuleSettings, Settings
from journeys.language.words import did_you_mean, is_slip, nearest, suggestion


@dataclass(frozen=True)
class Choice:
    """What was asked for on the command line or by a caller; it goes before the settings of files.

    Only where somebody says which day is `today`, what is overdue is asked: nothing else depends on the day.
    """

    profile: Profile | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    only: tuple[str, ...] = ()
    today: date | None = None


@dataclass(frozen=True)
class Chosen:
    """The rules to ask, and their settings."""

    rules: tuple[Rule, ...]
    settings: Mapping[str, RuleSettings] = field(default_factory=dict)

    @cached_property
    def codes(self) -> frozenset[str]:
        """The codes of the rules."""
        return frozenset(rule.code for rule in self.rules)

    def weighed(self, finding: Finding) -> Finding:
        """The finding with the severity that the settings give its rule."""
        severity = self.settings.get(finding.code, RuleSettings()).severity
        if severity in (None, "off"):
            return finding
        return replace(finding, severity=Severity(severity))


@dataclass(frozen=True)
class Selection:
    """The rules asked of a workspace (`shared`) and of each journey (`own`, by file), with what settings say wrongly.

    A journey's settings go before those of its workspace, and what was asked for before both. `today` is the day for
    which what is overdue is asked, None where that is not.
    """

    shared: Chosen
    own: Mapping[str, Chosen] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()
    today: date | None = None

    def of(self, file: str) -> Chosen:
        """The rules asked of a file, by its name."""
        return self.own.get(file, self.shared)


def selection(workspace: Workspace, choice: Choice | None = None) -> Selection:
    """What is asked of a workspace. Raises UsageError for a word in `choice` that names no rule."""
    choice = choice or Choice()
    for word in (*choice.select, *choice.ignore, *choice.only):
        if not matching(word):
            raise UsageError(f"no rule is called “{word}”: {did_you_mean(word, words())}")
    if choice.today is None:
        _refuse_dated((*choice.select, *choice.only))
    shared = chosen(choice, workspace.settings)
    own = {
        journey.file: chosen(choice, workspace.settings, journey.settings) if journey.settings else shared
        for journey in workspace.selected
    }
    return Selection(shared, own, tuple(_unknown_words(workspace)), choice.today)


def _refuse_dated(words: Iterable[str]) -> None:
    """Whoever asks a rule that depends on the day, and says no day, is told so: nothing would be found."""
    for word in words:
        if all(rule.over == "due" for rule in matching(word)):
            raise UsageError(f"“{word}” depends on the day: say which with --today, like `--today 2026-03-02`")


def chosen(choice: Choice, shared: Settings | None, own: Settings | None = None) -> Chosen:
    """The rules of a profile, with what is selected besides and without what is ignored."""
    settings = [layer for layer in (shared, own) if layer is not None]
    said = next((layer.profile for layer in reversed(settings) if layer.profile), None)
    level = PROFILES.index(choice.profile or said or "standard")
    dated = set() if choice.today else {rule.code for rule in catalogue() if rule.over == "due"}
    asked = {rule.code for rule in catalogue() if PROFILES.index(rule.profile) <= level}
    weights: dict[str, RuleSettings] = {}
    for layer in settings:
        asked = _layered(asked, layer)
        weights |= _weights(layer, weights)
    asked = _codes(choice.only) or asked | _codes(choice.select)
    asked -= _codes(choice.ignore) | dated
    return Chosen(tuple(_limited(rule, weights.get(rule.code)) for rule in catalogue() if rule.code in asked), weights)


def _layered(asked: set[str], settings: Settings) -> set[str]:
    """The codes asked once a file's settings have had their say; what it says of a single rule counts most."""
    own = _weights(settings, {})
    off = {code for code, value in own.items() if value.severity == "off"}
    on = {code for code, value in own.items() if value.severity not in (None, "off")}
    return ((asked | _codes(settings.select)) - _codes(settings.ignore) | on) - off


def _weights(settings: Settings, before: Mapping[str, RuleSettings]) -> dict[str, RuleSettings]:
    """Settings by code; what is left unsaid stays as it was `before`."""
    found: dict[str, RuleSettings] = {}
    # What is said of a group comes first, so that what is said of one of its rules counts more.
    for word, value in sorted(settings.rules.items(), key=lambda item: -len(matching(item[0]))):
        for rule in matching(word):
            old = found.get(rule.code) or before.get(rule.code) or RuleSettings()
            severity, limit = value.severity or old.severity, old.limit if value.limit is None else value.limit
            found[rule.code] = RuleSettings(severity=severity, limit=limit)
    return found


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


def words() -> list[str]:
    return [*GROUPS.values(), *by_name()]


def _unknown_words(workspace: Workspace) -> Iterator[Finding]:
    """The words in the settings of files that name no rule."""
    shared = workspace.files.shared
    if shared is not None and workspace.settings is not None:
        yield from _unknown(workspace.settings, shared.source.name)
    for file in workspace.files.journeys:
        if file.selected and file.model.settings is not None:
            yield from _unknown(file.model.settings, file.source.name)


def _unknown(settings: Settings, file: str) -> Iterator[Finding]:
    for place, word in _named(settings, Place(file, ("settings",))):
        if not matching(word):
            yield unknown_word(word, place, "unknown-rule", "rename" if place.part is Part.KEY else "replace")


def unknown_word(word: str, place: Place, name: str, action: str) -> Finding:
    """The finding, under a rule's name, that a word names no rule; `action` writes the right one, if it is a slip."""
    found = nearest(word, words())
    fix = (Edit(place, action, found),) if found and is_slip(word, found) else ()
    return Finding(f"no rule is called “{word[:60]}”", place, help=suggestion(found, words(), word), fix=fix, name=name)


def _named(settings: Settings, place: Place) -> Iterator[tuple[Place, str]]:
    for key, listed in (("select", settings.select), ("ignore", settings.ignore)):
        yield from ((place.at(key, number), word) for number, word in enumerate(listed))
    yield from ((place.at("rules", word, part=Part.KEY), word) for word in settings.rules)
