from journeys.checks.rule import Example, rule
from journeys.graph.facts import Beyond
from journeys.graph.verdict import Cause, Fault
from journeys.graph.workspace import Workspace
from journeys.language.finding import Finding


@rule(
    "P201",
    wrong=True,
    source="calculus.md",
    profile="draft",
    over="cause",
    fault=Fault.OUT_OF_REACH,
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
         #^^^^^^^^^ no path leads from there
            promise: Your dish is warm
            by: waiter
            to: guest
            made: Eat
            kept: Order.frontstage
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
    """),
)
def promise_out_of_reach(cause: Cause, workspace: Workspace) -> Finding:
    """A promise is kept where no path leads from where it is made.

    Whoever hears the promise can never come to the step that keeps it, so it is empty for everybody.
    Mostly the two steps are the wrong way round, or a `next` is missing. Make the promise earlier, keep
    it later, or draw the path.
    """
    node = workspace.promises[cause.promise]
    assert isinstance(cause.facts, Beyond)
    made = workspace.node(cause.root.ids[1])
    goals = [workspace.node(goal) for goal in cause.facts.goals]
    abroad = next((goal.journey for goal in goals if goal.journey != made.journey), "")
    where = f" in “{workspace.journey_name(abroad)}”" if abroad else ""
    return node.finding(
        f"“{node.name}” is made at “{made.name}”, and no path leads from there to “{goals[0].name}”{where}, "
        "where it is kept",
        related=(made.mention("it is made here"), *(goal.mention("it is kept here") for goal in goals)),
        help=f"lead the way there with `next: {{to: {abroad}/}}`, or keep it in this journey"
        if abroad
        else "make it at a step before the one where it is kept, or add the missing `next`",
    )
