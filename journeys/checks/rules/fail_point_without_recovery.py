from collections.abc import Iterator

from journeys.checks.rule import Example, rule
from journeys.graph.journey import JourneyGraph
from journeys.language.finding import Finding


@rule(
    "B204",
    wrong=False,
    source="Shostack 1984; Tax and Brown 1998, service recovery",
    bad=Example("""
        steps:
          - step: Eat
            evidence: The dish
            customer: Eat
            frontstage: {do: Serve the dish, owner: waiter, fail_point: The dish is cold}
            #                                                           ^^^^^^^^^^^^^^^^ what then is not said
            end: true
    """),
    good=Example("""
        steps:
          - step: Eat
            evidence: The dish
            customer: Eat
            frontstage: {do: Serve the dish, owner: waiter, fail_point: The dish is cold, recovery: Cook it anew}
            end: true
    """),
)
def fail_point_without_recovery(journey: JourneyGraph) -> Iterator[Finding]:
    """It is known what goes wrong, and not what is done then.

    A failure that is well mended can leave a customer more loyal than before; one that is improvised seldom
    does. Write under `recovery:` what happens when it fails, so that whoever stands there need not ask.
    """
    for action in journey.actions:
        if action.fail_point and not action.recovery:
            yield action.finding(
                f"it is known that this fails (“{action.fail_point}”), and what then is not said",
                at=action.entry("fail_point"),
                help="write `recovery:` and what is done when it happens",
            )
