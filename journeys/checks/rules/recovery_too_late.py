from collections.abc import Iterator, Mapping

from journeys.checks.rule import Example, rule
from journeys.graph.algorithms import reached
from journeys.graph.journey import JourneyGraph
from journeys.graph.nodes import ActionNode, PromiseNode
from journeys.graph.resting import borne
from journeys.language.finding import Finding

_STEPS = """
        steps:
          - step: Order
            evidence: Menu
            customer: Choose a dish
            frontstage:
              do: Take the order
              owner: waiter
              takes: 1 min
              fail_point: The dish is out
              recovery: %s
%s          - step: Eat
            evidence: The dish
            customer: Eat
            frontstage: {do: Serve the dish, owner: waiter, takes: 20 min}
          - step: Pay
            evidence: Receipt
            customer: Ask for the bill
            frontstage: {do: Offer a coffee, owner: waiter, takes: 1 min}
            end: true
        promises:
          dish:
            promise: You eat what you chose
            by: waiter
            to: guest
            made: Order
            kept: [Order, Eat]
            within: 30 min
            if_broken: The dish is on the house
            measure: dishes sent back
"""


@rule(
    "O305",
    wrong=False,
    source="Tax and Brown 1998, service recovery: what is mended too late is mended for nobody",
    bad=Example(
        _STEPS
        % ("Offer a coffee", "              #         ^^^^^^^^^^^^^^ this comes only after “You eat what you chose”\n")
    ),
    good=Example(_STEPS % ("Serve the dish", "")),
)
def recovery_too_late(journey: JourneyGraph) -> Iterator[Finding]:
    """What is to mend a failure comes after the promise that rests on it had to be kept.

    The `recovery` of a fail point names a step or an action of this journey, and every way to it leads past the place
    where a promise to the customer is kept that rests on what fails: by then it can no longer be kept. Mend it earlier,
    or say under `if_broken` of the promise what the customer gets instead. It is asked where `recovery` is the name or
    the id of a step or an action; other words are left to people.
    """
    steps = _steps(journey)
    promises = [promise for promise in journey.promise_nodes if promise.to_customer and promise.kept]
    for action in journey.actions:
        there = steps.get(action.recovery) if action.fail_point else None
        if there is not None:
            yield from _late(journey, action, there, promises)


def _steps(journey: JourneyGraph) -> Mapping[str, str]:
    """The steps (by id) that names and ids of steps and actions mean."""
    found = {word: action.step for action in journey.actions for word in (action.name, action.key)}
    return found | {word: step.id for step in journey.steps for word in (step.name, step.key)}


def _late(journey: JourneyGraph, action: ActionNode, there: str, promises: list[PromiseNode]) -> Iterator[Finding]:
    bits = borne(journey, {promise.id: 1 << number for number, promise in enumerate(promises)})
    for number, promise in enumerate(promises):
        if bits[action.id] >> number & 1 and _behind(journey, there, promise):
            yield action.finding(
                f"this comes only after “{promise.name}” had to be kept",
                at=action.entry("recovery"),
                related=(promise.mention("this promise rests on what fails here"),),
                help="mend it before the promise is to be kept, or say under its `if_broken` what the customer gets",
            )


def _behind(journey: JourneyGraph, there: str, promise: PromiseNode) -> bool:
    """Whether a step comes after all those where a promise is kept, and leads back to none of them."""
    kept = {journey.action(id_).step for id_ in promise.kept}
    beyond = reached(journey.step_graph, kept)
    back = reached(journey.step_graph, {there})
    return there not in kept and there in beyond and kept.isdisjoint(back)
