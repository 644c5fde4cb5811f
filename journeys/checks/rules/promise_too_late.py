from journeys.checks.moments import due_and_kept, taking, when
from journeys.checks.rule import Example, rule
from journeys.graph.facts import Lateness, Moment, Start, Timing
from journeys.graph.nodes import ActionNode, PromiseNode
from journeys.graph.verdict import Cause, Fault
from journeys.graph.workspace import Workspace
from journeys.language.finding import Finding, Related
from journeys.language.model.duration import WorkingTime, say_seconds
from journeys.language.quantities import week_moment

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
    what stands on it. A step in `kept` stands for its touchpoint, which comes after all that supports it in
    the column: `uses` narrows that, and `kept: Serve.backstage` names another place of the step. Where
    working time and elapsed time meet, the worst moment of the week counts; people work Monday to Friday
    from 9:00, 8 h a day, unless `calendar` in the workspace says otherwise.
    """
    node = workspace.promises[cause.promise]
    assert isinstance(cause.facts, Lateness)
    late, timing = cause.facts, cause.facts.timing
    assert timing.slack is not None
    working_time = workspace.journeys[node.journey].working_time
    hours = timing.measure(working_time)
    least = "at least " if late.least else ""
    message = f"“{node.name}” is promised within {node.within}"
    help_ = "promise more time, shorten what is on the way, or make the promise later: its time runs from `made`"
    if timing.calendar:
        worst = Start(timing.start, timing.latest, timing.slack)
        message += f"; made {week_moment(worst.start)}, {_late(worst, least)}"
        if late.usual is not None and late.usual[1:] != worst[1:]:
            message += f". Made {week_moment(late.usual.start)}, {_late(late.usual, least)}"
        if node.within is not None and not node.within.working:
            help_ += "; if the clock stops while nobody works, say `within` in working hours or days"
    else:
        takes, over = (say_seconds(seconds, working_time=hours) for seconds in (timing.latest, -timing.slack))
        message += f" and can take {least}{takes}: {over} too long"
    help_ += _beneath(timing, workspace)
    stops = tuple(_stop(moment, timing, working_time, workspace) for moment in timing.critical_path[:_MOST_STOPS])
    return node.finding(message, at=node.place.at("within"), related=stops, help=help_)


def _beneath(timing: Timing, workspace: Workspace) -> str:
    """What to do where a promise waits for work that stands beneath the action that keeps it; empty if it does not."""
    last = timing.critical_path[-1].taken if timing.critical_path else ()
    ids = [one.action for one in last if one.action]
    if len(ids) < 2:
        return ""
    *_, below, top = (workspace.node(id_) for id_ in ids)
    assert isinstance(below, ActionNode)
    return (
        f"; “{top.name}” comes after what supports it: if it need not wait for “{below.name}”, say so with `uses`; "
        f"if it is kept as soon as that is done, write `kept: {below.key}`"
    )


def _late(made: Start, least: str) -> str:
    """When it falls due and is kept if it is made then, and by how much it is late, if it is."""
    told = due_and_kept(*made, "or later" if least else "at the latest")
    if made.slack < 0:
        return f"{told}: {least}{say_seconds(-made.slack)} late"
    return f"{told}, which {'may be' if least else 'is'} in time"


def _stop(moment: Moment, timing: Timing, working_time: WorkingTime, workspace: Workspace) -> Related:
    node = workspace.node(moment.node)
    what = "is kept" if isinstance(node, PromiseNode) else "is done"
    latest = " at the latest" if moment.seconds else ""
    reached = when(timing, moment.seconds, working_time)
    return node.mention(f"“{moment.name}”{taking(moment.taken)} {what} {reached}{latest}")
