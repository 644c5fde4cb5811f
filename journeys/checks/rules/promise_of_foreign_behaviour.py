from journeys.checks.ownership import quoted
from journeys.checks.rule import Example, rule
from journeys.graph.handoffs import backing
from journeys.graph.verdict import Cause, Fault
from journeys.graph.workspace import Workspace
from journeys.language.finding import Finding


@rule(
    "P203",
    wrong=True,
    source="Burgess, Thinking in Promises",
    profile="draft",
    over="cause",
    fault=Fault.FOREIGN,
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
            frontstage: {do: Bring the dish, owner: kitchen, takes: 1 min}
            end: true
        promises:
          warm-dish:
            promise: Your dish is warm
            by: waiter
            #   ^^^^^^ “Waiters” promises what “Kitchen” does
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
          - step: Eat
            evidence: Plate
            customer: Eat
            frontstage: {do: Serve, owner: kitchen, takes: 1 min, promised: {id: brought, to: waiter, within: 20 min}}
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
            relies_on: brought
    """),
)
def promise_of_foreign_behaviour(cause: Cause, workspace: Workspace) -> Finding:
    """Somebody promises what others do.

    An owner can promise only what is theirs to do. Here another owner does it, who has agreed to
    nothing: the promise holds as long as they happen to. Let the one who does it promise it to the
    promiser (`promised:` at that action) and rely on that promise; or let them promise it to the
    customer themselves.
    """
    node = workspace.promises[cause.promise]
    journey = workspace.journeys[node.journey]
    action = journey.action(cause.at)
    owner = quoted(journey, action.owner, action.owner_text)
    message = f"“{node.name}” is kept by what {owner} does, who promised nothing of it"
    help_ = f"name {owner} in `by`, or an owner to whom {owner} promises it"
    if node.by:
        promiser = quoted(journey, node.by)
        existing = backing(journey, action, node.promiser)
        said = journey.owner_of(node)
        key = said.key if said else node.by_text
        message = f"{promiser} promises what {owner} does, who promised nothing of it"
        help_ = (
            f"let {owner} promise it to {promiser}, with `promised: {{id: …, to: {key}, within: …}}` at that action, "
            "and write that id in `relies_on` here"
        )
        if existing:
            message = f"{promiser} promises what {owner} does, and does not rely on “{existing[0].name}”"
            help_ = f"add `{existing[0].key}` to `relies_on` of `{node.key}`: so {owner} promises it to {promiser}"
    return node.finding(
        message,
        at=node.place if node.implied else node.place.at("by"),
        related=(action.mention(f"{owner} owns this"),),
        help=help_,
    )
