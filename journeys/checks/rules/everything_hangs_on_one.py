from collections.abc import Iterator

from journeys.checks.rule import Example, rule
from journeys.checks.weights import Weight, Weights, weights
from journeys.graph.journey import JourneyGraph
from journeys.graph.nodes import ActionNode
from journeys.language.finding import Finding

# With fewer promises, or fewer steps, one that bears most of them is no news.
_FEWEST = 4


@rule(
    "O205",
    wrong=False,
    source="Lengauer and Tarjan 1979, dominators; calculus.md, Ownership",
    profile="strict",
    limit=50,
    bad=Example("""
        steps:
          - step: Order
            evidence: Menu
            customer: Choose a dish
            frontstage: {do: Take the order, owner: waiter, system: Order pad}
            #                                                       ^^^^^^^^^ “Order pad” stands at 3 of the 4 steps
          - step: Eat
            evidence: The dish
            customer: Eat
            frontstage: {do: Serve the dish, owner: waiter, system: Order pad}
          - step: Ask for the bill
            evidence: A wave of the hand
            customer: Wave
            frontstage: {do: Print the bill, owner: waiter, system: Order pad}
          - step: Pay
            evidence: Receipt
            customer: Pay
            frontstage: {do: Take the payment, owner: waiter}
            end: true
    """),
    good=Example("""
        steps:
          - step: Order
            evidence: Menu
            customer: Choose a dish
            frontstage: {do: Take the order, owner: waiter, system: Order pad}
          - step: Eat
            evidence: The dish
            customer: Eat
            frontstage: {do: Serve the dish, owner: waiter}
          - step: Ask for the bill
            evidence: A wave of the hand
            customer: Wave
            frontstage: {do: Print the bill, owner: waiter, system: Order pad}
          - step: Pay
            evidence: Receipt
            customer: Pay
            frontstage: {do: Take the payment, owner: waiter}
            end: true
    """),
)
def everything_hangs_on_one(journey: JourneyGraph, limit: int) -> Iterator[Finding]:
    """Most of the journey hangs on one owner, one system or one action.

    More than half (the `limit`, in per cent) of the promises to customers rest on it, or of the steps that
    nobody can go round need that one system: when it fails, nearly everything does. Spread what can be
    spread, or make sure that it can be stood in for. The heaviest of a kind is told, where there are four
    promises or four such steps.
    """
    found = weights(journey)
    # Where one owner does everything there is nobody to spread it to.
    alone = sum(weight.what == "owner" for weight in found.subjects) == 1
    told: set[ActionNode] = set()
    for what in ("owner", "system", "action"):
        heavy = [weight for weight in found.subjects if weight.what == what and _heavy(weight, found, limit)]
        # An action is told only where neither its owner nor its system is.
        heavy = [weight for weight in heavy if what != "action" or told.isdisjoint(weight.bearing)]
        if heavy and not (what == "owner" and alone):
            heaviest = max(heavy, key=lambda weight: (weight.promises, weight.steps))
            told.update(heaviest.bearing)
            yield _told(heaviest, *_heavy(heaviest, found, limit))


def _heavy(weight: Weight, found: Weights, limit: int) -> tuple[str, tuple[ActionNode, ...]] | tuple[()]:
    """What is too much, and the actions that bear it; nothing if it is not."""
    if found.promises >= _FEWEST and 100 * weight.promises > limit * found.promises:
        message = f"{weight.promises} of the {found.promises} promises to customers rest on “{weight.name}”"
        return message, weight.bearing
    if weight.what == "system" and found.steps >= _FEWEST and 100 * weight.steps > limit * found.steps:
        message = f"“{weight.name}” stands at {weight.steps} of the {found.steps} steps that nobody can go round"
        return message, weight.narrow
    return ()


def _told(weight: Weight, message: str, actions: tuple[ActionNode, ...]) -> Finding:
    first, *rest = actions
    places = {
        "owner": first.owner_place,
        "system": first.entry("system", first.system.index(weight.name) if weight.what == "system" else 0),
        "action": first.place,
    }
    return first.finding(
        message,
        at=places[weight.what],
        related=tuple(action.mention("and this") for action in rest[:5]),
        help="spread what can be spread, or say who or what stands in when it fails",
    )
