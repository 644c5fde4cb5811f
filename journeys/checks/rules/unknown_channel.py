from collections.abc import Iterator

from journeys.checks.channels import declared
from journeys.checks.rule import Example, rule
from journeys.graph.journey import JourneyGraph
from journeys.language.finding import Edit, Finding
from journeys.language.words import did_you_mean, nearest


@rule(
    "B205",
    wrong=False,
    source="language.md, References",
    fixes=True,
    bad=Example("""
        channels: {telephone: Telephone, web: Website}
        steps:
          - step: Book a table
            evidence: Confirmation by e-mail
            customer: Call the restaurant
            frontstage: {do: Note the reservation, owner: waiter, channel: telefone}
            #                                                              ^^^^^^^^ there is no channel “telefone”
            end: true
    """),
    good=Example("""
        channels: {telephone: Telephone, web: Website}
        steps:
          - step: Book a table
            evidence: Confirmation by e-mail
            customer: Call the restaurant
            frontstage: {do: Note the reservation, owner: waiter, channel: telephone}
            end: true
    """),
)
def unknown_channel(journey: JourneyGraph) -> Iterator[Finding]:
    """A channel is used that is not declared.

    Where channels are declared, one more is mostly a slip of the pen: it gets no icon and no name, and is
    counted as a channel of its own. Write it as it is declared, or declare it under `channels:`. It is asked
    as soon as one channel is declared, in the journey or in `journeys.yaml`; before that any word will do.
    """
    for action in journey.actions if journey.channels else ():
        if action.channel and not declared(journey, action.channel):
            place = action.entry("channel")
            meant = nearest(action.channel, journey.channels)
            yield action.finding(
                f"there is no channel “{action.channel}”",
                at=place,
                help=did_you_mean(action.channel, journey.channels),
                fix=(Edit(place, "replace", meant),) if meant else (),
            )
