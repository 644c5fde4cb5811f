"""What examples of rules share: journeys in which something is changed, or in which customers are asked."""

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

EATING = """
        steps:
          - step: Eat
            evidence: The dish
            customer: Eat
            frontstage: {do: Serve the dish, owner: waiter}
            end: true
        changes:
"""
COVER = """\
          cover:
            change: Put a cover on each dish
            at: Eat
            kind: add
            effort: 2 days
            owner: waiter
            answers: [cold]
            expects: The dish is hot
            told: {at: Eat, by: waiter}
            measure: sent-back
"""
"""A change beneath `EATING`, with all that is asked of one."""

EATEN = """
        steps:
          - step: Eat
            evidence: The dish
            customer: Eat
            frontstage: {do: Serve the dish, owner: waiter, takes: 1 min}
"""
CARD = """\
          - step: Say how it was
            evidence: Card with two questions
            customer: Tick the card
            frontstage: {do: Read the card, owner: waiter, takes: 1 min}
            end: true
        measures:
          content:
"""
CARD_ALONE = f"\n        steps:\n{CARD}"
ASKED = """\
            measure: Guests who would come again
            of: Would you come again?
            as: csat
            owner: waiter
            at: Say how it was
"""
"""What is asked on the `CARD`, which comes after `EATEN` or alone."""
