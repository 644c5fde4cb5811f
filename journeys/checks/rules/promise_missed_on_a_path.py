from collections import Counter
from collections.abc import Sequence

from journeys.checks.rule import Example, rule
from journeys.graph.facts import Escape, Missed
from journeys.graph.journey import JourneyGraph
from journeys.graph.nodes import PromiseNode
from journeys.graph.verdict import Cause, Fault
from journeys.graph.workspace import Workspace
from journeys.language.finding import Edit, Finding, Related

_MOST_TOLD = 12


@rule(
    "P202",
    wrong=True,
    source="Burgess, Thinking in Promises",
    profile="standard",
    over="cause",
    fault=Fault.MISSED,
    fixes=True,
    bad=Example(
        """
        steps:
          - step: Order
            evidence: Menu
            customer: Choose a dish
            frontstage: {do: Take the order, owner: waiter, takes: 1 min}
            next: [Eat, {to: Leave, when: It takes too long}]
          - step: Eat
            evidence: Plate
            customer: Eat
            frontstage: {do: Bring the dish, owner: waiter, takes: 1 min}
            end: true
          - step: Leave
            evidence: Empty table
            customer: Leave
            frontstage: {do: Say goodbye, owner: waiter}
            end: true
        promises:
          warm-dish:
         #^^^^^^^^^ is not kept on a path that ends at “Leave”
            promise: Your dish is warm
            by: waiter
            to: guest
            made: Order
            kept: Eat
            within: 30 min
            measure: minutes from order to plate
            if_broken: A dessert on the house
    """,
        also=("P001",),
    ),
    good=Example("""
        steps:
          - step: Order
            evidence: Menu
            customer: Choose a dish
            frontstage: {do: Take the order, owner: waiter, takes: 1 min}
            next: [Eat, {to: Leave, when: It takes too long}]
          - step: Eat
            evidence: Plate
            customer: Eat
            frontstage: {do: Bring the dish, owner: waiter, takes: 1 min}
            end: true
          - step: Leave
            evidence: Empty table
            customer: Leave
            frontstage: {do: Say goodbye, owner: waiter}
            end: true
        promises:
          warm-dish:
            promise: Your dish is warm
            by: waiter
            to: guest
            made: Order
            kept: Eat
            within: 30 min
            measure: minutes from order to plate
            if_broken: A dessert on the house
            unless: [Leave]
    """),
)
def promise_missed_on_a_path(cause: Cause, workspace: Workspace) -> Finding:
    """A promise is not kept on some path.

    Some customers hear this promise and take a way on which nobody keeps it. Either that way releases
    the promise, as a cancellation does: then name it in `unless`. Or those customers are let down: then
    lead the path through the step that keeps it. The finding names every end at which it is missed, with a
    path to each; the fix releases the promise at all of them, so take it only where that is what you mean.
    """
    node = workspace.promises[cause.promise]
    assert isinstance(cause.facts, Missed)
    goals, escapes, elsewhere = cause.facts
    journey = workspace.journeys[node.journey]
    lasts = list(dict.fromkeys(journey.called(escape.steps[-1]) for escape in escapes))
    places = " or ".join(f"“{journey.called(goal)}”" for goal in goals)
    where, fix = "", _released_there(node, escapes, journey)
    help_ = f"release it there with `unless: [{', '.join(lasts)}]`, or lead the path through {places}"
    if elsewhere:
        where, fix = f" at {places}", ()
        names = ", ".join(map(journey.called, dict.fromkeys(journey.action(action).step for action in node.kept)))
        help_ = f"each place of `kept` has to be come to; where one will do, write `kept: {{any: [{names}]}}`"
    message = f"“{node.name}” is not kept{where} on {_how_many(escapes, lasts)}"
    return node.finding(message, related=tuple(_told(escapes, journey)), help=help_, fix=fix)


def _released_there(node: PromiseNode, escapes: Sequence[Escape], journey: JourneyGraph) -> tuple[Edit, ...]:
    """All the ends at once in `unless`; nothing where a path never ends, or a step cannot be named in one word."""
    ends = {escape.steps[-1] for escape in escapes}
    found = [step for step in journey.steps if step.id in ends]
    names = Counter(step.name for step in journey.steps)
    if len(found) < len(ends) or any(escape.trapped for escape in escapes) or any(names[one.name] > 1 for one in found):
        return ()
    return (Edit(node.place, "extend", key="unless", items=tuple(step.name for step in found)),)


def _how_many(escapes: Sequence[Escape], lasts: Sequence[str]) -> str:
    if len(escapes) == 1:
        how = "goes round and round from" if escapes[0].trapped else "ends at"
        return f"a path that {how} “{lasts[0]}”"
    named = ", ".join(f"“{last}”" for last in lasts[:6]) + (" …" if len(lasts) > 6 else "")
    return f"{len(escapes)} paths, which end at {named}"


def _told(escapes: Sequence[Escape], journey: JourneyGraph) -> list[Related]:
    def mention(step: str, message: str) -> Related:
        return journey.node(step).mention(message)

    if len(escapes) > 1:
        ends = [
            mention(
                escape.steps[-1],
                f"it is missed here, by {' → '.join(f'“{journey.called(one)}”' for one in escape.steps)}",
            )
            for escape in escapes[:_MOST_TOLD]
        ]
        return [mention(escapes[0].steps[0], "it is made here"), *ends]
    (escape,) = escapes
    on_the_way = [
        mention(one, "it is made here" if place == 0 else "and the path goes on here")
        for place, one in enumerate(escape.steps[:-1])
    ]
    ending = "the path can never leave from here" if escape.trapped else "the path ends here, and it was not kept"
    return [*on_the_way, mention(escape.steps[-1], ending)]
