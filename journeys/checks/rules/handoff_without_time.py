from collections.abc import Iterator

from journeys.checks.ownership import quoted
from journeys.checks.rule import Example, rule
from journeys.graph.handoffs import Handoff, handoffs
from journeys.graph.journey import JourneyGraph
from journeys.graph.nodes import PromiseNode
from journeys.graph.resting import borne
from journeys.graph.workspace import workspace_around
from journeys.language.finding import Finding


@rule(
    "O302",
    wrong=False,
    source="Burgess 2015, Thinking in Promises; Winograd and Flores 1986, requests and promises",
    profile="strict",
    bad=Example("""
        steps:
          - step: Eat
            evidence: The dish
            customer: Ask for more bread
            frontstage: {do: Take the wish to the kitchen, owner: waiter, triggers: more-bread}
            #                                                                       ^^^^^^^^^^ but not by when
          - step: Have more
            evidence: Bread
            customer: Eat on
            frontstage: {do: Bring the bread, owner: waiter, takes: 1 min, uses: none}
            backstage: {do: Cut the bread, id: more-bread, owner: kitchen, takes: 2 min}
            end: true
        promises:
          bread:
            promise: Fresh bread when you ask for it
            by: kitchen
            to: waiter
            made: Eat
            kept: more-bread
            at_least: 99%
    """),
    good=Example("""
        steps:
          - step: Eat
            evidence: The dish
            customer: Ask for more bread
            frontstage: {do: Take the wish to the kitchen, owner: waiter, triggers: more-bread}
          - step: Have more
            evidence: Bread
            customer: Eat on
            frontstage: {do: Bring the bread, owner: waiter, takes: 1 min, uses: none}
            backstage: {do: Cut the bread, id: more-bread, owner: kitchen, takes: 2 min}
            end: true
        promises:
          bread:
            promise: Fresh bread when you ask for it
            by: kitchen
            to: waiter
            made: Eat
            kept: more-bread
            within: 5 min
            at_least: 99%
    """),
)
def handoff_without_time(journey: JourneyGraph) -> Iterator[Finding]:
    """One owner sets something off for another, who promised it, but not by when.

    A question between two owners is closed when the answer comes, and without a time nobody can say that it is late:
    whoever asked waits, or asks again. Write a time that both can live with under `within:` of the promise. It is asked
    where an action `triggers` one of another owner, and nothing that is promised with a time rests on that one. Where
    nothing is promised at all, handoff-not-covered tells of it.
    """
    handed = [handoff for handoff in handoffs(journey) if handoff.trigger and _timeless(handoff.promise)]
    workspace = workspace_around(journey)
    timed = {id_: 1 for id_, promise in workspace.promises.items() if promise.within}
    homes = dict.fromkeys(handoff.below.journey for handoff in handed)
    bearing = {id_: bits for home in homes for id_, bits in borne(workspace.journeys[home], timed).items()}
    for handoff in handed:
        if not bearing[handoff.below.id]:
            yield _told(journey, handoff)


def _timeless(promise: PromiseNode | None) -> bool:
    return promise is not None and promise.within is None


def _told(journey: JourneyGraph, handoff: Handoff) -> Finding:
    assert handoff.promise is not None
    lower = quoted(journey, handoff.below.owner)
    return handoff.above.finding(
        f"this sets off “{handoff.below.name}”, which {lower} promised, but not by when",
        at=handoff.trigger,
        related=(handoff.promise.mention(f"“{handoff.promise.name}” names no time"),),
        help="write `within:` and a time on the promise",
    )
