"""A root cause, or an assumption, in words: each belongs to one rule, whoever tells of it."""

from __future__ import annotations

from journeys.checks.registry import by_fault, by_name
from journeys.checks.rule import Rule
from journeys.checks.silences import assumed
from journeys.graph.verdict import Assumption, Cause
from journeys.graph.workspace import Workspace
from journeys.language.finding import Finding

_ASSUMED = "promise-assumed"


def told(one: Cause | Assumption, workspace: Workspace) -> Finding:
    """A cause or an assumption of a workspace as a finding, under the code and name of the rule it belongs to."""
    rule, finding = _of_cause(one, workspace) if isinstance(one, Cause) else _of_assumption(one, workspace)
    return finding.ruled(rule.code, rule.name, rule.severity, rule.reason)


def _of_cause(cause: Cause, workspace: Workspace) -> tuple[Rule, Finding]:
    for rule in by_fault()[cause.root.fault]:
        finding = rule.words(cause, workspace) if rule.words is not None else None
        if finding is not None:
            return rule, finding
    raise LookupError(f"no rule tells of {cause.root}")


def _of_assumption(assumption: Assumption, workspace: Workspace) -> tuple[Rule, Finding]:
    return by_name()[_ASSUMED], assumed(assumption, workspace)
