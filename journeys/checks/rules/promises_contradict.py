from collections.abc import Sequence

from journeys.checks.rule import Example, rule
from journeys.graph.facts import Contradiction
from journeys.graph.nodes import PromiseNode
from journeys.graph.verdict import Cause, Fault
from journeys.graph.workspace import Workspace
from journeys.language.finding import Finding
from journeys.language.quantities import percent

_MOST_NAMED = 6


@rule(
    "P405",
    wrong=True,
    source="calculus.md",
    profile="draft",
    over="cause",
    fault=Fault.CONTRADICTION,
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
            frontstage: {do: Bring the dish, owner: waiter, channel: at the table, takes: 1 min}
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
            at_least: 95%
          quick-dish:
         #^^^^^^^^^^ promise the same thing in different words
            promise: Your dish comes quickly
            by: waiter
            to: guest
            made: Order
            kept: Eat
            within: 30 min
            measure: minutes from order to plate
            if_broken: A dessert on the house
            at_least: 99%
    """,
        also=("P001",),
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
            frontstage: {do: Bring the dish, owner: waiter, channel: at the table, takes: 1 min}
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
            at_least: 95%
          late-dish:
            promise: Your dish comes
            by: waiter
            to: guest
            made: Order
            kept: Eat
            within: 40 min
            measure: minutes from order to plate
            if_broken: A dessert on the house
            at_least: 99%
    """),
)
def promises_contradict(cause: Cause, workspace: Workspace) -> Finding:
    """Two promises give different words for the same thing.

    The same customer hears, for the same delivery, two deadlines at one rate or two rates for one
    deadline: one of them is not true. Keep one. A ladder is fine: 95% in five days and 99% in ten.
    """
    assert isinstance(cause.facts, Contradiction)
    word, ids, _ = cause.facts
    nodes = [workspace.promises[id_] for id_ in ids[:_MOST_NAMED]]
    names = "”, “".join(node.name for node in nodes) + ("” …" if len(ids) > len(nodes) else "”")
    return nodes[1].finding(
        f"“{names} promise the same thing in different words{_measures(word, nodes)}",
        related=tuple(node.mention("the other word is given here") for node in (nodes[0], *nodes[2:])),
        help="keep one of them; or make a ladder, in which the later deadline has the higher rate",
    )


def _measures(word: str, nodes: Sequence[PromiseNode]) -> str:
    """In what they differ who share a `within` or an `at_least`; nothing where it is written in the same way."""
    rates = [percent(node.at_least) for node in nodes]
    said = [str(node.within) for node in nodes]
    of_the_time = ""
    if word == "within":
        # A rate unsaid is always, of which nobody says that it is of the time.
        said = rates if all(rates) else [f"{rate} of the time" if rate else "always" for rate in rates]
        of_the_time = " of the time" if all(rates) else ""
    *first, last = dict.fromkeys(said)
    return f": {', '.join(first)} and {last}{of_the_time}" if first else ""
