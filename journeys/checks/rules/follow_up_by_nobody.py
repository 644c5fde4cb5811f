from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from journeys.checks.designed import Designed
from journeys.checks.examples import ASKED, CARD, EATEN
from journeys.checks.rule import Example, rule
from journeys.graph.algorithms import reached
from journeys.graph.journey import JourneyGraph
from journeys.language.finding import Finding

if TYPE_CHECKING:
    from journeys.graph.purpose_nodes import MeasureNode


@rule(
    "O303",
    wrong=False,
    source="Reichheld and Markey 2011, The Ultimate Question 2.0: close the loop",
    over="designed",
    bad=(
        Example(
            EATEN
            + CARD
            + ASKED
            + """\
            follow_up: {by: kitchen, within: 1 day}
            #               ^^^^^^^ does nothing at “Say how it was” or after it
    """
        ),
        Example(
            EATEN
            + CARD
            + ASKED
            + """\
            follow_up: {by: waiter}
            #               ^^^^^^ nobody says by when
    """
        ),
    ),
    good=Example(
        EATEN
        + CARD
        + ASKED
        + """\
            follow_up: {by: waiter, within: 1 day}
    """
    ),
)
def follow_up_by_nobody(designed: Designed) -> Iterator[Finding]:
    """Who is not content is to be called back, and no step does it, or nobody says by when.

    Whoever answers with a no has opened a loop, and waits to see whether anybody reads the answers. Give the owner who
    gets back to them an action at the step where they are asked, or after it, and write `within:`. It is asked of
    `measures` that say `follow_up`; where they say `at` which step, the steps from there on are looked at.
    """
    for measure in designed.purpose.measures.values():
        if not measure.follow_up_text or designed.unread(measure.place.at("follow_up")):
            continue
        name = designed.workspace.node(measure.follow_up_by).name if measure.follow_up_by else measure.follow_up_text
        place = measure.place.at("follow_up", "by")
        if measure.follow_up_within is None:
            yield measure.finding(
                f"“{name}” gets back to those who are not content, and nobody says by when",
                at=place,
                help="write `within:` and a time beside it, like `within: 2 working days`",
            )
        if measure.follow_up_by:
            yield from _nowhere(designed, measure, name)


def _nowhere(designed: Designed, measure: MeasureNode, name: str) -> Iterator[Finding]:
    """That the owner does nothing on the ways that go on from where it is asked."""
    steps = [step for step in designed.steps(measure.at) if not _acts(designed, step.journey, step.id, measure)]
    if steps:
        yield measure.finding(
            f"“{name}” is to get back to those who are not content, and does nothing at “{steps[0].name}” or after it",
            at=measure.place.at("follow_up", "by"),
            related=(steps[0].mention("it is asked here"),),
            help=f"write there what they do to get back to them: `{{do: …, owner: {measure.follow_up_text}}}`",
        )


def _acts(designed: Designed, journey_id: str, step: str, measure: MeasureNode) -> bool:
    """Whether the one who follows up, or somebody who reports to them, does something from a step on."""
    journey = designed.workspace.journeys[journey_id]
    onward = reached(journey.step_graph, (step,))
    acting = {action.owner for action in journey.actions if action.company and action.step in onward}
    return any(measure.follow_up_by in _line(journey, owner) for owner in acting)


def _line(journey: JourneyGraph, owner: str) -> dict[str, None]:
    """An owner (by id) and all to whom they report."""
    by_id = {one.id: one.reports_to for one in journey.owners.values()}
    line: dict[str, None] = {}
    while owner in by_id and owner not in line:
        line[owner] = None
        above = journey.owners.get(by_id[owner])
        owner = above.id if above else ""
    return line
