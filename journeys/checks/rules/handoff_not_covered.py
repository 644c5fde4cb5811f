from collections.abc import Iterator

from journeys.checks.consequences import breaks
from journeys.checks.ownership import quoted
from journeys.checks.rule import Example, rule
from journeys.graph.handoffs import Handoff, handoffs
from journeys.graph.journey import JourneyGraph
from journeys.graph.nodes import ActionNode
from journeys.graph.verdict import Cause, Fault, Root
from journeys.graph.workspace import Workspace
from journeys.language.finding import Finding, Related


def _nothing_promised(cause: Cause, workspace: Workspace) -> Finding:
    """A handoff on which a promise rests, in words."""
    node = workspace.promises[cause.promise]
    journey = workspace.journeys[node.journey]
    above, below = (journey.action(id_) for id_ in cause.root.ids)
    promiser = quoted(journey, below.owner, below.owner_text)
    promisee = quoted(journey, above.owner, above.owner_text)
    return below.finding(
        f"“{node.name}” needs “{below.name}”, and {promiser} promised {promisee} nothing",
        related=(above.mention(f"{promisee} depends on it here"), node.mention(f"“{node.name}” rests on it")),
        help=f"agree with {promiser} on `promised: {{within: …}}` at that action{_unless(journey, above, below)}",
    )


def _unless(journey: JourneyGraph, above: ActionNode, below: ActionNode) -> str:
    """What to write if one action does not stand on another that only the order of lanes puts beneath it."""
    links = (link for link in journey.workspace.supports_of(above.id) if link.below == below.id)
    if all(link.explicit for link in links):
        return ""
    alone = len(journey.cell(below.step, below.lane.id)) == 1
    words = "write `uses: none` there" if alone else "name in its `uses` what it does stand on, or `none`"
    return f"; if “{above.name}” does not stand on it, {words}"


@rule(
    "O201",
    wrong=True,
    source="Burgess 2015, Thinking in Promises; calculus.md, Ownership",
    fault=Fault.UNCOVERED,
    words=_nothing_promised,
    bad=(
        Example("""
        steps:
          - step: Eat
            evidence: The dish
            customer: Eat
            frontstage: {do: Serve the dish, owner: waiter}
            backstage: {do: Cook the dish, owner: kitchen}
            #               ^^^^^^^^^^^^^ “Kitchen” does this for “Waiters”, and no promise covers it
            end: true
    """),
        Example(
            """
        steps:
          - step: Pay
            evidence: Receipt
            customer: Ask for the bill
            frontstage: {do: Take the payment, owner: waiter, triggers: Leave.backstage}
          - step: Leave
            evidence: Coat
            customer: Take the coat
            frontstage: {do: Hand out the coat, owner: kitchen}
            backstage: {do: Clear the table, owner: kitchen}
            #               ^^^^^^^^^^^^^^^ “Waiters” sets this off for “Kitchen” to do, and no promise covers it
            end: true
    """,
            also=("O202",),
        ),
    ),
    good=(
        Example("""
        steps:
          - step: Eat
            evidence: The dish
            customer: Eat
            frontstage: {do: Serve the dish, owner: waiter}
            backstage: {do: Cook the dish, owner: kitchen, promised: {within: 20 min}}
            end: true
    """),
        Example("""
        steps:
          - step: Pay
            evidence: Receipt
            customer: Ask for the bill
            frontstage: {do: Take the payment, owner: waiter, triggers: Leave.backstage}
          - step: Leave
            evidence: Coat
            customer: Take the coat
            frontstage: {do: Hand out the coat, owner: waiter}
            backstage: {do: Clear the table, owner: kitchen}
            end: true
        promises:
          tables-clear:
            promise: A table that has paid is clear for the next guests
            by: kitchen
            to: waiter
            made: Pay
            kept: Leave.backstage
            within: 15 min
    """),
    ),
)
def handoff_not_covered(journey: JourneyGraph) -> Iterator[Finding]:
    """Work goes from one owner to another without a promise.

    One owner builds on what another does, and has nobody's word that it will be done, or by when. It works
    as long as both are in a good mood; this is where journeys break. Let the owner of the action below
    promise it to the owner of the action above, with a time that both can live with. In a column an action
    stands on all of the next company lane below that is not empty; where it does not, `uses` at the action
    above names those it does stand on, and `uses: none` none. It is asked where both actions have an owner.
    """
    told: set[tuple[str, str]] = set()
    for handoff in handoffs(journey):
        pair = (handoff.below.id, handoff.above.owner)
        if handoff.owned and pair not in told and not handoff.covered:
            told.add(pair)
            yield _told(journey, handoff)


def _told(journey: JourneyGraph, handoff: Handoff) -> Finding:
    above, below = handoff.above, handoff.below
    upper, lower = quoted(journey, above.owner), quoted(journey, below.owner)
    if handoff.trigger is None:
        message = f"{lower} does this for {upper}, and no promise covers it"
        related = above.mention(f"{upper} builds on it here")
    else:
        message = f"{upper} sets this off for {lower} to do, and no promise covers it"
        related = Related(handoff.trigger, f"{upper} sets it off here")
    broken = breaks(journey.workspace, Root(Fault.UNCOVERED, (above.id, below.id)))
    return below.finding(message, related=(related, *broken), help=_help(journey, handoff))


def _help(journey: JourneyGraph, handoff: Handoff) -> str:
    above, below = handoff.above, handoff.below
    unless = "" if handoff.trigger else _unless(journey, above, below)
    if any(promise.implied for promise in journey.kept_at(below.id)):
        words = f"by: {below.owner_text}, to: {above.owner_text}, kept: {below.key}"
        return f"write it under `promises:` with `{words}` and `within:`{unless}"
    to = "" if handoff.trigger is None and not below.touchpoint else f"to: {above.owner_text}, "
    return f"write `promised: {{{to}within: …}}` on it, with a time both can live with{unless}"
