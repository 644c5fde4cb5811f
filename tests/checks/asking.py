"""Short journeys, and what single rules say of them."""

from __future__ import annotations

from journeys.api import check, loads_workspace
from journeys.checks.select import Choice
from journeys.language.finding import Located

HEAD = """\
journey: Dinner for two
owner: manager
customer: guest
customers: {guest: Guest}
owners:
  manager: {name: Restaurant manager}
  waiter: {name: Waiters, reports_to: manager}
  kitchen: {name: Kitchen, reports_to: manager}
"""


def found(rule: str, body: str, *, head: str = HEAD, shared: str = "") -> list[Located]:
    """The findings of one rule about a journey that begins like all here."""
    return check(loads_workspace({"a.journey.yaml": head + body}, shared), Choice(only=(rule,)))


def marked(rule: str, body: str, *, head: str = HEAD, shared: str = "") -> list[str]:
    """The words that a rule's findings point at."""
    return [item.source.text[item.span.start : item.span.end] for item in found(rule, body, head=head, shared=shared)]
