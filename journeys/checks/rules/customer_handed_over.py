from collections.abc import Iterator

from journeys.checks.rule import Example, rule
from journeys.graph.algorithms import carried
from journeys.graph.handoffs import Handover, handovers
from journeys.graph.journey import JourneyGraph
from journeys.graph.nodes import ActionNode
from journeys.language.finding import Finding


@rule(
    "O202",
    wrong=False,
    source="Bitner, Ostrom and Morgan 2008; calculus.md, Ownership",
    bad=Example("""
        steps:
          - step: Book a table
            evidence: Confirmation by e-mail
            customer: Call the restaurant
            frontstage: {do: Note the guest's wishes, owner: manager}
          - step: Eat
            evidence: The dish
            customer: Eat
            frontstage: {do: Serve the dish, owner: waiter}
            #                ^^^^^^^^^^^^^^ “Restaurant manager” hands the customer over to “Waiters”
            end: true
    """),
    good=Example("""
        steps:
          - step: Book a table
            evidence: Confirmation by e-mail
            customer: Call the restaurant
            frontstage: {do: Note the guest's wishes, owner: manager}
          - step: Eat
            evidence: The dish
            customer: Eat
            frontstage: {do: Serve the dish, owner: waiter}
            end: true
        promises:
          wishes-known:
            promise: Whoever serves you knows what you asked for
            by: waiter
            to: guest
            made: Book a table
            kept: Eat
            at_least: 95%
            measure: share of tables at which the guest had to ask again
            if_broken: The dessert is on the house
    """),
)
def customer_handed_over(journey: JourneyGraph) -> Iterator[Finding]:
    """The customer is handed over, and no promise goes along.

    One owner lets go of the customer and another takes over. Unless something promised spans the two, the
    customer tells the story again, and each owner believes the other has it. Promise the customer something
    that is made before and kept after, or let one owner promise the other. It is asked where the touchpoints
    of both steps have owners.
    """
    found = [handover for handover in handovers(journey) if not _agreed(journey, handover)]
    if not found:
        return
    made, kept = _spans(journey)
    for before, after in found:
        first, second = journey.step_of(before[0]), journey.step_of(after[0])
        if not made[first.id] & kept[second.id]:
            yield _told(journey, before[0], after[0])


def _agreed(journey: JourneyGraph, handover: Handover) -> bool:
    """Whether one of the owners promises another of them something that is kept in the second step."""
    first = {action.owner for action in handover.before}
    second = {action.owner for action in handover.after}
    return any(
        (promise.by in first and not second.isdisjoint(promise.to))
        or (promise.by in second and not first.isdisjoint(promise.to))
        for action in journey.actions_of(handover.after[0].step)
        for promise in journey.kept_at(action.id)
    )


def _spans(journey: JourneyGraph) -> tuple[dict[str, int], dict[str, int]]:
    """For each step the promises to customers, as bits: those made at or before it, and those kept at or after it."""
    made, kept = dict.fromkeys(journey.step_graph, 0), dict.fromkeys(journey.step_graph, 0)
    for bit, promise in enumerate(promise for promise in journey.promise_nodes if promise.to_customer):
        steps = {journey.action(action).step for action in promise.kept} & set(kept)
        for step in steps:
            kept[step] |= 1 << bit
        for step in steps if promise.standing else made.keys() & promise.made:
            made[step] |= 1 << bit
    graph = journey.step_graph
    return carried(graph, made), carried(graph.reverse(copy=False), kept)


def _told(journey: JourneyGraph, before: ActionNode, after: ActionNode) -> Finding:
    one, other = journey.called(before.owner), journey.called(after.owner)
    first, second = journey.step_of(before), journey.step_of(after)
    return after.finding(
        f"“{one}” hands the customer over to “{other}”, and no promise goes along",
        related=(before.mention(f"“{one}” lets go here"),),
        help=f"promise the customer something made at “{first.name}” and kept at “{second.name}”, "
        "or let one owner promise the other",
    )
