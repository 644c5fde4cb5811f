from collections.abc import Iterator

from journeys.checks.rule import Example, rule
from journeys.graph.journey import JourneyGraph
from journeys.language.finding import Finding
from journeys.language.model.lanes import FRONTSTAGE


@rule(
    "B212",
    wrong=False,
    source="Bitner, Ostrom and Morgan 2008",
    profile="strict",
    bad=Example("""
        channels: {phone: Telephone, table: {name: At the table, kind: in person}}
        steps:
          - step: Book a table
            evidence: Confirmation by e-mail
            customer: Call the restaurant
            frontstage: {do: Note the reservation, owner: waiter, channel: phone}
          - step: Eat
            evidence: The dish
            customer: Eat
            frontstage: {do: Serve the dish, owner: waiter}
            #                ^^^^^^^^^^^^^^ does not say in which channel
            end: true
    """),
    good=Example("""
        channels: {phone: Telephone, table: {name: At the table, kind: in person}}
        steps:
          - step: Book a table
            evidence: Confirmation by e-mail
            customer: Call the restaurant
            frontstage: {do: Note the reservation, owner: waiter, channel: phone}
          - step: Eat
            evidence: The dish
            customer: Eat
            frontstage: {do: Serve the dish, owner: waiter, channel: table}
            end: true
    """),
)
def touchpoint_without_channel(journey: JourneyGraph) -> Iterator[Finding]:
    """A touchpoint does not say in which channel it is.

    Where company and customer meet decides what can be promised there, and changes of channel are seen only
    where channels are written. Write `channel:`. It is asked as soon as one channel is declared under
    `channels:`, in the journey or in `journeys.yaml`.
    """
    for action in journey.actions if journey.channels else ():
        if action.lane == FRONTSTAGE and not action.channel:
            yield action.finding(
                "this touchpoint does not say in which channel it is",
                help=f"write `channel:`, like `channel: {next(iter(journey.channels))}`",
            )
