"""Journeys of a given size, for measuring: much the same as real ones, and the same on every machine."""

from __future__ import annotations

from collections.abc import Iterator

OWNERS = ("sales", "service", "field", "network", "billing", "partner")
SHARED = "customers: {home-mover: {name: Home mover}}\nowners:\n  boss: {name: Chief operating officer}\n" + "".join(
    f"  {owner}: {{name: {owner.title()} team, kind: team, reports_to: boss}}\n" for owner in OWNERS
)
# So that nothing is assumed: a finding for each promise would measure how findings are placed.
SHARED += "lanes: {frontstage: {takes: none}, backstage: {takes: none}, support: {takes: none}}\n"


def journey(number: int, actions: int = 50, promises: int = 8, *, elsewhere: bool = True) -> str:
    """A journey of about so many actions; a third of its promises rely on those of the one before, if `elsewhere`."""
    steps = max(2, actions // 4)
    lines = [
        f"journey: Generated journey {number}",
        f"id: j{number}",
        "owner: boss",
        "customer: home-mover",
        "job: Have it done without thinking about it",
        "steps:",
        *(line for step in range(steps) for line in _step(step, steps)),
        "promises:",
        *(line for promise in range(promises) for line in _promise(number, promise, steps, elsewhere)),
    ]
    return "\n".join(lines) + "\n"


def _step(step: int, steps: int) -> Iterator[str]:
    front, back = OWNERS[0], OWNERS[3 + step % 3]
    yield f"  - step: Step number {step}"
    yield f"    id: s{step}"
    yield f"    feeling: {step % 4 - 1}"
    yield f"    evidence: What the customer holds after step {step}"
    yield f"    customer: Do what is asked at step {step}"
    yield f"    frontstage: {{do: Serve the customer at step {step}, owner: {front}, channel: web, takes: 10 min}}"
    promised = f"{{id: b{step}, within: 1 day, at_least: 99%}}"
    yield f"    backstage: {{do: Work behind step {step}, owner: {back}, takes: 2 h, promised: {promised}}}"
    yield f"    support: {{do: Keep the system of step {step}, owner: {back}, system: System {step % 4}}}"
    if step == steps - 1:
        yield "    end: true"
    elif step % 5 == 3:
        yield f"    next: [s{step + 1}, {{to: s{step - 1}, when: something is missing, at_most: 1}}]"


def _promise(number: int, promise: int, steps: int, elsewhere: bool) -> Iterator[str]:
    made = promise % max(1, steps // 2)
    kept = min(steps - 1, made + 2 + promise % 3)
    relies = f"[b{kept}]"
    if elsewhere and number and promise % 3 == 0:
        relies = f"[b{kept}, j{number - 1}/p{(promise + 1) % 8}]"
    yield f"  p{promise}:"
    yield f"    promise: Promise number {promise} within ten days"
    yield f"    by: {OWNERS[0]}"
    yield "    to: home-mover"
    yield f"    made: s{made}"
    yield f"    kept: s{kept}"
    yield f"    within: {12 if promise % 3 == 0 else 10} days"
    yield f"    at_least: {85 if promise % 3 == 0 else 90}%"
    yield "    measure: days"
    yield "    if_broken: Money back"
    yield f"    relies_on: {relies}"


def chain(length: int) -> str:
    """One journey with a chain of promises, each relying on the next."""
    return _row(length, lambda number: f"    relies_on: p{number + 1}\n" if number + 1 < length else "")


def fan(length: int) -> str:
    """One journey with one promise that relies on all the others."""
    others = ", ".join(f"p{number}" for number in range(1, length))
    return _row(length, lambda number: "" if number else f"    relies_on: [{others}]\n")


def _row(length: int, relies) -> str:  # type: ignore[no-untyped-def]
    head = (
        "journey: A row of promises\nowner: a\nowners: {a: A, b: B}\ncustomers: {c: C}\ncustomer: c\n"
        "steps:\n  - step: One\n    customer: Ask\n    frontstage: {do: Answer, owner: a}\n"
        "  - step: Two\n    customer: Wait\n    frontstage: {do: Deliver, owner: a}\n    end: true\npromises:\n"
    )
    rows = (
        f"  p{number}:\n    promise: P{number}\n    by: a\n    to: c\n    made: One\n    kept: Two\n"
        f"    within: {length - number + 1} days\n{relies(number)}"
        for number in range(length)
    )
    return head + "".join(rows)
