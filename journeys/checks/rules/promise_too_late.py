from journeys.checks.rule import Example, rule
from journeys.graph.facts import Lateness, Moment, Usual
from journeys.graph.nodes import PromiseNode
from journeys.graph.verdict import Cause, Fault
from journeys.graph.workspace import Workspace
from journeys.language.finding import Finding, Related
from journeys.language.model.duration import WorkingTime, say_seconds
from journeys.language.quantities import reached, week_moment

_MOST_STOPS = 12


@rule(
    "P401",
    wrong=True,
    source="calculus.md",
    profile="draft",
    over="cause",
    fault=Fault.TOO_LATE,
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
            frontstage: {do: Bring the dish, owner: waiter, takes: 44 min}
            end: true
        promises:
          warm-dish:
            promise: Your dish is warm
            by: waiter
            to: guest
            made: Order
            kept: Eat
            within: 30 min
            #       ^^^^^^ can take 45 min: 15 min too long
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
def promise_too_late(cause: Cause, workspace: Workspace) -> Finding:
    """A promise cannot be kept in time.

    Waits, work and the deadlines of what it relies on add up to more than was promised: somebody on
    this path is let down by design. The finding names the slowest way. Promise more time, or shorten
    what stands on it. Where working days and calendar days are mixed, the worst moment of the week
    counts.
    """
    node = workspace.promises[cause.promise]
    assert isinstance(cause.facts, Lateness)
    late, timing = cause.facts, cause.facts.timing
    assert timing.slack is not None
    hours = workspace.journeys[node.journey].working_time if timing.working else None
    least = "at least " if late.least else ""
    message = f"“{node.name}” is promised within {node.within}"
    help_ = "promise more time, shorten what is on the way, or make the promise later: its time runs from `made`"
    if late.usual is not None:
        message += f"; made {week_moment(timing.start)}, it can be {least}{say_seconds(-timing.slack)} late"
        message += f" (made {week_moment(late.usual.start)}, {_usually(late.usual, least)})"
        if node.within is not None and not node.within.working:
            help_ += "; if the clock stops while nobody works, say `within` in working hours or days"
    else:
        takes, over = (say_seconds(seconds, working_time=hours) for seconds in (timing.latest, -timing.slack))
        message += f" and can take {least}{takes}: {over} too long"
    stops = tuple(_stop(moment, hours, workspace) for moment in timing.critical_path[:_MOST_STOPS])
    return node.finding(message, at=node.place.at("within"), related=stops, help=help_)


def _usually(usual: Usual, least: str) -> str:
    """How long it takes if it is made when a week's work begins, and whether that is late too."""
    takes = f"it takes {least}{say_seconds(usual.latest)}"
    if usual.slack < 0:
        return f"{takes}, which is {least}{say_seconds(-usual.slack)} late too"
    return f"{takes}, which {'may be' if least else 'is'} in time"


def _stop(moment: Moment, hours: WorkingTime | None, workspace: Workspace) -> Related:
    node = workspace.node(moment.node)
    what = "is kept" if isinstance(node, PromiseNode) else "is done"
    latest = " at the latest" if moment.seconds else ""
    return node.mention(f"“{moment.name}” {what} {reached(moment.seconds, hours)}{latest}")
