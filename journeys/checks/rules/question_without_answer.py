from collections.abc import Iterator, Mapping

from journeys.checks.rule import Example, rule
from journeys.graph.algorithms import reached
from journeys.graph.journey import JourneyGraph
from journeys.graph.nodes import ActionNode, PromiseNode
from journeys.language.finding import Finding


@rule(
    "O301",
    wrong=False,
    source="Tax, Brown and Chandrashekaran 1998, complaint handling: people want to know by when",
    bad=(
        Example("""
        steps:
          - step: Order
            evidence: Menu
            customer: {do: Ask what is in the sauce, asks: true}
            #              ^^^^^^^^^^^^^^^^^^^^^^^^ nobody has promised the customer an answer to this
            frontstage: {do: Ask the kitchen and tell the guest, owner: waiter}
            end: true
    """),
        Example("""
        steps:
          - step: Order
            evidence: Menu
            customer: {do: Ask what is in the sauce, asks: true}
            #              ^^^^^^^^^^^^^^^^^^^^^^^^ an answer to this is promised, but not by when
            frontstage: {do: Ask the kitchen and tell the guest, owner: waiter, promised: {at_least: 99%}}
            end: true
    """),
    ),
    good=Example("""
        steps:
          - step: Order
            evidence: Menu
            customer: {do: Ask what is in the sauce, asks: true}
            frontstage: {do: Tell the guest, owner: waiter, takes: 1 min, promised: {within: 5 min}}
            end: true
    """),
)
def question_without_answer(journey: JourneyGraph) -> Iterator[Finding]:
    """A customer asks, and nobody has promised an answer, or by when.

    Who asks and hears nothing asks again, on another channel and in another mood; an open loop costs more than the
    answer. Promise the customer an answer `within` a time, and keep it where the question is asked or later on the way.
    It is asked of customers' actions that say `asks: true`. An answer is what is promised to the customer and made or
    kept at that step, or `answers` what the customer expects there.
    """
    asked = [action for action in journey.actions if action.asks]
    bearing = _bearing(journey) if asked else {}
    for action in asked:
        answers = _answers(journey, action, bearing)
        if not any(promise.within for promise in answers):
            yield _told(journey, action, answers)


def _bearing(journey: JourneyGraph) -> Mapping[str, list[PromiseNode]]:
    """The promises to customers by what they bear on: the steps where they are made or kept, and what they answer."""
    found: dict[str, list[PromiseNode]] = {}
    for promise in journey.workspace.promises.values():
        for id_ in {*promise.made, *_kept(journey, promise), *promise.answers} if promise.to_customer else ():
            found.setdefault(id_, []).append(promise)
    return found


def _kept(journey: JourneyGraph, promise: PromiseNode) -> set[str]:
    return {journey.action(id_).step for id_ in promise.kept}


def _answers(
    journey: JourneyGraph, action: ActionNode, bearing: Mapping[str, list[PromiseNode]]
) -> tuple[PromiseNode, ...]:
    """The promises that close the loop of a question: kept at its step or later, or in another journey."""
    onward = reached(journey.step_graph, (action.step,))
    before = {step.id for step in journey.steps} - onward
    here = (action.step, *(one.id for one in journey.step_of(action).expectations))
    found = {promise.id: promise for id_ in here for promise in bearing.get(id_, ())}
    return tuple(promise for promise in found.values() if not _kept(journey, promise) <= before)


def _told(journey: JourneyGraph, action: ActionNode, answers: tuple[PromiseNode, ...]) -> Finding:
    if answers:
        return action.finding(
            "an answer to this is promised, but not by when",
            related=tuple(promise.mention(f"“{promise.name}” names no time") for promise in answers[:4]),
            help="write `within:` and a time on the promise",
        )
    here = "write `promised: {within: …}` on what answers it, with a time that the customer can wait"
    later = "promise it to the customer under `promises:`, made here and kept where it is answered, with `within:`"
    return action.finding(
        "nobody has promised the customer an answer to this", help=here if journey.touchpoints(action.step) else later
    )
