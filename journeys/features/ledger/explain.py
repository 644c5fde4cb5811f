"""A word to what it means: a rule of the catalogue, or a promise of some workspaces."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence

from journeys.checks.registry import by_name
from journeys.checks.report.cells import wrapped
from journeys.checks.rule import Rule
from journeys.errors import UsageError
from journeys.features.ledger.hypothesis import promise_words, promises_called
from journeys.graph.journey import JourneyPromise
from journeys.graph.node import short
from journeys.graph.workspace import Workspace
from journeys.language.words import did_you_mean, nearest, suggestion


def rule_named(word: str) -> Rule | None:
    """The rule of a code (in either case) or a name, or None."""
    return by_name().get(word) or by_name().get(word.upper())


def is_code(word: str) -> bool:
    """Whether a word is the code of a rule: then nothing else can be meant by it."""
    rule = rule_named(word)
    return rule is not None and rule.code == word.upper()


def promises_named(workspaces: Sequence[Workspace], word: str) -> tuple[JourneyPromise, ...]:
    """The promises of a key, `journey/key` or words; of several, those in the journeys that were asked for."""
    found: list[JourneyPromise] = []
    for workspace in workspaces:
        nodes = promises_called(workspace, word)
        asked = {journey.id for journey in workspace.selected}
        chosen = [node for node in nodes if node.journey in asked] or nodes
        found += [workspace.promise(node.id) for node in chosen]
    return tuple(found)


def meant(
    word: str, load: Callable[[], Sequence[Workspace]], *, rule: bool = False, promise: bool = False
) -> Rule | JourneyPromise:
    """What a word means: a rule's code first, then a promise, then a rule's name.

    `rule` or `promise` says which of the two it is to be. `load` is called only where promises have to be looked
    up. Raises UsageError, with the nearest word, where it means nothing, and where it means several promises.
    """
    known = rule_named(word)
    if known is not None and (rule or (is_code(word) and not promise)):
        return known
    if rule:
        raise UsageError(f"no rule is called “{word}”: {did_you_mean(word, by_name())}")
    try:
        workspaces = load()
    except UsageError:
        if known is None or promise:
            raise
        return known
    found = promises_named(workspaces, word)
    if len(found) > 1:
        names = " and ".join(short(one.node.id) for one in found[:5])
        raise UsageError(f"“{word}” is promised more than once: say {names}")
    if found:
        return found[0]
    if known is not None and not promise:
        return known
    words = [name for workspace in workspaces for name in promise_words(workspace)]
    if promise:
        raise UsageError(f"no promise is called “{word}”: {_help(word, words, '`journeys promises` lists them')}")
    lists = "`journeys promises` and `journeys rules` list them"
    raise UsageError(f"no promise or rule is called “{word}”: {_help(word, [*words, *by_name()], lists)}")


def _help(word: str, known: Sequence[str], lists: str) -> str:
    if not known:
        return "nothing is promised here"
    found = nearest(word, known)
    return suggestion(found, known, word) if found else f"{suggestion(found, known, word)}; {lists}"


def rule_json(rule: Rule) -> str:
    """A rule as `journeys rules --format json` lists it, by itself."""
    from journeys.checks.catalogue import listing

    found = next(one for one in json.loads(listing("json", rule.group)) if one["code"] == rule.code)
    return json.dumps(found, indent=2) + "\n"


def rule_text(rule: Rule) -> str:
    """A rule as a page for the terminal: what it says, why, how much it weighs, and an example of each kind."""
    weight = "wrong: an error" if rule.wrong else "advice: a warning"
    lines = [f"{rule.code} {rule.name}", "", *wrapped(rule.summary, 100), "", *wrapped(rule.why, 100), ""]
    lines += [f"Group:    {rule.group}", f"Weight:   {weight}", f"Profile:  {rule.profile} (the first that asks it)"]
    lines += [f"Source:   {rule.source}"]
    if rule.limit is not None:
        lines.append(f"Limit:    {rule.limit}, unless settings say otherwise")
    if rule.fixes:
        lines.append("Fix:      `journeys check --fix` can mend it")
    for title, examples in (("What trips it", rule.bad), ("What is fine", rule.good)):
        shown = next((example.shown for example in examples if example.shown.strip()), "")
        if shown:
            lines += ["", title, "", *(f"    {line}".rstrip() for line in shown.splitlines())]
    return "\n".join(lines) + "\n"
