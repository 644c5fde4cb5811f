from collections.abc import Iterator

from journeys.checks.channels import medium
from journeys.checks.rule import Example, rule
from journeys.graph.journey import JourneyGraph
from journeys.language.finding import Finding

_NAMES = {"voice": "the telephone", "paper": "paper"}


@rule(
    "B203",
    wrong=False,
    source="Verhoef, Kannan and Inman 2015, omni-channel; calculus.md, Flow",
    bad=Example("""
        steps:
          - step: Choose a table
            evidence: Plan of the room
            customer: Click on a table
            frontstage: {do: Show the free tables, owner: waiter, channel: web}
          - step: Have it confirmed
            evidence: A voice on the line
            customer: Call the restaurant
            frontstage: {do: Confirm the table, owner: waiter, channel: phone}
            #                ^^^^^^^^^^^^^^^^^ from the screen to the telephone
            end: true
    """),
    good=Example("""
        steps:
          - step: Choose a table
            evidence: Plan of the room
            customer: Click on a table
            frontstage: {do: Show the free tables, owner: waiter, channel: web}
          - step: Have it confirmed
            evidence: A voice on the line
            customer: Read the confirmation, or call
            frontstage:
              - {do: Confirm the table by message, owner: waiter, channel: sms}
              - {do: Confirm the table on the telephone, owner: waiter, channel: phone}
            end: true
    """),
)
def forced_change_of_channel(journey: JourneyGraph) -> Iterator[Finding]:
    """The customer has to change the channel to get on.

    What was begun on a screen goes on only by telephone or on paper: the customer begins anew, and many
    give up here. Offer a way to go on in the channel the customer is in. Steps that the company begins
    itself (`proactive: true`), or that come after a wait or a time, are left alone. It is asked where the
    touchpoints of both steps say a `channel` that is such a medium by its word (web, app, e-mail, telephone,
    letter …) or by the `kind` declared for it.
    """
    media = {step.id: medium(journey, journey.touchpoints(step.id)) for step in journey.steps}
    told: set[str] = set()
    for flow in journey.flows:
        target = media.get(flow.target, "")
        if media[flow.source] != "screen" or target not in _NAMES or flow.anywhere or flow.after or flow.target in told:
            continue
        step = journey.step_of(journey.touchpoints(flow.target)[0])
        if step.proactive or step.wait is not None:
            continue
        told.add(flow.target)
        yield journey.touchpoints(step.id)[0].finding(
            f"the customer has to change from the screen to {_NAMES[target]} to get on",
            related=tuple(action.mention("it was begun here") for action in journey.touchpoints(flow.source)[:1]),
            help="offer it in the channel the customer comes from too, or let the company begin it (`proactive: true`)",
        )
