from collections.abc import Callable, Iterator

from journeys.checks.rule import Example, rule
from journeys.graph.journey import JourneyGraph
from journeys.graph.nodes import PromiseNode
from journeys.graph.verdict import Breakage, Cause
from journeys.language.finding import Finding, Related

Tell = Callable[[Cause], Finding]


@rule(
    "P001",
    wrong=True,
    source="calculus.md; Singh, commitments",
    profile="standard",
    over="told",
    bad=Example(
        """
        steps:
          - step: Order
            evidence: Menu
            customer: Choose a dish
            frontstage: {do: Take the order, owner: waiter, takes: 1 min}
          - step: Eat
            evidence: Plate
            customer: Eat
            frontstage: {do: Bring the dish, owner: waiter, takes: 1 min}
            backstage: {do: Cook the dish, owner: kitchen, takes: 1 min}
            end: true
        promises:
          warm-dish:
         #^^^^^^^^^ cannot be kept
            promise: Your dish is warm
            by: waiter
            to: guest
            made: Order
            kept: Eat
            within: 30 min
            measure: minutes from order to plate
            if_broken: A dessert on the house
    """,
        also=("O201",),
    ),
    good=Example("""
        steps:
          - step: Order
            evidence: Menu
            customer: Choose a dish
            frontstage: {do: Take the order, owner: waiter, takes: 1 min}
          - step: Eat
            evidence: Plate
            customer: Eat
            frontstage: {do: Bring the dish, owner: waiter, takes: 1 min}
            backstage: {do: Cook the dish, owner: kitchen, takes: 1 min, promised: {within: 20 min}}
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
    """),
)
def promise_broken(journey: JourneyGraph, told: Tell) -> Iterator[Finding]:
    """A promise to a customer cannot be kept as it stands.

    Following what it rests on, link by link, leads to a place where nobody agreed, nobody is there, or time and
    rates do not add up. The chain names each promise on the way and then the root cause: mend that, and this
    finding goes. Root causes have findings of their own, with what to write.
    """
    for promise in journey.promise_nodes:
        breakage = journey.workspace.breakage(promise.id) if promise.to_customer else None
        if breakage is not None:
            yield _finding(journey, promise, breakage, told)


def _finding(journey: JourneyGraph, promise: PromiseNode, breakage: Breakage, told: Tell) -> Finding:
    besides = len(breakage.others) + breakage.more
    more = f" (and {besides} more causes)" if besides > 1 else " (and one more cause)" if besides else ""
    if breakage.way == (promise.id,):
        message = f"“{promise.name}” cannot be kept{more}"
    else:
        last = journey.workspace.node(breakage.way[-1])
        message = f"“{promise.name}” cannot be kept: it rests on “{last.name}”{more}"
    help_ = "mend the root cause"
    if breakage.others:
        help_ = f"mend each root cause; `journeys explain {promise.journey}/{promise.key}` shows the way to each"
    return promise.finding(message, related=_chain(journey, breakage, told), help=help_)


def _chain(journey: JourneyGraph, breakage: Breakage, told: Tell) -> tuple[Related, ...]:
    nodes = [journey.workspace.node(id_) for id_ in breakage.way[1:]]
    links = [node.mention(f"it relies on “{node.name}”") for node in nodes]
    root, *others = (told(cause) for cause in (breakage.cause, *breakage.others))
    besides = [Related(other.place, f"another root cause: {other.message}") for other in others]
    return (*links, Related(root.place, f"root cause: {root.message}"), *besides)
