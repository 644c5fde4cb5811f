"""The catalogue: every rule under `journeys/checks/rules/`, in order of code. Nothing else lists them."""

from __future__ import annotations

import pkgutil
from collections.abc import Mapping
from functools import cache
from importlib import import_module

from journeys.checks import rules
from journeys.checks.rule import Rule
from journeys.graph.verdict import Fault

# Codes of rules that are no more; a new rule never takes one of them.
RETIRED: frozenset[str] = frozenset(("P404",))


@cache
def catalogue() -> tuple[Rule, ...]:
    """Every rule, by code."""
    found: list[Rule] = []
    for module in pkgutil.iter_modules(rules.__path__):
        loaded = import_module(f"{rules.__name__}.{module.name}")
        found += [value for value in vars(loaded).values() if isinstance(value, Rule)]
    return tuple(sorted(found, key=lambda rule: rule.code))


@cache
def by_name() -> Mapping[str, Rule]:
    """Every rule by its name and by its code."""
    return {word: rule for rule in catalogue() for word in (rule.code, rule.name)}


@cache
def by_fault() -> Mapping[Fault, tuple[Rule, ...]]:
    """The rules that tell of root causes, by what fails."""
    rules = [rule for rule in catalogue() if rule.words is not None]
    return {fault: tuple(rule for rule in rules if rule.fault is fault) for fault in Fault}
