"""The page that lists the rules, group by group."""

from __future__ import annotations

from journeys.checks.catalogue import markdown_list
from journeys.checks.registry import catalogue
from journeys.checks.rule import GROUPS

_ABOUT = {
    "file": "What the file itself must be: readable, with known keys, and references that lead somewhere.",
    "ownership": "Who is accountable, and whether work that goes from one owner to another is covered by a promise.",
    "promises": "The promise calculus: whether a promise can be kept, and where it breaks.",
    "blueprint": "Whether the customer can get through, and whether the blueprint says what it should.",
    "experience": "What the customer lives through: waits, feelings, moments of truth.",
    "suppressions": "Comments that put findings aside, and whether they still do.",
}
_INTRODUCTION = """\
# The rules

A rule is either **wrong** (the journey contradicts itself, or a promise is broken: an error) or **advice** (a designer
may disagree: a warning). Three profiles choose among them: `draft` asks the fewest, `standard` is asked where nothing
else is said, `strict` asks all. A finding names its rule by code, and `journeys explain CODE` prints the page that is
linked here.

See [how to put a finding aside](../how-to/put-a-finding-aside.md) for the cases in which you know better.
"""


def rules_page() -> str:
    """The rules in their groups, each linked to its page."""
    rules = catalogue()
    sections = []
    for group in GROUPS.values():
        listed = [rule for rule in rules if rule.group == group]
        if listed:
            sections.append(f"## {group.capitalize()}\n\n{_ABOUT[group]}\n\n{markdown_list(listed)}")
    return "\n".join([_INTRODUCTION, *sections])
