from collections.abc import Iterator

from journeys.checks.customer_promises import written_to_customer
from journeys.checks.flow import onward
from journeys.checks.rule import Example, rule
from journeys.finding import Finding
from journeys.graph.algorithms import carried, turned
from journeys.graph.journey import JourneyGraph
from journeys.graph.nodes import ActionNode, StepNode


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
    that is made before and kept after, or let one owner promise the other.
    """
    found = [
        pair for pair in _handed_over(journey) if not _between_owners(journey, pair[1][0].step, pair[0][0], pair[1][0])
    ]
    if not found:
        return
    made, kept = _spans(journey)
    for (before, *_), (after, *_) in found:
        first, second = _step(journey, before), _step(journey, after)
        if made[first.index] & kept[second.index]:
            continue
        one, other = journey.called(before.owner), journey.called(after.owner)
        yield after.finding(
            f"“{one}” hands the customer over to “{other}”, and no promise goes along",
            related=(before.mention(f"“{one}” lets go here"),),
            help=f"promise the customer something made at “{first.name}” and kept at “{second.name}”, "
            "or let one owner promise the other",
        )
