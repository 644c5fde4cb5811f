from collections.abc import Iterator, Sequence
from itertools import islice

from journeys.checks.rule import Example, rule
from journeys.checks.silences import assumed
from journeys.graph.journey import JourneyGraph
from journeys.graph.leaning import Leaning
from journeys.graph.nodes import ActionNode, PromiseNode
from journeys.graph.verdict import Silence, State
from journeys.graph.workspace import Workspace, workspace_around
from journeys.language.finding import Finding, Related

_MOST_TOLD = 12
# From so many silent actions of a lane on, the lane is worth a word of its own.
_MANY = 2
_TEXT = """
        steps:
          - step: Order
            evidence: Menu
            customer: Choose a dish
            frontstage: {{do: Take the order, owner: waiter{order}}}
          - step: Eat
            evidence: Plate
            customer: Eat
            frontstage: {{do: Bring the dish, owner: waiter, channel: at the table{bring}}}
            backstage: {{do: Cook the dish, owner: kitchen{cook}, promised: {{within: 20 min}}}}
            end: true
        promises:
          warm-dish:{mark}
            promise: Your dish is warm
            by: waiter
            to: guest
            made: Order
            kept: Eat
            within: 30 min
            measure: minutes from order to plate
            if_broken: A dessert on the house
"""


@rule(
    "P002",
    wrong=False,
    source="calculus.md; Burgess, Thinking in Promises",
    profile="standard",
    bad=Example(
        _TEXT.format(order="", bring="", cook=", takes: 15 min", mark="\n         #^^^^^^^^^ rests on 2 assumptions")
    ),
    good=Example(_TEXT.format(order=", takes: 2 min", bring=", takes: 3 min", cook=", takes: 15 min", mark="")),
)
def promise_assumed(journey: JourneyGraph) -> Iterator[Finding]:
    """A promise to a customer holds only if what nobody wrote down is nothing.

    Nothing speaks against it, and it is not proven: somewhere nobody wrote how long something takes, how often it is
    kept, or that it comes first, and that was taken for nothing. Each such place is named. Write what you know: a
    time, a rate, or `takes: none` where it really takes none.
    """
    for promise in journey.promise_nodes:
        if promise.to_customer and journey.workspace.verdicts[promise.id].state is State.ASSUMED:
            yield _finding(journey, promise)


def _finding(journey: JourneyGraph, promise: PromiseNode) -> Finding:
    workspace = workspace_around(journey)
    leanings = list(islice(workspace.leanings.of(promise.id), _MOST_TOLD))
    told = [assumed(one.assumption, workspace) for one in leanings]
    number = workspace.leanings.count(promise.id)
    if number == 1:
        message = f"“{promise.name}” rests on an assumption: {told[0].message}"
    else:
        message = f"“{promise.name}” rests on {number} assumptions: what nobody wrote down is taken for nothing"
    related = [_related(workspace, one, said) for one, said in zip(leanings, told, strict=True)]
    if more := number - len(told):
        related[-1] = Related(related[-1].place, f"{related[-1].message} (and {more} more)")
    help_ = list(dict.fromkeys(said.help for said in told))
    # A lane that is silent more than once can be told at one stroke.
    if lanes := _silent_lanes(journey, leanings):
        help_.insert(1, f"for a whole lane `lanes: {{{lanes[0]}: {{takes: none}}}}`")
    if more:
        help_.append(f"`journeys explain {promise.journey}/{promise.key}` lists them all")
    return promise.finding(message, related=tuple(related), help="; ".join(help_[:4]))


def _related(workspace: Workspace, one: Leaning, said: Finding) -> Related:
    message = said.message
    if len(one.way) > 1:
        message += f", by way of the promise “{workspace.node(one.way[-1]).name}”"
    return Related(said.place, message)


def _silent_lanes(journey: JourneyGraph, told: Sequence[Leaning]) -> list[str]:
    counts: dict[str, int] = {}
    for one in told:
        node = journey.workspace.find(one.assumption.at)
        if one.assumption.silence is Silence.TIME and isinstance(node, ActionNode):
            counts[node.lane.id] = counts.get(node.lane.id, 0) + 1
    return [lane for lane, number in sorted(counts.items(), key=lambda one: -one[1]) if number >= _MANY]
