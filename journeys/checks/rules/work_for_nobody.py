from __future__ import annotations

from collections.abc import Iterator

from journeys.checks.rule import Example, rule
from journeys.graph.journey import JourneyGraph
from journeys.graph.nodes import ActionNode, StepNode
from journeys.language.finding import Finding
from journeys.language.model.lanes import LaneKind


@rule(
    "E607",
    wrong=False,
    source="Christensen et al. 2016, Competing Against Luck; Seddon 2003, value demand and failure demand",
    profile="strict",
    bad=Example("""
        steps:
          - step: Order
            expects: [To get what was ordered]
            evidence: Menu
            customer: Choose a dish
            frontstage: {do: Take the order, owner: waiter, takes: 1 min, promised: {within: 2 min}}
          - step: Register
            evidence: Form
            customer: Fill in a form with name and address
            #         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ whose need is this?
            frontstage: {do: Take the form, owner: waiter, takes: 1 min}
            end: true
    """),
    good=(
        Example("""
        steps:
          - step: Order
            expects: [To get what was ordered]
            evidence: Menu
            customer: Choose a dish
            frontstage: {do: Take the order, owner: waiter, takes: 1 min, promised: {within: 2 min}}
            end: true
    """),
        Example("""
        steps:
          - step: Order
            expects: [To get what was ordered]
            evidence: Menu
            customer: Choose a dish
            frontstage: {do: Take the order, owner: waiter, takes: 1 min, promised: {within: 2 min}}
          - step: Book the next evening
            evidence: Calendar
            customer: Choose a day
            frontstage: {do: Write the name down, owner: waiter, takes: 1 min}
            end: true
        customers:
          guest: {name: Guest, goals: [Book the next evening before going home]}
    """),
    ),
)
def work_for_nobody(journey: JourneyGraph) -> Iterator[Finding]:
    """Customers do work that answers no expectation and serves no goal of theirs.

    Forms, calls and proofs often serve the company: seen from within each is needed, seen by customers none is. Take
    the step away, do the work for them, or write what they get by it: what is expected there (`expects`), a promise to
    them that is made or kept there, or the step's name in one of their `goals` or `needs`, or in the `job`. It is asked
    of journeys in which some step says what is expected. Waits, questions (`asks`), what feels good, what the company
    does unasked (`proactive`), and ways out are no such work.
    """
    if not journey.expectations:
        return
    wanted = _promised(journey) | {one.step for one in journey.expectations.values() if one.wanted}
    said = " ".join((journey.job, *(word for one in journey.customers for word in (*one.goals, *one.needs)))).casefold()
    for step in journey.steps:
        if step.id in wanted or not _works(journey, step):
            continue
        for action in journey.actions_of(step.id):
            if _is_work(action) and not any(name.casefold() in said for name in (step.name, action.name)):
                yield action.finding(
                    "whose need is this? The customer expects nothing here, is promised nothing, and no goal names it",
                    help="take it off the customer, or write what the customer `expects` by it",
                )
                break


def _is_work(action: ActionNode) -> bool:
    return action.lane.kind is LaneKind.CUSTOMER and not action.asks


def _works(journey: JourneyGraph, step: StepNode) -> bool:
    """Whether customers work at a step because the way leads there: they do not wait, do not like it, are not served
    unasked, and did not choose to leave."""
    into = journey.flows_to(step.id)
    leaving = step.dropped_out or (bool(into) and all(flow.anywhere for flow in into))
    liked = step.feeling is not None and step.feeling > 0
    return not (step.wait or step.proactive or step.nested or leaving or liked)


def _promised(journey: JourneyGraph) -> set[str]:
    """The steps where something is promised to the customer, or kept.

    What holds wherever they meet says how customers are served, and not what for.
    """
    found: set[str] = set()
    for promise in journey.workspace.promises.values():
        if promise.to_customer and not promise.standing:
            found.update(promise.made, (journey.action(id_).step for id_ in promise.kept))
    return found
