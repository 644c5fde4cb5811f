"""What a drawing shows, in words: one of a thing is spoken of as one."""

from __future__ import annotations

import pytest

from blueprints.views.registry import view_of
from journeys.api import loads

TEXT = """
journey: Dinner
customer: guest
customers: {guest: {}}
owners: {waiter: {name: Waiters}, kitchen: {name: Kitchen}}
steps:
  - step: Eat
    customer: Eat
    frontstage: {do: Serve, owner: waiter}
    backstage: {do: Cook, owner: kitchen}
    end: true
"""
ONE_OWNER = TEXT.replace(", kitchen: {name: Kitchen}", "").replace("    backstage: {do: Cook, owner: kitchen}\n", "")
ONE_PROMISE = "promises: {p: {promise: Fed, by: waiter, to: guest, made: Eat, kept: Eat}}"


@pytest.mark.parametrize(
    ("text", "view", "said"),
    [
        (TEXT, "owners", "1 handoff, covered by no promise."),
        (TEXT.replace("kitchen}\n", "kitchen, promised: {}}\n"), "owners", "1 handoff, covered by a promise."),
        (ONE_OWNER, "owners", "; no handoff."),
        (ONE_OWNER, "org", "The 1 owner in “Dinner” and whom it reports to."),
        (TEXT, "org", "The 2 owners in “Dinner” and whom they report to."),
        (ONE_OWNER + ONE_PROMISE, "promises", "The 1 promise of “Dinner” and what it relies on."),
    ],
)
def test_one_is_spoken_of_as_one(text: str, view: str, said: str) -> None:
    assert said in view_of(loads(text), view).description
