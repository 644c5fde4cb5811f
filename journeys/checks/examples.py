"""What several examples of rules share."""

from __future__ import annotations

HEARD = """
    owners:
      manager: {name: Restaurant manager, kind: role, holder: Noor Haddad}
      waiter: {name: Waiters, kind: team, reports_to: manager}
    voices:
      cold: {voice: Guests say that the dish is cold, from: waiter, at: Eat, heard: 2026-09-01}
    measures:
      sent-back: {measure: Dishes sent back, unit: "%", better: lower, owner: waiter}
    """
"""The workspace around the examples of changes: who is there, what was heard, and what is measured."""
